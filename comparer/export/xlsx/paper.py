"""How the sheets print: landscape, header rows on every page, page numbers; no page for a line or two."""

from __future__ import annotations

import math

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

_A3, _A4 = 8, 9
"""Paper sizes by their numbers in a workbook (ECMA-376, 18.3.1.63)."""
_ROOM = {_A3: (1132.0, 762.0), _A4: (784.0, 515.0)}
"""Points across and down that landscape paper leaves within the margins."""
_PER_CHARACTER = 5.6
"""Points of a column's width for each character, a little more rather than less; faces differ."""
_ROOMY = 0.9
"""How much of the width is left where a face is wider yet."""
_ABREAST = 4
"""Columns of clauses that can be read beside each other on A3."""


def page(sheet: Worksheet, *, rows: str | None = "1:1", columns: str | None = None, large: bool = False) -> None:
    """Print setup: landscape, as wide as the page, header rows on every page, page numbers; A3 where `large`."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A3 if large else _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = rows
    sheet.print_title_cols = columns
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.55
    sheet.page_margins.footer = 0.25
    sheet.oddFooter.center.text = "&A  –  &P / &N"
    sheet.oddFooter.center.size = 8
    sheet.sheet_view.showGridLines = False


def keep_notes_with_table(sheet: Worksheet, last: int) -> None:
    """Print the lines below the table's `last` row on its last page, a little smaller if need be."""
    across, down = _ROOM[int(sheet.page_setup.paperSize)]
    width = sum(float(dimension.width) for dimension in sheet.column_dimensions.values()) * _PER_CHARACTER
    heights = [float(sheet.row_dimensions[row].height or 15) for row in range(1, last + 1)]
    sheet.page_setup.fitToHeight = _pages(heights, down / min(1.0, across / width))


def _pages(heights: list[float], room: float) -> int:
    """Pages that rows take, the first of them repeated on each; a row is never divided."""
    pages, taken = 1, 0.0
    for height in heights[1:]:
        if taken and taken + height > room - heights[0]:
            pages, taken = pages + 1, 0.0
        taken += height
    return pages


def in_columns(sheet: Worksheet, columns: int, starts: list[int]) -> None:
    """Print a wide sheet at a size that can be read, on A3: its first column repeated beside as many of the others as
    have room, evenly, and a page begun at each of the rows `starts`.

    Fitted to one page's width, eight columns of clauses would be in letters of four points.
    """
    page(sheet, columns="A:A", large=True)
    sheet.sheet_properties.pageSetUpPr.fitToPage = False
    groups = max(1, math.ceil(columns / _ABREAST))
    abreast = max(1, math.ceil(columns / groups))
    widths = [sheet.column_dimensions[get_column_letter(column)].width for column in range(1, abreast + 2)]
    sheet.page_setup.scale = min(100, int(_ROOM[_A3][0] / (sum(widths) * _PER_CHARACTER) * _ROOMY * 100))
    for group in range(1, groups):
        sheet.col_breaks.append(Break(id=1 + group * abreast))
    for start in starts[1:]:
        sheet.row_breaks.append(Break(id=start - 1))
