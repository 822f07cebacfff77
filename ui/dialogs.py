"""The two questions that need a dialog: which files to open, and where to write the matrix."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.settings import Settings

SUFFIXES = (".xlsx", ".csv", ".json", ".md")
"""What the matrix can be written as; the first is offered."""


def ask_texts(parent: QWidget, settings: Settings) -> list[str]:
    """Files to open; empty when the user thought better of it."""
    texts = QCoreApplication.translate("Dialogs", "Texts (*.xml *.txt *.md)")
    everything = QCoreApplication.translate("Dialogs", "All files (*)")
    title = QCoreApplication.translate("Dialogs", "Open texts of agreements")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, settings.folder, f"{texts};;{everything}")
    if chosen:
        settings.folder = str(Path(chosen[0]).parent)
    return chosen


def ask_target(parent: QWidget, settings: Settings) -> Path | None:
    """Where to write the matrix; the suffix says in which form. None when the user thought better of it."""
    names = (
        QCoreApplication.translate("Dialogs", "Excel workbook"),
        QCoreApplication.translate("Dialogs", "Comma-separated values"),
        QCoreApplication.translate("Dialogs", "JSON data"),
        QCoreApplication.translate("Dialogs", "Markdown table"),
    )
    filters = [f"{name} (*{suffix})" for name, suffix in zip(names, SUFFIXES, strict=True)]
    title = QCoreApplication.translate("Dialogs", "Export the matrix")
    start = str(Path(settings.folder) / "matrix.xlsx")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, start, ";;".join(filters))
    if not chosen:
        return None
    path = Path(chosen)
    if not path.suffix and kind in filters:
        path = path.with_suffix(SUFFIXES[filters.index(kind)])
    settings.folder = str(path.parent)
    return path
