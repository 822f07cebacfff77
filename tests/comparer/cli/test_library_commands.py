"""`synoptic add`, `remove`, `export` and `find`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comparer.cli.run import main
from tests.comparer.library.treaties import HARBOUR, all_four, tota, write

Said = tuple[int, str, str]


class Line:
    """Runs command lines and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *typed: str) -> Said:
        status = main(typed)
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def data(self, *typed: str) -> Any:
        status, out, err = self(*typed, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(capsys)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = all_four(tmp_path / "texts")
    return write(folder, lamps_xml=tota("Japan - Chile"), letter_txt="Dear pilot, all is well.\n")


def test_adding_and_finding_as_data(line: Line, texts: Path) -> None:
    done = line.data("add", str(texts))
    assert [one["name"] for one in done["added"]] == [
        "gangkou:zh-1", "harbour:en-1", "Japan - Chile:en-1", "pilot:en-1", "puerto:es-1",
    ]  # fmt: skip
    assert [set(one) for one in done["skipped"]] == [{"file", "reason"}]
    hits = line.data("find", "harbour", "data", "--limit", "3")["hits"]
    assert set(hits[0]) >= {"agreement", "citation", "heading", "snippet", "score"}
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    start, end = hits[0]["marks"][0]
    assert hits[0]["snippet"][start:end].lower() in {"harbour", "data"}


def test_a_search_is_printed_by_agreement_with_marks(line: Line, texts: Path) -> None:
    line("add", str(texts))
    status, out, _ = line("find", "lanterns")
    assert status == 0
    assert "pilot\n  pilot Art. 2  Foghorns" in out
    assert "the [lanterns] are lit" in out


def test_phrases_quoted_for_the_shell_are_phrases_beside_other_words(line: Line, texts: Path) -> None:
    line("add", str(texts))
    assert line.data("find", "data harbour", "pilot")["hits"] == []
    assert line.data("find", "harbour data", "pilot")["hits"]
    assert line.data("find", "data harbour")["hits"]
    assert line.data("find", '"data harbour"')["hits"] == []


FILTERED = [
    (["--agreement", "pilot"], {"pilot"}),
    (["--party", "JPN"], {"Japan - Chile"}),
    (["--year", "2010"], {"Japan - Chile"}),
    (["--year", "2009-"], {"Japan - Chile"}),
    (["--year", "-2009"], set()),
    (["--year", "2001-2015"], {"Japan - Chile"}),
    (["--language", "en", "--topic", "data-flows", "--topic", "cooperation"], set()),
]


@pytest.mark.parametrize(("options", "expected"), FILTERED)
def test_filters(line: Line, texts: Path, options: list[str], expected: set[str]) -> None:
    line("add", str(texts))
    found = {hit["agreement"] for hit in line.data("find", "lantern* OR wicks", *options)["hits"]}
    assert found == expected


def test_clauses_like_one(line: Line, texts: Path) -> None:
    line("add", str(texts))
    hits = line.data("find", "--like", "harbour Art. 9.2(1)", "--limit", "1")["hits"]
    assert hits[0]["citation"] == "pilot Art. 1(1)"
    hits = line.data("find", "--like", "CPTPP Art. 14.11", "--limit", "1")["hits"]
    assert len(hits) == 1


MISTAKES = [
    (["find"], 2, "Say what to find"),
    (["find", "a", "--like", "b Art. 1"], 2, "Say what to find"),
    (["find", '"a'], 2, "quotation mark has no fellow"),
    (["find", "a", "--year", "soon"], 2, "soon is no year"),
    (["find", "a", "--year", "2010-2001"], 2, "ends before it begins"),
    (["find", "a", "--topic", "data-flow"], 2, "did you mean data-flows"),
    (["find", "a", "--limit", "0"], 2, "--limit must be"),
    (["find", "--like", "Atlantis Art. 1"], 2, "names no clause"),
    (["remove", "atlantis"], 2, "no text called"),
    (["add", "absent.txt"], 1, "There is no file"),
    (["export", "CPTPP", "--format", "odt"], 2, "cannot be exported as odt"),
    (["add", "x", "--status", "holy"], 2, "invalid choice"),
]


@pytest.mark.parametrize(("typed", "status", "complaint"), MISTAKES)
def test_mistakes_are_sentences(line: Line, typed: list[str], status: int, complaint: str) -> None:
    got, out, err = line(*typed)
    assert (got, out) == (status, "")
    assert complaint in err
    assert "Traceback" not in err


def test_an_empty_library_says_how_to_fill_it(line: Line, own_library: Path) -> None:
    status, out, _ = line("find", "lamps")
    assert status == 0
    assert "synoptic add" in out
    assert line.data("find", "lamps") == {"hits": []}
    assert not own_library.parent.exists()


def test_nothing_found_says_what_to_try(line: Line, texts: Path) -> None:
    line("add", str(texts))
    assert "Nothing was found in the 5 agreements" in line("find", "submarine")[1]


def test_what_was_added_stands_among_the_agreements(line: Line, texts: Path) -> None:
    line("add", str(texts / "harbour.txt"), "--as", "cptpp", "--status", "draft", "--version", "of May")
    line("add", str(texts / "lamps.xml"))
    known = {one["id"]: one for one in line.data("agreements")["agreements"]}
    assert known["CPTPP"]["texts"] == ["restatement"]
    assert [(one["name"], one["status"], one["version"]) for one in known["CPTPP"]["library"]] == [
        ("CPTPP:en-1", "draft", "of May")
    ]
    assert known["Japan - Chile"]["parties"] == ["CHL", "JPN"]
    assert known["RCEP"]["library"] == []
    assert "restatement, CPTPP:en-1 (draft)" in line("agreements")[1]


def test_removing(line: Line, texts: Path) -> None:
    line("add", str(texts))
    assert line("remove", "PILOT")[1] == "Removed: pilot:en-1  Pilot Agreement\n"
    assert [one["name"] for one in line.data("remove", "puerto")["removed"]] == ["puerto:es-1"]


def test_exporting(line: Line, texts: Path, tmp_path: Path) -> None:
    line("add", str(texts))
    assert line("export", "harbour")[1] == HARBOUR
    place = tmp_path / "out.json"
    status, out, _ = line("export", "harbour:en", "--format", "json", "-o", str(place))
    assert (status, out) == (0, f"Written: {place}\n")
    assert json.loads(place.read_text(encoding="utf-8"))["text"]["agreement"] == "harbour"


def test_every_command_takes_a_library(line: Line, texts: Path, tmp_path: Path, own_library: Path) -> None:
    option = ("--library", str(tmp_path / "other.sqlite"))
    assert line("add", str(texts), *option)[0] == 0
    for typed in (
        ["read", "harbour"],
        ["topics", "harbour"],
        ["code", "harbour"],
        ["align", "harbour", "pilot"],
        ["compare", "harbour", "pilot", "--topic", "data-flows"],
        ["matrix", "harbour", "pilot"],
        ["agreements"],
        ["find", "lamps"],
        ["export", "harbour"],
        ["remove", "harbour"],
    ):
        status, out, err = line(*typed, *option)
        assert (status, err) == (0, ""), typed
        assert out
    assert not own_library.exists()
