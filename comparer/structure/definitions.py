"""Which words a definition defines."""

from __future__ import annotations

import re

from comparer.structure.terms import other_term

_HEADING = re.compile(
    r"d[ée]fini|interpreta|glossar|glosario|begriffsbestimmung|定[义義]|[释釋][义義]|用[语語]|정의|용어", re.IGNORECASE
)
_PURPOSES = re.compile(
    r"(?:for (?:the )?purposes? of (?:this|the)|a? ?(?:los )?efectos de|para (?:los )?efectos|para (?:los )?propósitos)"
    r"[^.]{0,200}[:,]$|목적상,$|^Für die Zwecke.{0,80}:$|^Aux fins d.{0,100}[:,]$|"
    r"^(?:\d+\.\s*)?[就为為]本.{1,20}而言.{0,30}[:：，,]$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"(?:and\s+)?(?:the (?:terms?|expressions?)\s+)?[“\"‘'«]?(?P<term>[^\n;:.]{1,160}?)"
    r"(?:(?<=[^\W\d])\d{1,3}(?:, ?\d{1,3})*)?[”\"’'»]?(?:(?<=[”\"’'»])[ ]?\d{1,3})?,?(?:\s*\[\d+\])?\s+(?:shall\s+)?"
    r"(?:means?|has the (?:same )?meanings?|have the (?:same )?meanings?|includes?|refers? to|is defined|are defined)\b"
)
_SPANISH = re.compile(
    r"(?:el término\s+)?[“\"‘'«]?(?P<term>[^\n;.]{1,160}?)(?<![0-9])(?:\d{1,2})?[”\"’'»]?\s*:?,?\s+"
    r"(?:significan?|se entender[áa]n?|se entiende|comprenden?|incluyen?|tiene el (?:mismo )?significado|se refiere)\b"
)
_CHINESE = re.compile(
    r"(?:术语)?[“\"‘]?(?P<term>《?[^\n，。；：、“”]{1,40}?)(?:(?<=[^\d\s])\d{1,3})?[”\"’]?"
    r"(?:是指|系指|指(?!定|南|示|引|标|数)|的定义见|的定义与|具有.{0,12}含义|包括)"
)
_QUOTED = re.compile(r"(?:the terms?\s+)?[“\"‘'«]|bedeute[nt] «")
_NOT_A_TERM = re.compile(
    r"^(?:but|provided|except|unless|where|it|this|these|such|however|nor|which|that|pero|siempre|excepto|salvo)\b|^但|^除非|"
    r"\b(?:shall|which|that is|means|does|not include|may)\b|[(（](?:[a-z]|[ivx]+)[)）]\s",
    re.IGNORECASE,
)
_MOST_WORDS = 18


def defines(heading: str) -> bool:
    """Whether an article's heading says that it holds definitions."""
    return bool(_HEADING.search(heading))


def opens_definitions(sentence: str) -> bool:
    """Whether a line such as "For the purposes of this Article:" says that definitions follow."""
    return sentence.endswith((":", ",", "：", "，")) and bool(_PURPOSES.search(sentence))


def is_quoted(text: str) -> bool:
    """Whether a line begins with a quoted term."""
    return bool(_QUOTED.match(text))


def term_of(text: str) -> str | None:
    """The term that `text` defines, without quotation marks and footnote marks; None where it defines none."""
    head = text[:260]
    found = _ENGLISH.match(head) or _SPANISH.match(head) or _CHINESE.match(head)
    named = found["term"] if found is not None else other_term(head)
    if named is None:
        return None
    term = " ".join(named.replace("\x00", "").split()).strip(" “”\"‘’'«»:,")
    if not term or len(term.split()) > _MOST_WORDS or _NOT_A_TERM.search(term):
        return None
    return term
