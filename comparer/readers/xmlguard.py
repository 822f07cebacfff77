"""XML from strangers: no document types, no entities, no bottomless nesting."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.parsers import expat

from comparer.errors import BadInputError

DEEPEST = 200
"""Elements within elements: no agreement nests as deep as a tenth of it."""


def check(path: Path, text: str, *, doctype: bool = False) -> None:
    """Whether `text` is well-formed, within `DEEPEST`, and declares nothing.

    `doctype` allows a document type that declares nothing of its own (`<!DOCTYPE html>`).

    Raises:
        BadInputError: it is not; the sentence names the line.
    """
    parser = expat.ParserCreate(encoding="utf-8")
    depth = guard(parser, str(path), doctype=doctype)
    parser.StartElementHandler = depth.opened
    parser.EndElementHandler = depth.closed
    parse(parser, text.lstrip("\ufeff").encode("utf-8", "surrogatepass"), str(path))


def guard(parser: Any, shown: str, *, doctype: bool = False) -> Depth:
    """Make a parser refuse declarations; the depth returned is for its element handlers to count."""

    def refuse(*told: object) -> None:
        if not (doctype and len(told) == 4 and not told[3]):
            raise BadInputError(
                f"{shown} declares a document type or entities of its own (line {parser.CurrentLineNumber}), which is "
                "not allowed here because such files can exhaust the machine: remove the declaration and open it again."
            )

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return Depth(parser, shown)


class Depth:
    """How many elements are open."""

    def __init__(self, parser: Any, shown: str) -> None:
        self._parser = parser
        self._shown = shown
        self._open = 0

    def opened(self, *_: object) -> None:
        """An element begins.

        Raises:
            BadInputError: it is the one too many.
        """
        self._open += 1
        if self._open > DEEPEST:
            raise BadInputError(
                f"{self._shown} nests more than {DEEPEST} elements (line {self._parser.CurrentLineNumber}), "
                "as no agreement does: check the file."
            )

    def closed(self, *_: object) -> None:
        """An element ends."""
        self._open -= 1


def parse(parser: Any, data: bytes, shown: str) -> None:
    """Run a parser over `data`.

    Raises:
        BadInputError: `data` is not well-formed.
    """
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat takes no name
    except expat.ExpatError as error:
        what = expat.errors.messages[error.code]
        raise BadInputError(
            f"{shown} is not well-formed XML (line {error.lineno}: {what}): mend that line or get the file again."
        ) from error
    except ValueError as error:
        # An encoding that the head names and expat does not know.
        raise BadInputError(f"{shown} is not well-formed XML ({error}): get the file again.") from error
