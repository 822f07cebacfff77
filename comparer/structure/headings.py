"""Headings of articles and divisions, recognised by their form and by the order of their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.model import Kind
from comparer.structure.lines import Line
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

_ENDED = re.compile(r"[.;:!?。；：！？”\"’)]\W*$|[;,]\s*(?:and|or|y|o|e|u)$|[^\w\s]$")
_OPERATIVE = re.compile(
    r"\b(?:shall|may|means(?!$)|recogni[sz]es?|agrees?|affirms?|does|do|is|are|applies|apply|will|deberá|podrá|significa|"
    r"convienen|reconocen|of this|of that|above|below)\b|不得|应当|所述|项下"
)
_SMALL = frozenset(
    "a an and as at by for from in into its nor of on or over per the to upon versus vs with within without under "
    "de del el la las los y e o u en con para por al a su sobre entre".split()
)
_LONGEST_TITLE = 220


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: lines `first` to `last` (both included) are its own."""

    kind: Kind
    number: str
    title: str
    first: int
    last: int
    level: int = 0
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


def find_headings(lines: list[Line]) -> list[Heading]:
    """Every heading, in order. Nothing that a running text merely cites at a line's start."""
    found: list[Heading] = []
    place = 0
    while place < len(lines):
        heading = _heading_at(lines, place, found)
        if heading is None:
            place += 1
        else:
            found.append(heading)
            place = heading.last + 1
    return found


def _heading_at(lines: list[Line], place: int, found: list[Heading]) -> Heading | None:
    text = lines[place].text
    if text[0] not in _STARTS or len(text) > _LONGEST_TITLE:
        return None
    if _PREAMBLE.match(text):
        return Heading(Kind.PREAMBLE, "", text, place, place, level_of(Kind.PREAMBLE))
    article = _ARTICLE.match(text) or _ARTICLE_ZH.match(text)
    if article is not None:
        return _accepted(
            lines, place, Kind.ARTICLE, "", article["number"], article["mark"], article["rest"], found
        )
    division = _DIVISION.match(text)
    if division is not None:
        word, number = division["word"], division["number"]
    else:
        division = _DIVISION_ZH.match(text)
        if division is None:
            return None
        word, number = division["word"] or division["word2"], division["number"] or division["number2"]
    kind = division_kind(text)
    return _accepted(lines, place, kind, word, number, division["mark"], division["rest"], found)


def _accepted(
    lines: list[Line],
    place: int,
    kind: Kind,
    word: str,
    number: str,
    mark: str | None,
    rest: str,
    found: list[Heading],
) -> Heading | None:
    bare = normal_number(number)
    rest = rest.strip()
    after_heading = bool(found) and found[-1].last == place - 1
    stands_free = place == 0 or lines[place].gap > 0 or lines[place].page or after_heading
    ended = place == 0 or after_heading or bool(_ENDED.search(lines[place - 1].text))
    level = level_of(kind, word)
    if not rest:
        if not (stands_free or ended):
            return None
        title, last = _title_below(lines, place)
        return Heading(kind, bare, title, place, last, level)
    colon = mark is not None and mark.strip() in {":", "："}
    if not _is_title(rest, strict=not colon) or not (ended or stands_free or colon):
        return None
    if not colon and kind is Kind.ARTICLE and not _follows(bare, found):
        return None
    title, last = _title_goes_on(lines, place, rest)
    return Heading(kind, bare, title, place, last, level)


def _follows(number: str, found: list[Heading]) -> bool:
    """Whether an article's number can come after the last one's: the next, a first one, or after a small gap."""
    last = next((heading.number for heading in reversed(found) if heading.kind is Kind.ARTICLE), None)
    here = [int(digits) for digits in re.findall(r"\d+", number)]
    if last is None or not here:
        return True
    before = [int(digits) for digits in re.findall(r"\d+", last)]
    if here[-1] == 1 or len(here) != len(before):
        return True
    return before < here and (here[:-1] != before[:-1] or here[-1] <= before[-1] + 5)


def _is_title(text: str, *, strict: bool) -> bool:
    if text[0] in "(（,，;；、.。)）]" and not (
        text[0] in "(（" and text[-1] in ")）" and len(text) < 100 and strict
    ):
        return False
    if text[-1] in ".;,，。；、" and not text.endswith(("etc.", "Inc.")):
        return False
    if not strict:
        return len(text) <= _LONGEST_TITLE
    first = next((character for character in text if character.isalpha()), "")
    if not first or first.islower():
        return False
    if re.match(r"[的和至或及所中第与项款及、]", first) and len(text) > 1 and not text[0].isascii():
        return False
    return not _OPERATIVE.search(text) and len(text) <= 150 and text[-1] not in ":："


def _title_below(lines: list[Line], place: int) -> tuple[str, int]:
    """The title on the line under a number that stands alone, and the heading's last line."""
    below = place + 1
    if below >= len(lines) or lines[below].gap > 3:
        return "", place
    text = lines[below].text
    if _starts_something(text) or not _is_title(text, strict=True):
        return "", place
    following = lines[below + 1] if below + 1 < len(lines) else None
    if following is not None and following.gap == 0 and following.text[0].islower() and not _title_case(text):
        return "", place
    return _title_goes_on(lines, below, text)


def _title_goes_on(lines: list[Line], place: int, title: str) -> tuple[str, int]:
    """A long title's second and third line: in capitals as the first, or where the first cannot end so."""
    last = place
    while last + 1 < len(lines) and last - place < 3:
        below = lines[last + 1]
        if below.gap or below.page or _starts_something(below.text) or len(below.text) > 100:
            break
        if below.text[-1] in ".;:,，。；：" or _OPERATIVE.search(below.text):
            break
        end = title.rsplit(None, 1)[-1].lower()
        capitals = title.isupper() and below.text.isupper()
        unended = end in _SMALL or title[-1] in "-–,(（"
        wrapped = len(lines[last].text) >= 45 and _title_case(below.text) and _mostly_capital(title)
        if not (capitals or unended or wrapped):
            break
        title = f"{title} {below.text}"
        last += 1
    return title, last


def _title_case(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return bool(words) and all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _mostly_capital(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return 2 * sum(word[0].isupper() for word in words) >= len(words)


_SOMETHING = re.compile(r"[“\"]?(?:\d{1,3}\s?[.)．、]|\d{1,3}$|[(（][A-Za-z0-9]{1,4}[)）]|[a-z]\))")


def _starts_something(text: str) -> bool:
    """Whether a line starts a numbered item or another heading."""
    return bool(
        _SOMETHING.match(text)
        or _ARTICLE.match(text)
        or _ARTICLE_ZH.match(text)
        or _DIVISION.match(text)
        or _DIVISION_ZH.match(text)
    )
