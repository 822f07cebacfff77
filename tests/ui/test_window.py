from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QStyleHints
from PySide6.QtWidgets import QApplication, QFileDialog, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from comparer.errors import CancelledError
from comparer.matrix import Matrix
from tests.ui.samples import SampleEngine
from ui.app import install_hook
from ui.controller import Selection
from ui.settings import Scheme
from ui.side_pane import name_of
from ui.theme import DARK, LIGHT
from ui.window import MainWindow

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drop files on the window; whether it wanted them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, LEFT, NONE))
    return enter.isAccepted()


def listed(window: MainWindow) -> list[str]:
    texts = window.panes.side.texts
    return [name_of(texts.item(row)) for row in range(texts.count())]


def test_it_starts_empty_and_offers_what_fills_it(window: MainWindow, qtbot: QtBot) -> None:
    assert window.panes.matrix.builtin_button.isVisible() or window.controller.waiting is False
    window.showing.everything()
    with qtbot.waitSignal(window.controller.sheet_changed):
        qtbot.mouseClick(window.panes.matrix.builtin_button, LEFT)
    assert listed(window) == ["NORTH", "SOUTH", "EAST"]


def test_one_selection_runs_through_all_panes(loaded: MainWindow, qtbot: QtBot) -> None:
    assert loaded.controller.selection == Selection("NORTH", "data-flows")
    panes = loaded.panes
    panes.matrix.view.setFocus()
    qtbot.keyClick(panes.matrix.view, Qt.Key.Key_Down)
    assert loaded.controller.selection == Selection("SOUTH", "data-flows")
    assert name_of(panes.side.texts.currentItem()) == "SOUTH"
    assert "considers necessary" in panes.why.page.toPlainText()
    assert panes.clauses.view.heads.chosen == 1
    panes.side.texts.setCurrentRow(2)
    assert panes.matrix.view.currentIndex().row() == 2
    with qtbot.waitSignal(loaded.controller.sheet_changed):
        qtbot.keyClick(panes.matrix.view, Qt.Key.Key_Right)
    assert loaded.controller.selection == Selection("EAST", "data-localization")
    assert panes.clauses.empty.isVisible()
    assert panes.side.topics.currentItem().text(0) == "Localization"


