"""The marks that join words in a table's cell: full-width ones in Chinese, and never both kinds in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks with the blanks that belong to them."""

    comma: str
    semicolon: str
    colon: str
    opening: str
    closing: str

    def list(self, parts: Iterable[str]) -> str:
        """The parts that say something, with commas between."""
        return self.comma.join(filter(None, parts))

    def series(self, parts: Iterable[str]) -> str:
        """The parts that say something, with semicolons between."""
        return self.semicolon.join(filter(None, parts))

    def aside(self, words: str, inner: str) -> str:
        """`words (inner)`; only the words where there is nothing to put in brackets."""
        return f"{words}{self.opening}{inner}{self.closing}" if inner else words


_WESTERN = Marks(", ", "; ", ": ", " (", ")")
_MARKS: Mapping[str, Marks] = {"zh": Marks("，", "；", "：", "（", "）")}


def marks(language: str) -> Marks:
    """The marks of a language that tables are printed in."""
    return _MARKS.get(language, _WESTERN)
