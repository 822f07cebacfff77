"""The whole road of a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from comparer.errors import BadInputError
from comparer.model import Status
from comparer.reading import read, read_payload, read_texts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "gates.txt"
    file.write_text("Article 1: Gates\n1. Gates are green.\n\n17\n", encoding="utf-8")
    return file


def test_what_the_caller_states_wins(path: Path) -> None:
    text = read(path, label="Gates", agreement="GT", status=Status.DRAFT, language="es")
    edition = text.edition
    assert (edition.label, edition.agreement, edition.status, edition.language) == ("Gates", "GT", Status.DRAFT, "es")
    assert read(path, agreement="GT").edition.label == "GT"
    assert read(str(path)).edition.label == ""
    assert read(path).edition.name == str(path)


def test_no_article_is_no_treaty(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Once upon a time there was a gate.\nIt was green.\n", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"No article was found in .*story\.txt"):
        read(file)


def test_payload_has_the_agreed_shape(path: Path) -> None:
    payload = json.loads(json.dumps(read_payload(read(path, label="G"))))
    assert set(payload) == {"text", "provisions", "ledger"}
    first, second = payload["provisions"]
    assert first["citation"] == "G Art. 1"
    assert {key: second[key] for key in ("citation", "kind", "number", "heading", "parent")} == {
        "citation": "G Art. 1(1)",
        "kind": "paragraph",
        "number": "1",
        "heading": "",
        "parent": "G Art. 1",
    }
    assert (second["start"], second["end"]) == (17, 36)
    assert payload["ledger"] == {
        "words": 8,
        "in_provisions": 7,
        "left_over": [{"start": 38, "end": 40, "text": "17"}],
    }
    assert payload["text"]["language"] == "en"


@pytest.mark.parametrize("read_file", [read, read_texts])
def test_a_file_without_the_word_article_is_refused_before_its_structure_is_sought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_file: Callable[[Path], object]
) -> None:
    def never(document: object) -> None:
        raise AssertionError("structure was sought")

    monkeypatch.setattr("comparer.reading.build", never)
    path = tmp_path / "tides.txt"
    path.write_text("The harbour master reads the tide tables aloud.\n" * 50, encoding="utf-8")
    with pytest.raises(BadInputError, match=r"No article was found in .*tides\.txt"):
        read_file(path)


@pytest.mark.parametrize(
    "line",
    ["Article 5: Tides", "ARTÍCULO 5. Mareas", "Art. 5 Gezeiten", "Artikel 5 Gezeiten", "第五条 潮汐", "제5조(조석)"],
)
def test_the_word_article_in_any_language_is_enough_to_look(tmp_path: Path, line: str) -> None:
    path = tmp_path / "tides.txt"
    path.write_text(f"{line}\n\n1. Tides are read aloud.\n", encoding="utf-8")
    assert read(path).articles