def test_enter_space_and_escape_move_between_the_panes(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.activateWindow()
    view = loaded.panes.matrix.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert loaded.focusWidget() is loaded.panes.clauses.view.text
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert loaded.focusWidget() is loaded.panes.why.page
    qtbot.keyClick(loaded, Qt.Key.Key_Escape)
    assert loaded.focusWidget() is view


def test_dropped_files_are_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "WEST.txt"
    with qtbot.waitSignal(window.controller.matrix_changed):
        assert drop(window, path)
    assert isinstance(window.controller.engine, SampleEngine)
    assert window.controller.engine.opened == [str(path)]
    assert listed(window) == ["WEST"]


def test_what_is_not_a_file_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/treaty.html")])
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_a_file_that_cannot_be_read_is_a_sentence_and_keeps_the_others(loaded: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loaded.controller.matrix_changed):
        loaded.controller.remove("EAST")
    with qtbot.waitSignal(loaded.controller.matrix_changed):
        loaded.controller.open(["photo.jpg", "EAST"])
    assert loaded.panes.messages.isVisible()
    assert loaded.panes.messages.label.text().startswith("No article was found in photo.jpg")
    assert listed(loaded) == ["NORTH", "SOUTH", "WEST", "/drafts/Our draft.txt", "EAST"]
    loaded.panes.messages.dismiss.click()
    assert not loaded.panes.messages.isVisible()


def test_a_text_is_removed_with_the_delete_key(loaded: MainWindow, qtbot: QtBot) -> None:
    texts = loaded.panes.side.texts
    with qtbot.waitSignal(loaded.controller.matrix_changed):
        qtbot.keyClick(texts, Qt.Key.Key_Delete)
    assert "NORTH" not in listed(loaded)
    assert loaded.controller.selection == Selection("SOUTH", "data-flows")


def test_removing_every_text_leaves_the_empty_page(loaded: MainWindow, qtbot: QtBot) -> None:
    for name in listed(loaded):
        with qtbot.waitSignal(loaded.controller.matrix_changed):
            loaded.controller.remove(name)
    assert loaded.panes.matrix.open_button.isVisible()
    assert loaded.controller.sheet is None
    assert not loaded.status.summary.text()


def test_choosing_a_base_marks_the_differences_and_j_k_step_through(loaded: MainWindow, qtbot: QtBot) -> None:
    clauses = loaded.panes.clauses
    clauses.base.setCurrentIndex(clauses.base.findData("SOUTH"))
    with qtbot.waitSignal(loaded.controller.sheet_changed):
        clauses.base.activated.emit(clauses.base.currentIndex())
    count = len(clauses.view.places.changes)
    assert clauses.counter.text() == f"{count} differences"
    loaded.keys.next_difference.trigger()
    loaded.keys.next_difference.trigger()
    assert clauses.counter.text() == f"2 of {count}"
    for _ in range(2):
        loaded.keys.previous_difference.trigger()
    assert clauses.counter.text() == f"{count} of {count}"
    marked = clauses.view.text.extraSelections()
    assert len(marked) == 1
    assert loaded.controller.selection == Selection("NORTH", "data-flows"), "the selection stays"


def test_the_base_stays_in_sight_when_the_others_scroll(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.resize(1000, 700)
    with qtbot.waitSignal(loaded.controller.sheet_changed):
        loaded.controller.set_base("NORTH")
    view = loaded.panes.clauses.view
    bar = view.text.horizontalScrollBar()
    bar.setValue(0)
    assert bar.maximum() > 0
    assert not view.base.isVisible()
    bar.setValue(bar.maximum())
    assert view.base.isVisible()
    assert view.heads.kept
    assert view.base.width() == view.text.width_of_column
    view.text.verticalScrollBar().setValue(30)
    assert view.base.verticalScrollBar().value() == view.text.verticalScrollBar().value() == 30
    assert view.base.horizontalScrollBar().value() == 0
    view.choose_column(1)
    first_seen = bar.value() + view.text.width_of_column
    assert first_seen <= view.text.width_of_column, "the chosen column is not under the base"
    with qtbot.waitSignal(loaded.controller.sheet_changed):
        loaded.controller.set_base(None)
    bar.setValue(bar.maximum())
    assert not view.base.isVisible()


def test_a_base_that_is_silent_is_said_to_be(loaded: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loaded.controller.sheet_changed):
        loaded.controller.set_base("NORTH")
    with qtbot.waitSignal(loaded.controller.sheet_changed):
        loaded.controller.select("SOUTH", "source-code")
    assert loaded.panes.clauses.counter.text() == "the base has no clause on this topic"


def test_evidence_in_the_reasons_leads_to_its_words(loaded: MainWindow) -> None:
    loaded.controller.select("SOUTH", "data-flows")
    loaded.panes.why.page.anchorClicked.emit(QUrl("proof:1"))
    marked = loaded.panes.clauses.view.text.extraSelections()
    assert [selection.cursor.selectedText() for selection in marked] == ["considers necessary"]


def test_only_differing_leaves_out_and_fades(loaded: MainWindow) -> None:
    view = loaded.panes.matrix.view
    loaded.keys.only_differing.trigger()
    heads = [view.topics.headerData(i, Qt.Orientation.Horizontal) for i in range(view.topics.columnCount())]
    assert heads == ["Data flows", "Source code"]
    assert view.cells.fade_like_base
    loaded.keys.only_differing.trigger()
    assert view.topics.columnCount() == 4


def test_ticking_a_topic_adds_a_column_in_the_lists_order(loaded: MainWindow, qtbot: QtBot) -> None:
    topics = loaded.panes.side.topics
    spam = topics.invisibleRootItem().child(1).child(0)
    with qtbot.waitSignal(loaded.controller.matrix_changed):
        spam.setCheckState(0, Qt.CheckState.Checked)
    assert loaded.controller.topics[-1] == "spam"
    assert loaded.panes.matrix.view.topics.columnCount() == 5
    assert loaded.settings.topics == loaded.controller.topics


def test_the_last_topic_cannot_be_unticked(loaded: MainWindow) -> None:
    core = loaded.panes.side.topics.invisibleRootItem().child(0)
    for place in range(core.childCount()):
        core.child(place).setCheckState(0, Qt.CheckState.Unchecked)
    assert len(loaded.controller.topics) == 1


def test_the_language_changes_while_it_runs(loaded: MainWindow) -> None:
    loaded.keys.languages["zh"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    QApplication.processEvents()
    panes = loaded.panes
    assert panes.side.topics_bar.title.text() == "议题"
    assert loaded.keys.export.text() == "导出…"
    assert panes.matrix.view.currentIndex().data() == "禁止限制数据跨境转移；公共政策例外须符合客观标准"
    assert panes.clauses.bar.title.text() == "数据跨境流动"
    assert loaded.status.summary.text().startswith("5 份文本")
    assert loaded.settings.language == "zh"
    assert loaded.controller.selection == Selection("NORTH", "data-flows")


def test_export_writes_the_matrix(
    loaded: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def answer(*args: object) -> tuple[str, str]:
        return str(tmp_path / "table"), str(args[3]).split(";;")[2]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    with qtbot.waitSignal(loaded.controller.noted):
        loaded.keys.export.trigger()
    written = json.loads((tmp_path / "table.json").read_text(encoding="utf-8"))
    assert written == ["en", ["NORTH", "SOUTH", "EAST", "WEST", "Our draft"]]
    assert str(tmp_path / "table.json") in loaded.panes.messages.label.text()
    assert loaded.settings.folder == str(tmp_path)


def test_nothing_to_export_is_said(window: MainWindow) -> None:
    window.keys.export.trigger()
    assert window.panes.messages.label.text().startswith("There is no matrix to export yet")


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(
    loaded: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(texts: object, topics: object, on_progress, should_cancel) -> Matrix:  # type: ignore[no-untyped-def]
        on_progress(2, 5, "EAST")
        while not should_cancel():
            pass
        raise CancelledError("Stopped.")

    monkeypatch.setattr(loaded.controller.engine, "build", endless)
    before = loaded.controller.matrix
    loaded.controller.set_topics(["spam"])
    qtbot.waitUntil(loaded.status.bar.isVisible)
    assert (loaded.status.what.text(), loaded.status.bar.value(), loaded.status.bar.maximum()) == ("Coding EAST", 2, 5)
    with qtbot.waitSignal(loaded.controller.runner.idle):
        qtbot.mouseClick(loaded.status.cancel, LEFT)
    assert not loaded.status.bar.isVisible()
    assert loaded.controller.matrix is before
    assert loaded.panes.messages.label.text().startswith("Stopped.")


def test_a_fault_of_the_program_is_one_calm_sentence(
    loaded: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_hook(loaded)
    sys.excepthook(ValueError, ValueError("secret detail"), None)
    assert "fault in the program" in loaded.panes.messages.label.text()
    assert "secret detail" not in loaded.panes.messages.label.text()
    assert "secret detail" in caplog.text


def test_zoom_changes_the_treaty_text_and_not_the_buttons(loaded: MainWindow) -> None:
    def sizes() -> tuple[float, float]:
        start = loaded.panes.clauses.view.text.document().allFormats()
        reading = max(form.toCharFormat().fontPointSize() for form in start)
        return reading, loaded.panes.side.add_button.font().pointSizeF()

    before = sizes()
    loaded.keys.larger.trigger()
    after = sizes()
    assert after[0] == pytest.approx(before[0] * 1.1)
    assert after[1] == before[1]
    loaded.keys.normal.trigger()
    assert sizes() == before


def test_colours_can_be_chosen(loaded: MainWindow) -> None:
    loaded.keys.schemes[Scheme.DARK].trigger()
    assert loaded.look.theme is DARK
    assert loaded.settings.scheme is Scheme.DARK
    loaded.keys.schemes[Scheme.LIGHT].trigger()
    assert loaded.look.theme is LIGHT


def test_f6_goes_round_the_panes(loaded: MainWindow) -> None:
    panes = loaded.panes
    panes.side.texts.setFocus()
    visited = []
    for _ in range(5):
        loaded.keys.next_pane.trigger()
        visited.append(loaded.focusWidget())
    assert visited == [
        panes.side.topics,
        panes.matrix.view,
        panes.clauses.view.text,
        panes.why.page,
        panes.side.texts,
    ]


def test_the_guide_covers_the_panes_until_escape(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.keys.guide.trigger()
    guide = loaded.panes.guide
    assert guide is not None
    assert guide.isVisible()
    assert guide.size() == loaded.panes.size()
    assert "next and previous difference" in guide.page.toPlainText()
    qtbot.keyClick(guide.page, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(loaded: MainWindow) -> None:
    panes = loaded.panes
    for widget in (panes.side.texts, panes.side.topics, panes.matrix.view, panes.clauses.view.text, panes.why.page):
        assert widget.accessibleName()
    assert panes.clauses.base.accessibleName()


def test_the_status_line_sums_up(loaded: MainWindow) -> None:
    said = loaded.status.summary.text()
    assert said == "5 texts  ·  19 provisions  ·  every word accounted for  ·  1 cell to look at"


def test_closing_stops_the_work_and_remembers_the_layout(loaded: MainWindow) -> None:
    loaded.close()
    assert not loaded.controller.runner.busy
    assert not loaded.settings.layout("window").isEmpty()
    assert not loaded.settings.layout("whole").isEmpty()


@pytest.mark.parametrize("size", [(1024, 640), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_phrase_is_cut_off(loaded: MainWindow, size: tuple[int, int], language: str) -> None:
    loaded.use_language(language)
    loaded.resize(*size)
    QApplication.processEvents()
    view = loaded.panes.matrix.view
    for row in range(view.topics.rowCount()):
        for column in range(view.topics.columnCount()):
            index = view.topics.index(row, column)
            option = QStyleOptionViewItem()
            option.font = view.font()
            option.rect.setWidth(view.columnWidth(column))
            assert view.rowHeight(row) >= view.cells.sizeHint(option, index).height() > 0


def test_any_built_in_agreement_can_be_added(loaded: MainWindow, qtbot: QtBot) -> None:
    menu = loaded.keys.agreements
    with qtbot.waitSignal(loaded.controller.matrix_changed):
        loaded.controller.remove("WEST")
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert [name for name, action in entries.items() if action.isEnabled()] == ["The usual ones together", "WEST"]
    with qtbot.waitSignal(loaded.controller.matrix_changed):
        entries["WEST"].trigger()
    assert listed(loaded)[-1] == "WEST"


def test_the_systems_colours_are_followed_unless_chosen(loaded: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = QApplication.styleHints()
    loaded.settings.scheme = Scheme.SYSTEM
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert loaded.look.theme is DARK
    loaded.settings.scheme = Scheme.LIGHT
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert loaded.look.theme is LIGHT


def test_the_base_is_reached_by_tab_and_by_its_own_key(loaded: MainWindow, qtbot: QtBot) -> None:
    base, view = loaded.panes.clauses.base, loaded.panes.matrix.view
    view.setFocus()
    for _ in range(4):
        focus = loaded.focusWidget()
        assert focus is not None
        if focus is base:
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert loaded.focusWidget() is base
    view.setFocus()
    loaded.keys.compare_with.trigger()
    assert loaded.focusWidget() is base
    assert base.view().isVisible()
    base.hidePopup()


def test_stepping_without_a_base_says_what_is_needed(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.keys.next_difference.trigger()
    assert "compared with" in loaded.panes.messages.label.text()
    with qtbot.waitSignal(loaded.controller.sheet_changed):
        loaded.controller.set_base("NORTH")
    loaded.panes.messages.clear()
    loaded.keys.next_difference.trigger()
    assert not loaded.panes.messages.isVisible()


def test_the_pane_with_the_keyboard_bears_a_line_that_f6_moves(loaded: MainWindow) -> None:
    panes = loaded.panes
    panes.side.texts.setFocus()
    seen = []
    for _ in range(5):
        line = panes.focus_line
        assert line.isVisible()
        assert line.parentWidget() is line.pane
        assert line.width() == line.pane.width()
        seen.append(line.pane)
        loaded.keys.next_pane.trigger()
    assert seen == [panes.side.texts, panes.side.topics, panes.matrix, panes.clauses, panes.why]
    assert panes.focus_line.pane is panes.side.texts


def test_the_reasons_are_one_stop_and_arrows_walk_through_their_quotes(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.controller.select("SOUTH", "data-flows")
    page, followed = loaded.panes.why.page, []
    page.anchorClicked.connect(lambda link: followed.append(link.toString()))
    page.setFocus()
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_Down)
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert loaded.focusWidget() is page
    assert len(set(followed)) == 2
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert loaded.focusWidget() is not page


def test_a_topic_opens_at_the_top_of_its_clauses(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.resize(800, 480)
    loaded.controller.select("EAST", "spam")
    with qtbot.waitSignal(loaded.controller.sheet_changed):
        loaded.controller.select("EAST", "data-flows")
    assert loaded.panes.clauses.view.text.verticalScrollBar().value() == 0


def test_a_head_over_the_names_says_what_the_years_are(loaded: MainWindow) -> None:
    view = loaded.panes.matrix.view
    assert view.dates.isVisible()
    assert view.dates.text() == "Signed · in force"
    assert view.dates.width() >= view.dates.sizeHint().width()


def test_a_narrow_strip_drops_the_label_of_the_base(loaded: MainWindow) -> None:
    assert loaded.panes.clauses.base_label.isVisible()
    loaded.resize(800, 600)
    assert not loaded.panes.clauses.base_label.isVisible()
    assert loaded.panes.clauses.base.width() >= loaded.panes.clauses.base.sizeHint().width()
