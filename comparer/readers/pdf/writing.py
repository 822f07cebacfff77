"""The text of a PDF: lines as they are seen, with indents, empty lines and page breaks.

`raw` is what the pages show, marks raised (`person¹`); PDFium has spelt ligatures out before. In `view`, marks stand
on the line where a note answers them, soft hyphens are gone, and Kangxi radicals are the characters they look like.
A hyphen that ends a line is judged where words are mended (`comparer.clean`), as in any text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from comparer.model import FILLER, NoteHint, Span
from comparer.readers.pdf.leaf import Leaf, Part
from comparer.readers.pdf.page import Row
from comparer.structure.raised import lowered, raised

_MARKS = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_RADICALS = re.compile(r"[\u2e80-\u2fd5\uf900-\ufaff]")
_SOFT = "\u00ad"
_EM = 0.5
"""Width of a letter, in ems, where the text does not tell it, and half that of a Chinese character."""
_UNITS = re.compile(r"(?<![^\W\d_])[kcdm]?m$")
"""What a raised 2 or 3 behind it makes a measure."""
_HEAD = 6
"""Characters within which a note's mark stands at its beginning."""
_OPENING = re.compile(r" ?[(（] ?$")
_CLOSING = re.compile(r" ?[)）]")
_DEEP = 40
_FAR = 12


class Written(NamedTuple):
    """The text of one language of a PDF."""

    raw: str
    view: str
    left_over: tuple[Span, ...]
    notes: tuple[NoteHint, ...]
    mended: dict[str, int]
    """How often what was mended, by its name in the plural."""


class _Mark(NamedTuple):
    mark: str
    place: int
    page: int


class _Note(NamedTuple):
    mark: str
    span: Span
    page: int


def written(leaves: Sequence[Leaf]) -> Written:
    """Write the leaves of one language out."""
    writer = _Writer(_width(leaves))
    for leaf in leaves:
        writer.leaf(leaf)
    return writer.finished()


def _width(leaves: Sequence[Leaf]) -> float:
    """What an indent is counted in: the width of a letter in the middle, in ems, so that indents and words add up."""
    rows = [row for leaf in leaves for part in leaf.parts for row in part.rows if len(row.text) > 20]
    widths = [(row.right - row.left) / (len(row.text) * row.size) for row in rows]
    middle = median(widths) if widths else _EM
    return middle if 0.25 < middle < 0.65 else _EM


