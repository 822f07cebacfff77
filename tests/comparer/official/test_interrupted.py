"""Programs that are stopped while they download: by Ctrl+C, and by force."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from comparer.official import State
from tests.comparer.official.conftest import CHAPTER, Get, left
from tests.comparer.official.server import Server, head, ranged

ROOT = Path(__file__).resolve().parents[3]
LONG = CHAPTER.encode() + b"\n" + b"Nothing in this Article is new, and nothing in it will surprise a reader.\n" * 4000
PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from comparer.official import Listing, listed
from tests.comparer.official.conftest import address, offer
one = Listing("TESTA", "Agreement Made for Tests", "https://ministry.invalid/", True, "", (offer(address({url!r})),))
listed.listings = lambda: {{"TESTA": one}}
from comparer.cli.run import main
sys.exit(main(["get", "TESTA", "--to", "texts", "--library", "library.sqlite"]))
"""


def _half_then_nothing(server: Server):
    def answer(connection, _):
        connection.sendall(head(Content_Length=len(LONG), ETag='"long"') + LONG[:100_000])
        server.closing.wait(30)

    return answer


def _started(server: Server, place: Path) -> tuple[subprocess.Popen[str], str]:
    _, rest = ranged(LONG, '"long"', 0)
    url = server.on("/5", _half_then_nothing(server), rest)
    program = PROGRAM.format(root=str(ROOT), url=url)
    running = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", program], cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    until = time.monotonic() + 30
    while sum(path.stat().st_size for path in place.rglob("TESTA_ch5_en.*.text")) < 100_000:
        assert time.monotonic() < until, running.communicate()
        time.sleep(0.02)
    return running, url


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals of this kind")
def test_ctrl_c_ends_it_at_once_and_what_came_is_gone_on_with(server: Server, get: Get, tmp_path: Path):
    running, url = _started(server, tmp_path)
    begun = time.monotonic()
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 1
    assert said == "synoptic: Stopped.\n"
    assert time.monotonic() - begun < 3
    assert left(tmp_path / "texts") == {".partial/TESTA_ch5_en.text", ".partial/TESTA_ch5_en.text.json"}
    result = get(url)
    assert result.path is not None
    assert result.path.read_bytes() == LONG
    assert server.seen[1].headers["range"] == "bytes=100000-"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals of this kind")
def test_a_program_that_is_killed_leaves_no_half_of_a_file_under_its_name(server: Server, get: Get, tmp_path: Path):
    running, url = _started(server, tmp_path)
    running.kill()
    running.communicate(timeout=20)
    assert all(path.startswith(".partial/") for path in left(tmp_path / "texts"))
    server.on("/5", lambda connection, _: connection.sendall(head(Content_Length=len(LONG)) + LONG))
    assert get(url).state is State.DOWNLOADED
    assert (tmp_path / "texts" / "TESTA_ch5_en.text").read_bytes() == LONG
