"""Why each stretch that became no provision's words is none: what the ledger's left-overs are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from comparer.ledger import count_words
from comparer.model import FILLER, Span, Text
from comparer.structure.contents import is_contents_title
from comparer.structure.forms import form_of
from comparer.structure.labels import label_at


class Reason(StrEnum):
    """What a left-over is."""

    FURNITURE = "page furniture"
    """Page numbers, running heads, rules and leaders."""
    HEADER = "header of the file"
    """What the file says of itself: front matter, metadata."""
    TITLE = "title page"
    """Title, publisher and coat of arms above the preamble."""
    CONTENTS = "table of contents"
    SIGNATURE = "signatures"
    """From the words of closing on: place, date, names; a letter printed behind them."""
    SUMMARY = "summary by the publisher"
    TAG = "tags of the publisher"
    """Marks and words with which a gazette or a data set parts a text."""
    NUMBER = "displaced number"
    """A paragraph's number that stands apart from its text; the paragraph says so among its repairs."""
    NAVIGATION = "menus of the page"
    UNEXPLAINED = "unexplained"


class Remain(NamedTuple):
    """A left-over, and what it is."""

    span: Span
    text: str
    reason: Reason
    words: int


_CLOSING = re.compile(
    r"in witness whereof|done (?:at|in|on)\b|en (?:fe|testimonio) de lo cual|hecho en\b|zu urkund dessen|"
    r"geschehen zu\b|en foi de quoi|fait à\b|下列|兹证明|特此证明|茲證明|이상의 증거로|"
    r"(?:for|on behalf of) the (?:government|kingdom|republic)|the undersigned|their respective governments",
    re.IGNORECASE,
)
_RULED = re.compile(r"\*{5,}")
_TAG = re.compile(r"\[/?[가-힣]+\]$|(?:MainText|AppendixText|AnnexText):$|url: |Next Chapter: |-{3,} ")
_NUMBER = re.compile(r"[-–—]?\s?(?:\d{1,4}|[ivxlIVXL]{1,7}|\d{1,2}[A-Z]?\s?[-–]\s?\d{1,4}\.?)\s?[-–—]?")
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_RANGE = re.compile(r"\(Articles? \d")
_REPEATED = 3
"""A line that comes so often, but for its numbers, is a running head."""
_METADATA = frozenset({"tota", "akn"})


def remains(text: Text) -> tuple[Remain, ...]:
    """The left-overs of a text in order, each with what it is."""
    shown = [text.view[start:end].replace(FILLER, "") for start, end in text.left_over]
    shapes = Counter(_shape(line) for line in shown)
    owned = sorted(span.start for provision in text.provisions for span in provision.own)
    parted = any(_RULED.match(line) for line in shown)
    found: list[Remain] = []
    for group in _groups(text.left_over, owned):
        first = not owned or text.left_over[group[0]].start < owned[0]
        reasons = _of_group(text, [shown[place] for place in group], first=first)
        for place, reason in zip(group, reasons, strict=True):
            here = _alone(shown[place], shapes) or reason
            if parted and here is Reason.UNEXPLAINED:
                here = Reason.SUMMARY
            found.append(Remain(text.left_over[place], shown[place], here, count_words(shown[place])))
    return tuple(found)


def _groups(spans: tuple[Span, ...], owned: list[int]) -> list[list[int]]:
    """Places of left-overs that no provision's words divide, together."""
    groups: list[list[int]] = []
    for place, span in enumerate(spans):
        before = spans[place - 1].end if place else span.start
        if groups and bisect_left(owned, before) == bisect_left(owned, span.start):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _alone(line: str, shapes: Counter[str]) -> Reason | None:
    """What a line shows by itself."""
    stripped = line.strip()
    if not _LETTER.search(stripped) and not _NUMBER.fullmatch(stripped):
        label = label_at(stripped)
        return Reason.NUMBER if label is not None and label.length >= len(stripped) else Reason.FURNITURE
    if _NUMBER.fullmatch(stripped):
        return Reason.FURNITURE
    if _TAG.match(stripped):
        return Reason.TAG
    if (
        len(stripped) < 80
        and shapes[_shape(line)] >= _REPEATED
        and _DIGITS.search(stripped)
        and form_of(stripped) is None
    ):
        return Reason.FURNITURE
    return None


def _shape(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _of_group(text: Text, lines: list[str], *, first: bool) -> list[Reason]:
    """What the lines of one group are, read in order."""
    kind = text.edition.format
    if kind == "html":
        return [Reason.NAVIGATION] * len(lines)
    if first and kind in _METADATA:
        return [Reason.HEADER] * len(lines)
    state = Reason.TITLE if first else Reason.UNEXPLAINED
    found: list[Reason] = []
    fence = first and lines[0].strip() in {"---", "+++"}
    for place, line in enumerate(lines):
        if fence:
            found.append(Reason.HEADER)
            fence = place == 0 or line.strip() not in {"---", "+++"}
            continue
        if line.startswith("[/") and state is Reason.TAG:
            state = Reason.TITLE if first else Reason.UNEXPLAINED
        elif line.startswith("[") and _TAG.match(line):
            state = Reason.SIGNATURE if "서명" in line else Reason.TAG
        elif _CLOSING.search(line):
            state = Reason.SIGNATURE
        elif is_contents_title(line.strip()):
            state = Reason.CONTENTS
        found.append(Reason.CONTENTS if state is not Reason.SIGNATURE and _in_contents(line) else state)
    return found


def _in_contents(line: str) -> bool:
    return bool(_RANGE.search(line)) or (len(line) < 200 and form_of(line.strip() or " ") is not None)
