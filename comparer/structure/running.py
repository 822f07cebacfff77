"""Headings that stand within a line: behind a sentence, before their own article's first words, or in a text without
line breaks."""

from __future__ import annotations

import re
from itertools import takewhile

from comparer.model import Kind
from comparer.structure.forms import form_of
from comparer.structure.labels import label_at
from comparer.structure.lines import Line
from comparer.structure.sequence import comes_next, follows
from comparer.structure.titles import is_title

_STARTER = (
    r"(?:The|Each|A|An|No|Nothing|For|In|This|These|Any|All|Unless|Where|If|Upon|Without|Neither|Subject|Further|After|"
    r"When|Notwithstanding|Having|Recogni[sz]ing|It|At|With|To|As|Either|Parties|El|La|Los|Las|Cada|Para|En|Ninguna|Nada|Sin)"
)
_SENTENCE = re.compile(
    rf"(?<=\w|\)) (?={_STARTER} (?:Part(?:y|ies) |Partes? )?[a-záéíóú]+[ ,]|"
    r"This (?:Agreement|Chapter|Section|Article|Annex) |"
    r"The [A-Z][\w-]*(?:,| (?:is|are|shall|may)\b)|\(?[1a][.)] ?[A-Z\"“])"
)
_CAPITAL_AFTER_SMALL = re.compile(rf"\b[a-z]+ {_STARTER} [a-z]")
"""In a title that writes its words small, a sentence begins where a capital stands."""
_SMALL_END = re.compile(r"\b(?:of|and|or|the|to|for|in|on|by|with|a|an|from|de|del|la|el|los|las|y|o|para|en|por|con)$")
_SHORTEST_SENTENCE = 25
_LONGEST_TITLE = 120
_AT_THE_END = re.compile(r"(?<=\w|[.;:)]) (?=ARTICLE \d+(?:\.\d+)*$)")
_DIVISION_AT_THE_END = re.compile(r"(?<=\S) (?=(?:Chapter \d+: |Section [A-Z] - )[A-Z][^.;:]{3,90}$)")
_STACKED_NUMBER = re.compile(r"\d+(?:\.\d+)?:$")
_STACK = 9
_NARROW = 20
_CITES = re.compile(r"\b(?:of|in|under|with|to|by|and|or|from|see)$", re.IGNORECASE)

_ENDLESS = 1500
"""Code points of a line that no page can hold: its breaks are lost."""
_INNER_HEADING = re.compile(
    r"(?<=\S) (?=(?:ARTICLE|Article) (?P<number>\d+(?:\.\d+)?)(?:[.:] | [A-Z]))|(?<=\S) (?=PREAMBLE )"
)
_PREAMBLE = re.compile(r"PREAMBLE(?= )")
_INNER_PARAGRAPH = re.compile(
    r"(?<=\S)(?<!paragraph)(?<!Article)(?<!ARTICLE)(?<!Annex) (?=(?P<number>\d{1,2})\. [A-Z“\"])"
)
_INNER_NOTE = re.compile(r"(?<=[.)]) (?=\((?P<number>\d{1,3})\) [A-Z])")
_CLOSING = re.compile(r"(?<=[.]) (?=(?:IN WITNESS WHEREOF|In witness whereof)\b)")


def unglued(lines: list[Line]) -> list[Line]:
    """The lines, cut where a heading begins or ends within one; what is cut off stands on a line of its own."""
    found: list[Line] = []
    last: str | None = None
    lines = _stacked(lines)
    for place, line in enumerate(lines):
        for piece in _pieces(line, lines[place + 1] if place + 1 < len(lines) else None, last):
            for part in _parted(piece, found[-1] if found else None, last):
                found.append(part)
                form = form_of(part.text) if part.text[0] == "A" and len(part.text) < 200 else None
                if form is not None and form.kind is Kind.ARTICLE and follows(last, form.number):
                    last = form.number
    return found


def _stacked(lines: list[Line]) -> list[Line]:
    """A heading whose words stand under one another, as a justified line leaves them, made one line again."""
    if not any(line.text == "Article" for line in lines):
        return lines
    found: list[Line] = []
    place = 0
    while place < len(lines):
        end = place + 1
        if lines[place].text == "Article" and end < len(lines) and _STACKED_NUMBER.match(lines[end].text):
            below = lines[end + 1 : place + _STACK]
            words = takewhile(lambda line: len(line.text) <= _NARROW and label_at(line.text) is None, below)
            end += 1 + sum(1 for _ in words)
        found.append(_joined(lines[place:end]))
        place = end
    return found


