"""Where two clauses differ, word by word.

`differences(left, right)` is a script that turns one string into the other: every character of both sides
stands in exactly one edit, in order, so `apply` and `revert` rebuild either side exactly. Words are matched
without regard to capitals, the shape of quotation marks or the length of a space; where only those differ
the edit is a `variant`, which is no difference in meaning but is not lost either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from comparer.matching import Match, Words, common_words, slide, without_islands


class EditKind(StrEnum):
    """What an edit does to the left side."""

    EQUAL = "equal"
    VARIANT = "variant"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the left string and what stands for it on the right; spans are half-open, in code points."""

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


def differences(left: str, right: str) -> tuple[Edit, ...]:
    """The edits that turn `left` into `right`, in order; a single `equal` edit, or none, where nothing differs.

    Guarantees: the left spans partition `left` and the right spans partition `right`; `apply(edits, left) == right`
    and `revert(edits, right) == left`; no two neighbours have the same kind.
    """
    if left == right:
        return (Edit(EditKind.EQUAL, (0, len(left)), (0, len(right))),) if left else ()
    one, two = Words(left), Words(right)
    ids: dict[str, int] = {}
    a = [ids.setdefault(key, len(ids)) for key in one.keys]
    b = [ids.setdefault(key, len(ids)) for key in two.keys]
    matches = slide(without_islands(common_words(a, b), one.weights, two.weights), a, b, one.keys)
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


def _edits(one: Words, two: Words, matches: list[Match]) -> list[Edit]:
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
