"""Readers: one module a format, each from decoded source to `Document`.

To add a format that is text, write a module with `claims` and `read` and name it in `_READERS`, before the plainer
formats that would also accept it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

from comparer.language import language_of
from comparer.model import Document
from comparer.readers import markdown, plain, tota
from comparer.source import Source, read_source


class Reader(Protocol):
    """What a reader's module offers."""

    def claims(self, path: Path, source: Source) -> bool:
        """Whether the file is in this format, by its content first and its name second."""

    def read(self, path: Path, source: Source) -> Document:
        """The document, its language empty where the format does not state it."""


_READERS: tuple[ModuleType, ...] = (tota, markdown, plain)


def read_document(path: Path) -> Document:
    """Read one file, whatever its format.

    Raises:
        BadInputError: the file cannot be read as text, or is not well-formed in its format.
    """
    source = read_source(path)
    for module in _READERS:
        reader = cast("Reader", module)
        if reader.claims(path, source):
            return _with_language(reader.read(path, source))
    raise AssertionError("plain text claims every file")


def _with_language(document: Document) -> Document:
    if document.edition.language:
        return document
    return replace(document, edition=replace(document.edition, language=language_of(document.view)))
