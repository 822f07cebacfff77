"""The narrow strips: a pane's heading with its controls, and the message bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.theme import UNIT, Theme

_NOTE_SHOWN_MS = 8000


class PaneBar(QWidget):
    """A pane's title at the left, its controls at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        font = self.title.font()
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.setFixedHeight(5 * UNIT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * UNIT, 0, UNIT, 0)
        self._row.setSpacing(UNIT // 2)
        self._row.addWidget(self.title)
        self._row.addStretch(1)

    def add(self, *widgets: QWidget) -> None:
        """Add controls, left to right."""
        for widget in widgets:
            self._row.addWidget(widget)


class MessageBar(QFrame):
    """One sentence above the panes, out of the way: a problem stays until it is dismissed, a note fades."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = QToolButton(self)
        self.action.clicked.connect(self._act)
        self.dismiss = QToolButton(self)
        self.dismiss.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._problems: list[str] = []
        self._wanted: Callable[[], None] | None = None
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self.dismiss.setText(self.tr("Dismiss"))

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self.setStyleSheet(
            f"MessageBar {{ background: {theme.selected}; border-bottom: 1px solid {theme.hairline}; }}"
            f"MessageBar QLabel {{ color: {theme.ink}; }}"
        )

    def note(self, sentence: str, action: str = "", wanted: Callable[[], None] | None = None) -> None:
        """Say something that needs no answer, with a button to see more; it does not push a problem away."""
        if not self._problems:
            self._show(sentence)
            self.action.setText(action)
            self.action.setVisible(bool(action))
            self._wanted = wanted
            self._timer.start(_NOTE_SHOWN_MS)

    def problem(self, sentence: str) -> None:
        """Say what went wrong; several stand under each other."""
        self._timer.stop()
        if sentence not in self._problems:
            self._problems.append(sentence)
        self._show("\n".join(self._problems[-4:]))

    def clear(self) -> None:
        """Put the bar away."""
        self._problems.clear()
        self.hide()

    def _act(self) -> None:
        wanted = self._wanted
        self.clear()
        if wanted is not None:
            wanted()

    def _show(self, words: str) -> None:
        self.action.hide()
        self.label.setText(words)
        self.setAccessibleName(words)
        self.show()
