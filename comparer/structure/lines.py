"""A view cut into lines, with what their layout says."""

from __future__ import annotations

import re
from typing import NamedTuple

from comparer.model import FILLER

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_TAIL = 120
_BLANK = " \t\u00a0\u3000\x00\ufeff\u200b"
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")

_RUN = re.compile(r"[^\s\x00]\S*")
_QUOTED = re.compile(r"[:：][ \t]*(?=[“\"‘]1[.．][ \t])")
"""A text quoted in mid-line whose first paragraph begins there."""


class Line(NamedTuple):
    """One line that has words. `start` and `end` leave out the blanks around it."""

    start: int
    end: int
    text: str
    """`view[start:end]`; where `FILLER` stands in a word, the word is closed up and spaces follow it, so that what
    stands behind a word keeps its place."""
    gap: int
    """How many empty lines stand before it."""
    indent: int
    """How many characters stand before it on the line."""
    page: bool
    """Whether it is the first on its page."""

    def after(self, cut: int) -> Line:
        """The rest of the line, from its `cut`-th character on."""
        rest = self.text[cut:]
        stripped = rest.lstrip(_BLANK)
        return self._replace(start=self.end - len(stripped), text=stripped)


def tail(text: str) -> str:
    """A line's last characters, which tell how it ends: patterns bound to the end are slow on endless lines."""
    return text[-_TAIL:]


def lines_of(view: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Every line of `view[start:end]` that has words, in order."""
    found: list[Line] = []
    place, breaks, page = start, 0, start == 0
    for match in _LINE.finditer(view, start, len(view) if end is None else end):
        between = view[place : match.start()]
        place = match.end()
        breaks += len(_BREAK.findall(between)) if len(between) > 1 else len(between)
        page = page or "\f" in between
        text = match.group()
        stripped = text.lstrip(_BLANK)
        indent = len(text) - len(stripped)
        stripped = stripped.rstrip(_BLANK)
        if not stripped:
            continue
        begin = match.start() + indent
        line = Line(begin, begin + len(stripped), _closed_up(stripped), max(breaks - 1, 0), indent, page)
        found.extend(_split(line))
        breaks, page = 0, False
    return found


def _closed_up(text: str) -> str:
    if FILLER not in text:
        return text
    closed = _RUN.sub(lambda run: run.group().replace(FILLER, "").ljust(len(run.group())), text)
    return closed.replace(FILLER, " ")


def _split(line: Line) -> list[Line]:
    quoted = _QUOTED.search(line.text) if "1" in line.text else None
    if quoted is None:
        return [line]
    head = line.text[: quoted.end()].rstrip(_BLANK)
    rest = line.after(quoted.end())
    return [line._replace(end=line.start + len(head), text=head), rest._replace(gap=0, page=False)]
