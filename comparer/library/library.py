"""The library as the command line and the window use it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from comparer.errors import CancelledError
from comparer.library import adding, finding, likeness, lookup, topics
from comparer.library.connection import BUSY_SECONDS, connect, empty, sentences, transaction
from comparer.library.records import (
    AddOptions,
    AgreementRecord,
    Filters,
    Hit,
    Outcome,
    TextId,
    TextRecord,
)
from comparer.library.writing import delete
from comparer.model import Kind, Text
from comparer.places import library_path

OnProgress = Callable[[int, int, str], None]
"""Called with what is done, what there is in all, and the name of what was done last."""
ShouldCancel = Callable[[], bool]

_STEPS_BETWEEN = 1_000
"""Steps of SQLite's machine between two questions whether to stop: a search makes some hundred thousand."""
_EVERYWHERE = Filters()
_AS_IT_IS = AddOptions()


class Library:
    """One opened library. It belongs to the thread that opened it; opening another for each job costs a millisecond.

    Every method may raise `LibraryError`: the file is locked, damaged, on a full or read-only disk.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, there: bool) -> None:
        self.path = path
        self.there = there
        """Whether the file exists; without it the library is empty, and is made by the first `add`."""
        self._connection = connection
        self._busy = BUSY_SECONDS

    @classmethod
    def open(cls, path: str | Path | None = None, *, busy_seconds: float = BUSY_SECONDS) -> Library:
        """The library at `path`, by default the user's own; nothing is created.

        `busy_seconds` is how long to wait for another program that writes.
        """
        place = library_path(path)
        there = place.exists()
        connection = connect(place, busy_seconds=busy_seconds) if there else empty()
        library = cls(place, connection, there=there)
        library._busy = busy_seconds
        return library

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def agreements(self) -> tuple[AgreementRecord, ...]:
        """Every agreement that has a text here, by id."""
        with sentences(self.path):
            return lookup.agreements(self._connection)

    def texts(self, agreement: str | None = None) -> tuple[TextRecord, ...]:
        """The texts of one agreement, or all; in an agreement, the one that stands for it first."""
        with sentences(self.path):
            return lookup.texts(self._connection, agreement)

    def named(self, name: str, language: str | None = None) -> TextRecord | None:
        """The text that a name means (`CPTPP`, `CPTPP:zh`, `CPTPP:en-1`), `language` preferred where several would
        do; None where the library has none."""
        with sentences(self.path):
            return lookup.find(self._connection, name, language)

    def text(self, which: TextId | str) -> Text:
        """A text with its provisions, by number or by name; its edition bears the name.

        Raises:
            UnknownNameError: there is none.
        """
        with sentences(self.path):
            if isinstance(which, str):
                record = lookup.named(self._connection, which)
                return lookup.load(self._connection, record.id, record.name)
            row = self._connection.execute("SELECT name FROM texts WHERE id = ?", (which,)).fetchone()
            return lookup.load(self._connection, which, row[0] if row else f"Text {which}")

    def add(
        self,
        paths: Sequence[str | Path],
        options: AddOptions = _AS_IT_IS,
        on_progress: OnProgress | None = None,
        should_cancel: ShouldCancel | None = None,
    ) -> Outcome:
        """Add files, folders (with all that is in them) and tar archives; makes the library where there is none.

        What cannot be read is skipped with a reason, and so is a source that is there already. Texts are committed a
        batch at a time.

        Raises:
            UnknownNameError: an id that cannot be one, or an amended text that is not there.
            CancelledError: `should_cancel` answered yes; what was committed stays.
        """
        adding.check(options)
        self._make()
        with sentences(self.path):
            outcome = adding.add(self._connection, [Path(path) for path in paths], options, on_progress, should_cancel)
            if outcome.added and topics.pending(self._connection) <= topics.AT_ONCE:
                topics.classify_pending(self._connection)
            return outcome

    def remove(self, name: str) -> tuple[TextRecord, ...]:
        """Take out a text by its own name, all of an agreement by its id, or all in a language (`CPTPP:zh`); returns
        what is gone.

        Raises:
            UnknownNameError: there is no such text or agreement.
        """
        with sentences(self.path):
            with transaction(self._connection):
                records = lookup.meant(self._connection, name)
                delete(self._connection, [record.id for record in records])
            return records

    def find(
        self,
        query: str,
        filters: Filters = _EVERYWHERE,
        limit: int = 20,
        should_cancel: ShouldCancel | None = None,
        on_progress: OnProgress | None = None,
    ) -> tuple[Hit, ...]:
        """The best provisions for what a user typed (see `comparer.library.query`), best first.

        The first search with a topic classifies what was not yet; `on_progress` counts the texts.

        Raises:
            QueryError: the query cannot be understood.
            UnknownNameError: a filter names what the library does not have.
            CancelledError: `should_cancel` answered yes.
        """
        with sentences(self.path), self._stoppable(should_cancel):
            if filters.topics:
                topics.classify_pending(self._connection, on_progress, should_cancel)
            return finding.find(self._connection, query, filters, limit)

    def like(
        self,
        text: Text,
        provision: int,
        filters: Filters = _EVERYWHERE,
        limit: int = 20,
        should_cancel: ShouldCancel | None = None,
    ) -> tuple[Hit, ...]:
        """The clauses most like a provision of any text, from the library's other texts, best first; an article is
        held against articles, anything smaller against paragraphs.

        Raises:
            UnknownNameError: a filter names what the library does not have.
            CancelledError: `should_cancel` answered yes.
        """
        with sentences(self.path), self._stoppable(should_cancel):
            if filters.topics:
                topics.classify_pending(self._connection, None, should_cancel)
            clause = likeness.Clause(
                likeness.clause_words(text, provision),
                text.provisions[provision].kind is Kind.ARTICLE,
                lookup.same(self._connection, text.edition),
            )
            return likeness.like(self._connection, clause, filters, limit)

    def _make(self) -> None:
        if not self.there:
            self._connection.close()
            self._connection = connect(self.path, create=True, busy_seconds=self._busy)
            self.there = True

    @contextmanager
    def _stoppable(self, should_cancel: ShouldCancel | None) -> Iterator[None]:
        if should_cancel is None:
            yield
            return
        if should_cancel():
            raise CancelledError("Stopped.")
        self._connection.set_progress_handler(lambda: int(should_cancel()), _STEPS_BETWEEN)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, 0)
