"""`synoptic get` as people and programs type it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from comparer import official
from comparer.cli.run import main
from comparer.library import Library
from comparer.official import Listing, listed
from comparer.workbench import open_text
from tests.comparer.official.conftest import CHAPTER, address, offer
from tests.comparer.official.server import Server, body, serving

DATA = CHAPTER.encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SYNOPTIC_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.chdir(tmp_path)
    with serving() as running:
        texts = (
            offer(address(f"{running.url}/5")),
            offer(address(f"{running.url}/es", confirmed=False), language="es"),
        )
        one = Listing("TESTA", "Agreement Made for Tests", f"{running.url}/page", False, "Ask there.", texts)
        for module in (listed, official):
            monkeypatch.setattr(module, "listings", lambda: {"TESTA": one})
        running.on("/5", body(DATA))
        running.on("/es", body(b"", 404))
        yield running


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], str]:
    status = main([*arguments, "--json"])
    captured = capsys.readouterr()
    return status, json.loads(captured.out), captured.err


def test_a_text_comes_is_recorded_and_stands_in_the_library(
    server: Server, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    status, data, _ = _json(capsys, "get", "TESTA", "--language", "en", "--to", "texts")
    (result,) = data["results"]
    assert status == 0
    assert result["state"] == "downloaded"
    assert result["file"] == str(Path("texts") / "TESTA_ch5_en.text")
    assert result["size"] == len(DATA)
    with Library.open() as library:
        (held,) = library.texts("TESTA")
        edition = library.text(held.id).edition
    assert result["message"].endswith(f"In the library it is {held.name}.")
    assert (edition.address, edition.retrieved) == (f"{server.url}/5", result["retrieved"])
    assert (edition.sha256, edition.status.value) == (result["sha256"], "authentic")
    opened = open_text(result["file"]).edition
    assert (opened.address, opened.agreement) == (f"{server.url}/5", "TESTA")


def test_what_did_not_come_is_said_and_ends_with_status_1(server: Server, capsys: pytest.CaptureFixture[str]):
    assert main(["get", "testa", "--to", "texts"]) == 1
    captured = capsys.readouterr()
    assert "TESTA 5 en: downloaded. 4 articles were found in it" in captured.out
    assert "TESTA 5 es: failed. The file is no longer at this address" in captured.out
    assert captured.err == "synoptic: 1 of 2 texts did not come: the lines above say why and what to do.\n"


def test_the_list_shows_what_was_never_confirmed(server: Server, capsys: pytest.CaptureFixture[str]):
    assert main(["get", "--list"]) == 0
    printed = capsys.readouterr().out
    assert f"{server.url}/es  (address not confirmed)" in printed
    assert f"page: {server.url}/page  (address not confirmed)" in printed
    assert "Ask there." in printed
    assert not server.seen
    _, data, _ = _json(capsys, "get", "--list", "TESTA")
    texts = data["listed"][0]["texts"]
    assert [one["addresses"][0]["confirmed"] for one in texts] == [True, False]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Name the agreements whose texts are wanted"),
        (("TESTB",), "did you mean TESTA"),
        (("TESTA", "--language", "zh"), "listed are en, es"),
        (("TESTA", "--chapters", "7, 8"), "Chapter 7, 8 of TESTA is not listed"),
    ],
)
def test_what_is_mistyped_is_said_and_nothing_is_downloaded(
    server: Server, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
):
    assert main(["get", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not server.seen


def test_a_folder_that_is_a_file(server: Server, capsys: pytest.CaptureFixture[str], tmp_path: Path):
    (tmp_path / "texts").write_text("x")
    assert main(["get", "TESTA", "--to", "texts"]) == 1
    assert "texts is a file: give the name of a folder." in capsys.readouterr().err


def test_files_go_beside_the_library_when_no_folder_is_named(
    server: Server, capsys: pytest.CaptureFixture[str], tmp_path
):
    _, data, _ = _json(capsys, "get", "TESTA", "--language", "en")
    assert Path(data["results"][0]["file"]) == tmp_path / "official" / "TESTA_ch5_en.text"


def test_a_second_time_the_library_has_it_already(server: Server, capsys: pytest.CaptureFixture[str]):
    _json(capsys, "get", "TESTA", "--language", "en")
    status, data, _ = _json(capsys, "get", "TESTA", "--language", "en")
    assert status == 0
    assert " The same file is in the library already as TESTA:en" in data["results"][0]["message"]
    with Library.open() as library:
        assert len(library.texts()) == 1
