"""The words of one paragraph: runs, fields, breaks, tracked changes, the marks of notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from comparer.model import Changes
from comparer.readers.word.styles import switched

_GONE = {
    Changes.ACCEPTED: frozenset({"w-del", "w-moveFrom"}),
    Changes.REJECTED: frozenset({"w-ins", "w-moveTo"}),
}
CHANGED = frozenset({"w-ins", "w-del", "w-moveFrom", "w-moveTo"})
_TRANSPARENT = CHANGED | {
    "w-hyperlink", "w-smartTag", "w-sdt", "w-sdtContent", "w-customXml", "w-dir", "w-bdo", "w-fldSimple", "w-ruby",
    "w-rubyBase", "m-oMath", "m-oMathPara",
}  # fmt: skip
_SIGNS = {
    "w-tab": "\t", "w-ptab": "\t", "w-br": "\n", "w-cr": "\n", "w-noBreakHyphen": "-", "w-softHyphen": "\u00ad",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)
"""Where Word keeps the signs of symbol fonts: no other font knows what stands there."""


@dataclass(slots=True)
class Call:
    """A note called: `offset` is where its mark begins in the paragraph's words."""

    offset: int
    note: str
    """`w-footnote` or `w-endnote`."""
    name: str
    """The note's id in its part."""
    mark: str
    """As the author set it (`*`); empty where Word counts."""


@dataclass(slots=True)
class Words:
    """What a paragraph holds. A call's mark is not among the words yet: its number is known in order only."""

    pieces: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """The contents of text boxes that hang on the paragraph."""
    length: int = 0

    def add(self, text: str) -> None:
        """Append to the words."""
        self.pieces.append(text)
        self.length += len(text)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False


class Inline:
    """Reads paragraphs in their order; a field may run on from one to the next."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._fields: list[_Field] = []
        self.counts: Counter[str] = Counter()
        """How often something was met that the reader should be told of, by its element."""

    @property
    def in_contents(self) -> bool:
        """Whether what is read now is the result of a table of contents' field."""
        return any(each.instruction.strip().upper().startswith("TOC") for each in self._fields)

    def words(self, paragraph: Element) -> Words:
        """The words of a paragraph."""
        found = Words()
        for child in paragraph:
            self._child(child, found)
        return found

    def is_gone(self, tag: str) -> bool:
        """Whether what an element of tracked changes holds is not read."""
        return tag in _GONE[self._changes]

    def mark_is_gone(self, properties: Element | None) -> bool:
        """Whether a paragraph's end is not read, so that its words go on in the next one."""
        if properties is None:
            return False
        return any(properties.find(f"w-rPr/{tag}") is not None for tag in _GONE[self._changes])

    def _child(self, element: Element, found: Words) -> None:
        tag = element.tag
        if tag in CHANGED:
            self.counts[tag] += 1
        if tag == "w-r":
            self._run(element, found)
        elif tag == "m-t":
            found.add(_plain(element.text))
        elif tag == "mc-AlternateContent":
            self._alternatives(element, found)
        elif (tag in _TRANSPARENT or tag.startswith("m-")) and not self.is_gone(tag):
            for child in element:
                self._child(child, found)

    def _alternatives(self, element: Element, found: Words) -> None:
        """The first choice says the same as the others, for newer programs."""
        chosen = next((child for child in element if child.tag in {"mc-Choice", "mc-Fallback"}), None)
        for child in chosen if chosen is not None else ():
            if child.tag in {"w-drawing", "w-pict"}:
                self._drawing(child, found)
            else:
                self._child(child, found)

    def _run(self, run: Element, found: Words) -> None:
        if switched(run.find("w-rPr/w-vanish")):
            self.counts["hidden"] += 1
            return
        custom = False
        for child in run:
            tag = child.tag
            if tag in {"w-fldChar", "w-instrText", "w-delInstrText"}:
                self._field(child)
            elif not all(each.shows for each in self._fields):
                continue
            elif tag in {"w-footnoteReference", "w-endnoteReference"}:
                custom = switched(child) and child.get("w-customMarkFollows", "0") in {"1", "true", "on"}
                mark = "".join(_text(other) for other in run).strip() if custom else ""
                found.calls.append(
                    Call(found.length, tag.removesuffix("Reference"), child.get("w-id", ""), mark if custom else "")
                )
            elif not custom:
                self._content(child, found)

    def _content(self, child: Element, found: Words) -> None:
        tag = child.tag
        if tag in {"w-drawing", "w-pict", "w-object"}:
            self._drawing(child, found)
        elif tag == "mc-AlternateContent":
            self._alternatives(child, found)
        elif tag == "w-ruby":
            self._child(child, found)
        elif tag == "w-commentReference":
            self.counts[tag] += 1
        else:
            found.add(_text(child))

    def _field(self, element: Element) -> None:
        if element.tag != "w-fldChar":
            if self._fields and not self._fields[-1].shows:
                self._fields[-1].instruction += element.text or ""
            return
        what = element.get("w-fldCharType")
        if what == "begin":
            self._fields.append(_Field())
        elif what == "separate" and self._fields:
            self._fields[-1].shows = True
        elif what == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, element: Element, found: Words) -> None:
        boxes = list(element.iter("w-txbxContent"))
        self.counts["pictures" if not boxes else "boxes"] += 1
        found.boxes.extend(boxes)


def _text(element: Element) -> str:
    if element.tag in {"w-t", "w-delText"}:
        return _plain(element.text)
    if element.tag == "w-sym":
        return _symbol(element.get("w-char", ""))
    return _SIGNS.get(element.tag, "")


def _plain(text: str | None) -> str:
    """Line ends in the XML are no line ends in the document."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def _symbol(code: str) -> str:
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return "•" if value in _PRIVATE else chr(value) if 0x20 <= value < 0xD800 else ""
