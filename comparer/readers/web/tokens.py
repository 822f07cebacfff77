"""A page cut into markup and words. It takes any text, in linear time, as browsers do (WHATWG HTML, 13.2.5)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,60})((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_WINDOW = 4096
"""How far a tag with quoted values is followed: beyond it, the next `>` ends it, so that no page takes long."""
_ATTRIBUTE = re.compile(r"([^\s=/>\"']{1,60})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_RAW = frozenset({"script", "style", "template", "title", "textarea", "noscript", "iframe", "svg", "math", "head"})
"""Elements whose content a page does not show as its text."""


class Token(NamedTuple):
    """`text[start:end]` is words where `name` is empty, and markup otherwise."""

    start: int
    end: int
    name: str = ""
    """A tag's name in small letters; `!` for markup that is no tag."""
    closes: bool = False
    attributes: str = ""

    def values(self) -> dict[str, str]:
        """The attributes by their names in small letters; the first of each counts."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.attributes):
            found.setdefault(name.lower(), html.unescape(double or single or bare))
        return found


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a page, in order, without gaps; what is not shown (scripts, styles, the head) is markup."""
    place = 0
    while place < len(text):
        opens = _next_markup(text, place)
        if opens > place:
            yield Token(place, opens)
        if opens >= len(text):
            return
        token = _markup(text, opens)
        yield token
        place = token.end
        if token.name in _RAW and not token.closes and not token.attributes.endswith("/"):
            end = _end_of(text, token.name, place)
            if end > place:
                yield Token(place, end, "!")
            place = end


def _next_markup(text: str, place: int) -> int:
    """Where the next `<` that begins markup stands; the text's end where there is none."""
    while True:
        place = text.find("<", place)
        if place < 0 or place + 1 >= len(text):
            return len(text)
        after = text[place + 1]
        if after in "!?/" or (after.isascii() and after.isalpha()):
            return place
        place += 1


def _markup(text: str, opens: int) -> Token:
    for begins, ends in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        if text.startswith(begins, opens):
            end = text.find(ends, opens + len(begins))
            return Token(opens, len(text) if end < 0 else end + len(ends), "!")
    tag = _TAG.match(text, opens, min(opens + _WINDOW, len(text)))
    if tag is not None:
        return Token(opens, tag.end(), tag[2].lower(), bool(tag[1]), tag[3])
    end = text.find(">", opens)
    if end < 0:
        return Token(opens, len(text), "!")
    name = re.match(r"</?([A-Za-z][^\s/>]{0,60})", text[opens : opens + 70])
    closes = text.startswith("</", opens)
    return Token(opens, end + 1, name[1].lower() if name else "!", closes, "")


def _end_of(text: str, name: str, place: int) -> int:
    """Where the end tag of an element with raw content begins; for a head that is not closed, where the body does."""
    ends = rf"</{name}\b|<body\b" if name == "head" else rf"</{name}\b"
    found = re.compile(ends, re.IGNORECASE).search(text, place)
    return found.start() if found else len(text) if name != "head" else place
