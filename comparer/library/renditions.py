"""Texts of the library as files. To add a form, write a function from `Text` to bytes and name it in `RENDITIONS`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from comparer.clean import clean
from comparer.errors import UnknownNameError
from comparer.model import FILLER, Kind, Text
from comparer.reading import read_payload

_BLANKS = re.compile(r"[^\S\n]{2,}")
_EMPTY = re.compile(r"\n(?:[^\S\n]*\n){2,}")
_ENDS = re.compile(r"\r\n|[\r\f\v\x85\u2028\u2029]")


def plain(text: Text) -> bytes:
    """The words as plain text in UTF-8, line by line as in the source, without markup and without a file's header;
    a heading that markup set apart stands on a line of its own."""
    cuts = sorted({0, *_cuts(text), len(text.view)}) if text.edition.format == "tota" else [0, len(text.view)]
    pieces = [text.view[start:end] for start, end in pairwise(cuts)]
    if text.edition.format == "tota":
        pieces = pieces[1:]  # the header: what stands before the first provision
    words = "\n\n".join(_ENDS.sub("\n", piece.replace(FILLER, "")).strip() for piece in pieces)
    return (_EMPTY.sub("\n\n", _BLANKS.sub(" ", words)).strip() + "\n").encode("utf-8", "replace")


def _cuts(text: Text) -> Iterator[int]:
    """Where headings begin and where they end."""
    for provision in text.provisions:
        if provision.kind in _INLINE:
            continue
        yield provision.span.start
        own = clean(text, provision.index, children=False).offsets
        below = [text.provisions[child].span.start for child in text.children.get(provision.index, ())]
        if own or below:
            yield min([*own[:1], *below])


_INLINE = frozenset({Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.DEFINITION, Kind.FOOTNOTE})


def structure(text: Text) -> bytes:
    """What `synoptic read --json` prints: every provision with its place, and the account of the words."""
    return (json.dumps(read_payload(text), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def akoma_ntoso(text: Text) -> bytes:
    """An Akoma Ntoso 3.0 document."""
    from comparer.export.akn import akn_document  # noqa: PLC0415  (late: only those who write the format pay for it)

    return akn_document(text)


RENDITIONS: Mapping[str, Callable[[Text], bytes]] = {"txt": plain, "json": structure, "akn": akoma_ntoso}


def rendition(text: Text, form: str) -> bytes:
    """A text in one of the forms.

    Raises:
        UnknownNameError: there is no such form.
    """
    if form not in RENDITIONS:
        raise UnknownNameError(f"A text cannot be exported as {form}: name one of {', '.join(RENDITIONS)}.")
    return RENDITIONS[form](text)
