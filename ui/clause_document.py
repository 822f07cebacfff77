"""Lays the clauses out as one document: a table with a column for each text and a row for each pair of lines.

One document, not one per column, so that corresponding lines stand beside each other and the reader can mark and
copy words. Positions in the result are Qt's own (UTF-16 units), taken from the cursor while it writes: nothing is
converted, so a rare character before a word cannot shift its highlight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QApplication

from ui.sheet import Change, Column, Line, Run, Sheet
from ui.theme import LINE_HEIGHT, UNIT, Theme, reading_font, small

REPAIRED = "◇\u2009"
"""Stands before a provision in whose reading a judgement was made; hovering over it says which."""
THIN_SPACE = "\u2009"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the document, half-open, in UTF-16 units, and the column it stands in."""

    column: int
    start: int
    end: int


@dataclass(slots=True)
class Places:
    """Where things stand in the document."""

    table: QTextTable | None = None
    proofs: dict[tuple[int, int], Place] = field(default_factory=dict)
    """By column and index of the evidence."""
    lines: dict[tuple[int, int], Place] = field(default_factory=dict)
    """By column and index of the provision."""
    bodies: dict[int, Place] = field(default_factory=dict)
    """By column: its first line that is not a heading."""
    changes: list[Place] = field(default_factory=list)
    """Changed stretches in reading order: row by row, then column by column."""


def write(document: QTextDocument, sheet: Sheet, widths: Sequence[int], theme: Theme, zoom: int) -> Places:
    """Fill `document` with `sheet`; `widths` are the columns' widths in pixels."""
    document.clear()
    document.setDocumentMargin(0)
    places = Places()
    if not sheet.columns or not sheet.rows:
        return places
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    table = cursor.insertTable(len(sheet.rows), len(sheet.columns), table_format(widths))
    writers = [_Writer(column, index, theme, zoom, places) for index, column in enumerate(sheet.columns)]
    for row, lines in enumerate(sheet.rows):
        for column, cell in enumerate(lines):
            if cell:
                at = table.cellAt(row, column).firstCursorPosition()
                if row == sheet.elsewhere:
                    writers[column].divider(at)
                writers[column].cell(at, cell)
    cursor.endEditBlock()
    places.table = table
    return places


def table_format(widths: Sequence[int]) -> QTextTableFormat:
    """Columns of `widths` pixels, padded, without frames."""
    made = QTextTableFormat()
    made.setBorder(0)
    made.setCellSpacing(0)
    made.setCellPadding(UNIT / 2)
    made.setMargin(0)
    made.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, width) for width in widths])
    return made


def _touch(before: Run, after: Run) -> bool:
    """Whether a struck word and its neighbour would run into each other."""
    if before.change is after.change or Change.REMOVED not in (before.change, after.change):
        return False
    return before.text[-1:].isalnum() and after.text[:1].isalnum()


class _Writer:
    """Writes the lines of one column."""

    def __init__(self, column: Column, index: int, theme: Theme, zoom: int, places: Places) -> None:
        self._index = index
        self._evidence = column.finding.evidence
        self._theme = theme
        self._places = places
        self._font = reading_font(column.language, zoom)
        em = QFontInfo(self._font).pixelSize()
        self._line_height = em * LINE_HEIGHT["zh" if column.language == "zh" else "en"]

    def divider(self, cursor: QTextCursor) -> None:
        """Write what sets the provisions from elsewhere apart, and leave `cursor` on the line below."""
        words = self._plain(heading=False)
        words.setFont(small(QApplication.font(), by=1))
        words.setForeground(QColor(self._theme.muted))
        block = QTextBlockFormat()
        block.setTopMargin(2 * UNIT)
        block.setLeftMargin(1.5 * UNIT)
        cursor.setBlockFormat(block)
        cursor.insertText(QCoreApplication.translate("Clauses", "Reaching it from elsewhere in the text"), words)
        cursor.insertBlock()

    def cell(self, cursor: QTextCursor, lines: Sequence[Line]) -> None:
        """Write the lines of one cell, each a block, from `cursor` on."""
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
            self._line(cursor, line)

    def _line(self, cursor: QTextCursor, line: Line) -> None:
        cursor.setBlockFormat(self._block(line))
        plain = self._plain(heading=line.heading)
        start = cursor.position()
        if line.repairs:
            mark = QTextCharFormat(plain)
            mark.setForeground(QColor(self._theme.accent))
            mark.setToolTip("\n".join(line.repairs))
            cursor.insertText(REPAIRED, mark)
        if line.number:
            numbers = QTextCharFormat(plain)
            numbers.setForeground(QColor(self._theme.muted))
            cursor.insertText(line.number if line.heading else f"{line.number}\t", numbers)
            if line.heading and line.runs:
                cursor.insertText("  ", plain)
        before: Run | None = None
        for run in line.runs:
            self._run(cursor, run, plain, apart=before is not None and _touch(before, run))
            before = run
        place = Place(self._index, start, cursor.position())
        self._places.lines[self._index, line.provision] = place
        if not line.heading:
            self._places.bodies.setdefault(self._index, place)

    def _run(self, cursor: QTextCursor, run: Run, plain: QTextCharFormat, *, apart: bool) -> None:
        start = cursor.position()
        if apart:
            cursor.insertText(THIN_SPACE, plain)
        cursor.insertText(run.text, self._dressed(run, plain))
        place = Place(self._index, start, cursor.position())
        words = Place(self._index, start + apart, place.end)
        for proof in run.proofs:
            known = self._places.proofs.get((self._index, proof))
            self._places.proofs[self._index, proof] = Place(self._index, known.start, place.end) if known else words
        if run.change is not Change.SAME:
            self._add_change(place)

    def _add_change(self, place: Place) -> None:
        """A removal and the words put in its place are one change to the reader."""
        changes = self._places.changes
        if changes and changes[-1].column == place.column and changes[-1].end == place.start:
            changes[-1] = Place(place.column, changes[-1].start, place.end)
        else:
            changes.append(place)

    def _dressed(self, run: Run, plain: QTextCharFormat) -> QTextCharFormat:
        theme = self._theme
        made = QTextCharFormat(plain)
        if run.change is Change.ADDED:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setBackground(QColor(theme.added))
        elif run.change is Change.REMOVED:
            made.setFontStrikeOut(True)
            made.setForeground(QColor(theme.removed_ink))
            made.setBackground(QColor(theme.removed))
        if run.proofs:
            made.setBackground(QColor(theme.proof))
        if any(self._evidence[proof].part.startswith("strength") for proof in run.proofs):
            made.setFontWeight(QFont.Weight.Bold)
        return made

    def _plain(self, *, heading: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        font = QFont(self._font)
        if heading:
            font.setWeight(QFont.Weight.DemiBold)
        made.setFont(font)
        made.setForeground(QColor(self._theme.ink))
        return made

    def _block(self, line: Line) -> QTextBlockFormat:
        made = QTextBlockFormat()
        step = QFontMetricsF(self._font).horizontalAdvance("(iv) ") + 4
        hang = 0.0 if line.heading or not line.number else step
        indent = 0.0 if line.heading else step * (line.depth + 1)
        made.setLeftMargin(1.5 * UNIT + indent)
        made.setRightMargin(1.5 * UNIT)
        made.setTextIndent(-hang)
        made.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)] if hang else [])
        made.setTopMargin(UNIT / 2 if line.heading else 0)
        # PySide6 declares the height type as int; the enum's value is what Qt reads.
        made.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made
