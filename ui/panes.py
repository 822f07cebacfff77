"""The panes and how they stand beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from ui.bars import MessageBar
from ui.clause_pane import ClausePane
from ui.focus_line import FocusLine
from ui.matrix_pane import MatrixPane
from ui.pages import Pages
from ui.settings import Settings
from ui.side_pane import SidePane
from ui.theme import LIGHT, Theme
from ui.why_pane import WhyPane

if TYPE_CHECKING:
    from ui.guide import Guide


@dataclass(slots=True)
class Look:
    """What every pane must know to draw itself."""

    language: str = "en"
    theme: Theme = LIGHT
    zoom: int = 100
    """Size of treaty text, in per cent."""


class Panes(QWidget):
    """Side, matrix, clauses and reasons, resizable; the message bar above, the guide over them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageBar(self)
        self.side, self.matrix = SidePane(self), MatrixPane(self)
        self.clauses, self.why = ClausePane(self), WhyPane(self)
        self.side.setMinimumWidth(168)
        self.why.setMinimumWidth(208)
        lower = _splitter(Qt.Orientation.Horizontal, self.clauses, self.why)
        right = _splitter(Qt.Orientation.Vertical, self.matrix, lower)
        self.pages = Pages(right, self)
        whole = _splitter(Qt.Orientation.Horizontal, self.side, self.pages)
        self._splitters = {"lower": lower, "right": right, "whole": whole}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(whole, 1)
        self.guide: Guide | None = None
        self._order_stops()
        self.focus_line = FocusLine(self._lined, self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def retranslate(self, language: str) -> None:
        """Say everything in the language that is set now."""
        self.messages.retranslate()
        self.side.retranslate(language)
        self.matrix.retranslate()
        self.clauses.retranslate()
        self.why.retranslate()
        self.pages.retranslate()

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self.messages.wear(theme)
        self.side.wear(theme)
        self.matrix.wear(theme)
        self.clauses.wear(theme)
        self.pages.wear(theme)

    def open_guide(self, look: Look) -> None:
        """Show the guide over the panes."""
        from ui.guide import Guide  # noqa: PLC0415 - late: few open it, and not at the start

        if self.guide is None:
            self.guide = Guide(self, look)
        self.guide.open()

    def focus_next(self) -> None:
        """Give the keyboard to the next pane: texts, topics, matrix, clauses, reasons, and round again."""
        page = self.pages.current
        right: list[QWidget] = [self.matrix.view, self.clauses.view.text, self.why.page] if page is None else page.stops
        stops: list[QWidget] = [self.side.texts, self.side.topics, *right]
        now = QApplication.focusWidget()
        at = next((i for i, stop in enumerate(stops) if now is stop or (now and stop.isAncestorOf(now))), -1)
        stops[(at + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_base(self) -> None:
        """Open the list of texts to compare with."""
        if self.pages.current is not None:
            self.pages.go_home()
        self.clauses.base.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.clauses.base.showPopup()

    def _lined(self) -> list[QWidget]:
        """What the focus line can stand on: whole panes, but the two lists of the side pane apart."""
        page = self.pages.current
        right: list[QWidget] = [self.matrix, self.clauses, self.why] if page is None else [*page.stops, page]
        return [self.side.texts, self.side.topics, *right]

    def _order_stops(self) -> None:
        """The base of the comparison stands between matrix and clauses: Qt's own order never comes to it."""
        self.setTabOrder(self.matrix.view, self.clauses.base)
        self.setTabOrder(self.clauses.base, self.clauses.view.text)
        self.setTabOrder(self.clauses.view.text, self.why.page)

    def restore_layout(self, settings: Settings) -> None:
        """Sizes as they were left, or fitting ones."""
        sizes = {"whole": (208, 1232), "right": (448, 392), "lower": (932, 300)}
        for name, splitter in self._splitters.items():
            if not splitter.restoreState(settings.layout(name)):
                splitter.setSizes(list(sizes[name]))

    def save_layout(self, settings: Settings) -> None:
        """Remember the sizes."""
        for name, splitter in self._splitters.items():
            settings.set_layout(name, splitter.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The guide covers the panes."""
        super().resizeEvent(event)
        if self.guide is not None:
            self.guide.setGeometry(self.rect())


def _splitter(orientation: Qt.Orientation, first: QWidget, second: QWidget) -> QSplitter:
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.addWidget(first)
    made.addWidget(second)
    if orientation is Qt.Orientation.Horizontal:
        grows = 1 if isinstance(second, Pages) else 0
        made.setStretchFactor(grows, 1)
    else:
        made.setStretchFactor(0, 1)
        made.setStretchFactor(1, 1)
    return made
