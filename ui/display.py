"""A source as a person can read it: markup gone, blank stretches closed up, and the way from the source's positions.

Qt counts in UTF-16 units; the source's positions are code points. Only this module knows both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from comparer.model import FILLER, Span, Text

_STRETCH = re.compile(
    rf"{FILLER}+|(?:[^\S\r\n]*(?:\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029))+[^\S\r\n]*|[^\S\r\n]{{2,}}"
)
"""What is shown as something shorter: fillers as nothing, blanks as one blank, line ends as one or two."""
_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Display:
    """Words to show, with the way to them."""

    text: str
    _raw: tuple[int, ...]
    _shown: tuple[int, ...]
    """From `_raw[i]` on, source positions stand `_shown[i]` on in `text`, one for one, up to `_raw[i + 1]`."""
    _astral: tuple[int, ...]

    def place(self, span: Span) -> tuple[int, int]:
        """A stretch of the source as a stretch of the shown text, half-open, in UTF-16 units."""
        return self._units(self._at(span.start)), self._units(self._at(span.end))

    def _at(self, position: int) -> int:
        piece = max(0, bisect_right(self._raw, position) - 1)
        limit = self._shown[piece + 1] if piece + 1 < len(self._shown) else len(self.text)
        return min(self._shown[piece] + position - self._raw[piece], limit)

    def _units(self, position: int) -> int:
        return position + bisect_left(self._astral, position)


def display(text: Text) -> Display:
    """Make a text's source readable."""
    pieces: list[str] = []
    raw, shown = [0], [0]
    length = done = 0
    for stretch in _STRETCH.finditer(text.view):
        short = _short(stretch.group())
        pieces += [text.view[done : stretch.start()], short]
        before = length + stretch.start() - done
        length, done = before + len(short), stretch.end()
        raw += [stretch.start(), done]
        shown += [before, length]
    pieces.append(text.view[done:])
    words = "".join(pieces)
    return Display(words, tuple(raw), tuple(shown), tuple(found.start() for found in _ASTRAL.finditer(words)))


def _short(stretch: str) -> str:
    if stretch.startswith(FILLER):
        return ""
    ends = len(_LINE_END.findall(stretch))
    return "\n" * min(ends, 2) if ends else " "
