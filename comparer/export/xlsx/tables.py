"""The sheets that bear the table out: evidence, sources, and what the codes mean."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from comparer import catalogue, codebook, labels
from comparer.export.cells import marked
from comparer.export.xlsx.paper import page
from comparer.export.xlsx.style import Look, Run, fit, head, pieces, put, rule, widths
from comparer.matrix import Matrix, Row
from comparer.vouching import is_builtin, note_of

CONTINUED = {"en": "(continued)", "zh": "（续）", "es": "(continuación)"}
"""Stands in the citation's column of a row that goes on with the text of the row above."""


def write_evidence(sheet: Worksheet, matrix: Matrix, language: str) -> None:
    """One row for the words that prove each part of each finding; positions are code points of the source."""
    columns = (18, 20, 24, 26, 90, 9, 9)
    _begin(sheet, columns, ("agreement", "topic", "part", "citation", "quote", "start", "end"), language)
    for row in matrix.rows:
        for topic in matrix.topics:
            name = labels.topic_name(topic, language)
            for evidence in row.cells[topic].finding.evidence:
                quotes = pieces([Run(evidence.quote)], columns[4])
                cited = marked(row.text, evidence.citation, evidence.provision, language)
                for number, quote in enumerate(quotes):
                    citation = f"{cited} {CONTINUED[language]}" if number else cited
                    first = [row.name, name, labels.part_name(evidence.part, language), citation]
                    cells = [*([Run(text)] for text in first), quote]
                    _add(sheet, cells, language, (evidence.span.start, evidence.span.end))
    _end(sheet, len(columns))


def write_sources(sheet: Worksheet, matrix: Matrix, language: str) -> None:
    """Where the words of each row come from, and which of them are not the treaty's own."""
    columns = (18, 44, 12, 34, 44, 13, 34, 60)
    heads = ("agreement", "title", "language", "status", "address", "retrieved", "sha256", "note")
    _begin(sheet, columns, heads, language)
    for row in matrix.rows:
        edition = row.text.edition
        texts = [
            row.name,
            _title(row, language),
            labels.edition_language(edition.language, language),
            labels.status_name(edition.status, language),
            _address(row),
            edition.retrieved,
            edition.sha256,
            note_of(row.text, language),
        ]
        for runs in pieces([Run(texts.pop())], columns[-1]):
            _add(sheet, [*([Run(text)] for text in texts), runs], language)
    _end(sheet, len(columns))


def _title(row: Row, language: str) -> str:
    """What the text calls itself; of our own restatement, the agreement's name in the table's language."""
    edition = row.text.edition
    if language == "en" or not is_builtin(row.text):
        return edition.title or edition.name
    return catalogue.facts(str(edition.agreement)).names[language]


def _address(row: Row) -> str:
    """Where the words come from; of our own restatement, where the texts are published that it was held against."""
    edition = row.text.edition
    if not is_builtin(row.text):
        return edition.address or edition.name
    checks = catalogue.provenance(str(edition.agreement)).checked
    return "\n".join(dict.fromkeys(check.address for check in checks if check.address))


def write_codebook(sheet: Worksheet, language: str) -> None:
    """What each code means."""
    columns = (24, 18, 34, 90)
    _begin(sheet, columns, ("part", "code", "name", "meaning"), language)
    for entry in codebook.entries(language):
        texts = (labels.head(entry.column, language), entry.code, entry.name, entry.meaning)
        _add(sheet, [[Run(text)] for text in texts], language)
    _end(sheet, len(columns))


def _begin(sheet: Worksheet, columns: Sequence[float], heads: Sequence[str], language: str) -> None:
    widths(sheet, columns)
    head(sheet, [labels.head(column, language) for column in heads], language)
    sheet.freeze_panes = "B2"
    page(sheet)


def _add(sheet: Worksheet, cells: Sequence[Sequence[Run]], language: str, numbers: Sequence[int] = ()) -> None:
    number = sheet.max_row + 1
    shown = [
        [Run(run.text, Look.BOLD if column == 0 else run.look) for run in runs] for column, runs in enumerate(cells)
    ]
    for column, runs in enumerate(shown, 1):
        put(sheet.cell(number, column), runs, language)
    for column, value in enumerate(numbers, len(cells) + 1):
        put(sheet.cell(number, column), "", language)
        sheet.cell(number, column).value = value
    fit(sheet, number, shown)
    rule(sheet, number, len(cells) + len(numbers))


def _end(sheet: Worksheet, columns: int) -> None:
    rule(sheet, max(2, sheet.max_row), columns, last=True)
    sheet.auto_filter.ref = sheet.dimensions
