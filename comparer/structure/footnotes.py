"""Footnotes become nodes under the provisions that carry their marks."""

from __future__ import annotations

from bisect import bisect_right

from comparer.model import Kind
from comparer.structure.lines import Line
from comparer.structure.notes import Note
from comparer.structure.tree import Node, Tree


def attach_notes(tree: Tree, lines: list[Line], notes: list[Note]) -> None:
    """Make a node for every note. One whose mark was not found hangs on what stands before it, and says so."""
    runs = sorted(((start, node) for node in tree.nodes for start, _ in node.runs), key=lambda run: run[0])
    starts = [start for start, _ in runs]
    for note in notes:
        parent = _owner(runs, starts, lines[note.first].start if note.anchor is None else note.anchor)
        heir = None if note.anchor is None else _next_article(runs, starts, note)
        parent = heir or parent
        node = tree.make(Kind.FOOTNOTE, note.number, "", parent)
        node.anchor = note.anchor
        _unmark_heading(parent, note)
        if note.anchor is None:
            node.repairs.append(f"The mark of footnote {note.number} was not found; it is set with what it follows.")
        if heir is not None:
            node.repairs.append(f"The mark of footnote {note.number} stands above the heading that it belongs to.")
        for line in lines[note.first : note.last + 1]:
            node.add(line.start, line.end)


def _owner(runs: list[tuple[int, Node]], starts: list[int], position: int) -> Node | None:
    place = bisect_right(starts, position) - 1
    return runs[place][1] if place >= 0 else None


def _next_article(runs: list[tuple[int, Node]], starts: list[int], note: Note) -> Node | None:
    """The article whose heading the mark belongs to, where it stands alone on the last line above that heading."""
    place = bisect_right(starts, note.anchor or 0) - 1
    if not 0 <= place < len(runs) - 1 or runs[place][0] != note.anchor:
        return None
    start, node = runs[place + 1]
    return node if node.kind is Kind.ARTICLE and node.runs[0][0] == start else None


def _unmark_heading(parent: Node | None, note: Note) -> None:
    """Take the mark off a heading that it was read with (`Scope 3`, `Scope [3]`)."""
    if parent is None or note.anchor is None:
        return
    for mark in (f"[{note.number}]", note.number):
        rest = parent.heading.removesuffix(mark)
        if rest != parent.heading and not rest.rstrip()[-1:].isdecimal():
            parent.heading = rest.rstrip(" ,")
            return
