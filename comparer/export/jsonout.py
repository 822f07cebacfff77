"""Findings and the matrix as JSON: the shapes that other programs rely on."""

from __future__ import annotations

import json
from typing import Any

from comparer import catalogue
from comparer.export.cells import unchecked_citations
from comparer.findings import CodedFinding
from comparer.matrix import Matrix, Row

Payload = dict[str, Any]
"""What `json.dumps` takes: strings, numbers, lists and dictionaries."""


def finding_payload(finding: CodedFinding) -> Payload:
    """One finding.

    `test` is the tests of an exception joined with `, ` (empty where there is none), `tests` the same as a
    list; `start` and `end` are half-open, in code points of the source.
    """
    return {
        "topic": str(finding.topic),
        "citations": list(finding.citations),
        "discipline": finding.discipline.value,
        "strength": finding.strength.value,
        "scope": list(finding.scope),
        "exceptions": [
            {"kind": e.kind, "test": ", ".join(e.tests), "tests": list(e.tests), "citation": e.citation}
            for e in finding.exceptions
        ],
        "breadth": finding.breadth.value,
        "enforcement": finding.enforcement.value,
        "elsewhere": [{"kind": e.kind, "citation": e.citation} for e in finding.elsewhere],
        "phrase": dict(finding.phrase),
        "evidence": [
            {
                "citation": e.citation,
                "start": e.span.start,
                "end": e.span.end,
                "quote": e.quote,
                "part": e.part,
            }
            for e in finding.evidence
        ],
    }


def matrix_payload(matrix: Matrix) -> Payload:
    """The matrix: `columns` are topic ids, `rows` stand in the order of the texts; `base` is a row's name
    or null. `amended_by` names agreements in force that changed the row's; a cell's `unchecked`, the citations whose
    article was not held against the treaty's text.
    """
    return {
        "columns": [str(topic) for topic in matrix.topics],
        "base": None if matrix.base is None else matrix.rows[matrix.base].name,
        "rows": [_row(row, matrix.topics) for row in matrix.rows],
    }


def matrix_json(matrix: Matrix) -> str:
    """The matrix as JSON text, indented, in UTF-8's own letters, with a line feed at its end."""
    return json.dumps(matrix_payload(matrix), ensure_ascii=False, indent=2) + "\n"


def _row(row: Row, topics: tuple[str, ...]) -> Payload:
    edition = row.text.edition
    return {
        "agreement": row.name,
        "status": edition.status.value,
        "text": edition.name,
        "title": edition.title,
        "language": edition.language,
        "signed": row.signed,
        "in_force": row.in_force,
        "amended_by": list(catalogue.superseded_by(edition.agreement)),
        "cells": {
            str(topic): {
                **finding_payload(row.cells[topic].finding),
                "unchecked": list(unchecked_citations(row.text, row.cells[topic].finding)),
                "review": row.cells[topic].review.value,
            }
            for topic in topics
        },
    }
