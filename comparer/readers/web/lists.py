"""The numbers that a browser writes before the items of a list (HTML `ol`, CSS `list-style-type`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.readers.word.formats import shown

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b([a-z-]+)")
_LARGEST = 9999


@dataclass(slots=True)
class _List:
    form: str
    next: int


class Lists:
    """The lists that are open, and the number of the next item."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def tag(self, name: str, values: dict[str, str], *, closes: bool) -> str:
        """Take a tag; the number of the item that it begins, as shown, or nothing."""
        if name in {"ol", "ul", "menu"}:
            if closes:
                del self._open[-1:]
            else:
                self._open.append(_List(_form(name, values), _whole(values.get("start"), 1)))
        elif name == "li" and not closes and self._open:
            here = self._open[-1]
            number = _whole(values.get("value"), here.next)
            here.next = number + 1
            written = shown(number, here.form) if here.form != "none" else ""
            return f"{written}." if written else ""
        return ""


def _form(name: str, values: dict[str, str]) -> str:
    style = _STYLE.search(values.get("style", "").lower())
    if style is not None and style[1] in _STYLES:
        return _STYLES[style[1]]
    return _TYPES.get(values.get("type", "1"), "none" if name != "ol" else "decimal") if name == "ol" else "none"


def _whole(written: str | None, otherwise: int) -> int:
    found = re.fullmatch(r"\s*(\d{1,4})\s*", written or "", re.ASCII)
    return min(int(found[1]), _LARGEST) if found else otherwise
