"""Texts from strings, and a short way to look at them."""

from __future__ import annotations

from comparer.citation import citation, resolve
from comparer.clean import clean
from comparer.language import language_of
from comparer.model import Document, Edition, Kind, Status, Text
from comparer.structure import build


def text_of(raw: str, *, label: str = "", language: str = "") -> Text:
    """What `build` makes of plain text."""
    edition = Edition("test", label, "", language or language_of(raw), Status.UNSTATED)
    return build(Document(edition, raw, raw))


def cited(text: Text, *kinds: Kind) -> list[str]:
    """Citations, of all provisions or of some kinds."""
    return [citation(text, p.index) for p in text.provisions if not kinds or p.kind in kinds]


def words(text: Text, citation_: str, *, children: bool = True) -> str:
    """The clean words of what is cited."""
    return clean(text, resolve(text, citation_), children=children).text
