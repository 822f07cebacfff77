"""The pages of the guide as the window shows them: Markdown out of `resources/guide`, dressed as everything else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pkgutil import get_data

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
    QTextTableCellFormat,
)

from ui.theme import UNIT, Theme

PAGES = ("index", "first-table", "reading", "coding", "comparing", "exporting", "get", "window", "command-line")
"""Names of the pages, in the order in which they are best read."""

READING_WIDTH = 107 * UNIT
"""Pixels: room for the widest example, and lines of text that are not too long to read."""


def markdown(page: str, language: str) -> str:
    """The source of a page. `KeyError` for a page that is none of `PAGES`."""
    if page not in PAGES:
        raise KeyError(page)
    return (get_data("resources", f"guide/{language}/{page}.md") or b"").decode()


def title(page: str, language: str) -> str:
    """The words of a page's first heading."""
    found = re.search(r"^# (.+)$", markdown(page, language), re.MULTILINE)
    return found[1] if found else page


def dress(document: QTextDocument, theme: Theme) -> None:
    """Give a document that was made from Markdown the window's colours, hairlines and space."""
    for table in _tables(document):
        _dress_table(table, theme)
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme)
        block = block.next()


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            yield frame


def _dress_table(table: QTextTable, theme: Theme) -> None:
    whole = table.format().toTableFormat()
    whole.setBorder(0)
    whole.setBorderCollapse(True)
    whole.setCellPadding(UNIT / 2)
    whole.setTopMargin(UNIT)
    whole.setBottomMargin(2 * UNIT)
    table.setFormat(whole)
    for row in range(table.rows()):
        for column in range(table.columns()):
            place = table.cellAt(row, column)
            cell = QTextTableCellFormat(place.format().toTableCellFormat())
            cell.setBottomBorder(1)
            cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            cell.setBottomBorderBrush(QBrush(QColor(theme.muted if row == 0 else theme.hairline)))
            place.setFormat(cell)


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    space = QTextBlockFormat()
    words = QTextCharFormat()
    level = block.blockFormat().headingLevel()
    if level:
        space.setTopMargin((1, 3, 2)[min(level, 3) - 1] * UNIT)
        space.setBottomMargin(UNIT)
        words.setFontWeight(QFont.Weight.DemiBold)
        # As Qt does for a heading's plain words; it forgets those in code.
        words.setProperty(QTextFormat.Property.FontSizeAdjustment.value, 4 - level)
    elif block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockCodeFence.value):
        space.setBackground(QColor(theme.desk))
    else:
        space.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(space)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(words)
