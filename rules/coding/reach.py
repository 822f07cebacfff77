"""What reaches an obligation from outside its article: scope, carve-outs, treaty exceptions, dispute settlement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.coding.clauses import Clause
from rules.coding.exceptions import Proved
from rules.coding.sentences import split
from rules.coding.transitions import terms
from rules.coding.treaty import SETTLEMENT, Treaty, chapter, numbers
from rules.model import Article, Elsewhere, Enforcement, ExceptionFound, Passage, Role, Words

_WHOLE = re.compile(
    r"\bthis agreement\b|本协定|\b(?:este|presente) (?:acuerdo|tratado|protocolo)",
    re.IGNORECASE,
)
_WHOLE_EXCLUDES = re.compile(
    r"\bthis agreement\b[^.;:]{0,60}\bnot apply|本协定[^。；]{0,20}不(?:得)?适用"
    r"|\b(?:este|presente) (?:acuerdo|tratado|protocolo)[^.;:]{0,60}\bno (?:se )?aplica",
    re.IGNORECASE,
)
_NOTHING_IN_WHOLE = re.compile(r"\bnothing in this agreement\b", re.IGNORECASE)
_FRAME = re.compile(
    r"exception|general|initial|final|institution|excepci|disposicion|例外|一般|总则|最后|初始", re.IGNORECASE
)
"""Chapters whose provisions speak to the whole agreement."""
_THIS_ARTICLE = re.compile(r"\bthis article\b|本条|\b(?:este|presente) artículo", re.IGNORECASE)
_CHAPTER = re.compile(
    r"\b(?:this|the present) (?:chapter|module|annex)\b|本(?:章|模块|附件)|\b(?:este|presente) (?:capítulo|módulo)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\bthis section\b|本节|\b(?:esta|la presente) sección", re.IGNORECASE)
_OTHER_CHAPTERS = re.compile(
    r"\b(?:chapters?|modules?|capítulos?)\s+((?:\d+(?:\s*\([^()]*\))?(?:\s*,|\s+and|\s+or|\s+to|\s+y|\s+o)*\s*)+)"
    r"|第\s*(\d+)\s*章|模块\s*(\d+)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:except|other than|excluding)\b|\bexcepto\b|除[^，。]{0,30}外", re.IGNORECASE)


EXISTING = " (existing measures)"
"""Behind a term of deferral that holds for existing measures only."""
_EXCEPTIONS = frozenset({"general-exceptions", "security-exceptions"})


@dataclass(frozen=True, slots=True)
class Reach:
    """Everything outside the article that reaches the obligation."""

    elsewhere: tuple[Elsewhere, ...]
    exceptions: tuple[Proved, ...]
    """Chapter carve-outs that name the obligation's article."""
    enforcement: Enforcement
    words: tuple[Words, ...]
    deferral: tuple[str, ...] = ()
    """Who cannot be sued yet, and for how long."""


def _deferrals(treaty: Treaty, settled: tuple[tuple[Words, str], ...]) -> Iterator[str]:
    for _, said in settled:
        limited = any(rule.search(said) for rule in treaty.book.table("reach", where="deferral"))
        yield from (f"{term}{EXISTING if limited else ''}" for term in terms(said))


NOTHING = Reach((), (), Enforcement.UNKNOWN, ())
"""For what nothing reaches."""


