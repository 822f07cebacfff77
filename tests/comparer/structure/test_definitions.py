"""Definitions: the term is the number."""

from __future__ import annotations

import pytest

from comparer.model import Kind
from comparer.structure.definitions import term_of
from tests.comparer.structure.helpers import cited, text_of, words


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("ferry means a boat that crosses;", "ferry"),
        ("ferry1 means a boat", "ferry"),
        ("the term “ferry” means a boat", "ferry"),
        ("‘ferry’ means a boat", "ferry"),
        ("ferry or crossing boat has the meaning given in Article 1;", "ferry or crossing boat"),
        ("GATT 1994 means the General Agreement", "GATT 1994"),
        ("barco significa una nave;", "barco"),
        ("渡船指过河的船；", "渡船"),
        ("渡船3指过河的船；", "渡船"),
        ("“渡船”是指过河的船", "渡船"),
        ("GATT 1994指总协定", "GATT 1994"),
        ("渡船的定义见第1条；", "渡船"),
        ("but does not include rafts", None),
        ("Each side shall keep whatever means it has", None),
        ("The boats are blue.", None),
    ],
)
def test_terms(line: str, term: str | None) -> None:
    assert term_of(line) == term


def test_plain_lettered_and_nested_definitions() -> None:
    text = text_of(
        "Article 1: Definitions\nFor the purposes of this Chapter:\nferry means a boat;\nkeeper means:\n"
        "(a) a natural person; or\n(b) a guild,\nbut does not include a child; and\ntoll means a fee.\n"
    )
    assert cited(text) == [
        "Art. 1",
        'Art. 1 "ferry"',
        'Art. 1 "keeper"',
        'Art. 1 "keeper"(a)',
        'Art. 1 "keeper"(b)',
        'Art. 1 "toll"',
    ]
    assert words(text, 'Art. 1 "keeper"').endswith("but does not include a child; and")


def test_lettered_definitions() -> None:
    text = text_of(
        "Article 1: Definitions\n(a) ferry means a boat;\n(b)\n\n‘toll’ means:\n\n(i)\n\na fee; or\n\n(ii)\n\na gift.\n"
    )
    assert cited(text, Kind.DEFINITION) == ['Art. 1 "ferry"', 'Art. 1 "toll"']
    assert words(text, 'Art. 1 "ferry"') == "ferry means a boat;"
    assert cited(text, Kind.SUBPARAGRAPH) == ['Art. 1 "toll"(i)', 'Art. 1 "toll"(ii)']


def test_definitions_within_another_article() -> None:
    text = text_of(
        "Article 9: Taxes\n1. For the purposes of this Article:\ntithe means a tenth; and\ntoll means a fee.\n"
        "2. No tithe shall be taken.\n"
    )
    assert cited(text) == ["Art. 9", "Art. 9(1)", 'Art. 9 "tithe"', 'Art. 9 "toll"', "Art. 9(2)"]


def test_chinese_definitions() -> None:
    text = text_of("第1.3条：定义\n就本协定而言：\n渡船指过河的船；\n看守人指：\n(a) 自然人；或\n(b) 行会。\n")
    assert cited(text, Kind.DEFINITION) == ["第1.3条“渡船”", "第1.3条“看守人”"]
