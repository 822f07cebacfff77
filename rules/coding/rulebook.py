"""The coding rules of a language, read from `rules/data/coding` and checked as a whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from rules.rulefile import RuleFileError, near

TABLES = ("sentence", "discipline", "mention", "scope", "exception", "test", "reach")
PLACES = ("exception", "article", "commitment")
PARTS = ("scope", "carve_out", "treaty", "settlement", "transition", "term", "effect", "deferral")

_REQUIRED: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(TABLES, frozenset({"id", "code", "pattern", "hits", "misses", "source"})),
    "mention": frozenset({"topic", "pattern"}),
}
_OPTIONAL: Mapping[str, frozenset[str]] = {
    "discipline": frozenset({"topics"}),
    "scope": frozenset({"topics", "anywhere"}),
    "exception": frozenset({"where", "topics"}),
    "reach": frozenset({"part", "topics"}),
}


@dataclass(frozen=True, slots=True)
class CodingRule:
    """One pattern that speaks for one code."""

    table: str
    id: str
    code: str
    pattern: str
    topics: tuple[str, ...] = ()
    where: str = ""
    """`exception`: the place (one of `PLACES`); `reach`: the part (one of `PARTS`)."""
    anywhere: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    source: str = ""

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place in `text[start:end]` where the pattern is found; `^` is the start of that stretch."""
        return compiled(self.pattern).search(text if end is None and not start else text[start:end])

    def spans(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Every place in `text[start:end]` where the pattern is found, in positions of `text`."""
        for match in compiled(self.pattern).finditer(text[start:end]):
            yield start + match.start(), start + match.end()


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern ready to use; every pattern of the coding rules ignores case."""
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All coding rules of one language, by table, in the order of the file."""

    language: str
    rules: Mapping[str, tuple[CodingRule, ...]]

    def table(self, name: str, *, topic: str = "", where: str = "") -> tuple[CodingRule, ...]:
        """The rules of a table, of those only that speak for `topic` and look at `where`, if given."""
        return tuple(
            rule
            for rule in self.rules[name]
            if (not topic or not rule.topics or topic in rule.topics) and (not where or rule.where == where)
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every language: orders of trial and of weight, and what counts for breadth."""

    sentences: tuple[str, ...]
    disciplines: tuple[str, ...]
    open_ended: frozenset[str]
    broad_tests: frozenset[str]
    time_limited: frozenset[str]


@cache
def settings() -> Settings:
    """The settings that come with the program (`coding.toml`)."""
    data = tomllib.loads(_text("coding.toml"))
    return Settings(
        tuple(data["sentences"]),
        tuple(data["disciplines"]),
        frozenset(data["open_ended"]),
        frozenset(data["broad_tests"]),
        frozenset(data["time_limited"]),
    )


@cache
def languages() -> tuple[str, ...]:
    """Languages that have coding rules (ISO 639-1)."""
    names = (item.name for item in (resources.files("rules") / "data" / "coding").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if len(name) == len("en.toml")))


@cache
def rulebook(language: str) -> Rulebook:
    """The rules of a language that `languages()` names.

    Raises:
        RuleFileError: with every problem of the file at once.
    """
    name = f"{language}.toml"
    return read_rulebook(language, name, _text(name))


def read_rulebook(language: str, name: str, text: str) -> Rulebook:
    """Read the TOML `text` of a file called `name`; it holds any of the tables in `TABLES`.

    Raises:
        RuleFileError: with every problem of the file at once.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise RuleFileError([f"{name} is not valid TOML: {exc}"]) from exc
    problems = [f"{name} has unknown table '{key}'{near(key, TABLES)}" for key in data if key not in TABLES]
    rows = [(table, position, row) for table in TABLES for position, row in enumerate(data.get(table, ()), 1)]
    for table, position, row in rows:
        problems += _row_problems(f"{name}: {table} {position}", table, row)
    if problems:
        raise RuleFileError(problems)
    rules = [_rule(table, row) for table, _, row in rows]
    return Rulebook(language, {table: tuple(rule for rule in rules if rule.table == table) for table in TABLES})


def _row_problems(where: str, table: str, row: Mapping[str, Any]) -> Iterator[str]:
    known = _REQUIRED[table] | _OPTIONAL.get(table, frozenset())
    yield from (f"{where} has unknown key '{key}'{near(key, known)}" for key in row if key not in known)
    yield from (f"{where} lacks '{key}'" for key in sorted(_REQUIRED[table]) if key not in row)
    yield from _choice(where, row, "where", PLACES)
    yield from _choice(where, row, "part", PARTS)
    try:
        re.compile(str(row.get("pattern", "")))
    except re.error as exc:
        yield f"{where}: its pattern is not a regular expression: {exc}"


def _choice(where: str, row: Mapping[str, Any], key: str, allowed: Iterable[str]) -> Iterator[str]:
    allowed = tuple(allowed)
    if key in row and row[key] not in allowed:
        yield f"{where} has {key} '{row[key]}': it must be one of {', '.join(allowed)}{near(row[key], allowed)}"


def _rule(table: str, row: Mapping[str, Any]) -> CodingRule:
    topics = row.get("topics", (row["topic"],) if "topic" in row else ())
    return CodingRule(
        table=table,
        id=row.get("id", f"mention.{row.get('topic', '')}"),
        code=row.get("code", "mention"),
        pattern=row["pattern"],
        topics=tuple(topics),
        where=row.get("where") or row.get("part") or "",
        anywhere=row.get("anywhere", False),
        hits=tuple(row.get("hits", ())),
        misses=tuple(row.get("misses", ())),
        source=row.get("source", ""),
    )


def _text(name: str) -> str:
    return (resources.files("rules") / "data" / "coding" / name).read_text(encoding="utf-8")
