"""Every sentence of the window is translated, and no translation has lost a placeholder."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

import resources
import ui
from ui.languages import SourceTranslator, Translations, read_ts, system_language

CODE = sorted(Path(ui.__file__).parent.glob("*.py"))
FOLDER = Path(resources.__file__).parent / "i18n"
Key = tuple[str, str, str]


def sentences(path: Path) -> Iterator[Key]:
    """Context, sentence and comment of each call of `tr` and `translate` in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr == "tr":
            context = next(c.name for c in classes if c.lineno <= node.lineno <= (c.end_lineno or 0))
            yield context, *words(node.args, path)
        elif node.func.attr == "translate" and ast.unparse(node.func.value) == "QCoreApplication":
            context, *_ = words(node.args, path)
            yield context, *words(node.args[1:], path)


def words(arguments: list[ast.expr], path: Path) -> tuple[str, str]:
    said = [a.value for a in arguments[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    assert said, f"{path.name}, line {arguments[0].lineno}: what is translated must be a literal"
    return said[0], said[1] if len(said) > 1 else ""


def translations(language: str) -> dict[Key, tuple[str, ...]]:
    return read_ts((FOLDER / f"synoptic_{language}.ts").read_text(encoding="utf-8"))


ALL = {key for path in CODE for key in sentences(path)}


def test_there_are_sentences_to_check() -> None:
    assert len(ALL) > 80


def test_every_sentence_has_its_chinese() -> None:
    known = translations("zh")
    assert not sorted(key for key in ALL if not all(known.get(key, ("",))))


def test_no_chinese_is_left_behind_by_a_sentence_that_is_gone() -> None:
    assert not sorted(set(translations("zh")) - ALL)


def test_every_counted_sentence_has_its_english_forms() -> None:
    counted = {key for key in ALL if re.search("%L?n", key[1])}
    assert {key: len(forms) for key, forms in translations("en").items()} == dict.fromkeys(counted, 2)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_translation_loses_a_placeholder(language: str) -> None:
    def slots(sentence: str) -> list[str]:
        return sorted(re.findall(r"\{\w+\}|%L?n|\(\*[^)]*\)", sentence))

    for (_, source, _), forms in translations(language).items():
        for form in forms:
            assert slots(form) == slots(source)


def test_unfinished_translations_are_not_used() -> None:
    ts = """<TS><context><name>A</name>
    <message><source>one</source><translation>eins</translation></message>
    <message><source>two</source><translation type="unfinished">zwei</translation></message>
    <message numerus="yes"><source>%n</source><translation><numerusform>1</numerusform><numerusform>n</numerusform>
    </translation></message></context></TS>"""
    translator = SourceTranslator(ts)
    assert translator.translate("A", "one") == "eins"
    assert translator.translate("A", "two") is None
    assert translator.translate("B", "one") is None
    assert [translator.translate("A", "%n", None, n) for n in (1, 0, 5)] == ["1", "n", "n"]


def test_switching_there_and_back(qapp: QApplication) -> None:
    def said() -> tuple[str, str]:
        return (
            QCoreApplication.translate("SidePane", "Topics"),
            QCoreApplication.translate("StatusLine", "%n text(s)", "", 1),
        )

    spoken = Translations(qapp)
    spoken.use("zh")
    assert said() == ("议题", "1 份文本")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    spoken.use("en")
    assert said() == ("Topics", "1 text")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    spoken.clear()
    assert said()[1] == "1 text(s)"


@pytest.mark.parametrize(
    ("system", "language"), [(["zh-Hans-CN", "en"], "zh"), (["fr-FR", "zh-TW"], "zh"), (["fr-FR"], "en"), ([], "en")]
)
def test_the_systems_language(monkeypatch: pytest.MonkeyPatch, system: list[str], language: str) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: system)
    assert system_language() == language
