from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.paragraphs import Likeness, Part, align_in_order, align_paragraphs, likeness, score

UNITS = st.lists(
    st.builds(
        Likeness,
        st.sampled_from(Part),
        st.sampled_from(["", "1", "2", "3"]),
        st.sampled_from(["en", "zh"]),
        st.lists(st.sampled_from(["ship", "port", "data", "rule"]), max_size=4).map(tuple),
    ),
    max_size=7,
)


def body(text: str, label: str = "", language: str = "en") -> Likeness:
    return likeness(Part.BODY, label, language, text)


@given(UNITS, UNITS)
@settings(deadline=None)
def test_every_unit_appears_once_and_in_order(left: list[Likeness], right: list[Likeness]) -> None:
    pairs = align_paragraphs(left, right)
    assert [i for i, _ in pairs if i is not None] == list(range(len(left)))
    assert [j for _, j in pairs if j is not None] == list(range(len(right)))
    for i, j in pairs:
        assert i is not None or j is not None
        if i is not None and j is not None:
            assert score(left[i], right[j]) > 0


@given(UNITS, UNITS)
@settings(deadline=None)
def test_scores_lie_between_0_and_1_and_are_the_same_from_either_side(
    left: list[Likeness], right: list[Likeness]
) -> None:
    for one in left:
        for two in right:
            assert 0.0 <= score(one, two) <= 1.0
            assert score(one, two) == score(two, one)


def test_the_sum_of_values_is_the_largest() -> None:
    values = [[0.5, 0.9], [0.0, 0.5]]
    assert align_in_order(2, 2, lambda i, j: values[i][j]) == ((0, 0), (1, 1))


def test_paragraphs_are_matched_by_their_words_whatever_their_numbers() -> None:
    left = [body("Each Party keeps rules on tides.", "1"), body("No Party shall tax a lighthouse.", "2")]
    right = [
        body("The Parties love the sea.", "1"),
        body("Each Party keeps its rules on tides.", "2"),
        body("No Party shall ever tax a lighthouse.", "3"),
    ]
    assert align_paragraphs(left, right) == ((None, 0), (0, 1), (1, 2))


def test_small_words_in_common_do_not_make_a_pair() -> None:
    assert score(body("the ship of the captain is in the port"), body("the tax on the income of the firm")) == 0.0


def test_across_languages_numbers_decide() -> None:
    left = [body("Each Party keeps rules.", "1"), body("No Party shall tax.", "2")]
    right = [body("每一方可有规则。", "1", "zh"), body("任何一方不得征税。", "3", "zh")]
    assert align_paragraphs(left, right) == ((0, 0), (1, None), (None, 1))


def test_a_footnote_does_not_answer_to_a_paragraph() -> None:
    words = "A ship includes a barge."
    note = likeness(Part.FOOTNOTE, "1", "en", words)
    assert score(body(words, "1"), note) == 0.0
    assert score(note, note) == 1.0
