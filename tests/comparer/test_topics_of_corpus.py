"""Topics of authentic texts, as the program reads them, against articles labelled by reading."""

import csv
from functools import cache
from pathlib import Path

import pytest

from comparer.articles import Articles
from comparer.reading import read
from rules.model import CORE_TOPICS, Article
from rules.topics import classify

LABELS = Path(__file__).parents[1] / "rules" / "gold" / "topics_plain.csv"
FILES = (
    "cptpp/cptpp_ch14.en.split.txt",
    "cptpp/cptpp_ch14.zh.split.txt",
    "depa/depa_zh_full.txt",
    "eu-korea-dta/eu-korea-dta_en_selected-articles.txt",
    "korea-singapore-dpa/ksdpa_en_selected-articles.txt",
    "rcep/rcep_ch12_en.extract.txt",
    "uk-singapore-dea/uk-singapore-dea_en_full.txt",
)
Labelled = tuple[Article, set[str], set[str]]


@cache
def labelled(path: Path, file: str) -> tuple[str, tuple[Labelled, ...]]:
    """The text's language, and each labelled article with the topics it must and those it may have."""
    text = read(path)
    articles = {article.number: article for article in reversed(Articles(text).articles)}
    with LABELS.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["file"] == file and row["article"] in articles]
    return text.edition.language, tuple(
        (articles[row["article"]], set(filter(None, row["topics"].split(";"))), set(row["also"].split(";")))
        for row in rows
    )


@pytest.mark.corpus
@pytest.mark.parametrize("headings", [True, False], ids=["headings", "hidden"])
@pytest.mark.parametrize("file", FILES)
def test_core_topics_are_found_and_nothing_else_is(corpus: Path, file: str, headings: bool) -> None:
    language, articles = labelled(corpus / "authentic" / file, file)
    core = set(CORE_TOPICS)
    assert articles
    for article, must, also in articles:
        hits = {hit.topic for hit in classify(article, language, headings=headings)} & core
        assert must & core <= hits <= (must | also) & core, f"{file} {article.number} {article.heading}"


@pytest.mark.corpus
@pytest.mark.parametrize("file", FILES)
def test_nearly_all_topics_are_found_by_the_body_alone(corpus: Path, file: str) -> None:
    language, articles = labelled(corpus / "authentic" / file, file)
    right = wrong = missed = 0
    for article, must, also in articles:
        hits = {hit.topic for hit in classify(article, language, headings=False)}
        right += len(hits & must)
        wrong += len(hits - must - also)
        missed += len(must - hits)
    assert 2 * right / (2 * right + wrong + missed) >= 0.93


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("file", "number", "first", "second"),
    [
        ("japan-mongolia-epa/tota_pta_425.xml", "9.6", "consumer-protection", "personal-information"),
        ("japan-mongolia-epa/tota_pta_425.xml", "9.12", "cooperation", "data-flows"),
        ("pacific-alliance/tota_pta_438.xml", "13.12", "cooperation", "data-flows"),
        ("korea-singapore-dpa/ksdpa_en_selected-articles.txt", "14.16", "financial-data", "data-localization"),
    ],
)
def test_a_clause_inside_another_article_comes_second(
    corpus: Path, file: str, number: str, first: str, second: str
) -> None:
    text = read(corpus / "authentic" / file)
    (article,) = (article for article in Articles(text).articles if article.number == number)
    assert [hit.topic for hit in classify(article, text.edition.language)] == [first, second]
