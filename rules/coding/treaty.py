"""A whole text as the coding sees it: its articles, what each is about, its sentences, each read once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from rules.coding.rulebook import Rulebook, rulebook
from rules.coding.sentences import Reading, read, split
from rules.model import Article, Key, Passage, Role, TopicHit
from rules.topics import classify, classify_passage

MAIN_SCORE = 0.5
"""From this score on an article is one of the topic's own, not one that mentions it."""

_SECTORAL = re.compile(
    r"financ|telecom|banc|金融|电信|servicios financieros|investment|inversi|投资|procurement|contrataci|政府采购"
    r"|intellectual|propiedad intelectual|知识产权",
    re.IGNORECASE,
)
SETTLEMENT = re.compile(
    r"dispute settlement|settlement of disputes|solución de (?:controversias|diferencias)|争端解决", re.IGNORECASE
)
_DIGITAL = re.compile(r"electr[oó]n|digital|data|datos|电子|数字|数据|trust|信任", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?:\barticles?|\bart[íi]culos?|\barts?\.)\s*((?:\d+(?:\.\d+)*(?:-?[A-Z])?(?:[.:]\d+)?"
    r"(?:\s*\([^()]*\))*(?:\s*(?:,|and|or|to|y|o|e|through)\s*)*)+)"
    r"|第?\s*(\d+(?:\.\d+)?)\s*条",
    re.IGNORECASE,
)
_ONE_NUMBER = re.compile(r"\d+(?:\.\d+)*")


class Treaty:
    """The articles of one text in one language, with what the rules know of each, worked out when asked for."""

    def __init__(self, articles: Sequence[Article], language: str) -> None:
        self.articles = tuple(articles)
        self.language = language
        self._readings: dict[Key, tuple[Reading, ...]] = {}

    @cached_property
    def book(self) -> Rulebook:
        """The coding rules of the text's language."""
        return rulebook(self.language)

    @cached_property
    def hits(self) -> dict[Key, dict[str, TopicHit]]:
        """Topics of each article, by article key."""
        return {article.key: {hit.topic: hit for hit in classify(article, self.language)} for article in self.articles}

    @cached_property
    def on_settlement(self) -> tuple[tuple[Article, Passage, int, int], ...]:
        """Every sentence that names dispute settlement, as [start, end) of its passage."""
        return tuple(
            (article, passage, start, end)
            for article in self.articles
            for passage in self.paragraphs(article)
            if SETTLEMENT.search(passage.text)
            for start, end in split(passage.text)
            if SETTLEMENT.search(passage.text, start, end)
        )

    @cached_property
    def _count(self) -> Counter[str]:
        return Counter(article.number for article in self.articles)

    def is_unique(self, number: str) -> bool:
        """Whether one article alone bears the number: where numbering restarts in each chapter, none may."""
        return self._count[number] == 1

    def own(self, topic: str) -> tuple[Article, ...]:
        """The topic's own articles, best first; articles of a sector (financial services) are not among them."""
        scored = [
            (-self.hits[article.key][topic].score, place, article)
            for place, article in enumerate(self.articles)
            if topic in self.hits[article.key]
            and self.hits[article.key][topic].score >= MAIN_SCORE
            and not self.sectoral(article)
        ]
        return tuple(article for _, _, article in sorted(scored, key=lambda item: item[:2]))

    @staticmethod
    def digital(article: Article) -> bool:
        """Whether the chapter is about digital trade by its heading."""
        return bool(_DIGITAL.search(article.division_heading))

    def sectoral(self, article: Article) -> bool:
        """Whether an article speaks for one sector only: then it is named, but it does not answer for the treaty."""
        about = self.hits[article.key]
        if "financial-data" in about and about["financial-data"].score >= max(hit.score for hit in about.values()):
            return True
        if self.digital(article):
            return "financ" in article.heading.lower() or "金融" in article.heading
        return bool(_SECTORAL.search(article.division_heading) or "financ" in article.heading.lower())

    def passages_about(self, topic: str, article: Article) -> tuple[Passage, ...]:
        """The passages of an article that are about the topic: all of them where the article is."""
        hit = self.hits[article.key].get(topic)
        if hit is None:
            return ()
        others = [other.score for name, other in self.hits[article.key].items() if name != topic]
        if any(word.key == article.key for word in hit.words) or hit.score >= max(others, default=0.0):
            return self.paragraphs(article)
        return tuple(
            passage
            for passage in self.paragraphs(article)
            if any(found.topic == topic for found in classify_passage(passage, self.language, within=article))
        )

    @staticmethod
    def paragraphs(article: Article) -> tuple[Passage, ...]:
        """The passages that may commit: neither definitions nor footnotes."""
        return tuple(passage for passage in article.passages if passage.role is Role.PARAGRAPH)

    def readings(self, passage: Passage) -> tuple[Reading, ...]:
        """The sentences of a passage."""
        if passage.key not in self._readings:
            self._readings[passage.key] = read(passage, self.book)
        return self._readings[passage.key]

    def sentences(self, article: Article) -> Iterator[Reading]:
        """The sentences of an article's paragraphs, in order."""
        for passage in self.paragraphs(article):
            yield from self.readings(passage)


def numbers(text: str) -> frozenset[str]:
    """Numbers of the articles that a text names: `14.11`, `7`."""
    found: set[str] = set()
    for match in _NUMBERS.finditer(text):
        listed = re.sub(r"\([^()]*\)", " ", match[1] or match[2] or "")
        found.update(_ONE_NUMBER.findall(listed))
    return frozenset(found)


def chapter(article: Article) -> str:
    """The chapter an article stands in, without its section: `14` by its number 14.11, else by its heading above.

    The number is asked first because headings of chapters are what conversions lose most often.
    """
    head, dot, _ = article.number.rpartition(".")
    return head if dot else article.division.partition("/")[0]
