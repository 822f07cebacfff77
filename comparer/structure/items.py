"""An article's body: paragraphs, subparagraphs to any depth, definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.model import Kind
from comparer.structure.definitions import defines, is_quoted, opens_definitions, term_of
from comparer.structure.labels import Label, Option, label_at, misread
from comparer.structure.lines import Line, tail
from comparer.structure.tree import Node, Tree

_ENDED = re.compile(
    r"[.;:!?。；：！？”\"»—–](?:\d{1,3}(?:,\s?\d{1,3})*)?$|[;,；，]\s?(?:and/or|and|or|y/o|y|o|e|u|及|和|或)$|以及$|[或及]$"
)
_CLOSED = re.compile(r"[.;:。；：”\"](?:[ ]?\d{1,3}(?:, ?\d{1,3})*)?$|[;,；，]\s?(?:and/or|and|or|y/o|y|o|及|或|以及)$")
_REFERS = re.compile(
    r"(?:sub-?paragraphs?|paragraphs?|points?|items?|clauses?|articles?|annex(?:es)?|sections?|rules?|chapters?|"
    r"p[áa]rrafos?|literal(?:es)?|incisos?|apartados?|art[íi]culos?|numeral(?:es)?)(?:\s+[\d.]+)?(?:\s?\([a-z0-9]+\))*$"
    r"|[第款条]\s*$",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"(?:and/or|and|or|y/o|y|o|及|和|或|以及)$")
_SENTENCE_END = re.compile(r"[.。][”\"]?(?:\s?\d{1,3}(?:, ?\d{1,3})*)?$")
_LINKS = re.compile(r"(?:^|[^;,])\s(?:and|or|to|through|y|o|a|al)$")
_OUTER = frozenset({"1.", "1、", "一、"})
_GAP = 5
_FULL = 0.92
"""A line that its neighbour's first word would have kept below this part of the widest was broken on purpose."""


@dataclass(slots=True)
class _Level:
    style: str
    value: int
    node: Node


