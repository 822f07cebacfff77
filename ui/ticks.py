"""Boxes to tick that can be seen on dark paper too: the platform's style outlines them darker than their ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import LIGHT, Theme

_SIDE = 13.0


class TickDelegate(QStyledItemDelegate):
    """The usual item with a box of our own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one item."""
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        style = option.widget.style() if option.widget else QApplication.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, full, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = option.widget.palette().base().color() if option.widget else QColor(self.theme.paper)
        painter.save()
        painter.fillRect(place, QColor(self.theme.selected) if chosen else ground)
        box = QRectF(0, 0, _SIDE, _SIDE)
        box.moveCenter(QRectF(place).center())
        self._paint_box(painter, box, ticked=Qt.CheckState(state) is Qt.CheckState.Checked)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, *, ticked: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.accent if ticked else self.theme.muted), 1.0))
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(box, 2, 2)
        if ticked:
            painter.setPen(QPen(QColor(self.theme.accent), 2.0))
            corners = [QPointF(0.24, 0.52), QPointF(0.43, 0.71), QPointF(0.77, 0.3)]
            painter.drawPolyline([box.topLeft() + corner * _SIDE for corner in corners])
