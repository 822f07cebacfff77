"""Changes to the library's tables. Every function runs inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from comparer import catalogue
from comparer.library.packing import Packed, edition_out
from comparer.library.records import AddOptions, TextId
from comparer.model import Edition

_LONGEST_ID = 120


def insert(connection: sqlite3.Connection, packed: Packed, options: AddOptions, amends: TextId | None) -> TextId:
    """Write a text with all that belongs to it."""
    agreement = _agreement(connection, packed.edition, options.agreement)
    edition = replace(packed.edition, agreement=agreement, label=agreement)
    source = _source(connection, edition)
    name = _free_name(connection, f"{agreement}:{edition.language}")
    row = connection.execute(
        "INSERT INTO texts (name, agreement, source, language, status, version, edition, raw, view, left_over)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            name,
            agreement,
            source,
            edition.language,
            edition.status.value,
            options.version,
            edition_out(edition),
            packed.raw,
            packed.view,
            packed.left_over,
        ),
    ).fetchone()
    text = TextId(row[0])
    connection.executemany(
        "INSERT INTO provisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((text, *row) for row in packed.provisions),
    )
    connection.executemany(
        "INSERT INTO units (text, place, heading, words, passages, division, article, wide)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((text, *row) for row in packed.units),
    )
    _index(connection, text)
    if amends is not None:
        connection.execute("UPDATE texts SET amended_by = ? WHERE id = ?", (text, amends))
    return text


def delete(connection: sqlite3.Connection, texts: Sequence[TextId]) -> None:
    """Take texts out, and the agreements and sources of which nothing is left."""
    for text in texts:
        _unindex(connection, text)
        connection.execute("DELETE FROM texts WHERE id = ?", (text,))
    connection.execute("DELETE FROM sources WHERE id NOT IN (SELECT source FROM texts)")
    connection.execute("DELETE FROM agreements WHERE id NOT IN (SELECT agreement FROM texts)")


def _index(connection: sqlite3.Connection, text: TextId) -> None:
    connection.execute(
        "INSERT INTO words_fts (rowid, heading, words) SELECT id, heading, words FROM units WHERE text = ?", (text,)
    )
    connection.execute(
        "INSERT INTO wide_fts (rowid, heading, words) SELECT id, heading, words FROM units WHERE text = ? AND wide",
        (text,),
    )


def _unindex(connection: sqlite3.Connection, text: TextId) -> None:
    """An index without words of its own must be told which words it forgets."""
    connection.execute(
        "INSERT INTO words_fts (words_fts, rowid, heading, words)"
        " SELECT 'delete', id, heading, words FROM units WHERE text = ?",
        (text,),
    )
    connection.execute(
        "INSERT INTO wide_fts (wide_fts, rowid, heading, words)"
        " SELECT 'delete', id, heading, words FROM units WHERE text = ? AND wide",
        (text,),
    )


def _source(connection: sqlite3.Connection, edition: Edition) -> int:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(
        "INSERT OR IGNORE INTO sources (sha256, file, address, retrieved, added) VALUES (?, ?, ?, ?, ?)",
        (edition.sha256, edition.name, edition.address, edition.retrieved, now),
    )
    found = connection.execute("SELECT id FROM sources WHERE sha256 = ?", (edition.sha256,)).fetchone()
    return int(found[0])


def _agreement(connection: sqlite3.Connection, edition: Edition, stated: str | None) -> str:
    """The id of a text's agreement, its row made where there is none: what the user states, what the program knows
    by name, or the name that the file gives."""
    facts = catalogue.find_facts(
        stated or edition.agreement or catalogue.recognise(edition.facts.name or edition.title)
    )
    if facts is not None:
        identity, name, parties = facts.id, facts.names["en"], facts.parties
        signed, in_force = facts.signed, facts.in_force
    else:
        named = edition.label or edition.facts.name or Path(edition.name).stem
        signed, in_force, parties = edition.facts.signed, edition.facts.in_force, edition.facts.parties
        identity = stated or _told_apart(connection, _as_id(named), signed)
        name = edition.title or named
    connection.execute(
        "INSERT OR IGNORE INTO agreements (id, name, signed, in_force, year) VALUES (?, ?, ?, ?, ?)",
        (identity, name, signed, in_force, int(signed[:4]) if signed[:4].isdecimal() else None),
    )
    (known,) = connection.execute("SELECT id FROM agreements WHERE id = ?", (identity,)).fetchone()
    connection.executemany("INSERT OR IGNORE INTO parties VALUES (?, ?)", [(known, party) for party in parties])
    return str(known)


def _as_id(name: str) -> str:
    """A name that can stand before a colon and be typed as one word of a command."""
    plain = "".join(character if character.isprintable() and character not in ':/\\"' else " " for character in name)
    return " ".join(plain.split())[:_LONGEST_ID] or "text"


def _told_apart(connection: sqlite3.Connection, named: str, signed: str) -> str:
    """The name, with the year of signature behind it where another agreement of that name was signed on another day."""
    other = connection.execute("SELECT signed FROM agreements WHERE id = ?", (named,)).fetchone()
    return f"{named} ({signed[:4]})" if other is not None and signed and other[0] and other[0] != signed else named


def _free_name(connection: sqlite3.Connection, base: str) -> str:
    """`CPTPP:en-1`: always with a number, so that `CPTPP:en` can mean the best of several."""
    number = 1
    while connection.execute("SELECT 1 FROM texts WHERE name = ?", (f"{base}-{number}",)).fetchone():
        number += 1
    return f"{base}-{number}"
