"""What a paragraph's style says: its list, its rank as a heading, whether it is a table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

_LONGEST_CHAIN = 50
"""Styles based on styles: a chain beyond this goes in a circle."""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph is in, and how deep (0 is outermost); `level` is None where the list itself says."""

    list_id: str
    level: int | None


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, part: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self.default = ""
        for style in part.iterfind("w-style") if part is not None else ():
            name = style.get("w-styleId", "")
            self._styles[name] = style
            if style.get("w-type") == "paragraph" and style.get("w-default") in {"1", "true", "on"}:
                self.default = name

    def list_place(self, style: str) -> ListPlace | None:
        """The list that a style puts its paragraphs in; None where it puts them in none."""
        level: int | None = None
        for here in self._chain(style):
            numbering = here.find("w-pPr/w-numPr")
            if numbering is None:
                continue
            level = level if level is not None else whole(numbering.find("w-ilvl"))
            list_id = numbering.find("w-numId")
            if list_id is not None:
                return ListPlace(list_id.get("w-val", "0"), level)
        return None

    def is_contents(self, style: str) -> bool:
        """Whether a style is one of a table of contents' own."""
        name = self._styles[style].find("w-name") if style in self._styles else None
        called = (name.get("w-val", "") if name is not None else style).lower()
        return called.startswith(("toc ", "toc1", "contents ")) and not called.startswith("toc heading")

    def hides(self, style: str) -> bool:
        """Whether a style hides its words."""
        return any(switched(here.find("w-rPr/w-vanish")) for here in self._chain(style))

    def _chain(self, style: str) -> list[Element]:
        found: list[Element] = []
        while style in self._styles and len(found) < _LONGEST_CHAIN:
            here = self._styles[style]
            found.append(here)
            below = here.find("w-basedOn")
            style = below.get("w-val", "") if below is not None else ""
        return found


def whole(element: Element | None) -> int | None:
    """The whole number that an element's `w-val` is; None where there is none."""
    try:
        return int(element.get("w-val", "")) if element is not None else None
    except ValueError:
        return None


def switched(element: Element | None) -> bool:
    """Whether a property that is on by being there is on."""
    return element is not None and element.get("w-val", "true") not in {"0", "false", "off", "none"}
