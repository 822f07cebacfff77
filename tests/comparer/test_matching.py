from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.matching import Match, Words, common_words, slide, without_islands

LINES = st.lists(st.integers(0, 4), max_size=25)


def is_sound(matches: list[Match], a: list[int], b: list[int]) -> bool:
    """Whether matches are equal runs, in order on both sides, none empty and none overlapping."""
    left = right = 0
    for start, other, size in matches:
        if start < left or other < right or size < 1 or a[start : start + size] != b[other : other + size]:
            return False
        left, right = start + size, other + size
    return left <= len(a) and right <= len(b)


@given(LINES, LINES)
@settings(deadline=None)
def test_every_step_keeps_the_matches_sound(a: list[int], b: list[int]) -> None:
    found = common_words(a, b)
    kept = without_islands(found, [1.0] * len(a), [1.0] * len(b))
    moved = slide(kept, a, b, [str(key) for key in a])
    assert is_sound(found, a, b)
    assert is_sound(kept, a, b)
    assert is_sound(moved, a, b)
    assert set(kept) <= set(found)
    assert sum(size for *_, size in moved) == sum(size for *_, size in kept)


def test_a_light_run_between_heavy_changes_is_dropped_and_a_heavy_one_kept() -> None:
    matches = [(0, 0, 1), (3, 3, 1), (6, 6, 4)]
    light = [1.0, 1.0, 1.0, 0.25, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    assert without_islands(matches, light, light) == [(0, 0, 1), (6, 6, 4)]
    assert without_islands(matches, [1.0] * 10, [1.0] * 10) == matches


def test_words_know_where_they_stand() -> None:
    words = Words("No  “Party” 得")
    assert words.keys == ["no", '"', "party", '"', "得"]
    assert [words.text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == [
        "No",
        "“",
        "Party",
        "”",
        "得",
    ]
    assert words.weights[1] < words.weights[4] < words.weights[2]
