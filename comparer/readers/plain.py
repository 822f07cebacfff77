"""Plain text: the view is the source, for there is no markup."""

from __future__ import annotations

from pathlib import Path

from comparer.errors import BadInputError
from comparer.model import Document
from comparer.readers.untitled import untitled
from comparer.source import Source


def _is_json(text: str) -> bool:
    """Whether a text is one JSON object or list, and no text that only begins with a bracket."""
    bare = text.lstrip("\ufeff \t\r\n")
    if not bare.startswith(("{", "[")) or not bare.rstrip().endswith(("}", "]")):
        return False
    import json  # noqa: PLC0415  (late: hardly a text begins so)

    try:
        json.loads(bare)
    except (ValueError, RecursionError):
        return False
    return True


def claims(path: Path, source: Source) -> bool:
    """Any text is plain text."""
    del path, source
    return True


def read(path: Path, source: Source) -> Document:
    """The source as it stands.

    Raises:
        BadInputError: it is JSON, which holds data and not a treaty's text as it runs.
    """
    if _is_json(source.text):
        raise BadInputError(
            f"{path} is JSON, a form for data in which no treaty is published: open the text that it was made from."
        )
    edition = untitled(path, source, "text")
    return Document(edition, source.text, source.text)
