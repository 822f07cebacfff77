"""Tables of contents: lists of headings that come again later with their words."""

from __future__ import annotations

import re
from itertools import pairwise

from comparer.structure.headings import Heading
from comparer.structure.lines import Line

_TITLE = re.compile(
    r"(?:TABLE OF CONTENTS|CONTENTS|Table of [Cc]ontents|Contents|[IÍ]NDICE|[IÍ]ndice|CONTENIDO|目\s*[录錄次]|목\s*차|"
    r"INHALTSVERZEICHNIS|Inhaltsverzeichnis|Inhalt|TABLE DES MATIÈRES|Table des matières)$"
)
_PROSE = re.compile(r"[a-z]{2}[,;:]$|[，；：]$|^.{250}")
_GLUED_TITLE = re.compile(r"TABLE OF CONTENTS (?:PREAMBLE|CHAPTER)\b")
"""A table whose lines were run together."""
_PREAMBLE = re.compile(r"[,;:]$")
_RUN = 4
_ENTRIES = 6
_SEARCHED = 400
"""A contents title further down than this many lines is the heading of something else."""


def is_contents_title(text: str) -> bool:
    """Whether a line is the title of a table of contents, alone or run together with its first entry."""
    return bool(_TITLE.match(text) or _GLUED_TITLE.match(text))


def contents_end(lines: list[Line], headings: list[Heading]) -> tuple[int, int]:
    """The lines [first, end) that are a table of contents; (0, 0) where there is none.

    It ends where its own first entry comes again; without a title, a run of headings with nothing between them is a
    table when they come again.
    """
    for place, line in enumerate(lines[:_SEARCHED]):
        if _GLUED_TITLE.match(line.text):
            below = range(place + 1, min(place + _SEARCHED, len(lines)))
            return place, next((after for after in below if _PREAMBLE.search(lines[after].text)), place)
        if _TITLE.match(line.text):
            entries = [heading for heading in headings if heading.first > place]
            ends = (_second(entries, entry) for entry in range(min(len(entries), _ENTRIES)))
            end = next((found for found in ends if found is not None), None)
            return (place, _first_prose(lines, place, end)) if end is not None else (0, 0)
    return _untitled(headings)


def _first_prose(lines: list[Line], first: int, end: int) -> int:
    """Where a preamble begins that stands between the table and the first heading that comes again."""
    return next((place for place in range(first + 1, end) if _PROSE.search(lines[place].text)), end)


def _second(headings: list[Heading], first: int) -> int | None:
    if first >= len(headings):
        return None
    entry = headings[first]
    for heading in headings[first + 1 :]:
        if (heading.kind, heading.number) == (entry.kind, entry.number):
            return heading.first
    return None


def _untitled(headings: list[Heading]) -> tuple[int, int]:
    run = 0
    for place, (here, after) in enumerate(pairwise(headings)):
        run = run + 1 if after.first == here.last + 1 else 0
        if run == _RUN:
            first = place + 1 - run
            end = _second(headings, first)
            if end is not None:
                return headings[first].first, end
            return 0, 0
    return 0, 0
