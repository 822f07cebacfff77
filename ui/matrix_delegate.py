"""How a cell of the matrix looks: mark and strength, the phrase, the citation. Nothing is elided: rows grow."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from comparer.labels import strength_name
from comparer.matrix import Cell, ReviewState
from rules.model import Discipline
from ui.matrix_model import MatrixRole, phrase
from ui.paint import MARK, paint_mark, paint_wrapped, wrapped_height
from ui.theme import LIGHT, UNIT, Theme, small

PADDING = QSize(12, 10)
_GAP = 4


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
        font = option.font
        height = wrapped_height(phrase(cell, self.language), font, inner)
        if cell.finding.discipline is not Discipline.SILENT:
            height += QFontMetrics(small(font)).height() + _GAP
        if cell.finding.citations:
            height += _GAP + wrapped_height(self._citations(cell), small(font), inner)
        return QSize(width, height + 2 * PADDING.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        cell = index.data(MatrixRole.CELL)
        if not isinstance(cell, Cell):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option.rect, cell, selected=selected)
        if self.fade_like_base and index.data(MatrixRole.LIKE_BASE):
            painter.setOpacity(0.35)
        inner = option.rect.adjusted(PADDING.width(), PADDING.height(), -PADDING.width(), -PADDING.height())
        if cell.finding.discipline is Discipline.SILENT:
            paint_wrapped(painter, inner, phrase(cell, self.language), option.font, self.theme.muted)
        else:
            self._paint_finding(painter, inner, cell, option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, cell: Cell, *, selected: bool) -> None:
        ground = self.theme.strength(cell.finding.strength) if self.heat else self.theme.paper
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if selected:
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_finding(self, painter: QPainter, inner: QRect, cell: Cell, font: QFont) -> None:
        finding = cell.finding
        little = small(font)
        line = QFontMetrics(little).height()
        mark_at = QPointF(inner.left(), inner.top() + (line - MARK.height()) / 2)
        confirmed = cell.review is not ReviewState.OPEN
        paint_mark(painter, mark_at, finding.strength, self.theme, confirmed=confirmed)
        beside = QRect(inner.left() + MARK.width() + UNIT, inner.top(), inner.width(), line)
        painter.setFont(little)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), strength_name(finding.strength, self.language))
        said = inner.adjusted(0, line + _GAP, 0, 0)
        words = phrase(cell, self.language)
        paint_wrapped(painter, said, words, font, self.theme.ink)
        if finding.citations:
            below = said.adjusted(0, wrapped_height(words, font, inner.width()) + _GAP, 0, 0)
            paint_wrapped(painter, below, self._citations(cell), little, self.theme.muted)

    @staticmethod
    def _citations(cell: Cell) -> str:
        return "; ".join(cell.finding.citations)
