"""Parties that are not bound yet, or cannot be sued yet: who, and for how long."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_YEARS = re.compile(r"(\w+|[一二两三四五六七八十])[- ]?(?:years?|años|年)", re.IGNORECASE)
_FURTHER = re.compile(r"\badditional\b|\bfurther\b|\badicional|额外|延长", re.IGNORECASE)


@cache
def _names() -> tuple[dict[str, re.Pattern[str]], dict[str, int]]:
    text = (resources.files("rules") / "data" / "parties.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    parties = {code: re.compile(rf"(?:{pattern})", re.IGNORECASE) for code, pattern in data["party"].items()}
    return parties, data["number"]


def parties(text: str) -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 codes of the parties that a text names, in alphabetical order."""
    return tuple(code for code, pattern in _names()[0].items() if pattern.search(text))


def years(text: str) -> int | None:
    """The first number of years that a text names, in words or digits."""
    for match in _YEARS.finditer(text):
        word = match[1].lower()
        if word.isdigit():
            return int(word)
        if word in _names()[1]:
            return _names()[1][word]
    return None


def terms(sentence: str) -> tuple[str, ...]:
    """One entry a party, `VNM: 5 years`; `+ 3 years` where the sentence adds some, `own law first` without a term.

    >>> terms("Viet Nam shall not be obliged to apply this paragraph for a period of five years.")
    ('VNM: 5 years',)
    """
    first, *rest = _FURTHER.split(sentence, maxsplit=1)
    count = years(first)
    span = f"{count} years" if count else "own law first"
    if rest and (more := years(rest[0])):
        span += f" + {more} years"
    return tuple(f"{code}: {span}" for code in parties(first)) or (span,)
