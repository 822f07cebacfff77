"""What is listed of official addresses, and what is said of it."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files
from urllib.parse import urlsplit

import pytest

from comparer import catalogue, official
from comparer.errors import UnknownNameError

OFFICIAL = (
    "asean.org au.int au-afcfta.org commission.europa.eu dfat.gov.au diariooficial.gob.mx "
    "eur-lex.europa.eu gov.uk international.gc.ca mercosur.int mfat.govt.nz mti.gov.sg policy.trade.ec.europa.eu "
    "publications.europa.eu rcepsec.org sice.oas.org ustr.gov wto.org"
)
NAMED_BY_USERS = (
    "CPTPP RCEP USMCA DEPA DEPA-2023 USJDTA SADEA JEEPA JEEPA-2024 UKSDEA KSDPA EU-SINGAPORE-DTA EU-KOREA-DTA UK-JAPAN "
    "AUSTRALIA-UK UK-NZ EU-NZ EU-UK-TCA CETA KORUS AANZFTA AANZFTA-2023 PACIFIC-ALLIANCE AFCFTA-DIGITAL WTO-ECOMMERCE "
    "MERCOSUR-ECOMMERCE ASEAN-ECOMMERCE"
)
LISTINGS = official.listings()
OFFERS = [offer for listed in LISTINGS.values() for offer in listed.offers]


def test_every_agreement_that_users_name_is_listed_with_a_text_or_with_what_is_missing():
    assert set(LISTINGS) == set(NAMED_BY_USERS.split())
    for listed in LISTINGS.values():
        assert listed.offers or listed.note, listed.id
        assert listed.name


def test_every_address_is_of_a_depositary_or_a_party():
    urls = [address.url for offer in OFFERS for address in offer.addresses]
    urls += [listed.page for listed in LISTINGS.values()]
    for url in urls:
        parts = urlsplit(url)
        assert parts.scheme in {"http", "https"}
        host = parts.hostname or ""
        assert any(host == known or host.endswith(f".{known}") for known in OFFICIAL.split()), url
        assert url.isascii()
        assert " " not in url


def test_every_address_says_whether_and_where_it_was_seen():
    table = tomllib.loads((files("resources") / "official.toml").read_text(encoding="utf-8"))
    assert date.fromisoformat(table["checked"])
    for offer in OFFERS:
        for address in offer.addresses:
            assert address.found
            assert address.publisher
            assert address.format in {"pdf", "html", "docx"}
            assert isinstance(address.confirmed, bool)
            assert not address.found.endswith(".")


def test_every_text_says_by_what_it_is_recognised():
    for offer in OFFERS:
        assert offer.articles or offer.words, offer.name
        assert all(word == word.casefold() for word in offer.words)
        if offer.part.isdigit():
            assert all(number.startswith(f"{offer.part}.") or "." not in number for number in offer.articles), (
                offer.name
            )


def test_no_two_texts_would_have_one_name():
    stems = [offer.file_stem for offer in OFFERS]
    assert len(stems) == len(set(stems))


def test_chapters_and_languages_are_those_that_the_agreement_is_known_by():
    for offer in OFFERS:
        facts = catalogue.find_facts(offer.agreement)
        if facts is not None and offer.part.isdigit() and offer.title.startswith(("Electronic", "Digital")):
            assert facts.digital_chapter.split(",")[0] == offer.part, offer.name


@pytest.mark.parametrize("known", sorted(set(NAMED_BY_USERS.split()) - {"AFCFTA-DIGITAL", "WTO-ECOMMERCE"}))
def test_what_is_listed_is_an_agreement_that_is_known(known: str):
    assert catalogue.facts(known).id == known


def test_a_whole_text_holds_every_chapter():
    assert [offer.part for offer in official.offers("rcep", chapters=["12"])] == ["whole"]
    assert [offer.part for offer in official.offers("usmca", "en", ["19"])] == ["19"]
    assert official.offers("KORUS", "ko", ["15"]) == ()


def test_names_that_are_not_listed():
    with pytest.raises(UnknownNameError, match=r"listed in de: listed are en, fr\."):
        official.offers("USMCA", "de")
    with pytest.raises(UnknownNameError, match=r"Chapter 14 of USMCA is not listed: listed are 19, 32\."):
        official.offers("USMCA", "en", ["14"])
    with pytest.raises(UnknownNameError, match="did you mean CPTPP"):
        official.listing("CPTP")
