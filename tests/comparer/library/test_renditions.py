"""Texts as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comparer.errors import UnknownNameError
from comparer.library import Library
from comparer.library.renditions import RENDITIONS, rendition
from comparer.model import Kind, Text
from tests.comparer.library.treaties import HARBOUR
from tests.comparer.structure.helpers import text_of


def outline(text: Text) -> list[tuple[str, str]]:
    return [(p.number, p.heading) for p in text.provisions if p.kind is Kind.ARTICLE]


@pytest.mark.parametrize("name", ["harbour", "gangkou", "puerto", "Japan - Chile"])
def test_plain_text_reads_as_the_text_it_came_from(filled: Library, name: str) -> None:
    text = filled.text(name)
    again = text_of(rendition(text, "txt").decode())
    assert outline(again) == outline(text)


def test_plain_text_has_no_markup_and_no_header(filled: Library) -> None:
    plain = rendition(filled.text("Japan - Chile"), "txt").decode()
    assert "The oil & the matches are kept dry." in plain
    assert "<" not in plain
    assert "JPN" not in plain
    assert "Article 2 Cooperation\n" in plain


def test_plain_text_of_plain_text_keeps_its_lines() -> None:
    assert rendition(text_of(HARBOUR.replace("\n", "\r\n")), "txt").decode() == HARBOUR


def test_json_has_every_provision(tmp_path: Path) -> None:
    text = text_of(HARBOUR)
    payload = json.loads(rendition(text, "json"))
    assert len(payload["provisions"]) == len(text.provisions)


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="cannot be exported as docx: name one of txt, json"):
        rendition(text_of(HARBOUR), "docx")
    assert set(RENDITIONS) >= {"txt", "json"}
