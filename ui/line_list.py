"""Items of a list that say something in one weight and where or how much in another, wrapped, never cut."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.paint import breakable, paint_wrapped, wrapped_height
from ui.theme import LIGHT, UNIT, Theme, small


class Lines(NamedTuple):
    """What an item says."""

    first: str
    second: str = ""
    plain: bool = False
    """The first line in normal weight: it is a sentence, not a name."""
    head: bool = False
    """A heading within the list."""
    warn: bool = False


class LinesDelegate(QStyledItemDelegate):
    """Paints `Lines`."""

    LINES = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for both lines at the list's width."""
        lines = index.data(self.LINES)
        if not isinstance(lines, Lines):
            return QSize(0, 0)
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QAbstractItemView) else 280) - 3 * UNIT
        height = wrapped_height(self._first(lines), self._font(option.font, lines), width)
        height += wrapped_height(lines.second, small(option.font), width)
        return QSize(80, height + (2 * UNIT if lines.head else UNIT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one item."""
        lines = index.data(self.LINES)
        if not isinstance(lines, Lines):
            return
        painter.save()
        rect, theme = option.rect, self.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        inner = rect.adjusted(2 * UNIT, UNIT + UNIT // 2 if lines.head else UNIT // 2, -UNIT, 0)
        font = self._font(option.font, lines)
        first = self._first(lines)
        paint_wrapped(painter, inner, first, font, theme.muted if lines.head else theme.ink)
        below = inner.adjusted(0, wrapped_height(first, font, inner.width()), 0, 0)
        colour = theme.removed_ink if lines.warn else theme.muted
        paint_wrapped(painter, below, lines.second, small(option.font), colour)
        painter.restore()

    @staticmethod
    def _first(lines: Lines) -> str:
        return lines.first if lines.plain else breakable(lines.first)

    @staticmethod
    def _font(base: QFont, lines: Lines) -> QFont:
        font = QFont(base)
        if not lines.plain:
            font.setWeight(QFont.Weight.DemiBold if lines.head else QFont.Weight.Medium)
        return font
