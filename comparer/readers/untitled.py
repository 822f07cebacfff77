"""What is known of a file that says nothing of itself."""

from __future__ import annotations

from pathlib import Path

from comparer.model import Edition, Status
from comparer.source import Source


def untitled(path: Path, source: Source, form: str) -> Edition:
    """An edition without label, title or language: structure and the user give those."""
    return Edition(
        name=str(path),
        label="",
        title="",
        language="",
        status=Status.UNSTATED,
        sha256=source.sha256,
        encoding=source.encoding,
        format=form,
    )
