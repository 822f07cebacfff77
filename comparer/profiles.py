"""What an article is known by when its counterpart in another text is looked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from comparer.articles import Articles
from comparer.differences import similarity
from comparer.matching import WORDS_OF_GRAMMAR
from comparer.model import Text
from comparer.tokens import words
from rules.model import Article, Role
from rules.topics import classify

_WORDS, _HEADING, _TOPIC = 0.55, 0.25, 0.20
"""What the three signs of one language weigh. Words and heading say what a topic is; the topic helps the short and
the freely worded."""
_ACROSS_TOPIC, _ACROSS_SHAPE = 0.7, 0.2
"""Between languages only the topic and the numbering of paragraphs are left; together they stay below `PARALLEL`."""
_SAME_TOPIC = 0.45
"""Two articles whose first topic is the same correspond at least so far, whatever words they use."""
_SAME_WORDS = 0.95
"""Two articles of the same words under different headings are so much alike."""
_IN_EVERY_CHAPTER = frozenset(
    {
        "cooperation",
        "definitions",
        "dispute-settlement",
        "general-exceptions",
        "objectives",
        "relation-to-other-chapters",
        "scope",
        "security-exceptions",
        "transparency",
    }
)
"""Topics that many chapters of one agreement have an article on: to share one is no sign of its own, and such
articles correspond only as far as their chapters deal with the same things."""
_OTHER_CHAPTER = 0.6
"""What is left of the likeness of two such articles whose chapters have no topic in common."""
PARALLEL = 0.95
"""Score of two articles of the same number in two languages of one agreement."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as seen by the alignment; words are folded, in lower case."""

    index: int
    """Its place in `Text.provisions`."""
    number: str
    language: str
    heading: tuple[str, ...]
    all_words: tuple[str, ...]
    """Every word of its body, footnotes included, numbers of paragraphs not."""
    words: tuple[str, ...]
    """The body without articles, prepositions and the like."""
    topics: tuple[tuple[str, float], ...]
    labels: tuple[str, ...]
    """The numbers of its paragraphs, in order."""
    neighbours: frozenset[str]
    """What the articles of its section (or else its chapter) are about, but for the topics that every chapter has."""

    @property
    def is_same_as(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Equal for two articles that say the same in the same words."""
        return self.heading, self.all_words


def profiles(text: Text) -> tuple[Profile, ...]:
    """A profile of each article, in the order of the text."""
    articles = Articles(text).articles
    language = text.edition.language
    topics = [tuple((hit.topic, hit.score) for hit in classify(article, language)) for article in articles]
    about: dict[str, set[str]] = {}
    for article, found in zip(articles, topics, strict=True):
        for division in (article.division, _chapter(article)):
            about.setdefault(division, set()).update(topic for topic, _ in found if topic not in _IN_EVERY_CHAPTER)
    return tuple(
        _profile(article, language, found, frozenset(about[article.division] or about[_chapter(article)]))
        for article, found in zip(articles, topics, strict=True)
    )


def _chapter(article: Article) -> str:
    """The chapter of a section: `8` of `8/F`."""
    return article.division.partition("/")[0]


def _profile(
    article: Article, language: str, topics: tuple[tuple[str, float], ...], neighbours: frozenset[str]
) -> Profile:
    body = tuple(word for passage in article.passages for word in words(passage.text))
    return Profile(
        index=article.key,
        number=article.number,
        language=language,
        heading=words(article.heading),
        all_words=body,
        words=tuple(word for word in body if word not in WORDS_OF_GRAMMAR),
        topics=topics,
        labels=tuple(passage.label for passage in article.passages if passage.role is not Role.FOOTNOTE),
        neighbours=neighbours,
    )


def likeness(left: Profile, right: Profile) -> float:
    """How far two articles correspond, 0..1; 1 for the same heading over the same words."""
    if left.language == right.language and left.is_same_as == right.is_same_as:
        return 1.0
    name, topic = _shared_topic(left, right)
    chapter = 1.0 if name not in _IN_EVERY_CHAPTER else _OTHER_CHAPTER + (1 - _OTHER_CHAPTER) * _nearness(left, right)
    if left.language != right.language:
        shape = similarity(left.labels, right.labels)
        return (_ACROSS_TOPIC * topic + _ACROSS_SHAPE * shape) * chapter if topic else 0.0
    body = similarity(left.words, right.words)
    heading = similarity(left.heading, right.heading) if left.heading and right.heading else body
    # The same words under another heading are still the same words.
    by_words = _SAME_WORDS * body * body
    if not left.topics and not right.topics:
        return max((_WORDS * body + _HEADING * heading) / (_WORDS + _HEADING), by_words)
    by_topic = 0.0 if name in _IN_EVERY_CHAPTER else _SAME_TOPIC * topic
    return max((_WORDS * body + _HEADING * heading + _TOPIC * topic) * chapter, by_words, by_topic)


def _nearness(left: Profile, right: Profile) -> float:
    """How far two articles stand in chapters on the same things: the Dice coefficient of the chapters' topics."""
    both = len(left.neighbours) + len(right.neighbours)
    return 2 * len(left.neighbours & right.neighbours) / both if both else 1.0


def _shared_topic(left: Profile, right: Profile) -> tuple[str, float]:
    """The best topic they share and its score; less where it is the first of only one of them, or of neither."""
    theirs = dict(right.topics)
    shared = [(min(score, theirs[topic]), topic) for topic, score in left.topics if topic in theirs]
    if not shared:
        return "", 0.0
    score, topic = max(shared)
    firsts = (topic == left.topics[0][0]) + (topic == right.topics[0][0])
    return topic, score * (0.5, 0.75, 1.0)[firsts]


def are_parallel(left: tuple[Profile, ...], right: tuple[Profile, ...]) -> bool:
    """Whether two texts look like one agreement in two languages: the same article numbers, divided alike."""
    if not left or not right or left[0].language == right[0].language:
        return False
    ours, theirs = Counter(p.number for p in left), Counter(p.number for p in right)
    common = {number for number in ours & theirs if number and ours[number] == theirs[number] == 1}
    if len(common) < 0.8 * max(len(left), len(right)):
        return False
    shapes = {p.number: p.labels for p in right}
    alike = [similarity(p.labels, shapes[p.number]) for p in left if p.number in common]
    return sum(alike) >= 0.75 * len(alike)
