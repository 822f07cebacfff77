"""One pass over the tokens of an Akoma Ntoso file: the view, and the tree that its elements declare."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.model import FILLER, Kind
from comparer.readers.akomantoso.vocabulary import INLINE, ITEMS, KINDS, NAMED, OUTSIDE, QUOTED
from comparer.readers.xmltokens import ATTRIBUTE, TOKEN, character
from comparer.structure.forms import form_of
from comparer.structure.labels import label_at
from comparer.structure.numbers import normal_number
from comparer.structure.tree import Node, Tree

_CELLS = frozenset({"td", "th"})
_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_LINE_ENDS = re.compile(r"[\r\n\t\f\v\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(slots=True)
class _Open:
    tag: str
    node: Node | None
    """The provision that words belong to here."""
    opens: int
    start: int
    """Where the element's content begins."""
    quoted: bool
    is_heading: bool = False
    """Whether a paragraph says that it is a preamble's heading, which has no element."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A number, a heading or a term at [start, end), read when the view is whole."""

    tag: str
    node: Node | None
    start: int
    end: int
    above: str


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the head, kept for what it tells."""

    tag: str
    values: dict[str, str]


class Scan:
    """Reads one file that is known to be well-formed and free of declarations."""

    def __init__(self, source: str) -> None:
        self.tree = Tree()
        self.head: list[Element] = []
        """The elements of `meta`, in order."""
        self.title = ""
        self.headings: dict[int, tuple[int, int]] = {}
        """By the `rank` of a node: from its number to the end of its heading."""
        self._source = source
        self._pieces: list[str] = []
        self._open: list[_Open] = []
        self._last: Node | None = None
        self._terms: dict[str, str] = {}
        self._notes: dict[str, Node] = {}
        self._calls: list[tuple[str, str, int, Node | None]] = []
        self._labels: list[_Label] = []
        self._note_spans: list[tuple[int, int]] = []
        self._marked = 0
        """Where the last mark of a note stands."""
        self._run()

    @property
    def view(self) -> str:
        """As long as the source."""
        return "".join(self._pieces)

    def _run(self) -> None:
        place = 0
        for token in TOKEN.finditer(self._source):
            self._words(place, token.start(), _shown(self._source[place : token.start()]))
            place = token.end()
            if token["tag"] is None:
                self._other(token)
            elif token["close"]:
                self._closes(token)
            else:
                self._opens(token)
        self._words(place, len(self._source), _shown(self._source[place:]))
        self._finish()

    # -- words ---------------------------------------------------------------------------------------------------

    def _other(self, token: re.Match[str]) -> None:
        whole = token.group()
        if token["cdata"] is not None:
            self._pieces.append(FILLER * 9)
            self._words(token.start() + 9, token.end() - 3, _shown(token["cdata"]))
            self._pieces.append(FILLER * 3)
        elif whole.startswith("&"):
            self._words(token.start(), token.end(), _shown(character(whole)))
        else:
            self._pieces.append(FILLER * len(whole))

    def _words(self, start: int, end: int, shown: str) -> None:
        """Text at [start, end) becomes the words of the provision that is open."""
        if end <= start:
            return
        self._pieces.append(shown)
        found = _WORDS.search(shown)
        node = self._open[-1].node if self._open else None
        if found is not None and node is not None:
            self._own(node, start + found.start(), end if shown[found.end() - 1] == FILLER else start + found.end())

    def _own(self, node: Node, start: int, end: int) -> None:
        if node is self._last and node.runs:
            node.runs[-1] = (node.runs[-1][0], end)
        else:
            node.add(start, end)
        self._last = node

    # -- tags ----------------------------------------------------------------------------------------------------

    def _opens(self, token: re.Match[str]) -> None:
        tag = token["tag"].rpartition(":")[2]
        values = {found[1]: unescaped(found[2] or found[3] or "") for found in ATTRIBUTE.finditer(token["attributes"])}
        above = self._open[-1] if self._open else _Open("", None, 0, 0, quoted=False)
        empty = token["attributes"].endswith("/")
        inside_head = any(each.tag == "meta" for each in self._open[:6])
        if inside_head:
            self.head.append(Element(tag, values))
            if tag == "TLCTerm":
                self._terms[values.get("eId", "")] = values.get("showAs", "")
        node = above.node
        quoted = above.quoted or tag in QUOTED
        if tag in OUTSIDE:
            node = None
        kind = None if quoted else NAMED.get(values.get("name", "")) if tag == "hcontainer" else KINDS.get(tag)
        if tag in {"authorialNote", "noteRef"}:
            self._mark(token, tag, values, above.node)
        else:
            self._pieces.append(_markup(tag, len(token.group()), closes=False))
        if kind is not None and (tag != "note" or inside_head):
            node = self._make(kind, tag, values, above.node)
        if tag == "term" and node is not None and node.kind is Kind.DEFINITION:
            node.number = node.number or self._terms.get(values.get("refersTo", "").removeprefix("#"), "")
        if not empty:
            headed = tag == "p" and values.get("class") == "heading" and node is not None and node.kind is Kind.PREAMBLE
            self._open.append(_Open(tag, node, token.start(), token.end(), quoted, headed))

    def _make(self, kind: Kind, tag: str, values: dict[str, str], above: Node | None) -> Node:
        node = self.tree.make(kind, "", "", above)
        if kind is Kind.FOOTNOTE:
            node.number = values.get("marker") or str(sum(each.kind is kind for each in self.tree.nodes))
            if tag == "note":
                self._notes[values.get("eId", "")] = node
            elif "marker" in values and values.get("class") != "unanchored":
                node.anchor = self._marked
        return node

    def _mark(self, token: re.Match[str], tag: str, values: dict[str, str], node: Node | None) -> None:
        """The mark of a note, shown where it stands among the attributes: the one of its words that a page shows."""
        whole = token.group()
        shift = token.start("attributes") - token.start()
        marker = next((each for each in ATTRIBUTE.finditer(token["attributes"]) if each[1] == "marker"), None)
        if marker is None or node is None or values.get("class") == "unanchored":
            self._pieces.append(FILLER * len(whole))
            return
        group = 2 if marker[2] is not None else 3
        start, end = marker.start(group) + shift, marker.end(group) + shift
        self._pieces.append(FILLER * start + _shown(whole[start:end]) + FILLER * (len(whole) - end))
        self._marked = token.start() + start
        self._own(node, self._marked, token.start() + end)
        if tag == "noteRef":
            self._calls.append((values.get("href", "").removeprefix("#"), values["marker"], self._marked, node))

    def _closes(self, token: re.Match[str]) -> None:
        tag = token["tag"].rpartition(":")[2]
        self._pieces.append(_markup(tag, len(token.group()), closes=True))
        here = self._open.pop()
        above = self._open[-1].tag if self._open else ""
        if tag == "authorialNote":
            self._note_spans.append((here.opens, token.end()))
        if here.is_heading:
            tag = "heading"
        if tag == "docTitle" or (tag in {"num", "heading"} and not here.quoted) or (tag == "term" and _defines(here)):
            self._labels.append(_Label(tag, here.node, here.start, token.start(), above))

    # -- afterwards ----------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        view = self.view
        for label in self._labels:
            self._name(label, self._text(view, label.start, label.end))
        for name, marker, place, node in self._calls:
            note = self._notes.get(name)
            if note is not None and note.anchor is None:
                note.number, note.anchor, note.parent = marker, place, node
        for node in reversed(self.tree.nodes):
            if node.kind in ITEMS and not node.number and node.parent is not None:
                # An item without a number is words of what holds it.
                node.parent.runs.extend(node.runs)
                node.runs = []

    def _name(self, label: _Label, words: str) -> None:
        node = label.node
        if label.tag == "docTitle":
            self.title = self.title or words
        elif node is None:
            return
        elif label.tag == "term":
            node.number = node.number or words
        else:
            self._head(label, node, words)

    def _head(self, label: _Label, node: Node, words: str) -> None:
        opens, _ = self.headings.get(node.rank, (label.start, label.end))
        self.headings[node.rank] = (opens, label.end)
        if label.tag == "heading":
            node.heading = f"{node.heading} {words}".strip()
            if label.above == "attachment" and not node.number:
                _name_attachment(node, words)
        elif node.kind is not Kind.DEFINITION:
            node.number = number_of(node.kind, words)

    def _text(self, view: str, start: int, end: int) -> str:
        """The words at [start, end), without the marks and bodies of notes."""
        pieces: list[str] = []
        place = start
        for opens, closes in self._note_spans:
            if place <= opens < end:
                pieces.append(view[place:opens])
                place = closes
        return " ".join("".join([*pieces, view[place:end]]).replace(FILLER, "").split())


def number_of(kind: Kind, written: str) -> str:
    """The bare number of what a `num` says: `14.11` of `Article 14.11`, `a` of `(a)`."""
    if kind in ITEMS:
        label = label_at(written)
        return label.written if label is not None and label.length >= len(written) else written.strip(" .()（）:")
    form = form_of(written) if written else None
    return form.number if form is not None and not form.rest else normal_number(written)


def _defines(term: _Open) -> bool:
    return term.node is not None and term.node.kind is Kind.DEFINITION


def unescaped(value: str) -> str:
    """An attribute's value with its escapes resolved."""
    return re.sub(r"&(?:#\d+|#x[0-9A-Fa-f]+|\w+);", lambda found: character(found.group()).rstrip(FILLER), value)


def _name_attachment(node: Node, heading: str) -> None:
    """An attachment's number, which its heading holds."""
    form = form_of(heading)
    if form is not None and form.kind is Kind.ANNEX:
        node.number, node.heading = form.number, form.rest


def _shown(text: str) -> str:
    return _INVISIBLE.sub(FILLER, _LINE_ENDS.sub(" ", text))


def _markup(tag: str, length: int, *, closes: bool) -> str:
    if tag in INLINE or (closes and tag not in {"num", "heading"}):
        return FILLER * length
    if tag in _CELLS:
        return "\t".ljust(length)
    if closes:
        return " " * length
    return "\n".ljust(length)
