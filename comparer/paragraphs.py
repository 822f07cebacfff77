"""Which paragraphs of one clause answer to which of another.

Paragraphs are matched in their order (a table is read from top to bottom), so as to make the sum of their
likenesses as large as it can be: the alignment of Needleman and Wunsch (1970), with nothing lost for a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from comparer.differences import similarity
from comparer.matching import WORDS_OF_GRAMMAR
from comparer.tokens import words

LEAST = 0.3
"""Two paragraphs of one language that have less in common than this are not shown as answering to each other. Over
CPTPP, RCEP and KORUS 99 of 100 pairs of paragraphs have no more than 0.2 of their content words in common, in order;
counterparts in other words begin at about 0.3."""
_SAME_NUMBER = 0.1
_ACROSS_LANGUAGES = 0.5
"""What the same number in its article is worth as the only sign that two paragraphs correspond."""


class Part(StrEnum):
    """What a unit of a clause is; only units of the same part are compared."""

    HEADING = "heading"
    BODY = "body"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is compared of a unit: its part, its number in the article, its language and its content words."""

    part: Part
    label: str
    language: str
    words: tuple[str, ...]


def likeness(part: Part, label: str, language: str, text: str) -> Likeness:
    """The likeness of a unit with these words."""
    kept = tuple(word for word in words(text) if word not in WORDS_OF_GRAMMAR)
    return Likeness(part, label, language, kept)


def score(left: Likeness, right: Likeness) -> float:
    """How far two units correspond, 0..1; 0 where their parts differ.

    Headings always correspond: they stand for articles that are compared with each other already.
    """
    if left.part is not right.part:
        return 0.0
    if left.part is Part.HEADING:
        return 1.0
    same_number = bool(left.label) and left.label == right.label
    if left.language != right.language:
        return _ACROSS_LANGUAGES if same_number else 0.0
    common = similarity(left.words, right.words)
    if common < LEAST:
        return 0.0
    return min(1.0, common + (_SAME_NUMBER if same_number else 0.0))


def align_paragraphs(left: Sequence[Likeness], right: Sequence[Likeness]) -> tuple[tuple[int | None, int | None], ...]:
    """Pairs of positions, `None` where nothing answers.

    Guarantees: every position of both sides appears exactly once, and those of each side in their order.
    """
    return align_in_order(len(left), len(right), lambda i, j: score(left[i], right[j]))


def align_in_order(
    left: int, right: int, value: Callable[[int, int], float]
) -> tuple[tuple[int | None, int | None], ...]:
    """The pairs of `range(left)` and `range(right)`, in order, whose values (0: no pair) have the largest
    sum.
    """
    values = [[value(i, j) for j in range(right)] for i in range(left)]
    best = [[0.0] * (right + 1) for _ in range(left + 1)]
    for i in range(left - 1, -1, -1):
        for j in range(right - 1, -1, -1):
            pair = values[i][j] + best[i + 1][j + 1] if values[i][j] > 0 else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < left or j < right:
        if i < left and j < right and values[i][j] > 0 and best[i][j] == values[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif j == right or (i < left and best[i][j] == best[i + 1][j]):
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return tuple(pairs)
