"""What is found in authentic texts. The counts were checked against the texts by eye or against their own lists."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from comparer.citation import citation, deepest_at, resolve
from comparer.clean import clean
from comparer.ledger import count_words, ledger
from comparer.model import Kind, Text
from comparer.reading import read

pytestmark = pytest.mark.corpus

COUNTS = [
    # file, language, articles, paragraphs, definitions, footnotes, footnotes whose mark was found
    ("cptpp/cptpp_ch14.en.split.txt", "en", 18, 41, 8, 8, 8),
    ("cptpp/cptpp_ch14.zh.split.txt", "zh", 18, 41, 8, 8, 8),
    ("cptpp/cptpp_ch29_exceptions.en.split.txt", "en", 8, 22, 3, 12, 12),
    ("cptpp/cptpp_agreement.en.split.txt", "en", 7, 18, 0, 6, 6),
    ("cptpp/cptpp_agreement.zh.split.txt", "zh", 7, 18, 0, 6, 6),
    ("rcep/rcep_ch12_en.extract.txt", "en", 17, 48, 4, 14, 14),
    ("depa/depa_en_selected-articles.txt", "en", 28, 99, 3, 0, 0),
    ("korea-singapore-dpa/ksdpa_en_selected-articles.txt", "en", 28, 98, 0, 0, 0),
    ("eu-korea-dta/eu-korea-dta_en_selected-articles.txt", "en", 19, 66, 0, 0, 0),
]


@pytest.mark.parametrize("expected", COUNTS, ids=lambda expected: expected[0])
def test_counts(corpus: Path, expected: tuple[str, str, int, int, int, int, int]) -> None:
    file, language, articles, paragraphs, definitions, notes, anchored = expected
    text = read(corpus / "authentic" / file)
    kinds = Counter(p.kind for p in text.provisions)
    found = sum(p.anchor is not None for p in text.provisions)
    assert (text.edition.language, kinds[Kind.ARTICLE], kinds[Kind.PARAGRAPH]) == (language, articles, paragraphs)
    assert (kinds[Kind.DEFINITION], kinds[Kind.FOOTNOTE], found) == (definitions, notes, anchored)
    _check_whole(text)


@pytest.mark.parametrize(
    ("file", "chapters", "lost"),
    [
        ("japan-eu-epa/jeepa_en_full.txt", 23, ()),
        ("ceta/ceta_en_full.txt", 30, ()),
        # The heading of 13.6 stands at the end of a sentence's line.
        ("eu-singapore-fta/eusfta_en_full.txt", 16, ("13.6",)),
        ("depa/depa_zh_full.txt", 16, ()),
    ],
)
def test_no_article_is_missing_in_a_whole_agreement(
    corpus: Path, file: str, chapters: int, lost: tuple[str, ...]
) -> None:
    text = read(corpus / "authentic" / file)
    numbers = {*(text.provisions[index].number for index in text.articles), *lost}
    for chapter in range(1, chapters + 1):
        here = sorted(int(number.split(".")[1]) for number in numbers if re.fullmatch(rf"{chapter}\.\d+", number))
        assert here == list(range(1, len(here) + 1))
        assert here
    _check_whole(text)


@pytest.mark.parametrize(
    "file",
    [
        "tpp/tpp_tota_en_pta_449.xml",
        "tpp/tpp_tota_es_pta_450.xml",
        "japan-mongolia-epa/tota_pta_425.xml",
        "korus/tota_pta_159.xml",
        "pacific-alliance/tota_pta_438.xml",
        "safta-2003/tota_pta_54.xml",
    ],
)
def test_articles_are_those_of_the_xml(corpus: Path, file: str) -> None:
    text = read(corpus / "authentic" / file)
    listed = re.findall(r'<article number="(?:ARTICLE|ARTÍCULO) ([^"]+)"', text.raw)
    assert [text.provisions[index].number for index in text.articles] == listed
    _check_whole(text)


def test_data_flows_in_english_and_chinese(corpus: Path) -> None:
    english = read(corpus / "authentic/cptpp/cptpp_ch14.en.split.txt", label="CPTPP")
    chinese = read(corpus / "authentic/cptpp/cptpp_ch14.zh.split.txt", label="CPTPP")
    shape = [p.number for p in english.provisions if p.kind in {Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.ARTICLE}]
    assert [
        p.number for p in chinese.provisions if p.kind in {Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.ARTICLE}
    ] == shape
    for name in ("CPTPP Art. 14.11(3)(a)", "CPTPP Art. 14.11(3)(b)", 'CPTPP Art. 14.1 "covered person"(c)'):
        assert citation(english, resolve(english, name)) == name
    for name in ("CPTPP 第14.11条第3款(a)项", "CPTPP 第14.8条脚注5", "CPTPP 第14.1条“涵盖的人”"):
        assert citation(chinese, resolve(chinese, name)) == name
    heading = chinese.provisions[resolve(chinese, "CPTPP 第14.8条")].heading
    assert not heading[-1].isdigit()


def test_footnotes_of_rcep(corpus: Path) -> None:
    text = read(corpus / "authentic/rcep/rcep_ch12_en.extract.txt", label="RCEP")
    parents = {
        p.number: citation(text, p.parent) for p in text.provisions if p.kind is Kind.FOOTNOTE and p.parent is not None
    }
    assert parents["12"] == "RCEP Art. 12.14(3)(a)"
    assert parents["11"] == "RCEP Art. 12.14(2)"
    assert parents["14"] == "RCEP Art. 12.15(3)(a)"
    assert parents["3"] == "RCEP Art. 12.3"
    assert (
        citation(text, next(p.index for p in text.provisions if p.number == "12" and p.kind is Kind.FOOTNOTE))
        == "RCEP Art. 12.14, fn. 12"
    )
    words = clean(text, resolve(text, "RCEP Art. 12.14(3)(a)")).text
    assert not re.search(r"\d", words.replace("paragraph 2", ""))
    assert {p.number for p in text.provisions if p.repairs} == {"2", "5"}


def test_a_mark_above_its_heading_and_a_note_in_mid_sentence(corpus: Path) -> None:
    text = read(corpus / "authentic/tpp/tpp_tota_en_pta_449.xml", label="TPP")
    assert text.edition.facts.signed == "2016-02-03"
    fifth = text.provisions[resolve(text, "TPP Art. 14.8, fn. 5")]
    assert fifth.repairs
    item = clean(text, resolve(text, "TPP Art. 14.11(3)(a)")).text
    assert item.endswith("; and")
    assert "7" not in item
    assert clean(text, resolve(text, "TPP Art. 14.10(a)")).text.endswith("management;")


def test_old_macintosh_file(corpus: Path) -> None:
    text = read(corpus / "authentic/uk-japan-cepa/uk-japan-cepa_en_full.txt")
    assert text.edition.encoding == "mac_roman"
    assert "’" in text.raw
    assert len(text.articles) > 240
    _check_whole(text)


def test_numbering_that_restarts_bears_its_chapter(corpus: Path) -> None:
    text = read(corpus / "authentic/safta-2003/tota_pta_54.xml", label="SAFTA")
    assert citation(text, text.articles[3]).startswith("SAFTA Ch. ")


def test_every_tota_file_of_the_folder(corpus: Path) -> None:
    files = sorted((corpus / "authentic").rglob("tota_*.xml"))
    assert files
    for file in files:
        _check_whole(read(file))


def _check_whole(text: Text) -> None:
    """Every word is somewhere, nothing is held twice, and every citation leads back."""
    account = ledger(text)
    assert account.words == account.in_provisions + sum(count_words(item.text) for item in account.left_over)
    pieces = sorted([*(span for p in text.provisions for span in p.own), *text.left_over])
    assert all(earlier.end <= later.start for earlier, later in pairwise(pieces))
    held = "".join(text.view[start:end] for start, end in pieces)
    assert re.sub(r"\W", "", held) == re.sub(r"\W", "", text.view)
    for provision in text.provisions:
        assert resolve(text, citation(text, provision.index)) == provision.index
        assert deepest_at(text, provision.own[0].start) == provision.index
