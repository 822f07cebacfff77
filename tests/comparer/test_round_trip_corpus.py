"""Structure recovered from the plain-text rendering of agreements whose articles are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.round_trip import render, score
from comparer.language import language_of
from comparer.model import Document, Edition, Status
from comparer.structure import build

pytestmark = pytest.mark.corpus


def test_articles_of_a_plain_rendering_are_those_of_the_data_set(corpus: Path) -> None:
    expected = found = both = words = right = 0
    files = sorted((corpus / "authentic").rglob("*pta_*.xml"))
    for file in files:
        rendering = render(file)
        edition = Edition(file.name, "", "", language_of(rendering.text), Status.UNSTATED)
        counts, _, _ = score(rendering, build(Document(edition, rendering.text, rendering.text)))
        expected, found, both = expected + counts.expected, found + counts.found, both + counts.both
        words, right = words + counts.words, right + counts.words_right
    assert expected > 4000
    assert 2 * both / (expected + found) >= 0.99
    assert right / words >= 0.98
