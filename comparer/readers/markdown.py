"""Markdown: heading marks, emphasis, links' addresses and superscript tags are blanked; front matter is left over."""

from __future__ import annotations

import re
from pathlib import Path

from comparer.model import FILLER, Document, NoteHint, Span
from comparer.readers.untitled import untitled
from comparer.source import Source

_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t:|-]{3,}$", re.MULTILINE)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\](?P<address>\([^()\s]*\))")
_SPACED = re.compile(
    r"^[ \t]{0,3}#{1,6}(?=\s)|^[ \t]*[-+*][ \t]+(?=[(（]?\w{1,4}[).）、])|^[ \t]{0,3}>[ \t]?"
    r"|<!--(?:(?!<!--).){0,20000}?-->",
    re.MULTILINE | re.DOTALL,
)
_CLOSED = re.compile(
    r"</?(?:sup|sub|em|strong|b|i|u|span|a|br)\b[^<>]*>|\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`", re.IGNORECASE
)
_NOTE = re.compile(r"\[\^(\w{1,8})\](:?)")
_NOTE_BODY = re.compile(
    r"^[ ]{0,3}\[\^(?P<number>\w{1,8})\]:(?:(?!\r?\n[ \t]*\r?\n|\n[ ]{0,3}\[\^).)*", re.MULTILINE | re.DOTALL
)
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>|-])")


def claims(path: Path, source: Source) -> bool:
    """By the name: nothing in a text says that its asterisks are emphasis."""
    del source
    return path.suffix.lower() in _SUFFIXES


def read(path: Path, source: Source) -> Document:
    """The source with its markup blanked. Marks inside a word leave no gap in it (`FILLER`); others leave spaces."""
    raw = source.text
    front = _FRONT_MATTER.match(raw)
    body = front.end() if front else 0
    view = _NOTE.sub(_note, raw[body:])
    view = _blanked(view, _TABLE_RULE, " ")
    view = _LINK.sub(_unlinked, view)
    view = _blanked(view, _SPACED, " ")
    view = _blanked(view, _CLOSED, FILLER)
    view = _blanked(view, _ESCAPED, FILLER)
    edition = untitled(path, source, "markdown")
    left_over = (Span(front.start(), front.end()),) if front else ()
    return Document(edition, raw, raw[:body] + view, left_over=left_over, notes=_notes(raw, body))


def _notes(raw: str, start: int) -> tuple[NoteHint, ...]:
    """The notes that the markup declares (`[^5]: …`), each with the first of its marks."""
    marks: dict[str, int] = {}
    for mark in _NOTE.finditer(raw, start):
        if not mark[2]:
            marks.setdefault(mark[1], mark.start(1))
    return tuple(
        NoteHint(found["number"], marks.get(found["number"]), Span(found.start(), found.end()))
        for found in _NOTE_BODY.finditer(raw, start)
    )


def _note(found: re.Match[str]) -> str:
    """`[^5]` as the mark `[5]`, and `[^5]:` as the head of the note, in the same length."""
    return f"{FILLER}[{found[1]}]{' ' if found[2] else ''}"


def _unlinked(link: re.Match[str]) -> str:
    """A link's words at their place, its brackets and address gone."""
    words = link.start("words") - link.start()
    return (FILLER * words + link["words"]).ljust(len(link.group()), FILLER)


def _blanked(text: str, pattern: re.Pattern[str], blank: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\r\n]", blank, found.group()), text)
