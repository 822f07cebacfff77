"""Rule files: topics and the patterns that find them, read from TOML and checked as a whole.

A rule file holds any of these tables, and a user's own file has the same form as the built-in ones:

    [[topic]]           id, group, name.en/zh/es, question.en/zh/es, frames?, absorbs?
    [[context]]         lang, pattern: the words that show that an article is about digital trade
    [[rule]]            id, topic, lang, where, pattern, weight, hits, misses, source, needs?, unless?, context?
    [[renamed]]         old, new: the id that a topic or a rule had before

A pattern is a regular expression, or a list of them of which one must match, over lower-case text with its line
breaks mended, so it is written in lower case; `unless` likewise.
Everything wrong with a file is reported at once, in one `RuleFileError`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

LANGUAGES: tuple[str, ...] = ("en", "zh", "es")
"""Languages in which topics are named and found (ISO 639-1)."""

GROUPS: tuple[str, ...] = ("core", "further")
PLACES: tuple[str, ...] = ("heading", "body")


class RuleFileError(Exception):
    """A rule file that cannot be used; `problems` has one sentence for each thing to mend."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


@dataclass(frozen=True, slots=True)
class TopicInfo:
    """A topic as people see it."""

    id: str
    names: Mapping[str, str]
    """Short column title by language: `en`, `zh`, `es`."""
    questions: Mapping[str, str]
    """The question a reader would ask, by language."""
    group: str
    """`core` or `further`."""
    frames: bool = False
    """It frames the rules of a chapter (aims, reach, exceptions, disputes) rather than making one."""
    absorbs: bool = False
    """An article of this topic only speaks of others (definitions, exceptions): it is theirs only if they frame."""


@dataclass(frozen=True, slots=True)
class TopicRule:
    """One pattern that speaks for a topic."""

    id: str
    topic: str
    lang: str
    where: str
    """`heading` or `body`."""
    pattern: str
    weight: float
    """0..1: how far this pattern alone makes the topic certain."""
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    source: str
    """The articles or the literature that the wording is drawn from."""
    needs: tuple[str, ...] = ()
    """Lower-case words, one of which the text must hold for the pattern to be tried at all: they make it fast."""
    unless: str = ""
    """A pattern that takes the rule back where it is found in the same passage or in the headings above it; for a
    heading rule also where it is found in the first passage."""
    context: str = ""
    """`digital`: counts only where the article is about digital trade."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What one or more rule files say, in the order in which they say it."""

    topics: tuple[TopicInfo, ...] = ()
    rules: tuple[TopicRule, ...] = ()
    contexts: tuple[tuple[str, str], ...] = ()
    """(language, pattern) of the words of digital trade."""
    renamed: Mapping[str, str] | None = None
    """Old id → new id."""


_TABLES = ("topic", "rule", "context", "renamed")
_TOPIC_KEYS = {"id": str, "group": str, "name": dict, "question": dict, "frames": bool, "absorbs": bool}
_RULE_KEYS = {
    "id": str, "topic": str, "lang": str, "where": str, "pattern": str | list, "weight": float, "hits": list,
    "misses": list, "source": str, "needs": list, "unless": str | list, "context": str,
}  # fmt: skip
_CONTEXT_KEYS = {"lang": str, "pattern": str}
_RENAMED_KEYS = {"old": str, "new": str}
_OPTIONAL = {"frames", "absorbs", "needs", "unless", "context"}
_KIND: Mapping[Any, str] = {
    str: "text",
    dict: "a table of languages",
    bool: "true or false",
    float: "a number",
    list: "a list of texts",
    str | list: "a text or a list of texts",
}


def read_rule_files(files: Iterable[tuple[str, str]], *, known_topics: Iterable[str] = ()) -> RuleFile:
    """Read (name, TOML text) pairs as one rule file; `known_topics` may be the subject of rules without being in them.

    Raises:
        RuleFileError: with every problem of every file, each naming the file.
    """
    problems: list[str] = []
    parts = [_read_one(name, text, problems) for name, text in files]
    whole = RuleFile(
        topics=tuple(topic for part in parts for topic in part.topics),
        rules=tuple(rule for part in parts for rule in part.rules),
        contexts=tuple(context for part in parts for context in part.contexts),
        renamed={old: new for part in parts for old, new in (part.renamed or {}).items()},
    )
    problems += _check_together(whole, tuple(known_topics))
    if problems:
        raise RuleFileError(problems)
    return whole


def _read_one(name: str, text: str, problems: list[str]) -> RuleFile:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        problems.append(f"{name} is not valid TOML: {exc}")
        return RuleFile()
    problems += [f"{name} has unknown table '{key}'{near(key, _TABLES)}" for key in data if key not in _TABLES]
    topics = [_topic(row) for row in _rows(name, data, "topic", _TOPIC_KEYS, problems)]
    rules = [_rule(row) for row in _rows(name, data, "rule", _RULE_KEYS, problems)]
    contexts = _rows(name, data, "context", _CONTEXT_KEYS, problems)
    renamed = _rows(name, data, "renamed", _RENAMED_KEYS, problems)
    for topic in topics:
        problems += [f"{name}: topic '{topic.id}' {sentence}" for sentence in _topic_problems(topic)]
    for rule in rules:
        problems += [f"{name}: rule '{rule.id}' {sentence}" for sentence in _rule_problems(rule)]
    return RuleFile(
        tuple(topics),
        tuple(rules),
        tuple((row["lang"], row["pattern"]) for row in contexts),
        {row["old"]: row["new"] for row in renamed},
    )


