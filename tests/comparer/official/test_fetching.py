"""What a download does when all is well, and what it leaves behind."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from comparer.errors import CancelledError, OutputError, UnknownNameError
from comparer.library import AddOptions, Library
from comparer.model import Status, Text
from comparer.official import Limits, Record, State, check, fetch, listed, read_record, stamped
from comparer.reading import read, read_texts
from comparer.workbench import open_text
from tests.comparer.official.conftest import CHAPTER, QUICK, Get, address, left, offer
from tests.comparer.official.server import (
    Server,
    body,
    broken_off,
    endless,
    head,
    page,
    ranged,
    redirect,
    reset,
    silent,
    unsized,
)

DATA = CHAPTER.encode()
LONG = DATA + b"\n" + b"Nothing in this Article is new, and nothing in it will surprise a reader.\n" * 4000


def test_a_text_comes_with_a_record_of_where_it_came_from(server: Server, get: Get, tmp_path: Path):
    result = get(server.on("/5", body(DATA, ETag='"one"')))
    assert result.state is State.DOWNLOADED
    assert left(tmp_path / "texts") == {"TESTA_ch5_en.text", "TESTA_ch5_en.text.source.json"}
    assert result.path is not None
    assert result.path.read_bytes() == DATA
    record = read_record(result.path)
    assert record == result.record
    assert record is not None
    assert record.address == f"{server.url}/5"
    assert record.sha256 == hashlib.sha256(DATA).hexdigest()
    assert record.size == len(DATA)
    assert record.status == "authentic"
    assert datetime.fromisoformat(record.retrieved).tzinfo is not None
    assert result.message == "4 articles were found in it, Article 5.1, 5.3, 5.4 among them."


def test_the_record_is_told_to_whoever_opens_the_file(server: Server, get: Get):
    result = get(server.on("/5", body(DATA)))
    assert result.path is not None
    edition = stamped(read(result.path), result.path).edition
    assert (edition.agreement, edition.label, edition.status) == ("TESTA", "TESTA", Status.AUTHENTIC)
    assert edition.address == f"{server.url}/5"
    assert edition.retrieved


def test_a_file_that_was_changed_is_no_longer_called_official(server: Server, get: Get):
    result = get(server.on("/5", body(DATA)))
    assert result.path is not None
    result.path.write_bytes(DATA.replace(b"shall", b"may"))
    text = read(result.path)
    assert stamped(text, result.path) is text


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"status": "authentic"}', "\x00"])
def test_a_record_that_cannot_be_understood_is_none(server: Server, get: Get, damage: str):
    result = get(server.on("/5", body(DATA)))
    assert result.path is not None
    (result.path.parent / "TESTA_ch5_en.text.source.json").write_text(damage)
    assert read_record(result.path) is None


def test_a_second_time_only_what_has_changed_comes(server: Server, get: Get, tmp_path: Path):
    def unless_known(connection, request):
        if request.headers.get("if-none-match") == '"one"':
            connection.sendall(head(304, "Not Modified"))
        else:
            connection.sendall(head(Content_Length=len(DATA), ETag='"one"') + DATA)

    url = server.on("/5", unless_known)
    first = get(url)
    second = get(url)
    assert second.state is State.UNCHANGED
    assert second.record == first.record
    assert (tmp_path / "texts" / "TESTA_ch5_en.text").read_bytes() == DATA
    (tmp_path / "texts" / "TESTA_ch5_en.text").write_bytes(b"scribbled over")
    assert get(url).state is State.DOWNLOADED
    assert (tmp_path / "texts" / "TESTA_ch5_en.text").read_bytes() == DATA


def test_redirects_are_followed_and_the_last_address_is_recorded(server: Server, get: Get):
    server.on("/end", body(DATA))
    server.on("/middle", redirect("/end", 307))
    result = get(server.on("/start", redirect(f"{server.url}/middle", 301)))
    assert result.record is not None
    assert result.record.address == f"{server.url}/end"
    assert result.record.listed == f"{server.url}/start"


def test_an_attempt_that_fails_is_made_again(server: Server, get: Get):
    url = server.on("/5", body(b"", 503, Retry_After=0), reset(DATA, 0), unsized(DATA))
    assert get(url).state is State.DOWNLOADED
    assert len(server.seen) == 3


def test_a_pause_that_the_server_asks_for_is_not_endless(server: Server, get: Get):
    url = server.on("/5", body(b"", 429, Retry_After=86400), body(DATA))
    assert get(url).state is State.DOWNLOADED


def test_what_broke_off_goes_on_where_it_was(server: Server, get: Get):
    url = server.on("/5", *ranged(LONG, '"long"', 100_000))
    result = get(url)
    assert result.state is State.DOWNLOADED
    assert result.path is not None
    assert result.path.read_bytes() == LONG
    assert server.seen[1].headers["range"] == "bytes=100000-"


def test_it_goes_on_in_a_later_run_too(server: Server, get: Get, tmp_path: Path):
    first, rest = ranged(LONG, '"long"', 100_000)
    url = server.on("/5", first, rest)
    once = Limits(attempts=1, silence_seconds=0.6)
    assert get(url, limits=once).state is State.FAILED
    assert left(tmp_path / "texts") == {".partial/TESTA_ch5_en.text", ".partial/TESTA_ch5_en.text.json"}
    assert get(url, limits=once).state is State.DOWNLOADED
    assert (tmp_path / "texts" / "TESTA_ch5_en.text").read_bytes() == LONG
    assert left(tmp_path / "texts") == {"TESTA_ch5_en.text", "TESTA_ch5_en.text.source.json"}
    assert not (tmp_path / "texts" / ".partial").exists()


def test_a_file_that_changed_meanwhile_is_not_glued_together(server: Server, get: Get):
    changed = LONG.replace(b"surprise", b"astonish")
    url = server.on("/5", broken_off(LONG, 100_000, ETag='"old"'), body(changed, ETag='"new"'))
    result = get(url)
    assert result.path is not None
    assert result.path.read_bytes() == changed


def test_a_server_without_a_mark_of_its_files_is_asked_for_all_again(server: Server, get: Get, tmp_path: Path):
    url = server.on("/5", broken_off(LONG, 100_000, ETag='W/"weak"'), body(LONG))
    assert get(url).state is State.DOWNLOADED
    assert "range" not in server.seen[1].headers


@pytest.mark.parametrize("span", ["bytes 5-9/10", "bytes */10", "nonsense", ""])
def test_the_wrong_part_is_not_taken(server: Server, get: Get, span: str):
    wrong = body(b"xxxxx", 206, Content_Range=span)
    url = server.on("/5", broken_off(LONG, 100_000, ETag='"long"'), wrong, body(LONG))
    result = get(url)
    assert result.path is not None
    assert result.path.read_bytes() == LONG


def test_a_range_that_does_not_exist_starts_over(server: Server, get: Get):
    url = server.on("/5", broken_off(LONG, 100_000, ETag='"long"'), body(b"", 416), body(LONG))
    assert get(url).state is State.DOWNLOADED


@pytest.mark.parametrize("attempts", [1, 2])
def test_compressed_though_not_asked_for(server: Server, get: Get, attempts: int):
    url = server.on("/5", body(gzip.compress(DATA), Content_Encoding="gzip"))
    result = get(url)
    assert result.path is not None
    assert result.path.read_bytes() == DATA
    assert server.seen[0].headers["accept-encoding"] == "identity"


def test_the_next_address_is_tried_when_the_first_fails(server: Server, get: Get):
    good = server.on("/good", body(DATA))
    result = get(server.on("/gone", body(b"", 404)), good)
    assert result.state is State.DOWNLOADED
    assert result.address == good


def test_a_text_that_fails_does_not_stop_the_others(server: Server, listing: Callable[..., None], tmp_path: Path):
    listing(
        offer(address(server.on("/gone", body(b"", 404))), language="es"),
        offer(address(server.on("/5", body(DATA)))),
    )
    said: list[tuple[int, int, str]] = []
    handed: list[tuple[Path, Record]] = []
    results = fetch(
        ["testa", "PAGED"],
        tmp_path,
        lambda *what: said.append(what),
        deposit=lambda *it: handed.append(it),
        limits=QUICK,
    )
    assert [result.state for result in results] == [State.FAILED, State.DOWNLOADED, State.BY_HAND]
    assert said[0] == (0, 2, "TESTA ch. 5 (es)")
    assert said[-1] == (1, 2, "TESTA ch. 5 (en), 0 of 0 KB")
    assert handed == [(results[1].path, results[1].record)]
    assert results[2].message == (
        "No address of a file is listed: open https://ministry.invalid/texts in a browser, save the text, and open the "
        "file here."
    )


def test_nothing_is_downloaded_when_a_name_is_wrong(server: Server, listing: Callable[..., None], tmp_path: Path):
    listing(offer(address(server.on("/5", body(DATA)))))
    for ids, options, said in (
        (["TESTA", "TESTB"], {}, "did you mean TESTA"),
        (["TESTA"], {"language": "zh"}, "listed in zh: listed are en"),
        (["TESTA"], {"chapters": ["6"]}, "Chapter 6 of TESTA is not listed: listed are 5"),
        (["CHAFTA"], {}, "No official address is listed for CHAFTA"),
    ):
        with pytest.raises(UnknownNameError, match=said):
            fetch(ids, tmp_path / "texts", limits=QUICK, **options)  # type: ignore[arg-type]
    assert not server.seen
    assert not (tmp_path / "texts").exists()


def test_only_the_language_and_chapter_asked_for(server: Server, listing: Callable[..., None], tmp_path: Path):
    listing(offer(address(server.on("/en", body(DATA)))), offer(address(server.on("/es", body(DATA))), language="es"))
    results = fetch(["TESTA"], tmp_path, language="en", chapters=["5", "7"], limits=QUICK)
    assert [request.path for request in server.seen] == ["/en"]
    assert [result.language for result in results] == ["en"]


@pytest.mark.parametrize("answer", [silent, endless])
def test_a_cancel_is_heard_at_once_and_leaves_nothing(server: Server, get: Get, tmp_path: Path, answer):
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    patient = Limits(silence_seconds=20, megabytes=100_000)
    with pytest.raises(CancelledError, match="Stopped: 0 of 1 texts have come and are kept"):
        get(server.on("/5", answer(server)), limits=patient, should_cancel=stop.is_set)
    assert left(tmp_path / "texts") == set()


def test_a_cancelled_download_goes_on_later(server: Server, get: Get, tmp_path: Path):
    def half_then_nothing(connection, _):
        connection.sendall(head(Content_Length=len(LONG), ETag='"long"') + LONG[:100_000])
        server.closing.wait(20)

    _, rest = ranged(LONG, '"long"', 0)
    url = server.on("/5", half_then_nothing, rest)
    came = threading.Event()
    with pytest.raises(CancelledError):
        get(
            url,
            limits=Limits(),
            should_cancel=came.is_set,
            on_progress=lambda _d, _t, what: "97 of" in what and came.set(),
        )
    result = get(url)
    assert result.path is not None
    assert result.path.read_bytes() == LONG


def test_what_another_program_left_long_ago_is_cleared_away(server: Server, get: Get, tmp_path: Path):
    import os

    place = tmp_path / "texts" / ".partial"
    place.mkdir(parents=True)
    stale, fresh = place / "TESTA_ch5_en.0badcafe.text", place / "TESTA_ch5_en.600dcafe.text"
    stale.write_text("half")
    fresh.write_text("half")
    os.utime(stale, (0, 0))
    assert get(server.on("/5", body(DATA))).state is State.DOWNLOADED
    assert not stale.exists()
    assert fresh.exists()


def test_a_note_of_another_address_is_not_gone_on_with(server: Server, get: Get, tmp_path: Path):
    place = tmp_path / "texts" / ".partial"
    place.mkdir(parents=True)
    (place / "TESTA_ch5_en.text").write_text("half of something else")
    note = {"url": "https://elsewhere.invalid/", "validator": '"x"'}
    (place / "TESTA_ch5_en.text.json").write_text(json.dumps(note))
    result = get(server.on("/5", body(DATA)))
    assert "range" not in server.seen[0].headers
    assert result.path is not None
    assert result.path.read_bytes() == DATA


def test_a_folder_that_cannot_be_made_is_said_before_the_network_is_used(server: Server, get: Get, tmp_path: Path):
    (tmp_path / "texts").write_text("a file where the folder should be")
    with pytest.raises(OutputError, match="is a file: give the name of a folder"):
        get(server.on("/5", body(DATA)))
    assert not server.seen


def test_a_full_disk_is_one_sentence_and_leaves_nothing_under_the_name(
    server: Server, get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from comparer.official import partial

    class Full:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def write(self, _):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(partial.Partial, "open", lambda self, mode: Full())
    with pytest.raises(OutputError, match=r"cannot be written \(No space left on device\)"):
        get(server.on("/5", body(DATA)))
    assert not (tmp_path / "texts" / "TESTA_ch5_en.text").exists()


def test_through_a_proxy_that_the_environment_names(server: Server, get: Get, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", server.url)
    server.on("http://ministry.invalid/5", body(DATA))
    assert get("http://ministry.invalid/5").state is State.DOWNLOADED


PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Chapter 5 - Ministry of Trade</title><script>var a = "Article 9.9";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/4">Chapter 4: Fisheries</a></li></ul></nav>
<main><h1>Chapter 5: Digital Trade</h1>
<h2>Article 5.1: Definitions</h2><p>For this Chapter, network means any set of computers that are joined.</p>
<h2>Article 5.3: Transfers</h2><ol><li>Each Party shall let persons send information over its border.</li></ol>
<h2>Article 5.4: Code</h2><p>Neither Party shall ask for the source code of software as the price of its sale.</p>
</main><footer>Date modified: 2021-02-03</footer></body></html>
"""


