"""Page furniture: running page numbers and heads, alone on a line or glued to the words that follow."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from comparer.structure.lines import Line, tail

_NUMBER = re.compile(r"[-–—]?\s?(?:\d{1,4}|[ivxl]{1,7})\s?[-–—]?")
_CHAPTER_PAGE = re.compile(r"(\d{1,2}[A-Z]?)\s?[-–]\s?(\d{1,4})")
_GLUED = re.compile(r"(\d{1,2}[A-Z]?)-(\d{1,4})")
_GLUED_HEADING = re.compile(r"[\dA-Z-]*\d(?=(?:CHAPTER|ANNEX|SECTION|ARTICLE|Chapter|Annex|Article)\s+[\dA-Z])")
_PARAGRAPH = re.compile(r"\d{1,2}\.(?!\d)")
_MISSED = 12
"""How many pages in a row may have lost their numbers."""
_DIGITS = re.compile(r"\d+")
_LEADERS = re.compile(r"(?:\.[ \t]?){5,}\s*[\divxlc-]*$|…{2,}\s*\d*$")
_TAG = re.compile(r"\[(?P<close>/?)(?P<name>공고문|조약번호|전문|본문|서명|부속서)\]$")
"""Tags with which the Korean gazette's service parts a treaty."""
_NOT_THE_TREATY = frozenset({"공고문", "조약번호", "서명"})
"""Its announcement, its number in the gazette, its signatures and letters."""
_HEAD_REPEATS = 5
_HEAD_LENGTH = 60


class Pages(NamedTuple):
    """Lines without their furniture. The first line after a page's end says so (`page`)."""

    lines: list[Line]
    breaks: int
    """How many page ends were found."""


def without_furniture(lines: list[Line]) -> Pages:
    """Take page numbers and running heads away, cut glued page numbers off."""
    lines = _within_tags(lines)
    heads = _running_heads(lines)
    glued = _glued_pages(lines)
    kept: list[Line] = []
    page, breaks = True, 0
    for place, whole in enumerate(lines):
        page = page or whole.page
        cut = glued.get(place, 0)
        line = whole.after(cut)._replace(gap=0) if cut else whole
        if not line.text or place in heads or _is_page_number(lines, place) or _LEADERS.search(tail(line.text)):
            page = True
            continue
        page = page or cut > 0
        breaks += page
        kept.append(line._replace(page=page))
        page = False
    return Pages(kept, breaks - 1)


def _within_tags(lines: list[Line]) -> list[Line]:
    """The lines without tags, and without what stands between those of no provision."""
    kept: list[Line] = []
    outside = False
    for line in lines:
        tag = _TAG.match(line.text) if line.text[0] == "[" else None
        if tag is not None:
            outside = not tag["close"] and tag["name"] in _NOT_THE_TREATY
        elif not outside:
            kept.append(line)
    return kept


def _is_page_number(lines: list[Line], place: int) -> bool:
    """A number alone counts as a page's only at a page's edge: elsewhere it may be a paragraph's or a note's."""
    text = lines[place].text
    if len(text) > 8 or not (_NUMBER.fullmatch(text) or _CHAPTER_PAGE.fullmatch(text)):
        return False
    last = place + 1 == len(lines)
    at_top = lines[place].page and (last or lines[place + 1].gap > 0 or place == 0)
    at_foot = (last or lines[place + 1].page) and (place == 0 or lines[place].gap > 0)
    return at_top or at_foot


def _glued_pages(lines: list[Line]) -> dict[int, int]:
    """How many characters of each line are a page number of the form `12-3`, by the line's place.

    `12-32.` is page 12-3 and paragraph 2: the pages count up, which tells where the number ends.
    """
    cuts: dict[int, int] = {}
    expected: dict[str, int] = defaultdict(lambda: 1)
    for place, line in enumerate(lines):
        if not line.text[0].isdecimal():
            continue
        odd = _GLUED_HEADING.match(line.text)
        found = _GLUED.match(line.text)
        if odd is not None:
            cuts[place] = odd.end()
        elif found is not None:
            cut = _page_cut(line.text, found, expected[found[1]])
            if cut is not None:
                cuts[place] = cut
                expected[found[1]] = int(line.text[found.start(2) : cut]) + 1
    return cuts


def _page_cut(text: str, found: re.Match[str], page: int) -> int | None:
    """Where the page number ends: at a letter or bracket that it is glued to, else by the number that is due."""
    after = text[found.end() : found.end() + 1]
    if after and (after.isalpha() or after in '(“‘"') and page <= int(found[2]) <= page + _MISSED:
        return found.end()
    written = str(page)
    if not found[2].startswith(written):
        return None
    cut = found.start(2) + len(written)
    return cut if _PARAGRAPH.match(text, cut) else None


def _running_heads(lines: list[Line]) -> set[int]:
    """Lines that come back with nothing changed but a number that counts up (`XX/YY/en 12`)."""
    shapes: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, line in enumerate(lines):
        text = line.text
        if len(text) > _HEAD_LENGTH or "/" not in text or not text[-1].isdecimal():
            continue
        numbers = _DIGITS.findall(text)
        shapes[_DIGITS.sub("#", text)].append((place, int(numbers[-1])))
    heads: set[int] = set()
    for found in shapes.values():
        rising = sum(later[1] == earlier[1] + 1 for earlier, later in pairwise(found))
        if len(found) >= _HEAD_REPEATS and rising * 2 >= len(found):
            heads.update(place for place, _ in found)
    return heads
