"""A provision's words as a sentence reads: line breaks mended, footnotes and their marks left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from comparer.model import FILLER, Clean, Kind, Provision, Span, Text
from comparer.structure.forms import form_of
from comparer.structure.labels import label_at, misread

_CHINESE = r"\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef“”‘’—…"
_NOTE_WORDS = r"Footnote|Nota(?: al pie)?|Note|Fu(?:ß|ss)note|脚注|腳註|注释|註釋|注|각주|주"
_MARKED = re.compile(rf"[^\s{FILLER}]")
_SPACE = re.compile(r"\s")
_BLANKS = re.compile(r"[\s\x00]+")
_SUSPENDED = re.compile(r"(?:and|or|y|o|u|to)\b")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_WIDE = re.compile(rf"[{_CHINESE}]")
_WORDS = re.compile(r"[^\s\x00]+")
_LINE = re.compile(r"[^\r\n]*")
_INTRICATE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|-\s*(?:[\n\r\f]|$)")
"""What takes more than one space for every run of blanks: Chinese, and a hyphen at a line's or a stretch's end."""
_RUNS = re.compile(r"[^\s\x00]+(?: [^\s\x00]+)*")
_NUMBERED = re.compile(r"第?\s*\S{1,12}?\s*(?:条|章|节|部分|编)|(?:模块|附件|附录)\s*\w+|[^\W\d]+\.?[\s\x00]+\S+")
_ATTRIBUTES = 100
"""Room for the markup that stands between number and title where both are attributes."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREFIX = re.compile(
    r"(?:non|self|cross|anti|co|ex|pre|post|pro|semi|multi|inter|intra|sub|quasi|well|ill|long|short|high|low|good|most"
    r"|third|full|half|all|so|vice|counter|mid|one|two)-",
    re.IGNORECASE,
)
"""What is written with a hyphen before a word."""
_DIVIDED = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[ \t]*\r?[\r\n\f][\s\x00]*[^\W\d_]+")

_VOCABULARIES: WeakKeyDictionary[Text, frozenset[str]] = WeakKeyDictionary()
_MARKS: WeakKeyDictionary[Text, tuple[dict[int, int], list[int]]] = WeakKeyDictionary()


def clean(text: Text, index: int, *, children: bool = True, footnotes: bool = False, number: bool = False) -> Clean:
    """The words of a provision, with the way back to the source.

    Every run of blanks becomes one space, and none between Chinese characters; a word divided at a line's end is made
    whole. The provision's own number (an article's heading too) is left out unless `number` asks for it; the numbers
    of what stands below it stay. `children` adds what stands below it, `footnotes` also the footnotes.
    """
    spans = sorted(_spans(text, index, children=children, footnotes=footnotes, number=number))
    writer = _Writer(text)
    for span in spans:
        writer.write(span)
    return writer.finished()


def clean_words(text: Text, index: int, *, children: bool = True) -> str:
    """The words of `clean(text, index, children=children)`, several times as fast, for those who need no way back."""
    marks = _marks(text)[1]
    pieces: list[str] = []
    for start, end in sorted(_spans(text, index, children=children, footnotes=False, number=False)):
        piece = text.view[start:end].replace(FILLER, "")
        if _INTRICATE.search(piece) or bisect_left(marks, start) < bisect_left(marks, end):
            return clean(text, index, children=children).text
        pieces.extend(piece.split())
    return " ".join(pieces)


def _spans(text: Text, index: int, *, children: bool, footnotes: bool, number: bool) -> list[Span]:
    found: list[Span] = []
    waiting = [index]
    while waiting:
        here = waiting.pop()
        provision = text.provisions[here]
        own = list(provision.own)
        found.extend(own if here != index or number else _without_number(text, index))
        if children:
            waiting.extend(
                child
                for child in text.children.get(here, ())
                if footnotes or text.provisions[child].kind is not Kind.FOOTNOTE
            )
    return found


