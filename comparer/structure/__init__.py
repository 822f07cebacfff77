"""From a document to its tree of provisions."""

from __future__ import annotations

import re
from dataclasses import replace

from comparer.model import Document, Text
from comparer.structure.assemble import Assembler
from comparer.structure.contents import contents_end
from comparer.structure.footnotes import attach_notes
from comparer.structure.furniture import without_furniture
from comparer.structure.headings import Heading, find_headings
from comparer.structure.hinted import hinted_lines
from comparer.structure.lines import Line, lines_of
from comparer.structure.notes import find_notes
from comparer.structure.remainder import remainder
from comparer.structure.tree import Tree

__all__ = ["build"]

_TITLE = 200
"""Code points of a title that are kept."""


def build(document: Document) -> Text:
    """Find the provisions of a document.

    Guarantees: every span lies within `raw`; the `own` spans of all provisions and `left_over` are disjoint and
    together hold every word of the document's view; provisions are in document order, a parent before its children.
    """
    lines, headings = _lines_and_headings(document)
    taken = frozenset(place for heading in headings for place in range(heading.first, heading.last + 1))
    notes = find_notes(lines, document.view, taken)
    tree = Tree()
    Assembler(tree, lines, notes, document.view).run(headings)
    attach_notes(tree, lines, notes)
    provisions = tree.provisions(document.raw)
    left_over = remainder(document.view, provisions)
    edition = document.edition
    if not edition.title:
        edition = replace(edition, title=_title(lines))
    return Text(edition, document.raw, document.view, provisions, left_over)


def _title(lines: list[Line]) -> str:
    """The first line that has a letter."""
    return next((" ".join(line.text.split())[:_TITLE] for line in lines if re.search(r"[^\W\d_]", line.text)), "")


def _lines_and_headings(document: Document) -> tuple[list[Line], list[Heading]]:
    if document.hints:
        return hinted_lines(document)
    start = document.left_over[-1].end if document.left_over else 0
    lines = without_furniture(lines_of(document.view, start)).lines
    headings = find_headings(lines)
    first, end = contents_end(lines, headings)
    if end > first:
        lines = lines[:first] + lines[end:]
        headings = find_headings(lines)
    return lines, headings
