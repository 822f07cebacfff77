"""What the elements of Akoma Ntoso mean here (OASIS, Akoma Ntoso Version 1.0; the format itself is called 3.0)."""

from __future__ import annotations

from comparer.model import Kind

KINDS: dict[str, Kind] = {
    "preamble": Kind.PREAMBLE,
    "part": Kind.PART,
    "subpart": Kind.PART,
    "book": Kind.PART,
    "tome": Kind.PART,
    "title": Kind.PART,
    "subtitle": Kind.PART,
    "chapter": Kind.CHAPTER,
    "subchapter": Kind.CHAPTER,
    "section": Kind.SECTION,
    "subsection": Kind.SECTION,
    "division": Kind.SECTION,
    "subdivision": Kind.SECTION,
    "article": Kind.ARTICLE,
    "rule": Kind.ARTICLE,
    "paragraph": Kind.PARAGRAPH,
    "subparagraph": Kind.SUBPARAGRAPH,
    "clause": Kind.SUBPARAGRAPH,
    "subclause": Kind.SUBPARAGRAPH,
    "point": Kind.SUBPARAGRAPH,
    "indent": Kind.SUBPARAGRAPH,
    "item": Kind.SUBPARAGRAPH,
    "attachment": Kind.ANNEX,
    "authorialNote": Kind.FOOTNOTE,
    "note": Kind.FOOTNOTE,
}
NAMED: dict[str, Kind] = {
    "module": Kind.MODULE,
    "annex": Kind.ANNEX,
    "preamble": Kind.PREAMBLE,
    "definition": Kind.DEFINITION,
    "footnote": Kind.FOOTNOTE,
}
"""What an `hcontainer` is, by its name: the standard leaves those to who writes the file."""
ITEMS = frozenset({Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.DEFINITION})
_WITHIN = """
a abbr affectedDocument b changedText concept date def del docDate docNumber docTitle docType documentRef entity event
fillIn i inline ins judge lawyer location mmod mod mref noteRef object omissis opinion organization party person
placeholder process quantity quotedText ref remark rmod role rref session shortTitle span sub sup signature term time u
vote authorialNote
"""
INLINE = frozenset(_WITHIN.split())
"""Elements within a line."""
OUTSIDE = frozenset({"meta", "coverPage", "preface", "conclusions", "toc"})
"""Elements whose words are in no provision."""
QUOTED = frozenset({"quotedStructure", "embeddedStructure", "embeddedText"})
"""Another text's structure, which belongs to the provision that quotes it."""
LANGUAGES: dict[str, str] = {
    "en": "eng", "es": "spa", "zh": "zho", "fr": "fra", "de": "deu", "ko": "kor", "pt": "por", "ja": "jpn",
    "ar": "ara", "ru": "rus", "it": "ita",
}  # fmt: skip
"""ISO 639-1 to the ISO 639-2 that the standard asks for."""
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_NAMESPACE = "urn:synoptic:text"
"""Of what the standard has no place for: an edition's status, its source's SHA-256."""
