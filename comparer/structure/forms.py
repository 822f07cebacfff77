"""The forms that headings of articles and divisions take, by the line alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from comparer.model import Kind
from comparer.structure.numbers import WORDS, division_kind, normal_number

_ARTICLE_NUMBER = (
    r"(?:1er\b|\d+(?:\s?[.\-–]\s?\d+)*(?:-?[A-Z]{1,2}(?:\.\d+)?(?![A-Za-z]))?(?:-?\s?(?:bis|ter|quater|BIS|TER)\b)?"
    r"|[A-Z]{1,2}-?\d+(?:\.\d+)?|[IVXLC]+(?:[.-]\d+)?(?![A-Za-z])"
    rf"|(?i:{WORDS})(?![\w-]))"
)
_ARTICLE = re.compile(
    rf"(?P<word>ARTICLES?|Article|ART[IÍ]CULO|Art[ií]culo|ARTIKEL|Artikel|Art\.)\s*-?\s*(?P<number>{_ARTICLE_NUMBER})"
    r"(?P<mark>\s*(?:[.。]-|[:：](?!\d)|[.–—-]))?(?!:\d)(?P<rest>.*)$"
)
_ARTICLE_ZH = re.compile(
    r"第\s*(?P<number>\d+(?:\s?[-.]\s?[A-Z]?\d*)*[A-Z]?(?:\.\d+)?|[零一二三四五六七八九十百]+)\s*[条條](?:之[一二三])?\s*"
    r"(?P<mark>[:：])?(?P<rest>.*)$"
)
_ARTICLE_KO = re.compile(
    r"제\s?(?P<number>\d+[가-하]?(?:\.\d+)?|[가-하]\.\d+)\s?조(?P<branch>의\s?\d+)?"
    r"(?=$|[\s(（:：]|(?!를|는|은|에|의|와|로|가|도|및|까지|부터|제|이|상|항)[가-힣])\s*(?P<mark>[:：])?(?P<rest>.*)$"
)
_DIVISION = re.compile(
    r"(?P<word>CHAPTER|Chapter|CAP[IÍ]TULO|Cap[ií]tulo|PART|Part|PARTE|Parte|TITLE|Title|T[IÍ]TULO|T[ií]tulo|"
    r"SUB-?SECTION|Sub-?[Ss]ection|SECTION|Section|SECCI[OÓ]N|Secci[oó]n|MODULE|Module|M[OÓ]DULO|M[oó]dulo|"
    r"ANNEXE?|Annexe?|ANEXO|Anexo|APPENDI(?:X|CE)|Appendi(?:x|ce)|AP[EÉ]NDICE|Ap[eé]ndice|CHAPITRE|Chapitre|TITRE|Titre|"
    r"PARTIE|Partie|KAPITEL|Kapitel|ABSCHNITT|Abschnitt|TEIL|Teil|ANHANG|Anhang)(?:\s+|(?<=ANNEX)(?=[A-Z]\s*$))"
    rf"(?P<number>\d+[A-Z]?(?:-[A-Z0-9]+)*|[IVXLC]+(?:-[A-Z0-9]+)*|(?i:{WORDS})|[A-Z](?:-\d+)?)(?![\w])"
    r"(?P<mark>\s*[:.–—-]+)?(?P<rest>.*)$"
)
_DIVISION_DE = re.compile(
    r"(?P<number>\d{1,2})\.\s?(?P<word>Kapitel|Abschnitt|Teil)(?!\w)(?P<mark>\s*[:.–—-]+)?(?P<rest>.*)$"
)
_DIVISION_ZH = re.compile(
    r"(?:第?\s*(?P<number>\d+|[零一二三四五六七八九十百]+|[A-Z])\s*(?P<word>章|[节節]|部分|[编編])"
    r"|(?P<word2>模块|模組|附[件录錄])\s*(?P<number2>\d+(?:\s?-\s?[A-Z])?|[IVX]+|[A-Z]|[一二三四五六七八九十]+))"
    r"(?P<mark>\s*[:：\-–—]+)?(?P<rest>.*)$"
)
_DIVISION_KO = re.compile(
    r"(?:제\s?(?P<number>\d+)\s?(?P<word>장|절|부|편)"
    r"|(?P<word2>모듈|부속서|부록)\s?(?P<number2>\d+(?:-[가-하])?|[가-하A-Z](?![가-힣A-Za-z])))"
    r"(?=$|[\s(（:：])(?P<mark>\s*[:：])?(?P<rest>.*)$"
)
_PREAMBLE = re.compile(
    r"(?:PREAMBLE|Preamble|PRE[AÁ]MBULO|Pre[aá]mbulo|PR[EÉ]AMBULE|Pr[eé]ambule|PRÄAMBEL|Präambel|序\s*言|前\s*言|서\s?문|전\s?문)$"
)
_STARTS = frozenset("AaCcPpTtSsMmKk第模附序前BDEFGH제모부서전0123456789")
_QUOTES = '“"«「『„'

_ANNEX = re.compile(r"(?:ANNEXE?|ANEXO|ANHANG|附\s*件|부속서)(?=\d?$)|AnnexText:$")
"""The only annex, without a number; a digit glued to it is a footnote's mark. One data set marks it `AnnexText:`."""
_PROTOCOL_KO = re.compile(r"[가-힣][가-힣·ㆍ ]{2,60}(?<!및 )의정서$")
"""A protocol printed behind its agreement, under its own title."""
_SOMETHING = re.compile(r"[“\"]?(?:\d{1,3}\s?[.)．、]|\d{1,3}$|[(（][A-Za-z0-9]{1,4}[)）]|[a-z]\)|[가-하]\.\s)")


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
    quoted: bool = False
    """Whether a quotation mark stands before it: an amending agreement quotes the new text."""


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
    if not text:
        return None
    if text[0] in _QUOTES:
        inner = text[1:].lstrip()
        found = form_of(inner) if inner and inner[0] not in _QUOTES else None
        return found._replace(quoted=True) if found is not None and found.kind is Kind.ARTICLE else None
    if text[0] not in _STARTS:
        return Form(Kind.ANNEX, "", colon=False, rest="", level=2) if _PROTOCOL_KO.match(text) else None
    if text[0].isdecimal():
        german = _DIVISION_DE.match(text)
        return german and _form(german, division_kind(german["word"]), german["word"], german["number"])
    for pattern, kind in ((_PREAMBLE, Kind.PREAMBLE), (_ANNEX, Kind.ANNEX)):
        if pattern.match(text):
            return Form(kind, "", colon=False, rest="", level=level_of(kind))
    return _article(text) or _division(text)


