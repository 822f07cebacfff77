"""The clauses of one topic, as the window lays them out: columns of texts, rows of corresponding lines.

Made by `ui.engine` from what `comparer` found; the widgets below know nothing else of a clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comparer.findings import CodedFinding
from comparer.model import Status


class Change(StrEnum):
    """What a stretch of words is, against the base."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words that look alike."""

    text: str
    change: Change = Change.SAME
    proofs: tuple[int, ...] = ()
    """Indices into the column's `finding.evidence` of what the words prove; one stretch may prove several parts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, point, definition or footnote."""

    provision: int
    """Index into `Text.provisions`."""
    number: str
    """As printed in the margin: `2.`, `(a)`, empty where it bears none."""
    depth: int
    """0 for a paragraph, 1 for `(a)`, 2 for `(i)`."""
    runs: tuple[Run, ...]
    heading: bool = False
    repairs: tuple[str, ...] = ()
    """Judgements made in reading it, as sentences; on its first line only."""


@dataclass(frozen=True, slots=True)
class Column:
    """One text's clauses on the topic."""

    name: str
    label: str
    """What citations of this text begin with; empty where they begin with the article."""
    language: str
    status: Status
    note: str
    """What the reader must know of this edition; for a restatement, that these are not the treaty's words."""
    finding: CodedFinding
    row: int
    """Its row in the matrix."""
    is_base: bool = False
    compared: bool = True
    """False where its words cannot be compared with the base's (another language, or no base)."""
    unchecked: bool = False
    """Whether the article cited first was not held against the treaty's text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All columns; `rows[i][j]` has the lines of column `j` in row `i`, none where nothing corresponds.

    A row holds what corresponds: a heading, or a paragraph with its points.
    """

    topic: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    elsewhere: int | None = None
    """Index of the row that has what reaches the clauses from elsewhere in each text; None where nothing does."""
