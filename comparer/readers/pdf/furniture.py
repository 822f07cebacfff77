"""Running heads, page numbers and footers: what comes back at the edge of one page after another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from comparer.readers.pdf.page import Row
from comparer.structure.forms import form_of

_EDGE = 3
"""How many lines at a page's top and at its foot may be furniture."""
_HEIGHT = 6.0
"""Points by which a running line may stand higher or lower on another page."""
_LONGEST = 160
_OFTEN = 3
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"\W*([ivxlc]{1,8})\W*", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Seen(NamedTuple):
    page: int
    place: int
    base: float
    number: int | None


def furniture_of(pages: Sequence[Sequence[Row]]) -> list[frozenset[int]]:
    """For each page, the places of the lines that are furniture, among its lines from the top."""
    found: list[set[int]] = [set() for _ in pages]
    seen: dict[tuple[bool, str], list[_Seen]] = defaultdict(list)
    for page, rows in enumerate(pages):
        for place, row in enumerate(rows):
            top, foot = place < _EDGE, place >= len(rows) - _EDGE
            if (top or foot) and len(row.text) <= _LONGEST:
                shape, number = _shape(row.text)
                if top:
                    seen[True, shape].append(_Seen(page, place, row.base, number))
                if foot:
                    seen[False, shape].append(_Seen(page, place, row.base, number))
    for (_, shape), places in seen.items():
        few = len(pages) < _OFTEN and form_of(shape) is None
        enough = 2 if few else _OFTEN
        for group in _at_one_height(places):
            if len({one.page for one in group}) >= enough and _returns(shape, group):
                for one in group:
                    found[one.page].add(one.place)
    return [frozenset(_outermost(places, len(rows))) for places, rows in zip(found, pages, strict=True)]


def _shape(text: str) -> tuple[str, int | None]:
    """The text with `#` for its last number, and that number."""
    words = " ".join(text.split())
    roman = _ROMAN.fullmatch(words)
    if roman is not None:
        return "#", _roman(roman[1].lower())
    numbers = list(_NUMBER.finditer(words))
    if not numbers:
        return words, None
    last = numbers[-1]
    return f"{words[: last.start()]}#{words[last.end() :]}", int(last.group()[:9])


def _roman(letters: str) -> int:
    values = [_VALUES[letter] for letter in letters]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def _at_one_height(places: Sequence[_Seen]) -> list[list[_Seen]]:
    groups: list[list[_Seen]] = []
    for one in sorted(places, key=lambda one: one.base):
        if groups and one.base - groups[-1][-1].base <= _HEIGHT:
            groups[-1].append(one)
        else:
            groups.append([one])
    return [sorted(group) for group in groups]


def _returns(shape: str, group: Sequence[_Seen]) -> bool:
    """Whether the line comes back unchanged, or with a number that counts the pages (or the leaves of two)."""
    numbers = {one.number for one in group}
    if len(numbers) == 1:
        return len(shape) > 1 and _near(group)
    if form_of(shape.replace("#", "1")) is not None:
        return False
    pairs = list(pairwise(group))
    counted = sum(
        b.number is not None
        and a.number is not None
        and 0 <= b.number - a.number <= b.page - a.page
        and 2 * (b.number - a.number) >= b.page - a.page - 1
        for a, b in pairs
    )
    return counted >= 0.7 * len(pairs)


def _near(group: Sequence[_Seen]) -> bool:
    """Whether most of a line's pages follow each other, one or two apart."""
    pairs = list(pairwise(group))
    return 2 * sum(b.page - a.page <= 2 for a, b in pairs) >= len(pairs)


def _outermost(places: set[int], rows: int) -> set[int]:
    """Without what has a line of the text between itself and the page's edge."""
    kept: set[int] = set()
    for order in (range(rows), range(rows - 1, -1, -1)):
        for place in order:
            if place not in places:
                break
            kept.add(place)
    return kept
