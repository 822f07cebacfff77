"""From the start of the process to a window that answers, against a bare Qt window.

    python benchmarks/window.py            offscreen; with DISPLAY set, --display measures a real one

"Answers" means: shown, painted once, and the event loop has run an event posted after that.
"""

from __future__ import annotations

import os
import sys

from measure import ROOT, compare

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1200, 800)
window.show()
QTimer.singleShot(0, app.quit)
sys.exit(app.exec())
"""

OURS = f"""
import os, sys, tempfile
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtCore import QSettings, QTimer
from ui.app import application, make_window
from ui.comparer_engine import ComparerEngine
from ui.settings import Settings
app = application()
store = QSettings(os.path.join(tempfile.gettempdir(), "synoptic-bench.ini"), QSettings.Format.IniFormat)
window = make_window(app, ComparerEngine(), Settings(store))
window.show()
QTimer.singleShot(0, app.quit)
status = app.exec()
os._exit(status)
"""


def main() -> None:
    """Print the figures."""
    env = {} if "--display" in sys.argv else {"QT_QPA_PLATFORM": "offscreen"}
    if env and "QT_QPA_PLATFORM" in os.environ:
        env = {}
    compare("synoptic window", [sys.executable, "-c", OURS], "bare Qt window", [sys.executable, "-c", BARE], env=env)


if __name__ == "__main__":
    main()
