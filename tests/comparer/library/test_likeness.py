"""Clauses that are like one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.citation import resolve
from comparer.errors import CancelledError
from comparer.library import Filters, Library
from tests.comparer.library.treaties import GANGKOU, HARBOUR, write
from tests.comparer.structure.helpers import text_of


def test_the_paragraph_most_like_a_paragraph(filled: Library) -> None:
    text = filled.text("harbour:en")
    hits = filled.like(text, resolve(text, "Art. 9.2(1)"))
    assert hits[0].citation == "pilot Art. 1(1)"
    assert 0.85 < hits[0].score < 1
    assert hits[0].snippet.startswith("Each Party shall allow the sending")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_an_article_is_held_against_articles(filled: Library) -> None:
    text = filled.text("Japan - Chile")
    hits = filled.like(text, resolve(text, "Art. 1"))
    assert hits[0].citation == "Peru - Korea Art. 1"
    assert hits[0].score == 1


def test_a_text_is_not_like_itself(filled: Library) -> None:
    text = filled.text("pilot")
    hits = filled.like(text, resolve(text, "Art. 2"))
    assert "pilot" not in {hit.agreement for hit in hits}


def test_a_text_that_the_library_does_not_have(filled: Library) -> None:
    text = text_of(HARBOUR.replace("a pilot", "any captain"))
    hits = filled.like(text, resolve(text, "Art. 9.2(1)"), limit=1)
    assert [hit.citation for hit in hits] in (["pilot Art. 1(1)"], ["harbour Art. 9.2(1)"])


def test_chinese(filled: Library, tmp_path: Path) -> None:
    text = text_of(GANGKOU.replace("另一方船舶", "另一方的渔船"))
    hits = filled.like(text, resolve(text, "第2条第1款"))
    assert hits[0].citation == "gangkou 第2条第1款"
    assert hits[0].score > 0.8


def test_filters_and_limit(filled: Library) -> None:
    text = filled.text("harbour")
    clause = resolve(text, "Art. 9.2(1)")
    assert {hit.agreement for hit in filled.like(text, clause, Filters(agreements=("Japan",)))} <= {"Japan - Chile"}
    assert len(filled.like(text, clause, limit=1)) == 1


def test_nothing_is_like_anything_in_an_empty_library(library: Library) -> None:
    text = text_of(HARBOUR)
    assert library.like(text, resolve(text, "Art. 9.2")) == ()


def test_stopping(library: Library, tmp_path: Path) -> None:
    long = "".join(
        f"Article {n}: Lamps\n\nThe pilot lights lamp {n} and lamp {n + 1} in harbour {n % 7}.\n\n"
        for n in range(1, 3000)
    )
    write(tmp_path, long_txt=long)
    library.add([tmp_path / "long.txt"])
    text = text_of(HARBOUR)
    with pytest.raises(CancelledError):
        library.like(text, resolve(text, "Art. 9.2"), should_cancel=lambda: True)
    with pytest.raises(CancelledError):
        library.find("pilot OR lamp*", should_cancel=lambda: True)