def _article(text: str) -> Form | None:
    found = _ARTICLE.match(text) or _ARTICLE_ZH.match(text)
    if found is not None:
        return _form(found, Kind.ARTICLE, "", found["number"])
    korean = _ARTICLE_KO.match(text)
    return korean and _form(korean, Kind.ARTICLE, "", korean["number"] + (korean["branch"] or "").replace(" ", ""))


def _division(text: str) -> Form | None:
    found = _DIVISION.match(text)
    if found is not None:
        return _form(found, division_kind(text), found["word"], found["number"])
    found = _DIVISION_ZH.match(text) or _DIVISION_KO.match(text)
    if found is None:
        return None
    return _form(found, division_kind(text), found["word"] or found["word2"], found["number"] or found["number2"])


def _form(found: re.Match[str], kind: Kind, word: str, number: str) -> Form:
    mark = (found["mark"] or "").strip()
    rest = found["rest"].strip()
    parted = mark in {":", "：", ".-", "。-"}
    if kind is Kind.ARTICLE and rest[:1] in {"(", "（"} and rest[-1:] in {")", "）"} and found.string[:1] == "제":
        rest = rest[1:-1].strip()
    return Form(kind, normal_number(number), parted, rest, level_of(kind, word))


def starts_something(text: str) -> bool:
    """Whether a line starts a numbered item or has the form of a heading."""
    return bool(_SOMETHING.match(text)) or form_of(text) is not None
