"""Which sentence of which article answers a topic's question, and how firmly the clause binds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rules.coding.rulebook import compiled, settings
from rules.coding.sentences import Reading
from rules.coding.treaty import MAIN_SCORE, Treaty
from rules.model import CORE_TOPICS, Article, Discipline, Passage, Strength, Words

_KINDS: dict[str, frozenset[str]] = {
    "prohibits": frozenset({"hard"}),
    "requires": frozenset({"hard"}),
    "endeavours": frozenset({"soft"}),
    "defers": frozenset({"review", "soft"}),
    "recognises": frozenset({"recognition", "cooperation", "soft", "hard"}),
    "reserves": frozenset({"reservation", "permission"}),
}
"""A discipline is only believed of a sentence whose verb can carry it: `shall endeavour to allow` prohibits nothing."""


_LISTING = frozenset({"cooperation", "stakeholder-engagement", "definitions", "objectives", "scope", "transparency"})
"""Topics of articles that name other topics without being about them."""
_REPEATED_FOR_FINANCE = frozenset({"data-flows", "data-localization"})
"""Topics whose obligation treaties repeat in an article of its own for financial services (USJDTA Art. 13)."""
_RECOGNISING = frozenset({"recognition", "cooperation"})
_FINANCIAL = re.compile(r"financ|金融", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence that answers the topic's question."""

    article: Article
    reading: Reading
    discipline: Discipline
    words: Words


@dataclass(frozen=True, slots=True)
class Clause:
    """What a text has on a topic: the answers of the best discipline, and the passages that are about it."""

    topic: str
    answers: tuple[Answer, ...] = ()
    articles: tuple[Article, ...] = ()
    """The articles that carry it, principal one first."""
    companions: tuple[Article, ...] = ()
    """Articles that carry the same obligation for one sector."""
    passages: tuple[Passage, ...] = ()
    """What the principal articles say about the topic."""
    mentions: tuple[tuple[Article, Words], ...] = ()
    """Where the topic is only named."""
    sectoral: bool = False
    """Whether only financial services are bound."""
    unanswered: tuple[Words, ...] = ()
    """Words that are about the topic, where no rule tells what they do."""

    @property
    def discipline(self) -> Discipline:
        """The discipline of its answers; `unclear` when articles are about it and no rule answers."""
        if self.answers:
            return self.answers[0].discipline
        return Discipline.UNCLEAR if self.articles else Discipline.SILENT


def find(treaty: Treaty, topic: str) -> Clause:
    """The clause of a text on a topic."""
    own = treaty.own(topic)
    answers = _best(answer for article in own for answer in _answers(treaty, topic, article))
    if not answers:
        answers = _best(answer for article in _passing(treaty, topic) for answer in _answers(treaty, topic, article))
    if not answers and not own:
        answers = _best(_named(treaty, topic)) or tuple(_recitals(treaty, topic))[:1]
    articles = _in_order(answer.article for answer in answers) or own[:1]
    if not articles and (doubtful := next(_doubtful(treaty, topic), None)):
        article, passage, words = doubtful
        return Clause(topic, (), (article,), (), (passage,), unanswered=(words,))
    if not articles and (sector := _best(_in_finance(treaty, topic))):
        return Clause(
            topic,
            sector,
            _in_order(answer.article for answer in sector),
            passages=tuple(dict.fromkeys(answer.reading.passage for answer in sector)),
            sectoral=True,
        )
    return Clause(
        topic,
        answers,
        articles,
        tuple(_companions(treaty, topic, articles)),
        tuple(p for article in articles for p in _passages(treaty, topic, article, own, answers)),
        () if articles else tuple(_mentions(treaty, topic)),
        unanswered=() if answers or not articles else _topic_words(treaty, topic, articles[0]),
    )


def _topic_words(treaty: Treaty, topic: str, article: Article) -> tuple[Words, ...]:
    """What made the article one of the topic's, where no rule tells what it does: the words of its body."""
    return tuple(words for words in treaty.hits[article.key][topic].words if words.part == "topic")


def strength(treaty: Treaty, clause: Clause) -> tuple[Strength, tuple[Reading, ...]]:
    """How firmly the clause binds, and the sentences that say so.

    `hard` and `soft` when every committing sentence is; `mixed` when some are and some are not. What is only
    recognised or put off is soft; what is left to each party is none.
    """
    if clause.discipline in {Discipline.SILENT, Discipline.RESERVES}:
        return Strength.NONE, ()
    if clause.discipline is Discipline.UNCLEAR and clause.topic in CORE_TOPICS:
        return Strength.NONE, ()
    answering = tuple(answer.reading for answer in clause.answers)
    if clause.discipline in {Discipline.ENDEAVOURS, Discipline.DEFERS, Discipline.RECOGNISES}:
        return Strength.SOFT, answering
    committing = tuple(
        reading for passage in clause.passages for reading in treaty.readings(passage) if reading.strength is not None
    )
    found = {reading.strength for reading in committing}
    if not found:
        recognising = tuple(r for p in clause.passages for r in treaty.readings(p) if r.kind in _RECOGNISING)
        return (Strength.SOFT if recognising else Strength.NONE), recognising
    if len(found) > 1:
        return Strength.MIXED, committing
    return (Strength.HARD if Strength.HARD in found else Strength.SOFT), committing


