from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence, QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.guide import Guide
from ui.guide_pages import PAGES, READING_WIDTH, markdown, title
from ui.settings import Scheme
from ui.theme import DARK
from ui.window import MainWindow


@pytest.fixture
def guide(loaded: MainWindow) -> Guide:
    loaded.panes.matrix.view.setFocus()
    loaded.keys.guide.trigger()
    assert loaded.panes.guide is not None
    return loaded.panes.guide


def shown(guide: Guide) -> str:
    return guide.page.toPlainText()


def test_the_pages_are_those_of_the_folder_under_their_titles(guide: Guide):
    names = [guide.names.item(row).text() for row in range(guide.names.count())]
    assert names == ["Keys and marks", *(title(page, "en") for page in PAGES)]
    assert names[2] == "From a file to the cited table"


def test_every_page_is_shown_whole(guide: Guide):
    for row, page in enumerate(PAGES, 1):
        guide.names.setCurrentRow(row)
        last = re.findall(r"\w+", re.sub(r"\]\([^)]*\)", "", markdown(page, "en")))[-1]
        assert shown(guide).startswith(title(page, "en"))
        assert last in shown(guide)[-80:]


def test_a_page_that_is_none_is_refused():
    with pytest.raises(KeyError):
        markdown("../../agreements", "en")


def test_a_link_leads_to_the_page_and_marks_it_in_the_list(guide: Guide):
    guide.names.setCurrentRow(1)
    guide.page.anchorClicked.emit(QUrl("coding.md"))
    assert guide.names.currentItem().text() == "How a clause is coded"
    assert shown(guide).startswith("How a clause is coded")


def test_it_speaks_the_window_s_language_even_when_that_changes(loaded: MainWindow, guide: Guide):
    guide.names.setCurrentRow(4)
    loaded.use_language("zh")
    QApplication.processEvents()
    assert guide.names.currentItem().text() == "条款如何编码"
    assert guide.names.item(0).text() == "快捷键与标记"
    assert shown(guide).startswith("条款如何编码")


def test_it_wears_the_window_s_colours_even_when_they_change(loaded: MainWindow, guide: Guide):
    guide.names.setCurrentRow(4)
    loaded.use_scheme(Scheme.DARK)
    tables = [frame for frame in guide.page.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    lines = tables[0].cellAt(1, 0).format().toTableCellFormat().bottomBorderBrush()
    assert lines.color().name() == DARK.hairline


def test_escape_gives_the_keyboard_back(loaded: MainWindow, guide: Guide, qtbot: QtBot):
    assert guide.page.hasFocus()
    qtbot.keyClick(guide.page, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    assert QApplication.focusWidget() is loaded.panes.matrix.view


@pytest.mark.parametrize("width", [900, 1440])
def test_lines_fit_the_window_and_are_no_longer_than_is_good_to_read(
    loaded: MainWindow, guide: Guide, qtbot: QtBot, width: int
):
    guide.names.setCurrentRow(3)
    loaded.resize(width, 700)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: guide.page.horizontalScrollBar().maximum() == 0)
    assert guide.page.document().textWidth() <= READING_WIDTH


def test_the_mouse_closes_it_as_well(guide: Guide, qtbot: QtBot):
    qtbot.mouseClick(guide.closing, Qt.MouseButton.LeftButton)
    assert not guide.isVisible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_keys_of_the_page_on_the_window_are_the_window_s(loaded: MainWindow, language: str):
    (table,) = re.findall(r"(?:^\| `F1`.*\n)(?:^\|.*\n)+", markdown("window", language), re.MULTILINE)
    named = {QKeySequence(key).toString() for row in table.splitlines() for key in re.findall(r"`([^`]+)`", row)}
    known = {
        keys.toString() for action in loaded.findChildren(QAction) for keys in action.shortcuts() if keys.toString()
    }
    elsewhere = {"Enter", "Space", "Esc", "Del"}
    """Keys of the matrix and of the list of texts, which are no shortcuts of the window."""
    system = {keys.toString() for keys in loaded.keys.quit.shortcuts()} | {"Ctrl+="}
    assert named - elsewhere <= known
    assert known - system - named <= {keys.toString() for keys in loaded.keys.open.shortcuts()}
