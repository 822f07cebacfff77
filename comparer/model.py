"""Texts and their parts.

One road: bytes → `Document` (what a reader makes) → `Text` (what `structure` makes). Every position is a half-open
`Span` in code points of `raw`, the decoded source, which nothing ever changes. `view` has the length of `raw` and the
same positions: there, markup is blanked, so that later stages read words and still point into the untouched source.
Page furniture stays in the view, outside the `own` spans of every provision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open [start, end), in code points of a source's `raw`."""

    start: int
    end: int


class Kind(StrEnum):
    """What a provision is."""

    PREAMBLE = "preamble"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    MODULE = "module"
    ANNEX = "annex"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"


class Status(StrEnum):
    """What an edition is. A file says nothing of itself: it is `unstated` until a person says."""

    AUTHENTIC = "authentic"
    OFFICIAL_TRANSLATION = "official translation"
    UNOFFICIAL_TRANSLATION = "unofficial translation"
    RESTATEMENT = "restatement"
    DRAFT = "draft"
    UNSTATED = "unstated"


class Changes(StrEnum):
    """How the tracked changes of a draft are read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of its agreement in a header of its own (the `meta` of ToTA XML), or nothing."""

    name: str = ""
    signed: str = ""
    """ISO 8601 date."""
    in_force: str = ""
    """ISO 8601 date."""
    parties: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3 codes, or what the file has in their place, in the file's order."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of an agreement: where the words come from and what they are."""

    name: str
    """How the user named it: an id (`CPTPP`) or a path, as typed."""
    label: str
    """What stands before a citation and at the head of a row: an agreement's id, or the name the file gives."""
    title: str
    language: str
    """`en`, `es`, `zh`, … (ISO 639-1)."""
    status: Status
    agreement: str | None = None
    """Id of the agreement in `resources`, where it is known."""
    address: str = ""
    retrieved: str = ""
    sha256: str = ""
    note: str = ""
    encoding: str = "utf-8"
    format: str = "text"
    facts: FileFacts = FileFacts()


class HeadingHint(NamedTuple):
    """A heading that the format itself declares (an XML chapter, a Markdown `##`), found at `span` of the source."""

    kind: Kind
    number: str
    """As citations have it (`14.11`, not `ARTICLE 14.11`)."""
    heading: str
    span: Span
    """Holds the number and the heading, and no word of what follows."""


class NoteHint(NamedTuple):
    """A footnote that the format itself declares, its body on lines of its own."""

    number: str
    """Its mark as shown: `3`, `a`, `*`."""
    anchor: int | None
    """Where the mark stands in the text, in brackets or bare; None where it is called nowhere."""
    span: Span
    """The body, its own mark included."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a file: the source, the same with markup blanked, and what the format declares."""

    edition: Edition
    raw: str
    view: str
    """As long as `raw`; markup is spaces, and `FILLER` stands for the rest of a multi-character escape (`&amp;`)."""
    hints: tuple[HeadingHint, ...] = ()
    left_over: tuple[Span, ...] = ()
    """What the reader knows to be no part of the agreement (a file's header, a page's menu), and left in the view all
    the same; in order."""
    notes: tuple[NoteHint, ...] = ()
    """Where there are any, no other footnotes are looked for. In order of their bodies."""
    provisions: tuple[Provision, ...] = ()
    """The whole tree, where the format declares it down to the last item (Akoma Ntoso): then nothing is looked for."""


FILLER = "\x00"
"""In a view: no character at all (the tail of `&amp;`, a soft hyphen at a line's end)."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of a text."""

    index: int
    """Its place in `Text.provisions`."""
    kind: Kind
    number: str
    """`14.11`, `3`, `a`, `ii`; for a definition the term; for a footnote its mark; empty where it bears none."""
    heading: str
    parent: int | None
    span: Span
    """From its number or first word to its last, children included; what stands between but is not its own
    (a page number, a footnote gathered at the foot of the page) is not in `own` of any node it interrupts."""
    own: tuple[Span, ...]
    """Its own words (number and heading included), without those of its children, in order."""
    anchor: int | None = None
    """Footnote: where its mark stands in the text; None when the mark was not found."""
    repairs: tuple[str, ...] = ()
    """Judgements made in reading it, as sentences."""


class Clean(NamedTuple):
    """Words with line breaks mended, and the way back to the source."""

    text: str
    offsets: tuple[int, ...]
    """`offsets[i]` is where `text[i]` stands in `raw`; as long as `text`."""
    ends: tuple[int, ...] = ()
    """`ends[i]` is where the stretch that `text[i]` stands for ends in `raw` (one space may stand for a line break and
    an indent); as long as `text`, or empty when every character stands for itself."""

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of the source that hold `text[start:end]`, in order: more than one where something that is
        not of the words (a footnote, its mark, a page number) stands between. Empty for an empty stretch.

        Raises:
            IndexError: `start` or `end` is outside `text`.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}:{end} is outside a text of {len(self.text)} characters")
        found: list[Span] = []
        for place in range(start, end):
            opens = self.offsets[place]
            closes = self.ends[place] if self.ends else opens + 1
            if found and found[-1].end == opens:
                found[-1] = Span(found[-1].start, closes)
            else:
                found.append(Span(opens, closes))
        return tuple(found)


@dataclass(frozen=True, eq=False)
class Text:
    """An edition with its structure. `provisions` is in document order, a parent before its children.

    Compared by identity: two readings of one file are two texts, and hashing one costs nothing.
    """

    edition: Edition
    raw: str
    view: str
    provisions: tuple[Provision, ...]
    left_over: tuple[Span, ...] = field(default=())
    """What became no provision's words (page numbers, running heads, tables of contents), in order."""

    @cached_property
    def children(self) -> dict[int | None, tuple[int, ...]]:
        """Indices of the children of each provision; `None` has the roots."""
        found: dict[int | None, list[int]] = {}
        for provision in self.provisions:
            found.setdefault(provision.parent, []).append(provision.index)
        return {parent: tuple(indices) for parent, indices in found.items()}

    @cached_property
    def articles(self) -> tuple[int, ...]:
        """Indices of the articles, in order."""
        return tuple(p.index for p in self.provisions if p.kind is Kind.ARTICLE)