def find(treaty: Treaty, clause: Clause) -> Reach:
    """Follow what reaches the clause's principal articles across the whole text."""
    if not clause.articles:
        mentions = tuple(Elsewhere("dialogue", words.key) for _, words in clause.mentions)
        return Reach(_once(mentions), (), Enforcement.UNKNOWN, tuple(words for _, words in clause.mentions))
    home = clause.articles[0]
    carved = tuple(_carve_outs(treaty, home))
    found = [
        *_scope(treaty, clause.topic, home),
        *_definitions(treaty, clause),
        *_effects(treaty, home),
        *_of_the_treaty(treaty, home),
        *(
            (Elsewhere("financial-services", words.key), words)
            for article in clause.companions
            if (words := opening(article, "elsewhere:financial-services"))
        ),
    ]
    enforcement, settled = _enforcement(treaty, home)
    found += [(Elsewhere("dispute-settlement", words.key), words) for words, _ in settled]
    deferral = tuple(_deferrals(treaty, settled)) if enforcement is Enforcement.DEFERRED else ()
    taken = {proved.found.key for proved in carved}
    kept = [
        (reach, words)
        for reach, words in found
        if not (reach.kind == "relation-to-other-chapters" and reach.key in taken)
    ]
    return Reach(_once(reach for reach, _ in kept), carved, enforcement, tuple(words for _, words in kept), deferral)


def opening(article: Article, part: str) -> Words | None:
    """The first sentence of an article, as evidence that it is there."""
    for passage in Treaty.paragraphs(article):
        for start, end in split(passage.text):
            return Words(passage.key, start, end, part)
    return None


def _once(found: Iterator[Elsewhere] | tuple[Elsewhere, ...]) -> tuple[Elsewhere, ...]:
    return tuple(dict.fromkeys(found))


def _outside(treaty: Treaty, home: Article) -> Iterator[tuple[Article, Passage]]:
    for article in treaty.articles:
        if article.key != home.key:
            for passage in treaty.paragraphs(article):
                yield article, passage


def _reaches(article: Article, text: str, home: Article) -> bool:
    """Whether what a passage says of `this Chapter` (Section, Agreement) is said of the home article."""
    if _SECTION.search(text) and not _CHAPTER.search(text):
        return article.division == home.division
    if _CHAPTER.search(text):
        return chapter(article) == chapter(home)
    return bool(_WHOLE_EXCLUDES.search(text) or _NOTHING_IN_WHOLE.search(text))


def _scope(treaty: Treaty, topic: str, home: Article) -> Iterator[tuple[Elsewhere, Words]]:
    rules = treaty.book.table("reach", topic=topic, where="scope")
    for article, passage in _outside(treaty, home):
        near = chapter(article) == chapter(home)
        if not near and not ({"scope", "general-exceptions"} & treaty.hits[article.key].keys()):
            continue
        for rule in rules:
            match = rule.search(passage.text)
            if not match:
                continue
            about_chapters = rule.code == "relation-to-other-chapters"
            if near if about_chapters else _reaches(article, passage.text[: match.end()], home):
                words = Words(passage.key, match.start(), match.end(), f"elsewhere:{rule.code}")
                yield Elsewhere(rule.code, passage.key), words


def _carve_outs(treaty: Treaty, home: Article) -> Iterator[Proved]:
    for article, passage in _outside(treaty, home):
        if chapter(article) != chapter(home) or not home.number or home.number not in numbers(passage.text):
            continue
        for rule in treaty.book.table("reach", where="carve_out"):
            if match := rule.search(passage.text):
                words = Words(passage.key, match.start(), match.end(), f"exception:{rule.code}")
                yield Proved(ExceptionFound(rule.code, (), passage.key), (words,))


def _effects(treaty: Treaty, home: Article) -> Iterator[tuple[Elsewhere, Words]]:
    """What says that the named articles create no obligation at all (DEPA Annex I of 2020)."""
    for _, passage in _outside(treaty, home):
        for rule in treaty.book.table("reach", where="effect"):
            match = rule.search(passage.text)
            if match and home.number in numbers(passage.text) and treaty.is_unique(home.number):
                words = Words(passage.key, match.start(), match.end(), f"elsewhere:{rule.code}")
                yield Elsewhere(rule.code, passage.key), words


