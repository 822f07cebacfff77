from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import ui.app
from ui.settings import Settings
from ui.window import MainWindow


@pytest.mark.parametrize(
    ("argv", "names"),
    [(["RCEP"], ["RCEP"]), ([], ["RCEP", "SADEA", "DEPA", "USJDTA", "USMCA", "JEEPA", "CPTPP"])],
)
def test_it_runs_from_the_arguments_to_the_matrix(
    qapp: QApplication, settings: Settings, monkeypatch: pytest.MonkeyPatch, argv: list[str], names: list[str]
) -> None:
    settings.language = "en"
    monkeypatch.setattr(ui.app, "Settings", lambda: settings)
    monkeypatch.setattr(ui.app.sys, "excepthook", ui.app.sys.excepthook)
    seen: list[list[str]] = []

    def look() -> None:
        window = next(w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
        if window.controller.matrix is None:
            QTimer.singleShot(20, look)
            return
        seen.append([row.name for row in window.controller.matrix.rows])
        window.translations.clear()
        window.close()

    QTimer.singleShot(0, look)
    assert ui.app.run(argv) == 0
    assert seen == [names]


@pytest.mark.usefixtures("qapp")
def test_the_mark_of_the_program_is_there() -> None:
    assert ui.app.icon().availableSizes()[0].width() >= 64
