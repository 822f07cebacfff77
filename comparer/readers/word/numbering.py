"""The numbers that Word writes before paragraphs, counted as Word counts (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from comparer.readers.word.formats import shown
from comparer.readers.word.styles import ListPlace, Styles, switched, whole

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_SUFFIXES = {"nothing": "", "space": " ", "tab": "\t"}
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–", "o": "o"}
"""Bullets of the Symbol and Wingdings fonts, by the private code points that Word stores."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "\t"
    legal: bool = False
    """Whether the numbers of all levels are written in digits here."""
    restart: int | None = None
    """The level (from 1) whose number starts this one again; 0 for none, None for any above it."""
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it: whose counters it uses, and where it starts them again."""

    counters: str
    levels: tuple[_Level, ...]
    starts: dict[int, int]


class Numbering:
    """Counts through one document, paragraph by paragraph, in their order."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        if part is None:
            return
        self._abstract = {each.get("w-abstractNumId", ""): each for each in part.iterfind("w-abstractNum")}
        nums = {each.get("w-numId", ""): each for each in part.iterfind("w-num")}
        for name, num in nums.items():
            self._lists[name] = self._list(num, nums)

    def label(self, place: ListPlace, style: str) -> str:
        """The number of the next paragraph at `place`, and what divides it from the words; empty without one.

        `style` is the paragraph's style, by which a list may know the level.
        """
        found = self._lists.get(place.list_id)
        if found is None or not found.levels:
            return ""
        level = place.level if place.level is not None else self._level_of(found, style)
        level = min(max(level, 0), len(found.levels) - 1)
        counts = self._count(place.list_id, found, level)
        written = _written(found, level, counts)
        return written + found.levels[level].suffix if written else ""

    def _count(self, name: str, found: _List, level: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.counters, {})
        if name not in self._started:
            self._started.add(name)
            for which, start in found.starts.items():
                counts[which] = start - 1
        counts[level] = counts.get(level, found.levels[level].start - 1) + 1
        for below in range(level + 1, len(found.levels)):
            restart = found.levels[below].restart
            if restart is None or level < restart:
                counts.pop(below, None)
        return counts

    @staticmethod
    def _level_of(found: _List, style: str) -> int:
        return next((which for which, level in enumerate(found.levels) if style and level.style == style), 0)

    def _list(self, num: Element, nums: dict[str, Element]) -> _List:
        abstract = num.find("w-abstractNumId")
        name = abstract.get("w-val", "") if abstract is not None else ""
        name = self._linked(name, nums)
        definition = self._abstract.get(name)
        levels: dict[int, _Level] = {}
        for level in definition.iterfind("w-lvl") if definition is not None else ():
            levels[_which(level)] = _level(level)
        starts: dict[int, int] = {}
        for override in num.iterfind("w-lvlOverride"):
            which = _which(override)
            own = override.find("w-lvl")
            if own is not None:
                levels[which] = _level(own)
            start = whole(override.find("w-startOverride"))
            if start is not None:
                starts[which] = start
        deepest = max(levels, default=-1)
        return _List(name, tuple(levels.get(which, _Level()) for which in range(deepest + 1)), starts)

    def _linked(self, name: str, nums: dict[str, Element]) -> str:
        """The definition that a list style leads to, where this one only names the style."""
        definition = self._abstract.get(name)
        link = definition.find("w-numStyleLink") if definition is not None else None
        place = self._styles.list_place(link.get("w-val", "")) if link is not None else None
        num = nums.get(place.list_id) if place is not None else None
        target = num.find("w-abstractNumId") if num is not None else None
        return target.get("w-val", name) if target is not None else name


def _which(element: Element) -> int:
    written = element.get("w-ilvl", "0")
    return min(int(written), _LEVELS - 1) if written.isascii() and written.isdigit() else 0


def _level(element: Element) -> _Level:
    def value(name: str, otherwise: str = "") -> str:
        found = element.find(f"w-{name}")
        return found.get("w-val", otherwise) if found is not None else otherwise

    start = whole(element.find("w-start"))
    return _Level(
        form=value("numFmt", "decimal"),
        text=value("lvlText"),
        start=start if start is not None else 0,
        suffix=_SUFFIXES.get(value("suff", "tab"), "\t"),
        legal=switched(element.find("w-isLgl")),
        restart=whole(element.find("w-lvlRestart")),
        style=value("pStyle"),
    )


def _written(found: _List, level: int, counts: dict[int, int]) -> str:
    here = found.levels[level]
    if here.form == "bullet":
        return "".join(_BULLETS.get(sign, sign if sign.isprintable() else "•") for sign in here.text)

    def number(place: re.Match[str]) -> str:
        which = int(place[1]) - 1
        if which >= len(found.levels):
            return ""
        its = found.levels[which]
        return shown(counts.get(which, its.start), "decimal" if here.legal and its.form != "none" else its.form)

    return _PLACE.sub(number, here.text)
