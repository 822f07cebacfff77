"""Writes a picture of the window: `python -m ui.snapshot OUT.png [--lang zh] [--page find]`.

Runs without a display. What is shown is the program as it starts, with the built-in agreements or the ones named.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtWidgets import QApplication

from ui.app import application, make_window
from ui.comparer_engine import ComparerEngine
from ui.languages import LANGUAGES
from ui.settings import Scheme, Settings
from ui.window import MainWindow


def main(argv: Sequence[str]) -> int:
    """Take one picture; 0 when it was written, 1 when it could not be."""
    given = _parser().parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    with TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        settings.language, settings.scheme, settings.library = given.lang, Scheme(given.theme), given.library
        window = make_window(app, ComparerEngine(), settings)
        window.resize(*(int(side) for side in given.size.split("x")))
        window.show()
        window.controller.open(given.names or window.controller.engine.builtin_ids())
        settle(window)
        if given.base:
            window.controller.set_base(given.base)
        if given.topic and window.controller.selection is not None:
            window.controller.select(given.text or window.controller.selection.text, given.topic)
        settle(window)
        _turn_to(window, given.page, given.words)
        written = window.grab().save(given.out)
        window.close()
        window.translations.clear()
    return 0 if written else 1


def _turn_to(window: MainWindow, page: str, words: str) -> None:
    """Show one of the pages, with words to find in the one that finds."""
    if page:
        getattr(window.visits, page)()
        settle(window)
    if page == "find":
        found = window.panes.pages.finding()
        found.words.setText(words)
        found.begin()
        settle(window)


def settle(window: MainWindow) -> None:
    """Wait until no job runs and everything asked for is drawn."""
    while window.controller.runner.busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ui.snapshot", description="Write a picture of the window.")
    parser.add_argument("out")
    parser.add_argument("names", nargs="*", help="agreements and files; the built-in ones when none is named")
    parser.add_argument("--lang", choices=tuple(LANGUAGES), default="en")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--theme", choices=[Scheme.LIGHT.value, Scheme.DARK.value], default="light")
    parser.add_argument("--base", help="name of the text that the others are compared with")
    parser.add_argument("--topic", default="data-flows")
    parser.add_argument("--page", choices=("", "reading", "find", "library", "official"), default="")
    parser.add_argument("--words", default="personal information", help="what to find, with --page find")
    parser.add_argument("--library", default="", help="the library's file; the usual one when none is named")
    parser.add_argument("--text", help="name of the text whose cell is chosen")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
