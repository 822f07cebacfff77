"""Two programs at once, and programs that are killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from comparer.library import Library
from tests.comparer.library.treaties import INDEXES_ARE_WHOLE, tota, write

ROOT = Path(__file__).resolve().parents[3]

WRITER = """
import sys
from pathlib import Path
from comparer.library import Library, adding
adding._BATCH = 1
with Library.open(sys.argv[1]) as library:
    print("ready", flush=True)
    for file in sorted(Path(sys.argv[2]).iterdir()):
        if library.add([file]).added:
            print(file.name, flush=True)
        if file.name.endswith("3.xml"):
            library.remove(f"Land {file.stem[4:]}")
            print("-" + file.name, flush=True)
"""

NUMBERS = (0, 1, 2, 4, 5)
"""None that the writer removes again."""

KILLS = 20
"""Each run is killed at a moment of its own within the time that a whole run takes."""


def start(place: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(place), str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603  (our own program)


def check(place: Path, promised: set[str]) -> None:
    """Whole, and with all that was promised."""
    with Library.open(place) as library:
        connection = library._connection
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for statement in INDEXES_ARE_WHOLE:
            connection.execute(statement)
        held = {Path(record.file).name for record in library.texts()}
        assert promised <= held
        assert len(library.find("lighthouse", limit=1000)) == len(held)
        for record in library.texts():
            text = library.text(record.id)
            assert len(text.provisions) == record.provisions
            assert len(text.articles) == 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_kill_at_any_moment_loses_nothing_committed(tmp_path: Path) -> None:
    place = tmp_path / "l.sqlite"
    files = {f"land{n:02}_xml": tota(f"Land {n:02}", lamps=f"{n} lamps") for n in range(40)}
    folder = write(tmp_path / "texts", **files)
    chance = random.Random(7)  # noqa: S311  (not for secrets)
    promised: set[str] = set()
    gone: set[str] = set()
    for _ in range(KILLS):
        process = start(place, folder)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.random() * 0.25)
        os.kill(process.pid, signal.SIGKILL)
        for line in process.stdout.read().splitlines():
            (gone if line.startswith("-") else promised).add(line.removeprefix("-"))
        process.wait()
        process.stdout.close()
        # A text that is removed after each adding may be there or not, for the kill may come between.
        check(place, {name for name in promised if not name.endswith("3.xml")})
    assert gone
    assert promised


def test_two_programs_add_at_once(tmp_path: Path) -> None:
    place = tmp_path / "l.sqlite"
    both = []
    for name in ("one", "two"):
        files = {f"{name}{n}_xml": tota(f"{name} {n}", lamps=f"{name} {n} lamps") for n in range(12) if n != 3}
        both.append(start(place, write(tmp_path / name, **files)))
    added = set()
    for process in both:
        out, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        added |= set(out.splitlines()) - {"ready"}
    assert len(added) == 22
    check(place, added)


def test_many_programs_make_the_library_at_once(tmp_path: Path) -> None:
    place = tmp_path / "l.sqlite"
    folders = [
        write(tmp_path / f"f{n}", **{f"text{n}_xml": tota(f"Text {n}", lamps=f"{n}")}) for n in (0, 1, 2, 4, 5, 6)
    ]
    programs = [start(place, folder) for folder in folders]
    told = [program.communicate(timeout=60) for program in programs]
    assert [program.returncode for program in programs] == [0] * 6
    assert sorted(line for out, _ in told for line in out.splitlines() if line != "ready") == [
        f"text{n}.xml" for n in (0, 1, 2, 4, 5, 6)
    ]


def test_two_programs_add_the_same_files(tmp_path: Path) -> None:
    place = tmp_path / "l.sqlite"
    folder = write(tmp_path / "texts", **{f"same{n}_xml": tota(f"Same {n}", lamps=f"{n}") for n in NUMBERS})
    both = [start(place, folder) for _ in range(2)]
    told = [process.communicate(timeout=60)[0].splitlines()[1:] for process in both]
    with Library.open(place) as library:
        names = sorted(Path(record.file).name for record in library.texts())
    assert names == [f"same{n}.xml" for n in NUMBERS]
    kept = [line for lines in told for line in lines]
    assert sorted(kept) == [f"same{n}.xml" for n in NUMBERS]
