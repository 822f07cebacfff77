"""Citations as people type them: `Article 14.11(3)(a)`, `Artikel 5.11 Absatz 3 lit. a`, `12.1(b)`.

A citation is brought down to its numbers, so that every way to write one leads to the same key.
"""

from __future__ import annotations

import re

from comparer.model import Kind, Provision, Text
from comparer.structure.labels import label_at

_PARTS = (
    "paragraphs?|paras?|par|absatz|abs|p[áa]rrafo|alinéa|subparagraph|buchstaben?|bst|lit(?:era)?|ziffer|ziff|literal|"
    "let(?:tre|ter)?"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"第\s*([\w.\-]+?)\s*[条條]", r" @ \1 "),
        (r"제\s*([\w.\-]+?)\s*조(의\s?\d+)?", r" @ \1\2 "),
        (r"(?i)\b(?:articles?|artikel|art[íi]culos?|art)\b\.?", " @ "),
        (r"(?i)\b(?:footnote|fussnote|fn|note)\b\.?|脚注|註|각주", " # "),
        (r"第\s*(\w+?)\s*款|제\s*(\d+)\s*항", r" \1\2 "),
        (rf"(?i)\b(?:{_PARTS})\b\.?", " "),
        (r"(?<=[\w)）])[项項目호목]", " "),
        (r"[()（）,，;“”\"«»「」‘’]", " "),
    )
)
_INNER = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.DEFINITION, Kind.FOOTNOTE)


def key_of(cited: str) -> str:
    """The numbers of a citation that names an article, `@` for the article and `#` for a footnote."""
    for pattern, into in _RULES:
        cited = pattern.sub(into, cited)
    key = " ".join(cited.split())
    return key if "@" in key else f"@ {key}"


def loose_places(text: Text) -> dict[str, int]:
    """The provision that each key leads to; keys that lead to several are left out. Only of what articles hold."""
    found: dict[str, int | None] = {}
    keys: list[str] = []
    for provision in text.provisions:
        key = _key(keys, provision)
        keys.append(key)
        for name in (key, _lettered(text, keys, provision)):
            if name:
                found[name] = None if name in found and found[name] != provision.index else provision.index
    return {key: place for key, place in found.items() if place is not None}


def _key(keys: list[str], provision: Provision) -> str:
    if provision.kind is Kind.ARTICLE:
        return f"@ {provision.number}" if provision.number else ""
    if provision.kind not in _INNER or provision.parent is None:
        return ""
    above = keys[provision.parent]
    if provision.kind is Kind.FOOTNOTE:
        article = " ".join(above.split()[:2])
        return f"{article} # {provision.number}" if article else ""
    return f"{above} {provision.number}" if above else ""


def _lettered(text: Text, keys: list[str], provision: Provision) -> str:
    """A definition that bears a letter before its term is found by the letter as well."""
    if provision.kind is not Kind.DEFINITION or provision.parent is None or not keys[provision.parent]:
        return ""
    start, end = provision.own[0]
    label = label_at(text.view[start : min(end, start + 12)])
    return f"{keys[provision.parent]} {label.written}" if label is not None else ""
