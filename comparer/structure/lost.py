"""Articles whose heading line was lost and whose title remains: found where the numbering has a gap."""

from __future__ import annotations

import re
from dataclasses import replace

from comparer.model import Kind
from comparer.structure.forms import starts_something
from comparer.structure.headings import Heading
from comparer.structure.labels import label_at
from comparer.structure.lines import Line, tail
from comparer.structure.sequence import between
from comparer.structure.titles import is_title

_RANGE = re.compile(r"\(Articles? (?P<first>\d+\.\d+)(?: (?:to|and) (?P<last>\d+\.\d+))?\)")
_OVER = re.compile(r"[.;:!?”\"’)]\s?\d{0,3}$")
_LONGEST = 100
_SELDOM = 50
"""One gap in so many headings is damage; more gaps make a selection of articles, which lacks them on purpose."""
_MOST_WORDS = 14
_ARTICLE_LEVEL = 5
_OPENS = re.compile(r"[A-Z“\"(]|\d{1,2}\.")
_NOTE = re.compile(r"\s?\d{1,3}$")


def with_lost(lines: list[Line], headings: list[Heading], contents: list[Line]) -> list[Heading]:
    """The headings and, among them, those of articles that only their titles remain of.

    A title counts where it stands alone between two sentences and the numbers around it leave exactly as many places as
    there are such titles. `contents`: the lines of the table of contents, whose ranges say how many articles a chapter
    has. Where titles and places differ in number nothing is guessed; the article before says so, unless the text
    is a selection of articles.
    """
    ends = _ends([*contents, *lines])
    gaps = {gap.first: gap for gap in _gaps(headings, ends, len(lines))}
    titles = {first: _titles(lines, gap) for first, gap in gaps.items()}
    missing = sum(len(gap.numbers) for first, gap in gaps.items() if titles[first] is None)
    damaged = any(places for places in titles.values()) or missing * _SELDOM <= len(headings)
    found: list[Heading] = []
    for heading in headings:
        gap = gaps.get(heading.first)
        places = titles.get(heading.first)
        if gap is not None and places is None and damaged:
            heading = replace(heading, repairs=(*heading.repairs, _not_found(gap.numbers)))  # noqa: PLW2901
        found.append(heading)
        if gap is not None and places is not None:
            found.extend(_made(lines, title, number) for title, number in zip(places, gap.numbers, strict=True))
    return sorted(found, key=lambda heading: heading.first)


class _Gap:
    """Numbers that are missing behind the heading at line `first`, and the lines [start, end) they may be found in."""

    def __init__(self, heading: Heading, end: int, taken: frozenset[int], numbers: tuple[str, ...]) -> None:
        self.first = heading.first
        self.start = heading.last + 1
        self.end = end
        self.taken = taken
        self.numbers = numbers


def _gaps(headings: list[Heading], ends: dict[str, str], length: int) -> list[_Gap]:
    gaps: list[_Gap] = []
    for place, heading in enumerate(headings):
        if heading.kind not in {Kind.ARTICLE, Kind.CHAPTER} or heading.quoted:
            continue
        stop = next(
            (later for later in headings[place + 1 :] if later.kind is Kind.ARTICLE or later.level < 3),
            None,
        )
        numbers = _missing(heading, stop, ends)
        if numbers:
            end = length if stop is None else stop.first
            inside = (other for other in headings[place + 1 :] if other.first < end)
            taken = frozenset(line for other in inside for line in range(other.first, other.last + 1))
            gaps.append(_Gap(heading, end, taken, numbers))
    return gaps


def _missing(heading: Heading, stop: Heading | None, ends: dict[str, str]) -> tuple[str, ...]:
    here = heading.number if heading.kind is Kind.ARTICLE else f"{heading.number}.0"
    if not re.fullmatch(r"\d+\.\d+", here):
        return ()
    chapter = here.split(".", maxsplit=1)[0]
    after = stop.number if stop is not None and stop.kind is Kind.ARTICLE else ""
    if after.startswith(f"{chapter}."):
        return between(here, after)
    last = ends.get(chapter, "")
    behind = (*between(here, last), last) if last and _after(here, last) else ()
    next_chapter = after.partition(".")[0] if heading.kind is Kind.ARTICLE else ""
    return (*behind, *between(f"{next_chapter}.0", after)) if next_chapter.isdecimal() else behind


def _after(here: str, last: str) -> bool:
    return int(here.split(".")[1]) < int(last.split(".")[1])


def _ends(lines: list[Line]) -> dict[str, str]:
    """The last article of each chapter, by the ranges that a table of contents gives."""
    ends: dict[str, str] = {}
    for line in lines:
        if "(Article" not in line.text:
            continue
        for found in _RANGE.finditer(line.text):
            last = found["last"] or found["first"]
            chapter = last.split(".", maxsplit=1)[0]
            if chapter not in ends or _after(ends[chapter], last):
                ends[chapter] = last
    return ends


def _titles(lines: list[Line], gap: _Gap) -> list[int] | None:
    """The lines of as many titles as are missing; None where they are more or fewer."""
    places = (place for place in range(gap.start, gap.end) if place not in gap.taken)
    found = [place for place in places if _stands_alone(lines, place, gap)]
    wanted = len(gap.numbers)
    if len(found) > wanted:
        found = [place for place in found if _opens_a_list(lines[place + 1])]
    return found if len(found) == wanted else None


def _stands_alone(lines: list[Line], place: int, gap: _Gap) -> bool:
    """Whether a line is a title between two sentences."""
    text = lines[place].text
    if (
        len(text) > _LONGEST
        or not text[0].isupper()
        or text.isupper()
        or len(text.split()) > _MOST_WORDS
        or place + 1 >= gap.end
    ):
        return False
    if place + 1 in gap.taken or starts_something(text) or not is_title(_NOTE.sub("", text) or text, strict=True):
        return False
    above, below = lines[place - 1].text, lines[place + 1].text
    label = label_at(above)
    if place - 1 >= gap.start and (not _OVER.search(tail(above)) or (label is not None and label.length >= len(above))):
        return False
    return bool(_OPENS.match(below))


def _opens_a_list(line: Line) -> bool:
    label = label_at(line.text)
    return label is not None and label.written == "1"


def _made(lines: list[Line], place: int, number: str) -> Heading:
    said = f"The line with this article's number is lost; {number} is told by its title and by the numbers around it."
    return Heading(Kind.ARTICLE, number, lines[place].text, place, place, _ARTICLE_LEVEL, repairs=(said,))


def _not_found(numbers: tuple[str, ...]) -> str:
    names = ", ".join(numbers)
    if len(numbers) == 1:
        return f"The heading of Article {names} was not found; its words may stand in this provision."
    return f"The headings of Articles {names} were not found; their words may stand in this provision."
