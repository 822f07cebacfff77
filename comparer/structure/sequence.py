"""Numbers of articles in their order: what follows on what, and what was misread."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\d+")
_SUFFIX = re.compile(r"\d-?([A-Z]{1,2}|(?i:bis|ter|quater))$")
_LATIN = {"bis": 1, "ter": 2, "quater": 3}
_LOOKS_LIKE = {"1": "I", "l": "I", "|": "I", "0": "O", "5": "S", "8": "B", "2": "Z", "6": "G"}
"""Digits that optical recognition takes for capital letters."""
_SKIPPED = 8
"""How many articles in a row may have lost their headings."""


def follows(last: str | None, number: str) -> bool:
    """Whether an article's number can come after the last one's: the next, a first one, or after a small gap."""
    here = _digits(number)
    if last is None or not here:
        return True
    before = _digits(last)
    if before == here:
        # A letter within the number (`14-A.1`, `14-B.1`) begins a series of its own.
        return _suffix(last) < _suffix(number) or (_suffix(last) == _suffix(number) == 0 and last != number)
    if here[-1] == 1 or len(here) != len(before):
        return True
    return before < here and (here[:-1] != before[:-1] or here[-1] <= before[-1] + _SKIPPED)


def comes_next(last: str, number: str) -> bool:
    """Whether `number` is the very next after `last`: `13.6` after `13.5`, `8.61-B` after `8.61-A`."""
    before, here = _digits(last), _digits(number)
    if not before or not here:
        return False
    if before == here:
        return _suffix(number) == _suffix(last) + 1
    return before[:-1] == here[:-1] and here[-1] == before[-1] + 1


def between(last: str, number: str) -> tuple[str, ...]:
    """The numbers that are missing between two of one chapter: (`8.79`,) between `8.78` and `8.80`."""
    before, here = _digits(last), _digits(number)
    if not before or before[:-1] != here[:-1] or here[-1] - before[-1] > _SKIPPED + 2:
        return ()
    stem = ".".join(str(part) for part in before[:-1])
    if not re.fullmatch(r"[\d.]+", number) or (len(before) > 1 and not last.startswith(f"{stem}.")):
        return ()
    return tuple(f"{stem}.{place}" if stem else str(place) for place in range(before[-1] + 1, here[-1]))


def mended(last: str | None, number: str, after: str | None) -> str | None:
    """The letter that a digit behind a hyphen was (`8.61-1` between `8.61-H` and `8.61-J` is `8.61-I`); None where
    nothing shows that it was one."""
    stem, _, written = number.rpartition("-")
    letter = _LOOKS_LIKE.get(written)
    if letter is None:
        return None
    candidate = f"{stem}-{letter}"
    beside_last = last is not None and last.startswith(f"{stem}-") and comes_next(last, candidate)
    beside_next = after is not None and after.startswith(f"{stem}-") and comes_next(candidate, after)
    return candidate if beside_last or beside_next else None


def _digits(number: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(number)]


def _suffix(number: str) -> int:
    """The place of a letter behind a number: `A` is 1, `AA` 27, `bis` 1; 0 where there is none."""
    found = _SUFFIX.search(number)
    if found is None:
        return 0
    letters = found[1]
    if letters.lower() in _LATIN:
        return _LATIN[letters.lower()]
    value = 0
    for letter in letters.upper():
        value = value * 26 + ord(letter) - 64
    return value
