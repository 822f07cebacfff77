"""Paragraphs, subparagraphs, flush words and displaced numbers."""

from __future__ import annotations

from comparer.model import Kind
from tests.comparer.structure.helpers import cited, text_of, words


def test_lists_nest_and_letters_that_look_roman_find_their_list() -> None:
    letters = "".join(f"({letter}) item {letter};\n" for letter in "abcdefgh")
    text = text_of(
        f"Article 5: Lists\n1. The keeper shall note:\n{letters}(i) the ninth;\n(j) the tenth: and\n(i) one;\n(ii) two.\n"
    )
    found = cited(text, Kind.SUBPARAGRAPH)
    assert found[8:] == ["Art. 5(1)(i)", "Art. 5(1)(j)", "Art. 5(1)(j)(i)", "Art. 5(1)(j)(ii)"]


def test_roman_list_under_h_is_told_by_what_follows() -> None:
    letters = "".join(f"({letter}) item {letter};\n" for letter in "abcdefg")
    text = text_of(f"Article 5: Lists\n{letters}(h) the last:\n(i) one;\n(ii) two.\n")
    assert cited(text, Kind.SUBPARAGRAPH)[-2:] == ["Art. 5(h)(i)", "Art. 5(h)(ii)"]


def test_a_reference_at_the_start_of_a_line_is_no_item() -> None:
    text = text_of(
        "Article 5: Doors\n1. A door is open where it meets subparagraph\n(a) of the list, or as paragraph\n"
        "2. of the other list says.\n2. Nothing else opens it.\n"
    )
    assert cited(text, Kind.PARAGRAPH, Kind.SUBPARAGRAPH) == ["Art. 5(1)", "Art. 5(2)"]


def test_flush_words_belong_to_what_introduced_the_list() -> None:
    text = text_of(
        "Article 2: Keys\n\n1.   A key opens:\n\n     (a)  the gate; or\n\n     (b)  the mill,\n\n"
        "but never both on one day.\n\n2.   Keys are round.\n"
    )
    assert words(text, "Art. 2(1)(b)") == "the mill,"
    assert words(text, "Art. 2(1)", children=False) == "A key opens: but never both on one day."


def test_numbers_alone_on_a_line_take_the_words_below() -> None:
    text = text_of(
        "Article 7: Wells\n1.\nWells are deep.\n(a)\n\nnever dry;\n\n(b)\n\nnever locked.\n2.\nWater is free.\n"
    )
    assert words(text, "Art. 7(1)(b)") == "never locked."
    assert words(text, "Art. 7(2)") == "Water is free."


def test_displaced_numbers_are_set_right_and_said() -> None:
    text = text_of(
        "Article 7: Paper without end in all of the offices of the land\n1.\n2.\nEach office shall:\n"
        "(a) work towards the day on which no clerk needs a sheet of paper;\nand\n(b) burn old forms.\n"
        "The offices shall meet each spring in order to count what is left.\n"
    )
    assert words(text, "Art. 7(1)").startswith("Each office shall: (a)")
    assert words(text, "Art. 7(2)") == "The offices shall meet each spring in order to count what is left."
    moved = next(p for p in text.provisions if p.number == "2")
    assert moved.repairs
    assert "stands apart" in moved.repairs[0]


def test_a_quoted_article_is_paragraphs_of_the_one_that_quotes() -> None:
    text = text_of(
        "Article 4.3: Ferries\nThe Parties confirm in particular: “1. Ferries are free.\n"
        "2. Ferries run daily:\n(a) in winter; and\n(b) in summer.”\nArticle 4.4: Boats\nBoats may be hired.\n"
    )
    assert cited(text) == ["Art. 4.3", "Art. 4.3(1)", "Art. 4.3(2)", "Art. 4.3(2)(a)", "Art. 4.3(2)(b)", "Art. 4.4"]


def test_skipped_numbers_are_said() -> None:
    text = text_of("Article 1: A\n1. First words here.\n3. Third words here.\n")
    third = text.provisions[-1]
    assert third.number == "3"
    assert third.repairs == ("The number 3 does not follow on the one before it.",)


def test_chinese_items() -> None:
    text = text_of(
        "第14.1条：桥梁\n1.\t各方应维修桥梁：\n（a）\t在春天；及\n（b）\t在秋天：\n(i) 早上；\n(ii) 晚上。\n2. 桥梁免费。\n"
    )
    assert cited(text, Kind.PARAGRAPH, Kind.SUBPARAGRAPH) == [
        "第14.1条第1款",
        "第14.1条第1款(a)项",
        "第14.1条第1款(b)项",
        "第14.1条第1款(b)项(i)目",
        "第14.1条第1款(b)项(ii)目",
        "第14.1条第2款",
    ]


def test_spanish_items() -> None:
    text = text_of(
        "ARTÍCULO 3.2: Caminos\n1. Las Partes mantendrán los caminos:\na) del valle; y\nb) de la costa.\n2. Son de uso libre.\n"
    )
    assert cited(text) == ["Art. 3.2", "Art. 3.2(1)", "Art. 3.2(1)(a)", "Art. 3.2(1)(b)", "Art. 3.2(2)"]
