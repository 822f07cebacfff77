"""Readers: one module a format, each from decoded source to `Document`.

To add a format that is text, write a module with `claims` and `read` and name it in `_READERS`, before the plainer
formats that would also accept it. A binary format has a module with `read_bytes` and its place in `_from_binary`;
it is known by its first bytes, whatever the file is called.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

from comparer.language import language_of
from comparer.model import Changes, Document
from comparer.readers import akn, html, markdown, plain, tota
from comparer.source import Source, decoded, file_bytes


class Reader(Protocol):
    """What a reader's module offers."""

    def claims(self, path: Path, source: Source) -> bool:
        """Whether the file is in this format, by its content first and its name second."""

    def read(self, path: Path, source: Source) -> Document:
        """The document, its language empty where the format does not state it."""


_BEFORE = b"\xef\xbb\xbf\x00 \t\r\n"
"""What mail programs have put before a PDF."""
_READERS: tuple[ModuleType, ...] = (akn, html, tota, markdown, plain)


def read_document(path: Path, *, changes: Changes = Changes.ACCEPTED) -> Document:
    """Read one file, whatever its format: the first text in it. `changes` says how a draft's tracked changes are read.

    Raises:
        BadInputError: the file cannot be read as text, or is not well-formed in its format.
    """
    return read_documents(path, changes=changes)[0]


def read_documents(path: Path, *, changes: Changes = Changes.ACCEPTED) -> tuple[Document, ...]:
    """Every text in a file, at least one: a bilingual print-out holds one a language.

    Raises:
        BadInputError: as `read_document` does.
    """
    data = file_bytes(path)
    documents = _from_binary(path, data, changes) or (_from_text(path, decoded(path, data)),)
    return tuple(_with_language(document) for document in documents)


def _from_binary(path: Path, data: bytes, changes: Changes) -> tuple[Document, ...]:
    """What a file that is no text holds; nothing where its first bytes name no format that is read here."""
    if data[:1024].lstrip(_BEFORE).startswith(b"%PDF-"):
        from comparer.readers import pdf  # noqa: PLC0415  (late: only those who read PDFs pay for it)

        return pdf.read_bytes(path, data)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        from comparer.readers import docx  # noqa: PLC0415  (late: only those who read Word files pay for it)

        return (docx.read_bytes(path, data, changes),)
    return ()


def _from_text(path: Path, source: Source) -> Document:
    for module in _READERS:
        reader = cast("Reader", module)
        if reader.claims(path, source):
            return reader.read(path, source)
    raise AssertionError("plain text claims every file")


def _with_language(document: Document) -> Document:
    if document.edition.language:
        return document
    return replace(document, edition=replace(document.edition, language=language_of(document.view)))
