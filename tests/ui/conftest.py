"""Qt for tests: no display, no home of the user, and a skip with a reason where Qt cannot load."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

try:
    import PySide6.QtWidgets  # noqa: F401
    import pytestqt  # noqa: F401
except ImportError as error:
    if os.environ.get("CI") == "true":
        raise
    QT_MISSING = f"Qt cannot be loaded here: {error}"
else:
    QT_MISSING = ""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.samples import SampleEngine
    from ui.settings import Settings
    from ui.window import MainWindow


class _NotHere(pytest.Module):
    """Stands for a module of tests that cannot be imported without Qt."""

    def collect(self) -> Iterator[pytest.Item]:
        pytest.skip(QT_MISSING, allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    return _NotHere.from_parent(parent, path=module_path) if QT_MISSING else None


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    from PySide6.QtCore import QSettings

    from ui.settings import Settings

    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def engine() -> SampleEngine:
    from tests.ui.samples import SampleEngine

    return SampleEngine()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings, engine: SampleEngine) -> Iterator[MainWindow]:
    """A window in English, light, on the screen, with nothing loaded."""
    from ui.app import make_window
    from ui.settings import Scheme

    settings.language, settings.scheme = "en", Scheme.LIGHT
    made = make_window(qapp, engine, settings)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    yield made
    made.controller.runner.shut_down()
    made.translations.clear()


@pytest.fixture
def loaded(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The same with five invented texts, and the clauses of the first cell laid out."""
    with qtbot.waitSignal(window.controller.sheet_changed):
        window.controller.open(["NORTH", "SOUTH", "EAST", "WEST", "/drafts/Our draft.txt"])
    return window
