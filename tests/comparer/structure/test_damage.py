"""Damage that files have met with, on sentences made up for it."""

from __future__ import annotations

import pytest

from comparer.model import Kind
from tests.comparer.structure.helpers import cited, text_of, words

BODY = "The keepers shall mend the gates of the town each spring.\n"


def repairs(number: str, raw: str) -> tuple[str, ...]:
    text = text_of(raw)
    return next(p.repairs for p in text.provisions if p.kind is Kind.ARTICLE and p.number == number)


LOST = (
    f"Article 3.1\nGates\n\n1.\n\n{BODY}\n2.\n\n{BODY}\n\nLocks and hinges\n1.\n\n{BODY}\n\nArticle 3.3\nKeys\n\n{BODY}"
)


def test_a_lost_number_is_told_by_the_title_and_the_gap() -> None:
    text = text_of(LOST)
    assert cited(text, Kind.ARTICLE) == ["Art. 3.1", "Art. 3.2", "Art. 3.3"]
    assert text.provisions[text.articles[1]].heading == "Locks and hinges"
    assert "lost" in repairs("3.2", LOST)[0]
    assert words(text, "Art. 3.2(1)") == BODY.strip()


def test_titles_that_do_not_fit_the_gap_are_not_guessed() -> None:
    raw = LOST.replace("Article 3.3", "Article 3.4")
    assert cited(text_of(raw), Kind.ARTICLE) == ["Art. 3.1", "Art. 3.4"]
    assert repairs("3.1", raw) == ()
    damaged = raw + LOST.replace("3.", "4.")
    assert repairs("3.1", damaged) == (
        "The headings of Articles 3.2, 3.3 were not found; their words may stand in this provision.",
    )


def test_what_stands_behind_a_bare_letter_is_no_lost_title() -> None:
    raw = LOST.replace("Locks and hinges\n1.", "(a)\nLocks and hinges\n(b)\nBolts and bars\n1.")
    assert cited(text_of(raw), Kind.ARTICLE) == ["Art. 3.1", "Art. 3.3"]


def test_a_table_of_contents_says_how_many_articles_a_chapter_has() -> None:
    contents = "TABLE OF CONTENTS PREAMBLE CHAPTER 1 GATES (Articles 1.1 to 1.2) CHAPTER 2 KEYS (Article 2.1)\n"
    body = f"The two towns, wishing for peace,\n\nARTICLE 1.1\nIron\n\n{BODY}\n\nWood\n{BODY}\n\nARTICLE 2.1\nBrass\n\n{BODY}"
    assert cited(text_of(contents + body), Kind.ARTICLE) == ["Art. 1.1", "Art. 1.2", "Art. 2.1"]


def test_digits_that_were_letters() -> None:
    names = ["7.2-H", "7.2-1", "7.2-J", "7.2-N", "7.2-0", "7.2-P"]
    raw = "".join(f"ARTICLE {name}\nGates\n\n{BODY}\n" for name in names)
    assert cited(text_of(raw), Kind.ARTICLE)[1::3] == ["Art. 7.2-I", "Art. 7.2-O"]
    assert "7.2-1" in repairs("7.2-I", raw)[0]


def test_a_digit_that_was_none_stays() -> None:
    raw = "".join(f"ARTICLE {name}\nGates\n\n{BODY}\n" for name in ("1-01", "1-02", "2-01"))
    assert cited(text_of(raw), Kind.ARTICLE) == ["Art. 1-01", "Art. 1-02", "Art. 2-01"]


def test_the_letter_l_for_a_first_paragraph() -> None:
    raw = f"Article 1: Gates\nl. {BODY}2. {BODY}"
    text = text_of(raw)
    assert cited(text) == ["Art. 1", "Art. 1(1)", "Art. 1(2)"]
    assert text.provisions[1].repairs
    assert words(text, "Art. 1(1)") == BODY.strip()


@pytest.mark.parametrize(
    ("line", "title", "first"),
    [
        ("ARTICLE 2 Gates The keepers of gates shall wait until the morning comes.", "Gates", "The keepers"),
        ("ARTICLE 2 Care of gates Each Party shall mend its gates in spring.", "Care of gates", "Each Party"),
        ("Article 2: Gates For the purposes of this treaty, a gate is of wood.", "Gates", "For the purposes"),
        ("ARTICLE 2 Gates 1. Keepers shall mend the gates of the town.", "Gates", "1. Keepers"),
    ],
)
def test_a_heading_ends_where_the_first_sentence_begins(line: str, title: str, first: str) -> None:
    text = text_of(f"Article 1\nIron\n\n{BODY}\n{line}\n\nArticle 3\nWood\n\n{BODY}")
    assert cited(text, Kind.ARTICLE) == ["Art. 1", "Art. 2", "Art. 3"]
    article = text.provisions[text.articles[1]]
    assert article.heading == title
    assert words(text, "Art. 2").startswith(first)


