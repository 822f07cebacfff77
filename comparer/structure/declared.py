"""Footnotes that a reader declares, by the lines of their bodies."""

from __future__ import annotations

from comparer.model import NoteHint
from comparer.structure.lines import Line
from comparer.structure.notes import Note


def declared_notes(lines: list[Line], hints: tuple[NoteHint, ...]) -> list[Note]:
    """One note for each hint; none for a body whose lines were taken for page furniture."""
    notes: list[Note] = []
    place = 0
    for hint in sorted(hints, key=lambda hint: hint.span):
        while place < len(lines) and lines[place].start < hint.span.start:
            place += 1
        first = place
        while place < len(lines) and lines[place].start < hint.span.end:
            place += 1
        if place > first:
            notes.append(Note(hint.number, first, place - 1, hint.anchor))
    return notes
