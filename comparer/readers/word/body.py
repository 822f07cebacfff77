"""The blocks of a document in their order: paragraphs with their numbers, rows of tables, text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from comparer.model import Changes
from comparer.readers.word.inline import CHANGED, Call, Inline, Words
from comparer.readers.word.numbering import Numbering
from comparer.readers.word.styles import ListPlace, Styles, whole

_HOLDERS = CHANGED | {"w-sdtContent", "w-customXml"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table's row, as one stretch of words."""

    words: str
    calls: tuple[Call, ...]
    apart: bool = False
    """Whether it is no part of the agreement's words: a table of contents, a text box."""
    row: bool = False
    """Whether it is a row of a table: the next row stands close below."""
    ends_section: bool = False


class Body:
    """Reads the blocks of a part; counters and fields run on from one call to the next."""

    def __init__(self, styles: Styles, numbering: Numbering, changes: Changes) -> None:
        self.inline = Inline(changes)
        self._styles = styles
        self._numbering = numbering
        self._rejected = changes is Changes.REJECTED
        self._waiting = Words()
        """Words of paragraphs whose end is gone: they go on in the next one."""

    def blocks(self, elements: Iterable[Element], *, apart: bool = False) -> Iterator[Block]:
        """The blocks that `elements` hold, in order, those without words left out."""
        for element in elements:
            tag = element.tag
            if tag == "w-p":
                yield from self._paragraph(element, apart=apart)
            elif tag == "w-tbl":
                yield from self._table(element, apart=apart)
            elif tag == "w-sdt":
                yield from self.blocks(element, apart=apart or _is_contents(element))
            elif tag == "w-altChunk":
                self.inline.counts[tag] += 1
            elif tag == "mc-AlternateContent":
                yield from self.blocks(next(iter(element), ()), apart=apart)
            elif tag in _HOLDERS and not self.inline.is_gone(tag):
                yield from self.blocks(element, apart=apart)

    def rest(self) -> Iterator[Block]:
        """What still waits for a paragraph's end when the part is over."""
        if self._waiting.length:
            yield Block("".join(self._waiting.pieces).strip(), tuple(self._waiting.calls))
        self._waiting = Words()

    def _paragraph(self, paragraph: Element, *, apart: bool) -> Iterator[Block]:
        properties = self._properties(paragraph)
        apart = apart or self.inline.in_contents
        words = self.inline.words(paragraph)
        apart = apart or self.inline.in_contents
        if self._waiting.length:
            words = _joined(self._waiting, words)
            self._waiting = Words()
        if self.inline.mark_is_gone(paragraph.find("w-pPr")):
            self._waiting = words
            return
        style = _style(properties) or self._styles.default
        label = self._label(properties, style)
        ends = properties is not None and properties.find("w-sectPr") is not None
        if not self._styles.hides(style):
            yield from _block(label, words, apart=apart or self._styles.is_contents(style), ends_section=ends)
        for box in words.boxes:
            yield from self.blocks(box, apart=True)

    def _properties(self, paragraph: Element) -> Element | None:
        properties = paragraph.find("w-pPr")
        if properties is not None and self._rejected:
            before = properties.find("w-pPrChange/w-pPr")
            if before is not None:
                return before
        return properties

    def _label(self, properties: Element | None, style: str) -> str:
        place = _list_place(properties)
        if place is None or not place.list_id:
            by_style = self._styles.list_place(style)
            if by_style is None:
                return ""
            level = place.level if place is not None and place.level is not None else by_style.level
            place = ListPlace(by_style.list_id, level)
        return self._numbering.label(place, style)

    def _table(self, table: Element, *, apart: bool) -> Iterator[Block]:
        for row in _rows(table):
            changed = [tag for tag in CHANGED if row.find(f"w-trPr/{tag}") is not None]
            if any(self.inline.is_gone(tag) for tag in changed):
                continue
            cells = [list(self.blocks(cell, apart=apart)) for cell in _cells(row)]
            if all(len(cell) <= 1 for cell in cells):
                yield from _row([cell[0] for cell in cells if cell])
            else:
                for cell in cells:
                    yield from cell


def _block(label: str, words: Words, *, apart: bool, ends_section: bool) -> Iterator[Block]:
    text = "".join(words.pieces)
    lead = len(text) - len(text.lstrip())
    kept = text.strip()
    if not kept and not label.strip() and not words.calls:
        if ends_section:
            yield Block("", (), ends_section=True)
        return
    shift = len(label) - lead
    calls = tuple(
        Call(min(max(call.offset + shift, len(label)), len(label) + len(kept)), call.note, call.name, call.mark)
        for call in words.calls
    )
    yield Block(label + kept if kept else label.rstrip(), calls, apart=apart, ends_section=ends_section)


def _row(cells: list[Block]) -> Iterator[Block]:
    """The cells of a row on one line, with tabs between them."""
    if not cells:
        return
    calls: list[Call] = []
    offset = 0
    for cell in cells:
        calls.extend(Call(call.offset + offset, call.note, call.name, call.mark) for call in cell.calls)
        offset += len(cell.words) + 1
    yield Block("\t".join(cell.words for cell in cells), tuple(calls), apart=cells[0].apart, row=True)


def _joined(first: Words, second: Words) -> Words:
    for call in second.calls:
        call.offset += first.length
    return Words(
        first.pieces + second.pieces,
        first.calls + second.calls,
        first.boxes + second.boxes,
        first.length + second.length,
    )


def _style(properties: Element | None) -> str:
    style = properties.find("w-pStyle") if properties is not None else None
    return style.get("w-val", "") if style is not None else ""


def _list_place(properties: Element | None) -> ListPlace | None:
    numbering = properties.find("w-numPr") if properties is not None else None
    if numbering is None:
        return None
    list_id = numbering.find("w-numId")
    level = whole(numbering.find("w-ilvl"))
    if list_id is None:
        return ListPlace("", level)
    return ListPlace(list_id.get("w-val", "0"), level or 0)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "w-tr":
            yield child
        elif child.tag in {"w-sdt", *_HOLDERS}:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == "w-tc":
            yield child
        elif child.tag in {"w-sdt", *_HOLDERS}:
            yield from _cells(child)


def _is_contents(block: Element) -> bool:
    gallery = block.find("w-sdtPr/w-docPartObj/w-docPartGallery")
    return gallery is not None and gallery.get("w-val", "").lower() == "table of contents"
