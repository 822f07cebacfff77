from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.differences import Edit, EditKind, apply, differences, revert, similarity

WORDS = [
    "shall",
    "may",
    "not",
    "the",
    "of",
    "Party",
    "data",
    " ",
    "  ",
    "\n",
    ",",
    "(a)",
    "“",
    '"',
    "不",
    "得",
    "数",
    "据",
    "。",
]
CLAUSES = st.one_of(st.lists(st.sampled_from(WORDS), max_size=30).map("".join), st.text(max_size=30))


def marked(left: str, right: str) -> str:
    """The right side with what was removed in [-…-] and what was added in {+…+}."""
    out = ""
    for edit in differences(left, right):
        if not edit.changes_words:
            out += right[slice(*edit.right)]
            continue
        out += f"[-{edit.removed}-]" if edit.removed else ""
        out += f"{{+{edit.added}+}}" if edit.added else ""
    return out


@given(CLAUSES, CLAUSES)
@settings(deadline=None)
def test_edits_rebuild_either_side(left: str, right: str) -> None:
    edits = differences(left, right)
    assert apply(edits, left) == right
    assert revert(edits, right) == left


@given(CLAUSES, CLAUSES)
@settings(deadline=None)
def test_edits_partition_both_sides(left: str, right: str) -> None:
    edits = differences(left, right)
    for side, text in (("left", left), ("right", right)):
        spans = [getattr(edit, side) for edit in edits]
        assert [start for start, _ in spans] == [0, *(end for _, end in spans)][: len(spans)]
        assert (spans[-1][1] if spans else 0) == len(text)
    for edit in edits:
        equal = edit.kind is EditKind.EQUAL
        assert equal == (left[slice(*edit.left)] == right[slice(*edit.right)])
        assert edit.removed == ("" if equal else left[slice(*edit.left)])
        assert edit.added == ("" if equal else right[slice(*edit.right)])
    assert all(one.kind is not two.kind for one, two in pairwise(edits))


@given(CLAUSES)
@settings(deadline=None)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(edit.kind is EditKind.EQUAL for edit in differences(text, text))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the big dog ran", "the dog ran", "the [-big -]dog ran"),
        ("the dog ran", "the dog ran off", "the dog ran{+ off+}"),
        ("a Party shall allow it", "a Party may allow it", "a Party [-shall-]{+may+} allow it"),
        (
            "rule (a) applies; and (b) is fair",
            "rule (a) applies; and (c) is fair",
            "rule (a) applies; and [-(b)-]{+(c)+} is fair",
        ),
        # One change, not two around a lone article or comma.
        ("protect the harbour now", "defend the port now", "[-protect the harbour-]{+defend the port+} now"),
        ("rope, sail", "oar, mast", "[-rope, sail-]{+oar, mast+}"),
        # A small word between small changes is no anchor; a whole phrase is.
        (
            "ships of a Party carry salt and fish by night",
            "boats of any Party carry salt and bread by night",
            "[-ships of a-]{+boats of any+} Party carry salt and [-fish-]{+bread+} by night",
        ),
        # What was put in begins where a sentence begins.
        ("Ships sail. Ships rest.", "Ships sail. Ships turn. Ships rest.", "Ships sail. {+Ships turn. +}Ships rest."),
        ("一方不得限制数据", "任何一方不得禁止或限制数据", "{+任何+}一方不得{+禁止或+}限制数据"),
        ("la Parte procurará permitir", "la Parte permitirá", "la Parte [-procurará permitir-]{+permitirá+}"),
    ],
)
def test_what_a_reader_sees(left: str, right: str, expected: str) -> None:
    assert marked(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a “safe” port", 'a "safe" port'),
        ("a safe\n   port", "a safe port"),
        ("一方，不得", "一方,不得"),
        ("第 14 条", "第14条"),
        ("the Party’s ship", "the Party's ship"),
        ("Cross-Border Transfers", "Cross-border transfers"),
    ],
)
def test_typing_habits_are_variants_and_are_not_lost(left: str, right: str) -> None:
    edits = differences(left, right)
    assert {edit.kind for edit in edits} == {EditKind.EQUAL, EditKind.VARIANT}
    assert not any(edit.changes_words for edit in edits)
    assert apply(edits, left) == right


def test_edits_are_refused_for_another_text() -> None:
    edits = differences("the ship sails", "the ship rests")
    with pytest.raises(ValueError, match="another text"):
        apply(edits, "the ship sinks")
    with pytest.raises(ValueError, match="another text"):
        apply(edits, "the ship sails on")
    with pytest.raises(ValueError, match="another text"):
        revert(edits, "the ship")
    with pytest.raises(ValueError, match="another text"):
        apply((Edit(EditKind.EQUAL, (1, 2), (0, 1)),), "ab")


def test_very_long_texts_take_the_frugal_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comparer.matching._LARGE", 10)
    left, right = "one two three four five six", "one two four five seven six"
    edits = differences(left, right)
    assert apply(edits, left) == right
    assert "".join(edit.removed for edit in edits) == "three "


def test_clauses_of_two_thousand_words_are_quick() -> None:
    chance = random.Random(1)  # noqa: S311  (no secret here)
    left = [f"word{chance.randrange(300)}" for _ in range(2000)]
    right = [word if chance.random() < 0.85 else f"other{chance.randrange(300)}" for word in left]
    one, two = " ".join(left), " ".join(right)
    differences(one, two)
    started = time.perf_counter()
    differences(one, two)
    # A few ms on an idle machine; the bound leaves room for a busy one.
    assert time.perf_counter() - started < 0.5


def test_similarity_counts_words_in_common_in_order() -> None:
    assert similarity(("a", "b"), ("a", "b")) == 1.0
    assert similarity((), ()) == 1.0
    assert similarity(("a",), ("b",)) == 0.0
    assert similarity(("a", "b", "c", "d"), ("a", "x", "c", "y")) == 0.5