def test_a_page_of_a_ministry(server: Server, get: Get):
    result = get(server.on("/5", page(PAGE)), format="html")
    assert result.state is State.DOWNLOADED, result.message
    assert result.message == "3 articles were found in it, Article 5.1, 5.3, 5.4 among them."


def test_a_page_that_ends_in_its_middle(server: Server, get: Get):
    half = PAGE[: PAGE.index("<h2>Article 5.4")].encode()
    result = get(server.on("/5", unsized(half, Content_Type="text/html")), format="html")
    assert result.message.startswith("127.0.0.1 sent only a part of TESTA ch. 5 (en): Article 5.4 is not in it")


def test_a_fault_of_ours_in_one_text_leaves_the_others(
    server: Server, listing: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def faulty(path: Path) -> tuple[Text, ...]:
        if b"Definiciones" in path.read_bytes():
            raise ZeroDivisionError("division by zero")
        return read_texts(path)

    monkeypatch.setattr(check, "read_texts", faulty)
    listing(
        offer(address(server.on("/es", body(b"Definiciones"))), language="es"),
        offer(address(server.on("/5", body(DATA)))),
    )
    first, second = fetch(["TESTA"], tmp_path, limits=QUICK)
    assert first.message.startswith(
        "What 127.0.0.1 sent could not be read for a fault in the program (ZeroDivisionError: division by zero)"
    )
    assert second.state is State.DOWNLOADED


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("good", "bad", "format"),
    [
        ("cptpp_ch14.en.split.txt", "cptpp_ch29_exceptions.en.split.txt", "text"),
        ("cptpp_ch14_zh-en_bilingual.pdf", "cptpp_ch29_exceptions_zh-en_bilingual.pdf", "pdf"),
    ],
)
def test_the_chapter_of_a_real_treaty_is_told_from_another(
    corpus: Path,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    good: str,
    bad: str,
    format: str,  # noqa: A002
):
    real = listed.listings()["CPTPP"]
    here = replace(real.offers[0], addresses=(address(f"{server.url}/14", format),))
    monkeypatch.setattr(listed, "listings", lambda: {"CPTPP": replace(real, offers=(here,))})
    place = corpus / "authentic" / "cptpp"
    server.on("/14", body((place / good).read_bytes()))
    (result,) = fetch(["CPTPP"], tmp_path)
    assert result.state is State.DOWNLOADED, result.message
    assert "Article 14.1, 14.8, 14.11, 14.13, 14.17 among them" in result.message
    assert result.path is not None
    assert open_text(str(result.path)).edition.address == f"{server.url}/14"
    server.on("/14", body((place / bad).read_bytes()))
    (result,) = fetch(["CPTPP"], tmp_path)
    assert "that is not CPTPP ch. 14 (en): look for" in result.message
    assert left(tmp_path) == {f"CPTPP_ch14_en.{format}", f"CPTPP_ch14_en.{format}.source.json"}


def test_a_folder_of_downloaded_texts_is_added_with_where_they_came_from(server: Server, get: Get, tmp_path: Path):
    get(server.on("/5", body(DATA)))
    with Library.open(tmp_path / "library.sqlite") as library:
        outcome = library.add([tmp_path / "texts"], AddOptions())
        assert not outcome.skipped
        (held,) = outcome.added
        edition = library.text(held.id).edition
    assert (held.agreement, edition.status, edition.address) == ("TESTA", Status.AUTHENTIC, f"{server.url}/5")
