"""The network is used by `synoptic get` and by nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
WATCH = """
import os
import sys
sys.path.insert(0, {root!r})
def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__":
        print("NETWORK", event, arguments, file=sys.stderr, flush=True)
        os._exit(97)
sys.addaudithook(watch)
from comparer.cli.run import main
status = main({arguments!r})
assert "httpx" not in sys.modules, "httpx was loaded"
sys.exit(status)
"""
COMMANDS = [
    ["demo", "--no-window", "-o", "out"],
    ["agreements"],
    ["read", "RCEP"],
    ["topics", "draft.txt"],
    ["code", "draft.txt"],
    ["align", "RCEP", "CPTPP"],
    ["compare", "RCEP", "draft.txt", "--topic", "data-flows"],
    ["matrix", "RCEP", "draft.txt", "-o", "table.md"],
    ["get", "--list"],
    ["get", "--list", "CPTPP", "--json"],
    ["add", "draft.txt", "--library", "texts.sqlite"],
]
DRAFT = """Article 1: Transfers

Each Party shall allow transfers of information across its border for business.

Article 2: Code

No Party shall require the source code of software.
"""


def _run(arguments: list[str], place: Path) -> subprocess.CompletedProcess[str]:
    (place / "draft.txt").write_text(DRAFT, encoding="utf-8")
    program = WATCH.format(root=str(ROOT), arguments=arguments)
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], cwd=place, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_other_command_opens_a_socket(arguments: list[str], tmp_path: Path):
    done = _run(arguments, tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_watch_sees_what_it_is_there_to_see(tmp_path: Path):
    done = _run(["get", "CPTPP", "--to", "texts", "--library", "texts.sqlite"], tmp_path)
    assert done.returncode == 97
    assert "NETWORK socket.getaddrinfo" in done.stderr or "NETWORK socket.connect" in done.stderr
