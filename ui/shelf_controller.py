"""What the window knows of the library at any moment, and the work that is done on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from comparer.errors import CancelledError
from comparer.model import Span, Text
from ui.controller import Controller
from ui.jobs import OnProgress, ShouldCancel
from ui.reading_page import Entry
from ui.shelf import Answer, Found, Holding, Shelf, Sought

if TYPE_CHECKING:
    from comparer.library import Outcome
    from comparer.official import Result


class ShelfController(QObject):
    """The library's side of the state; work and sentences go through the window's controller.

    Signals: `holding_changed`; `answered(Answer)`; `added(Outcome)`; `entry_ready(Entry)` when a text of the library
    was read for a look; `got(results)` after a download; `busy_changed` when adding or downloading begins or ends.
    """

    holding_changed = Signal()
    answered = Signal(object)
    added = Signal(object)
    entry_ready = Signal(object)
    got = Signal(object)
    busy_changed = Signal()

    def __init__(self, shelf: Shelf, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf = shelf
        self._controller = controller
        self.holding: Holding | None = None
        self.busy = False
        self._waiting: list[str] = []

    def use(self, path: str) -> None:
        """Take another library; the usual one when `path` is empty."""
        self.shelf.path = path
        self.holding = None
        self.refresh()

    def refresh(self) -> None:
        """Look what the library has."""

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> Holding:  # noqa: ARG001
            return self.shelf.holding()

        self._controller.runner.start("holding", work, self._held, self._controller.failed)

    def add(self, files: Sequence[str]) -> None:
        """Add files and folders; what comes while others are added waits its turn."""
        self._waiting += [file for file in files if file not in self._waiting]
        if self.busy or not self._waiting:
            return
        wanted, self._waiting = self._waiting, []

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> Outcome:
            def told(done: int, total: int, what: str) -> None:
                on_progress(done, total, Path(what).name)

            return self.shelf.add(wanted, told, should_cancel)

        self._set_busy(busy=True)
        self._controller.runner.start("add", work, self._added, self._stopped)

    def remove(self, names: Sequence[str]) -> None:
        """Take texts out of the library; the files they came from stay."""

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> None:  # noqa: ARG001
            self.shelf.remove(names)

        self._controller.runner.start("remove", work, lambda _: self.refresh(), self._stopped)

    def find(self, sought: Sought) -> None:
        """Search; only the newest search answers."""
        table = self._controller.texts

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> Answer:
            return self.shelf.find(sought, table, on_progress, should_cancel)

        self._controller.runner.start("find", work, self.answered.emit, self._not_found)

    def look_at(self, name: str) -> None:
        """Read a text of the library, to be looked at."""
        self._fetch_entry(lambda: self.shelf.text(name), None)

    def look_at_clause(self, found: Found) -> None:
        """Read the text in which something was found, to be looked at there."""
        self._fetch_entry(lambda: self.shelf.text_of(found), found.hit.provision)

    def put_on_table(self, names: Sequence[str]) -> None:
        """Compare texts of the library."""

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> list[Text]:  # noqa: ARG001
            return [self.shelf.text(name) for name in names]

        self._controller.runner.start("fetch", work, self._controller.put, self._controller.failed)

    def get(self, ids: Sequence[str], language: str) -> None:
        """Download official texts into the library."""

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> tuple[Result, ...]:
            return self.shelf.get(ids, language, on_progress, should_cancel)

        self._set_busy(busy=True)
        self._controller.runner.start("get", work, self._got, self._stopped)

    def _fetch_entry(self, fetch: Callable[[], Text], provision: int | None) -> None:
        engine = self._controller.engine

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> Entry:  # noqa: ARG001
            text = fetch()
            name = text.edition.name
            span: Span | None = None if provision is None else text.provisions[provision].span
            return Entry(name, name, text, engine.account(text), span=span)

        self._controller.runner.start("entry", work, self.entry_ready.emit, self._controller.failed)

    def _held(self, holding: Holding) -> None:
        self.holding = holding
        self.holding_changed.emit()

    def _added(self, outcome: Outcome) -> None:
        self._set_busy(busy=False)
        self.refresh()
        self.added.emit(outcome)
        self.add(())

    def _got(self, results: tuple[Result, ...]) -> None:
        self._set_busy(busy=False)
        self.refresh()
        self.got.emit(results)

    def _stopped(self, error: Exception) -> None:
        """What was added or downloaded before is kept: it must be looked up again."""
        self._waiting.clear()
        self._set_busy(busy=False)
        self.refresh()
        self._controller.failed(error, kept=True)

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):  # a newer search is under way, or the reader stopped it
            self._controller.failed(error)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
