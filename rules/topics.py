"""Which topics an article or a paragraph is about, and the words that say so.

Headings and bodies are matched against the rules in `rules/data/topics`. A topic's score is what its best heading
rule and all its body rules leave of doubt: 1 - (1 - heading) x product of (1 - weight of each body rule). What stays
under `THRESHOLD` is not reported. References to other articles by title, as in `Article 3 (Source Code)`, name a
topic without being about it: they are blanked before the body is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources

from rules.model import Article, Passage, Role, TopicHit, Words
from rules.rulefile import LANGUAGES, RuleFile, TopicInfo, TopicRule, read_rule_files

HEADING_PART = "topic:heading"
"""`Words.part` of words in an article's heading: an article's key may also be that of its unnumbered words."""

THRESHOLD = 0.35
"""The lowest score that counts as a topic: one passing but operative mention (weights from 0.4) is above it."""

FOOTNOTE_SHARE = 0.5
"""A footnote qualifies a clause more often than it makes one, so its words count half."""

ABSORBED_BELOW = 0.6
"""An article is a definitions or exceptions article, and nothing else, from this score on."""

_REFERENCE = re.compile(
    r"\b\d+(?:\.\d+|-\d+)?(?:[.-][a-z])?(?: ?\(\w{1,4}\))*,? \((?=[a-z])(?![ivx]{1,4}\))[^()]{4,140}\)"
    r"|第 ?[\d.]+ ?条(?:第 ?\d+ ?款)? ?[(（][^()（）]{2,40}[)）]"
)
_OTHER_DIVISION = re.compile(r"(?:chapter|cap[ií]tulo|annex|anexo|part|section)s? $")


@dataclass(frozen=True)
class Rulebook:
    """Topics with the rules that find them. The built-in one is `builtin()`; a user's own is added by `extended`."""

    topics: tuple[TopicInfo, ...]
    load: Callable[[str], RuleFile]
    """The rules of one language, read when that language is first asked for."""
    added: RuleFile = field(default_factory=RuleFile)

    def extended(self, files: Iterable[tuple[str, str]]) -> Rulebook:
        """The same with a user's rule files, (name, TOML text) each, on top.

        Raises:
            RuleFileError: naming everything that is wrong with them.
        """
        more = read_rule_files(files, known_topics=[topic.id for topic in self.topics])
        merged = RuleFile(
            self.added.topics + more.topics,
            self.added.rules + more.rules,
            self.added.contexts + more.contexts,
            {**(self.added.renamed or {}), **(more.renamed or {})},
        )
        return Rulebook(self.topics + more.topics, self.load, merged)

    @cached_property
    def _matchers(self) -> dict[str, _Matcher]:
        return {}

    def matcher(self, language: str) -> _Matcher:
        """The compiled rules of a language; without any rule where the language has none."""
        if language not in self._matchers:
            own = self.load(language)
            rules = [*own.rules, *(rule for rule in self.added.rules if rule.lang == language)]
            contexts = [*own.contexts, *(item for item in self.added.contexts if item[0] == language)]
            self._matchers[language] = _Matcher(self.topics, rules, [pattern for _, pattern in contexts])
        return self._matchers[language]

    def renamed(self, name: str) -> str:
        """The id that a topic or rule bears today."""
        return {**(self.load("").renamed or {}), **(self.added.renamed or {})}.get(name, name)


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: TopicRule
    search: Callable[[str], re.Match[str] | None]
    taken_back: Callable[[str], re.Match[str] | None] | None


class _Matcher:
    """The rules of one language, ready to use."""

    def __init__(self, topics: Sequence[TopicInfo], rules: Sequence[TopicRule], contexts: Sequence[str]) -> None:
        self._order = {topic.id: position for position, topic in enumerate(topics)}
        self._absorbing = frozenset(topic.id for topic in topics if topic.absorbs)
        self._framing = frozenset(topic.id for topic in topics if topic.frames)
        self._headings = [_compiled(rule) for rule in rules if rule.where == "heading"]
        self._bodies = [_compiled(rule) for rule in rules if rule.where == "body"]
        self._words = frozenset(word for item in (*self._headings, *self._bodies) for word in item.rule.needs)
        self._digital = re.compile("|".join(contexts)).search if contexts else None

    def article(self, article: Article, *, headings: bool) -> tuple[TopicHit, ...]:
        """Topics of an article, best first."""
        heading = _lower(article.heading) if headings else ""
        division = _lower(article.division_heading)
        texts = [_lower(passage.text) for passage in article.passages]
        digital = self._is_digital(division, heading, *texts)
        tally = _Tally()
        above = (division, texts[0] if texts else "")
        for item, match in self._found(self._headings, heading, above, digital=digital):
            tally.heading(item.rule, Words(article.key, match.start(), match.end(), HEADING_PART))
        self._read_bodies(article.passages, texts, (division, heading), tally, digital=digital)
        return self._hits(tally)

    def passage(self, passage: Passage, within: Article | None) -> tuple[TopicHit, ...]:
        """Topics of one passage by its own words, best first."""
        above = (_lower(within.division_heading), _lower(within.heading)) if within else ("", "")
        text = _lower(passage.text)
        tally = _Tally()
        self._read_bodies((passage,), (text,), above, tally, digital=self._is_digital(*above, text))
        return self._hits(tally)

    def _is_digital(self, *texts: str) -> bool:
        return self._digital is not None and any(self._digital(text) for text in texts)

    def _read_bodies(
        self,
        passages: Sequence[Passage],
        texts: Sequence[str],
        above: tuple[str, ...],
        tally: _Tally,
        *,
        digital: bool,
    ) -> None:
        first = passages[0].key if passages else None
        for passage, text in zip(passages, texts, strict=True):
            share = FOOTNOTE_SHARE if passage.role is Role.FOOTNOTE else 1.0
            for item, match in self._found(self._bodies, _without_references(text), above, digital=digital):
                if passage.role is Role.DEFINITION and item.rule.topic not in self._absorbing:
                    continue
                words = Words(passage.key, match.start(), match.end(), "topic")
                tally.body(item.rule, item.rule.weight * share, words, leads=passage.key == first)

    def _found(
        self, rules: Sequence[_Compiled], text: str, above: tuple[str, ...], *, digital: bool
    ) -> Iterable[tuple[_Compiled, re.Match[str]]]:
        if not text:
            return
        present = {word for word in self._words if word in text}
        for item in rules:
            if item.rule.needs and present.isdisjoint(item.rule.needs):
                continue
            if item.rule.context and not digital:
                continue
            match = item.search(text)
            if match and not (item.taken_back and any(item.taken_back(part) for part in (text, *above))):
                yield item, match

    def _hits(self, tally: _Tally) -> tuple[TopicHit, ...]:
        scores = tally.scores()
        absorbed = any(scores[topic] >= ABSORBED_BELOW for topic in self._absorbing & tally.leading)
        hits = [
            TopicHit(topic, round(score, 3), tuple(tally.words[topic]))
            for topic, score in scores.items()
            if score >= THRESHOLD and not (absorbed and topic not in self._framing | tally.by_heading.keys())
        ]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, self._order[hit.topic])))


