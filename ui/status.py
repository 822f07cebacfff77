"""The bottom line: what is loaded, that no word was dropped, what to look at; and how far long work is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from comparer.matrix import Matrix
from rules.model import Discipline
from ui.engine import Tally
from ui.theme import UNIT

_LONGEST = 48
"""Characters of a name beside the progress."""


class StatusLine(QStatusBar):
    """Signals: `cancel_wanted()`, `reading_wanted()`."""

    cancel_wanted = Signal()
    reading_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.summary, self.what = QLabel(self), QLabel(self)
        for label in (self.summary, self.what):
            label.setMinimumWidth(1)  # long words make no window wider
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(20 * UNIT)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.setContentsMargins(UNIT, 0, UNIT, 0)
        self.reading = QPushButton(self)
        self.reading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reading.clicked.connect(self.reading_wanted)
        self.reading.hide()
        self.addWidget(self.summary)
        self.addWidget(self.reading)
        for widget in (self.what, self.bar, self.cancel):
            self.addPermanentWidget(widget)
        self._tally: Tally | None = None
        self._matrix: Matrix | None = None
        self.rest()

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self.cancel.setText(self.tr("Cancel"))
        self.reading.setText(self.tr("How it was read"))
        self.reading.setToolTip(self.tr("What was understood of each text, and what was not (Ctrl+R)"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.show_state(self._tally, self._matrix)

    def show_state(self, tally: Tally | None, matrix: Matrix | None) -> None:
        """Sum up what is loaded."""
        self._tally, self._matrix = tally, matrix
        self.reading.setVisible(tally is not None and matrix is not None and bool(matrix.rows))
        if tally is None or matrix is None or not matrix.rows:
            self.summary.clear()
            return
        if tally.left_over:
            ledger = self.tr("every word accounted for: %Ln outside provisions", "", tally.left_over)
        else:
            ledger = self.tr("every word accounted for")
        said = [
            self.tr("%n text(s)", "", tally.texts),
            self.tr("%Ln provision(s)", "", tally.provisions),
            ledger,
        ]
        if unclear := _unclear(matrix):
            said.append(self.tr("%n cell(s) to look at", "", unclear))
        self.summary.setText("  ·  ".join(said))

    def progress(self, kind: str, done: int, total: int, what: str) -> None:
        """Say what is being done and how far it is; `total` 0 where that is not known."""
        sentences = {
            "open": self.tr("Reading {what}"),
            "matrix": self.tr("Coding {what}"),
            "export": self.tr("Writing {what}"),
            "add": self.tr("Adding {what} to the library"),
            "get": self.tr("Downloading {what}"),
            "find": self.tr("Sorting the library by topic: {what}"),
        }
        if kind not in sentences or (kind == "find" and not total):
            return
        self.what.setText(sentences[kind].format(what=_short(what)))
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        for widget in (self.what, self.bar, self.cancel):
            widget.show()

    def rest(self) -> None:
        """Nothing is being done."""
        for widget in (self.what, self.bar, self.cancel):
            widget.hide()


def _short(what: str) -> str:
    """A name that may be a file's, its middle left out where it is long."""
    return what if len(what) <= _LONGEST else f"{what[: _LONGEST // 2]}…{what[-_LONGEST // 2 :]}"


def _unclear(matrix: Matrix) -> int:
    cells = [cell for row in matrix.rows for topic, cell in row.cells.items() if topic in matrix.topics]
    return sum(cell.finding.discipline is Discipline.UNCLEAR for cell in cells)
