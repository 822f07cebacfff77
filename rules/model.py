"""The values that the rules take and return.

The rules see strings and give back spans of those strings. A caller names each string by an opaque key; what the
key stands for (a provision of some text) is the caller's affair. All spans here are half-open [start, end) in code
points of `Passage.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Key = int
"""The caller's handle for a passage or an article; the rules only carry it."""


CORE_TOPICS: tuple[str, ...] = ("data-flows", "data-localization", "source-code", "personal-information")
"""The four topics whose clauses are coded, in the order in which tables print them."""


class Role(StrEnum):
    """What a passage is within its article."""

    PARAGRAPH = "paragraph"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"


class Discipline(StrEnum):
    """What the clause does about the topic's question, whatever words it uses."""

    PROHIBITS = "prohibits"
    REQUIRES = "requires"
    ENDEAVOURS = "endeavours"
    RECOGNISES = "recognises"
    RESERVES = "reserves"
    DEFERS = "defers"
    SILENT = "silent"
    UNCLEAR = "unclear"


class Strength(StrEnum):
    """How firmly the operative verbs bind, ordered from `none` to `hard`."""

    NONE = "none"
    SOFT = "soft"
    MIXED = "mixed"
    HARD = "hard"


class Breadth(StrEnum):
    """How wide the exceptions written for the obligation are."""

    NONE = "none"
    NARROW = "narrow"
    BROAD = "broad"


class Enforcement(StrEnum):
    """Whether a breach can be taken to the agreement's dispute settlement."""

    DISPUTABLE = "disputable"
    EXCLUDED = "excluded"
    DEFERRED = "deferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph (with its subparagraphs), definition or footnote, its line breaks already mended.

    `start_of` passages never overlap: a footnote's words are not in its paragraph's text.
    """

    key: Key
    role: Role
    text: str
    label: str = ""
    """The number it bears in its article (`3`), the defined term, or the footnote's mark."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article (or a unit that stands for one) as the rules see it."""

    key: Key
    number: str
    """As other articles cite it: `14.11`, `12`, `8.61-F`; empty where it bears none."""
    heading: str
    passages: tuple[Passage, ...]
    division: str = ""
    """Number of the chapter, module, annex or section it stands in; articles with the same value share a chapter."""
    division_heading: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words that led to something: a stretch of one passage (or of an article's heading)."""

    key: Key
    """Key of the passage, or of the article when the words stand in its heading."""
    start: int
    end: int
    part: str
    """Which part of the record they prove: `topic`, `discipline`, `strength`, `scope:covered-persons`,
    `exception:public-policy`, `enforcement`, `elsewhere:security-exceptions`, …"""


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic found in an article."""

    topic: str
    score: float
    """0..1; 1 is a heading that says it and a body that bears it out."""
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ExceptionFound:
    """An exception written for this obligation."""

    kind: str
    """`public-policy`, `essential-security`, `government-procurement`, … (DESIGN of the coding: the codebook)."""
    tests: tuple[str, ...]
    """Objective or subjective tests it must meet: `necessity`, `self-judging`, …; for a transition period
    `VNM: 2 years`."""
    key: Key
    """The passage in which it stands."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A provision outside the article that reaches this obligation."""

    kind: str
    """`definition`, `scope`, `non-conforming-measures`, `general-exceptions`, `security-exceptions`,
    `dispute-settlement`, `relation-to-other-chapters`, …"""
    key: Key


@dataclass(frozen=True, slots=True)
class Sentence:
    """How firmly one sentence of the clause binds."""

    key: Key
    start: int
    end: int
    strength: Strength


@dataclass(frozen=True, slots=True)
class Finding:
    """What one text promises on one topic: a proposal, until a person confirms it."""

    topic: str
    discipline: Discipline
    strength: Strength
    scope: tuple[str, ...] = ()
    exceptions: tuple[ExceptionFound, ...] = ()
    breadth: Breadth = Breadth.NONE
    enforcement: Enforcement = Enforcement.UNKNOWN
    elsewhere: tuple[Elsewhere, ...] = ()
    provisions: tuple[Key, ...] = ()
    """The articles or paragraphs that carry it, principal one first; empty when silent."""
    sentences: tuple[Sentence, ...] = ()
    words: tuple[Words, ...] = ()
    deferral: tuple[str, ...] = ()
    """For enforcement `deferred`: who cannot be sued yet, and for how long (`MYS: 2 years`)."""
    term_years: int | None = None
    """For `defers`: the years within which the parties look again, where the clause says so."""
