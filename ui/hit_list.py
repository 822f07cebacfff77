"""Found clauses in a list: under each agreement its clauses, the found words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from comparer.library import Hit
from ui.line_list import Lines, LinesDelegate
from ui.paint import paint_wrapped, wrapped_height
from ui.theme import LIGHT, UNIT, Theme

_HIT = Qt.ItemDataRole.UserRole + 2
_SIDE = 3 * UNIT
_WIDEST = 860
"""Pixels of a snippet's line: about 110 characters, as far as an eye finds back."""


class HitDelegate(QStyledItemDelegate):
    """Paints a found clause: citation and heading, then its words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._heads = LinesDelegate(self)

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self.theme = self._heads.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for every line."""
        hit = index.data(_HIT)
        if not isinstance(hit, Hit):
            return self._heads.sizeHint(option, index)
        view = option.widget
        width = _inner(view.viewport().width() if isinstance(view, QAbstractItemView) else 400)
        height = wrapped_height(_title(hit), _medium(option.font), width)
        return QSize(80, height + int(self._laid_out(hit, option.font, width).boundingRect().height()) + 2 * UNIT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one clause."""
        hit = index.data(_HIT)
        if not isinstance(hit, Hit):
            self._heads.paint(painter, option, index)
            return
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
        width = _inner(rect.width())
        box = QRect(rect.topLeft() + QPoint(_SIDE, UNIT // 2), QSize(width, rect.height()))
        paint_wrapped(painter, box, _title(hit), _medium(option.font), self.theme.ink)
        top = box.top() + wrapped_height(_title(hit), _medium(option.font), width) + 2
        painter.setPen(QColor(self.theme.ink))
        self._laid_out(hit, option.font, width).draw(painter, QPointF(box.left(), top))
        painter.restore()

    def _laid_out(self, hit: Hit, font: QFont, width: int) -> QTextLayout:
        layout = QTextLayout(hit.snippet, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        marks = []
        for start, end in hit.marks:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = _units(hit.snippet[:start]), _units(hit.snippet[start:end])
            form = QTextCharFormat()
            form.setBackground(QColor(self.theme.proof_chosen if self.theme.dark else self.theme.proof))
            form.setFontWeight(QFont.Weight.DemiBold)
            mark.format = form
            marks.append(mark)
        layout.setFormats(marks)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.15
        layout.endLayout()
        return layout


class HitList(QListWidget):
    """Signals: `opened(hit)` when one is activated, `left_upwards()` when Up is pressed on the first clause."""

    opened = Signal(object)
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted = HitDelegate(self)
        self.setItemDelegate(self.painted)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemActivated.connect(self._activated)

    @property
    def hit(self) -> Hit | None:
        """The chosen clause."""
        item = self.currentItem()
        found = item.data(_HIT) if item else None
        return found if isinstance(found, Hit) else None

    def show_groups(self, groups: Iterable[tuple[str, str, Sequence[Hit]]]) -> None:
        """Replace what is shown: `(agreement, how many, clauses)`."""
        self.clear()
        for name, said, hits in groups:
            head = QListWidgetItem(self)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setData(LinesDelegate.LINES, Lines(name, said, head=True))
            for hit in hits:
                item = QListWidgetItem(self)
                item.setData(_HIT, hit)
                item.setText(f"{hit.citation} {hit.heading}")
        self.scrollToTop()

    def choose_first(self) -> None:
        """Choose the first clause where none is chosen."""
        if self.hit is None and self.count() > 1:
            self.setCurrentRow(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up from the first clause leaves the list; Enter and a double click activate."""
        if event.key() == Qt.Key.Key_Up and self.currentRow() <= 1:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _activated(self) -> None:
        if self.hit is not None:
            self.opened.emit(self.hit)


def _title(hit: Hit) -> str:
    return f"{hit.citation}  {hit.heading}".rstrip()


def _inner(width: int) -> int:
    return min(_WIDEST, width - 2 * _SIDE)


def _medium(base: QFont) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.Medium)
    return font


def _units(text: str) -> int:
    """Length in UTF-16 units, in which Qt counts."""
    return len(text.encode("utf-16-le")) // 2
