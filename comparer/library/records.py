"""What goes into the library and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NewType

from comparer.model import Span, Status

TextId = NewType("TextId", int)
"""A text's number in one library."""


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """An agreement of which the library holds a text."""

    id: str
    name: str
    signed: str
    """ISO 8601 date; empty where it is not known."""
    in_force: str
    """ISO 8601 date; empty where it is not known."""
    parties: tuple[str, ...]
    texts: int
    """How many texts of it there are."""


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A text in the library, without its words."""

    id: TextId
    name: str
    """Names this text alone: `CPTPP:en-1`."""
    agreement: str
    language: str
    status: Status
    version: str
    """As the user calls it; empty where nothing was said."""
    amended_by: str
    """Name of the text that takes this one's place; empty where none does."""
    title: str
    file: str
    sha256: str
    added: str
    """ISO 8601 time, UTC."""
    provisions: int


@dataclass(frozen=True, slots=True)
class Filters:
    """Where to look. What is empty does not narrow the search; several values of one field widen it."""

    agreements: tuple[str, ...] = ()
    """Ids, or parts of ids."""
    topics: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    """First and last year of signature."""
    parties: tuple[str, ...] = ()
    """Agreements to which every one of these is a party (ISO 3166-1 alpha-3, or `EU`)."""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision that answers a search."""

    text: TextId
    agreement: str
    provision: int
    """Index in the text's `provisions`: the article, or its paragraph when all that was found stands there."""
    citation: str
    heading: str
    snippet: str
    """Mended words around what was found; `…` where they go on."""
    marks: tuple[Span, ...]
    """Where the found words stand, in code points of `snippet`."""
    score: float
    """0..1, higher is better. Of `find`: s / (1 + s) with s the BM25 weight, comparable within one answer only. Of
    `like`: the share of words in common (1: the same words)."""


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What the user says of what is added; None leaves it to the file."""

    agreement: str | None = None
    status: Status | None = None
    language: str | None = None
    version: str = ""
    amends: str | None = None
    """Name of the text in the library whose place these texts take."""
    address: str = ""
    """Where the file was published."""
    retrieved: str = ""
    """ISO 8601 time at which it was fetched from there."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not added, and why, as a sentence."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of everything that was to be added."""

    added: tuple[TextRecord, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A file to be added. A member of an archive was unpacked to `path`; `shown` is what the user calls it."""

    path: Path
    shown: str
    temporary: bool = field(default=False)
