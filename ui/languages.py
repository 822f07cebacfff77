"""The languages of the window. One mechanism: Qt's own, with `.ts` files under `resources/i18n`.

The `.qm` files beside them are what is loaded; `pyside6-lrelease resources/i18n/*.ts` makes them anew. English has a
file of its own for its plurals.
"""

from __future__ import annotations

from importlib.resources import as_file, files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "zh": "中文"}
"""Code and name of each language, the name in itself."""


def system_language() -> str:
    """The first of the system's interface languages that the window speaks; English otherwise."""
    for name in QLocale.system().uiLanguages():
        if (code := name.split("-")[0]) in LANGUAGES:
            return code
    return "en"


class Translations:
    """The translators that are installed now."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = ""

    def use(self, language: str) -> None:
        """Switch to `language`; Qt tells every widget with a `LanguageChange` event."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = [self._own(language), *self._qt(language)]
        for translator in self._installed:
            self._app.installTranslator(translator)
        self.language = language

    def _own(self, language: str) -> QTranslator:
        translator = QTranslator()
        with as_file(files("resources") / "i18n" / f"synoptic_{language}.qm") as path:
            translator.load(str(path))
        return translator

    @staticmethod
    def _qt(language: str) -> list[QTranslator]:
        """Qt's words for its own buttons."""
        if language != "zh":
            return []
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return [translator] if translator.load("qtbase_zh_CN", folder) else []
