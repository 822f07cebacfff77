"""Everything that can be done, as actions with their words and keys, and the menus they stand in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.languages import LANGUAGES
from ui.settings import Scheme


class Actions(QObject):
    """One attribute for each action; `retranslate` gives them their words."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.open = self._action(QKeySequence.StandardKey.Open)
        self.builtin = self._action()
        self.agreements = QMenu(window)
        self.remove = self._action()
        self.reading = self._action("Ctrl+R")
        self.how_read = self._action()
        self.library = self._action("Ctrl+L")
        self.official = self._action()
        self.find = self._action(QKeySequence.StandardKey.Find)
        self.alike = self._action("Ctrl+Shift+F")
        self.export = self._action("Ctrl+E")
        self.quit = self._action(QKeySequence.StandardKey.Quit)
        self.only_differing = self._action("Ctrl+D", checkable=True)
        self.heat = self._action("Ctrl+H", checkable=True)
        self.larger = self._action("Ctrl++", "Ctrl+=")
        self.smaller = self._action("Ctrl+-")
        self.normal = self._action("Ctrl+0")
        self.next_pane = self._action("F6")
        self.compare_with = self._action("Ctrl+B")
        self.next_difference = self._action("J")
        self.previous_difference = self._action("K")
        self.guide = self._action("F1")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.schemes = {scheme: self._action(checkable=True) for scheme in Scheme}
        self.languages = {code: self._action(checkable=True) for code in LANGUAGES}
        for group in (self.schemes, self.languages):
            exclusive = QActionGroup(self)
            for action in group.values():
                exclusive.addAction(action)
        self._menus = self._build_menus()

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self.open.setText(self.tr("Open…"))
        self.builtin.setText(self.tr("The usual ones together"))
        self.agreements.setTitle(self.tr("Open a built-in agreement"))
        self.remove.setText(self.tr("Remove the chosen text"))
        self.reading.setText(self.tr("How the texts were read"))
        self.how_read.setText(self.tr("How it was read"))
        self.library.setText(self.tr("Library"))
        self.official.setText(self.tr("Get official texts…"))
        self.find.setText(self.tr("Find clauses"))
        self.find.setIconText(self.tr("⌕ Find clauses"))
        self.find.setToolTip(self.tr("Find clauses by their words (Ctrl+F)"))
        self.alike.setText(self.tr("Clauses like this one"))
        self.export.setText(self.tr("Export…"))
        self.quit.setText(self.tr("Quit"))
        self.only_differing.setText(self.tr("Only differing"))
        self.only_differing.setToolTip(self.tr("Leave out what all texts, or the base, say alike"))
        self.heat.setText(self.tr("Heat"))
        self.heat.setToolTip(self.tr("Tint the cells by strength"))
        self.larger.setText(self.tr("Larger text"))
        self.smaller.setText(self.tr("Smaller text"))
        self.normal.setText(self.tr("Normal text size"))
        self.next_pane.setText(self.tr("Next pane"))
        self.compare_with.setText(self.tr("Compare with…"))
        self.next_difference.setText(self.tr("Next difference"))
        self.next_difference.setIconText("›")
        self.previous_difference.setText(self.tr("Previous difference"))
        self.previous_difference.setIconText("‹")
        self.guide.setText(self.tr("Guide and keys"))
        self.schemes[Scheme.SYSTEM].setText(self.tr("As the system"))
        self.schemes[Scheme.LIGHT].setText(self.tr("Light"))
        self.schemes[Scheme.DARK].setText(self.tr("Dark"))
        for code, name in LANGUAGES.items():
            self.languages[code].setText(name)
        titles = (
            self.tr("File"),
            self.tr("View"),
            self.tr("Go"),
            self.tr("Help"),
            self.tr("Colours"),
            self.tr("Language"),
        )
        for menu, title in zip(self._menus, titles, strict=True):
            menu.setTitle(title)

    def _action(self, *keys: str | QKeySequence.StandardKey, checkable: bool = False) -> QAction:
        action = QAction(self._window)
        action.setCheckable(checkable)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action

    def _build_menus(self) -> tuple[QMenu, ...]:
        bar = self._window.menuBar()
        file, view, go, help_ = (QMenu(bar) for _ in range(4))
        colours, language = QMenu(view), QMenu(view)
        for menu in (file, view, go, help_):
            bar.addMenu(menu)
        file.addAction(self.open)
        file.addMenu(self.agreements)
        file.addActions([self.remove, self.reading])
        file.addSeparator()
        file.addActions([self.library, self.official])
        file.addSeparator()
        file.addActions([self.export])
        file.addSeparator()
        file.addActions([self.quit])
        view.addActions([self.heat, self.only_differing])
        view.addSeparator()
        view.addActions([self.larger, self.smaller, self.normal])
        view.addSeparator()
        view.addMenu(colours)
        view.addMenu(language)
        colours.addActions(list(self.schemes.values()))
        language.addActions(list(self.languages.values()))
        go.addActions([self.find, self.alike])
        go.addSeparator()
        go.addActions([self.compare_with, self.next_difference, self.previous_difference, self.next_pane])
        help_.addActions([self.guide])
        return file, view, go, help_, colours, language
