"""The words around what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from comparer.library.query import is_wide
from comparer.model import Span

WIDTH, WIDTH_WIDE = 240, 120
"""Code points of a snippet, about three lines of a terminal; Chinese letters take two places each."""

OPEN, CLOSE = "\x02", "\x03"
"""Stand around found words as SQLite marks them; no source that is read has such characters."""

_SHIFT = 4
"""A quarter of the snippet stands before the first found word."""


class Snippet(NamedTuple):
    """Words with what was found in them."""

    text: str
    marks: tuple[Span, ...]


def unmark(marked: str) -> tuple[str, list[Span]]:
    """Words without SQLite's marks, and where these stood."""
    words: list[str] = []
    spans: list[Span] = []
    length = opened = 0
    for piece in re.split(f"({OPEN}|{CLOSE})", marked):
        if piece == OPEN:
            opened = length
        elif piece == CLOSE:
            spans.append(Span(opened, length))
        else:
            words.append(piece)
            length += len(piece)
    return "".join(words), spans


def snippet(words: str, found: Sequence[Span]) -> Snippet:
    """The stretch of `words` that holds most of what was found, cut between words; its beginning where nothing was."""
    width = WIDTH_WIDE if is_wide(words) else WIDTH
    start = _best_start(found, width)
    end = min(len(words), start + width)
    start = max(0, end - width)
    start, end = _at_words(words, start, end)
    before, after = "…" if start else "", "…" if end < len(words) else ""
    marks = tuple(
        Span(span.start - start + len(before), span.end - start + len(before))
        for span in found
        if start <= span.start and span.end <= end
    )
    return Snippet(before + words[start:end].replace("\n", " ") + after, marks)


def _best_start(found: Sequence[Span], width: int) -> int:
    """Some way before the first of the marks that stand closest together."""
    best = (0, 0)
    last = 0
    for first, span in enumerate(found):
        while last < len(found) and found[last].end <= span.start + width - width // _SHIFT:
            last += 1
        if last - first > best[0]:
            best = (last - first, span.start)
    return max(0, best[1] - width // _SHIFT)


def _at_words(words: str, start: int, end: int) -> tuple[int, int]:
    """The same a little narrower, so that no word is cut; Chinese is cut anywhere."""
    if start:
        space = re.compile(r"\s").search(words, start, start + 20)
        start = space.end() if space else start
    if end < len(words):
        space_before = max(words.rfind(" ", end - 20, end), words.rfind("\n", end - 20, end))
        end = space_before if space_before > start else end
    return start, end
