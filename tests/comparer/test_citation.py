"""Citations: form, uniqueness, and the way back."""

from __future__ import annotations

import pytest

from comparer.citation import citation, deepest_at, resolve
from comparer.errors import UnknownNameError
from comparer.model import Kind
from tests.comparer.structure.helpers import cited, text_of

RESTARTS = (
    "CHAPTER 1\nGATES\nArticle 1: Iron\nIron is strong.\nArticle 2: Wood\nWood is light.\n"
    "CHAPTER 2\nKEYS\nArticle 1: Brass\nBrass is bright.\nArticle 2: Tin\nTin is soft.\nArticle 3: Lead\nLead is heavy.\n"
)


def test_a_label_stands_before_every_citation() -> None:
    text = text_of("Chapter 14: Gates\nArticle 14.1: Iron\n1. Iron is:\n(a) strong.\n", label="CPTPP")
    assert cited(text) == ["CPTPP Ch. 14", "CPTPP Art. 14.1", "CPTPP Art. 14.1(1)", "CPTPP Art. 14.1(1)(a)"]
    zh = text_of("第14章 城门\n第14.1条 铁\n1. 铁：\n(a) 坚固。\n", label="CPTPP")
    assert cited(zh) == ["CPTPP 第14章", "CPTPP 第14.1条", "CPTPP 第14.1条第1款", "CPTPP 第14.1条第1款(a)项"]


def test_articles_that_restart_bear_their_chapter() -> None:
    assert cited(text_of(RESTARTS), Kind.ARTICLE) == [
        "Ch. 1 Art. 1",
        "Ch. 1 Art. 2",
        "Ch. 2 Art. 1",
        "Ch. 2 Art. 2",
        "Art. 3",
    ]


def test_what_is_still_double_is_counted() -> None:
    text = text_of("Article 1: A\nOne is here.\nArticle 1: A\nOne is here too.\n")
    assert cited(text) == ["Art. 1", "Art. 1 [2]"]
    assert [resolve(text, name) for name in cited(text)] == [0, 1]


def test_resolve_forgives_the_label_and_blanks() -> None:
    text = text_of("Article 1: A\n1. One is here.\n", label="HVC")
    assert resolve(text, "Art.  1(1)") == resolve(text, "HVC Art. 1(1)") == 1
    with pytest.raises(UnknownNameError, match=r"no HVC Art. 9 in test"):
        resolve(text, "HVC Art. 9")


def test_deepest_at() -> None:
    text = text_of("Article 1: A\n1. One is:\n(a) here;\n(b) there.\n\n\n")
    place = text.raw.index("there")
    found = deepest_at(text, place)
    assert found is not None
    assert citation(text, found) == "Art. 1(1)(b)"
    assert deepest_at(text, len(text.raw) - 1) is None
    assert deepest_at(text_of("   Article 1: A\nOne.\n"), 0) is None
