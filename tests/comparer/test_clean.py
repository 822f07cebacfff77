"""Words with line breaks mended, and the way back."""

from __future__ import annotations

import pytest

from comparer.citation import resolve
from comparer.clean import clean
from comparer.model import Clean, Span
from tests.comparer.structure.helpers import text_of, words


def test_breaks_and_indents_become_one_space() -> None:
    text = text_of("Article 1: A\n1.   Gates   are\n     green and\twide.\n")
    found = clean(text, resolve(text, "Art. 1(1)"))
    assert found.text == "Gates are green and wide."
    start = found.text.index("are green")
    (span,) = found.spans(start, start + len("are green"))
    assert text.raw[span.start : span.end] == "are\n     green"


def test_hyphens_at_line_ends() -> None:
    text = text_of(
        "Article 1: A\nThe regulation of gates needs self-\nregulation, non-\nconforming locks, regu-\nlation of short-\n"
        "and long bolts, and cross-border care.\n"
    )
    assert words(text, "Art. 1") == (
        "The regulation of gates needs self-regulation, non-conforming locks, regulation of short- and long bolts, "
        "and cross-border care."
    )


def test_chinese_lines_join_without_a_space() -> None:
    text = text_of(
        "第 14.1 条 城门\n1. 各方按第 3.2\n条(锁)维\n修城门；GATT 1994 除外，\n以及 e-mail and post 除外。\n"
    )
    assert words(text, "第14.1条第1款") == "各方按第3.2条(锁)维修城门；GATT 1994除外，以及e-mail and post除外。"


def test_number_children_and_footnotes_as_asked() -> None:
    text = text_of("Article 2: Gates1\n1. A gate is:\n(a) green.\n\n1 Or blue.\n\nArticle 3: End\nHere.\n")
    article = resolve(text, "Art. 2")
    paragraph = resolve(text, "Art. 2(1)")
    assert clean(text, article).text == "1. A gate is: (a) green."
    assert clean(text, article, number=True).text == "Article 2: Gates 1. A gate is: (a) green."
    assert clean(text, paragraph).text == "A gate is: (a) green."
    assert clean(text, paragraph, children=False).text == "A gate is:"
    assert clean(text, paragraph, number=True, children=False).text == "1. A gate is:"
    assert clean(text, article, footnotes=True).text.endswith("1 Or blue.")


def test_spans_split_where_something_stands_between() -> None:
    words_ = Clean("abc", (5, 6, 20))
    assert words_.spans(0, 3) == (Span(5, 7), Span(20, 21))
    assert words_.spans(1, 1) == ()
    with pytest.raises(IndexError, match="outside"):
        words_.spans(0, 4)


def test_a_word_that_is_nowhere_else_whole_is_joined_where_its_parts_are_no_words() -> None:
    text = text_of(
        "Article 1: Gates\nThe gate is compli-\ncated and the self-\nopening latch is open.\nNobody likes opening it.\n"
    )
    assert words(text, "Art. 1") == (
        "The gate is complicated and the self-opening latch is open. Nobody likes opening it."
    )
