"""The matrix as a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comparer import labels
from comparer.export.cells import CellText, amended, cell_text, dates, edition_text
from comparer.matrix import Matrix, Row

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


def matrix_markdown(matrix: Matrix, language: str) -> str:
    """A pipe table: one line an agreement, `<br>` between the lines of a cell, ending in a line feed."""
    heads = [
        labels.head("agreement", language),
        labels.head("dates", language),
        labels.head("text", language),
    ]
    heads += [labels.topic_name(topic, language) for topic in matrix.topics]
    lines = [_line(map(escape, heads)), _line("---" for _ in heads)]
    lines += [_line(_cells(row, matrix.topics, language)) for row in matrix.rows]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """`text` so that Markdown prints it as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _line(fields: Iterable[str]) -> str:
    return "| " + " | ".join(fields) + " |"


def _cells(row: Row, topics: tuple[str, ...], language: str) -> list[str]:
    dated = "<br>".join(escape(line) for line in (dates(row), amended(row, language)) if line)
    first = [f"**{escape(row.name)}**", dated, escape(edition_text(row, language))]
    return first + [_cell(cell_text(row, topic, language)) for topic in topics]


def _cell(cell: CellText) -> str:
    coded = " · ".join(escape(part) for part in (cell.strength, cell.breadth, cell.enforcement) if part)
    lines = [f"**{escape(cell.phrase)}**", coded, *map(escape, cell.exceptions)]
    if cell.citations:
        lines.append(escape(cell.citations))
    return "<br>".join([*lines, f"*{escape(cell.review)}*"])
