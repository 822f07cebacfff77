"""Encodings and limits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from comparer import source
from comparer.errors import BadInputError
from comparer.source import read_source

ENGLISH = "Article 1: Scope\nThis Agreement covers the ‘café’ trade between the Parties — and nothing else.\n" * 20
CHINESE = "第1.1条：范围\n本协定适用于缔约方之间的咖啡贸易，但不适用于政府采购。每一缔约方应公布其措施。\n" * 20
TRADITIONAL = "第一條：範圍\n本協定適用於締約方之間的咖啡貿易，但不適用於政府採購。每一締約方應公布其措施。\n" * 20


@pytest.mark.parametrize(
    ("words", "written", "named"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8-sig"),
        (ENGLISH, "utf-16", "utf-16"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32", "utf-32"),
        (ENGLISH, "cp1252", "cp1252"),
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
    ],
)
def test_encodings_are_recognised(tmp_path: Path, words: str, written: str, named: str) -> None:
    path = tmp_path / "treaty.txt"
    path.write_bytes(words.encode(written))
    found = read_source(path)
    assert found.text == words
    assert found.encoding == named


def test_carriage_returns_alone_mean_mac_roman_and_stay(tmp_path: Path) -> None:
    words = "Article 1\rDéfinitions\rThe Parties’ cafés remain open.\r"
    path = tmp_path / "old.txt"
    path.write_bytes(words.encode("mac_roman"))
    found = read_source(path)
    assert (found.text, found.encoding) == (words, "mac_roman")


def test_line_ends_are_not_translated(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\rthree\n")
    assert read_source(path).text == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"%PDF-1.7 rest", "is a PDF document"),
        (b"PK\x03\x04rest", "Word document"),
        (b"\x00\x01\x02\x03" * 50, "is binary"),
        (b"words\n\x01 more words", "line 2"),
        (b"\xff\xfea", "damaged"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(BadInputError, match=says) as refused:
        read_source(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="There is no file"):
        read_source(tmp_path / "none.txt")
    with pytest.raises(BadInputError, match="is a folder"):
        read_source(tmp_path)
    with pytest.raises(BadInputError, match="cannot be read"):
        read_source(Path("a\x00b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInputError, match="not an ordinary file"):
        read_source(tmp_path / "pipe")


def test_the_limit_is_named_and_checked_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate((source.LIMIT_MB + 136) * 1024 * 1024)
    with pytest.raises(BadInputError, match=r"200 MB, more than the limit of 64 MB"):
        read_source(path)
