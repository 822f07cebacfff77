"""Word documents: the words of the body as Word shows them, with numbers, notes and tracked changes.

The source of such a file is binary; `raw` is its text, extracted the same way each time: a paragraph on a line with an
empty line below it, a table's row on a line with tabs between its cells, a note right below the paragraph that calls
it, and its mark in brackets where it is called.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

from comparer.errors import BadInputError
from comparer.model import FILLER, Changes, Document, Edition, NoteHint, Span, Status
from comparer.readers.word.body import Block, Body
from comparer.readers.word.inline import Call
from comparer.readers.word.notes import Notes
from comparer.readers.word.numbering import Numbering
from comparer.readers.word.package import Package
from comparer.readers.word.styles import Styles

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""A soft hyphen, and spaces without width: nothing that is shown."""


def read_bytes(path: Path, data: bytes, changes: Changes = Changes.ACCEPTED) -> Document:
    """The document, its tracked changes as `changes` says; `Edition.note` tells what was left out.

    Raises:
        BadInputError: damaged, protected by a password, an old Word file, no Word document, a bomb, or without words.
    """
    package = Package(path, data)
    main = package.part(package.main)
    body = main.find("w-body") if main is not None else None
    if body is None:
        raise BadInputError(f"{path} is a Word document without a body: let Word repair it and save it.")
    styles = Styles(package.related("styles"))
    reader = Body(styles, Numbering(package.related("numbering"), styles), changes)
    writer = _Writer(Notes(package, body, reader))
    for block in (*reader.blocks(body), *reader.rest()):
        writer.block(block)
    raw = "".join(writer.pieces)
    if not raw.strip():
        raise BadInputError(f"{path} holds no words: choose a document that holds an agreement's text.")
    edition = Edition(
        name=str(path),
        label="",
        title="",
        language="",
        status=Status.UNSTATED,
        sha256=hashlib.sha256(data).hexdigest(),
        note=_note(reader.inline.counts, changes),
        format="docx",
    )
    view = _INVISIBLE.sub(FILLER, raw)
    return Document(edition, raw, view, left_over=tuple(writer.left_over), notes=tuple(writer.notes))


class _Writer:
    """Sets the blocks one below the other."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self.pieces: list[str] = []
        self.left_over: list[Span] = []
        self.notes: list[NoteHint] = []
        self._length = 0
        self._row = False

    def block(self, block: Block) -> None:
        """Write one block and the notes it calls."""
        if block.words or block.calls:
            if self._row and not block.row:
                self._add("\n")
            start = self._length
            called = self._words(block)
            if block.apart:
                self.left_over.append(Span(start, self._length))
            self._add("\n")
            for call, number, anchor in called:
                self._note(call, number, anchor)
            self._row = block.row
            if not block.row:
                self._add("\n")
        if block.ends_section:
            self._notes.next_section()

    def _words(self, block: Block) -> list[tuple[Call, str, int]]:
        called: list[tuple[Call, str, int]] = []
        place = 0
        for call in block.calls:
            number = self._notes.number(call)
            self._add(block.words[place : call.offset])
            place = call.offset
            called.append((call, number, self._length + 1))
            self._add(f"[{number}]")
        self._add(block.words[place:])
        return called

    def _note(self, call: Call, number: str, anchor: int) -> None:
        words = self._notes.words(call)
        if not words:
            return
        start = self._length
        self._add(f"[{number}] {words}")
        self.notes.append(NoteHint(number, anchor, Span(start, self._length)))
        self._add("\n")

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)


def _note(counts: Counter[str], changes: Changes) -> str:
    """What a reader of the text should know, as sentences."""
    tracked = [
        _number(counts["w-ins"], "insertion"),
        _number(counts["w-del"], "deletion"),
        _number(counts["w-moveTo"], "move"),
    ]
    told = [part for part in tracked if part]
    sentences = [f"Tracked changes ({', '.join(told)}) are read as {changes.value}."] if told else []
    left = [
        _number(counts["w-commentReference"], "comment"),
        _number(counts["hidden"], "hidden stretch", "hidden stretches"),
        _number(counts["pictures"], "picture"),
        _number(counts["w-altChunk"], "embedded document"),
    ]
    told = [part for part in left if part]
    if told:
        sentences.append(f"Left out: {', '.join(told)}.")
    if counts["boxes"]:
        sentences.append(f"The words of {_number(counts['boxes'], 'text box', 'text boxes')} are among the left-overs.")
    return " ".join(sentences)


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}" if count else ""
