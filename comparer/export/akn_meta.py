"""The head of an Akoma Ntoso file: what the text is, in the terms of FRBR."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from comparer.model import Edition, Text
from comparer.readers.akomantoso.vocabulary import LANGUAGES, OWN_NAMESPACE

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNKNOWN = "1000-01-01"
"""The standard asks for a date even where none is known; this one is named `unstated`."""
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def attribute(value: str) -> str:
    """A value with its quotation marks, escaped."""
    return quoteattr(_UNPRINTABLE.sub("", value), {"\n": " ", "\r": " ", "\t": " "})


def slug(words: str) -> str:
    """Words as a part of an identifier: small letters, digits and hyphens; never empty."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60] or "x"


def meta(text: Text, terms: Iterable[tuple[str, str]]) -> str:
    """The element `meta`; `terms` are defined terms by their `eId`."""
    edition = text.edition
    return (
        f'<meta><identification source="#synoptic">{_work(edition)}{_expression(edition)}{_manifestation(edition)}'
        f"</identification>{_references(edition, terms)}{_proprietary(edition)}</meta>"
    )


def _iri(edition: Edition) -> str:
    """`/akn/int/act/treaty/2018-03-08/cptpp`: the naming convention, with `int` for what no one country made."""
    date = edition.facts.signed if _DATE.fullmatch(edition.facts.signed) else _UNKNOWN
    return f"/akn/int/act/treaty/{date}/{slug(edition.agreement or edition.label or edition.title)}"


def _language(edition: Edition) -> str:
    return LANGUAGES.get(edition.language, edition.language or "und")


def _work(edition: Edition) -> str:
    iri = _iri(edition)
    facts = edition.facts
    dates = [_date(facts.signed, "signed")] if _DATE.fullmatch(facts.signed) else [_date(_UNKNOWN, "unstated")]
    if _DATE.fullmatch(facts.in_force):
        dates.append(_date(facts.in_force, "in force"))
    title = edition.title or edition.label
    alias = f'<FRBRalias name="title" value={attribute(title)}/>' if title else ""
    return (
        f'<FRBRWork><FRBRthis value="{iri}/!main"/><FRBRuri value="{iri}"/>{alias}{"".join(dates)}'
        '<FRBRauthor href="#parties"/><FRBRcountry value="int"/></FRBRWork>'
    )


def _expression(edition: Edition) -> str:
    language = _language(edition)
    iri = f"{_iri(edition)}/{language}@"
    return (
        f'<FRBRExpression><FRBRthis value="{iri}/!main"/><FRBRuri value="{iri}"/>{_edited(edition)}'
        f'<FRBRauthor href="#parties"/><FRBRlanguage language="{language}"/></FRBRExpression>'
    )


def _manifestation(edition: Edition) -> str:
    iri = f"{_iri(edition)}/{_language(edition)}@.akn"
    return (
        f'<FRBRManifestation><FRBRthis value="{iri}/!main"/><FRBRuri value="{iri}"/>{_edited(edition)}'
        '<FRBRauthor href="#synoptic"/></FRBRManifestation>'
    )


def _edited(edition: Edition) -> str:
    retrieved = edition.retrieved[:10]
    return _date(retrieved, "retrieved") if _DATE.fullmatch(retrieved) else _date(_UNKNOWN, "unstated")


def _date(day: str, name: str) -> str:
    return f'<FRBRdate date="{day}" name="{name}"/>'


def _references(edition: Edition, terms: Iterable[tuple[str, str]]) -> str:
    parties = "".join(
        f'<TLCOrganization eId="party-{place}" href="/akn/ontology/organization/int/party/{slug(party)}" '
        f"showAs={attribute(party)}/>"
        for place, party in enumerate(edition.facts.parties, 1)
    )
    defined = "".join(
        f'<TLCTerm eId="{name}" href="/akn/ontology/term/int/{name}" showAs={attribute(term)}/>' for name, term in terms
    )
    return (
        '<references source="#synoptic">'
        '<TLCOrganization eId="synoptic" href="/akn/ontology/organization/int/synoptic" showAs="Synoptic"/>'
        '<TLCOrganization eId="parties" href="/akn/ontology/organization/int/parties" showAs="The Parties"/>'
        f"{parties}{defined}</references>"
    )


def _proprietary(edition: Edition) -> str:
    """What the standard has no place for; a reader of ours takes it back."""
    values = {
        "label": edition.label,
        "title": edition.title,
        "name": edition.facts.name,
        "status": edition.status.value,
        "agreement": edition.agreement or "",
        "address": edition.address,
        "retrieved": edition.retrieved,
        "source-sha256": edition.sha256,
        "source-format": edition.format,
        "note": edition.note,
    }
    written = " ".join(f"{name}={attribute(value)}" for name, value in values.items() if value)
    return f'<proprietary source="#synoptic"><edition xmlns="{OWN_NAMESPACE}" {written}/></proprietary>'
