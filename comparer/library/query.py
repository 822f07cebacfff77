"""The words that a user types, read as a search.

    data flows              both words, anywhere in the clause
    "personal information"  these words, in this order
    transfer* OR flow       words that begin so; either of them
    server NOT "source code"
    data NEAR/5 location    at most five words between (ten where no number stands)
    (tax OR duty) NEAR software

Operators are written in capitals. NOT binds most, then AND (or nothing), then OR, as in SQLite's FTS5, into whose
language a query is put. Every word goes there in quotation marks, so nothing a user types is syntax.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from comparer.errors import UnknownNameError

_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_TOKEN = re.compile(
    r'\s*(?:(?P<phrase>["“”«»](?P<inside>[^"“”«»]*)["“”«»](?P<phrase_star>\*?))|(?P<open>[(（])|(?P<close>[)）])'
    r'|(?P<stray>["“”«»])|(?P<word>[^\s()（）"“”«»]+))'
)
_NEAR = re.compile(r"NEAR(?:/(\d{1,3}))?$")
_LETTER = re.compile(r"[^\W_]")
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_NEAR_WORDS = 10
"""As in FTS5, for a NEAR without a number."""
_DEEPEST = 50
_MOST_TERMS = 100


class QueryError(UnknownNameError):
    """A search that cannot be understood."""


def is_wide(text: str) -> bool:
    """Whether words in it are not divided by spaces, or not reliably (Chinese, Japanese, Korean)."""
    return _WIDE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to be found."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Terms with at most `distance` words between the first and the last."""

    terms: tuple[Term, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Combined:
    """`AND` and `OR` of any number of parts; `NOT`: the first without any of the others."""

    operator: str
    parts: tuple[Query, ...]


Query = Term | Near | Combined


def parse(query: str) -> Query:
    """Read what a user typed.

    Raises:
        QueryError: nothing to look for, a bracket or quotation mark without its fellow, an operator without words.
    """
    return _Parser(query).whole()


def terms_of(query: Query) -> tuple[Term, ...]:
    """Every term, in order, those behind a NOT too."""
    if isinstance(query, Term):
        return (query,)
    if isinstance(query, Near):
        return query.terms
    return tuple(term for part in query.parts for term in terms_of(part))


def fts(query: Query) -> str:
    """The query in the language of FTS5."""
    if isinstance(query, Term):
        quoted = query.text.replace('"', '""')
        return f'"{quoted}"{"*" if query.prefix else ""}'
    if isinstance(query, Near):
        return f"NEAR({' '.join(fts(term) for term in query.terms)}, {query.distance})"
    return "(" + f" {query.operator} ".join(fts(part) for part in query.parts) + ")"


def matches(query: Query, text: str) -> bool:
    """Whether a text without word boundaries holds what is sought, each term as a substring; `text` in small letters.

    Distances count characters.
    """
    if isinstance(query, Term):
        return query.text.lower() in text
    if isinstance(query, Near):
        return _near(query, text)
    found = (matches(part, text) for part in query.parts)
    if query.operator == "NOT":
        return next(found) and not any(found)
    return all(found) if query.operator == "AND" else any(found)


def _near(query: Near, text: str) -> bool:
    places = [[m.start() for m in re.finditer(re.escape(term.text.lower()), text)] for term in query.terms]
    lengths = [len(term.text) for term in query.terms]
    return all(places) and any(
        all(any(_apart(first, lengths[0], place, length) <= query.distance for place in other)
            for other, length in zip(places[1:], lengths[1:], strict=True))
        for first in places[0]
    )  # fmt: skip


def _apart(left: int, left_length: int, right: int, right_length: int) -> int:
    return right - (left + left_length) if left < right else left - (right + right_length)


class _Parser:
    """Recursive descent over the tokens of one query."""

    def __init__(self, query: str) -> None:
        self._query = query.replace("\0", " ")  # where SQLite's own parser would stop
        self._tokens = [token for token in _TOKEN.finditer(self._query) if token.group().strip()]
        self._place = 0
        self._depth = 0

    def whole(self) -> Query:
        if not self._tokens:
            raise QueryError(
                'There is nothing to look for: give words, such as `synoptic find "personal information"`.'
            )
        if any(token["stray"] for token in self._tokens):
            raise self._wrong("a quotation mark has no fellow", "close the phrase or leave the mark out")
        query = self._or()
        if self._place < len(self._tokens):
            raise self._wrong("a bracket is closed that was not opened", "take it out or open one before it")
        if len(terms_of(query)) > _MOST_TERMS:
            raise self._wrong(f"it has more than {_MOST_TERMS} words", "look for fewer at once")
        return query

    def _wrong(self, what: str, advice: str) -> QueryError:
        return QueryError(f"The search {self._query!r:.80} cannot be understood ({what}): {advice}.")

    def _operator(self) -> str:
        """The operator that comes next; empty where none does."""
        if self._place == len(self._tokens):
            return ""
        word = self._tokens[self._place]["word"] or ""
        return "NEAR" if _NEAR.match(word) else word if word in _OPERATORS else ""

    def _at_end(self) -> bool:
        return self._place == len(self._tokens) or bool(self._tokens[self._place]["close"])

    def _or(self) -> Query:
        return self._chain("OR", self._and)

    def _and(self) -> Query:
        parts = [self._not()]
        while not self._at_end() and self._operator() != "OR":
            if self._operator() == "AND":
                self._place += 1
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else Combined("AND", tuple(parts))

    def _not(self) -> Query:
        return self._chain("NOT", self._near)

    def _chain(self, operator: str, below: Callable[[], Query]) -> Query:
        parts = [below()]
        while self._operator() == operator:
            self._place += 1
            parts.append(below())
        return parts[0] if len(parts) == 1 else Combined(operator, tuple(parts))

    def _near(self) -> Query:
        parts = [self._primary()]
        distance = 0
        while self._operator() == "NEAR":
            found = _NEAR.match(self._tokens[self._place]["word"])
            distance = max(distance, int((found and found[1]) or _NEAR_WORDS))
            self._place += 1
            parts.append(self._primary())
        if len(parts) == 1:
            return parts[0]
        if all(isinstance(part, Term) for part in parts):
            return Near(tuple(part for part in parts if isinstance(part, Term)), distance)
        return self._spread(parts, distance)

    def _spread(self, parts: list[Query], distance: int) -> Query:
        """`(a OR b) NEAR c` is `(a NEAR c) OR (b NEAR c)`."""
        choices: list[tuple[Term, ...]] = [()]
        for part in parts:
            either = part.parts if isinstance(part, Combined) and part.operator == "OR" else (part,)
            if not all(isinstance(one, Term) for one in either):
                raise self._wrong("NEAR stands beside more than words and their alternatives", "put words beside NEAR")
            choices = [(*chosen, one) for chosen in choices for one in either if isinstance(one, Term)]
            if len(choices) > _MOST_TERMS:
                raise self._wrong("NEAR stands beside too many alternatives", "look for fewer at once")
        return Combined("OR", tuple(Near(chosen, distance) for chosen in choices))

    def _primary(self) -> Query:
        if self._place == len(self._tokens) or self._tokens[self._place]["close"] or self._operator():
            raise self._wrong(f"{self._lacking()} lacks words beside it", "add some, or put it in quotation marks")
        token = self._tokens[self._place]
        self._place += 1
        if token["open"]:
            return self._bracket()
        text = token["inside"] if token["phrase"] else token["word"]
        prefix = bool(token["phrase_star"]) if token["phrase"] else text.endswith("*")
        text = " ".join(text.strip("*").split())
        if not _LETTER.search(text):
            raise self._wrong("a part of it has no letter or digit", "take that part out")
        return Term(text, prefix)

    def _lacking(self) -> str:
        """The operator, or bracket, that stands where words should."""
        return self._operator() or (self._tokens[self._place - 1] if self._place else self._tokens[0]).group().strip()

    def _bracket(self) -> Query:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._wrong(f"it has more than {_DEEPEST} brackets in brackets", "look for less at once")
        inner = self._or()
        if self._place == len(self._tokens):
            raise self._wrong("a bracket is not closed", "close it or take it out")
        self._place += 1
        self._depth -= 1
        return inner
