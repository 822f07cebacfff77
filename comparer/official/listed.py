"""Where depositaries and parties publish their texts: `resources/official.toml` as values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from comparer import catalogue
from comparer.errors import UnknownNameError
from comparer.model import Status


@dataclass(frozen=True, slots=True)
class Address:
    """One place on the web where a text is published."""

    url: str
    format: str
    """`pdf`, `html` or `docx`."""
    publisher: str
    status: Status
    confirmed: bool
    """Whether this very address was seen in a stored page or public list that names the text."""
    found: str
    """Where it was seen, or which rule it follows."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One text: a part of an agreement in one language, and the places where it is published, best first."""

    agreement: str
    part: str
    """A chapter's number, `whole`, or `protocol`."""
    title: str
    language: str
    articles: tuple[str, ...]
    """Numbers of articles that must be found in it."""
    words: tuple[str, ...]
    """Any of these must stand in it, whatever its case."""
    addresses: tuple[Address, ...]

    @property
    def name(self) -> str:
        """As a line of progress calls it: `CPTPP ch. 14 (en)`."""
        return f"{self.agreement} {_part(self.part)}({self.language})"

    @property
    def file_stem(self) -> str:
        """`CPTPP_ch14_en`: what the file is called before its suffix."""
        part = f"ch{self.part}" if self.part.isdigit() else self.part
        return f"{self.agreement}_{part}_{self.language}"


def _part(part: str) -> str:
    return f"ch. {part} " if part.isdigit() else "" if part == "whole" else f"{part} "


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed of one agreement."""

    id: str
    name: str
    page: str
    """Lists the texts for people."""
    page_confirmed: bool
    note: str
    offers: tuple[Offer, ...]


@cache
def listings() -> Mapping[str, Listing]:
    """All agreements that are listed, by id, in the order of the file."""
    table = tomllib.loads((files("resources") / "official.toml").read_text(encoding="utf-8"))
    return MappingProxyType({one["id"]: _listing(one) for one in table["agreement"]})


def _listing(table: Mapping[str, Any]) -> Listing:
    return Listing(
        id=table["id"],
        name=table["name"],
        page=table["page"],
        page_confirmed=table.get("page_confirmed", True),
        note=table.get("note", ""),
        offers=tuple(_offer(table["id"], text) for text in table.get("text", ())),
    )


def _offer(agreement: str, table: Mapping[str, Any]) -> Offer:
    return Offer(
        agreement=agreement,
        part=table["part"],
        title=table["title"],
        language=table["language"],
        articles=tuple(table["articles"]),
        words=tuple(table["words"]),
        addresses=tuple(Address(**{**one, "status": Status(one["status"])}) for one in table["address"]),
    )


def listing(agreement: str) -> Listing:
    """What is listed of an agreement, whatever the case of its id.

    Raises:
        UnknownNameError: nothing is; the message names the nearest id for which something is.
    """
    known = listings()
    found = known.get(agreement.upper())
    if found is not None:
        return found
    if catalogue.find_facts(agreement) is not None:
        raise UnknownNameError(
            f"No official address is listed for {agreement.upper()}: download its text with a browser and open the "
            "file here."
        )
    raise UnknownNameError(
        f"No agreement is called {agreement}{catalogue.near(agreement, known)}: "
        "`synoptic get --list` shows those whose official texts are listed."
    )


def offers(agreement: str, language: str | None = None, chapters: Sequence[str] = ()) -> tuple[Offer, ...]:
    """The texts of an agreement in a language (any, if none is given) that hold one of `chapters` (all, if none is
    given). A text of the whole agreement holds every chapter. Empty where nothing is listed but a page.

    Raises:
        UnknownNameError: the agreement, its language or its chapter is not listed.
    """
    listed = listing(agreement)
    if not listed.offers:
        return ()
    spoken = [offer for offer in listed.offers if language is None or offer.language == language]
    if not spoken:
        raise UnknownNameError(
            f"No official text of {listed.id} is listed in {language}: listed are "
            f"{_and(offer.language for offer in listed.offers)}."
        )
    chosen = [offer for offer in spoken if not chapters or offer.part == "whole" or offer.part in chapters]
    if not chosen:
        raise UnknownNameError(
            f"Chapter {', '.join(chapters)} of {listed.id} is not listed: listed are "
            f"{_and(offer.part for offer in spoken)}."
        )
    return tuple(chosen)


def _and(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
