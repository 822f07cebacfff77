"""The questions that need a dialog: which files, which folder, which library, where to write the matrix."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.settings import Settings

SUFFIXES = (".xlsx", ".csv", ".json", ".md")
"""What the matrix can be written as; the first is offered."""
TEXTS = (".pdf", ".docx", ".html", ".htm", ".xml", ".akn", ".md", ".txt")
"""What texts of agreements come as. What a file holds is judged by its content; this only sorts a folder."""
ARCHIVES = (".tar.gz", ".tgz", ".tar", ".tar.xz", ".tar.bz2")
"""What many texts come as, for the library."""


def ask_texts(parent: QWidget, settings: Settings, *, archives: bool = False) -> list[str]:
    """Files to open; empty when the user thought better of it."""
    patterns = " ".join(f"*{suffix}" for suffix in ((*TEXTS, *ARCHIVES) if archives else TEXTS))
    texts = f"{QCoreApplication.translate('Dialogs', 'Texts of agreements')} ({patterns})"
    everything = QCoreApplication.translate("Dialogs", "All files (*)")
    title = QCoreApplication.translate("Dialogs", "Open texts of agreements")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, settings.folder, f"{texts};;{everything}")
    if chosen:
        settings.folder = str(Path(chosen[0]).parent)
    return chosen


def ask_folder(parent: QWidget, settings: Settings) -> str:
    """A folder of texts; empty when the user thought better of it."""
    title = QCoreApplication.translate("Dialogs", "Add a folder of texts")
    chosen = QFileDialog.getExistingDirectory(parent, title, settings.folder)
    if chosen:
        settings.folder = chosen
    return chosen


def ask_library(parent: QWidget, settings: Settings) -> str:
    """Another library's file, which need not exist yet; empty when the user thought better of it."""
    title = QCoreApplication.translate("Dialogs", "Use another library")
    kind = QCoreApplication.translate("Dialogs", "Library")
    dialog = QFileDialog(parent, title, settings.library or settings.folder, f"{kind} (*.sqlite)")
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix("sqlite")
    return dialog.selectedFiles()[0] if dialog.exec() else ""


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
