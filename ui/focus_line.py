"""A line at the top edge of the pane that has the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

_THICKNESS = 2


class FocusLine(QWidget):
    """Stands in the pane itself, so that it moves and is hidden with it.

    Args:
        panes: gives the panes there are now; the first that holds the focus gets the line.
    """

    def __init__(self, panes: Callable[[], Sequence[QWidget]], parent: QWidget) -> None:
        super().__init__(parent)
        self._panes = panes
        self._pane: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    @property
    def pane(self) -> QWidget | None:
        """The pane that bears the line."""
        return self._pane

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as wide as the pane."""
        if watched is self._pane and event.type() == QEvent.Type.Resize:
            self._fit(self._pane)
        return False

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:  # a menu, or another program: the keyboard comes back to the same pane
            return
        pane = next((one for one in self._panes() if one is now or one.isAncestorOf(now)), None)
        if pane is self._pane:
            return
        if self._pane is not None:
            self._pane.removeEventFilter(self)
        self._pane = pane
        if pane is None:
            self.hide()
            return
        pane.installEventFilter(self)
        self.setParent(pane)
        self._fit(pane)
        self.raise_()
        self.show()

    def _fit(self, pane: QWidget) -> None:
        self.setGeometry(0, 0, pane.width(), _THICKNESS)
