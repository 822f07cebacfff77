"""The left side: which texts, and which topics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from comparer.labels import edition_language
from comparer.model import Text
from ui.bars import PaneBar
from ui.engine import TopicLabel
from ui.paint import Badge, badge_height, breakable, paint_badge, paint_wrapped, wrapped_height
from ui.theme import LIGHT, UNIT, Theme, small
from ui.topic_list import TopicList

_TEXT = Qt.ItemDataRole.UserRole + 1


class TextDelegate(QStyledItemDelegate):
    """Paints a text: its name, its title, its badge and language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.language = "en"

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the name and the badge."""
        text = index.data(_TEXT)
        if not isinstance(text, Text):
            return QSize(0, 0)
        lists = option.widget
        width = (lists.viewport().width() if isinstance(lists, QListWidget) else 200) - 3 * UNIT
        height = wrapped_height(breakable(str(index.data())), self._bold(option.font), width)
        return QSize(80, height + badge_height(small(option.font, by=2.5)) + 5 + 2 * UNIT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one text."""
        text = index.data(_TEXT)
        if not isinstance(text, Text):
            return
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
        inner = rect.adjusted(2 * UNIT, UNIT, -UNIT, 0)
        bold = self._bold(option.font)
        name = breakable(str(index.data()))
        paint_wrapped(painter, inner, name, bold, self.theme.ink)
        top = inner.top() + wrapped_height(name, bold, inner.width()) + 4
        tiny = small(option.font, by=2.5)
        badge = Badge(text.edition.status, self.language, tiny)
        paint_badge(painter, QPointF(inner.left(), top), badge, self.theme)
        beside = inner.left() + badge.size.width() + UNIT
        painter.setFont(tiny)
        painter.setPen(QColor(self.theme.muted))
        baseline = top + 1 + QFontMetrics(tiny).ascent()
        painter.drawText(QPointF(beside, baseline), edition_language(text.edition.language, self.language))
        painter.restore()

    @staticmethod
    def _bold(font: QFont) -> QFont:
        made = QFont(font)
        made.setWeight(QFont.Weight.Medium)
        return made


class TextList(QListWidget):
    """Signals: `removal_wanted(name)` on Delete, with the name of the edition."""

    removal_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the current text out of the comparison."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and item is not None:
            self.removal_wanted.emit(name_of(item))
        else:
            super().keyPressEvent(event)


def name_of(item: QListWidgetItem) -> str:
    """The edition's name of an item of the list of texts."""
    text = item.data(_TEXT)
    return text.edition.name if isinstance(text, Text) else ""


class SidePane(QWidget):
    """Signals: `text_chosen(name)`, `removal_wanted(name)`, `open_wanted()`, `topics_changed(tuple)`,
    `topic_chosen(id)`.
    """

    text_chosen = Signal(str)
    removal_wanted = Signal(str)
    open_wanted = Signal()
    topics_changed = Signal(object)
    topic_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts_bar, self.topics_bar = PaneBar(self), PaneBar(self)
        self.add_button = QPushButton(self)
        self.add_button.clicked.connect(self.open_wanted)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.texts_bar.add(self.add_button)
        self.texts = TextList(self)
        self.paint_text = TextDelegate(self)
        self.texts.setItemDelegate(self.paint_text)
        self.texts.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.texts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.texts.currentItemChanged.connect(self._text_changed)
        self.texts.removal_wanted.connect(self.removal_wanted)
        self.topics = TopicList(self)
        self.topics.topics_changed.connect(self.topics_changed)
        self.topics.topic_chosen.connect(self.topic_chosen)
        self.halves = QSplitter(Qt.Orientation.Vertical, self)
        self.halves.setHandleWidth(1)
        self.halves.setChildrenCollapsible(False)
        for bar, view in ((self.texts_bar, self.texts), (self.topics_bar, self.topics)):
            half = QWidget(self.halves)
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(bar)
            column.addWidget(view, 1)
            self.halves.addWidget(half)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.halves)

    def retranslate(self, language: str) -> None:
        """Say everything in the language that is set now."""
        self.texts_bar.title.setText(self.tr("Texts"))
        self.topics_bar.title.setText(self.tr("Topics"))
        self.add_button.setText(self.tr("Open…"))
        self.texts.setAccessibleName(self.tr("Texts compared"))
        self.topics.setAccessibleName(self.tr("Topics: tick those that the matrix shows"))
        self.paint_text.language = language
        self.texts.viewport().update()

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self.paint_text.theme = theme
        sheet = f"QListWidget, QTreeWidget {{ background: {theme.desk}; outline: none; }}"
        self.texts.setStyleSheet(sheet)
        self.topics.wear(theme, sheet)

    def show_texts(self, texts: Iterable[tuple[str, Text]]) -> None:
        """Replace the list of texts; each comes with the name that its row bears."""
        self.texts.blockSignals(True)  # noqa: FBT003
        self.texts.clear()
        for name, text in texts:
            item = QListWidgetItem(self.texts)
            item.setData(_TEXT, text)
            item.setText(name)
            item.setToolTip(f"{text.edition.title}\n{text.edition.name}")
        self.texts.blockSignals(False)  # noqa: FBT003

    def show_topics(self, known: Sequence[TopicLabel], chosen: Sequence[str], language: str) -> None:
        """Replace the list of topics."""
        self.topics.show_topics(known, chosen, language)

    def choose(self, text: str, topic: str) -> None:
        """Mark the chosen text and topic without telling anyone."""
        self.texts.blockSignals(True)  # noqa: FBT003
        for row in range(self.texts.count()):
            item = self.texts.item(row)
            if name_of(item) == text:
                self.texts.setCurrentItem(item)
        self.texts.blockSignals(False)  # noqa: FBT003
        self.topics.choose(topic)

    def changeEvent(self, event: QEvent) -> None:
        """A new font means new heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.texts.scheduleDelayedItemsLayout()

    def _text_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text_chosen.emit(name_of(item))