def _joined(lines: list[Line]) -> Line:
    """One line of several; what stands between two is as many blanks, so that places stay."""
    text = lines[0].text
    for line in lines[1:]:
        text = text.ljust(line.start - lines[0].start) + line.text
    return lines[0]._replace(end=lines[-1].end, text=text)


def _pieces(line: Line, below: Line | None, last: str | None) -> list[Line]:
    """A line cut before the headings that stand in it."""
    if len(line.text) > _ENDLESS:
        return _endless(line)
    if below is None:
        return [line]
    if below.text.startswith("Article"):
        division = _DIVISION_AT_THE_END.search(line.text, max(0, len(line.text) - _LONGEST_TITLE))
        if division is not None:
            return _cut(line, [division.end()])
    if not line.text[-1].isdecimal() or last is None:
        return [line]
    cut = _AT_THE_END.search(line.text, max(0, len(line.text) - 20))
    if cut is None or _CITES.search(line.text[: cut.start()]) or not is_title(below.text, strict=True):
        return [line]
    form = form_of(line.text[cut.end() :])
    return _cut(line, [cut.end()]) if form is not None and comes_next(last, form.number) else [line]


def _parted(line: Line, above: Line | None, last: str | None) -> list[Line]:
    """A heading's line cut before the first words of its article."""
    runs_on = line.gap == 0 and above is not None and above.text[-1].isalpha() and not line.text.startswith("ARTICLE")
    if line.text[0] != "A" or " " not in line.text or runs_on:
        return [line]
    form = form_of(line.text)
    if form is None or form.kind is not Kind.ARTICLE or not form.rest or not follows(last, form.number):
        return [line]
    if is_title(form.rest, strict=True) and not _CAPITAL_AFTER_SMALL.search(form.rest):
        return [line]
    begins = line.text.rfind(form.rest)
    first = re.escape(form.rest.split(None, 1)[0])
    repeated = re.compile(rf"(?<=[a-z)]) (?={first} )")
    for cut in sorted(
        [*_SENTENCE.finditer(line.text, begins + 1), *repeated.finditer(line.text, begins + 1)], key=_start
    ):
        title = line.text[begins : cut.start()]
        if len(title) > _LONGEST_TITLE or len(line.text) - cut.end() < _SHORTEST_SENTENCE:
            break
        if is_title(title, strict=True) and not _SMALL_END.search(title):
            return _cut(line, [cut.end()])
    return [line]


def _start(found: re.Match[str]) -> int:
    return found.start()


def _endless(line: Line) -> list[Line]:
    """A text without line breaks, cut at the headings, paragraphs and notes that count up in it."""
    cuts: list[int] = []
    number = "0"
    for found in _INNER_HEADING.finditer(line.text):
        if found["number"] is None or comes_next(number, found["number"]):
            cuts.append(found.end())
            number = found["number"] or number
    if len(cuts) < 2:
        return [line]
    preamble = _PREAMBLE.match(line.text, cuts[0])
    if preamble is not None:
        cuts.insert(1, preamble.end() + 1)
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        if start < end:
            cuts = cuts + _counted(_INNER_PARAGRAPH, line.text, start, end)
    cuts += _counted(_INNER_NOTE, line.text, 0, len(line.text))
    cuts += [found.end() for found in _CLOSING.finditer(line.text)]
    return _cut(line, sorted(set(cuts)))


def _counted(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[int]:
    """Where the numbers 1, 2, 3 … begin, each the next of the one before it."""
    cuts: list[int] = []
    for found in pattern.finditer(text, start, end):
        if int(found["number"]) == len(cuts) + 1:
            cuts.append(found.end())
    return cuts


def _cut(line: Line, cuts: list[int]) -> list[Line]:
    pieces: list[Line] = []
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        text = line.text[start:end].rstrip()
        if text:
            first = line.start + start
            gap = line.gap if not pieces else 1
            pieces.append(line._replace(start=first, end=first + len(text), text=text, gap=gap))
    if not pieces:
        return [line]
    pieces[-1] = pieces[-1]._replace(end=line.end)
    return pieces
