"""Searching the library for words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator

from comparer.library.filters import Condition, condition
from comparer.library.hits import Found, hit
from comparer.library.query import Query, fts, is_wide, matches, parse, terms_of
from comparer.library.records import Filters, Hit
from comparer.library.snippets import CLOSE, OPEN, unmark
from comparer.model import Span

_TRIGRAM = 3
"""Characters of the shortest word that an index of three-character pieces can find."""
_HEADING_WEIGHT = 4.0
"""A word in a heading counts as much as so many in the body, as in the ranking of the indexes."""
_HALF = 5.0
"""Occurrences at which a short Chinese word's score reaches one half."""

_COLUMNS = "u.text, t.agreement, u.place"


def find(connection: sqlite3.Connection, query: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
    """The best `limit` units for a query, best first.

    Raises:
        QueryError: the query cannot be understood.
        UnknownNameError: a filter names what is not there.
    """
    parsed = parse(query)
    where = condition(connection, filters)
    found: Iterable[Found]
    if not any(is_wide(term.text) for term in terms_of(parsed)):
        found = _by_index(connection, "words_fts", parsed, where, limit)
    elif all(len(term.text) >= _TRIGRAM for term in terms_of(parsed)):
        found = _by_index(connection, "wide_fts", parsed, where, limit)
    else:
        found = _by_reading(connection, parsed, where, limit)
    return tuple(hit(connection, one) for one in found)


def _by_index(
    connection: sqlite3.Connection, index: str, query: Query, where: Condition, limit: int
) -> Iterator[Found]:
    rows = connection.execute(
        f"SELECT {_COLUMNS}, u.heading, highlight({index}, 1, ?, ?), u.passages, {index}.rank"  # noqa: S608
        f" FROM {index} JOIN units u ON u.id = {index}.rowid JOIN texts t ON t.id = u.text"
        f" WHERE {index} MATCH ?{where.sql} ORDER BY {index}.rank LIMIT ?",
        (OPEN, CLOSE, fts(query), *where.values, limit),
    )
    for text, agreement, place, heading, marked, passages, rank in rows:
        words, spans = unmark(marked)
        yield Found(text, agreement, place, heading, words, passages, spans, -rank / (1 - rank))


def _by_reading(connection: sqlite3.Connection, query: Query, where: Condition, limit: int) -> list[Found]:
    """One or two characters are in no index: every text without word boundaries is read through, a few thousand
    articles at most."""
    rows = connection.execute(
        f"SELECT {_COLUMNS}, u.heading, u.words, u.passages FROM units u JOIN texts t ON t.id = u.text"  # noqa: S608
        f" WHERE u.wide{where.sql}",
        where.values,
    )
    sought = re.compile("|".join(re.escape(term.text) for term in terms_of(query)), re.IGNORECASE)
    found = []
    for text, agreement, place, heading, words, passages in rows:
        if matches(query, f"{heading}\n{words}".lower()):
            spans = [Span(*match.span()) for match in sought.finditer(words)]
            weight = len(spans) + _HEADING_WEIGHT * len(sought.findall(heading))
            found.append(Found(text, agreement, place, heading, words, passages, spans, weight / (weight + _HALF)))
    return sorted(found, key=lambda one: -one.score)[:limit]
