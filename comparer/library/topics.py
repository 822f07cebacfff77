"""Topics of the library's articles: found when they are first asked for, then kept.

Classifying the 41,000 articles of the largest collection takes as long as reading them, so it waits until a search
names a topic; a few files are classified as they are added. When the rules change, so does their fingerprint, and
what was found by the old ones is found again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from comparer.errors import CancelledError
from comparer.library.connection import transaction
from comparer.library.packing import Row, unit_in
from comparer.library.workers import Lost, each

OnProgress = Callable[[int, int, str], None]
ShouldCancel = Callable[[], bool]

AT_ONCE = 3_000
"""Articles that are classified as they are added: below a second."""


class _Task(NamedTuple):
    text: int
    name: str
    language: str
    units: tuple[tuple[int, Row], ...]
    """Each unit's number with its row."""


Scores = list[tuple[int, str, float]]
"""Unit, topic, score 0..1."""


@cache
def fingerprint() -> str:
    """Of all topic rules that come with the program."""
    folder = resources.files("rules") / "data" / "topics"
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def pending(connection: sqlite3.Connection) -> int:
    """How many articles the present rules have not seen."""
    (count,) = connection.execute(
        "SELECT count(*) FROM units u JOIN texts t ON t.id = u.text WHERE u.article AND t.topics_by IS NOT ?",
        (fingerprint(),),
    ).fetchone()
    return int(count)


def classify_pending(
    connection: sqlite3.Connection, on_progress: OnProgress | None = None, should_cancel: ShouldCancel | None = None
) -> None:
    """Classify what the present rules have not seen, a transaction for each text.

    Raises:
        CancelledError: `should_cancel` answered yes; what was done by then is kept.
    """
    waiting = connection.execute(
        "SELECT id, name, language FROM texts WHERE topics_by IS NOT ? ORDER BY id", (fingerprint(),)
    ).fetchall()
    tasks = (_task(connection, *row) for row in waiting)
    done: Iterable[tuple[_Task, Scores | Lost]]
    many = pending(connection) > AT_ONCE
    done = each(_classified, tasks) if many else ((task, _classified(task)) for task in tasks)
    for place, (task, scores) in enumerate(done, start=1):
        if not isinstance(scores, Lost):
            _keep(connection, task, scores)
        if on_progress is not None:
            on_progress(place, len(waiting), task.name)
        if should_cancel is not None and should_cancel():
            raise CancelledError("Stopped: topics that were found by now are kept.")


def _task(connection: sqlite3.Connection, text: int, name: str, language: str) -> _Task:
    rows = connection.execute(
        "SELECT id, place, heading, words, passages, division, article, wide FROM units WHERE text = ? AND article",
        (text,),
    )
    return _Task(text, name, language, tuple((row[0], row[1:]) for row in rows))


def _classified(task: _Task) -> Scores:
    return list(_scores(task))


def _scores(task: _Task) -> Iterator[tuple[int, str, float]]:
    from rules.topics import classify  # noqa: PLC0415  (late: loads the rules)

    for unit, row in task.units:
        for hit in classify(unit_in(row).as_article(), task.language):
            yield unit, hit.topic, hit.score


def _keep(connection: sqlite3.Connection, task: _Task, scores: Scores) -> None:
    """Written for the units that are still there: another program may have removed the text meanwhile."""
    with transaction(connection):
        connection.execute("DELETE FROM topics WHERE unit IN (SELECT id FROM units WHERE text = ?)", (task.text,))
        connection.executemany(
            "INSERT INTO topics SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM units WHERE id = ? AND text = ?)",
            [(unit, topic, score, unit, task.text) for unit, topic, score in scores],
        )
        connection.execute("UPDATE texts SET topics_by = ? WHERE id = ?", (fingerprint(), task.text))
