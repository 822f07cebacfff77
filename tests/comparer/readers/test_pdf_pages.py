"""Properties of what is made of a page's runs, without a PDF: nothing is lost, and nothing is said twice."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.model import FILLER
from comparer.readers.pdf.furniture import furniture_of
from comparer.readers.pdf.leaf import leaves_of
from comparer.readers.pdf.page import Page, Row, Run, rows_of
from comparer.readers.pdf.writing import written
from comparer.structure.raised import lowered

_TEXTS = st.sampled_from(
    [
        "gate",
        "1",
        "12",
        "(a)",
        "Article 3: Gates",
        "*",
        "1, 2",
        "– 4 –",
        "大门应打开",
        "shall open the gate",
        ",",
        "iv",
        "m",
    ]
)
_RUNS = st.builds(
    lambda text, left, base, size: Run(text, left, left + 0.5 * size * len(text), base, size),
    _TEXTS,
    st.integers(0, 60).map(lambda place: place * 8.0),
    st.integers(0, 60).map(lambda place: place * 13.0),
    st.sampled_from([6.0, 7.0, 9.0, 12.0, 12.0, 16.0]),
)
_PAGES = st.lists(
    st.builds(Page, st.lists(_RUNS, max_size=40).map(tuple), st.lists(_RUNS, max_size=2).map(tuple), st.just(0)),
    max_size=5,
)


def _characters(text: str) -> Counter[str]:
    return Counter("".join(lowered(text).split()))


@settings(max_examples=150, deadline=None)
@given(_PAGES)
def test_every_character_of_the_pages_is_in_one_text(pages: list[Page]) -> None:
    texts = [written(leaves) for leaves in leaves_of(pages).values()]
    found = sum((_characters(text.raw) for text in texts), Counter())
    # What is printed twice at nearly one place is read once; where a page bears two languages, both have its furniture.
    shown = {run.text for page in pages for run in (*page.runs, *page.aside)}
    if not texts:
        assert not any(page.runs for page in pages)
        return
    for text in texts:
        assert len(text.raw) == len(text.view)
        assert all(
            other in (one, FILLER) or lowered(one) == other for one, other in zip(text.raw, text.view, strict=True)
        )
        assert list(text.left_over) == sorted(text.left_over)
    assert set(found) == set("".join("".join(shown).split()))


@settings(max_examples=100, deadline=None)
@given(st.lists(_RUNS, max_size=40, unique_by=lambda run: (run.left // 40, run.base)))
def test_rows_hold_every_run_once(runs: list[Run]) -> None:
    rows = rows_of(runs)
    assert Counter(run.text for row in rows for run in row.runs) == Counter(run.text for run in runs)
    assert [row.runs for row in rows] == [tuple(sorted(row.runs, key=lambda run: run.left)) for row in rows]


def _row(text: str, base: float) -> Row:
    return Row((Run(text, 72, 72 + 6 * len(text), base, 12),))


def _pages(heads: list[str], feet: list[str]) -> list[list[Row]]:
    lines = [
        [_row(f"Line {place} of page {'abcdefgh'[page]} says this", 700 - 14 * place) for place in range(8)]
        for page in range(len(heads))
    ]
    return [[_row(head, 800), *body, _row(foot, 40)] for head, body, foot in zip(heads, lines, feet, strict=True)]


def test_roman_numbers_and_leaves_of_two_languages_are_page_numbers() -> None:
    pages = _pages(["41", "41", "42", "42"], ["i", "ii", "iii", "iv"])
    assert furniture_of(pages) == [frozenset({0, 9})] * 4


def test_numbers_that_do_not_count_the_pages_are_no_page_numbers() -> None:
    pages = _pages(["1994", "1947", "2018", "1958"], ["Article 3", "Article 5", "Article 9", "Article 12"])
    assert furniture_of(pages) == [frozenset()] * 4


def test_a_running_head_is_one_that_comes_back_on_pages_near_each_other() -> None:
    pages = _pages(["Gates", "Gates", "Doors", "Gates"], ["a", "b", "c", "d"])
    assert [0 in still for still in furniture_of(pages)] == [True, True, False, True]


def test_what_stands_below_a_line_of_text_is_no_head() -> None:
    pages = [
        [_row(f"Opening {'abcd'[page]}", 790), *rows] for page, rows in enumerate(_pages(["Gates"] * 4, ["Town"] * 4))
    ]
    assert [sorted(still) for still in furniture_of(pages)] == [[10]] * 4
