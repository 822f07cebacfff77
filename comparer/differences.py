"""Where two clauses differ, word by word.

`differences(left, right)` is a script that turns one string into the other: every character of both sides
stands in exactly one edit, in order, so `apply` and `revert` rebuild either side exactly. Words are matched
without regard to the shape of quotation marks or the length of a space; where only those differ the edit is
a `variant`, which is no difference in meaning but is not lost either.

The shortest script is not the one that reads best: it keeps a lone `the` between two rewritten phrases.
Such islands are given to the change around them, and an insertion that could stand in several places is put
where a phrase begins.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from comparer.tokens import fold, is_cjk, is_space, is_word, tokens


class EditKind(StrEnum):
    """What an edit does to the left side."""

    EQUAL = "equal"
    VARIANT = "variant"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the left string and what stands for it on the right; spans are half-open, in code
    points.
    """

    kind: EditKind
    left: tuple[int, int]
    right: tuple[int, int]
    removed: str = ""
    """The words of the left side, unless `equal`."""
    added: str = ""
    """The words of the right side, unless `equal`."""

    @property
    def changes_words(self) -> bool:
        """Whether it is more than another way of typing the same words."""
        return self.kind in (EditKind.INSERT, EditKind.DELETE, EditKind.REPLACE)


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
"""Cells of the bit matrix beyond which (50 MB) the slower but frugal matcher of the standard library takes
over.
"""


def differences(left: str, right: str) -> tuple[Edit, ...]:
    """The edits that turn `left` into `right`, in order; a single `equal` edit, or none, where nothing
    differs.

    Guarantees: the left spans partition `left` and the right spans partition `right`; `apply(edits, left)
    == right` and `revert(edits, right) == left`; no two neighbours have the same kind.
    """
    if left == right:
        return (Edit(EditKind.EQUAL, (0, len(left)), (0, len(right))),) if left else ()
    one, two = _Side(left), _Side(right)
    ids: dict[str, int] = {}
    a = [ids.setdefault(key, len(ids)) for key in one.keys]
    b = [ids.setdefault(key, len(ids)) for key in two.keys]
    matches = _slide(_without_islands(_matches(a, b), one.weights, two.weights), a, b, one.keys)
    return tuple(_merge(_edits(one, two, matches)))


def apply(edits: Sequence[Edit], left: str) -> str:
    """The right side, rebuilt from the left one. `ValueError` where the edits are another string's."""
    return _rebuild(left, [(edit.left, edit, edit.removed, edit.added) for edit in edits])


def revert(edits: Sequence[Edit], right: str) -> str:
    """The left side, rebuilt from the right one. `ValueError` where the edits are another string's."""
    return _rebuild(right, [(edit.right, edit, edit.added, edit.removed) for edit in edits])


def similarity(left: Sequence[str], right: Sequence[str]) -> float:
    """How much of two sequences of words is common, in the same order: 0..1, 1 is the same words.

    Twice the length of the longest common subsequence over the length of both (the normalised Indel
    similarity).
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (late: it costs start-up time)

    return float(Indel.normalized_similarity(left, right)) if left or right else 1.0


def _rebuild(source: str, parts: list[tuple[tuple[int, int], Edit, str, str]]) -> str:
    built: list[str] = []
    position = 0
    for (start, end), edit, expected, replacement in parts:
        words = source[start:end]
        if start != position or (edit.kind is not EditKind.EQUAL and words != expected):
            raise ValueError("These edits were made for another text.")
        built.append(words if edit.kind is EditKind.EQUAL else replacement)
        position = end
    if position != len(source):
        raise ValueError("These edits were made for another text.")
    return "".join(built)


class _Side:
    """One string as its tokens that are not whitespace, with where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        all_tokens = tokens(text)
        ends = list(accumulate(map(len, all_tokens)))
        kept = [i for i, token in enumerate(all_tokens) if not is_space(token)]
        self.keys = [fold(all_tokens[i]) for i in kept]
        self.starts = [ends[i] - len(all_tokens[i]) for i in kept]
        self.ends = [ends[i] for i in kept]
        self.weights = [_weight(key) for key in self.keys]


