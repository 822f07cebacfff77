"""Numbers at a line's start: `1.`, `(a)`, `(ii)`, and where in the running lists each belongs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from comparer.structure.numbers import chinese_value, roman_value

KOREAN = "가나다라마바사아자차카타파하"
"""The letters of Korean lists, in their order."""
_LABEL = re.compile(
    r"(?P<quote>[“\"‘]?)(?:"
    r"(?P<dotted>\d{1,3})\s?[.．](?![\d.])"
    r"|(?P<listed>\d{1,3})\s?、"
    r"|[(（]\s?(?P<number>\d{1,3})\s?[)）]"
    r"|[(（]\s?(?P<small>[a-zñ]{1,6})\s?[)）]"
    r"|[(（]\s?(?P<big>[A-Z]{1,4})\s?[)）]"
    r"|(?P<open_small>[a-zñ]|[ivx]{1,5})\)"
    r"|(?P<open_number>\d{1,3})\)"
    r"|(?P<point_small>[a-z])\.(?=\s|$)"
    r"|(?P<korean>[가나다라마바사아자차카타파하])\.(?=\s|$)"
    r"|(?P<open_korean>[가나다라마바사아자차카타파하])\)"
    r"|[(（]\s?(?P<han>[一二三四五六七八九十]{1,3})\s?[)）]"
    r"|(?P<listed_han>[一二三四五六七八九十]{1,3})、"
    r")(?:[ \t\u00a0\u3000\x00]*)"
)


class Option(NamedTuple):
    """One way to read a label."""

    style: str
    value: int


class Label(NamedTuple):
    """A number at a line's start."""

    written: str
    """Without its brackets and dots: `3`, `a`, `ii`."""
    options: tuple[Option, ...]
    length: int
    """How many characters it takes, blanks behind it included."""


@lru_cache(maxsize=8192)
def label_at(text: str) -> Label | None:
    """The label with which `text` begins. Remembered, for a line is asked several times by the lines above it."""
    found = _LABEL.match(text)
    if found is None:
        return None
    form = found.lastgroup
    if form is None:
        return None
    written = found[form]
    options = _options(form, written)
    return Label(written, options, found.end()) if options else None


def misread(number: str) -> str:
    """What optical recognition makes of a first paragraph's number: the letter l; any other number stays."""
    return "l" if number == "1" else number


def _options(form: str, written: str) -> tuple[Option, ...]:
    if form in {"dotted", "listed", "number", "open_number"}:
        style = {"dotted": "1.", "listed": "1、", "number": "(1)", "open_number": "1)"}[form]
        return (Option(style, int(written)),)
    if form in {"korean", "open_korean"}:
        return (Option({"korean": "가.", "open_korean": "가)"}[form], KOREAN.index(written) + 1),)
    if form in {"han", "listed_han"}:
        value = chinese_value(written)
        return (Option({"han": "(一)", "listed_han": "一、"}[form], value),) if value else ()
    shape = {"small": "({})", "big": "({})", "open_small": "{})", "point_small": "{}."}[form]
    case = "A" if form == "big" else "a"
    options: list[Option] = []
    lowered = written.lower()
    if len(written) == 1 and "a" <= lowered <= "z":
        options.append(Option(shape.format(case), ord(lowered) - 96))
    elif len(set(lowered)) == 1 and len(written) == 2 and "a" <= lowered[0] <= "z":
        options.append(Option(shape.format(case * 2), ord(lowered[0]) - 96))
    if form == "point_small" and written == misread("1"):
        options.append(Option("1.", 1))
    roman = roman_value(written)
    if roman is not None:
        options.append(Option(shape.format("I" if form == "big" else "i"), roman))
    return tuple(options)
