"""From a text's articles to its findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from rules.coding import clauses, exceptions, reach
from rules.coding.clauses import Clause
from rules.coding.rulebook import languages
from rules.coding.transitions import years
from rules.coding.treaty import Treaty
from rules.model import CORE_TOPICS, Article, Discipline, Finding, Sentence, Strength, Words
from rules.topics import topics

NO_EFFECT = "no-legal-effect"
"""What is elsewhere when another provision says that the article creates no obligation."""


def code(articles: Sequence[Article], language: str, wanted: Sequence[str] = CORE_TOPICS) -> tuple[Finding, ...]:
    """What a text promises on each topic, in the order of `wanted`.

    In a language without coding rules every topic that would need reading is `unclear`. The core topics are coded
    whole; of the others it is said how firmly they bind, and `unclear` for what they do.
    """
    if language not in languages():
        return tuple(Finding(topic, Discipline.UNCLEAR, Strength.NONE) for topic in wanted)
    treaty = Treaty(articles, language)
    return tuple(_finding(treaty, topic) for topic in wanted)


@cache
def _institutional() -> frozenset[str]:
    """Topics of articles that frame the others (definitions, scope, exceptions): nothing reaches them."""
    return frozenset(topic.id for topic in topics() if topic.frames or topic.absorbs)


def _finding(treaty: Treaty, topic: str) -> Finding:
    clause = clauses.find(treaty, topic)
    strength, sentences = clauses.strength(treaty, clause)
    written = exceptions.find(treaty, clause)
    outside = reach.find(treaty, clause) if topic not in _institutional() else reach.NOTHING
    unbound: tuple[Words, ...] = ()
    if strength in {Strength.HARD, Strength.MIXED} and any(e.kind == NO_EFFECT for e in outside.elsewhere):
        # Whoever is not bound by it has promised nothing hard, whatever the verb.
        strength = Strength.SOFT
        unbound = tuple(replace(w, part="strength:soft") for w in outside.words if w.part == f"elsewhere:{NO_EFFECT}")
    against = (*written, *outside.exceptions)
    found = tuple(proved.found for proved in against)
    scope = tuple(_scope(treaty, clause))
    return Finding(
        topic=topic,
        discipline=clause.discipline,
        strength=strength,
        scope=tuple(dict.fromkeys(words.part.partition(":")[2] for words in scope)),
        exceptions=found,
        breadth=exceptions.breadth(found),
        enforcement=outside.enforcement,
        elsewhere=outside.elsewhere,
        provisions=tuple(dict.fromkeys(_provisions(clause))),
        sentences=tuple(
            Sentence(reading.passage.key, reading.start, reading.end, reading.strength or Strength.SOFT)
            for reading in sentences
        ),
        words=(
            *(answer.words for answer in clause.answers),
            *clause.unanswered,
            *(Words(r.passage.key, *r.verb, f"strength:{r.strength or Strength.SOFT}") for r in sentences),
            *unbound,
            *scope,
            *(words for proved in against for words in proved.words),
            *outside.words,
        ),
        deferral=outside.deferral,
        term_years=_term(clause),
    )


def _provisions(clause: Clause) -> Iterator[int]:
    """The articles; or the paragraph, where it stands in an article about something else."""
    if clause.unanswered and len(clause.passages) == 1:
        yield clause.passages[0].key
        return
    whole = {passage.key for passage in clause.passages}
    for article in clause.articles:
        answering = [a.reading.passage.key for a in clause.answers if a.article is article]
        paragraphs = [passage.key for passage in Treaty.paragraphs(article)]
        yield from [article.key] if whole.issuperset(paragraphs) or not answering else answering
    yield from (article.key for article in clause.companions)


def _scope(treaty: Treaty, clause: Clause) -> Iterator[Words]:
    answering = {(a.reading.passage.key, a.reading.start) for a in clause.answers}
    for rule in treaty.book.table("scope", topic=clause.topic):
        for article in clause.articles:
            for reading in treaty.sentences(article):
                if not rule.anywhere and (reading.passage.key, reading.start) not in answering:
                    continue
                for start, end in rule.spans(reading.passage.text, reading.start, reading.end):
                    yield Words(reading.passage.key, start, end, f"scope:{rule.code}")
                    break
    if clause.sectoral:
        yield from (replace(answer.words, part="scope:financial-services-only") for answer in clause.answers)
    yield from filter(None, (reach.opening(article, "scope:financial-services") for article in clause.companions))


def _term(clause: Clause) -> int | None:
    if clause.discipline is not Discipline.DEFERS:
        return None
    return years(" ".join(answer.reading.text for answer in clause.answers))
