"""Where to look, as a condition on `texts t` and `units u`."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from comparer import catalogue
from comparer.errors import UnknownNameError
from comparer.library.records import Filters


class Condition(NamedTuple):
    """A piece of SQL that begins with AND (or is empty), and its values."""

    sql: str
    values: tuple[str | int, ...]


def condition(connection: sqlite3.Connection, filters: Filters) -> Condition:
    """The filters as SQL.

    Raises:
        UnknownNameError: an agreement, party or language of which the library has nothing.
    """
    parts: list[str] = []
    values: list[str | int] = []

    def among(column: str, chosen: tuple[str, ...]) -> None:
        parts.append(f" AND {column} IN ({', '.join('?' * len(chosen))})")
        values.extend(chosen)

    if filters.agreements:
        among("t.agreement", _agreements(connection, filters.agreements))
    if filters.languages:
        held = [row[0] for row in connection.execute("SELECT DISTINCT language FROM texts")]
        among("t.language", tuple(_known(one, held, "language") for one in filters.languages))
    if filters.years is not None:
        parts.append(" AND t.agreement IN (SELECT id FROM agreements WHERE year BETWEEN ? AND ?)")
        values.extend(filters.years)
    held = [row[0] for row in connection.execute("SELECT DISTINCT party FROM parties")] if filters.parties else []
    for party in filters.parties:
        parts.append(" AND t.agreement IN (SELECT agreement FROM parties WHERE party = ?)")
        values.append(_known(party, held, "party"))
    if filters.topics:
        either = " OR ".join(["topic = ?"] * len(filters.topics))
        parts.append(f" AND u.id IN (SELECT unit FROM topics WHERE {either})")  # noqa: S608  (question marks)
        values.extend(filters.topics)
    return Condition("".join(parts), tuple(values))


def _agreements(connection: sqlite3.Connection, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Ids that are meant: the one spelt so, else all that hold these letters in the id or the name."""
    known = [(row[0], row[1]) for row in connection.execute("SELECT id, name FROM agreements ORDER BY id")]
    found: list[str] = []
    for one in wanted:
        plain = one.casefold()
        exact = [identity for identity, _ in known if identity.casefold() == plain]
        parts = [identity for identity, name in known if plain in identity.casefold() or plain in name.casefold()]
        if not exact and not parts:
            near = catalogue.near(one, [identity for identity, _ in known])
            raise UnknownNameError(
                f"The library holds no agreement {one}{near}: `synoptic agreements` lists what is there."
            )
        found.extend(exact or parts)
    return tuple(dict.fromkeys(found))


def _known(wanted: str, held: list[str], what: str) -> str:
    spelt = {one.casefold(): one for one in held}
    if wanted.casefold() not in spelt:
        raise UnknownNameError(
            f"The library has no text for the {what} {wanted}{catalogue.near(wanted, held)}: "
            f"it knows {', '.join(sorted(held)[:40]) or 'none'}."
        )
    return spelt[wanted.casefold()]
