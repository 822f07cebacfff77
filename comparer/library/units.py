"""What a search finds: articles, and the words that stand in none, each as one run of mended words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comparer.articles import Articles
from comparer.clean import clean_words
from comparer.library.query import is_wide
from comparer.model import Kind, Provision, Text
from rules.model import Article, Passage, Role

_DIVISIONS = frozenset({Kind.PREAMBLE, Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.MODULE, Kind.ANNEX})


class Stretch(NamedTuple):
    """A passage of a unit: from `start` in its words to the next one's, less the line break between."""

    start: int
    provision: int
    role: Role


class Unit(NamedTuple):
    """An article, or a division's own words."""

    provision: int
    heading: str
    words: str
    """Passages, one a line; a passage has no line break of its own."""
    stretches: tuple[Stretch, ...]
    division: str
    """Heading of the chapter it stands in."""
    article: bool
    wide: bool
    """Whether it is written without spaces between words: searched by substring."""

    def passage(self, which: int) -> str:
        """The words of one of the stretches."""
        end = self.stretches[which + 1].start - 1 if which + 1 < len(self.stretches) else len(self.words)
        return self.words[self.stretches[which].start : end]

    def as_article(self) -> Article:
        """As the rules see it; labels, which no topic depends on, are empty."""
        passages = tuple(
            Passage(stretch.provision, stretch.role, self.passage(which))
            for which, stretch in enumerate(self.stretches)
        )
        return Article(self.provision, "", self.heading, passages, division_heading=self.division)


def units_of(text: Text) -> Iterator[Unit]:
    """Every unit of a text; all words of its provisions stand in exactly one, headings of divisions apart."""
    for article in Articles(text, way_back=False).articles:
        passages = [(passage.key, passage.role, passage.text) for passage in article.passages]
        yield _unit(article.key, article.heading, passages, article.division_heading, article=True)
    for host, members in _outside_articles(text).items():
        provision = text.provisions[host]
        words = ((member, clean_words(text, member, children=False).strip()) for member in members)
        passages = [(member, _role(text.provisions[member]), found) for member, found in words if found]
        if passages:
            yield _unit(host, provision.heading, passages, "", article=False)


def _unit(provision: int, heading: str, passages: list[tuple[int, Role, str]], division: str, *, article: bool) -> Unit:
    stretches = []
    place = 0
    for key, role, found in passages:
        stretches.append(Stretch(place, key, role))
        place += len(found) + 1
    words = "\n".join(found for _, _, found in passages)
    return Unit(provision, heading, words, tuple(stretches), division, article, is_wide(heading) or is_wide(words))


def _outside_articles(text: Text) -> dict[int, list[int]]:
    """Provisions that stand in no article, by the division (or the topmost provision) that holds them."""
    hosts: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    for provision in text.provisions:
        if provision.kind is Kind.ARTICLE:
            continue
        if provision.kind in _DIVISIONS or provision.parent is None:
            hosts[provision.index] = provision.index
        elif provision.parent in hosts:
            hosts[provision.index] = hosts[provision.parent]
        else:
            continue
        found.setdefault(hosts[provision.index], []).append(provision.index)
    return found


def _role(provision: Provision) -> Role:
    if provision.kind is Kind.FOOTNOTE:
        return Role.FOOTNOTE
    return Role.DEFINITION if provision.kind is Kind.DEFINITION else Role.PARAGRAPH
