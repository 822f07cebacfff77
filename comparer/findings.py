"""Findings with their citations: what the rules say, pointed back into a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comparer.model import Span
from rules.model import Breadth, Discipline, Enforcement, Strength


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the source that prove one part of a finding: `quote == text.raw[span.start:span.end]`."""

    citation: str
    provision: int
    span: Span
    quote: str
    part: str
    """`discipline`, `strength`, `scope:covered-persons`, `exception:public-policy`, `enforcement`, …"""


@dataclass(frozen=True, slots=True)
class CitedException:
    """An exception written for the obligation, and where it stands."""

    kind: str
    tests: tuple[str, ...]
    citation: str
    provision: int


@dataclass(frozen=True, slots=True)
class CitedElsewhere:
    """A provision outside the clause that reaches it."""

    kind: str
    citation: str
    provision: int


@dataclass(frozen=True, slots=True)
class CodedFinding:
    """What one text promises on one topic, every part with its citation: a proposal until a person confirms it."""

    topic: str
    discipline: Discipline
    strength: Strength
    breadth: Breadth
    enforcement: Enforcement
    phrase: Mapping[str, str]
    """The cell as a table prints it, by language: `en`, `zh`, `es`."""
    citations: tuple[str, ...] = ()
    provisions: tuple[int, ...] = ()
    """Indices (into `Text.provisions`) of what the citations name, same order; empty when silent."""
    scope: tuple[str, ...] = ()
    exceptions: tuple[CitedException, ...] = ()
    elsewhere: tuple[CitedElsewhere, ...] = ()
    evidence: tuple[Evidence, ...] = ()
