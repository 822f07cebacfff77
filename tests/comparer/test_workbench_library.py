"""A text of the library takes the place of a restatement."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.errors import UnknownNameError
from comparer.library import AddOptions, Library
from comparer.model import Status
from comparer.workbench import clause_cited, open_builtin, open_text
from tests.comparer.library.treaties import GANGKOU, HARBOUR, write


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write(tmp_path / "texts", harbour_txt=HARBOUR, gangkou_txt=GANGKOU)


def put(place: Path, file: Path, status: Status | None = None, agreement: str = "CPTPP") -> None:
    with Library.open(place) as library:
        library.add([file], AddOptions(agreement, status))


def test_without_a_library_the_restatement_is_opened_and_nothing_is_made(own_library: Path) -> None:
    for name in ("cptpp", "CPTPP:en"):
        assert open_text(name).edition.status is Status.RESTATEMENT
    assert not own_library.parent.exists()


def test_the_authentic_text_takes_the_restatements_place(own_library: Path, texts: Path) -> None:
    put(own_library, texts / "harbour.txt", Status.AUTHENTIC)
    edition = open_text("cptpp").edition
    assert (edition.name, edition.label, edition.status) == ("CPTPP", "CPTPP", Status.AUTHENTIC)
    assert open_builtin("CPTPP").edition.status is Status.RESTATEMENT
    assert open_text("RCEP").edition.status is Status.RESTATEMENT


def test_a_draft_does_not(own_library: Path, texts: Path) -> None:
    put(own_library, texts / "harbour.txt", Status.DRAFT)
    assert open_text("CPTPP").edition.status is Status.RESTATEMENT
    assert open_text("CPTPP:en-1").edition.status is Status.DRAFT
    put(own_library, texts / "gangkou.txt", Status.DRAFT, "OURS")
    assert open_text("ours").edition.status is Status.DRAFT


def test_a_text_in_a_language_is_named_so(own_library: Path, texts: Path) -> None:
    put(own_library, texts / "gangkou.txt", Status.OFFICIAL_TRANSLATION)
    assert open_text("CPTPP:zh").edition.name == "CPTPP:zh"
    assert open_text("CPTPP:zh").edition.language == "zh"
    with pytest.raises(UnknownNameError, match="There is no text CPTPP:ko"):
        open_text("CPTPP:ko")


def test_another_library_can_be_named(tmp_path: Path, texts: Path) -> None:
    other = tmp_path / "other.sqlite"
    put(other, texts / "harbour.txt", None, "TOLL")
    assert open_text("TOLL", library=other).edition.label == "TOLL"
    with pytest.raises(UnknownNameError):
        open_text("TOLL")


def test_a_library_that_is_not_there_is_an_empty_one(tmp_path: Path) -> None:
    assert open_text("CPTPP", library=tmp_path / "absent.sqlite").edition.status is Status.RESTATEMENT
    assert not (tmp_path / "absent.sqlite").exists()


def test_clauses_are_found_by_citation(own_library: Path, texts: Path) -> None:
    put(own_library, texts / "harbour.txt", None, "Old Toll")
    text, place = clause_cited("old toll Art. 9.2(1)")
    assert text.provisions[place].number == "1"
    text, place = clause_cited("CPTPP Art. 14.11")
    assert text.edition.status is Status.RESTATEMENT
    text, place = clause_cited(f"{texts / 'harbour.txt'} Art. 9.3")
    assert text.provisions[place].heading == "Café Licences"
    with pytest.raises(UnknownNameError, match="names no clause"):
        clause_cited("Atlantis Art. 3")
    with pytest.raises(UnknownNameError, match=r"There is no Art\. 99"):
        clause_cited("CPTPP Art. 99")
