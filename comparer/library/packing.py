"""A text as rows, and back: what is opened from the library is what was read, without reading it again."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any, NamedTuple

from comparer.citation import citation
from comparer.library.units import Stretch, Unit, units_of
from comparer.model import Edition, FileFacts, Kind, Provision, Span, Status, Text
from rules.model import Role

_LEVEL = 1
"""Of zlib: a sixth larger than the best, in a fifth of the time."""

_ROLES = {Role.PARAGRAPH: "p", Role.DEFINITION: "d", Role.FOOTNOTE: "f"}
_BY_LETTER = {letter: role for role, letter in _ROLES.items()}

Row = tuple[Any, ...]


class Packed(NamedTuple):
    """A text ready to be written. Rows lack the text's number, which the library gives."""

    edition: Edition
    raw: bytes
    view: bytes | None
    """None where it is the source itself."""
    left_over: str
    provisions: tuple[Row, ...]
    units: tuple[Row, ...]


def pack(text: Text) -> Packed:
    """Everything of a text. Citations are stored without the label, which the library may change."""
    bare = replace(text, edition=replace(text.edition, label=""))
    return Packed(
        text.edition,
        _compressed(text.raw),
        None if text.view == text.raw else _compressed(text.view),
        _spans_out(text.left_over),
        tuple(_provision_out(provision, citation(bare, provision.index)) for provision in text.provisions),
        tuple(_unit_out(unit) for unit in units_of(text)),
    )


def unpack(row: sqlite3.Row, provisions: Iterable[sqlite3.Row], name: str) -> Text:
    """The text of a row of `texts`, its edition called `name`."""
    raw = _expanded(row["raw"])
    view = raw if row["view"] is None else _expanded(row["view"])
    return Text(
        replace(_edition_in(row["edition"]), name=name),
        raw,
        view,
        tuple(_provision_in(found) for found in provisions),
        tuple(_spans_in(row["left_over"])),
    )


def edition_out(edition: Edition) -> str:
    """An edition as it is stored."""
    return json.dumps(asdict(edition), ensure_ascii=False)


def _edition_in(stored: str) -> Edition:
    values = json.loads(stored)
    facts = values.pop("facts")
    facts["parties"] = tuple(facts["parties"])
    return Edition(**{**values, "status": Status(values["status"]), "facts": FileFacts(**facts)})


def _compressed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def _expanded(stored: bytes) -> str:
    return zlib.decompress(stored).decode("utf-8", "surrogatepass")


def _spans_out(spans: Iterable[Span]) -> str:
    return " ".join(f"{start}:{end}" for start, end in spans)


def _spans_in(stored: str) -> Iterator[Span]:
    for pair in stored.split():
        start, end = pair.split(":")
        yield Span(int(start), int(end))


def _provision_out(provision: Provision, cited: str) -> Row:
    own = None if provision.own == (provision.span,) else _spans_out(provision.own)
    return (
        provision.index,
        provision.kind.value,
        provision.number,
        provision.heading,
        provision.parent,
        provision.span.start,
        provision.span.end,
        own,
        provision.anchor,
        "\n".join(provision.repairs) or None,
        cited,
    )


def _provision_in(row: sqlite3.Row) -> Provision:
    place, kind, number, heading, parent, first, end, own, anchor, repairs = row
    span = Span(first, end)
    return Provision(
        index=place,
        kind=Kind(kind),
        number=number,
        heading=heading,
        parent=parent,
        span=span,
        own=(span,) if own is None else tuple(_spans_in(own)),
        anchor=anchor,
        repairs=tuple(repairs.split("\n")) if repairs else (),
    )


def _unit_out(unit: Unit) -> Row:
    passages = " ".join(f"{start}:{provision}:{_ROLES[role]}" for start, provision, role in unit.stretches)
    return (unit.provision, unit.heading, unit.words, passages, unit.division, int(unit.article), int(unit.wide))


def unit_in(row: Row) -> Unit:
    """A unit from `place, heading, words, passages, division, article, wide`."""
    place, heading, words, passages, division, article, wide = row
    return Unit(place, heading, words, tuple(stretches_in(passages)), division, bool(article), bool(wide))


def stretches_in(stored: str) -> Iterator[Stretch]:
    """The stretches of a unit as they are stored."""
    for one in stored.split():
        start, provision, letter = one.split(":")
        yield Stretch(int(start), int(provision), _BY_LETTER[letter])
