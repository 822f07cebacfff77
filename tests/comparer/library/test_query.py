"""What users type, as searches."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.errors import SynopticError
from comparer.library.query import QueryError, fts, matches, parse

LANGUAGE = {
    "data flows": '("data" AND "flows")',
    '"data flows"': '"data flows"',
    "“data flows”": '"data flows"',
    "transfer*": '"transfer"*',
    '"free fl"*': '"free fl"*',
    "a OR b c": '("a" OR ("b" AND "c"))',
    "a AND b OR c": '(("a" AND "b") OR "c")',
    "(a OR b) c": '(("a" OR "b") AND "c")',
    "（a OR b）c": '(("a" OR "b") AND "c")',
    "a NOT b NOT c": '("a" NOT "b" NOT "c")',
    "x a NOT b": '("x" AND ("a" NOT "b"))',
    "a NEAR b": 'NEAR("a" "b", 10)',
    "a NEAR/3 b* NEAR/5 c": 'NEAR("a" "b"* "c", 5)',
    "(a OR b) NEAR c": '(NEAR("a" "c", 10) OR NEAR("b" "c", 10))',
    "anti-dumping": '"anti-dumping"',
    "near and or not": '("near" AND "and" AND "or" AND "not")',
    'heading:x -y ^z {a} "AND"': '("heading:x" AND "-y" AND "^z" AND "{a}" AND "AND")',
}


@pytest.mark.parametrize(("typed", "expected"), LANGUAGE.items())
def test_queries_in_the_language_of_the_index(typed: str, expected: str) -> None:
    assert fts(parse(typed)) == expected


WRONG = {
    "": "nothing to look for",
    "  ": "nothing to look for",
    '"open': "quotation mark has no fellow",
    "(a": "bracket is not closed",
    "a)": "bracket is closed that was not opened",
    "a AND": "AND lacks words",
    "OR a": "OR lacks words",
    "a NEAR": "NEAR lacks words",
    "()": r"\(.*lacks words",
    "a NOT NOT b": "NOT lacks words",
    "*": "no letter or digit",
    '""': "no letter or digit",
    "(a b) NEAR c": "NEAR stands beside more than words",
    "(" * 60 + "a": "more than 50 brackets",
    "a " * 101: "more than 100 words",
    "(a OR b OR c OR d OR e) NEAR (a OR b OR c OR d OR e) NEAR (a OR b OR c OR d OR e)": "too many alternatives",
}


@pytest.mark.parametrize(("typed", "complaint"), WRONG.items())
def test_what_cannot_be_understood_is_said_in_a_sentence(typed: str, complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint):
        parse(typed)


PIECES = st.lists(
    st.sampled_from(
        ["a", "b*", '"', "“", "(", ")", "AND", "OR", "NOT", "NEAR", "NEAR/2", "条", "-", "'", "\x00", ";", "*"]
    )
    | st.text(max_size=4),
    max_size=12,
).map(" ".join)


@given(PIECES)
def test_whatever_is_typed_the_index_understands_it_or_we_say_why(typed: str) -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (a, b)")
        try:
            query = parse(typed)
        except SynopticError:
            return
        connection.execute("SELECT * FROM t WHERE t MATCH ?", (fts(query),)).fetchall()
        matches(query, typed.lower())
    connection.close()


SUBSTRINGS = [
    ("数据", "港口数据流动", True),
    ("数据 流动", "港口数据流动", True),
    ("数据 信息", "港口数据流动", False),
    ("数据 OR 信息", "港口数据流动", True),
    ("数据 NOT 流动", "港口数据流动", False),
    ("数据 NOT 信息", "港口数据流动", True),
    ("港口 NEAR/2 流动", "港口数据流动", True),
    ("港口 NEAR/1 流动", "港口数据流动", False),
    ("流动 NEAR/2 港口", "港口数据流动", True),
    ("GATT条", "按gatt条", True),
]


@pytest.mark.parametrize(("typed", "text", "expected"), SUBSTRINGS)
def test_substrings(typed: str, text: str, expected: bool) -> None:
    assert matches(parse(typed), text) is expected
