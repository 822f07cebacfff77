"""The cell as a table prints it, in English, Chinese and Spanish, built from the record and from nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from rules.coding.reach import EXISTING
from rules.coding.transitions import party_name
from rules.model import CORE_TOPICS, Breadth, Discipline, Enforcement, Finding

LANGUAGES: tuple[str, ...] = ("en", "zh", "es")
"""Languages in which phrases are made (ISO 639-1)."""

_COMMITTING = frozenset({Discipline.PROHIBITS, Discipline.REQUIRES, Discipline.ENDEAVOURS})
_SCOPES = (
    "financial-services-only",
    "financial-services",
    "closed-list",
    "affirmation",
    "algorithms-included",
    "mass-market-software",
)
"""What of the scope a reader of one cell must not miss, in the order in which it is said."""

_CARVED_OUT = ("personal-data-protection",)
"""Exceptions that a reader of one cell must not miss."""


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((resources.files("rules") / "data" / "phrases.toml").read_text(encoding="utf-8"))


def phrase(finding: Finding) -> dict[str, str]:
    """The phrase of a finding by language: what is promised, then what qualifies it."""
    return {language: _phrase(finding, language) for language in LANGUAGES}


def _phrase(finding: Finding, language: str) -> str:
    parts = [_main(finding, language)]
    for name, terms in _qualifiers(finding):
        parts.append(_data()["qualifier"][name][language].format(who=_who(terms, language)))
    return str(_data()["join"][language]["main"].join(parts))


def _main(finding: Finding, language: str) -> str:
    own, common = _data()["main"].get(finding.topic, {}), _data()["main"]["any"]
    name = str(finding.discipline)
    if finding.discipline is Discipline.DEFERS and finding.term_years:
        name = "defers-years"
    if finding.discipline is Discipline.UNCLEAR and finding.topic not in CORE_TOPICS:
        name = f"covered-{finding.strength}"
    if finding.discipline is Discipline.UNCLEAR and not finding.provisions:
        name = "uncoded"
    if _only_affirmed(finding) and "affirmed" in own:
        name = "affirmed"
    words: str = (own.get(name) or common.get(name) or common["unclear"])[language]
    return words.format(years=finding.term_years)


def _qualifiers(finding: Finding) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names of what qualifies the phrase, each with the parties concerned and their terms (`VNM: 5 years`)."""
    if finding.discipline is Discipline.SILENT:
        if any(reach.kind == "dialogue" for reach in finding.elsewhere):
            yield "dialogue", ()
        return
    if finding.discipline not in _COMMITTING:
        return
    affirmed = _only_affirmed(finding)
    yield from ((name, ()) for name in _SCOPES if name in finding.scope and not (affirmed and name == "affirmation"))
    if _without_effect(finding) and not affirmed:
        yield "no-legal-effect", ()
    yield _breadth(finding), ()
    yield from ((name, ()) for name in _CARVED_OUT if any(found.kind == name for found in finding.exceptions))
    waiting = [test for found in finding.exceptions if found.kind == "transition-period" for test in found.tests]
    if terms := tuple(dict.fromkeys(term for term in waiting if ": " in term)):
        yield "transition-period", terms
    if finding.enforcement is Enforcement.EXCLUDED:
        yield "excluded", ()
    if finding.enforcement is Enforcement.DEFERRED:
        limited = any(term.endswith(EXISTING) for term in finding.deferral)
        terms = tuple(dict.fromkeys(term.removesuffix(EXISTING) for term in finding.deferral))
        yield ("deferred-existing" if limited else "deferred"), terms


def _without_effect(finding: Finding) -> bool:
    return any(reach.kind == "no-legal-effect" for reach in finding.elsewhere)


def _only_affirmed(finding: Finding) -> bool:
    """Whether commitments made elsewhere are affirmed, and said to create nothing here (DEPA Art. 4.3 in 2020)."""
    return "affirmation" in finding.scope and _without_effect(finding)


def _breadth(finding: Finding) -> str:
    judged = any("self-judging" in found.tests for found in finding.exceptions)
    if finding.breadth is Breadth.BROAD and judged:
        return "breadth-self-judging"
    return f"breadth-{finding.breadth}"


def _who(terms: tuple[str, ...], language: str) -> str:
    """Parties with the same term together: `Cambodia, Lao PDR: 5+3 years; Viet Nam: 5 years`."""
    join = _data()["join"][language]
    grouped: dict[str, list[str]] = {}
    for term in terms:
        party, _, span = term.partition(": ")
        years = "+".join(part.removesuffix(" years") for part in span.split(" + "))
        words = join["own-law"] if span == "own law first" else join["years"].format(years=years)
        grouped.setdefault(words, []).append(party_name(party, language))
    said = (join["term"].format(who=join["list"].join(who), span=span) for span, who in grouped.items())
    return str(join["groups"].join(said))
