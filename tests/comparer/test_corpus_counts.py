"""The report of all authentic texts: every count as expected, every left-over word explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.corpus import CorpusReport, expected_counts, report

pytestmark = pytest.mark.corpus

GOLD = Path(__file__).parent / "gold" / "corpus.toml"
KNOWN = {
    # The lines that bore these six headings are lost with their titles, or run into the sentence before.
    "uk-japan-cepa/uk-japan-cepa_en_full.txt": ("articles 436 of 442",),
}


@pytest.fixture(scope="module")
def found(corpus: Path) -> CorpusReport:
    return report(corpus / "authentic", expected_counts(GOLD))


def test_counts_are_as_expected(found: CorpusReport) -> None:
    assert {text.file: text.differences for text in found.texts if text.differences} == KNOWN


def test_every_text_is_expected(found: CorpusReport) -> None:
    assert [text.file for text in found.texts if not text.expected] == []


def test_no_left_over_word_is_unexplained(found: CorpusReport) -> None:
    assert {text.file: text.unexplained for text in found.texts if text.unexplained} == {}


def test_only_data_is_not_read(found: CorpusReport) -> None:
    assert {Path(item.file).suffix for item in found.skipped} == {".json"}
    assert all("JSON" in item.reason for item in found.skipped)
