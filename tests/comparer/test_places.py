"""Where the library is."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.places import VARIABLE, library_path


def test_what_is_named_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "env.sqlite"))
    assert library_path("mine.sqlite") == Path("mine.sqlite")
    assert library_path(tmp_path / "mine.sqlite") == tmp_path / "mine.sqlite"
    assert library_path() == tmp_path / "env.sqlite"
    assert library_path("~/mine.sqlite") == Path.home() / "mine.sqlite"


def test_the_users_data_folder_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    place = library_path()
    assert place.name == "library.sqlite"
    assert place.parent.name == "Synoptic"
