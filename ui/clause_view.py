"""The clauses side by side: a heading for each column that stays in sight, and the document below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QToolTip, QVBoxLayout, QWidget

from comparer.labels import head, status_name
from comparer.model import Status
from ui.clause_document import Place, Places, table_format, write
from ui.paint import Badge, badge_height, line_height, paint_badge
from ui.sheet import Column, Sheet
from ui.theme import LIGHT, UNIT, Theme, small

_MIN_COLUMN = 272
_MAX_COLUMN = 640
"""About 75 characters of treaty text at its normal size."""


class ColumnHeads(QWidget):
    """Name, citation and badge of each column, in step with the document's horizontal scrolling."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.language = "en"
        self.sheet: Sheet | None = None
        self.width_of_column = _MIN_COLUMN
        self.offset = 0
        self.chosen = 0
        self.kept = False
        """Whether the first column, the base, stays in sight while the others scroll."""
        self.setFixedHeight(line_height(self.font()) + badge_height(small(self.font(), by=2.5)) + 2 * UNIT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the heads."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.paper))
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        count = len(self.sheet.columns) if self.sheet else 0
        for index in range(count):
            self._paint_head(painter, index, index * self.width_of_column - self.offset)
        if self.kept:
            box = QRect(0, 0, self.width_of_column, self.height())
            painter.fillRect(box, QColor(self.theme.paper))
            self._paint_head(painter, 0, 0)
            painter.setPen(QPen(QColor(self.theme.hairline), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomRight())
        painter.end()

    def _paint_head(self, painter: QPainter, index: int, left: int) -> None:
        if self.sheet is None:
            return
        column = self.sheet.columns[index]
        width = self.width_of_column
        box = QRect(left, 0, width, self.height())
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        if index == self.chosen:
            underline = QRect(box.left() + 2 * UNIT, box.bottom() - 1, width - 4 * UNIT, 2)
            painter.fillRect(underline, QColor(self.theme.accent))
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.ink))
        line = line_height(bold)
        cited = [citation.removeprefix(f"{column.label} ") for citation in column.finding.citations[:1]]
        if column.unchecked:
            cited.append(f"({head('unchecked', self.language)})")
        title = "  ".join([column.name, *cited])
        room = QRect(box.left() + 2 * UNIT, UNIT // 2, width - 3 * UNIT, line)
        title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), title)
        tiny = small(self.font(), by=2.5)
        badge = Badge(column.status, self.language, tiny)
        paint_badge(painter, QPointF(box.left() + 2 * UNIT, UNIT // 2 + line), badge, self.theme)
        painter.setFont(tiny)
        painter.setPen(QColor(self.theme.muted))
        beside = box.left() + 3 * UNIT + badge.size.width()
        rest = QRect(beside, UNIT // 2 + line, box.right() - beside, badge.size.height())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), self._aside(index))

    def event(self, event: QEvent) -> bool:
        """Hovering over a head tells the whole of what the edition is."""
        if isinstance(event, QHelpEvent) and self.sheet is not None:
            at = (event.pos().x() + self.offset) // self.width_of_column
            if self.kept and event.pos().x() < self.width_of_column:
                at = 0
            said = self._told(self.sheet.columns[at]) if 0 <= at < len(self.sheet.columns) else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def _told(self, column: Column) -> str:
        status = status_name(column.status, self.language)
        return "\n".join(filter(None, (column.name, status, column.note)))

    def _aside(self, index: int) -> str:
        if self.sheet is None:
            return ""
        column = self.sheet.columns[index]
        if column.is_base:
            return self.tr("base of the comparison")
        has_base = any(other.is_base for other in self.sheet.columns)
        if has_base and not column.compared:
            return self.tr("not compared: another language")
        return self.tr("our words, not the treaty's") if column.status is Status.RESTATEMENT else ""


class ClauseText(QTextBrowser):
    """The document itself, with hairlines between its columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.sheet: Sheet | None = None
        self.width_of_column = _MIN_COLUMN
        self.setAcceptDrops(False)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then a hairline between columns and a hairline frame around what is not a treaty's words."""
        super().paintEvent(event)
        if self.sheet is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        left = -self.horizontalScrollBar().value()
        height = self.viewport().height()
        framed = [column.status is Status.RESTATEMENT for column in self.sheet.columns]
        bottom = int(self.document().size().height()) - self.verticalScrollBar().value()
        for index, restated in enumerate(framed):
            x = left + index * self.width_of_column
            if restated:
                painter.drawRect(QRect(x + 3, -2, self.width_of_column - 6, bottom))
            elif index and not framed[index - 1]:
                painter.drawLine(x, 0, x, height)
        painter.end()


class KeptColumn(ClauseText):
    """A second look at the document's first column, over the first look, that does not scroll sideways."""

    def __init__(self, over: ClauseText) -> None:
        super().__init__(over)
        self.setDocument(over.document())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for put_off in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            put_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        down, follow = over.verticalScrollBar(), self.verticalScrollBar()
        down.valueChanged.connect(follow.setValue)
        follow.valueChanged.connect(down.setValue)
        # Selecting with the mouse would scroll it.
        self.horizontalScrollBar().valueChanged.connect(lambda: self.horizontalScrollBar().setValue(0))
        self.hide()

    def show_beside(self, over: ClauseText, *, shown: bool) -> None:
        """Take the place of the first column of `over`, or none."""
        if not shown:
            self.hide()
            return
        self.theme, self.sheet, self.width_of_column = over.theme, over.sheet, over.width_of_column
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(over.lineWrapColumnOrWidth())
        self.setGeometry(QRect(over.viewport().pos(), QSize(self.width_of_column, over.viewport().height())))
        self.verticalScrollBar().setValue(over.verticalScrollBar().value())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The column, and a line where the others go under it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())
        painter.end()


class ClauseView(QWidget):
    """Heads and text together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads = ColumnHeads(self)
        self.text = ClauseText(self)
        self.places = Places()
        self._sheet: Sheet | None = None
        self._theme: Theme = LIGHT
        self._zoom = 100
        self._change = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addWidget(self.text, 1)
        self.base = KeptColumn(self.text)
        self.setFocusProxy(self.text)
        self.text.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.text.horizontalScrollBar().rangeChanged.connect(self._keep_base)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    @property
    def change(self) -> int:
        """Index of the difference shown last, -1 before the first."""
        return self._change

    def show_sheet(self, sheet: Sheet | None, theme: Theme, zoom: int, language: str) -> None:
        """Lay a topic's clauses out anew."""
        self._sheet, self._theme, self._zoom, self._change = sheet, theme, zoom, -1
        self.heads.theme = self.text.theme = theme
        self.heads.sheet = self.text.sheet = sheet
        self.heads.language = language
        self._measure()
        widths = [self.text.width_of_column] * (len(sheet.columns) if sheet else 0)
        shown = sheet or Sheet("", (), ())
        self.places = write(self.text.document(), shown, widths, theme, zoom)
        self._mark([])
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._keep_base()
        self.heads.update()

    def choose_column(self, column: int) -> None:
        """Bring a column into sight and mark its head."""
        self.heads.chosen = column
        bar = self.text.horizontalScrollBar()
        left, width = column * self.text.width_of_column, self.text.width_of_column
        room = self.text.viewport().width()
        covered = width if self._has_base() and column else 0
        if left - covered < bar.value():
            bar.setValue(left - covered)
        elif left + width > bar.value() + room:
            bar.setValue(left + width - room)
        self.heads.update()

    def reveal(self, column: int) -> None:
        """Bring a column into sight, and its first words where corresponding lines have pushed them far down."""
        self.choose_column(column)
        place = self.places.bodies.get(column)
        if place is not None:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(place.start)
            top, height = self.text.cursorRect(cursor).top(), self.text.viewport().height()
            if not 0 <= top <= height * 3 // 5:
                self._scroll_to(cursor)

    def show_proof(self, column: int, proof: int) -> bool:
        """Scroll to a piece of evidence and mark it; False where its words are not in the clauses shown."""
        return self._show(self.places.proofs.get((column, proof)), self._theme.proof_chosen)

    def show_provision(self, column: int, provision: int) -> bool:
        """Scroll to a provision; False where it is not among the clauses shown."""
        return self._show(self.places.lines.get((column, provision)), self._theme.selected)

    def step(self, by: int) -> None:
        """Go `by` differences on (or back), round the ends."""
        if self.places.changes:
            first = 0 if by > 0 else -1
            self._change = (self._change + by if self._change >= 0 else first) % len(self.places.changes)
            self._show(self.places.changes[self._change], self._theme.proof_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        if self._sheet is not None and self.places.table is not None:
            self._measure()
            self.places.table.setFormat(table_format([self.text.width_of_column] * len(self._sheet.columns)))

    def _measure(self) -> None:
        count = max(1, len(self._sheet.columns) if self._sheet else 1)
        widest, narrowest = (limit * self._zoom // 100 for limit in (_MAX_COLUMN, _MIN_COLUMN))
        width = min(widest, max(narrowest, self.text.viewport().width() // count))
        self.text.width_of_column = self.heads.width_of_column = width
        self.text.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.text.setLineWrapColumnOrWidth(width * count)
        self.heads.update()

    def _show(self, place: Place | None, colour: str) -> bool:
        if place is None:
            return False
        self.choose_column(place.column)
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(place.start)
        self.text.setTextCursor(cursor)
        self._scroll_to(cursor)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(QColor(colour))
        self._mark([mark])
        return True

    def _scroll_to(self, cursor: QTextCursor) -> None:
        """Into the upper part of the pane, so that what follows can be read too."""
        down = self.text.cursorRect(cursor).top() - self.text.viewport().height() // 5
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + down)

    def _scrolled(self, value: int) -> None:
        self.heads.offset = value
        self._keep_base()

    def _has_base(self) -> bool:
        return self._sheet is not None and bool(self._sheet.columns) and self._sheet.columns[0].is_base

    def _keep_base(self) -> None:
        """The base stays where it is as soon as the others scroll under it."""
        self.heads.kept = self._has_base() and self.text.horizontalScrollBar().value() > 0
        self.base.show_beside(self.text, shown=self.heads.kept)
        self.heads.update()

    def _mark(self, marks: list[QTextEdit.ExtraSelection]) -> None:
        self.text.setExtraSelections(marks)
        self.base.setExtraSelections(marks)
