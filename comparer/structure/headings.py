"""Headings of articles and divisions, recognised by their form and by the order of their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.model import Kind
from comparer.structure.forms import Form, form_of
from comparer.structure.lines import Line, tail
from comparer.structure.titles import LONGEST_TITLE, is_title, title_below, title_goes_on

_ENDED = re.compile(r"[.;:!?。；：！？”\"’)]\W*$|[;,]\s*(?:and|or|y|o|e|u)$|[^\w\s]$|[^\d\s][.;:”)]\d{1,2}$")
_SKIPPED = 5
"""How many articles in a row may have lost their headings."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: lines `first` to `last` (both included) are its own."""

    kind: Kind
    number: str
    title: str
    first: int
    last: int
    level: int
    """As in `Form.level`."""


def find_headings(lines: list[Line]) -> list[Heading]:
    """Every heading, in order. Nothing that a running text merely cites at a line's start."""
    found: list[Heading] = []
    place = 0
    while place < len(lines):
        heading = _heading_at(lines, place, found)
        if heading is None:
            place += 1
        else:
            found.append(heading)
            place = heading.last + 1
    return found


def _heading_at(lines: list[Line], place: int, found: list[Heading]) -> Heading | None:
    line = lines[place]
    form = form_of(line.text) if len(line.text) <= LONGEST_TITLE else None
    if form is None:
        return None
    after_heading = bool(found) and found[-1].last == place - 1
    free = place == 0 or line.gap > 0 or line.page or after_heading or _is_over(lines[place - 1].text)
    if form.kind is Kind.PREAMBLE:
        return _made(form, line.text, place, place)
    if form.rest and _title_stands(form, found, free=free):
        return _made(form, *_span(title_goes_on(lines, place, form.rest), place))
    if not form.rest and (free or (line.text.isupper() and _follows(form.number, found))):
        return _made(form, *_span(title_below(lines, place), place))
    return None


def _is_over(text: str) -> bool:
    """Whether a sentence or a line of capitals ends here."""
    return text.isupper() or bool(_ENDED.search(tail(text)))


def _span(title: tuple[str, int], first: int) -> tuple[str, int, int]:
    return title[0], first, title[1]


def _title_stands(form: Form, found: list[Heading], *, free: bool) -> bool:
    """Whether what stands behind a number on its line is a title, and no sentence that cites the number."""
    if not is_title(form.rest, strict=not form.colon) or not (free or form.colon):
        return False
    return form.colon or form.kind is not Kind.ARTICLE or _follows(form.number, found)


def _made(form: Form, title: str, first: int, last: int) -> Heading:
    return Heading(form.kind, form.number, " ".join(title.split()), first, last, form.level)


def _follows(number: str, found: list[Heading]) -> bool:
    """Whether an article's number can come after the last one's: the next, a first one, or after a small gap."""
    last = next((heading.number for heading in reversed(found) if heading.kind is Kind.ARTICLE), None)
    here = [int(digits) for digits in re.findall(r"\d+", number)]
    if last is None or not here:
        return True
    before = [int(digits) for digits in re.findall(r"\d+", last)]
    if here[-1] == 1 or len(here) != len(before):
        return True
    return before < here and (here[:-1] != before[:-1] or here[-1] <= before[-1] + _SKIPPED)
