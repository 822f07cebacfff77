"""Opening the library's file, transactions, and what SQLite's failures mean to a reader.

The file is in WAL mode with full synchronisation: readers and one writer work side by side, and what was committed is
on the disk. `sqlite3.Error` never leaves this package: every entry goes through `sentences`.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from comparer.errors import CancelledError, SynopticError
from comparer.library.schema import APPLICATION_ID, STEPS

BUSY_SECONDS = 10.0
"""How long one program waits for another's transaction."""

_CACHE_KIB = 32_768


class LibraryError(SynopticError):
    """The library cannot be used, or not for this."""


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into `LibraryError`; an interrupted query into `CancelledError`."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise CancelledError("Stopped.") from error
        raise LibraryError(_sentence(path, error)) from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return f"The library {path} is in use by another program: wait until that has finished and try again."
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return (
            f"The library {path} is damaged or is no library: put a copy of it in its place, or move it away and add "
            "your texts again."
        )
    if code == sqlite3.SQLITE_FULL:
        return f"The disk that holds the library {path} is full: make room and try again; what was there is unharmed."
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return f"The library {path} cannot be written: change its permissions or name another with --library."
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}:
        return (
            f"The library {path} cannot be opened or written ({error}): check its folder, its permissions and the "
            "disk, or name another with --library."
        )
    return f"The library {path} cannot be used ({error}): name another with --library, or add your texts again."


def connect(path: Path, *, create: bool = False, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a library, brought to this program's version; with `create`, make it where there is none.

    A library that cannot be written (a read-only disk) is opened for reading.

    Raises:
        LibraryError: no file and not `create`; locked, damaged, of another program or of a newer version.
    """
    if not create and not path.exists():
        raise LibraryError(f"There is no library {path}: `synoptic add FILE` makes one.")
    with sentences(path):
        if create:
            _make_folder(path)
        connection = _open(path, create=create, busy_seconds=busy_seconds)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def empty() -> sqlite3.Connection:
    """A library without texts, in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(STEPS[0])
    for step in STEPS[1:]:
        connection.executescript(step)
    return connection


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {path.parent} for the library cannot be made ({error.strerror}): name another place with "
            "--library."
        ) from error


def _open(path: Path, *, create: bool, busy_seconds: float) -> sqlite3.Connection:
    """For writing where that can be; else for reading; else as a file that nobody changes, for a WAL library cannot
    even be read where its companion files cannot be made."""
    address = f"file:{quote(str(path.absolute()))}"
    modes = ("rwc",) if create else ("rw", "ro", "ro&immutable=1")
    for mode in modes:
        connection = sqlite3.connect(f"{address}?mode={mode}", uri=True, timeout=busy_seconds, isolation_level=None)
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            denied = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
            if mode == modes[-1] or (error.sqlite_errorcode & 0xFF) not in denied:
                raise
        else:
            return connection
    raise AssertionError("the last mode returns or raises")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("PRAGMA temp_store = MEMORY")
    if _version(connection, path) < len(STEPS):
        migrate(connection, path, STEPS)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        connection.execute("PRAGMA synchronous = FULL")


def _version(connection: sqlite3.Connection, path: Path, known: int = len(STEPS)) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if owner != APPLICATION_ID and (tables or version):
        raise LibraryError(f"{path} is a database of another program: name a library, or a new file, with --library.")
    if version > known:
        raise LibraryError(
            f"The library {path} was written by a newer version of Synoptic (its format is {version}, this one reads "
            f"up to {known}): update the program, or name another library with --library."
        )
    return version


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[str]) -> None:
    """Take the steps that the file has not taken, all or none; a file that holds something is copied beside itself
    first (`library.sqlite.version-1`).

    Two programs may try at once: the second finds nothing left to do.
    """
    _write_ahead(connection)
    before = _version(connection, path, len(steps))
    if before:
        _back_up(connection, Path(f"{path}.version-{before}"))
    with transaction(connection):
        for number in range(_version(connection, path, len(steps)), len(steps)):
            for statement in _statements(steps[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on. SQLite does not wait for another program here as it does elsewhere, so we do."""
    patience = connection.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
    until = time.monotonic() + patience
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
            if not busy or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _back_up(connection: sqlite3.Connection, copy: Path) -> None:
    if copy.exists():
        return
    unfinished = Path(f"{copy}.part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as target:
        connection.backup(target)
    unfinished.replace(copy)


def _statements(script: str) -> Iterator[str]:
    """One at a time, because `executescript` commits what is open."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; the write lock is taken at once, so that two writers wait for each other and never fail
    half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
