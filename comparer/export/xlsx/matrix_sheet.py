"""The sheet with the table itself: agreements down, topics across."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from comparer import labels
from comparer.export.cells import CellText, amended, cell_text, dates, edition_text
from comparer.export.xlsx.paper import keep_notes_with_table, page
from comparer.export.xlsx.style import FILLS, Look, Run, fill, fit, head, put, rule, widths
from comparer.matrix import Matrix, Row
from comparer.model import Status
from comparer.punctuation import marks
from rules.model import Strength

_FIRST = ("agreement", "dates", "text")


def write_matrix(sheet: Worksheet, matrix: Matrix, language: str) -> None:
    """Fill the sheet: header and first column frozen, one row an agreement, notes under the table."""
    names = max([10, *(len(row.name) for row in matrix.rows)])
    widths(sheet, [min(24, names + 3), 13, 16, *([36] * len(matrix.topics))])
    heads = [labels.head(column, language) for column in _FIRST]
    head(sheet, [*heads, *(labels.topic_name(topic, language) for topic in matrix.topics)], language)
    for number, row in enumerate(matrix.rows, 2):
        _write_row(sheet, number, row, matrix, language)
        rule(
            sheet,
            number,
            len(_FIRST) + len(matrix.topics),
            last=number == len(matrix.rows) + 1,
            gaps_from=len(_FIRST) + 1,
        )
    for number, note in enumerate(_notes(matrix, language), len(matrix.rows) + 3):
        put(sheet.cell(number, 1), [Run(note, Look.SMALL)], language, wrap=False)
    sheet.freeze_panes = "B2"
    page(sheet, columns="A:A", large=len(matrix.topics) > 5)
    keep_notes_with_table(sheet, len(matrix.rows) + 1)


def _write_row(sheet: Worksheet, number: int, row: Row, matrix: Matrix, language: str) -> None:
    first = [
        [Run(row.name, Look.BOLD)],
        [Run(dates(row).replace(" / ", "\n")), *_amended(row, language)],
        [Run(edition_text(row, language))],
    ]
    contents = [*first, *(_runs(cell_text(row, topic, language)) for topic in matrix.topics)]
    for column, runs in enumerate(contents, 1):
        put(sheet.cell(number, column), runs, language)
    for column, topic in enumerate(matrix.topics, len(first) + 1):
        fill(sheet.cell(number, column), FILLS[row.cells[topic].finding.strength])
    fit(sheet, number, contents)


def _amended(row: Row, language: str) -> list[Run]:
    line = amended(row, language)
    return [Run(f"\n{line}", Look.SMALL)] if line else []


def _runs(parts: CellText) -> list[Run]:
    """A cell as runs: the phrase in bold, strength and breadth, the exceptions, and small the citation and
    review.
    """
    coded = " · ".join(filter(None, (parts.strength, parts.breadth)))
    runs = [Run(parts.phrase, Look.BOLD), Run(f"\n{coded}")]
    if parts.exceptions:
        runs.append(Run("".join(f"\n– {exception}" for exception in parts.exceptions)))
    small = [parts.enforcement, parts.citations, parts.review]
    return [*runs, Run("".join(f"\n{line}" for line in small if line), Look.SMALL)]


_OPEN_NOTE = {
    "en": "○ proposed by rules and not yet confirmed by a person; ● confirmed; ◆ overridden, with a reason.",
    "zh": "○ 由规则提出、尚未经人确认；● 已确认；◆ 已改定并附理由。",
    "es": "○ propuesta por reglas, sin confirmar por una persona; ● confirmada; ◆ corregida, con un motivo.",
}
_RESTATEMENT_NOTE = {
    "en": "A restatement says an article again in our own words, never the treaty's: see the sources.",
    "zh": "“转述”是用我们自己的话重述条文，绝非条约原文。见“来源”表。",
    "es": "Una reformulación dice un artículo con palabras nuestras, no las del tratado: véanse las fuentes.",
}


def _notes(matrix: Matrix, language: str) -> list[str]:
    steps = "  ".join(
        f"{labels.MARKS[strength]} {labels.strength_name(strength, language)}" for strength in reversed(Strength)
    )
    notes = [f"{labels.head('strength', language)}{marks(language).colon}{steps}", _OPEN_NOTE[language]]
    if any(row.text.edition.status is Status.RESTATEMENT for row in matrix.rows):
        notes.append(_RESTATEMENT_NOTE[language])
    return notes
