"""Headings and the words between them become nodes."""

from __future__ import annotations

import re

from comparer.model import Kind
from comparer.structure.headings import Heading
from comparer.structure.items import Body
from comparer.structure.lines import Line
from comparer.structure.tree import Node, Tree

_CLOSING = re.compile(
    r"(?:IN WITNESS WHEREOF|In witness whereof|EN (?:FE|TESTIMONIO) DE LO CUAL|En (?:fe|testimonio) de lo cual|"
    r"DONE (?:at|in)\b|HECHO en\b|Hecho en\b|下列签署人|下列代表|兹证明|特此证明)"
)
_PROSE = re.compile(r"[,;:.，；：。]$")
_PREAMBLE_WORDS = 12
_STRETCH = re.compile(r"[^\s\x00]+(?:[ \x00]{1,2}[^\s\x00]+)*")


def assemble(
    tree: Tree, lines: list[Line], headings: list[Heading], in_notes: frozenset[int], marks: frozenset[int], view: str
) -> None:
    """Make the nodes of everything but the footnotes.

    Args:
        tree: takes the nodes.
        lines: all lines of the text, furniture gone.
        headings: the headings among them, in order.
        in_notes: places of the lines that are footnotes.
        marks: where footnotes' marks stand in the view.
        view: the document's view.
    """

    def between(first: int, end: int) -> list[Line]:
        return [lines[place] for place in range(first, end) if place not in in_notes]

    first = headings[0].first if headings else len(lines)
    _untitled_preamble(tree, between(0, first))
    open_divisions: list[tuple[int, Node]] = []
    seen_article = False
    for place, heading in enumerate(headings):
        end = headings[place + 1].first if place + 1 < len(headings) else len(lines)
        body = between(heading.last + 1, end)
        if heading.kind is Kind.ARTICLE and not heading.number and not heading.title:
            _unnamed(tree, open_divisions, body, marks, preamble=not seen_article)
            continue
        seen_article = seen_article or heading.kind is Kind.ARTICLE
        node = _heading_node(tree, heading, open_divisions)
        for line in lines[heading.first : heading.last + 1]:
            for stretch in _STRETCH.finditer(view, line.start, line.end):
                node.add(stretch.start(), stretch.end())
        _fill(tree, node, body, marks)


def _heading_node(tree: Tree, heading: Heading, open_divisions: list[tuple[int, Node]]) -> Node:
    """A node under the divisions that hold it; a division closes those of its own level and below."""
    if heading.kind is Kind.ARTICLE:
        parent = open_divisions[-1][1] if open_divisions else None
        return tree.make(Kind.ARTICLE, heading.number, heading.title, parent)
    while open_divisions and not _holds(open_divisions[-1], heading):
        open_divisions.pop()
    parent = open_divisions[-1][1] if open_divisions else None
    node = tree.make(heading.kind, heading.number, heading.title, parent)
    open_divisions.append((heading.level, node))
    return node


def _holds(division: tuple[int, Node], heading: Heading) -> bool:
    level, node = division
    if node.kind is Kind.PREAMBLE:
        return False
    if heading.kind is Kind.ANNEX:
        # Annex 14-A stands in chapter 14; any other annex belongs to the whole agreement.
        return node.kind in {Kind.CHAPTER, Kind.MODULE} and (re.match(r"\d*", heading.number) or [""])[0] == node.number
    return level < heading.level


def _unnamed(
    tree: Tree, open_divisions: list[tuple[int, Node]], body: list[Line], marks: frozenset[int], *, preamble: bool
) -> None:
    """Words that the format sets in an article without number or name: the preamble, or a division's own words."""
    if open_divisions:
        _fill(tree, open_divisions[-1][1], body, marks)
        return
    kind = Kind.PREAMBLE if preamble else Kind.ANNEX
    _fill(tree, tree.make(kind, "", "", None), body, marks)


def _fill(tree: Tree, node: Node, body: list[Line], marks: frozenset[int]) -> None:
    closing = len(body)
    if node.kind is Kind.ARTICLE:
        closing = next((place for place, line in enumerate(body) if _CLOSING.match(line.text)), closing)
    if node.kind is Kind.PREAMBLE:
        for line in body:
            node.add(line.start, line.end)
    else:
        Body(tree, node, marks).read(body[:closing])


def _untitled_preamble(tree: Tree, lines: list[Line]) -> None:
    """Words before the first heading are the preamble from their first sentence on; what stands above is a title."""
    for place, line in enumerate(lines):
        if _PROSE.search(line.text) or len(line.text) > 90:
            words = sum(
                len(rest.text.split()) + len(re.findall(r"[\u4e00-\u9fff]", rest.text))
                for rest in lines[place:]
            )
            if words >= _PREAMBLE_WORDS:
                _fill(tree, tree.make(Kind.PREAMBLE, "", "", None), lines[place:], frozenset())
            return
