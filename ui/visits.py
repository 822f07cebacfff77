"""What leads to the pages and what they lead to: reports, finding, the library, official texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from comparer.model import Status, Text
from ui.controller import Controller, Opening
from ui.dialogs import ask_folder, ask_library, ask_texts
from ui.page import Page
from ui.panes import Look, Panes
from ui.settings import Settings

if TYPE_CHECKING:
    from comparer.library import Outcome
    from ui.find_page import FindPage
    from ui.get_page import GetPage
    from ui.library_page import LibraryPage
    from ui.reading_page import Entry, ReadingPage
    from ui.shelf import Found
    from ui.shelf_controller import ShelfController


class Visits(QObject):
    """Knows the controllers and the pages; the pages know neither of each other nor of the controllers.

    Nothing of the library is loaded before the reader asks for it.
    """

    def __init__(self, controller: Controller, panes: Panes, settings: Settings, look: Look) -> None:
        super().__init__(panes)
        self._controller, self._panes, self._settings, self._look = controller, panes, settings, look
        self._shelf: ShelfController | None = None
        self._unread: tuple[Entry, ...] = ()
        self._outcome: Outcome | None = None
        panes.pages.made.connect(self._made)
        panes.pages.left.connect(panes.matrix.view.setFocus)
        controller.opened.connect(self._opened)

    @property
    def shelf(self) -> ShelfController:
        """The library's side of the state."""
        if self._shelf is None:
            from ui.shelf import Shelf  # noqa: PLC0415 - late: see above
            from ui.shelf_controller import ShelfController  # noqa: PLC0415

            self._shelf = ShelfController(Shelf(self._settings.library), self._controller, self)
            self._shelf.holding_changed.connect(self._show_holding)
            self._shelf.answered.connect(lambda answer: self._panes.pages.finding().show_answer(answer))
            self._shelf.entry_ready.connect(self._show_entry)
            self._shelf.added.connect(self._show_outcome)
            self._shelf.got.connect(lambda results: self._panes.pages.get().show_results(results))
            self._shelf.busy_changed.connect(self._show_busy)
        return self._shelf

    def speak(self) -> None:
        """The language or the known topics have changed."""
        page = self._panes.pages.current
        if page is not None:
            self._told(page)

    def reading(self) -> None:
        """Show how the texts on the table were read, and what was not read when files were opened last."""
        self.reading_of("")

    def reading_of(self, chosen: str) -> None:
        """The same, beginning with one of them, by its key; empty for the first that needs a look."""
        from ui.reading_page import Entry  # noqa: PLC0415

        controller = self._controller
        rows = controller.matrix.rows if controller.matrix else ()
        names = {row.text: row.name for row in rows}
        entries = []
        for text in controller.texts:
            name = names.get(text, Path(text.edition.name).name)
            entries.append(Entry(text.edition.name, name, text, controller.engine.account(text)))
        self._report([*self._unread, *entries], chosen)

    def find(self) -> None:
        """Go where clauses are found by their words."""
        page = self._panes.pages.finding()
        self._visit(page)
        page.begin()

    def find_alike(self) -> None:
        """Find clauses like the chosen one."""
        page, cell, row = self._panes.pages.current, self._controller.cell, self._controller.row
        if page is not None and page is self._panes.pages.finding():
            self._panes.pages.finding().seek_alike()
        elif cell is None or row is None or not cell.finding.provisions:
            self._panes.messages.note(self.tr("Choose a cell with a clause first; then its like can be found."))
        else:
            from ui.shelf import Like  # noqa: PLC0415

            found = self._panes.pages.finding()
            self._visit(found)
            found.seek(Like(cell.finding.citations[0], cell.finding.provisions[0], row.text))

    def library(self) -> None:
        """Show what is in the library."""
        self._visit(self._panes.pages.library())
        self.shelf.refresh()

    def official(self) -> None:
        """Show whose official texts are listed."""
        self._visit(self._panes.pages.get())

    def add(self, files: Sequence[str]) -> None:
        """Add files and folders to the library, and show it."""
        if files:
            self.library()
            self.shelf.add(files)

    def _visit(self, page: Page) -> None:
        self._told(page)
        self._panes.pages.go(page)

    def _told(self, page: Page) -> None:
        """Give a page what it cannot know by itself."""
        pages, look, controller = self._panes.pages, self._look, self._controller
        if page is pages.made_page("find"):
            topics = [(topic.id, controller.topic_name(topic.id, look.language)) for topic in controller.known_topics]
            pages.finding().show_topics(topics, look.language)
        elif page is pages.made_page("library"):
            pages.library().show_holding(self.shelf.holding, look.language)
            pages.library().set_busy(busy=self.shelf.busy)
        elif page is pages.made_page("get"):
            pages.get().show_listings(self.shelf.shelf.listings(), look.language)
            pages.get().set_busy(busy=self.shelf.busy)

    def _made(self, page: Page) -> None:
        pages = self._panes.pages
        if page is pages.made_page("reading"):
            self._connect_reading(pages.reading())
        elif page is pages.made_page("find"):
            self._connect_find(pages.finding())
        elif page is pages.made_page("library"):
            self._connect_library(pages.library())
        else:
            self._connect_get(pages.get())

    def _connect_reading(self, page: ReadingPage) -> None:
        page.table_wanted.connect(self._put_on_table)
        page.text_wanted.connect(self.shelf.look_at)

    def _connect_find(self, page: FindPage) -> None:
        page.search_wanted.connect(self.shelf.find)
        page.clause_wanted.connect(self._open_clause)

    def _connect_library(self, page: LibraryPage) -> None:
        page.files_wanted.connect(lambda: self.add(ask_texts(self._window(), self._settings, archives=True)))
        page.folder_wanted.connect(lambda: self.add([f for f in [ask_folder(self._window(), self._settings)] if f]))
        page.official_wanted.connect(self.official)
        page.other_wanted.connect(lambda: self._use_library(ask_library(self._window(), self._settings)))
        page.usual_wanted.connect(lambda: self._use_library(""))
        page.table_wanted.connect(self._put_stored_on_table)
        page.removal_confirmed.connect(self.shelf.remove)
        page.look_wanted.connect(self.shelf.look_at)
        page.outcome_wanted.connect(self._show_skipped)

    def _connect_get(self, page: GetPage) -> None:
        page.wanted.connect(self.shelf.get)

    def _opened(self, opening: Opening) -> None:
        """Say in a line what was understood; open the report where something was not."""
        from ui.reading_page import Entry  # noqa: PLC0415

        self._unread = tuple(Entry(one.file, one.file, reason=one.reason) for one in opening.unread)
        if opening.for_library:
            self.add(opening.for_library)
            self._panes.messages.note(self.tr("So many files go into the library: choose there what to compare."))
            return
        texts = [text for text in opening.texts if text.edition.status is not Status.RESTATEMENT]
        if not texts and len(self._unread) <= 1:
            return
        first = next((t for t in texts if self._controller.engine.account(t).places), texts[0] if texts else None)
        chosen = first.edition.name if first is not None else ""

        def show() -> None:
            self.reading_of(self._unread[0].key if self._unread else chosen)

        if len(self._unread) > 1 or any(self._controller.engine.account(text).places for text in texts):
            show()
        elif not self._unread:
            said = self.tr("%n text(s) read; every word stands in a provision.", "", len(texts))
            self._panes.messages.note(said, self.tr("How it was read"), show)

    def _open_clause(self, found: Found) -> None:
        self.shelf.look_at_clause(found)

    def _show_entry(self, entry: Entry) -> None:
        page = self._panes.pages.reading()
        if self._panes.pages.current is page and any(known.key == entry.key for known in page.entries):
            page.fill(entry)
        else:
            self._report([entry], entry.key)

    def _report(self, entries: Sequence[Entry], chosen: str) -> None:
        page = self._panes.pages.reading()
        page.on_table = frozenset(text.edition.name for text in self._controller.texts)
        page.show_entries(entries, self._look.zoom, chosen)
        self._visit(page)

    def _put_on_table(self, text: Text) -> None:
        self._controller.put([text])
        self._panes.pages.go_home()

    def _put_stored_on_table(self, names: Sequence[str]) -> None:
        self.shelf.put_on_table(names)
        self._panes.pages.go_home()

    def _show_holding(self) -> None:
        if self._panes.pages.made_page("library") is not None:
            self._panes.pages.library().show_holding(self.shelf.holding, self._look.language)

    def _show_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._panes.pages.library().show_outcome(outcome)

    def _show_skipped(self) -> None:
        """The report of what was added: first what was skipped, with its reason."""
        from ui.reading_page import Entry  # noqa: PLC0415

        if self._outcome is not None:
            skipped = [Entry(one.file, one.file, reason=one.reason, skipped=True) for one in self._outcome.skipped]
            added = [Entry(record.name, record.name) for record in self._outcome.added]
            self._report([*skipped, *added], skipped[0].key if skipped else "")

    def _show_busy(self) -> None:
        if self._panes.pages.made_page("library") is not None:
            self._panes.pages.library().set_busy(busy=self.shelf.busy)
        if self._panes.pages.made_page("get") is not None:
            self._panes.pages.get().set_busy(busy=self.shelf.busy)

    def _use_library(self, path: str) -> None:
        if path or self._settings.library:
            self._settings.library = path
            self.shelf.use(path)

    def _window(self) -> QWidget:
        return self._panes.window()
