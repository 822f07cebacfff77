"""From a document to its tree of provisions."""

from __future__ import annotations

import re
from dataclasses import replace

from comparer.model import Document, Span, Text
from comparer.structure.assemble import Assembler
from comparer.structure.contents import contents_end
from comparer.structure.declared import declared_notes
from comparer.structure.footnotes import attach_notes
from comparer.structure.furniture import without_furniture
from comparer.structure.headings import Heading, find_headings
from comparer.structure.hinted import hinted_lines
from comparer.structure.lines import Line, lines_of
from comparer.structure.lost import with_lost
from comparer.structure.notes import find_notes
from comparer.structure.remainder import remainder
from comparer.structure.running import unglued
from comparer.structure.summaries import without_summaries
from comparer.structure.tree import Tree

__all__ = ["build"]

_TITLE = 200
"""Code points of a title that are kept."""
_VISIBLE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]")


def build(document: Document) -> Text:
    """Find the provisions of a document.

    Guarantees: every span lies within `raw`; the `own` spans of all provisions and `left_over` are disjoint and
    together hold every word of the document's view; provisions are in document order, a parent before its children.
    """
    if document.provisions:
        left = remainder(document.view, document.provisions)
        return Text(document.edition, document.raw, document.view, document.provisions, left)
    seen = _without(document.view, document.left_over)
    lines, headings = _lines_and_headings(replace(document, view=seen))
    taken = frozenset(place for heading in headings for place in range(heading.first, heading.last + 1))
    notes = declared_notes(lines, document.notes) if document.notes else find_notes(lines, seen, taken)
    tree = Tree()
    Assembler(tree, lines, notes, seen).run(headings)
    attach_notes(tree, lines, notes)
    provisions = tree.provisions(document.raw)
    left_over = remainder(document.view, provisions)
    edition = document.edition
    if not edition.title:
        edition = replace(edition, title=_title(lines))
    return Text(edition, document.raw, document.view, provisions, left_over)


def _without(view: str, left_over: tuple[Span, ...]) -> str:
    """The view with what the reader knows to be no part of the agreement blanked."""
    pieces: list[str] = []
    place = 0
    for start, end in left_over:
        pieces += [view[place:start], _VISIBLE.sub(" ", view[start:end])]
        place = end
    return "".join([*pieces, view[place:]]) if pieces else view


def _title(lines: list[Line]) -> str:
    """The first line that has a letter."""
    return next((" ".join(line.text.split())[:_TITLE] for line in lines if re.search(r"[^\W\d_]", line.text)), "")


def _lines_and_headings(document: Document) -> tuple[list[Line], list[Heading]]:
    if document.hints:
        return hinted_lines(document)
    lines = unglued(without_summaries(without_furniture(lines_of(document.view)).lines))
    headings = find_headings(lines)
    first, end = contents_end(lines, headings)
    contents = lines[first:end]
    if contents:
        lines = lines[:first] + lines[end:]
        headings = find_headings(lines)
    return lines, with_lost(lines, headings, contents)
