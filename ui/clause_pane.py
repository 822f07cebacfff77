"""The clauses of the chosen topic with their strip: topic, base of the comparison, differences to step through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from ui.bars import PaneBar
from ui.clause_view import ClauseView
from ui.sheet import Sheet
from ui.theme import UNIT, Theme

_ROOM_FOR_LABEL = 68 * UNIT
"""Pixels of width below which the strip cannot hold all its words."""


class ClausePane(QWidget):
    """Signals: `base_wanted(name)`: the edition to compare with, or None."""

    base_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = PaneBar(self)
        self.view = ClauseView(self)
        self.empty = QLabel(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.base_label, self.counter = QLabel(self), QLabel(self)
        self.base = QComboBox(self)
        self.base.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.base.activated.connect(self._base_activated)
        self.base_label.setBuddy(self.base)
        self.bar.add(self.base_label, self.base)
        self._steps: list[QToolButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._topic = ""
        self._bases: tuple[tuple[str, str], ...] = ()
        self.setFocusProxy(self.view)

    def add_steps(self, previous: QAction, following: QAction) -> None:
        """Put the actions that step through differences into the strip, on both sides of their count."""
        for action in (previous, following):
            button = QToolButton(self.bar)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._steps.append(button)
        self.bar.add(self._steps[0], self.counter, self._steps[1])

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self.base_label.setText(self.tr("Compare with"))
        self.base.setAccessibleName(self.tr("Text that the others are compared with"))
        self.view.text.setAccessibleName(self.tr("Clauses side by side"))
        self.counter.setToolTip(
            self.tr("Underlined: words that the base does not have.\nStruck through: words that only the base has.")
        )
        self.show_bases(self._bases, self.base.currentData())
        self._say_count()

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        for label in (self.base_label, self.counter, self.empty):
            label.setStyleSheet(f"color: {theme.muted};")

    def show_bases(self, bases: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Fill the list of bases with `(edition name, label)`."""
        self._bases = tuple(bases)
        self.base.clear()
        self.base.addItem(self.tr("nothing", "compare with nothing"), None)
        for name, label in bases:
            self.base.addItem(label, name)
        self.base.setCurrentIndex(max(0, self.base.findData(chosen)))

    def show_sheet(self, sheet: Sheet | None, topic: str, theme: Theme, zoom: int, language: str) -> None:
        """Show the clauses of `topic` (its name)."""
        self._topic = topic
        self.bar.title.setText(topic or self.tr("Clauses"))
        self.view.show_sheet(sheet, theme, zoom, language)
        has_columns = sheet is not None and bool(sheet.columns)
        self._stack.setCurrentIndex(0 if has_columns else 1)
        self.empty.setText(
            self.tr("None of these texts has a clause on this topic.")
            if topic
            else self.tr("Here stand the clauses of the cell you choose, side by side.")
        )
        self._say_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the strip is narrow, the choice and the count go before the word that says what the choice is."""
        super().resizeEvent(event)
        self.base_label.setVisible(self.width() >= _ROOM_FOR_LABEL)

    def step(self, by: int) -> None:
        """Go to the next or previous difference."""
        self.view.step(by)
        self._say_count()

    def _say_count(self) -> None:
        count, at = len(self.view.places.changes), self.view.change
        for button in self._steps:
            button.setVisible(bool(count))
        if not count:
            self.counter.setText(self._nothing_to_count())
        elif at < 0:
            self.counter.setText(self.tr("%n difference(s)", "", count))
        else:
            self.counter.setText(self.tr("{number} of {count}").format(number=at + 1, count=count))

    def _nothing_to_count(self) -> str:
        sheet = self.view.sheet
        if self.base.currentData() is None or sheet is None or not sheet.columns:
            return ""
        if not any(column.is_base for column in sheet.columns):
            return self.tr("the base has no clause on this topic")
        return self.tr("no differences")

    def _base_activated(self, index: int) -> None:
        self.base_wanted.emit(self.base.itemData(index))