class _Writer:
    """Gathers pieces; every position is one in what was written so far."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._raw: list[str] = []
        self._length = 0
        self._last = ""
        self._furniture: list[Span] = []
        self._marks: list[_Mark] = []
        self._notes: list[_Note] = []
        self._page = 0

    def leaf(self, leaf: Leaf) -> None:
        """Write one page: its head, its text column by column, its notes, its foot."""
        if self._length:
            self._put("\f")
        self._page = leaf.page
        self._still(leaf.above)
        if leaf.above:
            self._put("\n\n")
        for part in leaf.parts:
            self._text(part)
        for note in (note for part in leaf.parts for note in part.notes):
            self._put("\n")
            start = self._length
            for row in note.rows:
                self._row(row, 0, note=True)
            self._notes.append(_Note(note.mark, Span(start, self._length), leaf.page))
        if leaf.below:
            self._put("\n\n")
        self._still(leaf.below)

    def _still(self, rows: Sequence[Row]) -> None:
        for row in rows:
            start = self._length
            self._row(row, 0, note=True)
            self._furniture.append(Span(start, self._length - 1))

    def _text(self, part: Part) -> None:
        left = min((row.left for row in part.rows), default=0.0)
        for row, gap in zip(part.rows, part.gaps, strict=True):
            self._put("\n" * gap)
            self._row(row, min(round((row.left - left) / (self._width * row.size)), _DEEP), note=False)

    def _row(self, row: Row, indent: int, *, note: bool) -> None:
        self._put(" " * indent)
        before = None
        for run in row.runs:
            if before is not None:
                gap = (run.left - before.right) / row.size
                self._put(_blanks(gap, glued=run.raised) if not self._last.endswith(" ") or gap >= 1 else "")
            words = run.text.strip() if before is None else run.text
            if run.raised:
                self._raised(words.strip(), note=note)
            else:
                self._put(words)
            before = run
        if self._last.endswith(" "):
            self._trim()
        self._put("\n")

    def _raised(self, words: str, *, note: bool) -> None:
        if not note and not _UNITS.search(self._last):
            self._marks.extend(
                _Mark(found.group(), self._length + found.start(), self._page) for found in _MARKS.finditer(words)
            )
        self._put(raised(words))

    def _put(self, piece: str) -> None:
        if piece:
            self._raw.append(piece)
            self._length += len(piece)
            self._last = piece

    def _trim(self) -> None:
        shorter = self._raw[-1].rstrip(" ")
        self._length -= len(self._raw[-1]) - len(shorter)
        self._raw[-1] = shorter
        self._last = shorter

    def finished(self) -> Written:
        """The text, with its notes on their marks."""
        raw = "".join(self._raw)
        anchored = self._anchored()
        view = list(raw)
        self._lower(view, raw, anchored)
        soft = _joined(view, raw)
        radicals = 0
        for found in _RADICALS.finditer(raw):
            plain = unicodedata.normalize("NFKC", found.group())
            if len(plain) == 1 and plain != found.group():
                view[found.start()] = plain
                radicals += 1
        notes = tuple(NoteHint(note.mark, None if mark is None else mark.place, note.span) for note, mark in anchored)
        mended = {"soft hyphens": soft, "radicals in place of characters": radicals}
        return Written(raw, "".join(view), tuple(self._furniture), notes, {k: v for k, v in mended.items() if v})

    def _anchored(self) -> list[tuple[_Note, _Mark | None]]:
        """Each note with the mark that calls it: one on its page, else the nearest on a page before."""
        free: dict[str, list[_Mark]] = {}
        for mark in self._marks:
            free.setdefault(mark.mark, []).append(mark)
        found: list[tuple[_Note, _Mark | None]] = []
        for note in self._notes:
            marks = [mark for mark in free.get(note.mark, ()) if mark.page <= note.page]
            here = [mark for mark in marks if mark.page == note.page]
            caller = here[0] if here else marks[-1] if marks else None
            if caller is not None:
                free[note.mark].remove(caller)
            found.append((note, caller))
        return found

    def _lower(self, view: list[str], raw: str, anchored: Sequence[tuple[_Note, _Mark | None]]) -> None:
        """Set marks on the line in the view, as later stages read them, save behind a digit and where no note is.

        A mark that calls once more a note that is called already is taken out: it is no word.
        """
        called = {mark for _, mark in anchored if mark is not None}
        numbers = {note.mark for note in self._notes}
        for mark in self._marks:
            end = mark.place + len(mark.mark)
            if mark in called or not anchored:
                _unbracket(view, raw, mark.place, end)
                if not raw[mark.place - 1 : mark.place].isdecimal():
                    view[mark.place : end] = lowered(raw[mark.place : end])
            elif mark.mark in numbers:
                _unbracket(view, raw, mark.place, end)
                view[mark.place : end] = FILLER * len(mark.mark)
        for note in self._notes:
            start = max(raw.find(raised(note.mark), note.span.start, note.span.start + _HEAD), note.span.start)
            view[start : start + len(note.mark)] = lowered(raw[start : start + len(note.mark)])


def _unbracket(view: list[str], raw: str, start: int, end: int) -> None:
    """Take out the brackets around a mark (`bell (¹)`), which are no words and would be left without it."""
    opening = _OPENING.search(raw, max(start - 3, 0), start)
    closing = _CLOSING.match(raw, end)
    if opening and closing:
        for place in (*range(opening.start(), start), *range(end, closing.end())):
            view[place] = FILLER


def _joined(view: list[str], raw: str) -> int:
    """Take out soft hyphens, which only say where a line may end; how many there are."""
    places = [place for place, character in enumerate(raw) if character == _SOFT]
    for place in places:
        view[place] = FILLER
    return len(places)


def _blanks(gap: float, *, glued: bool) -> str:
    """Blanks for a gap of so many ems between two runs."""
    if gap < (0.5 if glued else 0.17):
        return ""
    return " " if gap < 1 else " " * min(max(2, round(gap / _EM)), _FAR)