def _rows(
    name: str, data: Mapping[str, Any], table: str, keys: Mapping[str, Any], problems: list[str]
) -> list[dict[str, Any]]:
    """The rows of a table that are whole; what is wrong with the others goes to `problems`."""
    rows = data.get(table, [])
    if not isinstance(rows, list):
        problems.append(f"{name}: write [[{table}]], not [{table}]")
        return []
    sound = []
    for position, row in enumerate(rows, 1):
        where = f"{name}: {table} {position}" + (f" ('{row['id']}')" if isinstance(row.get("id"), str) else "")
        found = [f"{where} has unknown key '{key}'{near(key, keys)}" for key in row if key not in keys]
        found += [f"{where} lacks '{key}'" for key in keys if key not in row and key not in _OPTIONAL]
        found += [
            f"{where}: '{key}' must be {_KIND[keys[key]]}"
            for key, value in row.items()
            if key in keys and not _is_a(value, keys[key])
        ]
        problems += found
        if not found:
            sound.append(row)
    return sound


def _is_a(value: object, kind: Any) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(value, list):
        return kind in {list, str | list} and all(isinstance(item, str) for item in value)
    return isinstance(value, kind)


def near(key: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)` for the nearest of `known`; empty where none is near."""
    close = get_close_matches(key, list(known), n=1)
    return f" (did you mean '{close[0]}'?)" if close else ""


def _topic(row: Mapping[str, Any]) -> TopicInfo:
    flags = {key: row.get(key, False) for key in ("frames", "absorbs")}
    return TopicInfo(row["id"], row["name"], row["question"], row["group"], **flags)


def _rule(row: Mapping[str, Any]) -> TopicRule:
    lists = {key: tuple(row.get(key, ())) for key in ("hits", "misses", "needs")}
    patterns = {key: _either(row.get(key, "")) for key in ("pattern", "unless")}
    return TopicRule(**{**row, **lists, **patterns, "weight": float(row["weight"])})


def _either(patterns: str | list[str]) -> str:
    return patterns if isinstance(patterns, str) else "|".join(patterns)


def _topic_problems(topic: TopicInfo) -> Iterable[str]:
    if topic.group not in GROUPS:
        yield f"has group '{topic.group}': it must be one of {', '.join(GROUPS)}"
    for part, values in (("name", topic.names), ("question", topic.questions)):
        missing = [lang for lang in LANGUAGES if not values.get(lang)]
        if missing:
            yield f"lacks its {part} in {', '.join(missing)}"


def _rule_problems(rule: TopicRule) -> Iterable[str]:
    if rule.lang not in LANGUAGES:
        yield f"has lang '{rule.lang}': it must be one of {', '.join(LANGUAGES)}"
    if rule.where not in PLACES:
        yield f"has where '{rule.where}': it must be one of {', '.join(PLACES)}{near(rule.where, PLACES)}"
    if not 0 < rule.weight <= 1:
        yield f"has weight {rule.weight:g}: it must be above 0 and at most 1"
    if rule.context not in {"", "digital"}:
        yield f"has context '{rule.context}': the only one is 'digital'"
    for key, pattern in (("pattern", rule.pattern), ("unless", rule.unless)):
        # An escape such as \W or \S is a class, not a capital letter.
        if re.search(r"[A-ZÁÉÍÓÚÑ]", re.sub(r"\\.|\(\?P<", "", pattern)):
            yield f"has capitals in its {key}: texts are matched in lower case"
        try:
            re.compile(pattern)
        except re.error as exc:
            yield f"has a {key} that is not a regular expression: {exc}"
    if not rule.hits or not rule.misses:
        yield "needs at least one example in 'hits' and one in 'misses'"


def _check_together(whole: RuleFile, known_topics: tuple[str, ...]) -> list[str]:
    topics = [topic.id for topic in whole.topics]
    known = {*topics, *known_topics}
    rules = [rule.id for rule in whole.rules]
    problems = [f"topic '{topic}' is there twice" for topic in _twice([*topics, *known_topics])]
    problems += [f"rule '{rule}' is there twice" for rule in _twice(rules)]
    problems += [
        f"rule '{rule.id}' is for unknown topic '{rule.topic}'{near(rule.topic, known)}"
        for rule in whole.rules
        if rule.topic not in known
    ]
    return problems


def _twice(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [name for name in names if name in seen or seen.add(name)]  # type: ignore[func-returns-value]


def example_problems(rule: TopicRule) -> tuple[str, ...]:
    """What a rule's own examples say against it, as sentences; empty when it keeps its word.

    A miss may be missed because the pattern does not match or because `unless` takes the match back.
    """
    pattern, unless = re.compile(rule.pattern), re.compile(rule.unless) if rule.unless else None

    def finds(example: str) -> bool:
        text = example.lower()
        gate = not rule.needs or any(word in text for word in rule.needs)
        return gate and pattern.search(text) is not None and not (unless and unless.search(text))

    problems = [f"rule '{rule.id}' misses its own hit {hit!r}" for hit in rule.hits if not finds(hit)]
    problems += [f"rule '{rule.id}' matches its own miss {miss!r}" for miss in rule.misses if finds(miss)]
    return tuple(problems)
