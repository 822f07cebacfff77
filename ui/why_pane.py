"""The reasons for the chosen cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from comparer.matrix import Cell
from ui.bars import PaneBar
from ui.theme import UNIT, Theme
from ui.why_text import Subject, why


class WhyPage(QTextBrowser):
    """One stop for Tab; inside it the up and down keys walk from quote to quote, and Enter follows one."""

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Leave the pane: a browser would go to its next link."""
        return QWidget.focusNextPrevChild(self, following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from link to link; the other keys are the browser's."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            QTextBrowser.focusNextPrevChild(self, event.key() == Qt.Key.Key_Down)
            self.setFocus()  # after the last link the browser lets the focus go
        else:
            super().keyPressEvent(event)


class WhyPane(QWidget):
    """Signals: `proof_wanted(index)`, `provision_wanted(index)`: the reader followed a link to the words."""

    proof_wanted = Signal(int)
    provision_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = ""
        self.bar = PaneBar(self)
        self.page = WhyPage(self)
        self.page.setOpenLinks(False)
        self.page.setAcceptDrops(False)
        self.page.document().setDocumentMargin(2 * UNIT)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.anchorClicked.connect(self._followed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.page, 1)
        self.setFocusProxy(self.page)

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self.bar.title.setText(self.tr("Why"))
        self.page.setAccessibleName(self.tr("Reasons for the chosen cell"))
        self._nothing = self.tr("Choose a cell of the matrix to see why it is coded so.")

    def show_cell(self, cell: Cell, subject: Subject, theme: Theme) -> None:
        """Say why `cell` is coded as it is."""
        self.page.setHtml(why(cell, subject, theme))

    def clear(self) -> None:
        """No cell is chosen."""
        self.page.setPlainText(self._nothing)

    def _followed(self, link: QUrl) -> None:
        number = link.path()
        if link.scheme() == "proof" and number.isdigit():
            self.proof_wanted.emit(int(number))
        elif link.scheme() == "provision" and number.isdigit():
            self.provision_wanted.emit(int(number))
