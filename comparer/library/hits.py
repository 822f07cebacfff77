"""From rows to hits: which provision it is, how it is cited, and the words around what was found."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from comparer.library.packing import stretches_in
from comparer.library.records import Hit, TextId
from comparer.library.snippets import snippet
from comparer.model import Span


class Found(NamedTuple):
    """A unit that answers a search."""

    text: TextId
    agreement: str
    place: int
    heading: str
    words: str
    passages: str
    """As stored."""
    spans: Sequence[Span]
    """Where in `words` the found words stand."""
    score: float
    provision: int | None = None
    """The provision that answers, where that is known; else it is read off `spans`."""


def hit(connection: sqlite3.Connection, found: Found) -> Hit:
    """A found unit as the user sees it."""
    provision = _provision(found) if found.provision is None else found.provision
    text, marks = snippet(found.words, found.spans)
    return Hit(
        text=found.text,
        agreement=found.agreement,
        provision=provision,
        citation=cited(connection, found.text, found.agreement, provision),
        heading=found.heading,
        snippet=text,
        marks=marks,
        score=round(found.score, 4),
    )


def cited(connection: sqlite3.Connection, text: TextId, agreement: str, provision: int) -> str:
    """The citation of a provision."""
    row = connection.execute("SELECT citation FROM provisions WHERE text = ? AND place = ?", (text, provision))
    return f"{agreement} {row.fetchone()[0]}".strip()


def _provision(found: Found) -> int:
    """The passage that holds all that was found; the unit where several do, or only the heading."""
    stretches = list(stretches_in(found.passages))
    starts = [stretch.start for stretch in stretches]
    holding = {bisect_right(starts, span.start) - 1 for span in found.spans}
    return stretches[holding.pop()].provision if len(holding) == 1 and starts else found.place
