"""Damage met in authentic texts, each kind on the file that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.citation import resolve
from comparer.clean import clean
from comparer.ledger import ledger
from comparer.model import Kind, Provision, Text
from comparer.reading import read

pytestmark = pytest.mark.corpus

UK_JAPAN = "uk-japan-cepa/uk-japan-cepa_en_full.txt"
UK_SINGAPORE = "uk-singapore-dea/uk-singapore-dea_en_full.txt"
DEPA_KO = "depa/depa_ko_full_treaty-2572.md"
KSDPA_KO = "korea-singapore-dpa/ksdpa_ko_full_treaty-2536.md"
EFTA_DE = "efta-moldova-fta/efta-moldova_de_full_cc-2025-220.md"


def opened(corpus: Path, file: str) -> Text:
    return read(corpus / "authentic" / file)


def provision(text: Text, cited: str) -> Provision:
    return text.provisions[resolve(text, cited)]


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("8.73", "Source code"),
        ("8.76", "Conclusion of contracts by electronic means"),
        ("8.79", "Consumer protection"),
        ("8.81", "Unsolicited commercial electronic messages"),
        ("8.85", "Location of computing facilities"),
    ],
)
def test_a_lost_heading_is_told_by_its_title_and_the_gap(corpus: Path, number: str, title: str) -> None:
    article = provision(opened(corpus, UK_JAPAN), number)
    assert article.heading == title
    assert "lost" in article.repairs[0]


def test_the_raw_text_of_a_repaired_file_is_the_decoded_file(corpus: Path) -> None:
    path = corpus / "authentic" / UK_JAPAN
    text = read(path)
    assert text.edition.encoding == "mac_roman"
    assert text.raw.encode("mac_roman") == path.read_bytes()
    assert "\n" not in text.raw


def test_a_heading_that_was_not_found_is_said(corpus: Path) -> None:
    repairs = " ".join(repair for p in opened(corpus, UK_JAPAN).provisions for repair in p.repairs)
    assert "Article 24.3 was not found" in repairs


def test_digits_that_were_letters(corpus: Path) -> None:
    text = opened(corpus, UK_SINGAPORE)
    numbers = [text.provisions[index].number for index in text.articles]
    letters = [number[-1] for number in numbers if number.startswith("8.61-")]
    assert letters == list("ABCDEFGHIJKLMNOPQRSTUVWX")
    assert "8.61-1" in provision(text, "8.61-I").repairs[0]
    assert "8.61-0" in provision(text, "8.61-O").repairs[0]
    assert any("letter l" in repair for p in text.provisions for repair in p.repairs)


def test_articles_quoted_by_an_amending_agreement(corpus: Path) -> None:
    text = opened(corpus, UK_SINGAPORE)
    quoted = [p.number for p in text.provisions if any("is quoted in" in repair for repair in p.repairs)]
    assert quoted == ["6.13", "8.38", "8.49", "8.53", "8.54", "8.54-A"]
    annex = resolve(text, "Annex B")
    assert {text.provisions[index].parent for index in text.articles if text.provisions[index].number == "6.13"} == {
        annex
    }


def test_articles_quoted_by_the_korean_protocol(corpus: Path) -> None:
    text = opened(corpus, DEPA_KO)
    quoted = [p.number for p in text.provisions if any("is quoted in" in repair for repair in p.repairs)]
    assert quoted == ["1.1", "3.1", "3.3", "3.4", "4.3", "4.4", "14.3"]


def test_the_korean_text_has_the_articles_of_the_chinese(corpus: Path) -> None:
    korean = opened(corpus, DEPA_KO)
    chinese = opened(corpus, "depa/depa_zh_full.txt")
    letters = str.maketrans({"가": "A", "나": "B", "다": "C"})
    theirs = [chinese.provisions[index].number.replace("-", "") for index in chinese.articles]
    ours = [korean.provisions[index].number.translate(letters) for index in korean.articles]
    assert ours[: len(theirs)] == theirs


def test_korean_items_citations_and_marks(corpus: Path) -> None:
    text = opened(corpus, KSDPA_KO)
    assert [text.provisions[index].number for index in text.articles if "." in text.provisions[index].number] == [
        f"14.{number}" for number in range(1, 35)
    ]
    assert provision(text, "제14.14조제3항가호").kind is Kind.SUBPARAGRAPH
    assert provision(text, "제14.14조").heading[-1] != ")"
    assert clean(text, resolve(text, "제14.14조")).text.startswith("1. ")
    assert "알고리즘" in {p.number for p in text.provisions if p.kind is Kind.DEFINITION}


def test_tags_of_the_korean_gazette_are_left_over(corpus: Path) -> None:
    text = opened(corpus, KSDPA_KO)
    left = {item.text for item in ledger(text).left_over}
    assert {"[본문]", "[/본문]", "[부속서]"} <= left
    assert not any("[본문]" in text.view[start:end] for p in text.provisions for start, end in p.own)


def test_german_articles_paragraphs_and_notes(corpus: Path) -> None:
    text = opened(corpus, EFTA_DE)
    assert provision(text, "Art. 5.11 Abs. 1 Bst. d").kind is Kind.SUBPARAGRAPH
    notes = [p for p in text.provisions if p.kind is Kind.FOOTNOTE]
    assert [p.number for p in notes if p.anchor is None] == ["59"]
    assert len(notes) == 76


def test_german_and_english_texts_have_the_same_articles(corpus: Path) -> None:
    german = opened(corpus, "japan-switzerland-ftepa/japan-switzerland_de_full_cc-2009-534.md")
    english = opened(corpus, "japan-switzerland-ftepa/tota_pta_155.xml")
    assert [german.provisions[i].number for i in german.articles] == [
        english.provisions[i].number for i in english.articles
    ]


def test_page_numbers_glued_to_headings(corpus: Path) -> None:
    text = opened(corpus, "rcep/rcep_ch12_en.extract.txt")
    assert provision(text, "12.6").heading
    assert provision(text, "12.10").heading
    assert provision(text, "12.1(b)").kind is Kind.DEFINITION


def test_a_heading_whose_words_stand_under_one_another(corpus: Path) -> None:
    text = opened(corpus, "rcep/rcep_annex-4a_to_ch20_en.md")
    assert provision(text, "6.5").heading.startswith("International")
    assert not any(text.provisions[index].number.startswith("4.") for index in text.articles)


def test_a_heading_at_the_end_of_a_sentence(corpus: Path) -> None:
    assert provision(opened(corpus, "eu-singapore-fta/eusfta_en_full.txt"), "13.6").heading
    canada = opened(corpus, "canada-ukraine-fta/canada-ukraine_en_full.txt")
    assert [p.number for p in canada.provisions if p.kind is Kind.CHAPTER][:3] == ["15", "16", "2"]


def test_summaries_are_left_over(corpus: Path) -> None:
    text = opened(corpus, "tpp/TPP_ustr-medium_2015.txt")
    chapters = [p.number for p in text.provisions if p.kind is Kind.CHAPTER]
    assert chapters == [str(number) for number in range(1, 31)]
    held = "".join(text.view[start:end] for p in text.provisions for start, end in p.own)
    assert "American workers" not in held
    assert provision(text, "Ch. 14").heading == "Electronic Commerce"


def test_running_text_without_line_breaks(corpus: Path) -> None:
    text = opened(corpus, "cptpp/cptpp_agreement_en_manytreaties_CMPPTP_2018A.txt")
    assert [text.provisions[index].number for index in text.articles] == list("1234567")
    assert clean(text, resolve(text, "Art. 5")).text.startswith("After the date")
    assert any(p.kind is Kind.ANNEX for p in text.provisions)
