"""The main window: menus and keys, dropping files, language, colours and what is remembered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QToolButton, QWidget

from ui.actions import Actions
from ui.controller import Controller
from ui.dialogs import ask_target, ask_texts
from ui.languages import Translations, system_language
from ui.panes import Look, Panes
from ui.settings import ZOOM_RANGE, Scheme, Settings
from ui.showing import Showing
from ui.status import StatusLine
from ui.theme import DARK, LIGHT, UNIT, palette, style_sheet
from ui.visits import Visits


class MainWindow(QMainWindow):
    """Three places, one selection: texts and topics, the matrix, the clauses with their reasons."""

    def __init__(self, controller: Controller, settings: Settings, translations: Translations) -> None:
        super().__init__()
        self.controller, self.settings, self.translations = controller, settings, translations
        self.look = Look(zoom=settings.zoom)
        self.panes, self.status = Panes(self), StatusLine(self)
        self.setCentralWidget(self.panes)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.setWindowTitle("Synoptic")
        self.keys = Actions(self)
        panes, keys = self.panes, self.keys
        panes.matrix.add_controls(keys.heat, keys.only_differing, keys.export)
        panes.clauses.add_steps(keys.previous_difference, keys.next_difference)
        self.visits = Visits(controller, panes, settings, self.look)
        self.showing = Showing(controller, panes, self.status, self.look, self.visits)
        self._put_find_in_corner()
        self._connect()
        self._restore()

    def use_language(self, language: str) -> None:
        """Speak another language; the texts themselves stay as they are."""
        self.look.language = language
        self.keys.languages[language].setChecked(True)
        self.translations.use(language)

    def use_scheme(self, scheme: Scheme) -> None:
        """Wear other colours."""
        self.keys.schemes[scheme].setChecked(True)
        dark = scheme is Scheme.DARK
        if scheme is Scheme.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self.look.theme = DARK if dark else LIGHT
        QApplication.setPalette(palette(self.look.theme))
        self.setStyleSheet(style_sheet(self.look.theme))
        self.panes.wear(self.look.theme)
        self.showing.everything()

    def set_zoom(self, per_cent: int) -> None:
        """Set the size of the treaty text, and of nothing else."""
        low, high = ZOOM_RANGE
        self.look.zoom = self.settings.zoom = min(high, max(low, per_cent))
        self.showing.clauses()

    def export(self) -> None:
        """Ask where to, and write the matrix there."""
        if self.controller.matrix is None or not self.controller.matrix.rows:
            self.panes.messages.note(self.tr("There is no matrix to export yet: open some texts first."))
            return
        path = ask_target(self, self.settings)
        if path is not None:
            self.controller.export(path, self.look.language)

    def open(self) -> None:
        """Ask for files and open them."""
        if chosen := ask_texts(self, self.settings):
            self.controller.open(chosen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped; on the library's page, add it there."""
        event.acceptProposedAction()
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        page = self.panes.pages.current
        if page is not None and page is self.panes.pages.made_page("library"):
            self.visits.add(files)
        else:
            self.controller.open(files)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back: from a page to what was there before, else to the matrix."""
        if event.key() == Qt.Key.Key_Escape and self.panes.pages.current is not None:
            self.panes.pages.go_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.panes.matrix.view.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way and remember how the window was left."""
        self.hide()
        self.controller.runner.shut_down()
        self.settings.set_layout("window", self.saveGeometry())
        self.panes.save_layout(self.settings)
        super().closeEvent(event)

    def _connect(self) -> None:
        keys, controller = self.keys, self.controller
        keys.open.triggered.connect(self.open)
        self.panes.side.open_wanted.connect(self.open)
        self.panes.matrix.open_wanted.connect(self.open)
        keys.builtin.triggered.connect(controller.open_builtin)
        keys.agreements.aboutToShow.connect(self._list_agreements)
        self.panes.side.texts.addActions([keys.how_read, keys.remove])
        self.panes.side.texts.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        keys.remove.triggered.connect(self._remove_chosen)
        keys.reading.triggered.connect(self.visits.reading)
        keys.how_read.triggered.connect(self._show_how_read)
        self.status.reading_wanted.connect(self.visits.reading)
        keys.library.triggered.connect(self.visits.library)
        keys.official.triggered.connect(self.visits.official)
        keys.find.triggered.connect(self.visits.find)
        keys.alike.triggered.connect(self.visits.find_alike)
        keys.export.triggered.connect(self.export)
        keys.quit.triggered.connect(self.close)
        keys.heat.toggled.connect(self._heat_toggled)
        keys.only_differing.toggled.connect(lambda on: self.panes.matrix.view.set_only_differing(on=on))
        keys.larger.triggered.connect(lambda: self.set_zoom(self.look.zoom + 10))
        keys.smaller.triggered.connect(lambda: self.set_zoom(self.look.zoom - 10))
        keys.normal.triggered.connect(lambda: self.set_zoom(100))
        keys.next_pane.triggered.connect(self.panes.focus_next)
        keys.compare_with.triggered.connect(self.panes.choose_base)
        keys.next_difference.triggered.connect(lambda: self._step(1))
        keys.previous_difference.triggered.connect(lambda: self._step(-1))
        keys.guide.triggered.connect(lambda: self.panes.open_guide(self.look))
        for scheme, action in keys.schemes.items():
            action.triggered.connect(lambda _=False, scheme=scheme: self._scheme_chosen(scheme))
        for code, action in keys.languages.items():
            action.triggered.connect(lambda _=False, code=code: self._language_chosen(code))
        controller.topics_known.connect(self._remember_topics)
        controller.matrix_changed.connect(self._remember_topics)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_scheme_changed)

    def _restore(self) -> None:
        if self.settings.topics:
            self.controller.topics = self.settings.topics
        self.use_language(self.settings.language or system_language())
        self._retranslate()
        self.use_scheme(self.settings.scheme)
        self.keys.heat.setChecked(self.settings.heat)
        self._heat_toggled(self.settings.heat)
        if not self.restoreGeometry(self.settings.layout("window")):
            self.resize(1440, 900)
        self.panes.restore_layout(self.settings)
        # Otherwise Qt gives the keyboard to the first button it finds.
        self.panes.setFocus()

    def _retranslate(self) -> None:
        self.keys.retranslate()
        self.panes.retranslate(self.look.language)
        self.status.retranslate()
        self.showing.everything()

    def _language_chosen(self, language: str) -> None:
        self.settings.language = language
        self.use_language(language)

    def _scheme_chosen(self, scheme: Scheme) -> None:
        self.settings.scheme = scheme
        self.use_scheme(scheme)

    def _system_scheme_changed(self) -> None:
        self.use_scheme(self.settings.scheme)

    def _heat_toggled(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.settings.heat = on
        self.panes.matrix.view.set_heat(on=on)

    def _list_agreements(self) -> None:
        menu = self.keys.agreements
        menu.clear()
        menu.addAction(self.keys.builtin)
        menu.addSeparator()
        there = {text.edition.name for text in self.controller.texts}
        for name in self.controller.engine.known_ids():
            action = menu.addAction(name)
            action.setEnabled(name not in there)
            action.triggered.connect(lambda _=False, name=name: self.controller.open([name]))

    def _remember_topics(self) -> None:
        self.settings.topics = self.controller.topics

    def _show_how_read(self) -> None:
        if self.controller.selection is not None:
            self.visits.reading_of(self.controller.selection.text)

    def _step(self, by: int) -> None:
        """Differences are counted from a base: without one, say so and offer the choice."""
        if self.controller.base is not None or not self.controller.texts:
            self.panes.clauses.step(by)
            return
        needed = self.tr("To step through differences, choose the text that the others are compared with (Ctrl+B).")
        self.panes.messages.note(needed, self.tr("Compare with…"), self.panes.choose_base)

    def _put_find_in_corner(self) -> None:
        button = QToolButton(self)
        button.setDefaultAction(self.keys.find)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        corner = QWidget(self)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, UNIT, 0)
        row.addWidget(button)
        self.menuBar().setCornerWidget(corner)

    def _remove_chosen(self) -> None:
        if self.controller.selection is not None:
            self.controller.remove(self.controller.selection.text)
