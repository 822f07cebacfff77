"""From files to the library: read in many processes, written in batches by one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from comparer.errors import CancelledError, UnknownNameError
from comparer.library import intake, lookup
from comparer.library.connection import transaction
from comparer.library.packing import Packed
from comparer.library.prepare import Known, Order, prepare
from comparer.library.records import AddOptions, Item, Outcome, Skipped, TextId
from comparer.library.workers import Lost, each
from comparer.library.writing import insert

OnProgress = Callable[[int, int, str], None]
ShouldCancel = Callable[[], bool]

_BATCH = 16
"""Texts written in one transaction: what a kill can cost."""
_WORTH_PROCESSES = 6
"""Files from which on starting processes (0.3 s) takes less time than it saves."""
_ID = re.compile(r"[^\W_][^\x00-\x1f:/\\\"]{0,119}")


def add(
    connection: sqlite3.Connection,
    paths: Sequence[Path],
    options: AddOptions,
    on_progress: OnProgress | None,
    should_cancel: ShouldCancel | None,
) -> Outcome:
    """Add all files that can be read; see `Library.add`."""
    adding = _Adding(connection, options, lookup.named(connection, options.amends).id if options.amends else None)
    total = intake.count(paths)
    done = 0
    try:
        for item, result in adding.results(paths, total):
            done += 1
            adding.take(item, result)
            intake.release(item)
            if on_progress is not None:
                on_progress(min(done, total), total, item.shown)
            if should_cancel is not None and should_cancel():
                adding.write()
                raise CancelledError(f"Stopped: {len(adding.added)} texts are in the library, the rest is not.")
    finally:
        adding.write()
    return adding.outcome()


def check(options: AddOptions) -> None:
    """Refuse an id that could not be typed back.

    Raises:
        UnknownNameError: it has a colon, a slash, a quotation mark or no letter or digit at its beginning.
    """
    if options.agreement is not None and not _ID.fullmatch(options.agreement):
        raise UnknownNameError(
            f"{options.agreement!r} cannot be an agreement's id: begin with a letter or a digit, and use no colon, "
            "slash or quotation mark."
        )


class _Adding:
    """One call: what was read and waits to be written, and what became of the rest."""

    def __init__(self, connection: sqlite3.Connection, options: AddOptions, amends: TextId | None) -> None:
        self._connection = connection
        self._options = options
        self._amends = amends
        self._waiting: list[tuple[Item, tuple[Packed, ...]]] = []
        self._known = frozenset(row[0] for row in connection.execute("SELECT sha256 FROM sources"))
        self._skipped: list[Skipped] = []
        self.added: list[TextId] = []

    def results(
        self, paths: Sequence[Path], total: int
    ) -> Iterator[tuple[Item, tuple[Packed, ...] | Known | Skipped | Lost]]:
        """Every file with what reading it gave, in order."""
        orders = (Order(item, self._options, self._known) for item in intake.items(paths, self._skipped.append))
        many = total >= _WORTH_PROCESSES or any(intake.is_archive(path) for path in paths)
        done: Iterable[tuple[Order, tuple[Packed, ...] | Known | Skipped | Lost]]
        done = each(prepare, orders) if many else ((order, prepare(order)) for order in orders)
        for order, result in done:
            yield order.item, result

    def take(self, item: Item, result: tuple[Packed, ...] | Known | Skipped | Lost) -> None:
        """Keep a result; write what waits when it fills a batch."""
        if isinstance(result, Lost):
            reason = "Reading it ended the process that read it: it may be damaged, or the machine lacks memory."
            self._skipped.append(Skipped(item.shown, reason))
        elif isinstance(result, Skipped):
            self._skipped.append(result)
        elif isinstance(result, Known):
            self._there(item, result.sha256)
        else:
            self._waiting.append((item, result))
            if len(self._waiting) >= _BATCH:
                self.write()

    def write(self) -> None:
        """Write what waits, in one transaction. A source that came in meanwhile, here or by another program, is not
        written twice."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        written: list[TextId] = []
        there: list[tuple[Item, str]] = []
        with transaction(self._connection):
            for item, texts in waiting:
                sha256 = texts[0].edition.sha256
                if self._connection.execute("SELECT 1 FROM sources WHERE sha256 = ?", (sha256,)).fetchone():
                    there.append((item, sha256))
                else:
                    written.extend(insert(self._connection, text, self._options, self._amends) for text in texts)
        self.added.extend(written)
        for item, sha256 in there:
            self._there(item, sha256)

    def _there(self, item: Item, sha256: str) -> None:
        row = self._connection.execute(
            "SELECT t.name FROM texts t JOIN sources s ON s.id = t.source WHERE s.sha256 = ?", (sha256,)
        ).fetchone()
        name = f" as {row[0]}" if row else ""
        self._skipped.append(Skipped(item.shown, f"The same file is in the library already{name}."))

    def outcome(self) -> Outcome:
        """What became of everything."""
        records = {record.id: record for record in lookup.texts(self._connection)}
        return Outcome(tuple(records[text] for text in self.added if text in records), tuple(self._skipped))
