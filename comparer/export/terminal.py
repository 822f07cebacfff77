"""The matrix as a table in the terminal."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from comparer import labels
from comparer.export.cells import cell_text, dates, edition_text
from comparer.matrix import Matrix

_WIDTH = 120
"""Columns where the output is not a terminal and COLUMNS says nothing."""
_NARROWEST = 40


def matrix_table(matrix: Matrix, language: str, stream: TextIO | None = None) -> str:
    """The matrix as lines that fit the terminal `stream` writes to (standard output unless told).

    Weight and tint are used where the terminal has them; nothing depends on them: strength is a mark and a
    word. Where it is no terminal, lines are as wide as COLUMNS says, or 120.
    """
    from rich.console import Console  # noqa: PLC0415  (late: it costs start-up time)
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text as Rich  # noqa: PLC0415

    stream = stream or sys.stdout
    table = Table(show_lines=True, expand=False, pad_edge=False, header_style="bold")
    table.add_column(labels.head("agreement", language), overflow="fold", ratio=None)
    for topic in matrix.topics:
        table.add_column(labels.topic_name(topic, language), overflow="fold", ratio=1)
    for row in matrix.rows:
        name = Rich(row.name, style="bold")
        name.append(
            f"\n{dates(row).replace(' / ', chr(10))}\n{edition_text(row, language)}", style="not bold dim"
        )
        cells = [name]
        for topic in matrix.topics:
            parts = cell_text(row.cells[topic], language)
            cell = Rich(parts.phrase, style="bold")
            coded = " · ".join(filter(None, (parts.strength, parts.breadth)))
            cell.append(f"\n{coded}", style="not bold")
            if parts.citations:
                cell.append("\n" + "; ".join(parts.citations), style="not bold dim")
            cells.append(cell)
        table.add_row(*cells)
    width = terminal_width(stream)
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def terminal_width(stream: TextIO) -> int:
    """Columns of the terminal that `stream` writes to, or of COLUMNS, or 120; at least 40."""
    try:
        width = int(os.environ.get("COLUMNS", "") or 0)
        if not width:
            width = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else _WIDTH
    except (OSError, ValueError):
        width = _WIDTH
    return max(width, _NARROWEST)
