"""What is read from PDFs: order, indents, furniture, footnotes, languages. The PDFs are made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.citation import citation, resolve
from comparer.clean import clean
from comparer.model import Document, Kind, Text
from comparer.readers.pdf import read_bytes
from comparer.structure import build
from tests.comparer.readers.pdf_files import Words, after, column, mark, pdf

GATES = [
    "Article 1: Gates",
    "",
    "1. The keeper of a gate shall open it to every traveller who",
    "asks, by day and by night.",
    "",
    "2. The gate is:",
    "",
]


def documents(data: bytes) -> tuple[Document, ...]:
    return read_bytes(Path("gates.pdf"), data)


def text_of(data: bytes) -> Text:
    (document,) = documents(data)
    return build(document)


def words(text: Text, name: str) -> str:
    return clean(text, resolve(text, name)).text


def left_over(text: Text) -> list[str]:
    return [text.raw[start:end] for start, end in text.left_over]


def test_lines_indents_and_paragraphs() -> None:
    page = [*column(GATES, 72, 760), *column(["(a)  green; or", "(b)  shut at noon."], 108, 662)]
    text = text_of(pdf([page]))
    assert text.raw.startswith("Article 1: Gates\n\n1. The keeper of a gate shall open it to every traveller who\nasks")
    assert "\n        (a) green" in text.raw
    assert text.edition.format == "pdf"
    assert text.edition.language == "en"
    assert [citation(text, p.index) for p in text.provisions] == [
        "Art. 1",
        "Art. 1(1)",
        "Art. 1(2)",
        "Art. 1(2)(a)",
        "Art. 1(2)(b)",
    ]
    assert (
        words(text, "Art. 1(1)")
        == "The keeper of a gate shall open it to every traveller who asks, by day and by night."
    )


def test_order_is_that_of_the_page_and_not_of_the_file() -> None:
    lines = column(["Article 1: Gates", "", "The gate is green.", "It has a bell."], 72, 760)
    assert text_of(pdf([lines[::-1]])).raw == text_of(pdf([lines])).raw


def test_words_set_letter_by_letter_and_in_pieces() -> None:
    heading = column(["Article 1: Gates"], 72, 760)
    pieces = [Words("The", 72, 732), Words("ga", 94, 732), Words("te", 105.4, 732), Words("opens.", 118, 732)]
    assert text_of(pdf([[*heading, *pieces]])).raw.splitlines()[-1] == "The gate opens."


def test_what_is_printed_twice_to_make_it_bold_is_read_once() -> None:
    heading = column(["Article 1: Gates"], 72, 760)
    text = text_of(
        pdf([[*heading, *(word._replace(left=word.left + 0.4) for word in heading), Words("Open.", 72, 732)]])
    )
    assert text.raw == "Article 1: Gates\n\nOpen.\n"


def test_ligatures_are_spelt_out() -> None:
    text = text_of(pdf([column(["Article 1: Gates", "The ﬁrst oﬀicial ﬂag is green."], 72, 760)]))
    assert "The first official flag is green." in text.raw


def test_words_divided_at_a_line_end_are_whole() -> None:
    lines = [
        "Article 1: Gates",
        "The keeper communicates with nobody. Whoever commu-",
        "nicates with the keeper is not heard.",
    ]
    lines += ["The gate communicates nothing."]
    assert "Whoever communicates with" in words(text_of(pdf([column(lines, 72, 760)])), "Art. 1")


def test_soft_hyphens_and_radicals_are_mended_and_counted() -> None:
    (document,) = documents(
        pdf([column(["第一条 大门", "守门\u00ad人应打开⼤门，不得询问任何理由，亦不得收取费用。"], 72, 760)])
    )
    assert "⼤门" in document.raw
    assert "打开大门" in document.view
    assert "守门\x00人" in document.view
    assert document.edition.note == "Mended: 1 soft hyphens, 1 radicals in place of characters."


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_pages_that_lie_on_their_side(turn: int) -> None:
    upright = column(["Article 1: Gates", "", "1. The gate is green.", "2. The gate has a bell."], 72, 760)
    places = {
        1: lambda w: (842 - w.base, w.left),
        2: lambda w: (595 - w.left, 842 - w.base),
        3: lambda w: (w.base, 595 - w.left),
    }
    turned = []
    for word in upright:
        left, base = places[turn](word)
        turned.append(word._replace(left=left, base=base, turn=turn))
    assert text_of(pdf([turned], rotate=90 * turn)).raw == text_of(pdf([upright])).raw


def test_a_stamp_across_the_page_is_left_over() -> None:
    page = [
        *column(["Article 1: Gates", "", "The gate is green."], 72, 760),
        Words("COPY OF THE TOWN", 30, 300, 9, turn=1),
    ]
    text = text_of(pdf([page]))
    assert left_over(text) == ["COPY OF THE TOWN"]
    assert words(text, "Art. 1") == "The gate is green."


LEFT = [f"the left column has its own line {word}" for word in ("one", "two", "three", "four", "five", "six", "seven")]
RIGHT = [f"the right column goes on with line {word}" for word in ("one", "two", "three", "four", "five", "six")]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = [
        *column(["Article 1: Gates"], 72, 760),
        *column([LEFT[0].capitalize(), *LEFT[1:]], 72, 732),
        *column([*RIGHT[:-1], "the gate ends here."], 320, 729),
    ]
    lines = [line.strip() for line in text_of(pdf([page])).raw.splitlines() if line.strip()]
    assert lines[0] == "Article 1: Gates"
    assert lines[1:8] == [LEFT[0].capitalize(), *LEFT[1:]]
    assert lines[8:] == [*RIGHT[:-1], "the gate ends here."]


def test_what_runs_over_both_columns_divides_them() -> None:
    whole = "A line that runs over the whole width of the page and so stands between what is above and below it here."
    page = [
        *column([*LEFT], 72, 760),
        *column([*RIGHT], 320, 760),
        *column([whole], 72, 640),
        *column([line.upper() for line in LEFT], 72, 612, size=9),
        *column([line.upper() for line in RIGHT], 320, 612, size=9),
    ]
    (document,) = documents(pdf([page]))
    lines = [line.strip() for line in document.raw.splitlines() if line.strip()]
    assert lines == [*LEFT, *RIGHT, whole, *(line.upper() for line in LEFT), *(line.upper() for line in RIGHT)]


def test_a_list_is_no_pair_of_columns() -> None:
    labels = [Words(f"({letter})", 72, 760 - 14 * place) for place, letter in enumerate("abcdefgh")]
    items = column([f"a gate that is green and has {number} bells;" for number in range(8)], 110, 760)
    (document,) = documents(pdf([[*labels, *items]]))
    assert document.raw.splitlines()[1].split() == [
        "(b)",
        "a",
        "gate",
        "that",
        "is",
        "green",
        "and",
        "has",
        "1",
        "bells;",
    ]


def body(page: int) -> list[Words]:
    """A full page of text that no other page has."""
    lines = [
        f"{page * 10 + place}. Sentence {'abcdefgh'[place]}{'xyzuvw'[page]} of the treaty of gates."
        for place in range(8)
    ]
    return column([line for pair in lines for line in (pair, "")], 72, 740)


def test_running_heads_and_page_numbers_are_left_over() -> None:
    pages = [
        [
            Words("Treaty of Gates", 250, 800),
            *body(page),
            Words(f"– {page + 7} –", 290, 40),
            Words("Town Press", 72, 40),
        ]
        for page in range(4)
    ]
    pages[0].append(Words("Article 1: Gates", 72, 770))
    text = text_of(pdf(pages))
    assert left_over(text) == [
        piece for n in range(7, 11) for piece in ("Treaty of Gates", f"Town Press            – {n} –")
    ]
    assert len([p for p in text.provisions if p.kind is Kind.PARAGRAPH]) == 32
    assert text.raw.count("\f") == 3


def test_headings_at_the_top_of_pages_are_no_running_heads() -> None:
    pages = [
        [
            Words(f"Article {page + 1}", 250, 790),
            Words("Gates and Doors", 240, 762),
            *column(["The gate is green."], 72, 720),
        ]
        for page in range(4)
    ]
    text = text_of(pdf(pages))
    assert [text.provisions[index].number for index in text.articles] == ["1", "2", "3", "4"]


def note(number: str, line: str, base: float) -> list[Words]:
    """A line of a footnote in small letters, with its raised mark."""
    raised = Words(number, 72, base + 3, 5.5)
    return [raised, after(raised, line, 2)._replace(base=base, size=9)]


def test_footnotes_hang_on_their_raised_marks() -> None:
    cites = Words("1. A gate opens as Article 9.12", 72, 732)
    shuts = Words("2. It shuts at noon.", 72, 704)
    page = [
        *column(["Article 1: Gates"], 72, 760),
        *(cites, mark(cites, "1"), after(cites, "says, by day and by night;", 7)),
        *(shuts, mark(shuts, "2")),
        *note("1", "a hatch is no gate, nor is a door, and a window is none either", 90),
        Words("14 days before a feast.", 72, 79, 9),
        *note("2", "Noon is when the bell rings.", 66),
    ]
    text = text_of(pdf([page]))
    notes = [p for p in text.provisions if p.kind is Kind.FOOTNOTE]
    assert "Article 9.12¹ says" in text.raw
    assert words(text, "Art. 1(1)") == "A gate opens as Article 9.12 says, by day and by night;"
    assert words(text, "Art. 1(2)") == "It shuts at noon."
    assert [citation(text, p.parent or 0) for p in notes] == ["Art. 1(1)", "Art. 1(2)"]
    assert [text.raw[p.anchor or 0] for p in notes] == ["¹", "²"]
    assert words(text, "Art. 1, fn. 1").endswith("none either 14 days before a feast.")
    assert words(text, "Art. 1, fn. 2") == "Noon is when the bell rings."


def test_a_footnote_that_goes_on_below_the_next_page() -> None:
    opens = Words("The keeper opens the gate to every traveller and shall", 72, 732)
    first = [
        *column(["Article 1: Gates"], 72, 760),
        *(opens, mark(opens, "1")),
        *note("1", "A traveller is whoever comes from another town and", 80),
    ]
    second = [
        *column(["not ask where he has slept, nor what he has eaten there."], 72, 760),
        *column(["has no bed in this one."], 72, 80, size=9),
    ]
    text = text_of(pdf([first, second]))
    assert words(text, "Art. 1, fn. 1") == "A traveller is whoever comes from another town and has no bed in this one."
    assert words(text, "Art. 1").endswith(
        "every traveller and shall not ask where he has slept, nor what he has eaten there."
    )


def test_a_mark_that_calls_a_note_again_is_no_word_and_a_measure_is_no_mark() -> None:
    lines = column(["1. The gate has 30 m", "2. It is green", "3. It is shut"], 72, 732)
    page = [
        *column(["Article 1: Gates"], 72, 760),
        *lines,
        *(mark(line, number) for line, number in zip(lines, ("2", "2", "1, 2"), strict=True)),
        *note("1", "Shut is not locked.", 90),
        *note("2", "Green is any colour of leaves.", 66),
    ]
    text = text_of(pdf([page]))
    assert "shut¹, ²" in text.raw
    assert words(text, "Art. 1(1)") == "The gate has 30 m²"
    assert words(text, "Art. 1(2)") == "It is green"
    assert words(text, "Art. 1(3)").rstrip(" ,") == "It is shut"


@pytest.mark.parametrize("whole", [True, False])
def test_marks_in_brackets_are_marks(whole: bool) -> None:
    line = Words("1. It has a bell" if whole else "1. It has a bell (", 72, 732)
    raised = mark(line, "(1)" if whole else "1")
    page = [
        *column(["Article 1: Gates"], 72, 760),
        *(line, raised),
        after(raised, ", and a lock." if whole else "), and a lock.")._replace(base=732, size=12),
        *note("(1)", "The bell of the town.", 90),
    ]
    text = text_of(pdf([page]))
    assert "bell" in text.raw
    assert "(¹), and" in text.raw
    assert words(text, "Art. 1(1)") == "It has a bell, and a lock."
    assert words(text, "Art. 1, fn. 1") == "The bell of the town."


ZH = [
    "第一条 大门",
    "守门人应为每一位旅客打开大门，不得询问其理由，亦不得收取任何费用。",
    "大门应在正午关闭，并在旅客到来时重新打开，不论昼夜。",
]
EN = [
    "Article 1: Gates",
    "The keeper shall open the gate to every traveller, ask no reason and take no fee for it.",
    "The gate is shut at noon and opened again when a traveller comes, by day or by night.",
]


def test_pages_in_turn_in_two_languages_are_two_texts() -> None:
    pages = [column(lines, 72, 760) for lines in (EN, ZH)] * 2
    numbered = [[*page, Words(str(41 + place // 2), 290, 40)] for place, page in enumerate(pages)]
    english, chinese = documents(pdf(numbered))
    assert (english.edition.language, chinese.edition.language) == ("en", "zh")
    assert english.edition.note == "This is the text in English; the file also holds one in Chinese: gates.pdf#zh."
    assert "门" not in english.raw
    assert "gate" not in chinese.raw
    assert [chinese.raw[start:end] for start, end in chinese.left_over] == ["41", "42"]
    assert english.edition.sha256 == chinese.edition.sha256


def test_columns_in_two_languages_are_two_texts() -> None:
    left = [
        "Article 1: Gates",
        *(f"The keeper shall open gate {number} to all who" for number in range(6)),
        "ask for it.",
    ]
    right = [
        "第一条 大门",
        *(f"守门人应为第{number}位旅客打开大门，不得询问" for number in "一二三四五六"),
        "其理由，亦不得收费。",
    ]
    english, chinese = documents(pdf([[*column(left, 72, 760), *column(right, 320, 760)]]))
    assert english.raw.splitlines() == left
    assert chinese.raw.splitlines() == right


def test_pages_that_are_pictures_are_named() -> None:
    (empty,) = documents(pdf([column(EN, 72, 760), []]))
    assert empty.edition.note == ""
    scan = pdf([[], column(EN, 72, 760)], contents=[b"10 10 200 200 re f"])
    assert documents(scan)[0].edition.note == "Without text that can be read (pictures or damage): page 1 of 2."


def test_every_word_of_the_pages_is_accounted_for() -> None:
    pages = [[*body(page), Words(str(page + 1), 290, 40)] for page in range(3)]
    text = text_of(pdf([column(EN, 72, 760), *pages]))
    own = [span for p in text.provisions for span in p.own]
    kept = "".join(text.raw[start:end] for start, end in sorted([*own, *text.left_over]))
    assert "".join(kept.split()) == "".join(text.raw.split())


def test_the_same_file_gives_the_same_text() -> None:
    data = pdf([body(1), body(2)])
    assert [d.raw for d in documents(data)] == [d.raw for d in documents(data)]


def test_small_lines_at_the_foot_that_no_mark_calls_are_text() -> None:
    table = column(["1 lock, of iron", "2 bells, of brass"], 72, 100, size=9)
    text = text_of(pdf([[*column(["Article 1: Gates", "", "The gate has what is listed below."], 72, 760), *table]]))
    assert not [p for p in text.provisions if p.kind is Kind.FOOTNOTE]
    assert words(text, "Art. 1").endswith("2 bells, of brass")


def test_small_lines_behind_a_note_that_is_complete_are_text() -> None:
    line = Words("The gate has a lock", 72, 732)
    first = [*column(["Article 1: Gates"], 72, 760), line, mark(line, "1"), *note("1", "Of iron.", 80)]
    second = [
        *column(["and it has a bell, which is of brass."], 72, 760),
        *column(["Brass, iron, wood"], 72, 80, size=9),
    ]
    text = text_of(pdf([first, second]))
    assert words(text, "Art. 1, fn. 1") == "Of iron."
    assert words(text, "Art. 1").endswith("Brass, iron, wood")


def test_a_file_of_nothing_but_what_comes_back_keeps_its_words() -> None:
    (document,) = documents(pdf([[Words("gate", 72, 700)], [Words("gate", 72, 700)]]))
    assert document.raw.split() == ["gate", "gate"]
    assert document.left_over == ()
