"""What the built-in restatements vouch for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer import catalogue
from comparer.citation import resolve
from comparer.model import Status, Text
from comparer.vouching import is_builtin, is_unchecked, note, note_of, unchecked
from comparer.workbench import open_builtin
from tests.comparer.samples import alpha


@pytest.fixture(scope="module")
def usmca() -> Text:
    return open_builtin("USMCA")


def test_a_paragraph_is_as_unchecked_as_its_article(usmca: Text) -> None:
    assert is_unchecked(usmca, resolve(usmca, "Art. 19.12"))
    assert is_unchecked(usmca, resolve(usmca, "Art. 19.8(2)"))
    assert not is_unchecked(usmca, resolve(usmca, "Art. 19.11(1)"))
    chapter = usmca.provisions[resolve(usmca, "Art. 19.12")].parent
    assert chapter is not None
    assert not is_unchecked(usmca, chapter)


def test_another_text_of_the_same_agreement_is_not_ours_to_doubt(usmca: Text) -> None:
    place = resolve(usmca, "Art. 19.12")
    assert is_builtin(usmca)
    for changes in ({"status": Status.AUTHENTIC}, {"title": "My summary"}, {"agreement": None}):
        other = replace(usmca, edition=replace(usmca.edition, **changes))
        assert not is_builtin(other)
        assert not is_unchecked(other, place)
    assert not is_builtin(alpha())


def test_citations_that_were_not_checked_are_named_once(usmca: Text) -> None:
    checked, doubtful = resolve(usmca, "Art. 19.11"), resolve(usmca, "Art. 19.12")
    assert unchecked(usmca, [("A", doubtful), ("B", checked), ("A", doubtful)]) == ("A",)


@pytest.mark.parametrize(
    ("language", "first", "gap"),
    [
        ("en", "Checked: Art. 8.1, 8.2, 8.3", "Unchecked: Art. 8.78. Whether the protocol changes"),
        ("zh", "已核对：条文 8.1, 8.2, 8.3", "未核对：条文 8.78. Whether the protocol changes"),
        ("es", "Cotejado: art. 8.1, 8.2, 8.3", "Sin cotejar: art. 8.78. Whether the protocol changes"),
    ],
)
def test_the_note_is_framed_in_the_language_of_the_table(language: str, first: str, gap: str) -> None:
    said = note(catalogue.provenance("JEEPA-2024"), language)
    assert said.startswith(first.replace("8.1, 8.2, 8.3", "1.5, 8.1–8.3"))
    assert gap in said


def test_what_a_file_says_of_itself_stays_as_it_is() -> None:
    assert note_of(alpha(), "zh") == "Art. 9 could not be checked."
