from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from comparer.errors import OutputError
from comparer.export.writing import write


def hello(stream: BinaryIO) -> None:
    stream.write(b"hello")


def test_the_file_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    assert write(path, hello) == path
    assert path.read_bytes() == b"hello"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_and_no_scraps(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def fail(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise KeyError("broken")

    with pytest.raises(KeyError):
        write(path, fail)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    def full(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OutputError, match=r"out\.csv cannot be written: the disk is full; make room"):
        write(tmp_path / "out.csv", full)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"The folder .*nowhere does not exist: make it first"):
        write(tmp_path / "nowhere" / "out.csv", hello)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder: give the name of a file"):
        write(tmp_path, hello)


def test_part_of_the_path_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match=r"does not exist|not a folder"):
        write(tmp_path / "file" / "out.csv", hello)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_special_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(OutputError, match="not an ordinary file"):
        write(tmp_path / "pipe.csv", hello)
    assert (tmp_path / "pipe.csv").is_fifo()


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine")
    path.chmod(0o444)
    # The superuser may write anything, so ask as anybody else would be answered.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="write-protected"):
        write(path, hello)
    assert path.read_text() == "mine"


def test_denied_and_overlong_names_are_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutputError, match="name is too long"):
        write(tmp_path / ("x" * 300 + ".csv"), hello)
    with pytest.raises(OutputError, match="NUL"):
        write(f"{tmp_path}/a\0b.csv", hello)

    def denied(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(OutputError, match="permission is denied; choose a folder of your own"):
        write(tmp_path / "out.csv", hello)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
def test_a_link_keeps_pointing_at_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write(tmp_path / "link.csv", hello)
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"hello"
