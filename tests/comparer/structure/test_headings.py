"""Headings, and what only looks like one."""

from __future__ import annotations

import pytest

from comparer.model import Kind
from tests.comparer.structure.helpers import cited, text_of

BODY = "The keepers shall mend the gates of the town each spring.\n"


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Article 14.11: Gates and Doors", "14.11", "Gates and Doors"),
        ("ARTICLE 8.73\n\nGates and doors\n", "8.73", "Gates and doors"),
        ("Article 12", "12", ""),
        ("Article 12 Gates", "12", "Gates"),
        ("Article 8.61-F: Gates", "8.61-F", "Gates"),
        ("Artículo 14.11: Puertas", "14.11", "Puertas"),
        ("ARTÍCULO 1-01: Puertas", "1-01", "Puertas"),
        ("Article IV\nGates", "IV", "Gates"),
        ("第14.11条 城门", "14.11", "城门"),
        ("第 14.11 条  城门", "14.11", "城门"),
        ("第14-A.1条：城门", "14-A.1", "城门"),
        ("第十四条 城门", "14", "城门"),
        ("第6.2条：非应邀信息", "6.2", "非应邀信息"),
    ],
)
def test_article_headings(line: str, number: str, title: str) -> None:
    text = text_of(f"{line}\n{BODY}")
    article = text.provisions[text.articles[0]]
    assert (article.number, article.heading) == (number, title)


@pytest.mark.parametrize(
    ("line", "citation"),
    [
        ("CHAPTER FIFTEEN\nGATES", "Ch. 15"),
        ("CHAPTER 12\nGATES", "Ch. 12"),
        ("Chapter IV: Gates", "Ch. IV"),
        ("CAPÍTULO 14 PUERTAS", "Ch. 14"),
        ("Module 4\nGates", "Module 4"),
        ("ANNEX 14-A\nGATES", "Annex 14-A"),
        ("PART TWO\nGATES", "Part 2"),
        ("SECTION F", "Sec. F"),
    ],
)
def test_divisions(line: str, citation: str) -> None:
    assert cited(text_of(f"{line}\n\nArticle 1: Locks\n{BODY}"))[0] == citation


@pytest.mark.parametrize(
    ("line", "citation"),
    [
        ("第十四章 城门", "第14章"),
        ("第 14 章\n城门", "第14章"),
        ("模块4\n城门", "模块4"),
        ("附件14-A--城门", "附件14-A"),
        ("A 节：城门", "第A节"),
    ],
)
def test_chinese_divisions(line: str, citation: str) -> None:
    assert cited(text_of(f"{line}\n\n第1条：锁\n各方应维修城门。\n"))[0] == citation


@pytest.mark.parametrize(
    "running",
    [
        "as provided in\nArticle 3.4 (Locks and Keys) and in the custom of the town.\n",
        "as provided in\nArticle 3.4, the keeper shall wait.\n",
        "subject to\nChapter 9 (Keys) and to the custom of the town.\n",
        "as is said in\nArticle 2\nof the older treaty.\n",
    ],
)
def test_citations_at_a_line_start_are_not_headings(running: str) -> None:
    text = text_of(f"Article 3.1: Gates\n1. The gate is kept {running}2. It is green.\n")
    assert cited(text) == ["Art. 3.1", "Art. 3.1(1)", "Art. 3.1(2)"]


def test_chinese_citations_at_a_line_start_are_not_headings() -> None:
    text = text_of("第3.1条：城门\n1. 城门按照\n第3.4条(锁)和\n第3.5条的规定开放。\n2. 城门为绿色。\n")
    assert cited(text) == ["第3.1条", "第3.1条第1款", "第3.1条第2款"]


def test_a_title_goes_on_over_its_line() -> None:
    text = text_of(f"Article 2: Transfer of Keys between the Keepers of the Several\nTowns\n1. {BODY}")
    assert text.provisions[0].heading == "Transfer of Keys between the Keepers of the Several Towns"


def test_sections_and_annexes_stand_in_their_chapters() -> None:
    text = text_of(
        f"CHAPTER 8\nGATES\nSECTION A\nIron\nArticle 8.1: Rust\n{BODY}SECTION B\nWood\nArticle 8.2: Rot\n{BODY}"
        f"ANNEX 8-A\nPAINT\n1. Paint is green.\nCHAPTER 9\nKEYS\nArticle 9.1: Brass\n{BODY}"
    )
    parents = {p.number: p.parent and text.provisions[p.parent].number for p in text.provisions if p.number}
    assert cited(text, Kind.SECTION) == ["Ch. 8 Sec. A", "Ch. 8 Sec. B"]
    assert parents["8.2"] == "B"
    assert parents["9.1"] == "9"
    assert "Annex 8-A(1)" in cited(text)


def test_a_table_of_contents_is_left_over() -> None:
    rows = "".join(f"Article {n}: Title Number {n}\n" for n in range(1, 7))
    body = "".join(f"Article {n}: Title Number {n}\n{BODY}" for n in range(1, 7))
    text = text_of(f"TABLE OF CONTENTS\nCHAPTER 1\nGATES\n{rows}CHAPTER 1\nGATES\n{body}")
    assert cited(text) == ["Ch. 1", *(f"Art. {n}" for n in range(1, 7))]
    assert text.raw[text.left_over[0].start : text.left_over[0].end] == "TABLE OF CONTENTS"


def test_the_preamble_and_the_title_above_it() -> None:
    text = text_of(
        "Treaty of the Two Towns\n\nThe hill town and the valley town, wishing to keep the peace that their "
        f"grandparents made,\nhave agreed:\n\nArticle 1: Peace\n{BODY}IN WITNESS WHEREOF the mayors have signed.\n"
    )
    assert cited(text) == ["preamble", "Art. 1"]
    assert text.edition.title == "Treaty of the Two Towns"
    left = [text.raw[start:end] for start, end in text.left_over]
    assert left == ["Treaty of the Two Towns", "IN WITNESS WHEREOF the mayors have signed."]