def _weight(key: str) -> float:
    """How much a token counts for: articles and prepositions hold a text together but carry no rule."""
    if not is_word(key):
        return 0.1
    if is_cjk(key):
        return 0.45
    return 0.25 if key.lower() in WORDS_OF_GRAMMAR else 1.0


def _matches(a: list[int], b: list[int]) -> list[Match]:
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


def _without_islands(matches: list[Match], left: list[float], right: list[float]) -> list[Match]:
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


def _slide(matches: list[Match], a: list[int], b: list[int], keys: list[str]) -> list[Match]:
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
    """How well a phrase may begin before the token `keys[at]` of the left side: after a stop best, then a
    comma.
    """
    if at == 0 or keys[at - 1] in (".", ";", ":", "。"):
        return 3
    if keys[at - 1] in (",", ")", "、"):
        return 2
    return 1 if keys[at - 1].lower() not in WORDS_OF_GRAMMAR else 0


def _edits(one: _Side, two: _Side, matches: list[Match]) -> list[Edit]:
    anchors = [
        ((one.starts[start + i], one.ends[start + i]), (two.starts[other + i], two.ends[other + i]))
        for start, other, size in matches
        for i in range(size)
    ]
    found: list[Edit] = []
    left = right = 0
    ends = ((len(one.text), len(one.text)), (len(two.text), len(two.text)))
    for at, other in [*anchors, ends]:
        found += _between(one.text, two.text, (left, at[0]), (right, other[0]))
        found += _edit(one.text, two.text, at, other, EditKind.VARIANT)
        left, right = at[1], other[1]
    return found


def _between(left: str, right: str, at: tuple[int, int], other: tuple[int, int]) -> list[Edit]:
    """The edits of a stretch between two matched words: the change, and the spaces around it that both
    sides have.
    """
    words, others = left[slice(*at)], right[slice(*other)]
    if not words.strip() and not others.strip():
        return _edit(left, right, at, other, EditKind.VARIANT)
    head = (_lead(words), _lead(others)) if words[:1].isspace() and others[:1].isspace() else (0, 0)
    rest, other_rest = words[head[0] :], others[head[1] :]
    tail = (_trail(rest), _trail(other_rest)) if rest[-1:].isspace() and other_rest[-1:].isspace() else (0, 0)
    cuts = (at[0], at[0] + head[0], at[1] - tail[0], at[1])
    other_cuts = (other[0], other[0] + head[1], other[1] - tail[1], other[1])
    kinds = (EditKind.VARIANT, EditKind.REPLACE, EditKind.VARIANT)
    return [
        edit
        for kind, span, other_span in zip(kinds, pairwise(cuts), pairwise(other_cuts), strict=True)
        for edit in _edit(left, right, span, other_span, kind)
    ]


def _lead(words: str) -> int:
    return len(words) - len(words.lstrip())


def _trail(words: str) -> int:
    return len(words) - len(words.rstrip())


def _edit(left: str, right: str, at: tuple[int, int], other: tuple[int, int], kind: EditKind) -> list[Edit]:
    """The edit of one stretch, if there is anything in it; `kind` is what it is when the words are not the
    same.
    """
    removed, added = left[slice(*at)], right[slice(*other)]
    if removed == added:
        return [Edit(EditKind.EQUAL, at, other)] if removed else []
    if kind is EditKind.REPLACE and not (removed and added):
        kind = EditKind.DELETE if removed else EditKind.INSERT
    return [Edit(kind, at, other, removed, added)]


def _merge(edits: list[Edit]) -> list[Edit]:
    merged: list[Edit] = []
    for edit in edits:
        if merged and merged[-1].kind is edit.kind:
            merged[-1] = _joined(merged[-1], edit)
        else:
            merged.append(edit)
    return merged


def _joined(first: Edit, second: Edit) -> Edit:
    return Edit(
        first.kind,
        (first.left[0], second.left[1]),
        (first.right[0], second.right[1]),
        first.removed + second.removed,
        first.added + second.added,
    )