def _without_number(text: Text, index: int) -> list[Span]:
    """The own words behind the number, and behind the heading where there is one."""
    provision = text.provisions[index]
    own = list(provision.own)
    if provision.kind is Kind.DEFINITION and label_at(text.view[own[0].start : own[0].end][:12]) is None:
        return own
    if provision.kind in {Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.DEFINITION}:
        label = label_at(text.view[own[0].start : own[0].end])
        bears = label is not None and (
            label.written in {provision.number, misread(provision.number)} or provision.kind is Kind.DEFINITION
        )
        skip = label.length if label is not None and bears else _bare_number(text, provision)
        return [Span(own[0].start + skip, own[0].end), *own[1:]]
    if provision.kind is Kind.PREAMBLE:
        return own
    if provision.kind is Kind.FOOTNOTE:
        first = text.view[own[0].start : own[0].end]
        mark = re.match(rf"\W*(?:{_NOTE_WORDS})?\s*{re.escape(provision.number)}(?!\d)[\]:：./)]*[\s\x00]*", first)
        return [Span(own[0].start + (mark.end() if mark else 0), own[0].end), *own[1:]]
    if not provision.number and not provision.heading and not _begins_with_heading(text, own[0]):
        return own
    return _behind(own, _heading_end(text, own, provision.heading))


def _begins_with_heading(text: Text, span: Span) -> bool:
    """Whether the first line of words without number and title is a heading all the same (`ANNEX`)."""
    first = text.view[span.start : span.end].split("\n", 1)[0].strip(" \t\r\x00")
    return bool(first) and form_of(first) is not None


def _bare_number(text: Text, provision: Provision) -> int:
    """How many characters a number takes that has neither dot nor brackets, blanks behind it included."""
    start, end = provision.own[0]
    bare = re.match(rf"{re.escape(provision.number)}[\s\x00]+", text.view[start:end]) if provision.number else None
    return bare.end() if bare is not None and provision.kind is not Kind.DEFINITION else 0


def _behind(own: list[Span], position: int) -> list[Span]:
    return [Span(max(start, position), end) for start, end in own if end > position]


def _heading_end(text: Text, own: list[Span], heading: str) -> int:
    """Where an article's or division's heading ends: with its title, or with the line of its number."""
    start = own[0].start
    numbered = _NUMBERED.match(text.view, start, start + 60)
    after = numbered.end() if numbered else start
    letters = [character for character in heading if not character.isspace()]
    if letters:
        as_written = text.view.find(heading, after, after + 2 * len(heading) + _ATTRIBUTES)
        if as_written >= 0:
            return as_written + len(heading)
        title = re.compile(r"[\s\x00]*".join(re.escape(character) for character in letters))
        end = after + 2 * len(heading) + _ATTRIBUTES
        found = title.search(text.view, after, end) or title.search(text.view, start, end)
        if found is not None:
            return found.end()
    line = _LINE.match(text.view, start)
    return min(line.end() if line else start, own[0].end)


