"""Libraries that tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from comparer.library import AddOptions, Library
from tests.comparer.library.treaties import all_four, tota, write


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new library, not made yet."""
    with Library.open(tmp_path / "own.sqlite") as opened:
        yield opened


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a library with six agreements. Tests only read it."""
    folder = tmp_path_factory.mktemp("filled")
    all_four(folder / "plain")
    write(
        folder / "tota", lamps_xml=tota("Japan - Chile"), wicks_xml=tota("Peru - Korea", "2015-01-02", ("PER", "KOR"))
    )
    with Library.open(folder / "filled.sqlite") as opened:
        opened.add([folder / "plain"], AddOptions())
        opened.add([folder / "tota"], AddOptions())
    return folder / "filled.sqlite"


@pytest.fixture
def filled(filled_file: Path) -> Iterator[Library]:
    with Library.open(filled_file) as opened:
        yield opened
