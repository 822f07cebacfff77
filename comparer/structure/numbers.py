"""How treaties number their parts: words, Roman and Chinese numerals, and what a heading's number means."""

from __future__ import annotations

import re

from comparer.model import Kind

_UNITS = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_SPANISH = re.findall(
    r"\w+",
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco",
)
_ORDINALS = {
    name: value
    for value, names in enumerate(
        (
            "premier première 1er 1re primero primera",
            "deuxième second seconde segundo segunda",
            "troisième tercero tercera",
            "quatrième cuarto cuarta",
            "cinquième quinto quinta",
            "sixième sexto sexta",
            "septième séptimo séptima",
            "huitième octavo octava",
            "neuvième noveno novena",
            "dixième décimo décima",
        ),
        1,
    )
    for name in names.split()
}
"""French and Spanish ordinals, as the first articles and chapters of older treaties bear them."""
_FRENCH = re.findall(
    r"\w+", "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CHINESE = {character: value for value, character in enumerate("零一二三四五六七八九十")}

WORDS = (
    r"(?:(?:TWENTY|THIRTY|FORTY)(?:[ -](?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE))?|"
    + "|".join(
        sorted((word.upper() for word in (*_UNITS[1:], *_SPANISH[1:], *_FRENCH[2:], *_ORDINALS)), key=len, reverse=True)
    )
    + ")"
)
"""Matches a number in English, Spanish or French words; use with `re.IGNORECASE`."""

_KINDS: tuple[tuple[str, Kind], ...] = (
    (r"preamble|pre[aá]mbulo|pr[eé]ambule|präambel|序言|서문|전문", Kind.PREAMBLE),
    (r"sub-?section|(?:sous-)?section|secci[oó]n|(?:unter)?abschnitt|第?.{1,4}[节節]|제.{1,4}절", Kind.SECTION),
    (r"module|m[oó]dulo|模块|模組|모듈", Kind.MODULE),
    (r"annex|anexo|annexe|appendi[xc]|ap[eé]ndice|protocol|schedule|anhang|附[件录錄]|부속서|부록", Kind.ANNEX),
    (r"part(?!ner)|parte|title|t[ií]tulo|titre|teil|第.+(?:部分|[编編])|제.{1,4}[부편]", Kind.PART),
)
_LEADING = re.compile(
    r"(?:sub-?section|(?:sous-)?section|chapter|part|title|module|annexe?|appendi(?:x|ce)|protocol|schedule|articles?|art\.|"
    r"cap[ií]tulo|secci[oó]n|parte|t[ií]tulo|m[oó]dulo|anexo|ap[eé]ndice|art[ií]culos?|chapitre|titre|partie|artikel|"
    r"kapitel|abschnitt|anhang|teil)(?![a-z])[\s.:\-–—]*",
    re.IGNORECASE,
)


def division_kind(heading: str) -> Kind:
    """What `CHAPTER 14`, `TITLE IV`, `Preamble` or `Section A` is; a chapter where the words do not say."""
    for pattern, kind in _KINDS:
        if re.match(pattern, heading.strip(), re.IGNORECASE):
            return kind
    return Kind.CHAPTER


def normal_number(text: str) -> str:
    """The bare number of `ARTICLE 14.11`, `CHAPTER FIFTEEN` (15), `Artículo 3 BIS`, `第十四章` (14).

    Roman numerals and letters stay as they are, for that is how they are cited.
    """
    bare = _LEADING.sub("", text.strip(), count=1).strip(" \t.:;–—-\x00")
    value = word_value(bare)
    if value is None and bare and all(character in _CHINESE or character == "百" for character in bare):
        value = chinese_value(bare)
    if value is not None:
        return str(value)
    return re.sub(r"\s*([.\-–])\s*", lambda found: found[1].replace("–", "-"), " ".join(bare.split()))


def word_value(words: str) -> int | None:
    """`fifteen`, `TWENTY-ONE`, `quince`, `premier`; None for anything else."""
    lowered = words.lower()
    if lowered in _ORDINALS:
        return _ORDINALS[lowered]
    for names in (_UNITS, _SPANISH, _FRENCH):
        if lowered in names:
            return names.index(lowered)
    tens, _, units = lowered.replace("-", " ").partition(" ")
    if tens not in _TENS:
        return None
    if not units:
        return _TENS[tens]
    return _TENS[tens] + _UNITS.index(units) if units in _UNITS[1:10] else None


def roman_value(letters: str) -> int | None:
    """`iv` is 4; None where the letters are no Roman numeral (`iiii`, `ic`)."""
    lowered = letters.lower()
    if not re.fullmatch(r"c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", lowered) or not lowered:
        return None
    total = 0
    for here, after in zip(lowered, [*lowered[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if _ROMAN.get(after, 0) > value else value
    return total


def chinese_value(characters: str) -> int | None:
    """`十四` is 14, `二十` 20, `一百零三` 103; None where the characters are no numeral."""
    total = digit = 0
    for character in characters:
        if character == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif character == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif character in _CHINESE:
            digit = _CHINESE[character]
        else:
            return None
    return total + digit or None
