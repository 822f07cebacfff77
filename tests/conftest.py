"""What tests of every package share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

try:
    # Both have to load: a Linux without a desktop lacks the libraries that QtGui is linked to.
    import PySide6.QtWidgets  # noqa: F401
    import pytestqt  # noqa: F401
except ImportError:
    pass
else:
    pytest_plugins = ["pytestqt.plugin"]

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"


_REACHED: list[str] = []
"""What tests tried to reach beyond this machine."""


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """No test needs the network, and no part of the program uses it unasked."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else "a socket file"
    else:
        return
    if host not in {"127.0.0.1", "localhost", "::1", "a socket file", None}:
        _REACHED.append(f"{event} {host}")
        raise PermissionError(f"a test tried to reach {host}")


sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """The test fails that reaches beyond this machine, even where the program swallows that it could not."""
    _REACHED.clear()
    yield
    assert not _REACHED


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own, not made yet: no test sees the user's."""
    place = tmp_path / "library" / "library.sqlite"
    monkeypatch.setenv("SYNOPTIC_LIBRARY", str(place))
    return place


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of authentic texts beside the checkout; without it the test is skipped, or fails in CI."""
    if not CORPUS.is_dir():
        reason = f"the authentic texts are not there: {CORPUS}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return CORPUS
