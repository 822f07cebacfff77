"""The view of a page: as long as its source, markup blanked, lines broken where a browser would break them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from comparer.model import FILLER, Span
from comparer.readers.web.furniture import Furniture
from comparer.readers.web.lists import Lists
from comparer.readers.web.tokens import Token, tokens
from comparer.structure.labels import label_at

_ELEMENTS = """
p div h1 h2 h3 h4 h5 h6 li ul ol menu dl dt dd table blockquote section article pre hr header footer nav main aside form
fieldset center address figure figcaption caption details summary body html thead tbody tfoot option legend select
button
"""
_BLOCKS = frozenset(_ELEMENTS.split())
_CELLS = frozenset({"td", "th"})
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BLANKS = " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85"
_WORDS = re.compile(rf"[^{_BLANKS}]+(?:[{_BLANKS}]+[^{_BLANKS}]+)*")
_LINES = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_BLANK = re.compile(rf"[{_BLANKS}]")
_NONE, _CELL, _LINE, _PARAGRAPH = range(4)


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the page."""

    target: str
    start: int
    end: int


@dataclass(slots=True)
class _Table:
    begins_row: bool = True
    lines: int = 0
    """Lines that the cell has so far."""


@dataclass(slots=True)
class Layout:
    """What a pass over a page finds."""

    view: str = ""
    furniture: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    """Those to a place on the page itself, in order."""
    names: dict[str, Span] = field(default_factory=dict)
    """From where each named element begins to where its words end; for one that stands within a line, nothing."""
    main: Span | None = None
    """The one element that the page says holds its content."""


def lay_out(source: str, *, by_names: bool = True) -> Layout:
    """Read a page; `by_names` lets classes and ids tell what is furniture."""
    work = _Work(source, Furniture(by_names=by_names))
    for token in tokens(source):
        if token.name == "":
            work.words(token)
        elif token.name != "!":
            work.tag(token)
    return work.finished()


