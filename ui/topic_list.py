"""The list of topics: ticked ones are the matrix's columns, the current one is the topic that is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from ui.engine import TopicLabel
from ui.theme import Theme
from ui.ticks import TickDelegate

_ID = Qt.ItemDataRole.UserRole + 1


class TopicList(QTreeWidget):
    """Signals: `topics_changed(tuple of ids)` when ticks change, `topic_chosen(id)` for a ticked topic."""

    topics_changed = Signal(object)
    topic_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ticks = TickDelegate(self)
        self.setItemDelegate(self.ticks)
        self.itemChanged.connect(self._ticked)
        self.currentItemChanged.connect(self._moved)

    def wear(self, theme: Theme, sheet: str) -> None:
        """Take a scheme's colours."""
        self.ticks.theme = theme
        self.setStyleSheet(
            sheet
            + f"QTreeWidget::item {{ padding: 3px 2px; color: {theme.ink}; }}"
            + f"QTreeWidget::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}"
        )

    def show_topics(self, known: Sequence[TopicLabel], chosen: Sequence[str], language: str) -> None:
        """Replace the list."""
        self.blockSignals(True)  # noqa: FBT003
        open_groups = [group.isExpanded() for group in self._groups()] or [True, False]
        self.clear()
        for core, title in ((True, self.tr("Core")), (False, self.tr("Further"))):
            group = QTreeWidgetItem(self, [title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for topic in known:
                if topic.core is core:
                    item = QTreeWidgetItem(group, [topic.names.get(language, topic.names.get("en", topic.id))])
                    item.setData(0, _ID, topic.id)
                    item.setToolTip(0, topic.questions.get(language, ""))
                    ticked = topic.id in chosen
                    item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            group.setExpanded(open_groups[0 if core else 1])
            group.setHidden(not group.childCount())
        self.blockSignals(False)  # noqa: FBT003

    def choose(self, topic: str) -> None:
        """Mark a topic without telling anyone."""
        self.blockSignals(True)  # noqa: FBT003
        for item in self._items():
            if item.data(0, _ID) == topic:
                self.setCurrentItem(item)
        self.blockSignals(False)  # noqa: FBT003

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for group in self._groups() for item in _children(group)]

    def _groups(self) -> list[QTreeWidgetItem]:
        return _children(self.invisibleRootItem())

    def _chosen(self) -> tuple[str, ...]:
        return tuple(i.data(0, _ID) for i in self._items() if i.checkState(0) is Qt.CheckState.Checked)

    def _ticked(self, item: QTreeWidgetItem) -> None:
        chosen = self._chosen()
        if not chosen:
            # A matrix without columns would be an empty screen: the last topic stays.
            self.blockSignals(True)  # noqa: FBT003
            item.setCheckState(0, Qt.CheckState.Checked)
            self.blockSignals(False)  # noqa: FBT003
            return
        self.topics_changed.emit(chosen)

    def _moved(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _ID) and item.checkState(0) is Qt.CheckState.Checked:
            self.topic_chosen.emit(item.data(0, _ID))


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for i in range(item.childCount()) if (child := item.child(i)) is not None]
