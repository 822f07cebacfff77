"""Opening, versions, and what goes wrong with a file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from comparer.errors import CancelledError
from comparer.library import Library, LibraryError
from comparer.library.connection import connect, migrate, sentences, transaction
from comparer.library.schema import APPLICATION_ID, STEPS
from tests.comparer.library.treaties import all_four, write

MORE = "CREATE TABLE pennants (id INTEGER PRIMARY KEY);\nINSERT INTO pennants VALUES (1);\n"


FAULTY = "CREATE TABLE pennants (id INTEGER PRIMARY KEY);\nINSERT INTO nowhere VALUES (1);\n"


def make(path: Path) -> Path:
    connect(path, create=True).close()
    return path


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def test_a_new_library_is_in_wal_mode_with_keys_and_knows_its_version(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "deep" / "er" / "l.sqlite", create=True)) as connection:
        asked = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")}
        assert asked == {"journal_mode": "wal", "foreign_keys": 1}
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)


def test_reading_creates_nothing(tmp_path: Path) -> None:
    place = tmp_path / "none" / "l.sqlite"
    with Library.open(place) as library:
        assert not library.there
        assert library.agreements() == ()
        assert library.texts() == ()
        assert library.find("anything") == ()
        assert library.named("CPTPP") is None
    assert not place.parent.exists()


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path / "l.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryError, match=r"newer version of Synoptic \(its format is 99, this one reads up to 1\)"):
        Library.open(path)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        Library.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"no database at all, just words\n" * 300, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "l.sqlite"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged or is no library"):
        Library.open(path)
    assert path.read_bytes() == content


def test_damage_in_the_middle_is_a_sentence_too(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    with Library.open(path) as library:
        library.add([all_four(tmp_path / "texts")])
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xee" * (size - 4096))
    with pytest.raises(LibraryError, match="damaged"), Library.open(path) as library:
        library.find("harbour")


def test_a_folder_in_the_librarys_place(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library.open(tmp_path)


def test_a_file_in_the_place_of_the_librarys_folder(tmp_path: Path) -> None:
    write(tmp_path, stone_txt="stone")
    with (
        Library.open(tmp_path / "stone.txt" / "l.sqlite") as library,
        pytest.raises(LibraryError, match=r"folder .* cannot be made"),
    ):
        library.add([all_four(tmp_path / "texts")])


def test_a_locked_library_can_be_read_and_says_that_it_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    texts = all_four(tmp_path / "texts")
    with Library.open(path) as library:
        library.add([texts / "harbour.txt"])
    with closing(connect(path)) as other, transaction(other), Library.open(path, busy_seconds=0.05) as library:
        assert len(library.find("pilot")) == 2
        with pytest.raises(LibraryError, match="in use by another program"):
            library.add([texts / "pilot.txt"])
    with Library.open(path) as library:
        assert len(library.texts()) == 1


def test_a_full_disk_is_said_and_harms_nothing(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    texts = all_four(tmp_path / "texts")
    long = tmp_path / "long.txt"
    long.write_text("".join(f"Article {n}: Lamp {n}\n\nLamp {n} is lit on day {n * n}.\n\n" for n in range(1, 400)))
    with Library.open(path) as library:
        library.add([texts / "harbour.txt"])
        pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
        library._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match=r"disk that holds .* is full"):
            library.add([long])
    with Library.open(path) as library:
        assert [record.agreement for record in library.texts()] == ["harbour"]
        assert library._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_library_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.sqlite"
    texts = all_four(tmp_path / "texts")
    with Library.open(path) as library:
        library.add([texts / "harbour.txt"])
    opening = sqlite3.connect

    def raise_cant_open() -> None:
        with closing(opening(f"file:{tmp_path}/absent/l.sqlite?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA schema_version")

    class Once(sqlite3.Connection):
        def execute(self, *arguments: object) -> sqlite3.Cursor:  # type: ignore[override]
            raise_cant_open()
            raise AssertionError

    def connecting(address: str, **more: object) -> sqlite3.Connection:
        if "immutable" not in address:
            return opening(":memory:", factory=Once)
        return opening(address, **more)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", connecting)
    with Library.open(path) as library:
        assert len(library.find("pilot")) == 2
        with pytest.raises(LibraryError, match="cannot be written"):
            library.add([texts / "pilot.txt"])


def test_an_older_library_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    path = make(tmp_path / "l.sqlite")
    with closing(connect(path)) as connection:
        migrate(connection, path, (*STEPS, MORE))
        assert connection.execute("SELECT id FROM pennants").fetchall() == [(1,)]
    assert version(path) == 2
    copy = tmp_path / "l.sqlite.version-1"
    assert version(copy) == 1
    with Library.open(copy) as library:
        assert library.texts() == ()


def test_a_step_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = make(tmp_path / "l.sqlite")
    with closing(connect(path)) as connection:
        with pytest.raises(LibraryError), sentences(path):
            migrate(connection, path, (*STEPS, FAULTY))
        assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'pennants'").fetchone() == (0,)
    assert version(path) == 1


def test_a_second_program_finds_nothing_left_to_do(tmp_path: Path) -> None:
    path = make(tmp_path / "l.sqlite")
    with closing(connect(path)) as one, closing(connect(path)) as other:
        migrate(one, path, (*STEPS, MORE))
        migrate(other, path, (*STEPS, MORE))
        assert other.execute("SELECT count(*) FROM pennants").fetchone() == (1,)


def test_a_search_stops_when_it_is_told_to(filled: Library) -> None:
    answers = iter([False, False, True])
    with pytest.raises(CancelledError), sentences(filled.path), filled._stoppable(lambda: next(answers, True)):
        # Enough work for SQLite to ask several times.
        filled._connection.execute(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1000000) SELECT sum(x) FROM n"
        ).fetchone()
    assert filled.find("harbour")
