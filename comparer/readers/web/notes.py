"""Footnotes of a page: a link whose words are a mark, to a place that begins with the same mark."""

from __future__ import annotations

import re

from comparer.model import FILLER, NoteHint, Span
from comparer.readers.web.layout import Layout, Link

_MARK = re.compile(r"[\[(（]?(\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§]{1,4})[\])）]?")
_VISIBLE = re.compile(r"[^\s\x00]")
_BLANK = re.compile(r"[\s\x00]+")
_LONGEST = 200
"""Code points of a link that may be a mark in much markup."""


def notes(layout: Layout) -> tuple[str, tuple[NoteHint, ...]]:
    """The view with the brackets of the marks and the blanks before them gone, and the notes in order."""
    view = list(layout.view)
    found: dict[int, tuple[str, int, int]] = {}
    for link in layout.links:
        mark = _mark(layout, link)
        if mark is None or _at_head(layout.view, link.start):
            continue
        body = _body(layout, link, mark)
        if body is None or body.start in found:
            continue
        anchor = layout.view.index(mark[0], link.start, link.end)
        found[body.start] = (mark, anchor, body.end)
        _bare(view, link, anchor, mark)
    if not found:
        return layout.view, ()
    starts = sorted(found)
    hints = []
    for start, following in zip(starts, [*starts[1:], len(view)], strict=True):
        mark, anchor, end = found[start]
        hints.append(NoteHint(mark, anchor, Span(start, min(end, following))))
        _unbracketed(view, start)
    return "".join(view), tuple(hints)


def _mark(layout: Layout, link: Link) -> str | None:
    if not 0 < link.end - link.start <= _LONGEST:
        return None
    found = _MARK.fullmatch(_BLANK.sub("", layout.view[link.start : link.end]))
    return found[1] if found else None


def _at_head(view: str, place: int) -> bool:
    """Whether a link is the first on its line: that of a note, leading back to its call."""
    line = view.rfind("\n", 0, place) + 1
    return _VISIBLE.search(view, line, place) is None


def _body(layout: Layout, link: Link, mark: str) -> Span | None:
    named = layout.names.get(link.target)
    if named is None:
        return None
    first = _VISIBLE.search(layout.view, named.start)
    if first is None or first.start() <= link.end:
        return None
    start = layout.view.rfind("\n", 0, first.start()) + 1
    if start <= link.end:
        return None
    head = _BLANK.sub("", layout.view[start : start + _LONGEST])
    if not re.match(rf"[\[(（]?{re.escape(mark)}(?![\w*†‡§])|[\[(（]?{re.escape(mark)}(?=[^\W\d])", head):
        return None
    paragraph = layout.view.find("\n\n", first.start())
    end = len(layout.view) if paragraph < 0 else paragraph
    return Span(start, named.end if named.end > first.start() else end)


def _bare(view: list[str], link: Link, anchor: int, mark: str) -> None:
    """Nothing but the mark stays of a call, close behind its word."""
    for place in range(link.start, link.end):
        if not anchor <= place < anchor + len(mark):
            view[place] = FILLER
    place = link.start - 1
    while place >= 0 and view[place] in f" {FILLER}\u00a0":
        view[place] = FILLER
        place -= 1


def _unbracketed(view: list[str], start: int) -> None:
    """The mark at a note's head without its brackets."""
    for place in range(start, min(start + _LONGEST, len(view))):
        if view[place] in "[(（":
            view[place] = FILLER
        elif view[place] in "])）":
            view[place] = FILLER
            return
        elif view[place].isalpha() and view[place] not in "ivx":
            return
