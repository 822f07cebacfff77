"""From `comparer`'s comparison to the lines that the window lays out.

A unit of the comparison (a paragraph with its points) is cut into lines; on each, the words that prove something and
the words that differ from the base become runs of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from comparer.citation import citation, deepest_at
from comparer.clean import clean
from comparer.compare import ClauseColumn, Comparison, Unit
from comparer.differences import Edit, EditKind
from comparer.matrix import Matrix
from comparer.model import Kind, Text
from comparer.paragraphs import Part
from comparer.vouching import is_unchecked
from rules.model import Discipline
from ui.sheet import Change, Column, Line, Run, Sheet

_POINT = re.compile(r"[(（]\w{1,5}[)）]\s*|\w{1,4}[.、]\s+")
"""The mark of a point at the start of its line: `(a) `, `（一）`, `1. `."""


class _Letter(NamedTuple):
    """A character, what it is against the base, the evidence it belongs to (indices), and its place in the source."""

    character: str
    change: Change
    proofs: tuple[int, ...]
    place: int | None
    """None for words that only the base has."""


def sheet(comparison: Comparison, matrix: Matrix) -> Sheet:
    """Lay out a comparison: the base first, then the other texts in the order of the matrix.

    Texts that are silent on the topic have no column. The last row has what reaches the clauses from elsewhere in
    each text: definitions, scope, exceptions, dispute settlement.
    """
    shown = [
        (row, column)
        for row, column in enumerate(comparison.columns)
        if column.finding.discipline is not Discipline.SILENT and any(column.units)
    ]
    shown.sort(key=lambda item: item[0] != matrix.base)
    columns = tuple(_column(row, column, matrix.base) for row, column in shown)
    rows = [
        tuple(_cell(column, height, compared=matrix.base is not None) for _, column in shown)
        for height in range(comparison.height)
    ]
    rows = [row for row in rows if any(row)]
    last = tuple(_elsewhere(column) for _, column in shown)
    if not any(last):
        return Sheet(comparison.topic, columns, tuple(rows))
    return Sheet(comparison.topic, columns, (*rows, last), elsewhere=len(rows))


def _column(row: int, column: ClauseColumn, base: int | None) -> Column:
    edition = column.text.edition
    is_base = row == base
    compared = base is not None and (is_base or column.comparable)
    return Column(
        name=column.name,
        label=edition.label,
        language=edition.language,
        status=edition.status,
        note=edition.note,
        finding=column.finding,
        row=row,
        is_base=is_base,
        compared=compared,
        unchecked=any(is_unchecked(column.text, provision) for provision in column.finding.provisions[:1]),
    )


def _cell(column: ClauseColumn, height: int, *, compared: bool) -> tuple[Line, ...]:
    unit = column.units[height]
    if unit is None:
        return ()
    letters = list(_letters(unit, column.differences[height] if compared else None, _proofs(column, unit)))
    lines = [list(group) for kept, group in groupby(letters, key=_is_kept) if kept]
    return tuple(_line(column.text, unit, line, first=not number) for number, line in enumerate(lines))


def _elsewhere(column: ClauseColumn) -> tuple[Line, ...]:
    """The provisions outside the clause that the finding rests on, each under its citation, in document order."""
    text, finding = column.text, column.finding
    held: set[int] = {unit.provision for unit in column.units if unit is not None} | set(finding.provisions)
    named = {exception.provision for exception in finding.exceptions}
    named |= {reach.provision for reach in finding.elsewhere} | {proof.provision for proof in finding.evidence}
    lines: list[Line] = []
    for index in sorted(named):
        if _within(text, index, held):
            continue
        held.add(index)
        cited, provision = citation(text, index), text.provisions[index]
        words = clean(text, index)
        unit = Unit(index, provision.kind, Part.BODY, cited, "", words)
        lines.append(Line(index, cited, 0, (), heading=True))
        lines.append(_line(text, unit, list(_letters(unit, None, _proofs(column, unit))), first=True))
    return tuple(lines)


def _within(text: Text, index: int | None, held: Collection[int]) -> bool:
    """Whether the provision, or one that it stands in, is among `held`."""
    while index is not None:
        if index in held:
            return True
        index = text.provisions[index].parent
    return False


def _is_kept(letter: _Letter) -> bool:
    return letter.character != "\n" or letter.change is Change.REMOVED


def _proofs(column: ClauseColumn, unit: Unit) -> list[tuple[int, ...]]:
    """For each character of the unit, the evidence it belongs to."""
    offsets = unit.clean.offsets
    found: list[tuple[int, ...]] = [()] * len(offsets)
    for number, proof in enumerate(column.finding.evidence):
        for at in range(bisect_left(offsets, proof.span.start), bisect_left(offsets, proof.span.end)):
            found[at] += (number,)
    return found


def _letters(unit: Unit, edits: Sequence[Edit] | None, proofs: Sequence[tuple[int, ...]]) -> Iterator[_Letter]:
    text, offsets = unit.clean.text, unit.clean.offsets
    if edits is None:
        edits = (Edit(EditKind.EQUAL, (0, 0), (0, len(text))),)
    for edit in edits:
        if edit.changes_words:
            yield from (_Letter(character, Change.REMOVED, (), None) for character in edit.removed)
        change = Change.ADDED if edit.changes_words else Change.SAME
        for at in range(*edit.right):
            yield _Letter(text[at], change, proofs[at], offsets[at])


def _line(text: Text, unit: Unit, letters: Sequence[_Letter], *, first: bool) -> Line:
    heading = unit.part is Part.HEADING
    provision = _provision(text, unit, letters)
    number = _printed_number(text, unit) if first else ""
    depth = 0 if heading else _depth(text, provision) - _depth(text, unit.provision)
    if not first:
        number, letters = _own_mark(letters)
    repairs = text.provisions[provision].repairs if _begins(unit, provision, first=first) else ()
    return Line(provision, number, depth, tuple(_runs(letters)), heading=heading, repairs=repairs)


def _begins(unit: Unit, provision: int, *, first: bool) -> bool:
    """Whether the provision begins on this line; an article begins with its heading, which is a unit of its own."""
    if provision != unit.provision:
        return True
    return first and (unit.kind is not Kind.ARTICLE or unit.part is Part.HEADING)


def _provision(text: Text, unit: Unit, letters: Sequence[_Letter]) -> int:
    place = next((letter.place for letter in letters if letter.place is not None), None)
    found = None if place is None or unit.part is Part.HEADING else deepest_at(text, place)
    return unit.provision if found is None else found


def _depth(text: Text, provision: int) -> int:
    """How many points it stands within."""
    depth = 0
    at: int | None = provision
    while at is not None:
        node = text.provisions[at]
        depth += node.kind is Kind.SUBPARAGRAPH
        at = node.parent
    return depth


def _printed_number(text: Text, unit: Unit) -> str:
    """The number in the margin, as the language prints it; a definition's term stands in its own words."""
    if not unit.label or unit.kind is Kind.DEFINITION:
        return ""
    if unit.part is Part.HEADING:
        forms = {"zh": "第{}条", "es": "Artículo {}"}
        return forms.get(text.edition.language, "Article {}").format(unit.label)
    if unit.part is Part.FOOTNOTE:
        return f"[{unit.label}]"
    return f"({unit.label})" if unit.kind is Kind.SUBPARAGRAPH else f"{unit.label}."


def _own_mark(letters: Sequence[_Letter]) -> tuple[str, Sequence[_Letter]]:
    """A point's mark taken off its line, to hang in the margin; a changed mark stays among the changed words."""
    found = _POINT.match("".join(letter.character for letter in letters))
    if found is None or any(letter.change is not Change.SAME for letter in letters[: found.end()]):
        return "", letters
    return found.group().strip(), letters[found.end() :]


def _runs(letters: Sequence[_Letter]) -> Iterator[Run]:
    for (change, proofs), group in groupby(letters, key=lambda letter: (letter.change, letter.proofs)):
        yield Run("".join(letter.character for letter in group).replace("\n", " "), change, proofs)
