"""What the library holds, and which text a name means."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from comparer import catalogue
from comparer.errors import UnknownNameError
from comparer.library.packing import unpack
from comparer.library.records import AgreementRecord, TextId, TextRecord
from comparer.model import Edition, Status, Text

_PREFERENCE = (
    Status.AUTHENTIC,
    Status.OFFICIAL_TRANSLATION,
    Status.UNOFFICIAL_TRANSLATION,
    Status.UNSTATED,
    Status.RESTATEMENT,
    Status.DRAFT,
)
"""Which text of an agreement stands for it: the first of these that is there. A draft only where nothing else is."""

_TEXTS = """
    SELECT t.id, t.name, t.agreement, t.language, t.status, t.version, coalesce(a.name, '') AS amended_by,
        json_extract(t.edition, '$.title') AS title, s.file, s.sha256, s.added,
        (SELECT count(*) FROM provisions p WHERE p.text = t.id) AS provisions
    FROM texts t JOIN sources s ON s.id = t.source LEFT JOIN texts a ON a.id = t.amended_by
"""


def agreements(connection: sqlite3.Connection) -> tuple[AgreementRecord, ...]:
    """Every agreement that has a text here, by id."""
    parties: dict[str, list[str]] = {}
    for agreement, party in connection.execute("SELECT agreement, party FROM parties ORDER BY party"):
        parties.setdefault(agreement, []).append(party)
    rows = connection.execute(
        "SELECT a.id, a.name, a.signed, a.in_force, count(t.id) FROM agreements a JOIN texts t ON t.agreement = a.id"
        " GROUP BY a.id ORDER BY a.id"
    )
    return tuple(
        AgreementRecord(identity, name, signed, in_force, tuple(parties.get(identity, ())), count)
        for identity, name, signed, in_force, count in rows
    )


def texts(connection: sqlite3.Connection, agreement: str | None = None) -> tuple[TextRecord, ...]:
    """The texts of one agreement (whatever the case of its id), or all, the one that stands for it first."""
    where, values = ("", ()) if agreement is None else ("WHERE t.agreement = ? COLLATE NOCASE", (agreement,))
    records = [_record(row) for row in connection.execute(_TEXTS + where, values)]
    return tuple(sorted(records, key=lambda record: (record.agreement.casefold(), *_rank(record, None))))


def named(connection: sqlite3.Connection, name: str) -> TextRecord:
    """The text that bears a name of its own (`CPTPP:en-1`), or stands for the agreement or the language in it.

    Raises:
        UnknownNameError: there is none; the message names the nearest.
    """
    found = find(connection, name, None)
    if found is None:
        raise _unknown(connection, name)
    return found


def meant(connection: sqlite3.Connection, name: str) -> tuple[TextRecord, ...]:
    """Every text that a name covers: itself, those of an agreement, or those in one of its languages.

    Raises:
        UnknownNameError: there is none; the message names the nearest.
    """
    agreement, _, rest = name.partition(":")
    found = tuple(
        record
        for record in texts(connection, agreement)
        if not rest or record.language == rest.lower() or record.name.casefold() == name.casefold()
    )
    if not found:
        raise _unknown(connection, name)
    return found


def _unknown(connection: sqlite3.Connection, name: str) -> UnknownNameError:
    names = [row[0] for row in connection.execute("SELECT name FROM texts UNION SELECT id FROM agreements")]
    return UnknownNameError(
        f'The library holds no text called "{name}"{catalogue.near(name, names)}: '
        "`synoptic agreements` lists what is there."
    )


def find(connection: sqlite3.Connection, name: str, language: str | None) -> TextRecord | None:
    """The text that a name means: its own name, an agreement with a language (`CPTPP:zh`), or an agreement, of whose
    texts the best stands for it, those in `language` first among equals. None where there is no such text.
    """
    row = connection.execute(f"{_TEXTS} WHERE t.name = ?", (name,)).fetchone()
    if row is not None:
        return _record(row)
    agreement, _, wanted = name.partition(":")
    candidates = [record for record in texts(connection, agreement) if not wanted or record.language == wanted.lower()]
    return min(candidates, key=lambda record: _rank(record, language), default=None)


def same(connection: sqlite3.Connection, edition: Edition) -> TextId | None:
    """The text here that was read from the same source, if it is here."""
    row = connection.execute(
        "SELECT t.id FROM texts t JOIN sources s ON s.id = t.source WHERE s.sha256 = ? AND t.language = ?",
        (edition.sha256, edition.language),
    ).fetchone()
    return TextId(row[0]) if row else None


def _rank(record: TextRecord, language: str | None) -> tuple[int, bool, int, int]:
    """Small is better: what the edition is, whether a later text takes its place, its language, when it came."""
    languages = [one for one in (language, "en") if one]
    place = languages.index(record.language) if record.language in languages else len(languages)
    return (_PREFERENCE.index(record.status), bool(record.amended_by), place, record.id)


def _record(row: Iterable[object]) -> TextRecord:
    identity, name, agreement, language, status, *rest = row
    return TextRecord(identity, name, agreement, language, Status(str(status)), *rest)  # type: ignore[arg-type]


def load(connection: sqlite3.Connection, text: TextId, name: str) -> Text:
    """A text with all its provisions, its edition called `name`.

    Raises:
        UnknownNameError: it is no longer there.
    """
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    row = cursor.execute("SELECT edition, raw, view, left_over FROM texts WHERE id = ?", (text,)).fetchone()
    if row is None:
        raise UnknownNameError(f"{name} is no longer in the library: `synoptic agreements` lists what is there.")
    provisions = connection.execute(
        'SELECT place, kind, number, heading, parent, first, "end", own, anchor, repairs'
        " FROM provisions WHERE text = ? ORDER BY place",
        (text,),
    )
    return unpack(row, provisions, name)
