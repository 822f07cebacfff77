"""What is known of agreements, and the built-in texts: facts from `resources`, never a guess."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from comparer.errors import UnknownNameError

DEMO_IDS: tuple[str, ...] = ("RCEP", "SADEA", "DEPA", "USJDTA", "USMCA", "JEEPA", "CPTPP")
"""The agreements that the first table shows, in the order of the literature's tables."""

_BUILTIN_IDS: tuple[str, ...] = (
    "RCEP",
    "SADEA",
    "DEPA",
    "DEPA-2023",
    "USJDTA",
    "USMCA",
    "JEEPA",
    "JEEPA-2024",
    "CPTPP",
)


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """An agreement as a legal fact."""

    id: str
    names: Mapping[str, str]
    """Full names by language: `en`, `zh`, `es`."""
    parties: tuple[str, ...]
    """ISO 3166-1 alpha-3, and `EU`; a treaty of the Union and its Member States names the Union."""
    signed: str
    """ISO 8601 date; empty where it is not known."""
    in_force: str
    """ISO 8601 date on which it first entered into force; empty where it did not or it is not known."""
    digital_chapter: str = ""
    amends: tuple[str, ...] = ()
    """Ids."""
    amended_by: tuple[str, ...] = ()
    incorporates: tuple[str, ...] = ()
    incorporated_by: tuple[str, ...] = ()
    accessions: str = ""
    notes: str = ""
    source: str = ""
    """Where the facts were checked."""
    unchecked: tuple[str, ...] = ()
    """The fields that were not."""
    aliases: tuple[str, ...] = ()
    """Names, beside the id and the full ones, by which a title is recognised."""


@dataclass(frozen=True, slots=True)
class Check:
    """Articles of a restatement that were held against a text."""

    articles: tuple[str, ...]
    against: str
    address: str = ""
    """Where that text is published; empty when it was a file."""
    file: str = ""
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What a restatement does not vouch for, as a sentence; `articles` may be empty."""

    articles: tuple[str, ...]
    note: str
    footnotes_only: bool = False
    """Whether it is about footnotes: the paragraphs of these articles were checked."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """How far a built-in restatement was checked."""

    title: str
    checked: tuple[Check, ...]
    unchecked: tuple[Gap, ...]
    """Restated, but not held against the text, wholly or in the part that the note names."""
    left_out: tuple[Gap, ...]
    """Not restated."""


@cache
def agreements() -> Mapping[str, AgreementFacts]:
    """All agreements by id, in the order of the file."""
    text = (files("resources") / "agreements.toml").read_text(encoding="utf-8")
    facts = [_facts(table) for table in tomllib.loads(text)["agreement"]]
    return MappingProxyType({one.id: one for one in facts})


def _facts(table: Mapping[str, Any]) -> AgreementFacts:
    known = {field.name for field in fields(AgreementFacts)}
    if strange := set(table) - known:
        raise ValueError(f"agreements.toml: {table.get('id')} has unknown keys {sorted(strange)}")
    return AgreementFacts(**{key: _frozen(value) for key, value in table.items()})


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return MappingProxyType(value) if isinstance(value, dict) else value


def find_facts(agreement: str | None) -> AgreementFacts | None:
    """The facts of an id, whatever its case; None where it is none."""
    if agreement is None:
        return None
    return agreements().get(agreement.upper())


def facts(agreement: str) -> AgreementFacts:
    """The facts of an id, whatever its case.

    Raises:
        UnknownNameError: there is no such agreement; the message names the nearest.
    """
    found = find_facts(agreement)
    if found is None:
        raise unknown(agreement)
    return found


def builtin_ids() -> tuple[str, ...]:
    """The agreements whose restatements come with the program."""
    return _BUILTIN_IDS


def builtin_path(agreement: str) -> Path:
    """The file of a built-in restatement.

    Raises:
        UnknownNameError: no text of that agreement is built in.
    """
    known = facts(agreement).id
    if known not in _BUILTIN_IDS:
        raise UnknownNameError(
            f"No text of {known} comes with the program: give the path of a file that holds it, "
            f"or name one of {', '.join(_BUILTIN_IDS)}."
        )
    return Path(str(files("resources") / "texts" / f"{known}.md"))


@cache
def provenance(agreement: str) -> Provenance:
    """How far the restatement of an agreement was checked, from the file beside it.

    Raises:
        UnknownNameError: no text of that agreement is built in.
    """
    table = tomllib.loads(builtin_path(agreement).with_suffix(".toml").read_text(encoding="utf-8"))
    checked = tuple(Check(**{key: _frozen(value) for key, value in one.items()}) for one in table["checked"])
    return Provenance(table["title"], checked, _gaps(table, "unchecked"), _gaps(table, "left_out"))


def _gaps(table: Mapping[str, Any], key: str) -> tuple[Gap, ...]:
    return tuple(Gap(**{name: _frozen(value) for name, value in one.items()}) for one in table.get(key, ()))


def unchecked_articles(agreement: str | None) -> frozenset[str]:
    """Numbers (`14.11`) of a built-in restatement's articles that were not held against the text, wholly or in part.

    Articles of which only footnotes were not checked are not among them. Empty where no text of the agreement is built
    in; an agreement's own text has nothing to do with it.
    """
    found = find_facts(agreement)
    if found is None or found.id not in _BUILTIN_IDS:
        return frozenset()
    gaps = provenance(found.id).unchecked
    return frozenset(number for gap in gaps if not gap.footnotes_only for number in gap.articles)


def superseded_by(agreement: str | None) -> tuple[str, ...]:
    """Ids of the agreements in force that amended this one, whose words are thus not all law any more."""
    found = find_facts(agreement)
    if found is None:
        return ()
    return tuple(one for one in found.amended_by if agreements()[one].in_force)


def recognise(title: str) -> str | None:
    """The id of the agreement that bears exactly this name, whatever its case and spaces; None for any other."""
    return _by_name().get(_plain(title))


@cache
def _by_name() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for one in agreements().values():
        for name in (one.id, *one.names.values(), *one.aliases):
            owner = names.setdefault(_plain(name), one.id)
            if owner != one.id:
                raise ValueError(f"agreements.toml: both {owner} and {one.id} are called {name}")
    return names


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def near(name: str, known: Iterable[str]) -> str:
    """` (did you mean X?)` for the nearest of `known`; empty where none is near."""
    match = _nearest(name, known)
    return f" (did you mean {match}?)" if match else ""


def unknown(name: str) -> UnknownNameError:
    """The error for a name that is neither an agreement nor a text, with the nearest that is."""
    match = _nearest(name, agreements())
    hint = f"Did you mean {match}? " if match else ""
    return UnknownNameError(
        f'No agreement or text is called "{name}". {hint}`synoptic agreements` lists what is known.'
    )


def _nearest(name: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415  (needed only when something is misspelt)

    spelt = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), spelt, n=1, cutoff=0.6)
    return spelt[close[0]] if close else None