class _Work:
    def __init__(self, source: str, furniture: Furniture) -> None:
        self._source = source
        self._furniture = furniture
        self._pieces: list[str] = []
        self._done = 0
        """How much of the view is written."""
        self._pending = _PARAGRAPH
        self._breaks = 0
        self._spaced = False
        self._label = ""
        self._edge = False
        """Whether a table's cell has begun and no word of it has come: blocks break nothing there."""
        self._lists = Lists()
        self._tables: list[_Table] = []
        self._preformatted = 0
        self._link: tuple[str, int] | None = None
        self._named: list[tuple[str, str, int, int]] = []
        """Name, element, start, and how many of the same element are open within it."""
        self._found = Layout()

    def words(self, token: Token) -> None:
        """Text between tags."""
        for run in (_LINES if self._preformatted else _WORDS).finditer(self._source, token.start, token.end):
            if run.start() > max(self._done, token.start):
                self._spaced = True
            self._flush(run.start())
            shown = _ENTITY.sub(_character, run.group())
            shown = _INVISIBLE.sub(FILLER, shown)
            self._write(shown if self._preformatted else _BLANK.sub(" ", shown))
        if self._source[token.end - 1] in _BLANKS:
            self._spaced = True

    def tag(self, token: Token) -> None:
        """A tag: what it breaks, numbers, hides or names."""
        values = token.values() if token.attributes else {}
        name = token.name
        edge = self._furniture.see(token, values)
        if edge:
            self._break(_PARAGRAPH)
        label = self._lists.tag(name, values, closes=token.closes)
        if name == "br":
            self._breaks += 1
            self._break(_LINE if self._breaks == 1 else _PARAGRAPH)
        elif name in _CELLS or name in {"tr", "table"}:
            self._table(name, closes=token.closes)
        elif name in _BLOCKS:
            if not self._edge:
                self._break(_PARAGRAPH)
            if name == "pre":
                self._preformatted = max(self._preformatted + (-1 if token.closes else 1), 0)
        if label:
            self._label = label
        self._name(token, values)

    def _break(self, strength: int) -> None:
        self._pending = max(self._pending, strength)

    def _table(self, name: str, *, closes: bool) -> None:
        """Rows are lines, and cells stand on them with tabs between; a cell of several lines has its own."""
        if name == "table":
            nested = self._edge and not closes
            if closes:
                del self._tables[-1:]
            else:
                self._tables.append(_Table())
            if not nested:
                self._edge = False
                self._break(_PARAGRAPH)
            return
        here = self._tables[-1] if self._tables else _Table()
        if name == "tr":
            self._edge = False
            self._pending = max(_LINE, self._pending) if here.begins_row and not closes else _LINE
            here.begins_row = True
        elif not closes:
            if not here.begins_row and here.lines:
                self._pending = _PARAGRAPH if here.lines > 1 else _CELL
            here.begins_row, here.lines = False, 0
            self._edge = True

    def _name(self, token: Token, values: dict[str, str]) -> None:
        if token.name == "a":
            if self._link is not None:
                self._found.links.append(Link(*self._link, self._done))
                self._link = None
            target = values.get("href", "")
            if not token.closes and target.startswith("#") and len(target) > 1:
                self._link = (target[1:], token.end)
        named = values.get("id") or (values.get("name") if token.name == "a" else None)
        if named and not token.closes:
            self._found.names.setdefault(named, Span(token.start, 0))
            if token.name in {"li", "div", "p", "dd", "section", "aside", "tr", "td"} and len(self._named) < 50:
                self._named.append((named, token.name, token.start, 0))
        self._close_named(token)

    def _close_named(self, token: Token) -> None:
        still: list[tuple[str, str, int, int]] = []
        for named, name, start, depth in self._named:
            inner = depth
            if name == token.name and token.start > start:
                inner += -1 if token.closes else 1
            if inner < 0:
                if self._found.names[named].start == start:
                    self._found.names[named] = Span(start, self._done)
            else:
                still.append((named, name, start, inner))
        self._named = still

    # -- writing -------------------------------------------------------------------------------------------------

    def _flush(self, until: int) -> None:
        """Fill the view up to the next word, with the breaks that are due."""
        room = until - self._done
        if self._pending == _NONE and room:
            self._pieces.append((" " if self._spaced else FILLER) * room)
        elif self._pending == _CELL:
            self._pieces.append("\t".ljust(room))
        elif self._pending > _CELL:
            self._pieces.append(_fitted("\n" * (self._pending - 1), self._numbered(until), room))
        if self._tables and (self._edge or self._pending > _CELL):
            self._tables[-1].lines += 1
        self._done = until
        self._pending, self._breaks, self._spaced, self._edge, self._label = _NONE, 0, False, False, ""

    def _numbered(self, until: int) -> str:
        """The number of a list's item, unless its words begin with one of their own."""
        own = label_at(self._source[until : until + 12]) if self._label else None
        return f"{self._label} " if self._label and own is None else ""

    def _write(self, shown: str) -> None:
        self._pieces.append(shown)
        self._done += len(shown)

    def finished(self) -> Layout:
        """The view, padded to the source's length."""
        self._pieces.append(" " * (len(self._source) - self._done))
        self._found.view = "".join(self._pieces)
        self._found.furniture = self._furniture.spans
        self._found.main = self._furniture.main
        return self._found


def _fitted(breaks: str, label: str, room: int) -> str:
    """Breaks and number in front of the next word, as much of them as there is room for."""
    for made in (breaks + label, breaks[:1] + label, breaks[:1] + label.rstrip(), breaks, breaks[:1]):
        if len(made) <= room:
            return made.rjust(room)
    return ""


def _character(entity: re.Match[str]) -> str:
    written = entity.group()
    meant = html.unescape(written)
    if meant == written:
        return written
    return meant[:1].ljust(len(written), FILLER)
