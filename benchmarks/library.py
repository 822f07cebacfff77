"""The library over a whole collection: adding it, searching it, and the peers in the same run.

    python benchmarks/library.py FOLDER

Peer of adding: the same rows put into the same tables by plain SQLite, without reading a file. Peer of searching: going
through the files for the same words. Memory is the largest resident set: ours with all its processes.
"""

from __future__ import annotations

import os
import re
import resource
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from comparer.citation import citation  # noqa: E402
from comparer.library import Library  # noqa: E402
from comparer.library.connection import connect, transaction  # noqa: E402

QUERIES = (
    '"personal information"',
    "customs duties",
    "data flow*",
    "rules of origin",
    "anti-dumping NOT investigation",
    "source NEAR/5 code",
    "(copyright OR patent) enforcement",
    "telecommunications networks",
    "safeguard measure*",
    '"like products" OR "like goods"',
    "sanitary phytosanitary",
    "dispute settlement panel",
    "electronic commerce",
    "contratación pública",
    "expropriation compensation",
)
TABLES = ("agreements", "parties", "sources", "texts", "provisions", "units")


def processes_mb(stop: threading.Event, peak: list[float]) -> None:
    """Watch the memory of this process and its children (Linux)."""
    while not stop.wait(0.05):
        total = 0
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                except OSError:
                    continue
                if int(entry.name) == os.getpid() or int(fields[1]) == os.getpid():
                    total += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        peak[0] = max(peak[0], total / 1e6)


def adding(folder: Path, place: Path) -> None:
    peak, stop = [0.0], threading.Event()
    watch = threading.Thread(target=processes_mb, args=(stop, peak))
    watch.start()
    begin = time.perf_counter()
    with Library.open(place) as library:
        outcome = library.add([folder])
    seconds = time.perf_counter() - begin
    stop.set()
    watch.join()
    with closing(sqlite3.connect(place)) as connection:
        (articles,) = connection.execute("SELECT count(*) FROM units WHERE article").fetchone()
    print(
        f"added {len(outcome.added)} texts, {articles} articles, {len(outcome.skipped)} skipped: {seconds:.1f} s, ",
        end="",
    )
    print(f"{peak[0]:.0f} MB in all processes, file {place.stat().st_size / 1e6:.0f} MB; load {os.getloadavg()[0]:.1f}")


def plain_insertion(place: Path, copy: Path) -> None:
    """The peer: rows already in memory, the same tables and indexes."""
    with closing(sqlite3.connect(place)) as source:
        rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608
    begin = time.perf_counter()
    with closing(connect(copy, create=True)) as target, transaction(target):
        for table, found in rows.items():
            marks = ", ".join("?" * len(found[0]))
            target.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608
        target.execute("INSERT INTO words_fts (rowid, heading, words) SELECT id, heading, words FROM units")
    print(f"peer, the same rows by plain SQLite: {time.perf_counter() - begin:.1f} s")


def timed(name: str, calls: list[Callable[[], object]], rounds: int = 5) -> None:
    took = []
    for _ in range(rounds):
        for call in calls:
            begin = time.perf_counter()
            call()
            took.append((time.perf_counter() - begin) * 1000)
    took.sort()
    p95 = took[min(len(took) - 1, int(len(took) * 0.95))]
    print(f"{name:<32} median {statistics.median(took):7.1f} ms   p95 {p95:7.1f} ms   max {took[-1]:7.1f} ms")


def searching(folder: Path, place: Path) -> None:
    with Library.open(place) as library:
        timed("find", [lambda q=query: library.find(q) for query in QUERIES])  # type: ignore[misc]
        record = next(one for one in library.texts() if one.provisions > 1000)
        text = library.text(record.id)
        clauses = text.articles[:: max(1, len(text.articles) // 25)]
        print(f"clauses of {record.name}, such as {citation(text, clauses[0])}:")
        timed("find --like", [lambda c=clause: library.like(text, c) for clause in clauses], 3)  # type: ignore[misc]
    timed("open a full library", [lambda: Library.open(place).close()], 20)
    timed("open where there is none", [lambda: Library.open(place.with_name("none")).close()], 20)
    files = [file.read_text(encoding="utf-8", errors="replace") for file in sorted(folder.rglob("*.xml"))]
    pattern = re.compile("personal information", re.IGNORECASE)
    timed("peer: going through the files", [lambda: [m for text in files for m in pattern.finditer(text)]], 3)


def main() -> None:
    """Print the figures."""
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/library.py FOLDER")
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "library.sqlite"
        adding(folder, place)
        plain_insertion(place, Path(scratch) / "peer.sqlite")
        searching(folder, place)
    print(f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
