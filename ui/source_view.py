"""A text's source in place: words left over are grey, repaired places have a mark in the margin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from comparer.model import Kind, Span, Text
from ui.display import Display
from ui.reading import Place, Sort
from ui.theme import LIGHT, UNIT, Theme, reading_font

_MARGIN = 4 * UNIT
_WIDEST = 760
"""Pixels of a line at normal size, margins included: some 90 characters."""
_LONGEST_HEADING = 200
"""Characters; what is longer was no heading."""
_HEADED = (Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION, Kind.PART, Kind.ANNEX)
_LINE_END = re.compile(r"[\r\n\u2028\u2029]")


class SourceView(QPlainTextEdit):
    """Reads only; the widget shows what it is given and knows no file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._zoom = 100
        self._display: Display | None = None
        self._repairs: list[tuple[int, str]] = []
        """Where repaired provisions begin in the document, in order, with their sentences."""
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setCursorWidth(0)
        self.document().setDocumentMargin(_MARGIN)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_source(self, text: Text, display: Display, places: Sequence[Place], zoom: int) -> None:
        """Show a text from its beginning."""
        self._display, self._zoom = display, zoom
        self.setFont(reading_font(text.edition.language, zoom))
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())  # else the new words wear what the old ones wore
        self.setPlainText(display.text)
        self.setExtraSelections([])
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        bold, grey = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        grey.setForeground(QColor(self.theme.muted))
        grey.setBackground(QColor(self.theme.desk))
        grey.setToolTip(self.tr("Left over: these words became part of no provision."))
        for span in _headings(text):
            self._dress(cursor, span, bold)
        self._repairs = []
        for place in places:
            for span in place.spans:
                if place.sort is Sort.LEFT_OVER:
                    self._dress(cursor, span, grey)
                else:
                    self._repairs.append((display.place(span)[0], place.said))
        cursor.endEditBlock()
        self._repairs.sort()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to(self, span: Span, colour: str) -> None:
        """Bring a stretch of the source into the upper part of the view, and tint it (`#rrggbb`)."""
        if self._display is None:
            return
        cursor = QTextCursor(self.document())
        self._select(cursor, span)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(cursor)
        mark.format.setBackground(QColor(colour))
        self.setExtraSelections([mark])
        cursor.setPosition(cursor.selectionStart())
        self.moveCursor(QTextCursor.MoveOperation.End)  # from below, so that the place comes to the top
        self.setTextCursor(cursor)
        above = self.viewport().height() // 5
        bar = self.verticalScrollBar()
        line = max(1, int(self.cursorRect().height()))
        bar.setValue(bar.value() + (self.cursorRect().top() - above) // line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are no longer than is good to read."""
        room = self.contentsRect().width() - self.verticalScrollBar().width()
        self.setViewportMargins(0, 0, max(0, room - _WIDEST * self._zoom // 100), 0)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then the marks beside repaired places."""
        super().paintEvent(event)
        if not self._repairs:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.accent), 1.4))
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > self.viewport().height():
                break
            if self._said_of(block):
                _diamond(painter, box)
            block = block.next()
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Hovering over the margin of a repaired place says what was judged there."""
        if isinstance(event, QHelpEvent):
            block = self.cursorForPosition(event.pos()).block()
            said = self._said_of(block) if event.pos().x() < _MARGIN else ""
            if said:
                QToolTip.showText(event.globalPos(), said, self)
                return True
        return super().viewportEvent(event)

    def _said_of(self, block: QTextBlock) -> str:
        first = bisect_right(self._repairs, (block.position(), ""))
        last = bisect_right(self._repairs, (block.position() + block.length(), ""))
        return "\n".join(said for _, said in self._repairs[first:last])

    def _dress(self, cursor: QTextCursor, span: Span, form: QTextCharFormat) -> None:
        self._select(cursor, span)
        cursor.mergeCharFormat(form)

    def _select(self, cursor: QTextCursor, span: Span) -> None:
        if self._display is not None:
            start, end = self._display.place(span)
            cursor.setPosition(start)
            cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)


def _headings(text: Text) -> list[Span]:
    """Number and heading of articles and of what they stand in; where the heading is broken, its first line."""
    found = []
    for provision in text.provisions:
        if provision.own and provision.kind in _HEADED:
            start, end = provision.own[0]
            said = text.view.find(provision.heading, start, min(end, start + _LONGEST_HEADING))
            line_end = _LINE_END.search(text.view, start, end)
            first_line = line_end.start() if line_end else end
            found.append(Span(start, said + len(provision.heading) if said > start else first_line))
    return [span for span in found if span.end - span.start <= _LONGEST_HEADING]


def _diamond(painter: QPainter, box: QRectF) -> None:
    size = 4.0
    x, y = 2 * UNIT + 0.5, box.top() + min(box.height() / 2, 1.4 * UNIT)
    corners = [QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)]
    painter.drawPolygon(corners)
