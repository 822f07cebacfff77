"""The matrix as files: a workbook, CSV, JSON, Markdown; and as a table for the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from comparer.errors import OutputError
from comparer.export.writing import write
from comparer.labels import check_language
from comparer.matrix import Matrix

SUFFIXES: tuple[str, ...] = (".xlsx", ".csv", ".json", ".md")
"""The forms a matrix can be written in."""


def export_matrix(matrix: Matrix, path: str | Path, language: str = "en") -> Path:
    """Write the matrix in the form that the file's suffix names, whole or not at all; returns the path.

    `OutputError` where the suffix is none of `SUFFIXES` or the place cannot be written to;
    `UnknownNameError` for a language that tables cannot be printed in.
    """
    check_language(language)
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise OutputError(f"{path} does not say in which form to write: end the name in .xlsx, .csv, .json or .md.")

    def produce(stream: BinaryIO) -> None:
        stream.write(_rendered(matrix, suffix, language))

    return write(path, produce)


def _rendered(matrix: Matrix, suffix: str, language: str) -> bytes:
    if suffix == ".xlsx":
        from comparer.export.xlsx import matrix_workbook  # noqa: PLC0415  (late: openpyxl costs start-up time)

        return matrix_workbook(matrix, language)
    if suffix == ".csv":
        from comparer.export.delimited import matrix_csv  # noqa: PLC0415

        return matrix_csv(matrix, language).encode()
    if suffix == ".json":
        from comparer.export.jsonout import matrix_json  # noqa: PLC0415

        return matrix_json(matrix).encode()
    from comparer.export.markdown import matrix_markdown  # noqa: PLC0415

    return matrix_markdown(matrix, language).encode()
