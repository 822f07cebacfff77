"""Clauses most like a given one: candidates by their rarest words in common, then compared word by word."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from comparer.clean import clean_words
from comparer.library.filters import Condition, condition
from comparer.library.hits import Found, hit
from comparer.library.packing import stretches_in
from comparer.library.query import is_wide
from comparer.library.records import Filters, Hit, TextId
from comparer.model import Kind, Span, Text

_WORD = re.compile(r"[^\W_]+")
_RAREST = 10
"""Words by which candidates are found; more would be common ones, which only slow the search."""
_CANDIDATES = 80
"""Units that are compared word by word, some 0.2 ms each."""
_LONGEST = 8000
"""Code points of a clause that are compared: tariff schedules are longer and no clauses."""
_COMMON = 0.2
"""The share of all units that a word may stand in and still tell one from another."""


class Clause(NamedTuple):
    """The clause whose like is sought."""

    words: str
    whole: bool
    """Whether it is compared with whole articles, rather than with their paragraphs."""
    text: TextId | None
    """Its own text, when that is in the library: no hit comes from there."""


def like(connection: sqlite3.Connection, clause: Clause, filters: Filters, limit: int) -> tuple[Hit, ...]:
    """The best `limit` clauses of other texts, one of each article, best first."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (late: only this search needs it)

    where = condition(connection, filters)
    sought = _words(clause.words)
    best: list[Found] = []
    for found in _candidates(connection, clause, where):
        score, span = max(
            (Indel.normalized_similarity(sought, _words(found.words[start:end])), Span(start, end))
            for start, end in _pieces(found, whole=clause.whole)
        )
        provision = found.place if clause.whole else None
        best.append(found._replace(spans=(span,), score=score, provision=provision))
    best.sort(key=lambda found: -found.score)
    return tuple(hit(connection, found) for found in best[:limit])


def clause_words(text: Text, provision: int) -> str:
    """The words of a clause as the library has them: without the numbers of paragraphs, footnotes at the end."""
    if text.provisions[provision].kind is not Kind.ARTICLE:
        return clean_words(text, provision)
    below = [child for child in text.children.get(provision, ()) if text.provisions[child].kind is not Kind.FOOTNOTE]
    own = clean_words(text, provision, children=False)
    notes = (clean_words(text, place) for place in _notes(text, provision))
    return "\n".join([own, *(clean_words(text, child) for child in below), *notes]).strip()


def _notes(text: Text, provision: int) -> Iterator[int]:
    for child in text.children.get(provision, ()):
        if text.provisions[child].kind is Kind.FOOTNOTE:
            yield child
        else:
            yield from _notes(text, child)


def _words(text: str) -> list[str]:
    """Words in small letters; each Chinese character for itself."""
    low = text[:_LONGEST].lower()
    return [one for one in low if one.isalnum()] if is_wide(low) else _WORD.findall(low)


def _pieces(found: Found, *, whole: bool) -> Iterator[tuple[int, int]]:
    starts = [stretch.start for stretch in stretches_in(found.passages)]
    if whole or not starts:
        yield 0, len(found.words)
        return
    for start, after in zip(starts, [*starts[1:], len(found.words) + 1], strict=True):
        yield start, after - 1


def _candidates(connection: sqlite3.Connection, clause: Clause, where: Condition) -> Iterator[Found]:
    wide = is_wide(clause.words)
    index, known = ("wide_fts", "wide_known") if wide else ("words_fts", "words_known")
    rarest = _rarest(connection, known, _trigrams(clause.words) if wide else _indexed(clause.words))
    if not rarest:
        return
    any_of = " OR ".join(f'"{term}"' for term in rarest)
    rows = connection.execute(
        f"SELECT u.text, t.agreement, u.place, u.heading, u.words, u.passages"  # noqa: S608
        f" FROM {index} JOIN units u ON u.id = {index}.rowid JOIN texts t ON t.id = u.text"
        f" WHERE {index} MATCH ? AND u.text IS NOT ? AND u.words <> ''{where.sql} ORDER BY {index}.rank LIMIT ?",
        (any_of, clause.text, *where.values, _CANDIDATES),
    )
    for text, agreement, place, heading, words, passages in rows:
        yield Found(text, agreement, place, heading, words, passages, (), 0.0)


def _rarest(connection: sqlite3.Connection, known: str, terms: Iterable[str]) -> list[str]:
    """Those that few units have, but more than one."""
    (units,) = connection.execute("SELECT count(*) FROM units").fetchone()
    counts = []
    for term in dict.fromkeys(terms):
        row = connection.execute(f"SELECT doc FROM {known} WHERE term = ?", (term,)).fetchone()  # noqa: S608
        if row is not None and (row[0] > 1 or units < 2):
            counts.append((row[0], term))
    counts.sort()
    telling = [term for count, term in counts if count <= max(2, _COMMON * units)]
    return (telling or [term for _, term in counts])[:_RAREST]


def _indexed(text: str) -> list[str]:
    """Words as the index has them: small letters without accents."""
    plain = "".join(one for one in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(one))
    return _WORD.findall(plain[:_LONGEST])


def _trigrams(text: str) -> list[str]:
    low = text[:_LONGEST].lower()
    return [low[place : place + 3] for place in range(len(low) - 2) if low[place : place + 3].isalnum()]
