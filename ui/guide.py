"""The guide behind F1: the keys and marks on one page, then the pages of `resources/guide`."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from comparer.codebook import entries
from comparer.labels import head
from ui.guide_pages import PAGES, READING_WIDTH, dress, markdown, title
from ui.theme import UNIT, Theme

if TYPE_CHECKING:
    from ui.panes import Look


class Guide(QWidget):
    """Covers the panes until it is closed: the pages by name at the left, the chosen one beside them."""

    def __init__(self, panes: QWidget, look: Look) -> None:
        super().__init__(panes)
        self._panes, self._look = panes, look
        self._left: QWidget | None = None
        self.setAutoFillBackground(True)
        self.names, self.page = QListWidget(self), QTextBrowser(self)
        self.names.setFixedWidth(30 * UNIT)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.currentRowChanged.connect(self._show_row)
        self.page.setOpenLinks(False)
        self.page.setAcceptDrops(False)
        self.page.anchorClicked.connect(self._followed)
        self.closing = QPushButton(self)
        self.closing.clicked.connect(self.close_guide)
        column = QVBoxLayout()
        column.addWidget(self.names, 1)
        column.addWidget(self.closing)
        column.setContentsMargins(0, 0, 0, UNIT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column)
        row.addWidget(self.page, 1)
        self.setFocusProxy(self.page)
        self.hide()

    def open(self) -> None:
        """Cover the panes and take the keyboard."""
        if not self.isVisible():
            self._left = QApplication.focusWidget()
        self.setGeometry(self._panes.rect())
        self.show()
        self.raise_()
        self._say(max(0, self.names.currentRow()))
        self.page.setFocus()

    def close_guide(self) -> None:
        """Uncover the panes and give the keyboard back to whoever had it."""
        self.hide()
        if self._left is not None:
            self._left.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it; the rest scrolls."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_guide()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are as long as is good to read, or as there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language or other colours: the same page in them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and self.isVisible():
            self._say(self.names.currentRow())

    def _say(self, row: int) -> None:
        """Name everything in the language that is set now and show the page of `row`."""
        theme = self._look.theme
        self.names.setAccessibleName(self.tr("Pages of the guide"))
        self.page.setAccessibleName(self.tr("Guide and keys"))
        self.closing.setText(self.tr("Close"))
        self.names.setStyleSheet(
            f"QListWidget {{ background: {theme.desk}; outline: none; padding: {2 * UNIT}px 0; }}"
            f"QListWidget::item {{ padding: 5px {2 * UNIT}px; color: {theme.ink}; }}"
            f"QListWidget::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}"
        )
        self.names.blockSignals(True)  # noqa: FBT003
        self.names.clear()
        self.names.addItems([self.tr("Keys and marks"), *(title(page, self._look.language) for page in PAGES)])
        self.names.setCurrentRow(row)
        self.names.blockSignals(False)  # noqa: FBT003
        self._show_row(row)

    def _show_row(self, row: int) -> None:
        if row <= 0:
            self.page.setLineWrapMode(QTextBrowser.LineWrapMode.WidgetWidth)
            self.page.setHtml(self._marks(self._look.language, self._look.theme))
        else:
            self.page.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
            self._fit()
            self.page.setMarkdown(markdown(PAGES[row - 1], self._look.language))
            dress(self.page.document(), self._look.theme)
        self.page.document().setDocumentMargin(5 * UNIT)
        self.page.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        room = self.width() - self.names.width() - self.page.verticalScrollBar().sizeHint().width()
        if self.page.lineWrapMode() is QTextBrowser.LineWrapMode.FixedPixelWidth:
            self.page.setLineWrapColumnOrWidth(min(READING_WIDTH, room))

    def _followed(self, link: QUrl) -> None:
        """A link leads to another page; the guide's own pages have no other."""
        self.names.setCurrentRow(1 + PAGES.index(link.path().removesuffix(".md")))

    def _marks(self, language: str, theme: Theme) -> str:
        keys = "".join(
            f'<tr><td class="key">{escape(key)}</td><td>{escape(said)}</td></tr>' for key, said in self._keys()
        )
        codes = "".join(self._codes(column, language) for column in ("strength", "breadth", "discipline"))
        marks = self.tr("Outlined steps are proposed by the rules; solid ones a person has confirmed.")
        head_keys, head_cell = escape(self.tr("Keys")), escape(self.tr("How to read a cell"))
        return f"""
        <style>
        h2 {{ font-size: large; font-weight: 600; }}
        td {{ padding: 3px 24px 3px 0; }}
        .key {{ color: {theme.accent}; font-weight: 600; }}
        </style>
        <table width="100%"><tr><td width="40%">
        <h2>{head_keys}</h2><table>{keys}</table>
        </td><td width="60%"><h2>{head_cell}</h2>
        <p>{escape(marks)}</p>
        {codes}</td></tr></table>
        """

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+O", self.tr("open texts")),
            ("Ctrl+F", self.tr("find clauses")),
            ("Ctrl+Shift+F", self.tr("clauses like the chosen one")),
            ("Ctrl+L", self.tr("the library")),
            ("Ctrl+R", self.tr("how the texts were read")),
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
