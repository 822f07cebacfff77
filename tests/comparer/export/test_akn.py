"""Akoma Ntoso: what is written is valid, and read back it is the same text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comparer.clean import clean
from comparer.export.akn import akn_document
from comparer.model import FileFacts, Kind, Status, Text
from comparer.reading import read
from tests.comparer.export.akn_schema import faults

BELLS = """Preamble

The hills and the valleys, wishing to ring "together" & in tune, agree as follows:

Chapter 2: Bells

Article 2.1: Definitions

For the purposes of this Chapter:

bell means a hollow vessel;

gong[1] means a flat bell.

[1] A pan is no gong.

Article 2.2: Ringing 2

2 Whistling is not ringing.

1. Each side shall:

(a) ring its bells < 5 times a day; and

(b) keep:

(i) one rope; or

(ii) two,

for each bell.

2. No rope shall be cut.

Annex 2-A: Towers

Towers are listed here.
"""


def _read(tmp_path: Path, words: str, name: str = "a.txt") -> Text:
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    return read(path)


def _again(tmp_path: Path, text: Text) -> Text:
    path = tmp_path / "written.xml"
    path.write_bytes(akn_document(text))
    return read(path)


def _said(text: Text) -> Counter[tuple[str, ...]]:
    """Every provision with its place and its words, soft hyphens away."""
    return Counter(
        (
            each.kind.value,
            each.number,
            each.heading,
            *(() if each.parent is None else (text.provisions[each.parent].kind, text.provisions[each.parent].number)),
            clean(text, each.index, children=False).text.replace("\u00ad", ""),
        )
        for each in text.provisions
    )


def _anchored(text: Text) -> int:
    return sum(each.anchor is not None for each in text.provisions)


@pytest.fixture
def bells(tmp_path: Path) -> Text:
    return _read(tmp_path, BELLS)


def test_it_is_valid(bells: Text) -> None:
    assert faults(akn_document(bells)) == []


def test_the_same_text_comes_back(bells: Text, tmp_path: Path) -> None:
    again = _again(tmp_path, bells)
    assert _said(again) == _said(bells)
    assert [each.kind for each in again.provisions if each.kind is not Kind.FOOTNOTE] == [
        each.kind for each in bells.provisions if each.kind is not Kind.FOOTNOTE
    ]
    assert _anchored(again) == _anchored(bells) == 2


def test_words_behind_a_list_and_notes_in_their_places(bells: Text) -> None:
    written = akn_document(bells).decode()
    assert "<wrapUp><p>for each bell.</p></wrapUp>" in written
    assert '<heading>Ringing<authorialNote eId="fn_2" marker="2" placement="bottom">' in written
    assert '<term refersTo="#term-gong">gong</term><authorialNote' in written
    assert "&lt; 5 times" in written
    assert '<point eId="chp_2__art_2-2__para_1__point_b__point_ii"><num>(ii)</num>' in written


def test_what_is_known_of_the_edition_comes_back(bells: Text, tmp_path: Path) -> None:
    facts = FileFacts('Hills "and" Valleys', "2031-05-03", "2032-01-01", ("HIL", "VAL"))
    edition = replace(
        bells.edition,
        label="BELLS",
        agreement="BELLS",
        language="en",
        status=Status.RESTATEMENT,
        address="https://example.org/a?b&c",
        retrieved="2031-06-01",
        facts=facts,
    )
    stated = replace(bells, edition=edition)
    assert faults(akn_document(stated)) == []
    again = _again(tmp_path, stated).edition
    for name in ("label", "title", "agreement", "language", "status", "address", "retrieved", "facts"):
        assert getattr(again, name) == getattr(edition, name)
    assert again.format == "akn"


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name",
    [
        "cptpp/cptpp_ch14.en.split.txt",
        "cptpp/cptpp_ch14.zh.split.txt",
        "rcep/rcep_ch12_en.extract.txt",
        "depa/depa_zh_full.txt",
        "depa/depa_ko_full_treaty-2572.md",
        "efta-moldova-fta/efta-moldova_de_full_cc-2025-220.md",
        "japan-eu-epa/jeepa_en_full.txt",
        "ceta/ceta_en_full.txt",
    ],
)
def test_authentic_texts_come_back(corpus: Path, tmp_path: Path, name: str) -> None:
    text = read(corpus / "authentic" / name)
    assert faults(akn_document(text)) == []
    again = _again(tmp_path, text)
    assert _said(again) == _said(text)
    assert again.edition.language == text.edition.language


_LINES = st.sampled_from(
    ["Article 1: Bells", "Article 2", "Chapter 3: Ropes", "1. Each bell rings.", "2. A rope:", "(a) holds; and", "(b) pulls",
     "(i) up;", "bell means a gong;", "for all.", "Annex A", "[1] A note.", "A word[1] here.", "1 Noted.", "gong1 & <bell>",
     "Definitions", "Preamble", "Agreeing as follows:", "", "", "\u00adx\u00ad", "\ufffe bad"]
)  # fmt: skip


@given(st.lists(_LINES, max_size=25))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back(tmp_path: Path, lines: list[str]) -> None:
    text = _read(tmp_path, "\n".join(["Article 1: First", "", "1. Bells ring.", *lines]))
    assert faults(akn_document(text)) == []
    again = _again(tmp_path, text)
    assert sum(_said(again).values()) == sum(_said(text).values())
    assert [(each.kind, each.number) for each in again.provisions if each.kind is Kind.ARTICLE] == [
        (each.kind, each.number) for each in text.provisions if each.kind is Kind.ARTICLE
    ]
