"""The sheet of clauses side by side: a block a topic, a column a text, corresponding paragraphs in one row."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from comparer import labels
from comparer.compare import ClauseColumn, Comparison, Unit, compare
from comparer.differences import Edit
from comparer.export.cells import cited, phrase
from comparer.export.xlsx.paper import in_columns
from comparer.export.xlsx.style import Look, Run, fill, fit, head, pieces, put, rule, widths
from comparer.matrix import Matrix
from comparer.model import Kind
from comparer.paragraphs import Part
from comparer.tokens import is_cjk

_FIRST, _COLUMN = 11.0, 54.0
_BLOCK = "E4E7EB"
_SILENT = {"en": "no provision", "zh": "无规定", "es": "sin disposición"}
CONTINUED = {"en": "(continued)", "zh": "（续）", "es": "(continuación)"}
"""Stands in the first column of a row that goes on with the text of the row above."""
_FOOTNOTE = {"en": "fn.", "zh": "脚注", "es": "nota"}
_NOTE = {
    "en": "Differences from {base}: added words are underlined, removed words struck through; "
    "a paragraph that {base} lacks begins with +. Texts in another language bear no marks.",
    "zh": "与{base}的差异：增加的词加下划线，删去的词加删除线；{base}所无的款以 + 开头。其他语文的文本不标记。",
    "es": "Diferencias con {base}: lo añadido va subrayado, lo suprimido tachado; "
    "un párrafo que {base} no tiene empieza con +. Los textos en otro idioma no llevan marcas.",
}


def write_clauses(sheet: Worksheet, matrix: Matrix, language: str) -> None:
    """Fill the sheet; a text too long for a cell goes on in the next row, which says so."""
    names = [row.name for row in matrix.rows]
    widths(sheet, [_FIRST, *([_COLUMN] * len(names))])
    head(sheet, ["", *names], language)
    base = matrix.rows[matrix.base or 0].name if matrix.rows else ""
    put(sheet.cell(2, 1), [Run(_NOTE[language].format(base=base), Look.SMALL)], language, wrap=False)
    starts = [_write_block(sheet, compare(matrix, topic), language) for topic in matrix.topics]
    sheet.freeze_panes = "B2"
    in_columns(sheet, len(names), starts)


def _write_block(sheet: Worksheet, block: Comparison, language: str) -> int:
    """Write one topic's block; returns the row of its title."""
    start = _title(sheet, labels.topic_name(block.topic, language), len(block.columns), language)
    heads = [[Run("")], *(_summary(column, language) for column in block.columns)]
    _line(sheet, heads, [language] * len(heads))
    languages = [language, *(column.text.edition.language for column in block.columns)]
    for row in range(block.height):
        cells = [[Run(_label(block, row, language), Look.SMALL)]]
        cells += [clause_runs(column, row, whole=block.base_speaks) for column in block.columns]
        parts = [pieces(runs, _COLUMN) for runs in cells]
        for number in range(max(map(len, parts))):
            line = [part[number] if number < len(part) else [] for part in parts]
            if number:
                line[0] = [Run(CONTINUED[language], Look.SMALL)]
            _line(sheet, line, languages)
    return start


def clause_runs(column: ClauseColumn, row: int, *, whole: bool) -> list[Run]:
    """One cell: its number, then its words with the differences marked.

    `whole`: a paragraph that nothing of the base answers to is new, and begins with a plus sign.
    """
    unit = column.units[row]
    if unit is None:
        return []
    edits = column.differences[row]
    number = Run(_number(unit), Look.BOLD)
    look = Look.BOLD if unit.part is Part.HEADING else Look.PLAIN
    if edits is not None:
        return [number, *_marked(edits, unit.clean.text, look)]
    new = [Run("+", Look.ADDED), Run(" ")] if whole and column.comparable else []
    return [*new, number, Run(unit.clean.text, look)]


def _marked(edits: Sequence[Edit], text: str, look: Look) -> list[Run]:
    runs: list[Run] = []
    for edit in edits:
        if not edit.changes_words:
            runs.append(Run(text[slice(*edit.right)], look))
            continue
        if edit.removed:
            runs.append(Run(edit.removed, Look.REMOVED))
        if edit.removed[-1:].isalnum() and edit.added[:1].isalnum() and not is_cjk(edit.added[0]):
            runs.append(Run(" "))
        if edit.added:
            runs.append(Run(edit.added, Look.ADDED))
    return runs


def _number(unit: Unit) -> str:
    """The number that stands before the words; a definition begins with its term and needs none."""
    if not unit.label or unit.kind is Kind.DEFINITION:
        return ""
    if unit.part is Part.FOOTNOTE:
        return f"[{unit.label}] "
    if unit.part is Part.HEADING:
        return f"{unit.label}  "
    return f"{unit.label}. " if unit.label[0].isdigit() else f"({unit.label}) "


def _label(block: Comparison, row: int, language: str) -> str:
    """What the first column says of a row: the number of the paragraph in the base, or in the first text
    with it.
    """
    order = sorted(range(len(block.columns)), key=lambda i: i != block.base)
    unit = next(unit for i in order if (unit := block.columns[i].units[row]) is not None)
    return f"{_FOOTNOTE[language]} {unit.label}" if unit.part is Part.FOOTNOTE else ""


def _summary(column: ClauseColumn, language: str) -> list[Run]:
    if not any(column.units):
        return [Run(_SILENT[language], Look.SMALL)]
    mark = labels.MARKS[column.finding.strength]
    return [
        Run(f"{mark} {phrase(column.finding, language)}"),
        Run(f"\n{cited(column.text, column.finding, language)}", Look.SMALL),
    ]


def _title(sheet: Worksheet, title: str, columns: int, language: str) -> int:
    number = int(sheet.max_row) + (1 if sheet.max_row <= 2 else 2)
    put(sheet.cell(number, 1), [Run(title, Look.BOLD)], language, size=11, wrap=False)
    for column in range(1, columns + 2):
        fill(sheet.cell(number, column), _BLOCK)
    sheet.row_dimensions[number].height = 20
    return number


def _line(sheet: Worksheet, cells: Sequence[Sequence[Run]], languages: Sequence[str]) -> None:
    number = sheet.max_row + 1
    for column, (runs, language) in enumerate(zip(cells, languages, strict=True), 1):
        put(sheet.cell(number, column), runs, language)
    fit(sheet, number, cells)
    rule(sheet, number, len(cells))
