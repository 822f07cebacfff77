"""Pages taken apart: their furniture, the lines of each language in reading order, the footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from comparer.readers.pdf.columns import blocks_of
from comparer.readers.pdf.furniture import furniture_of
from comparer.readers.pdf.languages import languages_of
from comparer.readers.pdf.notes import Body, notes_of
from comparer.readers.pdf.page import Page, Row, rows_of

_ENDS = frozenset('.。!?！？”"’)）»')
_PARAGRAPH = 1.3
"""How many times a line's usual room stands above a line that is set off."""
_TELLING = 4
"""Fewer lines than that do not tell how far apart lines are: then single spacing is supposed."""
_SINGLE = 1.5
_FREE = 2.6
"""The same for a heading with two empty lines above it."""


class Part(NamedTuple):
    """A column, or a page without columns: its text and the footnotes below it."""

    rows: tuple[Row, ...]
    gaps: tuple[int, ...]
    """For each row, how many empty lines are seen above it."""
    notes: tuple[Body, ...]


class Leaf(NamedTuple):
    """What one language has on one page."""

    page: int
    above: tuple[Row, ...]
    """Furniture over the text."""
    parts: tuple[Part, ...]
    below: tuple[Row, ...]


def leaves_of(pages: Sequence[Page]) -> dict[str, list[Leaf]]:
    """The leaves of each language, in the order in which the languages first stand in the file."""
    rows = [rows_of(page.runs) for page in pages]
    furniture = furniture_of(rows)
    if all(len(still) == len(page) for page, still in zip(rows, furniture, strict=True)):
        # A file of labels or of nothing but numbers: then that is its text.
        furniture = [frozenset[int]() for _ in rows]
    blocks = [_blocks(page, still) for page, still in zip(rows, furniture, strict=True)]
    flat = [(page, block) for page, found in enumerate(blocks) for block in found]
    tongues = languages_of(["\n".join(row.text for row in block) for _, block in flat])
    texts: dict[str, dict[int, list[list[Row]]]] = {}
    for (page, block), language in zip(flat, tongues, strict=True):
        texts.setdefault(language, {}).setdefault(page, []).append(block)
    first = next(iter(texts), None)
    if first is not None:
        for page, found in enumerate(blocks):
            if not found:
                # A page that has nothing but its number: no word may be lost.
                texts[first][page] = []
    return {language: _Leaves(found).leaves(pages, rows, furniture) for language, found in texts.items()}


def _blocks(rows: Sequence[Row], still: frozenset[int]) -> list[list[Row]]:
    runs = [run._replace(raised=False) for place, row in enumerate(rows) if place not in still for run in row.runs]
    return [rows_of(block) for block in blocks_of(runs)]


class _Leaves:
    """Goes through the pages of one language; a note that goes on over a page's end is put with its beginning."""

    def __init__(self, texts: dict[int, list[list[Row]]]) -> None:
        self._texts = texts
        sizes: Counter[float] = Counter()
        for row in (row for blocks in texts.values() for block in blocks for row in block):
            sizes[round(row.size * 2) / 2] += len(row.text)
        self._size = sizes.most_common(1)[0][0] if sizes else 1.0
        self._last = ""
        self._parts: dict[int, list[Part]] = {}
        self._noted: tuple[int, int] | None = None

    def leaves(
        self, pages: Sequence[Page], rows: Sequence[Sequence[Row]], furniture: Sequence[frozenset[int]]
    ) -> list[Leaf]:
        for page in sorted(self._texts):
            self._parts[page] = []
            for block in self._texts[page]:
                self._read(page, block)
        return [
            Leaf(page, *_edges(pages[page], rows[page], furniture[page], tuple(self._parts[page])))
            for page in sorted(self._texts)
        ]

    def _read(self, page: int, block: Sequence[Row]) -> None:
        gaps = _gaps(block)
        text, notes = notes_of(
            block, self._size, self._last, set_off=[gap > 0 for gap in gaps], goes_on=self._is_open(page)
        )
        if notes and not notes[0].mark:
            self._go_on(notes[0])
            notes = notes[1:]
        if notes:
            self._last = notes[-1].mark
            self._noted = page, len(self._parts[page])
        self._parts[page].append(Part(tuple(text), tuple(gaps[: len(text)]), notes))

    def _is_open(self, page: int) -> bool:
        """Whether the last note stands a page before (two in a bilingual file) and does not end a sentence there."""
        if self._noted is None or page - self._noted[0] > 2:
            return False
        begun = self._parts[self._noted[0]][self._noted[1]].notes[-1]
        return begun.rows[-1].text.rstrip()[-1:] not in _ENDS

    def _go_on(self, rest: Body) -> None:
        page, place = self._noted or (0, 0)
        part = self._parts[page][place]
        begun = part.notes[-1]
        whole = begun._replace(rows=(*begun.rows, *rest.rows))
        self._parts[page][place] = part._replace(notes=(*part.notes[:-1], whole))


def _edges(
    page: Page, rows: Sequence[Row], still: frozenset[int], parts: tuple[Part, ...]
) -> tuple[tuple[Row, ...], tuple[Part, ...], tuple[Row, ...]]:
    body = next((place for place in range(len(rows)) if place not in still), len(rows))
    above = tuple(rows[place] for place in sorted(still) if place < body)
    below = tuple(rows[place] for place in sorted(still) if place > body)
    return above, parts, (*below, *rows_of(page.aside))


def _gaps(rows: Sequence[Row]) -> list[int]:
    """Empty lines above each row. The usual distance of lines is that of the closest quarter: in a text of short
    paragraphs most lines are set off."""
    steps = [above.base - below.base for above, below in pairwise(rows)]
    if not rows:
        return []
    apart = sorted(step for step, row in zip(steps, rows[1:], strict=True) if step > 0.6 * row.size)
    usual = apart[len(apart) // 4] if apart else 0.0
    if len(apart) < _TELLING:
        usual = min(usual, _SINGLE * max(row.size for row in rows))
    return [0] + [
        0 if step <= _PARAGRAPH * max(min(usual, 2 * row.size), row.size) else 2 if step > _FREE * usual else 1
        for step, row in zip(steps, rows[1:], strict=True)
    ]
