"""The matrix as a table in the terminal."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from comparer import labels
from comparer.export.cells import amended, cell_text, edition_text
from comparer.matrix import Matrix, Row

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Rich

_WIDTH = 120
"""Columns where the output is not a terminal and COLUMNS says nothing."""
_NARROWEST = 40
_FIRST, _TOPIC = 22, 22
"""Columns that a row's head and a topic need to be read in comfort."""


def matrix_table(matrix: Matrix, language: str, stream: TextIO | None = None) -> str:
    """The matrix as lines that fit the terminal `stream` writes to (standard output unless told).

    Weight and tint are used where the terminal has them; nothing depends on them: strength is a mark and a word.
    Where it is no terminal, lines are as wide as COLUMNS says, or 120. Topics that do not fit beside the others
    stand in a table of their own below.
    """
    console = printer(stream)
    abreast = max(1, (console.width - _FIRST) // _TOPIC)
    with console.capture() as captured:
        for start in range(0, len(matrix.topics), abreast):
            console.print(_table(matrix, matrix.topics[start : start + abreast], language))
    return captured.get()


def printer(stream: TextIO | None = None) -> Console:
    """A console whose output is captured: as wide as the terminal, with weight and tint only where it has them."""
    from rich.console import Console  # noqa: PLC0415  (late: it costs start-up time)

    stream = stream or sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    return Console(
        file=io.StringIO(),
        width=terminal_width(stream),
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
    )


def _table(matrix: Matrix, topics: tuple[str, ...], language: str) -> Table:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(show_lines=True, header_style="bold", box=box.SQUARE)
    table.add_column(labels.head("agreement", language), overflow="fold")
    for topic in topics:
        table.add_column(labels.topic_name(topic, language), overflow="fold", ratio=1)
    for row in matrix.rows:
        table.add_row(_head(row, language), *(_cell(row, topic, language) for topic in topics))
    return table


def _head(row: Row, language: str) -> Rich:
    from rich.text import Text as Rich  # noqa: PLC0415

    lines = [edition_text(row, language)]
    lines += [f"{labels.head(kind, language)} {date}" for kind, date in _dates(row) if date]
    lines += filter(None, [amended(row, language)])
    head = Rich(row.name, style="bold")
    return head.append("".join(f"\n{line}" for line in lines), style="not bold dim")


def _dates(row: Row) -> tuple[tuple[str, str], ...]:
    return ("signed", row.signed), ("in-force", row.in_force)


def _cell(row: Row, topic: str, language: str) -> Rich:
    from rich.text import Text as Rich  # noqa: PLC0415

    parts = cell_text(row, topic, language)
    shown = Rich(parts.phrase, style="bold")
    shown.append(f"\n{parts.strength}", style="not bold")
    if parts.citations:
        shown.append(f"\n{parts.citations}", style="not bold dim")
    return shown


def terminal_width(stream: TextIO) -> int:
    """Columns of the terminal that `stream` writes to, or of COLUMNS, or 120; at least 40."""
    try:
        width = int(os.environ.get("COLUMNS", "") or 0)
        if width <= 0:
            width = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else _WIDTH
    except (OSError, ValueError):
        width = _WIDTH
    return max(width, _NARROWEST)
