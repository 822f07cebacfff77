"""Columns: the order in which the parts of a page are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from comparer.readers.pdf.page import Run

_MIDDLE = (0.25, 0.75)
"""Where a gutter may run, in parts of the page's text from its left: further out stand the numbers of a list."""
_ACROSS = 0.3
"""How much of the text may run across a gutter: headings and notes over the whole width."""
_FILLED = 0.55
"""How wide the lines of a column are at least, in the middle: cells of a table are narrower."""
_LINES = 5
_DEEPEST = 2


def blocks_of(runs: Sequence[Run], depth: int = 0) -> list[list[Run]]:
    """The runs in parts, in reading order: what runs over the whole width divides, and columns go from left to right.

    A text without columns is one part.
    """
    gutter = _gutter(runs) if depth < _DEEPEST else None
    if gutter is None:
        return [list(runs)] if runs else []
    blocks: list[list[Run]] = []
    for across, band in _bands(runs, gutter):
        if across:
            blocks.append(band)
            continue
        blocks.extend(blocks_of([run for run in band if run.left < gutter], depth + 1))
        blocks.extend(blocks_of([run for run in band if run.left >= gutter], depth + 1))
    return blocks


def _bands(runs: Sequence[Run], gutter: float) -> list[tuple[bool, list[Run]]]:
    """Stretches of the page from its top, each all across the gutter or all beside it."""
    crossing = sorted(run.base for run in runs if _crosses(run, gutter))
    bands: list[tuple[bool, list[Run]]] = []
    for run in sorted(runs, key=lambda run: -run.base):
        across = any(abs(run.base - base) < 0.5 * run.size for base in crossing)
        if not bands or bands[-1][0] != across:
            bands.append((across, []))
        bands[-1][1].append(run)
    return bands


def _crosses(run: Run, gutter: float) -> bool:
    return run.left < gutter - 1 and run.right > gutter + 1


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where the right one of two columns begins; None where there is one column only."""
    if len(runs) < 2 * _LINES:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    low, high = (left + part * (right - left) for part in _MIDDLE)
    edges = Counter(round(run.left / 2) * 2 for run in runs if low < run.left < high)
    text = sum(len(run.text) for run in runs)
    best: tuple[int, float] | None = None
    for edge, count in edges.most_common(12):
        if count < _LINES - 1:
            break
        gutter = min(run.left for run in runs if abs(run.left - edge) <= 2) - 1
        across = sum(len(run.text) for run in runs if _crosses(run, gutter))
        if across <= _ACROSS * text and _divides(runs, gutter) and (best is None or across < best[0]):
            best = (across, gutter)
    return best[1] if best else None


def _divides(runs: Sequence[Run], gutter: float) -> bool:
    """Whether both sides are columns of running text, beside each other."""
    sides = [
        _lines([run for run in runs if run.right <= gutter + 1]),
        _lines([run for run in runs if run.left >= gutter - 1]),
    ]
    if min(len(side) for side in sides) < _LINES:
        return False
    for side in sides:
        width = max(end for _, _, end in side) - min(start for _, start, _ in side)
        if median(end - start for _, start, end in side) < _FILLED * width or width < 80:
            return False
    (low, high), (other_low, other_high) = ((side[-1][0], side[0][0]) for side in sides)
    shared = min(high, other_high) - max(low, other_low)
    return shared > 0.5 * min(high - low, other_high - other_low)


def _lines(runs: Sequence[Run]) -> list[tuple[float, float, float]]:
    """Base line, left and right of each line, from the top."""
    lines: list[tuple[float, float, float]] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        if lines and lines[-1][0] - run.base < 0.5 * run.size:
            base, start, end = lines[-1]
            lines[-1] = (base, min(start, run.left), max(end, run.right))
        else:
            lines.append((run.base, run.left, run.right))
    return lines
