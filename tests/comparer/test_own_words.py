"""No long run of a built-in text's words stands in an authentic one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from comparer.catalogue import builtin_path

RUN = 14
"""Words: the terms and headings that treaties share are shorter."""
WORD = re.compile(r"[^\W_]+")
FORMATS = {".txt", ".md", ".xml", ".json"}


def words(text: str) -> list[str]:
    return [found.group().casefold() for found in WORD.finditer(text)]


def runs(found: list[str], length: int = RUN) -> Iterator[str]:
    return (" ".join(found[place : place + length]) for place in range(len(found) - length + 1))


def decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("mac_roman")


def index(own: dict[str, str]) -> dict[str, str]:
    """The name of a text by each run of its words."""
    return {run: name for name, text in own.items() for run in runs(words(text))}


def copied(ours: dict[str, str], authentic: str) -> list[str]:
    """Each run of `authentic` that stands in one of ours, with that text's name."""
    return [f"{ours[run]}: {run}" for run in runs(words(authentic)) if run in ours]


def test_a_copied_sentence_is_found():
    sentence = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."
    assert len(copied(index({"own": f"Before it. {sentence}"}), f"And {sentence} After.")) == 2


def test_a_sentence_said_otherwise_is_not():
    sentence = "One two three four five six seven, and eight nine ten eleven twelve thirteen fourteen."
    assert copied(index({"own": sentence.replace("and ", "then ")}), sentence) == []


@pytest.mark.corpus
def test_no_built_in_text_copies_an_authentic_one(corpus: Path):
    folder = builtin_path("RCEP").parent
    ours = index({path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")})
    files = [path for path in sorted(corpus.glob("authentic/**/*")) if path.suffix in FORMATS]
    assert len(files) > 30
    found = {path.name: copied(ours, re.sub(r"<[^>]+>", " ", decoded(path))) for path in files}
    assert {name: runs_in_common for name, runs_in_common in found.items() if runs_in_common} == {}
