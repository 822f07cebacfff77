"""Lines and headings of a document whose format declares its own headings."""

from __future__ import annotations

from comparer.model import Document, Kind
from comparer.structure.forms import level_of
from comparer.structure.headings import Heading
from comparer.structure.lines import Line, lines_of


def hinted_lines(document: Document) -> tuple[list[Line], list[Heading]]:
    """One line for each declared heading, the lines of the words between, and the headings by their line."""
    lines: list[Line] = []
    headings: list[Heading] = []
    start = 0
    for hint in document.hints:
        lines.extend(lines_of(document.view, start, hint.span.start))
        start = hint.span.end
        place = len(lines)
        text = document.view[hint.span.start : hint.span.end]
        lines.append(Line(hint.span.start, hint.span.end, text, 1, 0, page=False))
        level = 5 if hint.kind is Kind.ARTICLE else level_of(hint.kind)
        headings.append(Heading(hint.kind, hint.number, hint.heading, place, place, level))
    lines.extend(lines_of(document.view, start))
    return lines, headings
