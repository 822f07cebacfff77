"""Bilingual print-outs: which part of which page is in which language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from comparer.language import language_of

_LETTERS = 60
"""Fewer letters than that do not tell a language."""
_SHARE = 0.2
"""How much of a file a language has at least: less is an annex or a form."""
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")
_WORDS = re.compile(r"[^\W\d_]")


def languages_of(parts: Sequence[str]) -> list[str]:
    """The language of each part of a file, in reading order; a file in one language has one throughout.

    A part that does not tell has the language of the part before it.
    """
    weights = [_weight(part) for part in parts]
    told = [language_of(part) if weight >= _LETTERS else "" for part, weight in zip(parts, weights, strict=True)]
    shares: Counter[str] = Counter()
    for language, weight in zip(told, weights, strict=True):
        shares[language] += weight
    del shares[""]
    whole = sum(shares.values())
    kept = {language for language, share in shares.items() if share >= _SHARE * whole}
    if len(kept) < 2:
        one = language_of("\n".join(parts))
        return [one] * len(parts)
    main = shares.most_common(1)[0][0]
    found: list[str] = []
    for language in told:
        found.append(language if language in kept else found[-1] if found else main)
    return found


def _weight(part: str) -> int:
    """Letters, those of scripts that write a word with one or two of them counted for three."""
    return len(_WORDS.findall(part)) + 2 * len(_DENSE.findall(part))