class _Tally:
    """What has been found in one article so far."""

    def __init__(self) -> None:
        self.by_heading: dict[str, float] = {}
        self.by_rule: dict[str, tuple[str, float]] = {}
        self.words: dict[str, list[Words]] = {}
        self.leading: set[str] = set()
        """Topics of the heading or of the first passage: an article that opens with definitions is made of them."""

    def heading(self, rule: TopicRule, words: Words) -> None:
        self.by_heading[rule.topic] = max(self.by_heading.get(rule.topic, 0.0), rule.weight)
        self.leading.add(rule.topic)
        self.words.setdefault(rule.topic, []).append(words)

    def body(self, rule: TopicRule, weight: float, words: Words, *, leads: bool) -> None:
        """A rule counts once per article, where it weighs most; all its words are kept."""
        _, before = self.by_rule.get(rule.id, (rule.topic, 0.0))
        self.by_rule[rule.id] = (rule.topic, max(before, weight))
        if leads:
            self.leading.add(rule.topic)
        self.words.setdefault(rule.topic, []).append(words)

    def scores(self) -> dict[str, float]:
        scores = dict(self.by_heading)
        for topic, weight in self.by_rule.values():
            scores[topic] = 1 - (1 - scores.get(topic, 0.0)) * (1 - weight)
        return scores


def _compiled(rule: TopicRule) -> _Compiled:
    return _Compiled(rule, re.compile(rule.pattern).search, re.compile(rule.unless).search if rule.unless else None)


def _lower(text: str) -> str:
    """Lower case with every character in its place (`İ` would become two)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one) == 1 else char for char, one in ((char, char.lower()) for char in text))


def _without_references(text: str) -> str:
    """The same length, with the titles of cited articles blanked; those of cited chapters stay."""
    if "(" not in text and "（" not in text:
        return text

    def blank(match: re.Match[str]) -> str:
        if _OTHER_DIVISION.search(text, max(0, match.start() - 10), match.start()):
            return match[0]
        return " " * len(match[0])

    return _REFERENCE.sub(blank, text)


def _builtin_text(name: str) -> tuple[str, str]:
    return name, (resources.files("rules") / "data" / "topics" / name).read_text(encoding="utf-8")


@cache
def _builtin_names() -> RuleFile:
    return read_rule_files([_builtin_text("topics.toml")])


@cache
def _builtin_rules(language: str) -> RuleFile:
    if language not in LANGUAGES:
        return RuleFile(renamed=_builtin_names().renamed)
    folder = resources.files("rules") / "data" / "topics"
    names = sorted(item.name for item in folder.iterdir() if item.name.startswith(f"{language}-"))
    known = [topic.id for topic in _builtin_names().topics]
    return read_rule_files([_builtin_text(name) for name in names], known_topics=known)


@cache
def builtin() -> Rulebook:
    """The topics and rules that come with the program."""
    return Rulebook(_builtin_names().topics, _builtin_rules)


def topics() -> tuple[TopicInfo, ...]:
    """The built-in topics, the core ones first, in the order in which tables print them."""
    return builtin().topics


def classify(
    article: Article, language: str, *, headings: bool = True, rules: Rulebook | None = None
) -> tuple[TopicHit, ...]:
    """Topics of an article, best first, each with the words that led to it; empty where none is found.

    `language` is ISO 639-1; a language without rules finds nothing. With `headings=False` the article's own heading
    is not looked at (its chapter's still tells whether the article is about digital trade). Words found in the
    heading bear the article's key and the part `topic:heading`, those of the body their passage's key and `topic`.
    """
    return (rules or builtin()).matcher(language).article(article, headings=headings)


def classify_passage(
    passage: Passage, language: str, *, within: Article | None = None, rules: Rulebook | None = None
) -> tuple[TopicHit, ...]:
    """Topics of one passage by its own words, best first; `within` tells what its article and chapter are about."""
    return (rules or builtin()).matcher(language).passage(passage, within)
