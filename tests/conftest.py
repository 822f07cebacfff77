"""What tests of every package share."""

from __future__ import annotations

import os
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
