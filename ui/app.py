"""Starts the window: shows it first, then reads the agreements."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Sequence
from pkgutil import get_data
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ui.controller import Controller
from ui.engine import Engine
from ui.jobs import JobRunner
from ui.languages import Translations
from ui.settings import Settings
from ui.theme import interface_font
from ui.window import MainWindow

log = logging.getLogger("synoptic.window")


def run(argv: Sequence[str]) -> int:
    """Open the window; `argv` names agreements and files to open, the built-in ones when it is empty.

    Returns the exit status of the event loop.
    """
    from ui.comparer_engine import ComparerEngine  # noqa: PLC0415 - after the arguments are known to be wanted

    app = application()
    window = make_window(app, ComparerEngine(), Settings())
    install_hook(window)
    window.show()
    # Without this an interrupt from the terminal would wait for the next event.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # After the window: a vector image brings a library of its own.
    QTimer.singleShot(0, lambda: app.setWindowIcon(icon()))
    names = tuple(argv) or window.controller.engine.builtin_ids()
    QTimer.singleShot(0, lambda: window.controller.open(names))
    return app.exec()


def application() -> QApplication:
    """The process's `QApplication`, made when there is none."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Synoptic")
    app.setStyle("Fusion")
    app.setFont(interface_font(app.font()))
    return app


def make_window(app: QApplication, engine: Engine, settings: Settings) -> MainWindow:
    """A window over `engine`, not shown yet and with nothing loaded."""
    runner = JobRunner(app)
    return MainWindow(Controller(engine, runner), settings, Translations(app))


def icon() -> QIcon:
    """The program's mark."""
    picture = QPixmap()
    picture.loadFromData(get_data("resources", "icons/synoptic.svg") or b"")
    return QIcon(picture)


def install_hook(window: MainWindow) -> None:
    """A fault of ours is logged whole and told in one calm sentence; the window stays."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("unexpected error", exc_info=(kind, error, trace))
        said = QCoreApplication.translate("App", "A fault in the program stopped this; the log has the details.")
        window.controller.problem.emit(said)

    sys.excepthook = hook