class _Writer:
    """Gathers words, one space for every run of blanks, and where each character comes from."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._marks, self._places = _marks(text)
        self._pieces: list[str] = []
        self._offsets: list[int] = []
        self._ends: list[int] = []
        self._blank: tuple[int, int] | None = None
        self._dropped = -1
        self._last = ""

    def write(self, span: Span) -> None:
        """Take one stretch of the source; what stood before it is blank-separated from it."""
        place = span.start
        if self._pieces and not self._roomy() and not self._glued(place):
            self._blank = (place, place)
        for start, end in self._runs(span):
            if start > place:
                before = self._blank[0] if self._blank is not None and self._blank[0] < place else place
                self._blank = (before, start)
            self._word(start, end)
            place = end
        if place < span.end:
            self._blank = (place, span.end)

    def _roomy(self) -> bool:
        """Whether blanks wait to be written, and not markup alone."""
        return self._blank is not None and _SPACE.search(self._text.view, *self._blank) is not None

    def _glued(self, place: int) -> bool:
        """Whether nothing but markup without any room stands before, as behind a note within a line."""
        before = place
        while before and self._text.view[before - 1] == FILLER:
            before -= 1
        return 0 < before < place and not self._text.view[before - 1].isspace()

    def _runs(self, span: Span) -> Iterator[tuple[int, int]]:
        """Words; those that single spaces divide come as one, where neither a mark nor Chinese needs a closer look."""
        view = self._text.view
        for run in _RUNS.finditer(view, span.start, span.end):
            if self._marked(*run.span()) or _HAN.search(view, *run.span()):
                yield from (word.span() for word in _WORDS.finditer(view, *run.span()))
            else:
                yield run.span()

    def _marked(self, start: int, end: int) -> range:
        """Which of the marks, in their order, stand in [start, end)."""
        return range(bisect_left(self._places, start), bisect_left(self._places, end))

    def _word(self, start: int, end: int) -> None:
        """A stretch without blanks, its footnote marks taken out."""
        place = start
        for position in (self._places[which] for which in self._marked(start, end)):
            length = self._marks[position]
            if length and position >= place:
                self._put(place, position)
                place = position + length
                self._dropped = place
        self._put(place, end)

    def _put(self, start: int, end: int) -> None:
        view = self._text.view
        if 0 <= self._dropped <= start and view[start:end].startswith(",") and self._between_marks(start):
            start += 1
        if end <= start:
            return
        self._separate(view[start], start)
        self._pieces.append(view[start:end])
        self._offsets.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))
        if view[end : end + 1] == FILLER and self._text.raw[end - 1] == "&":
            self._ends[-1] = self._text.raw.find(";", end) + 1 or end
        self._last = view[end - 1]
        self._blank = None

    def _between_marks(self, comma: int) -> bool:
        """Whether a comma only divides two marks, as in `2, 3`."""
        after = _BLANKS.match(self._text.view, comma + 1)
        return comma == self._dropped and (after.end() if after else comma + 1) in self._marks

    def _separate(self, first: str, start: int) -> None:
        """Write the blanks that stood before, as far as the language writes them."""
        if self._blank is None or not self._pieces:
            return
        blank, until = self._blank
        if until > blank and not _SPACE.search(self._text.view, blank, until):
            return
        broken = until > blank and any(mark in self._text.view[blank:until] for mark in "\n\r\f")
        if self._closed_up(first, broken=broken or until == blank):
            return
        if self._last == "-" and (broken or until == blank) and self._divided(start):
            return
        self._pieces.append(" ")
        opens = max(blank, self._ends[-1]) if self._ends[-1] <= until else blank
        self._offsets.append(opens)
        # Markup or a note's mark between two words ends a quote: it is no part of what is said.
        interrupted = "<" in self._text.raw[opens:until] or _MARKED.search(self._text.view, opens, until)
        self._ends.append(opens if interrupted else max(until, opens))

    def _closed_up(self, first: str, *, broken: bool) -> bool:
        """Whether Chinese writes no space here: at a line's break beside one of its characters, or within a line
        between one and a letter, a digit or another."""
        last = self._last
        if not (_WIDE.match(last) or _WIDE.match(first)) or not (_HAN.match(last) or _HAN.match(first) or broken):
            return False
        if broken:
            return bool(_HAN.match(last) or _HAN.match(first))
        return all(character.isalnum() or bool(_WIDE.match(character)) for character in (last, first))

    def _divided(self, start: int) -> bool:
        """Whether a hyphen at a line's end joins a word; takes the hyphen away where the whole word is known."""
        following = _WORD.match(self._text.view, start)
        if following is None or _SUSPENDED.match(self._text.view, start):
            return False
        written = "".join(self._pieces[-1:])
        before = re.search(r"[^\W\d_]+-$", written)
        if before is None:
            return False
        head = before.group()[:-1]
        joined = (head + following.group()).lower()
        known = _vocabulary(self._text)
        parts = {head.lower(), *following.group().lower().split("-")}
        # A word that is nowhere else whole is joined where neither of its parts is a word by itself.
        whole = joined in known or not (parts & known or _PREFIX.fullmatch(before.group()))
        if whole and f"{head}-{following.group()}".lower() not in known:
            self._pieces[-1] = written[:-1]
            self._offsets.pop()
            self._ends.pop()
        return True

    def finished(self) -> Clean:
        """What was written."""
        words = "".join(self._pieces)
        return Clean(words, tuple(self._offsets), tuple(self._ends))


def _marks(text: Text) -> tuple[dict[int, int], list[int]]:
    """How many characters each footnote's mark takes, by where it stands, and those places in order."""
    found = _MARKS.get(text)
    if found is None:
        lengths: dict[int, int] = {}
        for provision in text.provisions:
            if provision.anchor is not None:
                start, length = provision.anchor, len(provision.number)
                if text.view[start - 1 : start] == "[" and text.view[start + length : start + length + 1] == "]":
                    start, length = start - 1, length + 2
                lengths[start] = length
        found = _MARKS[text] = (lengths, sorted(lengths))
    return found


def _vocabulary(text: Text) -> frozenset[str]:
    """Every word of the text that no line's end divides, in small letters."""
    found = _VOCABULARIES.get(text)
    if found is None:
        found = frozenset(word.group().lower() for word in _WORD.finditer(_DIVIDED.sub(" ", text.view)))
        _VOCABULARIES[text] = found
    return found
