"""Any clause is found."""

from __future__ import annotations

import pytest

from comparer.errors import UnknownNameError
from comparer.library import Filters, Hit, Library, QueryError
from comparer.library.snippets import CLOSE, OPEN, snippet, unmark
from comparer.model import Span


def citations(hits: tuple[Hit, ...]) -> set[str]:
    return {hit.citation for hit in hits}


QUERIES = {
    "lanterns": {"harbour Art. 9.2(2)", "pilot Art. 2"},
    "LANTERNS lit": {"pilot Art. 2"},
    '"harbour data abroad"': {"harbour Art. 9.2(1)", "pilot Art. 1(1)"},
    '"data harbour"': set(),
    "parrot OR foghorn": {"pilot Art. 1(2)", "pilot Art. 2"},
    "lanterns NOT foghorn": {"harbour Art. 9.2(2)"},
    "lantern*": {"harbour Art. 9.2(2)", "pilot Art. 2"},
    "cafe": {"harbour Art. 9.3(1)", "harbour Art. 9.3"},
    "proteccion": {"puerto Art. 2"},
    "PROTECCIÓN": {"puerto Art. 2"},
    "sending NEAR/3 abroad": {"harbour Art. 9.2(1)", "pilot Art. 1(1)"},
    "sending NEAR/1 pilot": set(),
    "licence Buoys": {"harbour Art. 9.3"},
    "foghorns noon": {"pilot Art. 2"},
    "matches": {"Japan - Chile Art. 1(2)", "Peru - Korea Art. 1(2)"},
    "港口数据": {"gangkou 第1条“港口数据”", "gangkou 第2条第1款"},
    "数据": {"gangkou 第1条“港口数据”", "gangkou 第2条第1款"},
    "个人信息 保护": {"gangkou 第2条第2款"},
    "黄昏": {"gangkou 第2条第2款"},
    "灯": {"gangkou 第2条第2款"},
    "灯塔 NOT 个人信息": set(),
    '"黄昏点亮"': {"gangkou 第2条第2款"},
    "没有的": set(),
}


@pytest.mark.parametrize(("query", "expected"), QUERIES.items())
def test_queries(filled: Library, query: str, expected: set[str]) -> None:
    found = citations(filled.find(query))
    assert found <= expected
    assert bool(found) == bool(expected)
    assert query in {"cafe"} or found == expected


def test_the_best_comes_first_and_scores_fall(filled: Library) -> None:
    hits = filled.find("harbour data")
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert hits[0].heading == "Free Flow of Harbour Data"


def test_found_words_are_marked_in_their_context(filled: Library) -> None:
    (hit,) = filled.find('"keeps a Party" guards')
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["keeps a Party", "guards"]
    assert "lanterns of its lighthouses" in hit.snippet
    assert filled.text(hit.text).provisions[hit.provision].number == "2"
    (wide,) = filled.find("黄昏")
    assert [wide.snippet[start:end] for start, end in wide.marks] == ["黄昏"]


FILTERS = [
    (Filters(agreements=("PILOT",)), {"pilot"}),
    (Filters(agreements=("japan", "pilot")), {"Japan - Chile", "pilot"}),
    (Filters(languages=("ES",)), {"puerto"}),
    (Filters(years=(2010, 2012)), {"Japan - Chile"}),
    (Filters(parties=("kor",)), {"Peru - Korea"}),
    (Filters(parties=("KOR", "JPN")), set()),
    (Filters(years=(2010, 2020), parties=("PER",)), {"Peru - Korea"}),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS)
def test_filters_narrow(filled: Library, filters: Filters, expected: set[str]) -> None:
    hits = filled.find("pilot OR wicks OR práctico", filters)
    assert {hit.agreement for hit in hits} == expected


def test_filters_narrow_short_chinese_words_too(filled: Library) -> None:
    assert filled.find("数据", Filters(languages=("zh",)))
    assert filled.find("数据", Filters(languages=("en",))) == ()


@pytest.mark.parametrize(
    ("filters", "complaint"),
    [
        (Filters(agreements=("HARBOR",)), "did you mean harbour"),
        (Filters(parties=("XYZ",)), "no text for the party XYZ.*it knows CHL, JPN, KOR, PER"),
        (Filters(languages=("fr",)), "no text for the language fr.*en, es, zh"),
    ],
)
def test_filters_that_name_what_is_not_there(filled: Library, filters: Filters, complaint: str) -> None:
    with pytest.raises(UnknownNameError, match=complaint):
        filled.find("pilot", filters)


def test_limit(filled: Library) -> None:
    assert len(filled.find("a OR the", limit=2)) == 2


def test_a_query_that_cannot_be_understood(filled: Library) -> None:
    with pytest.raises(QueryError):
        filled.find('"pilot')


def test_marks_are_taken_out_of_words() -> None:
    assert unmark(f"a {OPEN}bc{CLOSE} d{OPEN}e{CLOSE}") == ("a bc de", [Span(2, 4), Span(6, 7)])


def test_a_snippet_stands_where_most_was_found_and_cuts_no_word() -> None:
    words = "lamp " + "word " * 100 + "wick and wick and wick " + "word " * 100
    spans = [Span(0, 4), *(Span(at, at + 4) for at in range(len(words)) if words.startswith("wick", at))]
    text, marks = snippet(words, spans)
    assert [text[start:end] for start, end in marks] == ["wick"] * 3
    assert text.startswith("…word ")
    assert text.endswith(" word…")
    assert len(text) <= 242


def test_a_snippet_of_what_was_found_elsewhere_is_the_beginning() -> None:
    assert snippet("short words", []) == ("short words", ())
