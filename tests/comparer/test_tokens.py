from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.tokens import fold, is_cjk, is_word, tokens, words

PIECES = st.sampled_from(
    [
        "harbour",
        "Party’s",
        "14.11",
        "(a)",
        "（b）",
        "第",
        "条",
        "，",
        "。",
        " ",
        "\n\t",
        "“",
        "niño",
        "cou\u0301rt",
        "_",
        "𠀀",
        "8.61-F",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS)
@settings(deadline=None)
def test_joined_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS)
@settings(deadline=None)
def test_no_token_mixes_space_with_anything(text: str) -> None:
    assert all(token.isspace() or not any(c.isspace() for c in token) for token in tokens(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Party’s non-discriminatory rule", ["the", " ", "Party’s", " ", "non-discriminatory", " ", "rule"]),
        ("Article 14.11, or 1,000.", ["Article", " ", "14.11", ",", " ", "or", " ", "1,000", "."]),
        ("(a) sí; (iv)", ["(a)", " ", "sí", ";", " ", "(iv)"]),
        ("第14.11条第3款（a）", ["第", "14.11", "条", "第", "3", "款", "（a）"]),
        ("información, año", ["información", ",", " ", "año"]),
        ("cou\u0301rt", ["cou\u0301rt"]),
        ("end.2018", ["end", ".", "2018"]),
    ],
)
def test_tokens_of(text: str, expected: list[str]) -> None:
    assert list(tokens(text)) == expected


def test_folding_puts_shapes_aside_but_not_capitals() -> None:
    assert fold("“") == fold("”") == fold('"')
    assert fold("Party’s") == fold("Party's")
    assert fold("，") == fold(",")
    assert fold("\n   ") == fold(" ")
    assert fold("nin\u0303o") == fold("niño")
    assert fold("Party") != fold("party")


def test_words_are_lower_case_without_punctuation() -> None:
    assert words("(a) The Party’s “data”, 数据。") == ("(a)", "the", "party's", "data", "数", "据")


def test_kinds_of_token() -> None:
    assert is_cjk("数")
    assert not is_cjk("a")
    assert not is_cjk("数据")
    assert is_word("14.11")
    assert is_word("(a)")
    assert not is_word("(")
    assert not is_word("。")
