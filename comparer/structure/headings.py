"""Headings of articles and divisions, recognised by their form and by the order of their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from comparer.model import Kind
from comparer.structure.forms import Form, form_of
from comparer.structure.lines import Line, tail
from comparer.structure.sequence import comes_next, follows, mended
from comparer.structure.titles import LONGEST_TITLE, is_title, title_below, title_goes_on

_ENDED = re.compile(r"[.;:!?。；：！？”\"’)]\W*$|[;,]\s*(?:and|or|y|o|e|u)$|[^\w\s]$|[^\d\s][.;:”)]\d{1,2}$")

_BACKWARDS = 3
"""So many numbers out of order make a table of what could be misread headings."""
_UNEXPLAINED = re.compile(r"(?<=[가-힣)])\d{1,2}-\d{1,3}\)$")
"""A footnote's mark in a Korean gazette text (`정보 전송14-7)`)."""


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
    quoted: bool = False
    """Whether a quotation mark stands before it (see `Form.quoted`)."""
    repairs: tuple[str, ...] = ()
    """Judgements made in reading it, as sentences."""
    cut: int = 0
    """How many characters at the end of its last line are a footnote's mark and no words."""


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
    return _with_letters(_without_tables(found))


def _without_tables(headings: list[Heading]) -> list[Heading]:
    """Rows of a table that name articles of one chapter, in an order in which no chapter has them, are no headings."""
    kept: list[Heading] = []
    for _, run in groupby(headings, key=lambda heading: (heading.kind, heading.number.partition(".")[0])):
        group = list(run)
        dotted = group[0].kind is Kind.ARTICLE and "." in group[0].number
        backwards = sum(not follows(a.number, b.number) for a, b in pairwise(group)) if dotted else 0
        if backwards < _BACKWARDS or 3 * backwards < len(group):
            kept.extend(group)
    return kept


def _with_letters(headings: list[Heading]) -> list[Heading]:
    """Numbers whose letter was read as a digit (`8.61-1` for `8.61-I`) are put right where their neighbours show it."""
    articles = [place for place, heading in enumerate(headings) if heading.kind is Kind.ARTICLE]
    for before, here, after in zip([None, *articles], articles, [*articles[1:], None], strict=False):
        written = headings[here].number
        last = None if before is None else headings[before].number
        letter = mended(last, written, None if after is None else headings[after].number)
        if letter is not None:
            said = f"The source has {written}; it is read as {letter}, which its neighbours ask for."
            headings[here] = replace(headings[here], number=letter, repairs=(*headings[here].repairs, said))
    return headings


def _heading_at(lines: list[Line], place: int, found: list[Heading]) -> Heading | None:
    line = lines[place]
    form = form_of(line.text) if len(line.text) <= LONGEST_TITLE else None
    if form is None:
        return None
    after_heading = bool(found) and found[-1].last == place - 1
    free = place == 0 or line.gap > 0 or line.page or after_heading or _is_over(lines[place - 1].text)
    if form.kind is Kind.PREAMBLE or line.text.endswith("의정서"):
        return _made(form, line.text, place, place)
    capitals = line.text.isupper() and form.kind is Kind.ARTICLE and _is_next(form.number, found)
    if form.rest and _title_stands(form, found, free=free or form.quoted or capitals):
        return _made(form, *_span(title_goes_on(lines, place, form.rest), place))
    if not form.rest and (free or form.quoted or (line.text.isupper() and _can_follow(form.number, found))):
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
    return form.colon or form.kind is not Kind.ARTICLE or _can_follow(form.number, found)


def _made(form: Form, title: str, first: int, last: int) -> Heading:
    title = " ".join(title.split())
    mark = _UNEXPLAINED.search(title)
    repairs: tuple[str, ...] = ()
    if mark is not None:
        title = title[: mark.start()]
        repairs = (f"The heading bears the mark of footnote {mark[0][:-1]}, which was not read with it.",)
    return Heading(
        form.kind, form.number, title, first, last, form.level, form.quoted, repairs, len(mark[0]) if mark else 0
    )


def _can_follow(number: str, found: list[Heading]) -> bool:
    return follows(_last_article(found), number)


def _is_next(number: str, found: list[Heading]) -> bool:
    last = _last_article(found)
    return last is not None and comes_next(last, number)


def _last_article(found: list[Heading]) -> str | None:
    return next((heading.number for heading in reversed(found) if heading.kind is Kind.ARTICLE), None)
