"""Footnotes: where their bodies stand, and where the marks that call them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.structure.lines import Line, tail
from comparer.structure.marks import Mark, Marks

_ALONE = re.compile(r"(?P<number>\d{1,3})$")
_LEADING = re.compile(
    r"(?P<number>\d{1,3})(?:(?:/|\s)\s{0,8}(?=[A-Z\u00c0-\u00de“\"‘]|[a-z]+[A-Z])|\s{0,8}(?=[\u4e00-\u9fff“《]))"
    r"(?!\s*(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|[年月日条款])"
)
_GLUED = re.compile(r"(?P<number>\d{1,3})(?=[A-Z][a-z]+[ ,])")
_NAMED = re.compile(r"(?:脚注|注释|Footnote|Nota al pie)\s*(?P<number>\d{1,3})\s*[:：.]")
_BRACKET = re.compile(r"\[(?P<number>\d{1,3})\]\s*(?=[^\s;,.:)])")

_REFERS = re.compile(
    r"\b(?:articles?|paragraphs?|chapters?|annex(?:es)?|sections?|art[íi]culos?|p[áa]rrafos?|cap[íi]tulos?|anexos?)$"
    r"|第\s*$",
    re.IGNORECASE,
)
_NEAR = 6000
"""Code points between a mark and its note at the foot of one page: two dense pages."""
_FAR = 400_000
_SHUFFLED = 1000
"""Marks may come out of order by a sentence or two in a translation."""
_SKIP = 4
_PAGE_LINES = 70
_COMPLETE = re.compile(r"[.。!?？！”\"’»)）][”\"’)\d]*$")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's body: lines `first` to `last`, both included."""

    number: str
    first: int
    last: int
    anchor: int | None


def find_notes(lines: list[Line], view: str, headings: frozenset[int]) -> list[Note]:
    """Bodies of footnotes among the lines, in order. `headings`: places of the lines that are headings."""
    if not lines:
        return []
    search = _Search(lines, Marks(view), headings)
    return search.run()


