"""The matrix as CSV: one line an agreement and topic, so that a spreadsheet or a statistics program can
take it.
"""

from __future__ import annotations

import csv
import io

from comparer import catalogue, labels
from comparer.export.cells import phrase, unchecked_citations
from comparer.matrix import Matrix, Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet compute a cell (OWASP, CSV injection)."""


def matrix_csv(matrix: Matrix, language: str) -> str:
    """The matrix as CSV (RFC 4180, CRLF line ends), beginning with a byte order mark so that Excel reads
    UTF-8.

    Columns: agreement, signed, in force, amended by, text, status, then for each topic its phrase, codes and citations,
    and which of these were not held against the treaty's text, `; ` between the members of a list. A field that a
    spreadsheet would take for a formula begins with an apostrophe.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(safe(field) for field in _header(matrix, language))
    for row in matrix.rows:
        writer.writerow(safe(field) for field in _fields(row, matrix.topics, language))
    return "\ufeff" + stream.getvalue()


def safe(field: str) -> str:
    """`field`, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{field}" if field.startswith(_FORMULA) else field


_FIRST = ("agreement", "signed", "in-force", "amended-by", "text", "status")
_PARTS = ("phrase", "discipline", "strength", "breadth", "exceptions", "enforcement", "citation", "unchecked", "review")


def _header(matrix: Matrix, language: str) -> list[str]:
    heads = [labels.head(column, language) for column in _FIRST]
    for topic in matrix.topics:
        name = labels.topic_name(topic, language)
        heads += [name if part == "phrase" else f"{name}: {labels.head(part, language)}" for part in _PARTS]
    return heads


def _fields(row: Row, topics: tuple[str, ...], language: str) -> list[str]:
    edition = row.text.edition
    by = "; ".join(catalogue.superseded_by(edition.agreement))
    fields = [row.name, row.signed, row.in_force, by, edition.title or edition.name]
    fields.append(labels.status_name(edition.status, language))
    for topic in topics:
        finding, review = row.cells[topic].finding, row.cells[topic].review
        fields += [
            phrase(finding, language),
            finding.discipline.value,
            finding.strength.value,
            finding.breadth.value,
            "; ".join(dict.fromkeys(": ".join(filter(None, (e.kind, ", ".join(e.tests)))) for e in finding.exceptions)),
            finding.enforcement.value,
            "; ".join(finding.citations),
            "; ".join(unchecked_citations(row.text, finding)),
            review.value,
        ]
    return fields
