"""The forms that headings of articles and divisions take, by the line alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from comparer.model import Kind
from comparer.structure.numbers import WORDS, division_kind, normal_number

_ARTICLE_NUMBER = (
    r"(?:\d+(?:\s?[.\-–]\s?\d+)*(?:-?[A-Z]{1,2}(?:\.\d+)?(?![A-Za-z]))?(?:-?\s?(?:bis|ter|quater|BIS|TER)\b)?"
    r"|[A-Z]{1,2}-?\d+(?:\.\d+)?|[IVXLC]+(?:[.-]\d+)?(?![A-Za-z]))"
)
_ARTICLE = re.compile(
    rf"(?P<word>ARTICLE|Article|ART[IÍ]CULO|Art[ií]culo|Artikel|Art\.)\s*-?\s*(?P<number>{_ARTICLE_NUMBER})"
    r"(?P<mark>\s*[:.：–—-])?(?P<rest>.*)$"
)
_ARTICLE_ZH = re.compile(
    r"第\s*(?P<number>\d+(?:\s?[-.]\s?[A-Z]?\d*)*[A-Z]?(?:\.\d+)?|[零一二三四五六七八九十百]+)\s*条(?:之[一二三])?\s*"
    r"(?P<mark>[:：])?(?P<rest>.*)$"
)
_DIVISION = re.compile(
    r"(?P<word>CHAPTER|Chapter|CAP[IÍ]TULO|Cap[ií]tulo|PART|Part|PARTE|Parte|TITLE|Title|T[IÍ]TULO|T[ií]tulo|"
    r"SUB-?SECTION|Sub-?[Ss]ection|SECTION|Section|SECCI[OÓ]N|Secci[oó]n|MODULE|Module|M[OÓ]DULO|M[oó]dulo|"
    r"ANNEX|Annex|ANEXO|Anexo|APPENDIX|Appendix|AP[EÉ]NDICE|Ap[eé]ndice)\s+"
    rf"(?P<number>\d+[A-Z]?(?:-[A-Z0-9]+)*|[IVXLC]+(?:-[A-Z0-9]+)*|(?i:{WORDS})|[A-Z](?:-\d+)?)(?![\w])"
    r"(?P<mark>\s*[:.–—-]+)?(?P<rest>.*)$"
)
_DIVISION_ZH = re.compile(
    r"(?:第?\s*(?P<number>\d+|[零一二三四五六七八九十百]+|[A-Z])\s*(?P<word>章|节|部分|编)"
    r"|(?P<word2>模块|附件|附录)\s*(?P<number2>\d+(?:\s?-\s?[A-Z])?|[IVX]+|[A-Z]|[一二三四五六七八九十]+))"
    r"(?P<mark>\s*[:：\-–—]+)?(?P<rest>.*)$"
)
_PREAMBLE = re.compile(r"(?:PREAMBLE|Preamble|PRE[AÁ]MBULO|Pre[aá]mbulo|序\s*言)$")
_STARTS = frozenset("AaCcPpTtSsMm第模附序BDEFGH")

_ANNEX = re.compile(r"(?:ANNEX|ANEXO|附\s*件)(?=\d?$)")
"""The only annex, without a number; a digit glued to it is a footnote's mark."""
_SOMETHING = re.compile(r"[“\"]?(?:\d{1,3}\s?[.)．、]|\d{1,3}$|[(（][A-Za-z0-9]{1,4}[)）]|[a-z]\))")


class Form(NamedTuple):
    """A line that has the form of a heading."""

    kind: Kind
    number: str
    """As citations have it."""
    colon: bool
    """Whether a colon divides number and title."""
    rest: str
    """The title on the same line, as far as it goes."""
    level: int
    """1 part, 2 chapter/module/annex, 3 section, 4 subsection, 5 article."""


_LEVELS = {
    Kind.PREAMBLE: 1,
    Kind.PART: 1,
    Kind.CHAPTER: 2,
    Kind.MODULE: 2,
    Kind.ANNEX: 2,
    Kind.SECTION: 3,
    Kind.ARTICLE: 5,
}


def level_of(kind: Kind, word: str = "") -> int:
    """How deep a heading of this kind stands: a smaller number holds a greater."""
    if kind is Kind.SECTION and word.lower().startswith("sub"):
        return 4
    return _LEVELS[kind]


def form_of(text: str) -> Form | None:
    """The form of heading that a line has; None where it has none."""
    if text[0] not in _STARTS:
        return None
    for pattern, kind in ((_PREAMBLE, Kind.PREAMBLE), (_ANNEX, Kind.ANNEX)):
        if pattern.match(text):
            return Form(kind, "", colon=False, rest="", level=level_of(kind))
    article = _ARTICLE.match(text) or _ARTICLE_ZH.match(text)
    if article is not None:
        return _form(article, Kind.ARTICLE, "", article["number"])
    division = _DIVISION.match(text)
    if division is not None:
        return _form(division, division_kind(text), division["word"], division["number"])
    chinese = _DIVISION_ZH.match(text)
    if chinese is None:
        return None
    return _form(
        chinese, division_kind(text), chinese["word"] or chinese["word2"], chinese["number"] or chinese["number2"]
    )


def _form(found: re.Match[str], kind: Kind, word: str, number: str) -> Form:
    mark = (found["mark"] or "").strip()
    return Form(kind, normal_number(number), mark in {":", "："}, found["rest"].strip(), level_of(kind, word))


def starts_something(text: str) -> bool:
    """Whether a line starts a numbered item or has the form of a heading."""
    return bool(_SOMETHING.match(text)) or form_of(text) is not None