def _definitions(treaty: Treaty, clause: Clause) -> Iterator[tuple[Elsewhere, Words]]:
    said = " ".join(answer.reading.text for answer in clause.answers).lower()
    terms_used = {
        text.lower()
        for rule in treaty.book.table("reach", where="term")
        for start, end in rule.spans(said, 0, len(said))
        if (text := said[start:end])
    }
    home = clause.articles[0]
    near = sorted(
        (a for a in treaty.articles if chapter(a) in {chapter(home), "1", ""} or _FRAME.search(a.division_heading)),
        key=lambda article: chapter(article) != chapter(home),
    )
    for term in sorted(terms_used):
        for article in near:
            if defined := _definition(article, term):
                words = Words(defined.key, 0, len(defined.text), "elsewhere:definition")
                yield Elsewhere("definition", defined.key), words
                break


def _definition(article: Article, term: str) -> Passage | None:
    for passage in article.passages:
        if passage.role is Role.DEFINITION and _same_term(passage.label.lower(), term):
            return passage
    return None


def _same_term(label: str, term: str) -> bool:
    """Whether a defined term is the one used, in the singular or the plural."""
    return label.strip("“”‘’\"' ") in {term, term.removesuffix("s"), term.removesuffix("ies") + "y"}


def _of_the_treaty(treaty: Treaty, home: Article) -> Iterator[tuple[Elsewhere, Words]]:
    for rule in treaty.book.table("reach", where="treaty"):
        for article in treaty.articles:
            if article.key == home.key or not _EXCEPTIONS.intersection(treaty.hits[article.key]):
                continue
            for passage in treaty.paragraphs(article):
                match = rule.search(passage.text)
                if match and _speaks_to(article, passage, home):
                    yield (
                        Elsewhere(rule.code, article.key),
                        Words(passage.key, match.start(), match.end(), f"elsewhere:{rule.code}"),
                    )
                    break


def _speaks_to(article: Article, passage: Passage, home: Article) -> bool:
    """Whether an exception of the treaty reaches the home article's chapter."""
    if chapter(article) == chapter(home):
        return not _THIS_ARTICLE.search(passage.text)
    if article.division_heading and not _FRAME.search(article.division_heading):
        return False
    named = chapters_named(passage.text)
    if named and not _EXCEPT.search(passage.text):
        return chapter(home) in named
    return chapter(home) not in named and bool(_WHOLE.search(passage.text)) and not _CHAPTER.search(passage.text)


def chapters_named(text: str) -> frozenset[str]:
    """Numbers of the chapters or modules that a text names, lists included."""
    found: set[str] = set()
    for match in _OTHER_CHAPTERS.finditer(text):
        listed = re.sub(r"\([^()]*\)", " ", next(filter(None, match.groups())))
        found.update(re.findall(r"\d+", listed))
    return frozenset(found)


def _enforcement(treaty: Treaty, home: Article) -> tuple[Enforcement, tuple[tuple[Words, str], ...]]:
    """What dispute settlement does about the article, with each sentence that says so."""
    for code in ("deferred", "excluded"):
        rules = [rule for rule in treaty.book.table("reach", where="settlement") if rule.code == code]
        found = tuple(
            (Words(passage.key, start, end, "enforcement"), text)
            for article, passage, start, end in treaty.on_settlement
            for text in [passage.text[start:end]]
            if article.key != home.key
            and any(rule.search(text) for rule in rules)
            and _bears_on(treaty, article, text, home)
        )
        if found:
            return Enforcement(code), found
    for article in treaty.articles:
        if SETTLEMENT.search(article.division_heading) and chapter(article) != chapter(home):
            return Enforcement.DISPUTABLE, ()
    return Enforcement.UNKNOWN, ()


def _bears_on(treaty: Treaty, article: Article, text: str, home: Article) -> bool:
    named = numbers(text)
    if home.number in named and (chapter(article) == chapter(home) or treaty.is_unique(home.number)):
        return True
    if chapter(article) == chapter(home):
        return not (named - {article.number}) and bool(_CHAPTER.search(text) or _SECTION.search(text))
    return chapter(home) in chapters_named(text) and not named
