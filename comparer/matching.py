"""Which words of two clauses are taken to be the same ones.

The longest common subsequence says how many words can be kept; which of them should be is a question of reading: an
equal `the` between two rewritten phrases is no anchor, and an insertion that could stand in several places belongs
where a phrase begins.
"""

from __future__ import annotations

import math
from itertools import accumulate, pairwise

from comparer.tokens import fold, is_cjk, is_space, is_word, tokens

Match = tuple[int, int, int]
"""`(left, right, size)`: a run of words that both sides share, as `difflib` has it."""

_GRAMMAR = """
a an and any as at be by for from in is it its of on or such that the this to which with
al como con cualquier de del e el en la las lo los o para por que se su sus un una y
"""
WORDS_OF_GRAMMAR = frozenset(_GRAMMAR.split())
_ISLAND = 1.0
"""An equal run lighter than this, between two changes, is read as part of them."""
_LARGE = 400_000_000
"""Pairs of words (a bit matrix of 50 MB) beyond which the frugal matcher of the standard library takes over."""


class Words:
    """A string as its tokens that are not whitespace: `keys` folded, where each `starts` and `ends`, and `weights`.

    Keys have no capitals: a word that opens one heading and stands within another is the same word.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        all_tokens = tokens(text)
        ends = list(accumulate(map(len, all_tokens)))
        kept = [i for i, token in enumerate(all_tokens) if not is_space(token)]
        self.keys = [fold(all_tokens[i]).casefold() for i in kept]
        self.starts = [ends[i] - len(all_tokens[i]) for i in kept]
        self.ends = [ends[i] for i in kept]
        self.weights = [_weight(key) for key in self.keys]


def _weight(key: str) -> float:
    """How much a token counts for: articles and prepositions hold a text together but carry no rule."""
    if not is_word(key):
        return 0.1
    if is_cjk(key):
        return 0.45
    return 0.25 if key in WORDS_OF_GRAMMAR else 1.0


def common_words(a: list[int], b: list[int]) -> list[Match]:
    """A longest common subsequence of two sequences, as runs."""
    if len(a) * len(b) > _LARGE:
        from difflib import SequenceMatcher  # noqa: PLC0415

        return [(m.a, m.b, m.size) for m in SequenceMatcher(None, a, b).get_matching_blocks() if m.size]
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    return [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(a, b)
        if code.tag == "equal"
    ]


def without_islands(matches: list[Match], left: list[float], right: list[float]) -> list[Match]:
    """Drop the runs that weigh less than the changes on both sides of them, until none is left."""
    before, after = _sums(left), _sums(right)
    kept = matches
    while True:
        bounds = [(0, 0, 0), *kept, (len(left), len(right), 0)]
        gaps = [
            max(before[left] - before[start + size], after[right] - after[other + size])
            for (start, other, size), (left, right, _) in pairwise(bounds)
        ]
        runs = [before[start + size] - before[start] for start, _, size in kept]
        islands = [w if _is_island(w, gaps[i], gaps[i + 1]) else math.inf for i, w in enumerate(runs)]
        # Of neighbouring islands only the lightest goes: the others are judged against the larger change.
        around = [math.inf, *islands, math.inf]
        gone = {
            i
            for i, weight in enumerate(islands)
            if weight < math.inf and weight < around[i] and weight <= around[i + 2]
        }
        if not gone:
            return kept
        kept = [match for i, match in enumerate(kept) if i not in gone]


def _is_island(weight: float, before: float, after: float) -> bool:
    around = min(before, after)
    return around > 0 and (weight < min(_ISLAND, around + 0.25) or weight * 3 <= around)


def _sums(weights: list[float]) -> list[float]:
    return [0.0, *accumulate(weights)]


def slide(matches: list[Match], a: list[int], b: list[int], keys: list[str]) -> list[Match]:
    """Move each insertion or deletion that may stand in several places to where a phrase begins."""
    moved = list(matches)
    for i in range(len(moved) - 1):
        (left, right, size), (next_left, next_right, next_size) = moved[i], moved[i + 1]
        end, other_end = left + size, right + size
        if (end == next_left) == (other_end == next_right):
            continue
        gap = (b, other_end, next_right) if end == next_left else (a, end, next_left)
        back, forth = _room(*gap, size - 1, next_size - 1)
        best = max(range(-back, forth + 1), key=lambda by: (_begins(keys, end + by), -abs(by)))
        moved[i] = (left, right, size + best)
        moved[i + 1] = (next_left + best, next_right + best, next_size - best)
    return moved


def _room(line: list[int], start: int, end: int, most_back: int, most_forth: int) -> tuple[int, int]:
    """How far the stretch `line[start:end]` can move either way and still be the same change."""
    back = forth = 0
    while back < most_back and line[start - back - 1] == line[end - back - 1]:
        back += 1
    while forth < most_forth and line[start + forth] == line[end + forth]:
        forth += 1
    return back, forth


def _begins(keys: list[str], at: int) -> int:
    """How well a phrase may begin before the token `keys[at]` of the left side: best after a stop, then a comma."""
    if at == 0 or keys[at - 1] in (".", ";", ":", "。"):
        return 3
    if keys[at - 1] in (",", ")", "、"):
        return 2
    return 1 if keys[at - 1].lower() not in WORDS_OF_GRAMMAR else 0
