"""Where footnote marks may stand: small numbers that no sentence needs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from comparer.model import FILLER

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
    r"|Footnote(?P<named>\d{1,3})\b",
    re.MULTILINE,
)
_STRONG = frozenset({"word", "point", "bracket", "named"})


class Mark(NamedTuple):
    """A number that may be a footnote's mark."""

    position: int
    strong: bool
    """Whether nothing but a mark is likely there (`person1`, `products.4`)."""


class Marks:
    """Every place where a mark of each number may stand, found in one pass."""

    def __init__(self, view: str) -> None:
        self._found: dict[str, list[Mark]] = {}
        packed, places = _packed(view)
        for match in _MARK.finditer(packed):
            form = match.lastgroup
            if form is None:
                continue
            place = match.start(form)
            position = places[place] if places else place
            self._found.setdefault(match[form], []).append(Mark(position, form in _STRONG))

    def between(self, number: str, start: int, end: int) -> list[Mark]:
        """The candidates for `number` in [start, end), in order."""
        found = self._found.get(number, [])
        low = bisect_left(found, start, key=lambda mark: mark.position)
        high = bisect_right(found, end - 1, key=lambda mark: mark.position)
        return found[low:high]


def _packed(view: str) -> tuple[str, list[int]]:
    """The view without `FILLER`, so that a mark in markup touches its word, and where each character stood.

    No list where nothing was taken out.
    """
    if FILLER not in view:
        return view, []
    places = [place for place, character in enumerate(view) if character != FILLER]
    return view.replace(FILLER, ""), places
