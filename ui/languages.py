"""The languages of the window. One mechanism: Qt's own `tr`, with `.ts` files under `resources/i18n`.

The `.ts` files are read as they are, when the language is chosen: nothing has to be compiled, and what is under
version control is what is shown. `pyside6-lupdate ui/*.py -no-obsolete -ts resources/i18n/synoptic_zh.ts` adds new
sentences to translate; English has a file of its own for its plurals (`-pluralonly`).
"""

from __future__ import annotations

from pkgutil import get_data
from xml.etree import ElementTree as ET  # only ever reads files that are part of the program

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "zh": "中文"}
"""Code and name of each language, the name in itself."""

_Key = tuple[str, str, str]
"""Context, source sentence, and what tells it from the same words elsewhere."""


def system_language() -> str:
    """The first of the system's interface languages that the window speaks; English otherwise."""
    for name in QLocale.system().uiLanguages():
        if (code := name.split("-")[0]) in LANGUAGES:
            return code
    return "en"


class SourceTranslator(QTranslator):
    """Answers from a `.ts` file; what it does not have, the next translator or the source itself says."""

    def __init__(self, ts: str) -> None:
        super().__init__()
        self._forms = read_ts(ts)

    def isEmpty(self) -> bool:
        """Qt asks no further of a translator that says yes."""
        return not self._forms

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The words for `source`; for a counted sentence the form for `n`."""
        forms = self._forms.get((context, source, disambiguation or ""))
        if not forms:
            return None
        return forms[0 if len(forms) == 1 or n == 1 else 1]


def read_ts(ts: str) -> dict[_Key, tuple[str, ...]]:
    """The translations in the text of a `.ts` file: one form, or the forms for one and for many.

    What is marked unfinished is left out.
    """
    found: dict[_Key, tuple[str, ...]] = {}
    for context in ET.fromstring(ts).iter("context"):  # noqa: S314
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            found[name, message.findtext("source", ""), message.findtext("comment", "")] = forms
    return found


class Translations:
    """The translators that are installed now."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = ""

    def use(self, language: str) -> None:
        """Switch to `language`; Qt tells every widget with a `LanguageChange` event."""
        self.clear()
        # Not importlib.resources, which takes ten times as long to import; this reads from a zip as well.
        ts = get_data("resources", f"i18n/synoptic_{language}.ts") or b""
        # The one installed last is asked first.
        self._installed = [*_words_of_qt(language), SourceTranslator(ts.decode())]
        for translator in self._installed:
            self._app.installTranslator(translator)
        self.language = language

    def clear(self) -> None:
        """Leave the application as it was: speaking the words in the code."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []


def _words_of_qt(language: str) -> list[QTranslator]:
    """Qt's words for its own buttons and dialogs."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return [translator] if language == "zh" and translator.load("qtbase_zh_CN", folder) else []
