from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from ui.settings import Scheme, Settings


def test_everything_is_remembered(tmp_path: Path) -> None:
    def opened() -> Settings:
        return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))

    first = opened()
    first.language, first.scheme, first.zoom, first.heat = "zh", Scheme.DARK, 130, False
    first.topics, first.folder = ("data-flows", "spam"), str(tmp_path)
    first.set_layout("window", QByteArray(b"\x00geometry"))
    first._store.sync()

    again = opened()
    assert (again.language, again.scheme, again.zoom, again.heat) == ("zh", Scheme.DARK, 130, False)
    assert again.topics == ("data-flows", "spam")
    assert again.folder == str(tmp_path)
    assert again.layout("window") == QByteArray(b"\x00geometry")


def test_an_empty_store_gives_defaults(settings: Settings) -> None:
    assert (settings.language, settings.scheme, settings.zoom, settings.heat) == ("", Scheme.SYSTEM, 100, True)
    assert settings.topics == ()
    assert settings.layout("window").isEmpty()


@pytest.mark.parametrize(("stored", "read"), [("7", 70), ("9000", 250), ("large", 100), ("-4", 100)])
def test_a_size_out_of_range_is_mended(settings: Settings, stored: str, read: int) -> None:
    settings._store.setValue("view/zoom", stored)
    assert settings.zoom == read


def test_an_unknown_scheme_is_the_systems(settings: Settings) -> None:
    settings._store.setValue("view/scheme", "sepia")
    assert settings.scheme is Scheme.SYSTEM
