"""Where footnote marks may stand: small numbers that no sentence needs."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from comparer.model import FILLER
from comparer.structure.raised import RAISED, lowered

_AFTER = r"(?=$|[\s,.;:)\]”\"’»，。；：、）》\x00]|[\u4e00-\u9fff])"
_MARK = re.compile(
    rf"(?<=[^\W\d_])(?P<word>\d{{1,3}}){_AFTER}"
    rf"|(?<=[^\d\s][,.;:)\]”\"’»，。；：、）》])(?P<point>\d{{1,3}}){_AFTER}"
    r"|\[(?P<bracket>\d{1,3})\]"
    rf"|(?<=[^\W\d][,.;:)\]”\"’»]) (?P<spaced>\d{{1,3}})(?=\s|,|$)"
    r"|(?<=\d[.;)]) (?P<closing>\d{1,3})$"
    r"|(?<=[^\W\d]) (?P<ending>\d{1,3})$"
    r"|^[ \t]*(?P<alone>\d{1,3})[ \t]*$"
    rf"|(?<=\d)[,，][ ]?(?P<more>\d{{1,3}})(?=\s|$|[^\w.])"
    r"|Footnote(?P<named>\d{1,3})\b"
    rf"|(?P<raised>[{RAISED}]{{1,3}})",
    re.MULTILINE,
)
_KEPT = re.compile(f"[^{FILLER}]+")
_DIGITS = re.compile(rf"\d+|[{RAISED}]+")
_LONGEST = 3
_STRONG = frozenset({"word", "point", "bracket", "named", "raised"})


class Mark(NamedTuple):
    """A number that may be a footnote's mark."""

    position: int
    strong: bool
    """Whether nothing but a mark is likely there (`person1`, `products.4`)."""
    bracket: bool = False
    """Whether it stands in square brackets."""


class Marks:
    """Every place where a mark of each number may stand, found in one pass."""

    def __init__(self, view: str) -> None:
        self._found: dict[str, list[Mark]] = {}
        packed, places = _packed(view)
        for match in _matches(packed):
            form = match.lastgroup
            if form is None:
                continue
            place = match.start(form)
            position = places[place] if places else place
            self._found.setdefault(lowered(match[form]), []).append(Mark(position, form in _STRONG, form == "bracket"))

    def between(self, number: str, start: int, end: int) -> list[Mark]:
        """The candidates for `number` in [start, end), in order."""
        found = self._found.get(number, [])
        low = bisect_left(found, start, key=lambda mark: mark.position)
        high = bisect_right(found, end - 1, key=lambda mark: mark.position)
        return found[low:high]


def _matches(packed: str) -> Iterator[re.Match[str]]:
    """What `_MARK.finditer` would find. Numbers are rare, so it is only tried where one of its forms can begin."""
    done = 0
    for digits in _DIGITS.finditer(packed):
        number = digits.start()
        if digits.end() - number > _LONGEST or number < done:
            continue
        for start in _beginnings(packed, number, done):
            match = _MARK.match(packed, start)
            if match is not None:
                done = match.end()
                yield match
                break


def _beginnings(packed: str, number: int, floor: int) -> list[int]:
    """Where a form that holds the number at `number` may begin, the first first, none before `floor`."""
    start = number
    while start > floor and packed[start - 1] in " \t":
        start -= 1
    if start > floor and packed[start - 1] in ",，[" and start >= number - 1:
        start -= 1
    found = list(range(start, number + 1))
    if packed.endswith("Footnote", floor, number):
        found.insert(0, number - len("Footnote"))
    return found


def _packed(view: str) -> tuple[str, array[int]]:
    """The view without `FILLER`, so that a mark in markup touches its word, and where each character stood.

    No places where nothing was taken out.
    """
    places = array("q")
    if FILLER not in view:
        return view, places
    for kept in _KEPT.finditer(view):
        places.extend(range(kept.start(), kept.end()))
    return view.replace(FILLER, ""), places
