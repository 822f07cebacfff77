"""What a reading gave: counts, what was left over and what was repaired, each with its places in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from comparer.citation import citation, deepest_at
from comparer.ledger import ledger
from comparer.model import Kind, Span, Text

_LONGEST = 120
"""Characters of left-over words that a list shows."""


class Sort(StrEnum):
    """Why a place is worth a look."""

    REPAIRED = "repaired"
    LEFT_OVER = "left over"


@dataclass(frozen=True, slots=True)
class Place:
    """Something to look at: a judgement made in reading, or words that became no provision's."""

    sort: Sort
    said: str
    """The judgement as a sentence, or the words that were left over."""
    where: str
    """The citation of the repaired provision; of left-over words, the provision that they stand after."""
    spans: tuple[Span, ...]
    """In the source. Several where the same words were left over again and again, as running heads are."""


@dataclass(frozen=True, slots=True)
class Account:
    """How a text was read. `words == in_provisions + left_over`, all counted in words."""

    articles: int
    paragraphs: int
    definitions: int
    footnotes: int
    anchored: int
    """Footnotes whose mark was found in the text."""
    words: int
    left_over: int
    places: tuple[Place, ...]
    """Repairs in the order of the text, then left-overs in the order of their first place."""

    def count(self, sort: Sort) -> int:
        """How many places are of this sort, each repetition counted."""
        return sum(len(place.spans) for place in self.places if place.sort is sort)


def account(text: Text) -> Account:
    """Account for a text."""
    kinds = Counter(provision.kind for provision in text.provisions)
    book = ledger(text)
    return Account(
        articles=kinds[Kind.ARTICLE],
        paragraphs=kinds[Kind.PARAGRAPH] + kinds[Kind.SUBPARAGRAPH],
        definitions=kinds[Kind.DEFINITION],
        footnotes=kinds[Kind.FOOTNOTE],
        anchored=sum(p.kind is Kind.FOOTNOTE and p.anchor is not None for p in text.provisions),
        words=book.words,
        left_over=book.words - book.in_provisions,
        places=(*_repairs(text), *_left_over(text)),
    )


def _repairs(text: Text) -> Iterator[Place]:
    for provision in text.provisions:
        for sentence in provision.repairs:
            start = provision.span.start
            end = provision.own[0].end if provision.own else provision.span.end
            yield Place(Sort.REPAIRED, sentence, citation(text, provision.index), (Span(start, end),))


def _left_over(text: Text) -> Iterator[Place]:
    found: dict[str, list[Span]] = {}
    for item in ledger(text).left_over:
        words = " ".join(item.text.split())
        if words:
            found.setdefault(words, []).append(item.span)
    for words, spans in found.items():
        said = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
        yield Place(Sort.LEFT_OVER, said, _after(text, spans[0]), tuple(spans))


def _after(text: Text, span: Span) -> str:
    """The citation of the provision whose words stand last before a place; empty before the first."""
    for position in range(span.start - 1, max(-1, span.start - 400), -1):
        if (index := deepest_at(text, position)) is not None:
            return citation(text, index)
    return ""
