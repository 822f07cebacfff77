"""ToTA XML: positions, facts, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.errors import BadInputError
from comparer.ledger import ledger
from comparer.model import FILLER, Kind
from comparer.readers import read_document
from comparer.reading import read

TREATY = """<?xml version="1.0" encoding="UTF-8"?>
<treaty>
  <meta>
    <name>Hill - Valley &amp; Coast</name>
    <date_signed>2011-02-03</date_signed>
    <date_into_force>2012-05-06</date_into_force>
    <parties_original><partyisocode n="1">HIL</partyisocode></parties_original>
    <parties><partyisocode n="1">HIL</partyisocode><partyisocode n="2">VAL</partyisocode></parties>
    <language>en</language>
  </meta>
  <body>
    <!-- a remark -->
    <chapter name="Preamble" chapter_identifier="1">
      <article article_identifier="1">The hills and the valleys, wishing to trade, have agreed:</article>
    </chapter>
    <chapter number="CHAPTER TWO" name="Bridges &amp; Roads" chapter_identifier="2">
      <article number="ARTICLE 2.1" name="Upkeep1" article_identifier="2">1. Each side shall mend &amp; paint its bridges.

2. Tolls &lt; 5 are allowed.

1 Footbridges are left to the shepherds.</article>
      <article number="ARTICLE 2.2" article_identifier="3"><![CDATA[No bridge shall be closed in May.]]></article>
    </chapter>
  </body>
</treaty>
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "pta.xml"
    file.write_text(TREATY, encoding="utf-8")
    return file


def test_the_view_has_the_source_positions(path: Path) -> None:
    document = read_document(path)
    assert document.raw == TREATY
    assert len(document.view) == len(document.raw)
    for seen, there in zip(document.view, document.raw, strict=True):
        assert seen in {there, " ", FILLER} or there == "&"
    assert "chapter_identifier" not in document.view
    assert "a remark" not in document.view


def test_meta_becomes_facts_and_is_left_over(path: Path) -> None:
    text = read(path)
    facts = text.edition.facts
    assert (facts.name, facts.signed, facts.in_force) == ("Hill - Valley & Coast", "2011-02-03", "2012-05-06")
    assert facts.parties == ("HIL", "VAL")
    assert (text.edition.label, text.edition.language, text.edition.format) == ("Hill - Valley & Coast", "en", "tota")
    assert "2011-02-03" in {item.text for item in ledger(text).left_over}


def test_chapters_articles_and_headings_come_from_the_elements(path: Path) -> None:
    text = read(path, label="HVC")
    shown = [(p.kind, p.number, p.heading) for p in text.provisions if p.kind is not Kind.PARAGRAPH]
    assert shown == [
        (Kind.PREAMBLE, "", "Preamble"),
        (Kind.CHAPTER, "2", "Bridges & Roads"),
        (Kind.ARTICLE, "2.1", "Upkeep"),
        (Kind.FOOTNOTE, "1", ""),
        (Kind.ARTICLE, "2.2", ""),
    ]


def test_heading_words_can_be_cited_from_the_source(path: Path) -> None:
    text = read(path)
    article = next(p for p in text.provisions if p.number == "2.1")
    assert [text.raw[span.start : span.end] for span in article.own] == ["ARTICLE 2.1", "Upkeep1"]


def test_an_escape_is_one_character_at_its_place(path: Path) -> None:
    view = read_document(path).view
    place = TREATY.index("mend &amp;") + 5
    assert view[place : place + 5] == "&" + FILLER * 4


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("<treaty><body><chapter></body></treaty>", r"not well-formed XML \(line 1: mismatched tag\)"),
        ("<treaty>\n\n<body>", "line 3"),
        ('<?xml version="1.0"?><book><p>Article 1</p></book>', "outermost element is <book>"),
        ('<?xml version="1.0"?><!DOCTYPE treaty [<!ENTITY a "b">]><treaty>&a;</treaty>', "document type or entities"),
        ('<?xml version="1.0"?><!DOCTYPE treaty SYSTEM "file:///etc/passwd"><treaty/>', "document type or entities"),
        ("<treaty>" + "<a>" * 5000 + "</a>" * 5000 + "</treaty>", "nests more than"),
        ("<?xml", "not well-formed"),
    ],
)
def test_bad_xml_is_refused_in_one_sentence(tmp_path: Path, data: str, says: str) -> None:
    file = tmp_path / "bad.xml"
    file.write_text(data, encoding="utf-8")
    with pytest.raises(BadInputError, match=says) as refused:
        read(file)
    assert "\n" not in str(refused.value)


def test_billion_laughs_are_refused_at_once(tmp_path: Path) -> None:
    rows = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    file = tmp_path / "bomb.xml"
    file.write_text(f'<?xml version="1.0"?><!DOCTYPE treaty [<!ENTITY l0 "ha">{rows}]><treaty>&l9;</treaty>')
    with pytest.raises(BadInputError, match="exhaust the machine"):
        read(file)
