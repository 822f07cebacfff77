"""Every word accounted for: in which provision it stands, or that it was left over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.model import FILLER, Span, Text

_WORD = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|"
    r"(?:(?![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[^\W_]|\x00)*"
    r"(?![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[^\W_]"
)


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A stretch of the source that became no provision's words."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of a text. `words == in_provisions + the words of left_over`, always."""

    words: int
    in_provisions: int
    left_over: tuple[LeftOver, ...]


def count_words(text: str) -> int:
    """How many words: maximal runs of letters and digits, and each Chinese character for itself."""
    return sum(1 for _ in _WORD.finditer(text))


def ledger(text: Text) -> Ledger:
    """Account for every word of a text.

    A word that a page number is glued to (`12-3consent`) is two words here, one left over and one in its provision.
    """
    inside = sum(count_words(text.view[start:end]) for provision in text.provisions for start, end in provision.own)
    left = tuple(LeftOver(span, text.view[span.start : span.end].replace(FILLER, "")) for span in text.left_over)
    return Ledger(inside + sum(count_words(item.text) for item in left), inside, left)
