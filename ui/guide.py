"""The page behind F1: how to read the marks, and the keys."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from comparer.codebook import entries
from comparer.labels import head
from ui.theme import UNIT, Theme


class Guide(QTextBrowser):
    """Covers the panes until Escape, F1 or a click on its last line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(5 * UNIT)
        self.anchorClicked.connect(self.hide)
        self.hide()

    def open_page(self, language: str, theme: Theme) -> None:
        """Show the page in `language`."""
        self.setAccessibleName(self.tr("Guide and keys"))
        self.setHtml(self._page(language, theme))
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and F1 close it; the rest scrolls."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.hide()
        else:
            super().keyPressEvent(event)

    def _page(self, language: str, theme: Theme) -> str:
        keys = "".join(
            f'<tr><td class="key">{escape(key)}</td><td>{escape(said)}</td></tr>' for key, said in self._keys()
        )
        codes = "".join(self._codes(column, language) for column in ("strength", "breadth", "discipline"))
        titles = (self.tr("Keys"), self.tr("Close"), self.tr("How to read a cell"))
        marks = self.tr("Outlined steps are proposed by the rules; solid ones a person has confirmed.")
        head_keys, close, head_cell = map(escape, titles)
        return f"""
        <style>
        h2 {{ font-size: large; font-weight: 600; }}
        td {{ padding: 3px 24px 3px 0; }}
        .key {{ color: {theme.accent}; font-weight: 600; }}
        a {{ color: {theme.accent}; text-decoration: none; }}
        </style>
        <table width="100%"><tr><td width="40%">
        <h2>{head_keys}</h2><table>{keys}</table>
        <p><a href="close">{close}</a></p>
        </td><td width="60%"><h2>{head_cell}</h2>
        <p>{escape(marks)}</p>
        {codes}</td></tr></table>
        """

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+O", self.tr("open texts")),
            ("Ctrl+E", self.tr("export the matrix")),
            ("← ↑ → ↓", self.tr("walk through the matrix")),
            ("Enter", self.tr("read the clauses")),
            ("Space", self.tr("why it is coded so")),
            ("Esc", self.tr("back to the matrix")),
            ("J / K", self.tr("next and previous difference")),
            ("F6", self.tr("next pane")),
            ("Ctrl+D", self.tr("only what differs")),
            ("Ctrl+H", self.tr("tint by strength")),
            ("Ctrl++ / Ctrl+-", self.tr("larger and smaller text")),
            ("Del", self.tr("remove the chosen text from the list")),
        )

    @staticmethod
    def _codes(column: str, language: str) -> str:
        rows = "".join(
            f'<tr><td class="key">{escape(entry.name)}</td><td>{escape(entry.meaning)}</td></tr>'
            for entry in entries(language)
            if entry.column == column
        )
        return f"<p><b>{escape(head(column, language))}</b></p><table>{rows}</table>"
