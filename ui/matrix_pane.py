"""The matrix with its strip of controls, and what stands there while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from comparer.matrix import Matrix
from ui.bars import PaneBar
from ui.matrix_view import MatrixView
from ui.theme import UNIT, Theme


class MatrixPane(QWidget):
    """Signals: `open_wanted()`, `builtin_wanted()` from the empty pane's buttons."""

    open_wanted = Signal()
    builtin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = PaneBar(self)
        self.view = MatrixView(self)
        self.waiting = QLabel(self)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = QLabel(self)
        self.open_button, self.builtin_button = QPushButton(self), QPushButton(self)
        self.open_button.setProperty("primary", True)  # noqa: FBT003
        self.open_button.clicked.connect(self.open_wanted)
        self.builtin_button.clicked.connect(self.builtin_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        for page in (self.view, self.waiting, self._empty_page()):
            self._stack.addWidget(page)
        self._stack.setCurrentIndex(1)
        self.setFocusProxy(self.view)

    def add_controls(self, *actions: QAction) -> None:
        """Put actions into the strip as buttons."""
        for action in actions:
            button = QToolButton(self.bar)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.bar.add(button)

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self.bar.title.setText(self.tr("Matrix"))
        self.view.setAccessibleName(self.tr("Matrix: agreements down, topics across"))
        self.waiting.setText(self.tr("Reading the agreements…"))
        self.hint.setText(self.tr("Here stands what each agreement says on each topic.\nDrop texts on the window, or:"))
        self.open_button.setText(self.tr("Open texts…"))
        self.builtin_button.setText(self.tr("Show the built-in agreements"))

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self.view.set_theme(theme)
        for label in (self.waiting, self.hint):
            label.setStyleSheet(f"color: {theme.muted};")

    def show_matrix(self, matrix: Matrix, titles: dict[str, str], language: str) -> None:
        """Replace the matrix."""
        self.view.show_matrix(matrix, titles, language)

    def show_page(self, *, has_rows: bool, waiting: bool) -> None:
        """Show the matrix when it has rows, else that it is coming, else how to fill it."""
        was = self._stack.currentIndex()
        self._stack.setCurrentIndex(0 if has_rows else 1 if waiting else 2)
        if has_rows and was:
            self.view.setFocus()

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setSpacing(2 * UNIT)
        column.addStretch(1)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.hint, self.open_button, self.builtin_button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page
