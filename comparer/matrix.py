"""The matrix: agreements × topics, one finding a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from comparer.findings import CodedFinding
from comparer.model import Text


class ReviewState(StrEnum):
    """What a person decided about a cell."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class Cell:
    """One agreement on one topic."""

    finding: CodedFinding
    review: ReviewState = ReviewState.OPEN


@dataclass(frozen=True, slots=True)
class Row:
    """One text, and its cell for every topic of the matrix."""

    text: Text
    name: str
    """What the first column shows: the agreement's id or the file's label, distinct within the matrix."""
    signed: str
    """ISO 8601 date, or empty where it is not known."""
    in_force: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows in the order in which the texts were given; columns in the order of `topics`."""

    topics: tuple[str, ...]
    rows: tuple[Row, ...]
    base: int | None = None
    """Index of the row that differences are shown against."""
