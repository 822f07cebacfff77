"""A page as the child process gives it, and its lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_ONE = r"[(（]?\s?(?:\d{1,3}|[*†‡§]{1,3})\s?[)）]?"
_MARK = re.compile(rf"[\s,，]*(?:(?:{_ONE}|[a-z])(?:[\s,，]+{_ONE})*)?[\s,，]*")
"""A mark, several, or the comma that divides two; some print them in brackets."""
_SMALLER = 0.85
_RAISED = (0.12, 0.75)
"""How far above the line a mark stands, in ems of the line: print raises by a third, word processors by up to 0.6."""
_SAME = 0.3
"""How far apart two runs of one line may stand, in ems of the smaller."""


class Run(NamedTuple):
    """Characters on one line in one size; points, growing to the right and upward."""

    text: str
    left: float
    right: float
    base: float
    size: float
    raised: bool = False
    """Whether it is a footnote's mark."""


class Page(NamedTuple):
    """What stands on a page."""

    runs: tuple[Run, ...]
    aside: tuple[Run, ...]
    """What runs in another direction than the page's text: stamps, watermarks."""
    pictures: int
    """How many things that are no text stand on a page without text."""
    broken: bool = False


class Row(NamedTuple):
    """The runs of one line, from left to right."""

    runs: tuple[Run, ...]

    @property
    def base(self) -> float:
        """The line on which most of it stands."""
        return self._main.base

    @property
    def size(self) -> float:
        """The size of most of it."""
        return self._main.size

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(run.right for run in self.runs)

    @property
    def text(self) -> str:
        """Its words, with single spaces between its runs."""
        return " ".join(run.text.strip() for run in self.runs)

    @property
    def _main(self) -> Run:
        lying = [run for run in self.runs if not run.raised] or self.runs
        return max(lying, key=lambda run: len(run.text))


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """The lines of a page or column, from its top; raised marks stand in the lines that they belong to."""
    lying, marks = _told_apart(sorted(set(runs), key=lambda run: (-run.base, run.left)))
    groups: list[list[Run]] = []
    for run in lying:
        near = groups[-1][0] if groups else None
        if near is not None and near.base - run.base <= _SAME * min(near.size, run.size):
            groups[-1].append(run)
        else:
            groups.append([run])
    for mark, host in marks:
        next(group for group in groups if host in group).append(mark)
    return [Row(tuple(sorted(_once(group), key=lambda run: run.left))) for group in groups]


def _once(group: Sequence[Run]) -> list[Run]:
    """Without what is printed twice at nearly one place, which is how some programs make letters bold."""
    kept: list[Run] = []
    for run in group:
        if not any(
            run.text == other.text and abs(run.left - other.left) < 0.1 * run.size and abs(run.base - other.base) < 1
            for other in kept
        ):
            kept.append(run)
    return kept


def _told_apart(runs: list[Run]) -> tuple[list[Run], list[tuple[Run, Run]]]:
    """Runs on their lines, and the small raised ones each with the run that it is raised beside."""
    lying: list[Run] = []
    marks: list[tuple[Run, Run]] = []
    heights = [-run.base for run in runs]
    for run in runs:
        host = _host(run, runs, heights) if len(run.text) <= 12 and _MARK.fullmatch(run.text) else None
        if host is None:
            lying.append(run)
        else:
            marks.append((run._replace(raised=True), host))
    return lying, marks


def _host(mark: Run, runs: list[Run], heights: list[float]) -> Run | None:
    """The larger run beside which `mark` stands raised: the one it follows, else the one it precedes."""
    best: tuple[float, Run] | None = None
    low = bisect_left(heights, -mark.base)
    for run in runs[low:]:
        rise = mark.base - run.base
        if rise > 60:
            break
        if mark.size > _SMALLER * run.size or not _RAISED[0] * run.size < rise < _RAISED[1] * run.size:
            continue
        if not re.search(r"[^\W\d]", run.text) and len(run.text) < 3:
            continue
        behind, before = mark.left - run.right, run.left - mark.right
        if -0.3 * run.size < behind < 0.7 * run.size:
            distance = abs(behind)
        elif -0.3 * run.size < before < 4 * run.size:
            distance = 100 + abs(before)
        else:
            continue
        if best is None or distance < best[0]:
            best = (distance, run)
    return best[1] if best else None
