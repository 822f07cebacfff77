"""How a cell of the matrix looks: mark, strength and citation, then the phrase. Nothing is elided: rows grow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from comparer.labels import discipline_name, strength_name
from comparer.matrix import Cell, ReviewState
from rules.model import Discipline
from ui.matrix_model import MatrixRole, phrase
from ui.paint import MARK, paint_mark, paint_wrapped, wrapped_height
from ui.theme import LIGHT, UNIT, Theme, small

PADDING = QSize(12, 10)
_GAP = 4


@dataclass(frozen=True, slots=True)
class _Head:
    """The first lines of a cell; heights in pixels."""

    font: QFont
    line: int
    words: str
    below: str
    height: int


class CellDelegate(QStyledItemDelegate):
    """Paints `Cell` values.

    Attributes: `theme`, `language`, `heat` (tint by strength), `fade_like_base` (fade what says the same as the
    reference row).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.language = "en"
        self.heat = True
        self.fade_like_base = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the words need at the column's width (`option.rect`)."""
        cell = index.data(MatrixRole.CELL)
        width = option.rect.width()
        if not isinstance(cell, Cell):
            return QSize(width, 0)
        inner = width - 2 * PADDING.width()
        height = wrapped_height(phrase(cell, self.language), option.font, inner)
        if cell.finding.discipline is not Discipline.SILENT:
            height += self._head(cell, index, option.font, inner).height + _GAP
        return QSize(width, height + 2 * PADDING.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        cell = index.data(MatrixRole.CELL)
        if not isinstance(cell, Cell):
            return
        painter.save()
        if self.fade_like_base and index.data(MatrixRole.LIKE_BASE):
            painter.fillRect(option.rect, QColor(self.theme.paper))
            painter.setOpacity(0.35)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option.rect, cell, selected=selected)
        inner = option.rect.adjusted(PADDING.width(), PADDING.height(), -PADDING.width(), -PADDING.height())
        if cell.finding.discipline is Discipline.SILENT:
            paint_wrapped(painter, inner, phrase(cell, self.language), option.font, self.theme.muted)
        else:
            head = self._head(cell, index, option.font, inner.width())
            self._paint_head(painter, inner, cell, head)
            said = inner.adjusted(0, head.height + _GAP, 0, 0)
            paint_wrapped(painter, said, phrase(cell, self.language), option.font, self.theme.ink)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, cell: Cell, *, selected: bool) -> None:
        ground = self.theme.strength(cell.finding.strength) if self.heat else self.theme.paper
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if selected:
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_head(self, painter: QPainter, inner: QRect, cell: Cell, head: _Head) -> None:
        left = 0
        if cell.finding.discipline is not Discipline.UNCLEAR:
            mark_at = QPointF(inner.left(), inner.top() + (head.line - MARK.height()) / 2)
            confirmed = cell.review is not ReviewState.OPEN
            paint_mark(painter, mark_at, cell.finding.strength, self.theme, confirmed=confirmed)
            left = MARK.width() + UNIT
        paint_wrapped(painter, inner.adjusted(left, 0, UNIT, 0), head.words, head.font, self.theme.muted)
        if head.below:
            paint_wrapped(painter, inner.adjusted(0, head.line, 0, 0), head.below, head.font, self.theme.muted)

    def _head(self, cell: Cell, index: QModelIndex | QPersistentModelIndex, font: QFont, width: int) -> _Head:
        """Strength and citation: on one line beside the mark where they fit, the citation below it otherwise."""
        little = small(font)
        metrics = QFontMetrics(little)
        unclear = cell.finding.discipline is Discipline.UNCLEAR
        name = discipline_name(Discipline.UNCLEAR, self.language) if unclear else ""
        name = name or strength_name(cell.finding.strength, self.language)
        cited = str(index.data(MatrixRole.CITATION) or "")
        together = f"{name} · {cited}" if cited else name
        # Measured, not taken from the font: characters that another face stands in for may be taller.
        line = wrapped_height(together, little, 10_000)
        if metrics.horizontalAdvance(together) <= width - MARK.width() - UNIT:
            return _Head(little, line, together, "", line)
        return _Head(little, line, name, cited, line + wrapped_height(cited, little, width))