class Body:
    """Reads the lines of one article (or of an annex or a chapter without articles) into its node's children."""

    def __init__(self, tree: Tree, base: Node, marks: frozenset[int] = frozenset()) -> None:
        self._marks = marks
        self._tree = tree
        self._base = base
        self._levels: list[_Level] = []
        self._current = base
        self._defining: Node | None = base if defines(base.heading) else None
        self._before: Line | None = None
        self._waiting: list[tuple[Label, Line]] = []
        self._width = 0

    def read(self, lines: list[Line]) -> None:
        """Take the body's lines, footnotes and furniture already gone; again, what comes behind a quotation."""
        self._width = max((len(line.text) + line.indent for line in lines), default=self._width)
        for place, line in enumerate(lines):
            if line.start in self._marks and line.text.isdecimal():
                # A footnote's mark on a line of its own interrupts nothing.
                self._current.add(line.start, line.end)
                continue
            ahead = lines[place + 1 : place + 40]
            self._take(line, ahead)
            self._before = line
        for label, _ in self._waiting:
            self._current.repairs.append(f"The number {label.written} stands without a text of its own.")
        self._waiting.clear()

    def _take(self, line: Line, ahead: list[Line]) -> None:
        rest = line
        while True:
            label = label_at(rest.text)
            if label is None or not self._place(label, rest, ahead, inner=rest is not line):
                break
            rest = rest.after(label.length)
            if not rest.text:
                return
        if rest is line:
            self._unlabelled(line)
        else:
            self._current.add(rest.start, rest.end)
            self._notice(rest.text)

    # -- lines without a number ----------------------------------------------------------------------------------

    def _unlabelled(self, line: Line) -> None:
        if self._waiting and self._new_sentence(line):
            label, where = self._waiting.pop(0)
            self._open(label, label.options[0], self._base)
            self._current.repairs.append(
                f"The number {label.written} stands apart from its text, at position {where.start} of the source."
            )
        elif self._is_bare(self._before):
            self._define_current(line)
        elif self._starts_definition(line):
            return
        elif self._levels and self._new_block(line) and not _CONJUNCTION.match(line.text):
            self._flush(line)
        self._current.add(line.start, line.end)
        self._notice(line.text)

    @staticmethod
    def _is_bare(line: Line | None) -> bool:
        """Whether a line is a number and nothing else, so that the next one holds its words."""
        label = None if line is None else label_at(line.text)
        return line is not None and label is not None and label.length >= len(line.text)

    def _define_current(self, line: Line) -> None:
        """A term defined under a number that stands alone on the line above."""
        node = self._current
        term = term_of(line.text) if node.parent is not None and node.parent is self._defining else None
        if term is not None and node.kind in {Kind.PARAGRAPH, Kind.SUBPARAGRAPH} and len(node.runs) == 1:
            node.kind, node.number = Kind.DEFINITION, term

    def _notice(self, text: str) -> None:
        if self._current.kind is not Kind.DEFINITION and opens_definitions(text):
            self._defining = self._current

    def _starts_definition(self, line: Line) -> bool:
        if self._defining is None and not is_quoted(line.text):
            return False
        if not self._closed_before(line):
            return False
        term = term_of(line.text)
        if term is None:
            return False
        parent = self._defining or self._base
        self._levels = [level for level in self._levels if _holds(level.node, parent)]
        self._current = self._tree.make(Kind.DEFINITION, term, "", parent)
        self._levels.append(_Level("term", 0, self._current))
        self._current.add(line.start, line.end)
        return True

    def _closed_before(self, line: Line) -> bool:
        before = self._before
        return before is None or bool(_CLOSED.search(tail(before.text))) or (line.gap > 0 and not line.page)

    def _new_block(self, line: Line) -> bool:
        """Whether the layout shows that a line does not go on with the one before it."""
        before = self._before
        if before is None or line.page:
            return False
        ended = bool(_ENDED.search(tail(before.text))) or before.text.endswith(",")
        if not ended and (line.gap == 0 or line.text[0].islower()):
            return line.gap == 0 and line.indent + 2 < before.indent
        if line.gap > 0 or line.indent + 2 < before.indent:
            return True
        word = next(iter(line.text.split(None, 1)), "")
        return before.indent + len(before.text) + 1 + len(word) < self._width * _FULL

    def _new_sentence(self, line: Line) -> bool:
        """Whether a line begins a sentence of its own after one that ended short of the margin."""
        before = self._before
        if before is None or line.text[0].islower() or _is_outer_number(before.text):
            return False
        return bool(_SENTENCE_END.search(tail(before.text))) and (line.page or self._new_block(line))

    def _flush(self, line: Line) -> None:
        """Words set flush after a list belong to what introduced the list; the list may go on behind them."""
        ended = self._before is not None and _SENTENCE_END.search(tail(self._before.text)) is not None
        depth = len(self._levels)
        while depth and self._levels[depth - 1].style not in _OUTER and self._levels[depth - 1].style != "term":
            depth -= 1
            if not ended or not line.text[0].isupper():
                break
        self._current = self._levels[depth - 1].node if depth else self._base

    # -- numbers -------------------------------------------------------------------------------------------------

    def _place(self, label: Label, line: Line, ahead: list[Line], *, inner: bool) -> bool:
        """Open the item that a number begins; False where the number is only part of a sentence."""
        if inner:
            option = next((o for o in label.options if o.value == 1 and not self._level_of(o.style)), None)
            if option is None or option.style in _OUTER:
                return False
            self._begin(label, option, line)
            return True
        if self._stands_apart(label, line, ahead):
            self._waiting.append((label, line))
            return True
        option = self._choose(label, line, ahead)
        if option is None:
            return False
        self._begin(label, option, line)
        return True

    def _begin(self, label: Label, option: Option, line: Line) -> None:
        depth = self._level_of(option.style)
        parent = self._base if option.style in _OUTER else self._list_owner(option)
        repairs: list[str] = []
        if depth is not None:
            last = self._levels[depth].value
            if option.value != last + 1:
                repairs.append(f"The number {label.written} does not follow on the one before it.")
        elif option.value != 1:
            repairs.append(f"The numbers before {label.written} were not found.")
        if option.style in _OUTER and label.written == misread("1"):
            label = label._replace(written="1")
            repairs.append("The source has the letter l; it is read as the number 1, with which the paragraphs begin.")
        self._open(label, option, parent, line.text[label.length :])
        self._current.add(line.start, line.start + label.length)
        self._current.repairs.extend(repairs)

    def _open(self, label: Label, option: Option, parent: Node, words: str = "") -> None:
        depth = self._level_of(option.style)
        self._levels = self._levels[:depth] if depth is not None else self._levels
        if option.style in _OUTER:
            self._levels = []
        term = None
        if self._defining is parent and parent.kind is not Kind.DEFINITION:
            term = term_of(words)
        if term is not None:
            node = self._tree.make(Kind.DEFINITION, term, "", parent)
        else:
            numeric = option.style in _OUTER or (option.style == "(1)" and parent is self._base)
            kind = Kind.PARAGRAPH if numeric and parent.kind is not Kind.DEFINITION else Kind.SUBPARAGRAPH
            node = self._tree.make(kind, label.written, "", parent)
        self._levels.append(_Level(option.style, option.value, node))
        self._current = node
        if option.style in _OUTER and self._defining is not None and self._defining is not self._base:
            self._defining = None

    def _list_owner(self, option: Option) -> Node:
        """What an item hangs on: what introduced its list."""
        depth = self._level_of(option.style)
        if depth is None:
            return self._current
        return self._levels[depth - 1].node if depth else self._base

    def _level_of(self, style: str) -> int | None:
        for depth in range(len(self._levels) - 1, -1, -1):
            if self._levels[depth].style == style:
                return depth
        return None

    def _choose(self, label: Label, line: Line, ahead: list[Line]) -> Option | None:
        ended = self._before is None or line.gap > 0 or bool(_ENDED.search(tail(self._before.text)))
        if not ended and self._is_reference(line, label):
            return None
        following = self._next_in_order(label)
        first = next((o for o in label.options if o.value == 1 and self._level_of(o.style) is None), None)
        if following is not None and first is not None:
            return first if _comes(ahead, first, other=following) else following
        if following is not None:
            return following
        if first is not None and (ended or _comes(ahead, first, other=None)):
            return first
        return self._out_of_order(label, line, ahead) if ended else None

    def _next_in_order(self, label: Label) -> Option | None:
        for level in reversed(self._levels):
            for option in label.options:
                if option.style == level.style and option.value == level.value + 1:
                    return option
        return None

    def _out_of_order(self, label: Label, line: Line, ahead: list[Line]) -> Option | None:
        """A number that skips, repeats or begins in mid-list, taken where the layout and what follows bear it out."""
        for option in label.options:
            depth = self._level_of(option.style)
            last = self._levels[depth].value if depth is not None else 0
            step = option.value - last
            if 1 < step <= _GAP and (line.gap > 0 or self._closed_before(line)):
                return option
            if step <= 1 and _comes(ahead, option, other=None) and self._closed_before(line):
                return option
        return None

    def _is_reference(self, line: Line, label: Label) -> bool:
        if self._before is None:
            return False
        if _REFERS.search(tail(self._before.text)):
            return True
        after = line.text[label.length :]
        return bool(_LINKS.search(tail(self._before.text))) and bool(
            re.match(r"(?:of|and|or|above|to|,|del?|y|o)\b", after)
        )

    def _stands_apart(self, label: Label, line: Line, ahead: list[Line]) -> bool:
        """Whether a paragraph's number was moved away from its text: alone before another number, or before an item
        of a list that is still running."""
        if label.length < len(line.text) or label.options[0].style not in _OUTER or not ahead:
            return False
        depth = self._level_of(label.options[0].style)
        last = self._levels[depth].value if depth is not None else 0
        waiting = len(self._waiting)
        if label.options[0].value != last + 1 + waiting or ahead[0].gap:
            return False
        if self._before is not None and _is_outer_number(self._before.text):
            return True
        below = label_at(ahead[0].text)
        if below is None or below.options[0].style in _OUTER:
            return False
        option = below.options[0]
        running = self._level_of(option.style)
        goes_on = running is not None and option.value == self._levels[running].value + 1
        introduced = self._before is not None and self._before.text.endswith(":") and option.value == 1
        return goes_on or introduced


def _is_outer_number(text: str) -> bool:
    label = label_at(text)
    return label is not None and label.length >= len(text) and label.options[0].style in _OUTER


def _holds(node: Node, parent: Node) -> bool:
    """Whether `node` is `parent` or stands above it."""
    here: Node | None = parent
    while here is not None:
        if here is node:
            return True
        here = here.parent
    return False


def _comes(ahead: list[Line], option: Option, *, other: Option | None) -> bool:
    """Whether the number after `option` comes soon, and before the number after `other`."""
    for line in ahead:
        label = label_at(line.text)
        if label is None:
            continue
        if other is not None and Option(other.style, other.value + 1) in label.options:
            return False
        if Option(option.style, option.value + 1) in label.options:
            return True
    return False
