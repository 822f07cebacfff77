"""What comes out of the library is what went in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from comparer.citation import citation
from comparer.library import Library
from comparer.library.packing import pack
from comparer.library.units import units_of
from comparer.model import Kind, Text
from comparer.reading import read
from tests.comparer.library.treaties import GANGKOU, HARBOUR, PUERTO, tota, write
from tests.comparer.structure.helpers import text_of


def same(read_now: Text, stored: Text) -> None:
    assert stored.raw == read_now.raw
    assert stored.view == read_now.view
    assert stored.provisions == read_now.provisions
    assert stored.left_over == read_now.left_over
    edition = read_now.edition
    assert replace(stored.edition, name=edition.name, label=edition.label, agreement=edition.agreement) == edition


@pytest.mark.parametrize(
    ("name", "content"),
    [("harbour.txt", HARBOUR), ("gangkou.txt", GANGKOU), ("lamps.xml", tota("Japan - Chile"))],
)
def test_a_text_is_rebuilt_exactly(library: Library, tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8", newline="")
    (record,) = library.add([path]).added
    same(read(path), library.text(record.id))
    assert library.text(record.name).edition.name == record.name


def test_line_ends_and_rare_characters_survive(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes("Article 1: Ünïcode 𠀀\r\n\r\n1. Lamps\u2028 and wicks.\r\n\r\n1 page 3\r\n".encode())
    (record,) = library.add([path]).added
    assert library.text(record.id).raw.encode() == path.read_bytes()


def test_stored_citations_are_those_of_the_text(library: Library, tmp_path: Path) -> None:
    write(tmp_path, harbour_txt=HARBOUR)
    (record,) = library.add([tmp_path / "harbour.txt"]).added
    text = library.text(record.id)
    rows = library._connection.execute("SELECT place, citation FROM provisions ORDER BY place").fetchall()
    assert [f"harbour {cited}" for _, cited in rows] == [citation(text, place) for place, _ in rows]
    assert "harbour Art. 9.2(1)" in [f"harbour {cited}" for _, cited in rows]


@pytest.mark.parametrize("raw", [HARBOUR, PUERTO, GANGKOU])
def test_every_article_and_every_word_stands_in_one_unit(raw: str) -> None:
    text = text_of(raw)
    units = list(units_of(text))
    assert {unit.provision for unit in units if unit.article} == set(text.articles)
    for unit in units:
        places = [stretch.provision for stretch in unit.stretches]
        assert len(places) == len(set(places))
        assert "".join(unit.passage(n) + "\n" for n in range(len(places))).rstrip("\n") == unit.words
    held = " ".join(unit.words + " " + unit.heading for unit in units)
    for word in ("lanterns", "licence", "reading", "práctico", "encubierta", "灯塔", "读数"):
        assert (word in held) == (word in raw)


def test_words_outside_articles_make_units_of_their_own() -> None:
    text = text_of(
        "Lamp Agreement\n\nThe Parties, mindful of dark nights and of wet wicks, have agreed on this:\n\n" + HARBOUR
    )
    preamble = next(unit for unit in units_of(text) if text.provisions[unit.provision].kind is Kind.PREAMBLE)
    assert "mindful of dark nights" in preamble.words
    assert not preamble.article


def test_a_packed_text_can_be_sent_to_another_process() -> None:
    import pickle

    packed = pack(text_of(HARBOUR))
    assert pickle.loads(pickle.dumps(packed)) == packed  # noqa: S301  (our own bytes)


@pytest.mark.corpus
def test_authentic_texts_are_rebuilt_exactly(library: Library, corpus: Path) -> None:
    files = [
        *sorted(corpus.rglob("*pta_14*.xml"))[:1],
        *sorted(corpus.rglob("depa*zh*.txt"))[:1],
        *sorted(corpus.rglob("cptpp_ch14*.txt"))[:2],
    ]
    assert len(files) >= 3
    outcome = library.add(files)
    assert len(outcome.added) >= 3
    for record in outcome.added:
        same(read(record.file), library.text(record.id))
