from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from comparer.matrix import Matrix
from tests.ui.samples import SampleEngine, rows
from ui.clause_document import REPAIRED, THIN_SPACE, Place, Places, write
from ui.sheet import Sheet
from ui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def made(base: int | None = None) -> tuple[Sheet, QTextDocument, Places]:
    sheet = SampleEngine().sheet(Matrix(("data-flows",), rows(), base), "data-flows")
    document = QTextDocument()
    places = write(document, sheet, [300] * len(sheet.columns), LIGHT, 100)
    return sheet, document, places


def words_at(document: QTextDocument, place: Place) -> str:
    return cursor_at(document, place).selectedText()


def cursor_at(document: QTextDocument, place: Place) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(place.start)
    cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def test_every_text_has_a_column_and_every_line_a_cell() -> None:
    sheet, document, places = made()
    assert places.table is not None
    assert (places.table.rows(), places.table.columns()) == (len(sheet.rows), 5)
    for row, cells in enumerate(sheet.rows):
        for column, lines in enumerate(cells):
            cell = places.table.cellAt(row, column)
            shown = words_at(document, Place(column, cell.firstPosition(), cell.lastPosition()))
            said = "".join(run.text for line in lines for run in line.runs)
            assert shown.endswith(said)


def test_evidence_is_marked_exactly_even_behind_a_character_outside_the_basic_plane() -> None:
    sheet, document, places = made()
    for (column, number), place in places.proofs.items():
        quote = sheet.columns[column].finding.evidence[number].quote
        assert words_at(document, place) == quote
    last = sheet.columns[0].finding.evidence[1]
    assert "𝒳" in last.quote
    assert (0, 1) in places.proofs


def test_evidence_stands_on_a_tint() -> None:
    _, document, places = made()
    for place in places.proofs.values():
        assert cursor_at(document, place).charFormat().background().color().name() == LIGHT.proof


def test_differences_are_marked_by_more_than_colour() -> None:
    _, document, places = made(base=1)
    assert places.changes
    seen = set()
    for place in places.changes:
        for position in range(place.start + 1, place.end + 1):
            cursor = QTextCursor(document)
            cursor.setPosition(position)
            if document.characterAt(position - 1) == THIN_SPACE:
                continue
            form = cursor.charFormat()
            assert form.fontStrikeOut() != form.fontUnderline()
            seen.add(form.fontStrikeOut())
    assert seen == {True, False}
    assert not any(place.column == 1 for place in places.changes), "the base differs from nothing"


def test_a_replacement_is_one_difference() -> None:
    _, document, places = made(base=1)
    shown = [words_at(document, place) for place in places.changes if place.column == 0]
    assert f"not stop{THIN_SPACE}allow" in shown, "and its two halves do not run into each other"


def test_changes_stand_in_reading_order() -> None:
    _, _, places = made(base=1)
    starts = [place.start for place in places.changes]
    assert starts == sorted(starts)


def test_a_chinese_column_has_a_chinese_face_and_more_air() -> None:
    sheet, document, places = made()
    column = next(i for i, column in enumerate(sheet.columns) if column.language == "zh")
    place = next(place for (at, provision), place in places.lines.items() if at == column and provision == 1)
    cursor = cursor_at(document, place)
    assert "Han" in cursor.charFormat().fontFamilies()[0]
    english = cursor_at(document, places.lines[0, 1])
    assert cursor.blockFormat().lineHeight() > english.blockFormat().lineHeight() > 0


def test_a_repaired_place_has_a_mark_that_says_what_was_judged() -> None:
    sheet = SampleEngine().sheet(Matrix(("data-flows",), rows()), "data-flows")
    (line,) = sheet.rows[1][0]
    repaired = dataclasses.replace(line, repairs=("The number was lost; 1 is what follows on.",))
    sheet = dataclasses.replace(sheet, rows=(sheet.rows[0], ((repaired,), *sheet.rows[1][1:]), *sheet.rows[2:]))
    document = QTextDocument()
    places = write(document, sheet, [300] * 5, LIGHT, 100)
    place = places.lines[0, 1]
    assert words_at(document, place).startswith(REPAIRED)
    cursor = QTextCursor(document)
    cursor.setPosition(place.start + 1)
    assert cursor.charFormat().toolTip() == "The number was lost; 1 is what follows on."
    assert REPAIRED[0] not in words_at(document, places.lines[1, 1])


def test_an_empty_sheet_is_an_empty_document() -> None:
    document = QTextDocument("what was there before")
    places = write(document, Sheet("spam", (), ()), [], LIGHT, 100)
    assert document.isEmpty()
    assert dataclasses.asdict(places) == {"table": None, "proofs": {}, "lines": {}, "bodies": {}, "changes": []}