class _Search:
    """One pass over the lines: numbers count up, or begin again at 1, and every weak form needs a mark."""

    def __init__(self, lines: list[Line], marks: Marks, headings: frozenset[int]) -> None:
        self._lines = lines
        self._marks = marks
        self._headings = headings
        self._last = 0
        self._anchor = -1
        self._behind = -1
        self._ended = 0
        self._marked = False
        self._page_end = _page_ends(lines)

    def run(self) -> list[Note]:
        found: list[Note] = []
        place = 0
        while place < len(self._lines):
            begun = None if place in self._headings else self._begins(place)
            if begun is None:
                place += 1
                continue
            number, mark = begun
            last = self._extent(place, number)
            self._last = number
            self._marked = mark is not None
            if mark is not None:
                self._anchor = mark.position
            found.append(Note(str(number), place, last, mark.position if mark else None))
            place = self._behind = last + 1
            self._ended = self._lines[last].end
        return found

    def _begins(self, place: int) -> tuple[int, Mark | None] | None:
        text = self._lines[place].text
        if not (text[0].isdecimal() or text[0] in "脚注FN["):
            return None
        named = _NAMED.match(text) or _BRACKET.match(text)
        if named is not None:
            number = int(named["number"])
            mark = self._mark(place, number)
            return (number, mark) if mark is not None or self._in_order(number) else None
        alone = _ALONE.match(text)
        if alone is not None and not self._text_below(place):
            return self._apart(place, int(text))
        return self._weakly(place, alone)

    def _weakly(self, place: int, alone: re.Match[str] | None) -> tuple[int, Mark | None] | None:
        """A number that may be a paragraph's or a sentence's as well: taken for a note's by its mark or its series."""
        text = self._lines[place].text
        form = alone or (None if self._is_cited(place) else _LEADING.match(text) or _GLUED.match(text))
        number = int(form["number"]) if form is not None else 0
        if form is None or not self._in_order(number):
            return None
        mark = self._mark(place, number)
        if mark is None and not (self._continues(place, number) if alone else self._in_series(place, number)):
            return None
        return number, mark

    def _apart(self, place: int, number: int) -> tuple[int, Mark | None] | None:
        """A number with an empty line below it, taken for a note's only where its mark leaves no doubt."""
        lines = self._lines
        if number != self._last + 1 or place + 1 >= len(lines) or lines[place + 1].gap > 1 or lines[place].gap == 0:
            return None
        if place + 1 in self._headings or lines[place + 1].page or not lines[place + 1].text[0].isalpha():
            return None
        mark = self._mark(place, number)
        low = lines[place + 1].text[0].islower()
        return (number, mark) if mark is not None and mark.strong and not low else None

    def _continues(self, place: int, number: int) -> bool:
        """Whether the line has the next note's number and comes right behind the last note on its page."""
        return place == self._behind and number == self._last + 1 and not self._lines[place].page

    def _in_series(self, place: int, number: int) -> bool:
        """Whether a line that stands free bears the next note's number not far from the last one."""
        line = self._lines[place]
        near = self._lines[max(place - 1, 0)].end - self._ended < _FAR // 10
        return number == self._last + 1 > 1 and line.gap > 0 and near and self._marked

    def _is_cited(self, place: int) -> bool:
        """Whether the line before leaves its number to this one (`Article`, and `1 (Scope)` below it)."""
        return place > 0 and self._lines[place].gap == 0 and bool(_REFERS.search(tail(self._lines[place - 1].text)))

    def _text_below(self, place: int) -> bool:
        if place + 1 >= len(self._lines) or place + 1 in self._headings:
            return False
        below = self._lines[place + 1]
        first = below.text[0]
        return below.gap == 0 and not below.page and not first.isdecimal() and not first.islower()

    def _in_order(self, number: int) -> bool:
        return number == 1 or self._last < number <= self._last + _SKIP

    def _mark(self, place: int, number: int) -> Mark | None:
        """The mark that calls this note: the nearest before it, else one soon after (a note moved up by a page)."""
        start = self._lines[place].start
        again = number <= self._last
        floor = max(self._anchor + 1, start - _NEAR) if again else self._anchor - _SHUFFLED
        near = self._marks.between(str(number), max(floor, start - _NEAR), start)
        far = near or self._marks.between(str(number), max(floor, start - _FAR), start)
        if self._lines[place].text.startswith("["):
            # A note in brackets is called in brackets; numbers in the notes before it are not its marks.
            low = self._anchor + 1 if again else self._anchor - _SHUFFLED
            bracketed = [mark for mark in self._marks.between(str(number), start - _FAR, start) if mark.bracket]
            if bracketed:
                return next((mark for mark in bracketed if mark.position >= max(low, start - _FAR)), None)
        if far:
            strong = [mark for mark in far if mark.strong]
            pool = strong or far
            return pool[-1] if near else pool[0]
        after = self._marks.between(str(number), self._lines[place].end, self._lines[place].end + _NEAR // 2)
        return next((mark for mark in after if mark.strong), None)

    def _extent(self, first: int, number: int) -> int:
        """The note's last line. On a paged text it runs to the page's end; elsewhere to an empty line."""
        lines = self._lines
        end = self._page_end[first]
        paged = (
            end is not None
            and end - first < _PAGE_LINES
            and not any(place in self._headings for place in range(first, end))
        )
        last = first + 1 if _ALONE.match(lines[first].text) and first + 1 < len(lines) else first
        while last + 1 < len(lines):
            line = lines[last + 1]
            if line.page or last + 1 in self._headings or self._next_note(last + 1, number):
                break
            if not paged and self._over(lines[last], line):
                break
            last += 1
        return last

    def _next_note(self, place: int, number: int) -> bool:
        before = self._last, self._behind
        self._last, self._behind = number, place if self._page_end[place] is not None else -1
        begun = self._begins(place)
        self._last, self._behind = before
        return begun is not None and begun[0] == number + 1

    @staticmethod
    def _over(last: Line, line: Line) -> bool:
        """Whether, without pages, a note ends between two lines."""
        complete = bool(_COMPLETE.search(tail(last.text)))
        if line.gap == 0:
            return complete and (line.text[0].islower() or bool(re.match(r"\d{1,2}\. ", line.text)))
        return complete or not re.search(r"[:;,：；]$|[;,；，]\s*(?:and|or|y|o)$", last.text)


def _page_ends(lines: list[Line]) -> list[int | None]:
    """For each line the place of the first line of the next page; None on the last page."""
    ends: list[int | None] = [None] * len(lines)
    following: int | None = None
    for place in range(len(lines) - 1, -1, -1):
        ends[place] = following
        if lines[place].page:
            following = place
    return ends
