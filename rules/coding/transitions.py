"""Parties that are not bound yet, or cannot be sued yet: who, and for how long."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

_YEARS = re.compile(
    r"(\d+|[a-záéíóúñ]+|[一二两三四五六七八十])(?: (?:more|further|additional))?[- ]?(?:years?|años|年)", re.IGNORECASE
)
_FURTHER = re.compile(r"\badditional\b|\bfurther\b|\bmore\b|\badicional|\bmás\b|额外|延长", re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((resources.files("rules") / "data" / "parties.toml").read_text(encoding="utf-8"))


def party_name(code: str, language: str) -> str:
    """What tables call a party; its code where the rules have no name for it."""
    return str(_data().get("name", {}).get(code, {}).get(language, code))


@cache
def _names() -> tuple[dict[str, re.Pattern[str]], dict[str, int]]:
    data = _data()
    parties = {code: re.compile(rf"(?:{pattern})", re.IGNORECASE) for code, pattern in data["party"].items()}
    return parties, data["number"]


def parties(text: str) -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 codes of the parties that a text names, in alphabetical order."""
    return tuple(code for code, pattern in _names()[0].items() if pattern.search(text))


def years(text: str) -> int | None:
    """The first number of years that a text names, in words or digits."""
    return next(_all_years(text), None)


def _all_years(text: str) -> Iterator[int]:
    for match in _YEARS.finditer(text):
        word = match[1].lower()
        if word.isdigit():
            yield int(word)
        elif word in _names()[1]:
            yield _names()[1][word]


def terms(sentence: str) -> tuple[str, ...]:
    """One entry a party, `VNM: 5 years`; `+ 3 years` where the sentence adds some, `own law first` without a term.

    >>> terms("Viet Nam shall not be obliged to apply it for five years.")
    ('VNM: 5 years',)
    """
    counts = tuple(_all_years(sentence))
    span = f"{counts[0]} years" if counts else "own law first"
    if len(counts) > 1 and _FURTHER.search(sentence):
        span += f" + {counts[1]} years"
    return tuple(f"{code}: {span}" for code in parties(sentence)) or (span,)
