"""What is written against an obligation in its own article: exceptions with their tests, transition periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rules.coding.clauses import Clause
from rules.coding.rulebook import CodingRule, settings
from rules.coding.sentences import ITEM, Reading, split
from rules.coding.transitions import terms
from rules.coding.treaty import Treaty, numbers
from rules.model import Article, Breadth, ExceptionFound, Passage, Role, Words

_COMMITTING = frozenset({"hard", "soft"})


@dataclass(frozen=True, slots=True)
class Proved:
    """An exception and the words that prove it."""

    found: ExceptionFound
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A kind of exception, found at [start, end) of a passage; its tests are looked for in [begin, until)."""

    rule: CodingRule
    start: int
    end: int
    begin: int
    until: int


def find(treaty: Treaty, clause: Clause) -> tuple[Proved, ...]:
    """Every exception that the clause's articles and their footnotes write, in the order of the text."""
    found: dict[tuple[str, int], Proved] = {}
    operative = {(a.reading.passage.key, a.reading.start) for a in clause.answers}
    about = {passage.key for passage in clause.passages}
    for article in clause.articles:
        for passage in article.passages:
            if passage.role is Role.PARAGRAPH and passage.key in about | _excepting(treaty, article):
                new = _in_passage(treaty, clause, passage, operative)
            else:
                new = iter(())
            for proved in (*new, *_transitions(treaty, passage)):
                found.setdefault((proved.found.kind, proved.found.key), proved)
    return tuple(found.values())


def breadth(exceptions: Iterable[ExceptionFound]) -> Breadth:
    """`broad` when one is self-judging, undisputable or open-ended; `narrow` when all are objective or closed.

    A transition period ends by itself and does not count (rule of the codebook; CPTPP Art. 14.8 with footnote 5 is
    `none`, Art. 14.13 `narrow`, RCEP Art. 12.14 `broad`).
    """
    rules = settings()
    counted = [found for found in exceptions if found.kind not in rules.time_limited]
    if any(found.kind in rules.open_ended or rules.broad_tests.intersection(found.tests) for found in counted):
        return Breadth.BROAD
    return Breadth.NARROW if counted else Breadth.NONE


def _excepting(treaty: Treaty, article: Article) -> set[int]:
    """Passages of the article that except from it, whatever their topic."""
    return {
        passage.key
        for passage in treaty.paragraphs(article)
        if any(reading.kind == "exception" for reading in treaty.readings(passage))
    }


def _in_passage(treaty: Treaty, clause: Clause, passage: Passage, operative: set[tuple[int, int]]) -> Iterator[Proved]:
    readings = treaty.readings(passage)
    for place, reading in enumerate(readings):
        if reading.kind == "exception":
            if place and readings[place - 1].kind == "exception" and _continues(reading):
                continue
            yield from _by_rules(treaty, clause.topic, reading, "article")
            until = _end_of_exception(readings, place)
            yield from _excepted(treaty, clause, passage, reading.start, until)
        elif (passage.key, reading.start) in operative and reading.kind in _COMMITTING | {"recognition"}:
            yield from _by_rules(treaty, clause.topic, reading, "commitment")
        elif reading.kind != "reservation":
            yield from _by_rules(treaty, clause.topic, reading, "article")


def _continues(reading: Reading) -> bool:
    return reading.text.lstrip().lower().startswith(("such ", "these ", "此类"))


def _end_of_exception(readings: tuple[Reading, ...], place: int) -> int:
    """An exception goes on over what is said of `such measures` after it."""
    end = readings[place].end
    for after in readings[place + 1 :]:
        if not _continues(after):
            break
        end = after.end
    return end


def _by_rules(treaty: Treaty, topic: str, reading: Reading, where: str) -> Iterator[Proved]:
    for rule in treaty.book.table("exception", topic=topic, where=where):
        for start, end in rule.spans(reading.passage.text, reading.start, reading.end):
            key = reading.passage.key
            yield Proved(ExceptionFound(rule.code, (), key), (Words(key, start, end, f"exception:{rule.code}"),))
            break


def _excepted(treaty: Treaty, clause: Clause, passage: Passage, start: int, end: int) -> Iterator[Proved]:
    places = _places(treaty, clause.topic, passage, start, end)
    if not places and not _names_companion(clause, passage.text[start:end]):
        if _is_only_a_limit_elsewhere(passage.text[start:end], clause):
            return
        words = Words(passage.key, start, end, "exception:other")
        yield Proved(ExceptionFound("other", (), passage.key), (words,))
    for place in places:
        if place.rule.code == "financial-services" and _names_companion(clause, passage.text[start:end]):
            continue
        tests = tuple(_tests(treaty, passage, place.begin, place.until))
        words = Words(passage.key, place.start, place.end, f"exception:{place.rule.code}")
        yield Proved(
            ExceptionFound(place.rule.code, tuple(dict.fromkeys(w.part.partition(":")[2] for w in tests)), passage.key),
            (words, *(Words(w.key, w.start, w.end, f"test:{w.part.partition(':')[2]}") for w in tests)),
        )


def _places(treaty: Treaty, topic: str, passage: Passage, start: int, end: int) -> list[_Place]:
    """Where each kind stands, first to last, each with the stretch that its tests may stand in."""
    heads = [(s, e, rule) for rule in treaty.book.table("exception", topic=topic, where="exception")
             for s, e in list(rule.spans(passage.text, start, end))[:1]]  # fmt: skip
    heads.sort(key=lambda head: head[0])
    items = [start, *(start + match.start() for match in ITEM.finditer(passage.text[start:end]))]
    begins = [max(item for item in items if item <= head[0]) for head in heads]
    places = []
    for place, (s, e, rule) in enumerate(heads):
        later = [begin for begin in begins[place + 1 :] if begin > begins[place]]
        places.append(_Place(rule, s, e, begins[place], min(later, default=end)))
    return places


def _tests(treaty: Treaty, passage: Passage, start: int, end: int) -> Iterator[Words]:
    for rule in treaty.book.table("test"):
        for s, e in list(rule.spans(passage.text, start, end))[:1]:
            yield Words(passage.key, s, e, f"test:{rule.code}")


def _names_companion(clause: Clause, text: str) -> bool:
    """Whether what is excepted is dealt with by another article on the same topic (USJDTA Art. 12(2) and 13)."""
    named = numbers(text)
    return any(companion.number in named for companion in clause.companions if companion.number)


def _is_only_a_limit_elsewhere(text: str, clause: Clause) -> bool:
    """Whether the sentence only says that this article leaves other articles alone."""
    own = {article.number for article in clause.articles}
    return bool(numbers(text) - own) and not numbers(text) & own


def _transitions(treaty: Treaty, passage: Passage) -> Iterator[Proved]:
    tests: list[str] = []
    words: list[Words] = []
    for start, end in split(passage.text):
        for rule in treaty.book.table("reach", where="transition"):
            if rule.search(passage.text[start:end]):
                tests += terms(passage.text[start:end])
                words.append(Words(passage.key, start, end, "exception:transition-period"))
                break
    if tests:
        yield Proved(ExceptionFound("transition-period", tuple(tests), passage.key), tuple(words))
