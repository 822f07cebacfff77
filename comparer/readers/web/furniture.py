"""What stands on a page beside its text: menus, banners, forms, what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.model import Span
from comparer.readers.web.tokens import Token

_ELEMENTS = frozenset({"nav", "aside", "button", "select", "dialog", "menu", "header", "footer"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu", "menubar",
                    "alertdialog", "toolbar"})  # fmt: skip
_NAMES = re.compile(
    r"(?<![a-z])(?:cookies?|consent|breadcrumbs?|nav(?:bar|igation)?|menu|sidebar|site-?(?:header|footer)|skip-?\w*|"
    r"share|sharing|social|pagination|pager|language-?(?:switch\w*|select\w*)|page-?(?:tools?|actions?)|"
    r"(?:global|page|main)-?(?:header|footer))(?![a-z])"
)
"""Words in classes and ids, as the pages of governments use them."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_TEXT = frozenset({"article", "main"})
_PLAIN = frozenset(
    {"html", "body", "main", "article", "a", "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "table"}
)
"""Elements that are no furniture, whatever their class is."""


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    depth: int = 1


class Furniture:
    """Follows the tags of a page, and keeps the stretches that are furniture."""

    def __init__(self, *, by_names: bool = True) -> None:
        self.spans: list[Span] = []
        self.main: Span | None = None
        """The page's only `main` element."""
        self._by_names = by_names
        self._mains: list[int] = []
        self._open: _Open | None = None
        self._texts = 0
        """How many elements are open that hold the page's text: a header in one is its own."""

    def see(self, token: Token, values: dict[str, str]) -> bool:
        """Take one tag; whether a stretch of furniture begins or ends with it."""
        if token.name == "main":
            self._see_main(token)
        if self._open is None:
            if token.name in _TEXT:
                self._texts = max(self._texts + (-1 if token.closes else 1), 0)
            if not token.closes and not token.attributes.endswith("/") and self._is_furniture(token.name, values):
                self._open = _Open(token.name, token.start)
                return True
            return False
        if token.name == self._open.name:
            self._open.depth += -1 if token.closes else 1
            if self._open.depth == 0:
                self.spans.append(Span(self._open.start, token.end))
                self._open = None
                return True
        return False

    def _see_main(self, token: Token) -> None:
        if not token.closes:
            self._mains.append(token.start)
        self.main = Span(self._mains[0], token.end) if token.closes and len(self._mains) == 1 else None

    def _is_furniture(self, name: str, values: dict[str, str]) -> bool:
        if name in {"header", "footer"} and self._texts:
            return False
        if name in _ELEMENTS or values.get("role", "").lower() in _ROLES:
            return True
        if "hidden" in values or _HIDDEN.search(values.get("style", "").lower()):
            return name not in _PLAIN or name in {"p", "li", "table"}
        if name in _PLAIN or not self._by_names:
            return False
        return bool(_NAMES.search(f"{values.get('class', '')} {values.get('id', '')}".lower()))
