"""Chapters that a publisher parted with ruled lines, and his summaries, which are no words of the treaty."""

from __future__ import annotations

import re

from comparer.model import Kind
from comparer.structure.forms import form_of
from comparer.structure.lines import Line

_RULED = re.compile(r"\*{5,}\s+(?P<name>\S.*?)\s+\*{5,}$")
_TITLE = re.compile(r"-{3,}\s+(?P<name>\S.*?)\s+-{3,}$")
_ADDRESS = re.compile(r"url: \(?https?://|Next Chapter: ")


def without_summaries(lines: list[Line]) -> list[Line]:
    """The lines, ruled ones cut down to the chapter's number and title, and without what stands between them and the
    chapter's first heading: the publisher's address and summary."""
    if not any(_RULED.match(line.text) for line in lines):
        return lines
    kept: list[Line] = []
    skipping = False
    for place, line in enumerate(lines):
        ruled = _RULED.match(line.text)
        if ruled is not None:
            kept.append(_inner(line, ruled, gap=1))
            form = form_of(ruled["name"])
            skipping = form is not None and form.kind is Kind.CHAPTER
        elif (title := _TITLE.match(line.text)) is not None:
            if kept and kept[-1].text != title["name"]:
                kept.append(_inner(line, title, gap=0))
        elif _ADDRESS.match(line.text):
            continue
        elif not skipping or _begins(lines, place):
            skipping = False
            kept.append(line)
    return kept


def _inner(line: Line, found: re.Match[str], gap: int) -> Line:
    start, end = found.span("name")
    return line._replace(start=line.start + start, end=line.start + end, text=found["name"], gap=gap)


def _begins(lines: list[Line], place: int) -> bool:
    """Whether the treaty's own words begin: with an article, or with a section that an article follows."""
    form = form_of(lines[place].text)
    if form is None or len(lines[place].text) > 200:
        return False
    if form.kind is Kind.SECTION:
        below = lines[place + 1 : place + 3]
        return any((after := form_of(line.text)) is not None and after.kind is Kind.ARTICLE for line in below)
    return form.kind is Kind.ARTICLE
