"""Footnotes at the foot of a page: smaller than the text, or set off from it, and opened by their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from comparer.readers.pdf.page import Row

_SMALL = 0.93
"""How large a note's letters are at most, in parts of the text's."""
_HEAD = re.compile(r"[(（]?\s?(?P<mark>\d{1,3}|[*†‡§]{1,3})(?=[\s.)）/])\s?[.)）/]?\s*\S")
_SYMBOLS = re.compile(r"\d{1,3}|[*†‡§]{1,3}")


class Body(NamedTuple):
    """A footnote's lines. `mark` is empty where they go on from the page before."""

    mark: str
    rows: tuple[Row, ...]


def notes_of(
    rows: Sequence[Row], size: float, last: str, *, set_off: Sequence[bool], goes_on: bool
) -> tuple[Sequence[Row], tuple[Body, ...]]:
    """The lines of a part of a page without its footnotes, and these.

    Args:
        rows: the lines, from the top.
        size: of the letters of most of the document, in points.
        last: the mark of the last footnote before; empty where there is none.
        set_off: for each line whether more than a line's room stands above it.
        goes_on: whether the last footnote stands on the page before and is not at its end there.
    """
    start = len(rows)
    while start and rows[start - 1].size <= _SMALL * size:
        start -= 1
    if start == 0 and not (rows and rows[0].runs[0].raised):
        return rows, ()
    first = _first(rows, start, last)
    if first > start and not (goes_on and start and set_off[start]):
        # Small lines that no mark opens are a note that goes on, where they are set off at the foot; else a table.
        start = first
    if start == len(rows):
        start = _same_size(rows, last, set_off)
    return rows[:start], tuple(_bodies(rows[start:], last))


def _first(rows: Sequence[Row], start: int, last: str) -> int:
    """The first of the small lines from `start` on that opens a note: a number on the line must be called above."""
    heads = [place for place in range(start, len(rows)) if _mark(rows[place], last)]
    # Where any mark is raised all are: a number at a line's start is of the sentence then.
    raised = [place for place in heads if rows[place].runs[0].raised]
    called = [place for place in heads if _called(rows[:start], _mark(rows[place], last))]
    return next(iter(raised or called), len(rows))


def _called(rows: Sequence[Row], mark: str) -> bool:
    return any(run.raised and mark in _SYMBOLS.findall(run.text) for row in rows for run in row.runs[1:])


def _mark(row: Row, last: str) -> str:
    """The mark that opens a line: a raised one, or one on the line that is due."""
    if row.runs[0].raised:
        found = _SYMBOLS.search(row.runs[0].text)
        return found.group() if found and len(row.runs) > 1 else ""
    found = _HEAD.match(row.text)
    return found["mark"] if found and found["mark"] in {"1", "*", _next(last)} else ""


def _next(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdecimal() else f"{mark}*"


def _same_size(rows: Sequence[Row], last: str, set_off: Sequence[bool]) -> int:
    """Where notes as large as the text begin: only a raised mark, due and called above, tells them from it."""
    for place in range(1, len(rows)):
        row = rows[place]
        if not (set_off[place] and row.runs[0].raised and len(row.runs) > 1):
            continue
        mark = _mark(row, last)
        if mark in {"1", "*", _next(last)} and _called(rows[:place], mark):
            return place
    return len(rows)


def _bodies(rows: Sequence[Row], last: str) -> list[Body]:
    bodies: list[Body] = []
    raised = any(_mark(row, last) for row in rows if row.runs[0].raised)
    for row in rows:
        mark = _mark(row, last) if row.runs[0].raised or not raised else ""
        if mark or not bodies:
            bodies.append(Body(mark, (row,)))
            last = mark or last
        else:
            bodies[-1] = bodies[-1]._replace(rows=(*bodies[-1].rows, row))
    return bodies
