"""Which of the pages stands in the place of the matrix, and the pages themselves, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.page import Page
from ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from ui.find_page import FindPage
    from ui.get_page import GetPage
    from ui.library_page import LibraryPage
    from ui.reading_page import ReadingPage

_P = TypeVar("_P", bound=Page)


class Pages(QStackedWidget):
    """The usual panes at the bottom; a page over them, and under a page the one it was opened from.

    Signals: `made(page)` when a page is there for the first time, to be connected; `left()` when the last one closes.
    """

    made = Signal(object)
    left = Signal()

    def __init__(self, usual: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addWidget(usual)
        self._usual = usual
        self._theme: Theme = LIGHT
        self._pages: dict[str, Page] = {}
        self._visited: list[Page] = []

    @property
    def current(self) -> Page | None:
        """The page that is shown, if one is."""
        return self._visited[-1] if self._visited else None

    def made_page(self, name: str) -> Page | None:
        """The page of that name, if it was ever asked for."""
        return self._pages.get(name)

    def reading(self) -> ReadingPage:
        """How texts were read, and a text in its own words."""
        from ui.reading_page import ReadingPage  # noqa: PLC0415 - late: nothing of it is needed at the start

        return self._page("reading", ReadingPage)

    def finding(self) -> FindPage:
        """Finding clauses."""
        from ui.find_page import FindPage  # noqa: PLC0415

        return self._page("find", FindPage)

    def library(self) -> LibraryPage:
        """What is in the library."""
        from ui.library_page import LibraryPage  # noqa: PLC0415

        return self._page("library", LibraryPage)

    def get(self) -> GetPage:
        """Official texts."""
        from ui.get_page import GetPage  # noqa: PLC0415

        return self._page("get", GetPage)

    def go(self, page: Page) -> None:
        """Show a page; Back leads to what is shown now."""
        if page in self._visited:
            del self._visited[self._visited.index(page) :]
        self._visited.append(page)
        self.setCurrentWidget(page)
        page.setFocus()

    def go_back(self) -> None:
        """Show what was there before the current page."""
        if self._visited:
            self._visited.pop()
        if self._visited:
            self.setCurrentWidget(self._visited[-1])
            self._visited[-1].setFocus()
        else:
            self.setCurrentWidget(self._usual)
            self.left.emit()

    def go_home(self) -> None:
        """Close every page."""
        self._visited.clear()
        self.go_back()

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        for page in self._pages.values():
            page.retranslate()

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self._theme = theme
        for page in self._pages.values():
            page.wear(theme)

    def _page(self, name: str, kind: Callable[[QWidget], _P]) -> _P:
        known = self._pages.get(name)
        if known is None:
            known = self._pages[name] = kind(self)
            self.addWidget(known)
            known.closed.connect(self.go_back)
            known.wear(self._theme)
            known.retranslate()
            self.made.emit(known)
        return known  # type: ignore[return-value]  # each name has one kind
