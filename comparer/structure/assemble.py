"""Headings and the words between them become nodes."""

from __future__ import annotations

import re

from comparer.model import Kind
from comparer.structure.headings import Heading
from comparer.structure.items import Body
from comparer.structure.lines import Line, tail
from comparer.structure.notes import Note
from comparer.structure.quoted import quotation_end
from comparer.structure.tree import Node, Tree

_CLOSING = re.compile(
    r"(?:IN WITNESS WHEREOF|In witness whereof|EN (?:FE|TESTIMONIO) DE LO CUAL|En (?:fe|testimonio) de lo cual|"
    r"DONE (?:at|in)\b|HECHO en\b|Hecho en\b|下列签署人|下列代表|兹证明|特此证明|茲證明|"
    r"이상의 증거로|ZU URKUND DESSEN|Zu Urkund dessen|EN FOI DE QUOI|En foi de quoi|"
    r"Geschehen zu|FAIT à|Fait à)"
)
_CHAPTER_LEVEL = 2
_PROSE = re.compile(r"[,;:.，；：。]$")
_PREAMBLE_WORDS = 12
_TITLE_LENGTH = 90
_STRETCH = re.compile(r"[^\s\x00]+(?:[ \x00]{1,2}[^\s\x00]+)*")


class Assembler:
    """Makes the nodes of everything but the footnotes."""

    def __init__(self, tree: Tree, lines: list[Line], notes: list[Note], view: str) -> None:
        self._tree = tree
        self._lines = lines
        self._view = view
        self._in_notes = frozenset(place for note in notes for place in range(note.first, note.last + 1))
        self._marks = frozenset(note.anchor for note in notes if note.anchor is not None)
        self._divisions: list[tuple[int, Node]] = []
        """Those that are still open, with their levels, outermost first."""
        self._host: Body | None = None
        """What quotes the new text of another agreement, to be read on behind the quotation."""
        self._host_name = ""
        self._quoting = False
        self._seen_article = False
        self._chapter = ""
        """The chapter that the last article's number names (`12` of `12.3`)."""

    def run(self, headings: list[Heading]) -> None:
        """Give every line outside the footnotes to the heading above it."""
        self._preamble(self._between(0, headings[0].first if headings else len(self._lines)))
        for place, heading in enumerate(headings):
            end = headings[place + 1].first if place + 1 < len(headings) else len(self._lines)
            self._section(heading, self._between(heading.last + 1, end))

    def _between(self, first: int, end: int) -> list[Line]:
        return [self._lines[place] for place in range(first, end) if place not in self._in_notes]

    def _section(self, heading: Heading, body: list[Line]) -> None:
        if heading.kind is Kind.ARTICLE and not heading.number and not heading.title:
            self._unnamed(body)
            return
        self._seen_article = self._seen_article or heading.kind is Kind.ARTICLE
        node = self._node(heading)
        for place in range(heading.first, heading.last + 1):
            line = self._lines[place]
            end = line.end - (heading.cut if place == heading.last else 0)
            for stretch in _STRETCH.finditer(self._view, line.start, end):
                node.add(stretch.start(), stretch.end())
        if heading.kind is Kind.ARTICLE and (heading.quoted or self._quoting):
            self._fill_quoted(node, heading, body)
        else:
            self._quoting = False
            self._host = self._fill(node, body)
            kind = "Article" if heading.kind is Kind.ARTICLE else f"the {heading.kind}"
            self._host_name = f"{kind} {heading.number}".rstrip()

    def _fill_quoted(self, node: Node, heading: Heading, body: list[Line]) -> None:
        """An article that an amending agreement quotes; behind the quotation what quotes it goes on."""
        where = self._host_name or "this text"
        node.repairs.append(f"This article is quoted in {where}: it is new text of the agreement that is amended.")
        head = "".join(self._lines[place].text for place in range(heading.first, heading.last + 1))
        end = quotation_end(head, [line.text for line in body], going_on=self._quoting)
        self._quoting = end is None
        here = len(body) if end is None else end + 1
        self._fill(node, body[:here])
        if here < len(body) and self._host is not None:
            self._host.read(body[here:])

    def _node(self, heading: Heading) -> Node:
        """A node under the divisions that hold it; a division closes those of its own level and below."""
        if heading.kind is not Kind.ARTICLE:
            while self._divisions and not _holds(self._divisions[-1], heading):
                self._divisions.pop()
        elif not heading.quoted:
            self._leave_other_chapters(heading.number)
        parent = self._divisions[-1][1] if self._divisions else None
        node = self._tree.make(heading.kind, heading.number, heading.title, parent)
        node.repairs.extend(heading.repairs)
        if heading.kind is not Kind.ARTICLE:
            self._divisions.append((heading.level, node))
        return node

    def _leave_other_chapters(self, number: str) -> None:
        """Close what belongs to another chapter when the numbers go over to a chapter whose heading is lost."""
        chapter, dot, _ = number.partition(".")
        if not dot or not chapter.isdecimal() or chapter == self._chapter:
            return
        self._chapter = chapter
        own = [(re.match(r"\d*", node.number) or [""])[0] for _, node in self._divisions]
        other = next((place for place, division in enumerate(own) if division and division != chapter), None)
        if other is not None and self._divisions[other][0] == _CHAPTER_LEVEL:
            del self._divisions[other:]

    def _unnamed(self, body: list[Line]) -> None:
        """Words that the format sets in an article without number or name: the preamble, or a division's own words."""
        if self._divisions and self._divisions[-1][1].runs:
            self._fill(self._divisions[-1][1], body)
        else:
            kind = Kind.ANNEX if self._seen_article else Kind.PREAMBLE
            self._fill(self._tree.make(kind, "", "", None), body)

    def _fill(self, node: Node, body: list[Line]) -> Body | None:
        if node.kind is Kind.PREAMBLE:
            for line in body:
                node.add(line.start, line.end)
            return None
        closing = len(body)
        if node.kind is Kind.ARTICLE:
            closing = next((place for place, line in enumerate(body) if _CLOSING.match(line.text)), closing)
        reader = Body(self._tree, node, self._marks)
        reader.read(body[:closing])
        return reader

    def _preamble(self, lines: list[Line]) -> None:
        """Words above the first heading are the preamble from their first sentence on; before that they are a title."""
        for place, line in enumerate(lines):
            if _PROSE.search(tail(line.text)) or len(line.text) > _TITLE_LENGTH:
                if sum(_words(below.text) for below in lines[place:]) >= _PREAMBLE_WORDS:
                    self._fill(self._tree.make(Kind.PREAMBLE, "", "", None), lines[place:])
                return


def _words(text: str) -> int:
    return len(text.split()) + len(re.findall(r"[\u4e00-\u9fff]", text))


def _holds(division: tuple[int, Node], heading: Heading) -> bool:
    level, node = division
    if node.kind is Kind.PREAMBLE:
        return False
    if heading.kind is Kind.ANNEX:
        # Annex 14-A stands in chapter 14; any other annex belongs to the whole agreement.
        return node.kind in {Kind.CHAPTER, Kind.MODULE} and (re.match(r"\d*", heading.number) or [""])[0] == node.number
    return level < heading.level
