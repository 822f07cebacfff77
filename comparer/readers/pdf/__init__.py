"""PDF: what its pages show, as lines of text; a bilingual print-out is two texts.

PDFium opens the file in a child process (`child`, `worker`), which gives runs of characters with their places. The
rest is geometry: lines (`page`), furniture, columns, footnotes, languages, and the text written out (`writing`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from comparer.errors import BadInputError
from comparer.model import Document, Edition, Status
from comparer.readers.pdf.child import pages_of
from comparer.readers.pdf.leaf import leaves_of
from comparer.readers.pdf.page import Page
from comparer.readers.pdf.writing import Written, written

_UNKNOWN = 0.1
"""The part of a text's characters that may stand for nothing (a font without a map) in a text that can be read."""


def read_bytes(path: Path, data: bytes) -> tuple[Document, ...]:
    """The texts of a PDF, one a language, the one that begins first standing first.

    Raises:
        BadInputError: locked, damaged, too long, made to exhaust the machine, or without text that can be read.
    """
    pages = pages_of(path, data)
    _check(path, pages)
    digest = hashlib.sha256(data).hexdigest()
    texts = {language: written(leaves) for language, leaves in leaves_of(pages).items()}
    return tuple(
        _document(path, digest, language, text, [*_said(path, tuple(texts), language), *_gaps(pages), *_mended(text)])
        for language, text in texts.items()
    )


def _document(path: Path, digest: str, language: str, text: Written, notes: Sequence[str]) -> Document:
    """`notes`: what is to be known of the reading, a sentence each."""
    edition = Edition(
        name=str(path),
        label="",
        title="",
        language=language,
        status=Status.UNSTATED,
        sha256=digest,
        note="\n".join(notes),
        encoding="",
        format="pdf",
    )
    return Document(edition, text.raw, text.view, left_over=text.left_over, notes=text.notes)


def _check(path: Path, pages: Sequence[Page]) -> None:
    characters = "".join(run.text for page in pages for run in page.runs)
    if not characters.strip():
        if any(page.pictures for page in pages):
            raise BadInputError(
                f"{path} is a scan: its pages are pictures, without text that can be read; put it through a program "
                "for text recognition (OCR) that saves a searchable PDF, and open that."
            )
        raise BadInputError(f"{path} has no text on its pages: choose a PDF that holds an agreement's text.")
    if characters.count("\ufffd") > _UNKNOWN * len(characters):
        raise BadInputError(
            f"{path} shows letters but does not say which (its fonts have no map to characters): put it through a "
            "program for text recognition (OCR) that saves a searchable PDF, and open that."
        )


def _said(path: Path, languages: Sequence[str], language: str) -> list[str]:
    return [
        f"This is the text in {_name(language)}; the file also holds one in {_name(other)}: {path}#{other}."
        for other in languages
        if other != language
    ]


def _gaps(pages: Sequence[Page]) -> list[str]:
    empty = [str(place + 1) for place, page in enumerate(pages) if not page.runs and (page.pictures or page.broken)]
    if not empty:
        return []
    where = ", ".join(empty[:10]) + (" and others" if len(empty) > 10 else "")
    return [f"Without text that can be read (pictures or damage): page {where} of {len(pages)}."]


def _mended(text: Written) -> list[str]:
    mended = ", ".join(f"{count} {what}" for what, count in text.mended.items())
    return [f"Mended: {mended}."] if mended else []


def _name(language: str) -> str:
    names = {"en": "English", "zh": "Chinese", "es": "Spanish", "fr": "French", "de": "German", "ko": "Korean"}
    return names.get(language, language)
