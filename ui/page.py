"""A page that stands in the place of the matrix and the clauses until the reader goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.bars import PaneBar
from ui.theme import Theme


class Page(QWidget):
    """A strip with a title and a way back; below it what the subclass puts into `column`.

    Signals: `closed()` when the reader wants to go back.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = PaneBar(self)
        self.back = QPushButton(self.bar)
        self.back.clicked.connect(self.closed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.bar)
        self.setAutoFillBackground(True)
        self.stops: list[QWidget] = []
        """Where the key for the next pane halts."""

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("Back to where you were (Esc)"))

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def action_button(parent: QWidget) -> QPushButton:
    """A button of a page's strip."""
    made = QPushButton(parent)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
