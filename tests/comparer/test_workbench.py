"""Texts by name, and the matrix made of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from comparer.errors import BadInputError, CancelledError, UnknownNameError
from comparer.model import Status
from comparer.workbench import build_matrix, check_topics, distinct_names, open_text, open_texts

DRAFT = "Chapter 3: Digital Trade\n\nArticle 3.1: Source Code\n\nNo Party shall require access to source code.\n"


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def test_a_built_in_text_is_a_restatement() -> None:
    text = open_text("cptpp")
    assert text.edition.status is Status.RESTATEMENT
    assert (text.edition.name, text.edition.label, text.edition.agreement) == ("CPTPP", "CPTPP", "CPTPP")


def test_a_file_is_not_said_to_be_what_it_does_not_say(draft: str) -> None:
    edition = open_text(draft).edition
    assert edition.status is Status.UNSTATED
    assert edition.agreement is None
    assert edition.name == draft


def test_names_that_are_neither() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean USMCA"):
        open_text("USMAC")
    with pytest.raises(BadInputError, match="There is no file"):
        open_text("drafts/ours.txt")


def test_an_agreement_without_a_text_asks_for_a_file() -> None:
    with pytest.raises(UnknownNameError, match="No text of KORUS comes with the program: give the path of a file"):
        open_text("korus")


def test_rows_keep_the_order_and_have_names_of_their_own(draft: str, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    texts = [open_text("RCEP"), open_text(draft), open_text(str(folder / "draft.txt"))]
    matrix = build_matrix(texts, ("source-code",), base=1)
    assert [row.name for row in matrix.rows] == ["RCEP", "draft", "draft #2"]
    assert [row.signed for row in matrix.rows] == ["2020-11-15", "", ""]
    assert matrix.base == 1
    assert [str(row.cells["source-code"].finding.discipline) for row in matrix.rows] == [
        "silent",
        "prohibits",
        "prohibits",
    ]


@pytest.mark.corpus
def test_two_languages_of_one_agreement_are_told_apart(corpus: Path) -> None:
    folder = corpus / "authentic" / "tpp"
    texts = [open_text(str(folder / name)) for name in ("tpp_tota_en_pta_449.xml", "tpp_tota_es_pta_450.xml")]
    assert [text.edition.agreement for text in texts] == ["TPP", "TPP"]
    assert distinct_names(texts) == ("TPP (en)", "TPP (es)")


def test_progress_and_cancel(draft: str) -> None:
    texts = [open_text("RCEP"), open_text(draft)]
    seen: list[tuple[int, int, str]] = []
    build_matrix(texts, on_progress=lambda done, total, what: seen.append((done, total, what)))
    assert seen == [(0, 2, "RCEP"), (1, 2, "draft"), (2, 2, "")]
    with pytest.raises(CancelledError):
        build_matrix(texts, should_cancel=lambda: True)


def test_topics_are_checked() -> None:
    assert check_topics(["spam", "data-flows", "spam"]) == ("spam", "data-flows")
    with pytest.raises(UnknownNameError, match="did you mean source-code"):
        check_topics(["sourcecode"])


def test_a_restatement_says_what_it_was_checked_against() -> None:
    note = open_text("CPTPP").edition.note
    assert note.startswith("Checked: Art. 14.1–14.18, against English text of chapter 14")
    assert "Unchecked: Art. 2–6, 8–10, 18–20." in open_text("USJDTA").edition.note


def test_a_language_behind_a_file_is_the_text_in_it(tmp_path: Path) -> None:
    file = tmp_path / "gates.txt"
    file.write_text("Article 1: Gates\nThe Parties shall open the gate to the traveller.\n", encoding="utf-8")
    assert open_text(f"{file}#en").edition.name == f"{file}#en"
    assert [text.edition.name for text in open_texts(str(file))] == [str(file)]
    with pytest.raises(BadInputError, match=r"holds no text in zh: name .*gates\.txt#en"):
        open_text(f"{file}#zh")


def test_a_file_whose_name_has_the_mark_of_a_language_is_that_file(tmp_path: Path) -> None:
    file = tmp_path / "gates#zh"
    file.write_text("Article 1: Gates\nThe Parties shall open the gate to the traveller.\n", encoding="utf-8")
    assert open_text(str(file)).edition.language == "en"


def test_every_text_of_a_name_that_is_no_file() -> None:
    assert [text.edition.name for text in open_texts("RCEP")] == ["RCEP"]


def test_rows_of_a_file_that_names_its_languages_are_told_apart_by_them() -> None:
    english = open_text("RCEP")
    texts = [
        replace(
            english, edition=replace(english.edition, label="", name=f"gates_zh-en.pdf#{language}", language=language)
        )
        for language in ("en", "zh")
    ]
    assert distinct_names(texts) == ("gates_zh-en (en)", "gates_zh-en (zh)")