def test_a_heading_behind_the_end_of_a_sentence() -> None:
    raw = f"ARTICLE 4.1\nGates\n\n(a) the keepers wait for the ARTICLE 4.2\nKeys\n\n{BODY}"
    assert cited(text_of(raw), Kind.ARTICLE) == ["Art. 4.1", "Art. 4.2"]
    citing = raw.replace("for the ARTICLE 4.2", "as provided for in ARTICLE 4.2")
    assert cited(text_of(citing), Kind.ARTICLE) == ["Art. 4.1"]


def test_a_heading_whose_words_stand_under_one_another() -> None:
    raw = f"Article 5.1: Iron\n1. {BODY}Article\n5.2:\nSeveral\nGates,\nKeys\n1. {BODY}"
    text = text_of(raw)
    assert text.provisions[text.articles[1]].heading == "Several Gates, Keys"
    assert cited(text)[-1] == "Art. 5.2(1)"


def test_a_text_without_line_breaks() -> None:
    sentence = "The keepers of the town shall mend each gate in spring and shall paint it green. "
    raw = (
        "TREATY OF THE TWO TOWNS PREAMBLE The two towns, wishing for peace, have agreed: "
        f"ARTICLE 1. Gates 1. {sentence * 8}2. {sentence}ARTICLE 2. Keys The keepers shall {sentence.lower() * 8}"
        f"ARTICLE 3. Locks 1. {sentence}2. {sentence}"
    )
    text = text_of(raw)
    assert cited(text) == [
        "preamble",
        "Art. 1",
        "Art. 1(1)",
        "Art. 1(2)",
        "Art. 2",
        "Art. 3",
        "Art. 3(1)",
        "Art. 3(2)",
    ]
    assert text.provisions[text.articles[1]].heading == "Keys"


def test_rows_of_a_table_are_no_headings() -> None:
    rows = "".join(f"Article 4.{number}\nGates and Doors\n\n28 March.\n\n" for number in (13, 18, 12, 19, 15, 11))
    raw = f"Hilltown\n\n{rows}CHAPTER 5\nKEYS\n\nArticle 5.1: Brass\n{BODY}Article 5.2: Tin\n{BODY}"
    assert cited(text_of(raw), Kind.ARTICLE) == ["Art. 5.1", "Art. 5.2"]


def test_quoted_articles_belong_to_what_is_amended() -> None:
    raw = (
        f'ARTICLE 1\nChanges\n\n1. Article 7.3 shall be replaced by:\n"ARTICLE 7.3\nGates\n1. {BODY}2. A "gate" is '
        f'of wood."\n2. The keepers shall make the change known.\n\nARTICLE 2\nForce\n\n{BODY}'
    )
    text = text_of(raw)
    assert cited(text) == [
        "Art. 1",
        "Art. 1(1)",
        "Art. 7.3",
        "Art. 7.3(1)",
        "Art. 7.3(2)",
        "Art. 1(2)",
        "Art. 2",
    ]
    assert "quoted in Article 1" in repairs("7.3", raw)[0]


def test_a_publishers_summary_is_left_over() -> None:
    raw = (
        "********** Chapter 1 **********\n\n--- Gates ---\n\nurl: (https://example.org/gates)\n\nGates are good for all "
        f"of us.\n\nArticle 1.1: Iron\n\n1. {BODY}\n********** Chapter 2 **********\n\n--- Keys ---\n\nKeys are better "
        f"still.\n\nSection A: Brass\n\nArticle 2.1: Polish\n\n{BODY}"
    )
    text = text_of(raw)
    assert cited(text) == ["Ch. 1", "Art. 1.1", "Art. 1.1(1)", "Ch. 2", "Ch. 2 Sec. A", "Art. 2.1"]
    left = " ".join(text.raw[start:end] for start, end in text.left_over)
    assert "good for all" in left
    assert "better still" in left


def test_articles_go_over_to_a_chapter_whose_heading_is_lost() -> None:
    raw = f"CHAPTER 1\nGATES\n\nArticle 1.1: Iron\n{BODY}ANNEX 1-A\nPAINT\n\nGreen.\n\nArticle 2.1: Brass\n{BODY}"
    text = text_of(raw)
    assert text.provisions[text.articles[1]].parent is None


def test_notes_in_brackets_gathered_at_the_end_are_called_in_brackets() -> None:
    raw = (
        f"Article 1: Gates\n\n1. Gates of towns [1] are of wood, see paragraphs 1, 2 and 3.\n\n2. {BODY}\n3. Keepers [2] "
        "wait at gates\n[3];\n\nArticle 2: Keys\n\nKeys are of brass.\n\n[1] Not of hamlets, of which 2, 3 are known.\n\n"
        "[2] And their heirs.\n\n[3] Not at doors.\n"
    )
    text = text_of(raw)
    notes = [p for p in text.provisions if p.kind is Kind.FOOTNOTE]
    assert [(p.number, raw[p.anchor - 1 : p.anchor + 2]) for p in notes if p.anchor] == [
        ("1", "[1]"),
        ("2", "[2]"),
        ("3", "[3]"),
    ]
    assert all((p.anchor or 0) < raw.index("Article 2") for p in notes)
