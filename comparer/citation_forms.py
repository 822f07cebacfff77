"""How each language writes a citation: `Art. 14.11(3)(a)`, `第14.11条第3款(a)项`, `Art. 5.11 Abs. 3 Bst. a`, …

German as the Swiss Federal Chancellery cites (Schreibweisungen, 2013, no. 1013: Abs., Bst., Ziff.), Korean as the
Ministry of Government Legislation writes articles, paragraphs and subparagraphs together (항, 호, 목), French with
`par.` and letters that only close a bracket.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from comparer.model import Kind, Text


class Frame(NamedTuple):
    """What stands before and after a number."""

    before: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one language."""

    preamble: str
    article: Frame
    named: Frame
    """An article or a division that bears a name and no number."""
    divisions: dict[Kind, Frame]
    paragraph: Frame
    item: Frame
    deeper: Frame
    """An item below an item."""
    definition: Frame
    note: Frame
    alone: Frame
    """A footnote that no article or division bears."""
    between: str = " "
    """Between a division and what stands in it."""


_ENGLISH = Forms(
    preamble="preamble",
    article=Frame("Art. "),
    named=Frame('"', '"'),
    divisions={
        Kind.PART: Frame("Part "),
        Kind.CHAPTER: Frame("Ch. "),
        Kind.SECTION: Frame("Sec. "),
        Kind.MODULE: Frame("Module "),
        Kind.ANNEX: Frame("Annex "),
    },
    paragraph=Frame("(", ")"),
    item=Frame("(", ")"),
    deeper=Frame("(", ")"),
    definition=Frame(' "', '"'),
    note=Frame(", fn. "),
    alone=Frame("fn. "),
)
_GERMAN = Forms(
    preamble="Präambel",
    article=Frame("Art. "),
    named=Frame("«", "»"),
    divisions={
        Kind.PART: Frame("Teil "),
        Kind.CHAPTER: Frame("Kap. "),
        Kind.SECTION: Frame("Abschn. "),
        Kind.MODULE: Frame("Modul "),
        Kind.ANNEX: Frame("Anhang "),
    },
    paragraph=Frame(" Abs. "),
    item=Frame(" Bst. "),
    deeper=Frame(" Ziff. "),
    definition=Frame(" «", "»"),
    note=Frame(" Fn. "),
    alone=Frame("Fn. "),
)
_FRENCH = Forms(
    preamble="préambule",
    article=Frame("art. "),
    named=Frame("« ", " »"),
    divisions={
        Kind.PART: Frame("partie "),
        Kind.CHAPTER: Frame("chap. "),
        Kind.SECTION: Frame("sect. "),
        Kind.MODULE: Frame("module "),
        Kind.ANNEX: Frame("annexe "),
    },
    paragraph=Frame(", par. "),
    item=Frame(", ", ")"),
    deeper=Frame(", ", ")"),
    definition=Frame(" « ", " »"),
    note=Frame(", note "),
    alone=Frame("note "),
)
_KOREAN = Forms(
    preamble="전문",
    article=Frame("제", "조"),
    named=Frame("“", "”"),
    divisions={
        Kind.PART: Frame("제", "부"),
        Kind.CHAPTER: Frame("제", "장"),
        Kind.SECTION: Frame("제", "절"),
        Kind.MODULE: Frame("모듈 "),
        Kind.ANNEX: Frame("부속서 "),
    },
    paragraph=Frame("제", "항"),
    item=Frame("", "호"),
    deeper=Frame("", "목"),
    definition=Frame("“", "”"),
    note=Frame(" 각주 "),
    alone=Frame("각주 "),
)
_SIMPLIFIED = Forms(
    preamble="序言",
    article=Frame("第", "条"),
    named=Frame("“", "”"),
    divisions={
        Kind.PART: Frame("第", "部分"),
        Kind.CHAPTER: Frame("第", "章"),
        Kind.SECTION: Frame("第", "节"),
        Kind.MODULE: Frame("模块"),
        Kind.ANNEX: Frame("附件"),
    },
    paragraph=Frame("第", "款"),
    item=Frame("(", ")项"),
    deeper=Frame("(", ")目"),
    definition=Frame("“", "”"),
    note=Frame("脚注"),
    alone=Frame("脚注"),
    between="",
)
_TRADITIONAL = Forms(
    preamble="序言",
    article=Frame("第", "條"),
    named=Frame("「", "」"),
    divisions={
        Kind.PART: Frame("第", "部分"),
        Kind.CHAPTER: Frame("第", "章"),
        Kind.SECTION: Frame("第", "節"),
        Kind.MODULE: Frame("模組"),
        Kind.ANNEX: Frame("附件"),
    },
    paragraph=Frame("第", "款"),
    item=Frame("(", ")項"),
    deeper=Frame("(", ")目"),
    definition=Frame("「", "」"),
    note=Frame("註"),
    alone=Frame("註"),
    between="",
)
_BY_LANGUAGE = {"de": _GERMAN, "fr": _FRENCH, "ko": _KOREAN}


def forms_of(text: Text) -> Forms:
    """The forms of a text's own language; the English ones where it has none of its own here."""
    if text.edition.language == "zh":
        return _TRADITIONAL if text.view.count("條") > text.view.count("条") else _SIMPLIFIED
    return _BY_LANGUAGE.get(text.edition.language, _ENGLISH)
