"""Plain text: the view is the source, for there is no markup."""

from __future__ import annotations

from pathlib import Path

from comparer.model import Document, Edition, Status
from comparer.source import Source


def claims(path: Path, source: Source) -> bool:
    """Any text is plain text."""
    del path, source
    return True


def read(path: Path, source: Source) -> Document:
    """The source as it stands."""
    edition = Edition(
        name=str(path),
        label="",
        title="",
        language="",
        status=Status.UNSTATED,
        sha256=source.sha256,
        encoding=source.encoding,
        format="text",
    )
    return Document(edition, source.text, source.text)
