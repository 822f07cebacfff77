"""The matrix as a workbook: the table, the clauses side by side, the evidence, the sources, the codes."""

from __future__ import annotations

import io
import re
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from comparer import labels
from comparer.export.xlsx.clauses_sheet import write_clauses
from comparer.export.xlsx.matrix_sheet import write_matrix
from comparer.export.xlsx.style import font_name
from comparer.export.xlsx.tables import write_codebook, write_evidence, write_sources
from comparer.matrix import Matrix

_WRITTEN = datetime(2000, 1, 1)  # noqa: DTZ001  (a workbook's dates bear no zone)
"""The date inside every workbook: equal matrices make equal files."""


def matrix_workbook(matrix: Matrix, language: str) -> bytes:
    """The workbook as bytes; equal input gives equal bytes."""
    labels.check_language(language)
    book = Workbook()
    book._fonts[0] = Font(name=font_name(language), size=10)  # noqa: SLF001  (no public way to the default font)
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101  (a new workbook has one)
    first.title = labels.head("matrix", language)
    write_matrix(first, matrix, language)
    write_clauses(book.create_sheet(labels.head("clauses", language)), matrix, language)
    write_evidence(book.create_sheet(labels.head("evidence", language)), matrix, language)
    write_sources(book.create_sheet(labels.head("sources", language)), matrix, language)
    write_codebook(book.create_sheet(labels.head("codebook", language)), language)
    return _packed(book)


def _packed(book: Workbook) -> bytes:
    """The workbook with its dates fixed, inside and in the archive."""
    book.properties.creator = "Synoptic"
    book.properties.created = _WRITTEN
    loose, packed = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, ZipFile(loose, "w", ZIP_STORED)).save()
    stamp = _WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(loose) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            target.writestr(ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, ZIP_DEFLATED)
    return packed.getvalue()
