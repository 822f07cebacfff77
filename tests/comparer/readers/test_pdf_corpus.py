"""Authentic bilingual print-outs: each language as complete as in the plain text that was made of it by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from comparer.citation import citation
from comparer.clean import clean
from comparer.coding import code
from comparer.ledger import ledger
from comparer.model import Kind, Text
from comparer.reading import read, read_texts
from comparer.workbench import open_text, open_texts
from rules.model import CORE_TOPICS

pytestmark = pytest.mark.corpus

CHAPTER = "cptpp_ch14"
COUNTS = [
    # name, language, articles, paragraphs, definitions, footnotes
    (CHAPTER, "en", 18, 41, 8, 8),
    (CHAPTER, "zh", 18, 41, 8, 8),
    ("cptpp_ch29_exceptions", "en", 8, 22, 3, 12),
    ("cptpp_ch29_exceptions", "zh", 8, 22, 3, 12),
    ("cptpp_agreement", "en", 7, 18, 0, 6),
    ("cptpp_agreement", "zh", 7, 18, 0, 6),
]


def file(corpus: Path, name: str) -> Path:
    return corpus / "authentic" / "cptpp" / f"{name}_zh-en_bilingual.pdf"


def plain(corpus: Path, name: str, language: str) -> Path:
    return corpus / "authentic" / "cptpp" / f"{name}.{language}.split.txt"


def shape(text: Text, *, notes: bool = True) -> list[tuple[str, str, str]]:
    """Every provision by its citation, with its heading and its own words."""
    return [
        (citation(text, p.index), p.heading, clean(text, p.index, children=False).text)
        for p in text.provisions
        if notes or p.kind is not Kind.FOOTNOTE
    ]


@pytest.mark.parametrize("expected", COUNTS, ids=lambda expected: f"{expected[0]}-{expected[1]}")
def test_counts(corpus: Path, expected: tuple[str, str, int, int, int, int]) -> None:
    name, language, articles, paragraphs, definitions, notes = expected
    text = read(file(corpus, name), language=language)
    kinds = Counter(p.kind for p in text.provisions)
    found = (kinds[Kind.ARTICLE], kinds[Kind.PARAGRAPH], kinds[Kind.DEFINITION], kinds[Kind.FOOTNOTE])
    assert found == (articles, paragraphs, definitions, notes)
    assert all(p.anchor is not None for p in text.provisions if p.kind is Kind.FOOTNOTE)
    # Page numbers (348, 14-1) are left over, and nothing that is not so in the plain text: the agreement's name.
    left = {"".join(item.text.split()) for item in ledger(text).left_over}
    typed = {"".join(item.text.split()) for item in ledger(read(plain(corpus, name, language))).left_over}
    assert {words for words in left if not words.replace("-", "").isdecimal()} <= typed


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [CHAPTER, "cptpp_agreement"])
def test_structure_and_words_are_those_of_the_plain_text(corpus: Path, name: str, language: str) -> None:
    printed = read(file(corpus, name), language=language, label="CPTPP")
    typed = read(plain(corpus, name, language), label="CPTPP")
    assert shape(printed) == shape(typed)


def test_footnotes_that_the_plain_text_loses(corpus: Path) -> None:
    """Where marks stand on lines of their own, the plain text loses two notes; a note called thrice hangs on the first."""
    printed = read(file(corpus, "cptpp_ch29_exceptions"), language="zh", label="CPTPP")
    found = {p.number: citation(printed, p.parent or 0) for p in printed.provisions if p.kind is Kind.FOOTNOTE}
    assert list(found) == [str(number) for number in range(1, 13)]
    assert found["9"] == "CPTPP 第29.4条第6款(a)项"
    assert found["10"] == "CPTPP 第29.4条第6款(h)项"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_codes_are_those_of_the_plain_text(corpus: Path, language: str) -> None:
    printed = read(file(corpus, CHAPTER), language=language, label="CPTPP")
    typed = read(plain(corpus, CHAPTER, language), label="CPTPP")
    for one, other in zip(code(printed, CORE_TOPICS), code(typed, CORE_TOPICS), strict=True):
        assert (one.topic, one.discipline, one.strength, one.scope, one.breadth, one.enforcement) == (
            other.topic,
            other.discipline,
            other.strength,
            other.scope,
            other.breadth,
            other.enforcement,
        )
        assert one.citations == other.citations
        assert [(e.kind, e.tests, e.citation) for e in one.exceptions] == [
            (e.kind, e.tests, e.citation) for e in other.exceptions
        ]


def test_both_languages_have_one_structure(corpus: Path) -> None:
    texts = read_texts(file(corpus, CHAPTER))
    assert [text.edition.language for text in texts] == ["en", "zh"]
    english, chinese = ([(p.kind, p.number) for p in t.provisions if p.kind is not Kind.DEFINITION] for t in texts)
    assert english == chinese


def test_texts_are_named_by_their_language(corpus: Path) -> None:
    path = str(file(corpus, CHAPTER))
    assert open_text(f"{path}#zh").edition.language == "zh"
    assert open_text(path).edition.language == "en"
    assert [text.edition.name for text in open_texts(path)] == [path, f"{path}#zh"]
    assert f"{path}#zh" in open_text(path).edition.note
