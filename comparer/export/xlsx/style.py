"""How the workbook looks: fonts, fills, widths, heights; and cells that are always text."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rules.model import Strength

MOST_CHARACTERS = 32_767
"""What a cell of a workbook can hold (ECMA-376; Excel's specifications)."""
HIGHEST_ROW = 409.0
"""Points; a higher row cannot be had in Excel."""
INK, GREY = "1F2933", "4A5560"

FILLS = {Strength.HARD: "A9C8E3", Strength.MIXED: "CFE1F0", Strength.SOFT: "EAF2F9", Strength.NONE: "FFFFFF"}
"""One hue whose lightness falls with strength, so that it reads in grey too; ink on the darkest is above
8:1.
"""


class Look(StrEnum):
    """How a run of text looks."""

    PLAIN = "plain"
    BOLD = "bold"
    SMALL = "small"
    ADDED = "added"
    REMOVED = "removed"


class Run(NamedTuple):
    """Text of one look within a cell."""

    text: str
    look: Look = Look.PLAIN


def font_name(language: str) -> str:
    """A face that Office has and that can write the language."""
    return {"zh": "Microsoft YaHei", "ko": "Malgun Gothic", "ja": "Yu Gothic"}.get(language, "Calibri")


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def legal(text: str) -> str:
    """`text` as a workbook can hold it: a character that XML forbids is shown as the picture of it, or as
    `�`.

    `_x0041_` is how a workbook writes a character by its number: such text is escaped so that it stays as
    it is.
    """
    shown = _ILLEGAL.sub(lambda m: chr(0x2400 + ord(m[0])) if ord(m[0]) < 0x20 else "\ufffd", text)
    return _ESCAPED.sub("_x005F_", shown.replace("\r\n", "\n").replace("\r", "\n"))


def put(
    cell: Cell,
    content: str | Sequence[Run],
    language: str,
    *,
    size: float = 10,
    bold: bool = False,
    wrap: bool = True,
) -> None:
    """Put text into a cell: never a formula, wrapped unless told. Rich text where there is more than one
    look.
    """
    runs = [Run(content)] if isinstance(content, str) else [run for run in content if run.text]
    looks = {run.look for run in runs}
    if looks <= {Look.PLAIN}:
        text = legal("".join(run.text for run in runs))
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    else:
        cell.value = CellRichText([TextBlock(_font(run.look, language, size), legal(run.text)) for run in runs])
    _style(cell, "font", (language, size, bold), _face(language, size, bold))
    _align(cell, wrap=wrap, vertical="top" if wrap else "center")


@cache
def _face(language: str, size: float, bold: bool) -> Font:  # noqa: FBT001
    return Font(name=font_name(language), size=size, bold=bold, color=INK)


@cache
def _alignment(wrap: bool, vertical: str) -> Alignment:  # noqa: FBT001
    return Alignment(wrap_text=wrap, horizontal="left", vertical=vertical, indent=1)


@cache
def _border(last: bool, gap: bool) -> Border:  # noqa: FBT001
    side = Side("medium", color=INK) if last else Side("hair", color="9AA5B1")
    return Border(bottom=side, left=Side("thin", color="FFFFFF") if gap else None)


@cache
def _filling(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


@cache
def _font(look: Look, language: str, size: float) -> InlineFont:
    options: dict[str, Any] = {"rFont": font_name(language), "sz": size, "color": INK}
    if look is Look.BOLD:
        options["b"] = True
    elif look is Look.SMALL:
        options |= {"sz": size - 1.5, "color": GREY}
    elif look is Look.ADDED:
        options |= {"u": "single", "color": "0B5394"}
    elif look is Look.REMOVED:
        options |= {"strike": True, "color": "A61C1C"}
    return InlineFont(**options)


def head(sheet: Worksheet, heads: Sequence[str], language: str, row: int = 1) -> None:
    """A header row: bold, ruled above and below, frozen by the caller."""
    for column, text in enumerate(heads, 1):
        cell = sheet.cell(row, column)
        put(cell, text, language, bold=True)
        _align(cell, wrap=True, vertical="center")
        cell.border = Border(top=Side("medium", color=INK), bottom=Side("thin", color=INK))
    fit(sheet, row, [[Run(text, Look.BOLD)] for text in heads], least=24)


def rule(sheet: Worksheet, row: int, columns: int, *, last: bool = False, gaps_from: int | None = None) -> None:
    """The line under a row: a hairline, or the closing line of the table; a white gap before columns with fills."""
    for column in range(1, columns + 1):
        gap = gaps_from is not None and column >= gaps_from
        _style(sheet.cell(row, column), "border", (last, gap), _border(last, gap))


def fill(cell: Cell, colour: str) -> None:
    """Fill a cell with one colour."""
    _style(cell, "fill", colour, _filling(colour))


def _align(cell: Cell, *, wrap: bool, vertical: str) -> None:
    _style(cell, "alignment", (wrap, vertical), _alignment(wrap, vertical))


_NUMBERS: WeakKeyDictionary[Workbook, dict[tuple[str, Hashable], int]] = WeakKeyDictionary()


def _style(cell: Cell, what: str, key: Hashable, style: object) -> None:
    """Give a cell a font, a border, … that is known by `key`.

    Looking up a style's number anew for each of thousands of cells takes most of the time that a workbook costs.
    """
    numbers = _NUMBERS.setdefault(cell.parent.parent, {})
    # There is no public way to set a style by its number.
    if (what, key) in numbers:
        if cell._style is None:  # noqa: SLF001
            cell._style = StyleArray()  # noqa: SLF001
        setattr(cell._style, f"{what}Id", numbers[what, key])  # noqa: SLF001
    else:
        setattr(cell, what, style)
        numbers[what, key] = getattr(cell._style, f"{what}Id")  # noqa: SLF001


def widths(sheet: Worksheet, columns: Iterable[float]) -> None:
    """Column widths, in characters of the workbook's font, from the first column on."""
    for number, width in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def fit(sheet: Worksheet, row: int, cells: Sequence[Sequence[Run]], *, size: float = 10, least: float = 15) -> None:
    """Make a row as high as its fullest cell, as far as a row can be."""
    needed = [
        height(runs, sheet.column_dimensions[get_column_letter(column)].width, size)
        for column, runs in enumerate(cells, 1)
    ]
    sheet.row_dimensions[row].height = min(HIGHEST_ROW, max([least, *needed]))


def height(runs: Sequence[Run], width: float, size: float = 10) -> float:
    """Points that wrapped text takes in a column `width` characters wide: a little more rather than less."""
    points = 0.0
    line = tall = 0.0
    for run in runs:
        own = size - 1.5 if run.look is Look.SMALL else size
        room = max(4.0, (width - 2.8) * 11 / own * (1.03 if run.look is Look.BOLD else 1.18))
        for number, part in enumerate(run.text.split("\n")):
            if number:
                points += max(1, math.ceil(line)) * (tall or own)
                line = tall = 0.0
            line += _breadth(part) / room
            tall = max(tall, own * (1.5 if _is_wide(part) else 1.3)) if part else tall
    return points + max(1, math.ceil(line)) * (tall or size * 1.3) + 6


def _is_wide(text: str) -> bool:
    return any(unicodedata.east_asian_width(char) in "WF" for char in text)


def _breadth(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def pieces(runs: Sequence[Run], width: float, size: float = 10, most: int = MOST_CHARACTERS) -> list[list[Run]]:
    """The text cut where it is more than a cell can hold or a row can show; at a line's end or a space if
    there is one in the last quarter. Joined, the pieces are the text again.
    """
    found: list[list[Run]] = [[]]
    rest = list(runs)
    while rest:
        limit = _shown(rest, width, size, most)
        taken, rest = _cut(rest, limit)
        found[-1] = taken
        if rest:
            found.append([])
    return found


def _shown(runs: Sequence[Run], width: float, size: float, most: int) -> int:
    """How many characters from the start fit one cell."""
    text = "".join(run.text for run in runs)
    if len(text) <= most and height(runs, width, size) <= HIGHEST_ROW:
        return len(text)
    low, high = 1, min(len(text), most)
    while low < high:
        middle = (low + high + 1) // 2
        if height([Run(text[:middle])], width, size) <= HIGHEST_ROW - 12:
            low = middle
        else:
            high = middle - 1
    for mark in ("\n", " "):
        at = text.rfind(mark, low * 3 // 4, low)
        if at > 0:
            return at + 1
    return low


def _cut(runs: list[Run], limit: int) -> tuple[list[Run], list[Run]]:
    taken: list[Run] = []
    for number, run in enumerate(runs):
        if len(run.text) > limit:
            taken += [Run(run.text[:limit], run.look)] if limit else []
            return taken, [Run(run.text[limit:], run.look), *runs[number + 1 :]]
        taken.append(run)
        limit -= len(run.text)
    return taken, []
