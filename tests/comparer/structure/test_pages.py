"""Page furniture and footnotes."""

from __future__ import annotations

from comparer.model import Kind
from tests.comparer.structure.helpers import cited, text_of, words

PAGED = """Article 3.1: Gates

1.   The keeper of a gate1 shall open it to every traveller who asks, by day and
by night, and shall

1
  A hatch is not a gate.


                              3-1
\f210

not ask for a reason.2

2.   Gates are green.

2
  A reason may be offered.
This goes on.

                              3-2
\f211

Article 3.2: Doors3
1. Doors are shut.

3
  See the custom of the town.
"""


def test_page_numbers_are_left_over_and_paragraphs_go_on() -> None:
    text = text_of(PAGED)
    assert words(text, "Art. 3.1(1)") == (
        "The keeper of a gate shall open it to every traveller who asks, by day and by night, and shall "
        "not ask for a reason."
    )
    assert [text.raw[s:e] for s, e in text.left_over] == ["3-1", "210", "3-2", "211"]


def test_footnotes_hang_on_what_bears_their_mark() -> None:
    text = text_of(PAGED)
    notes = [p for p in text.provisions if p.kind is Kind.FOOTNOTE]
    assert cited(text, Kind.FOOTNOTE) == ["Art. 3.1, fn. 1", "Art. 3.1, fn. 2", "Art. 3.2, fn. 3"]
    assert [text.provisions[note.parent or 0].kind for note in notes] == [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.ARTICLE]
    assert [text.raw[note.anchor or 0] for note in notes] == ["1", "2", "3"]
    assert words(text, "Art. 3.1, fn. 2") == "A reason may be offered. This goes on."
    assert text.provisions[text.articles[1]].heading == "Doors"


def test_page_numbers_glued_to_words_paragraphs_and_headings() -> None:
    text = text_of(
        "Article 12.1: Gates\n1. The keeper opens the gate with the\n12-1consent of the town.\n"
        "12-22.\nThe gate is green.\n12-3Article 12.2: Doors\n1. Doors are:\n12-4(a) shut; or\n(b) open.\n"
    )
    assert cited(text) == [
        "Art. 12.1",
        "Art. 12.1(1)",
        "Art. 12.1(2)",
        "Art. 12.2",
        "Art. 12.2(1)",
        "Art. 12.2(1)(a)",
        "Art. 12.2(1)(b)",
    ]
    assert words(text, "Art. 12.1(1)") == "The keeper opens the gate with the consent of the town."
    assert [text.raw[s:e] for s, e in text.left_over] == ["12-1", "12-2", "12-3", "12-4"]


def test_running_heads_that_count_are_left_over() -> None:
    pages = "".join(f"{n}. Sentence number {n} of the treaty ends here.\nXX/YY/en {n}\n" for n in range(1, 8))
    text = text_of(f"Article 1: Gates\n{pages}")
    assert len(text.left_over) == 7
    assert len(cited(text, Kind.PARAGRAPH)) == 7


def test_a_footnote_in_mid_sentence_without_pages() -> None:
    text = text_of(
        "Article 5: Wells\n1. A well1 is deep and may be\n\n1 A cistern is not a well.\n\nlocked at night.\n\n2. Water is free.\n"
    )
    assert words(text, "Art. 5(1)") == "A well is deep and may be locked at night."
    assert words(text, "Art. 5, fn. 1") == "A cistern is not a well."


def test_a_number_that_no_mark_calls_is_no_footnote() -> None:
    text = text_of("Article 5: Wells\nThe fee for a well is\n30\nDucats in gold, paid each spring.\n")
    assert cited(text) == ["Art. 5"]


def test_two_marks_in_one_place() -> None:
    text = text_of("Article 5: Wells\n1. Wells are deep;1, 2\n2. Wells are round.\n\n1\nMost are.\n2\nAll of them.\n")
    assert cited(text, Kind.FOOTNOTE) == ["Art. 5, fn. 1", "Art. 5, fn. 2"]
    assert words(text, "Art. 5(1)") == "Wells are deep;"


def test_named_footnotes_in_chinese() -> None:
    text = text_of("第3.2条：水井1\n1. 水井应保持清洁。\n脚注1：水池不是水井。\n第3.3条：道路\n道路免费。\n")
    assert cited(text, Kind.FOOTNOTE) == ["第3.2条脚注1"]
    assert words(text, "第3.2条脚注1") == "水池不是水井。"