def _answers(treaty: Treaty, topic: str, article: Article) -> Iterator[Answer]:
    for passage in treaty.passages_about(topic, article):
        for reading in treaty.readings(passage):
            if answer := _answer(treaty, topic, article, reading):
                yield answer


def _answer(treaty: Treaty, topic: str, article: Article, reading: Reading) -> Answer | None:
    rules = treaty.book.table("discipline", topic=topic)
    for name in settings().disciplines:
        for rule in rules:
            if rule.code != name or reading.kind not in _KINDS[name]:
                continue
            # What is recognised may stand in the recital of a sentence whose main clause does something else.
            begin = reading.start if name == "recognises" else reading.main
            if match := compiled(rule.pattern).search(reading.passage.text[begin : reading.end]):
                words = Words(reading.passage.key, begin + match.start(), begin + match.end(), "discipline")
                return Answer(article, reading, Discipline(name), words)
    return None


def _best(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    found = list(answers)
    order = {Discipline(name): place for place, name in enumerate(settings().disciplines)}
    best = min((order[answer.discipline] for answer in found), default=None)
    return tuple(answer for answer in found if order[answer.discipline] == best)


def _passing(treaty: Treaty, topic: str) -> Iterator[Article]:
    """Articles that touch the topic without being its own."""
    for article in treaty.articles:
        hit = treaty.hits[article.key].get(topic)
        if hit and hit.score < MAIN_SCORE and not treaty.sectoral(article):
            yield article


def _on_digital_trade(treaty: Treaty, without: frozenset[str]) -> Iterator[Article]:
    """Articles of the digital chapters (all of a text that has no chapters), but for those on a topic of `without`."""
    for article in treaty.articles:
        listing = without & treaty.hits[article.key].keys()
        if (treaty.digital(article) or not article.division) and not listing and not treaty.sectoral(article):
            yield article


def _named(treaty: Treaty, topic: str) -> Iterator[Answer]:
    """Answers in articles whose headings and other words say nothing of the topic."""
    rules = treaty.book.table("mention", topic=topic)
    for article in _on_digital_trade(treaty, _LISTING):
        for reading in treaty.sentences(article):
            if reading.strength is None or not any(rule.search(reading.text) for rule in rules):
                continue
            answer = _answer(treaty, topic, article, reading)
            if answer and answer.discipline is not Discipline.RECOGNISES:
                yield answer


def _doubtful(treaty: Treaty, topic: str) -> Iterator[tuple[Article, Passage, Words]]:
    """Paragraphs that commit in a sentence that names the topic, though no rule can tell to what: never `silent`."""
    rules = treaty.book.table("mention", topic=topic)
    for article in _on_digital_trade(treaty, _LISTING - {"objectives"}):
        for reading in treaty.sentences(article):
            if reading.kind != "hard":
                continue
            for rule in rules:
                for start, end in rule.spans(reading.passage.text, reading.start, reading.end):
                    yield article, reading.passage, Words(reading.passage.key, start, end, "topic")


def _in_finance(treaty: Treaty, topic: str) -> Iterator[Answer]:
    """Answers that hold for financial services only: given where the treaty has no others."""
    for article in treaty.articles:
        if "financial-data" not in treaty.hits[article.key]:
            continue
        for reading in treaty.sentences(article):
            if answer := _answer(treaty, topic, article, reading):
                yield answer


def _recitals(treaty: Treaty, topic: str) -> Iterator[Answer]:
    """Sentences on digital trade that recognise the topic in passing, as KORUS Art. 15.8 does personal information."""
    for article in filter(treaty.digital, treaty.articles):
        for reading in treaty.sentences(article):
            answer = _answer(treaty, topic, article, reading)
            if answer and answer.discipline is Discipline.RECOGNISES:
                yield answer


def _companions(treaty: Treaty, topic: str, articles: tuple[Article, ...]) -> Iterator[Article]:
    if topic not in _REPEATED_FOR_FINANCE:
        return
    for article in treaty.articles:
        hit = treaty.hits[article.key].get(topic)
        sectoral = treaty.sectoral(article) and _FINANCIAL.search(article.heading)
        if hit and hit.score >= MAIN_SCORE and sectoral and article not in articles:
            yield article


def _passages(
    treaty: Treaty, topic: str, article: Article, own: tuple[Article, ...], answers: tuple[Answer, ...]
) -> tuple[Passage, ...]:
    if article in own:
        return treaty.passages_about(topic, article)
    return tuple(dict.fromkeys(answer.reading.passage for answer in answers if answer.article is article))


def _mentions(treaty: Treaty, topic: str) -> Iterator[tuple[Article, Words]]:
    rules = treaty.book.table("mention", topic=topic)
    for article in treaty.articles:
        about = treaty.hits[article.key]
        if not {"cooperation", "stakeholder-engagement", "definitions", "objectives"} & about.keys():
            continue
        if "definitions" in about:
            continue
        for passage in treaty.paragraphs(article):
            for rule in rules:
                if match := rule.search(passage.text):
                    yield article, Words(passage.key, match.start(), match.end(), "elsewhere:dialogue")


def _in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(dict.fromkeys(articles))
