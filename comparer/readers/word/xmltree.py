"""A part of a Word document as a tree, its namespaces short: `w-p`, `r-id`, `mc-Choice`."""

from __future__ import annotations

from xml.etree.ElementTree import Element
from xml.parsers import expat

from comparer.readers.xmlguard import guard, parse

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}
"""Transitional and strict documents differ in their namespaces alone, as far as text goes (ECMA-376, parts 1 and 4)."""
_SEPARATOR = "|"


def tree(data: bytes, shown: str) -> Element:
    """Parse one part; `shown` is what a sentence about it calls it.

    Raises:
        BadInputError: not well-formed, with declarations of its own, or nested without end.
    """
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    depth = guard(parser, shown)
    top = Element("")
    open_elements = [top]
    names: dict[str, str] = {}

    def short(name: str) -> str:
        known = names.get(name)
        if known is None:
            space, _, local = name.rpartition(_SEPARATOR)
            prefix = _PREFIXES.get(space, "" if not space else "other")
            known = names[name] = f"{prefix}-{local}" if prefix else local
        return known

    def start(name: str, attributes: dict[str, str]) -> None:
        depth.opened()
        element = Element(short(name), {short(key): value for key, value in attributes.items()})
        open_elements[-1].append(element)
        open_elements.append(element)

    def end(_: str) -> None:
        depth.closed()
        open_elements.pop()

    def words(text: str) -> None:
        # Only leaves hold text that counts (`w-t`); blanks between elements go the same way unread.
        element = open_elements[-1]
        element.text = (element.text or "") + text

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    parse(parser, data, shown)
    return top[0]
