"""The clauses of one topic side by side in the terminal, with their differences in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from comparer import labels
from comparer.compare import ClauseColumn, Comparison
from comparer.export.terminal import printer

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text as Rich

_COLUMN = 30
"""Columns of the terminal that a clause needs to be read in comfort."""

LEGEND = {
    "en": "[-removed-] and {+added+} against {base}; + begins a paragraph that {base} lacks",
    "zh": "与{base}相比：[-删去-]、{+增添+}；以 + 开头的款为{base}所无",
    "es": "[-suprimido-] y {+añadido+} respecto de {base}; con + empieza un párrafo que {base} no tiene",
}


def comparison_table(comparison: Comparison, language: str, stream: TextIO | None = None) -> str:
    """Clauses in columns, paragraph beside paragraph; columns that do not fit stand in a table below, beside the base.

    A clause in another language than the base's is shown without differences.
    """
    console = printer(stream)
    abreast = max(2, console.width // _COLUMN)
    with console.capture() as captured:
        if comparison.base is not None and any(column.comparable for column in comparison.columns):
            base = comparison.columns[comparison.base].name
            console.print(LEGEND[language].replace("{base}", base), markup=False)
        for columns in _pages(comparison, abreast):
            console.print(_table(comparison, columns, language))
    return captured.get()


def _pages(comparison: Comparison, abreast: int) -> Iterator[list[ClauseColumn]]:
    base = comparison.columns[comparison.base or 0]
    others = [column for column in comparison.columns if column is not base]
    if len(comparison.columns) <= abreast:
        yield list(comparison.columns)
        return
    for start in range(0, len(others), abreast - 1):
        yield [base, *others[start : start + abreast - 1]]


def _table(comparison: Comparison, columns: list[ClauseColumn], language: str) -> Table:
    from rich import box  # noqa: PLC0415  (late: it costs start-up time)
    from rich.table import Table  # noqa: PLC0415

    table = Table(show_lines=True, header_style="bold", box=box.SQUARE, expand=True)
    for column in columns:
        status = labels.status_name(column.text.edition.status, language)
        table.add_column(f"{column.name}\n{status}", overflow="fold", ratio=1)
    table.add_row(*(column.finding.phrase[language] for column in columns))
    for row in range(comparison.height):
        cells = [_cell(column, row, whole=comparison.base_speaks) for column in columns]
        if any(cell.plain for cell in cells):
            table.add_row(*cells)
    return table


def _cell(column: ClauseColumn, row: int, *, whole: bool) -> Rich:
    """One clause; `whole`: a paragraph that nothing of the base answers to is new, and begins with a plus sign."""
    from rich.text import Text as Rich  # noqa: PLC0415

    unit, edits = column.units[row], column.differences[row]
    if unit is None:
        return Rich("")
    cell = Rich(f"{unit.citation}\n", style="dim")
    words = unit.clean.text
    if edits is None:
        if whole and column.comparable:
            cell.append("+ ", style="not dim underline green")
        return cell.append(words, style="not dim")
    for edit in edits:
        if not edit.changes_words:
            cell.append(words[edit.right[0] : edit.right[1]], style="not dim")
            continue
        _append_marked(cell, "[-", edit.removed, "-]", "not dim strike red")
        _append_marked(cell, "{+", edit.added, "+}", "not dim underline green")
    return cell


def _append_marked(cell: Rich, opening: str, words: str, closing: str, style: str) -> None:
    """The words in their brackets; the blanks around them stand outside, so that no bracket touches another word."""
    inner = words.strip()
    if not inner:
        return
    head, tail = words.split(inner, 1)
    cell.append(head).append(f"{opening}{inner}{closing}", style=style).append(tail)
