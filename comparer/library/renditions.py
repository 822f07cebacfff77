"""Texts of the library as files. To add a form, write a function from `Text` to bytes and name it in `RENDITIONS`."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

from comparer.errors import UnknownNameError
from comparer.model import FILLER, Kind, Text
from comparer.reading import read_payload

_BLANKS = re.compile(r"[^\S\n]{2,}")
_EMPTY = re.compile(r"\n(?:[^\S\n]*\n){2,}")
_ENDS = re.compile(r"\r\n|[\r\f\v\x85\u2028\u2029]")


def plain(text: Text) -> bytes:
    """The words as plain text in UTF-8, line by line as in the source, without markup and without the file's header;
    every heading stands on a line of its own."""
    pieces: list[str] = []
    place = text.left_over[0].end if text.edition.format == "tota" and text.left_over else 0
    headings = [p.span.start for p in text.provisions if p.kind not in _INLINE]
    while place < len(text.view):
        after = bisect_right(headings, place)
        end = headings[after] if after < len(headings) else len(text.view)
        pieces.append(text.view[place:end])
        place = end
    words = "\n\n".join(_ENDS.sub("\n", piece.replace(FILLER, "")).strip() for piece in pieces)
    return (_EMPTY.sub("\n\n", _BLANKS.sub(" ", words)).strip() + "\n").encode("utf-8", "replace")


_INLINE = frozenset({Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.DEFINITION, Kind.FOOTNOTE})


def structure(text: Text) -> bytes:
    """What `synoptic read --json` prints: every provision with its place, and the account of the words."""
    return (json.dumps(read_payload(text), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


RENDITIONS: Mapping[str, Callable[[Text], bytes]] = {"txt": plain, "json": structure}


def rendition(text: Text, form: str) -> bytes:
    """A text in one of the forms.

    Raises:
        UnknownNameError: there is no such form.
    """
    if form not in RENDITIONS:
        raise UnknownNameError(f"A text cannot be exported as {form}: name one of {', '.join(RENDITIONS)}.")
    return RENDITIONS[form](text)
