"""The pages that stand in the place of the matrix, over a library of invented texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from comparer.errors import CancelledError
from comparer.model import Edition, Kind, Provision, Span, Status, Text
from comparer.official import Result, State, listings
from tests.ui.test_window import LEFT, drop, listed
from ui.find_page import FindPage
from ui.jobs import OnProgress, ShouldCancel
from ui.library_page import LibraryPage
from ui.line_list import LinesDelegate
from ui.shelf import Shelf
from ui.window import MainWindow

PARCELS = """Agreement on Parcels

Article 1: Parcels

1. Each Party shall allow a parcel to cross its border.
2. No Party shall open a parcel without a reason.

Article 2: Lanterns

Each Party shall endeavour to light its harbours.
"""
WAGONS = PARCELS.replace("Parcels", "Wagons").replace("parcel", "wagon")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "parcels.txt").write_text(PARCELS, encoding="utf-8")
    (folder / "wagons.txt").write_text(WAGONS, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Never the library of whoever runs the tests."""
    path = tmp_path / "kept" / "library.sqlite"
    monkeypatch.setenv("SYNOPTIC_LIBRARY", str(path))
    return path


@pytest.fixture
def filled(loaded: MainWindow, qtbot: QtBot, files: Path) -> MainWindow:
    """A window whose library holds two texts, with the library's page open."""
    with qtbot.waitSignal(loaded.visits.shelf.added):
        loaded.visits.add([str(files)])
    settled(loaded, qtbot)
    return loaded


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.controller.runner.busy)
    QApplication.processEvents()


def library(window: MainWindow) -> LibraryPage:
    return window.panes.pages.library()


def found(window: MainWindow, qtbot: QtBot, words: str) -> FindPage:
    window.keys.find.trigger()
    page = window.panes.pages.finding()
    settled(window, qtbot)
    window.panes.messages.clear()
    answers: list[str] = []
    window.visits.shelf.answered.connect(lambda answer: answers.append(answer.sought.words))
    qtbot.keyClicks(page.words, words)
    qtbot.waitUntil(lambda: words in answers)
    return page


def citations(page: FindPage) -> list[str]:
    return [page.hits.item(row).text() for row in range(page.hits.count()) if page.hits.item(row).text()]


def kept(window: MainWindow) -> list[str]:
    texts = library(window).texts
    return [texts.topLevelItem(row).text(0) for row in range(texts.topLevelItemCount())]  # type: ignore[union-attr]


def read_text(name: str, repairs: tuple[str, ...] = (), left: bool = True) -> Text:
    raw = "Article 1: Parcels\n7\nEach Party shall allow parcels."
    article = Provision(
        0, Kind.ARTICLE, "1", "Parcels", None, Span(0, len(raw)), (Span(0, 18), Span(21, len(raw))), None, repairs
    )
    edition = Edition(name, Path(name).stem, "Parcels", "en", Status.UNSTATED)
    return Text(edition, raw, raw, (article,), (Span(19, 20),) if left else ())


def test_no_page_and_no_library_is_loaded_before_it_is_asked_for(loaded: MainWindow) -> None:
    assert loaded.panes.pages.count() == 1
    assert loaded.panes.pages.current is None


def test_the_report_lists_the_texts_and_shows_a_left_over_place_in_the_source(
    loaded: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = read_text("/drafts/strange.txt", ("The heading stood on the line before.",))
    monkeypatch.setattr(loaded.controller.engine, "open_texts", lambda name: (strange,))
    monkeypatch.setattr(loaded.controller.engine, "build", lambda *_: loaded.controller.matrix)
    with qtbot.waitSignal(loaded.controller.opened):
        loaded.controller.open(["/drafts/strange.txt"])
    page = loaded.panes.pages.reading()
    assert loaded.panes.pages.current is page, "it opens by itself: something was left over and repaired"
    assert page.entry is not None
    assert page.entry.key == "/drafts/strange.txt"
    said = page.summary.text()
    assert said.startswith("1 article · 0 paragraphs and points")
    assert "1 word left over" in said
    items = {page.places.item(row).text(): page.places.item(row) for row in range(page.places.count())}
    page.places.setCurrentItem(items["7"])
    (mark,) = page.source.extraSelections()
    assert mark.cursor.selectedText() == "7"
    page.places.setCurrentItem(items["The heading stood on the line before."])
    (mark,) = page.source.extraSelections()
    assert mark.cursor.selectedText() == "Article 1: Parcels"
    qtbot.keyClick(page.places, Qt.Key.Key_Escape)
    assert loaded.panes.pages.current is None


def test_a_folder_with_bad_files_is_read_and_the_bad_ones_listed_with_their_reason(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name in ("EAST.txt", "WEST.txt", "photo.jpg", "notes.bin"):
        (folder / name).touch()
    (folder / "link.txt").symlink_to(folder / "EAST.txt")
    with qtbot.waitSignals([window.controller.opened, window.controller.matrix_changed]):
        drop(window, folder)
    page = window.panes.pages.reading()
    assert window.panes.pages.current is page
    names = [Path(page.files.item(row).text()).name for row in range(page.files.count())]
    assert names == ["link.txt", "notes.bin", "photo.jpg", "EAST", "WEST"], "what was not read stands first"
    page.files.setCurrentRow(2)
    assert page.summary.text().startswith("No article was found in photo.jpg")
    assert not page.source.toPlainText()
    assert listed(window) == ["EAST", "WEST"]


def test_when_all_is_well_one_line_says_so_and_leads_to_the_report(loaded: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loaded.controller.opened):
        loaded.controller.open(["SOUTH"])
    settled(loaded, qtbot)
    bar = loaded.panes.messages
    assert bar.label.text() == "1 text read; every word stands in a provision."
    assert loaded.panes.pages.current is None
    qtbot.mouseClick(bar.action, LEFT)
    page = loaded.panes.pages.reading()
    assert loaded.panes.pages.current is page
    assert page.entry is not None
    assert page.entry.name == "SOUTH"


def test_the_report_is_reached_from_the_status_line_and_from_a_text(loaded: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(loaded.status.reading, LEFT)
    page = loaded.panes.pages.reading()
    assert page.files.count() == 5
    loaded.panes.pages.go_home()
    loaded.panes.side.texts.setCurrentRow(2)
    loaded.keys.how_read.trigger()
    assert page.entry is not None
    assert page.entry.name == "EAST"


def test_a_large_folder_goes_into_the_library(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, files: Path
) -> None:
    monkeypatch.setattr("ui.controller.MOST_ON_TABLE", 1)
    with qtbot.waitSignal(window.visits.shelf.added):
        drop(window, files)
    settled(window, qtbot)
    assert window.panes.pages.current is library(window)
    assert len(kept(window)) == 2
    assert listed(window) == []


def test_adding_lists_what_is_there_and_what_was_skipped(filled: MainWindow, qtbot: QtBot, files: Path) -> None:
    page = library(filled)
    assert len(kept(filled)) == 2
    assert "2 texts added" in page.said.text()
    (files / "empty.txt").write_text("Nothing to see.", encoding="utf-8")
    with qtbot.waitSignal(filled.visits.shelf.added):
        assert drop(filled, files), "on the library's page a drop adds"
    settled(filled, qtbot)
    assert "3 files skipped" in page.said.text()
    qtbot.mouseClick(page.show_skipped, LEFT)
    report = filled.panes.pages.reading()
    reasons = []
    for row in range(report.files.count()):
        report.files.setCurrentRow(row)
        reasons.append(report.summary.text())
    assert sum("in the library already" in reason for reason in reasons) == 2
    assert sum("No article was found" in reason for reason in reasons) == 1
    qtbot.keyClick(report.files, Qt.Key.Key_Escape)
    assert filled.panes.pages.current is page, "Back leads to where the reader was"


def test_a_text_is_removed_only_after_the_question(filled: MainWindow, qtbot: QtBot) -> None:
    page = library(filled)
    page.texts.setCurrentItem(page.texts.topLevelItem(0))
    name = kept(filled)[0]
    qtbot.keyClick(page.texts, Qt.Key.Key_Delete)
    assert page.question.isVisible()
    assert name in page.question.label.text()
    qtbot.keyClick(page.question, Qt.Key.Key_Escape)
    assert not page.question.isVisible()
    assert len(kept(filled)) == 2
    qtbot.keyClick(page.texts, Qt.Key.Key_Delete)
    qtbot.mouseClick(page.question.yes, LEFT)
    qtbot.waitUntil(lambda: len(kept(filled)) == 1)
    assert name not in kept(filled)


def test_a_text_of_the_library_goes_on_the_table(filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(filled.controller.engine, "build", lambda *_: filled.controller.matrix)
    page = library(filled)
    page.filter.setText("wagons")
    page.texts.selectAll()
    qtbot.mouseClick(page.to_table, LEFT)
    settled(filled, qtbot)
    assert [text.edition.title for text in filled.controller.texts][-1] == "Agreement on Wagons"
    assert len(filled.controller.texts) == 6
    assert filled.panes.pages.current is None


def test_the_path_is_remembered_only_when_it_was_chosen(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled.settings.library == ""
    other = tmp_path / "other.sqlite"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(other)])
    library(filled).other.trigger()
    settled(filled, qtbot)
    assert filled.settings.library == str(other)
    assert kept(filled) == []
    assert not other.exists(), "looking makes no library"
    library(filled).usual.trigger()
    settled(filled, qtbot)
    assert filled.settings.library == ""
    assert len(kept(filled)) == 2


def test_words_are_found_as_they_are_typed_under_their_agreement(filled: MainWindow, qtbot: QtBot) -> None:
    page = found(filled, qtbot, "endeavour harbours")
    assert page.said.text().startswith("2 clauses  ·  2 agreements  ·  Looks through the library: 2 texts.")
    assert all("Lanterns" in said for said in citations(page))
    assert len(citations(page)) == 2


def test_enter_opens_the_clause_in_its_text_and_escape_leads_back(filled: MainWindow, qtbot: QtBot) -> None:
    page = found(filled, qtbot, "wagon reason")
    with qtbot.waitSignal(filled.visits.shelf.entry_ready):
        qtbot.keyClick(page.words, Qt.Key.Key_Return)
    reading = filled.panes.pages.reading()
    assert filled.panes.pages.current is reading
    (mark,) = reading.source.extraSelections()
    assert "No Party shall open a wagon" in mark.cursor.selectedText()
    assert reading.to_table.isVisible()
    qtbot.keyClick(reading.files, Qt.Key.Key_Escape)
    assert filled.panes.pages.current is page


def test_filters_narrow_and_clauses_like_one_are_found(filled: MainWindow, qtbot: QtBot) -> None:
    page = found(filled, qtbot, "border")
    assert len(citations(page)) == 2
    page.agreement.setCurrentIndex(1)
    with qtbot.waitSignal(filled.visits.shelf.answered):
        page.agreement.activated.emit(1)
    assert len(citations(page)) == 1
    page.hits.choose_first()
    page.agreement.setCurrentIndex(0)
    with qtbot.waitSignal(filled.visits.shelf.answered):
        qtbot.mouseClick(page.alike, LEFT)
    assert page.chip.isVisible()
    assert page.chip.text().startswith("like ")
    first = citations(page)
    assert first
    with qtbot.waitSignal(filled.visits.shelf.answered):
        qtbot.keyClicks(page.words, "x")
    assert not page.chip.isVisible(), "words take the clause's place"


def test_what_cannot_be_searched_for_is_said_in_place(filled: MainWindow, qtbot: QtBot) -> None:
    page = found(filled, qtbot, '"parcel')
    assert "quotation mark" in page.said.text()
    assert not filled.panes.messages.isVisible()


def test_without_a_library_the_texts_that_are_here_are_searched(loaded: MainWindow, qtbot: QtBot) -> None:
    page = found(loaded, qtbot, "parcels trader")
    assert "there is no library yet" in page.said.text()
    assert any("14.11" in said for said in citations(page))
    with qtbot.waitSignal(loaded.visits.shelf.entry_ready):
        qtbot.keyClick(page.words, Qt.Key.Key_Return)
    assert loaded.panes.pages.reading().entry is not None


def test_an_old_slow_search_never_overwrites_a_newer_one(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = found(filled, qtbot, "harbours")
    real, seen = Shelf.find, []

    def slow(self: Shelf, sought, table, on_progress, should_cancel):  # type: ignore[no-untyped-def]
        seen.append(sought.words)
        if sought.words == "old":
            while not should_cancel():
                pass
        return real(self, sought, table, on_progress, lambda: False)

    monkeypatch.setattr(Shelf, "find", slow)
    answers: list[str] = []
    filled.visits.shelf.answered.connect(lambda answer: answers.append(answer.sought.words))
    page.words.setText("old")
    page._now()
    page.words.setText("parcel")
    page._now()
    settled(filled, qtbot)
    assert answers == ["parcel"]
    assert not filled.panes.messages.isVisible(), "that a newer search took its place is no news"


def test_clauses_like_the_chosen_cell(loaded: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loaded.visits.shelf.answered):
        loaded.keys.alike.trigger()
    page = loaded.panes.pages.finding()
    assert page.chip.text().startswith("like NORTH Art. 14.11")
    loaded.panes.pages.go_home()
    loaded.controller.select("NORTH", "spam")
    loaded.keys.alike.trigger()
    assert "Choose a cell with a clause first" in loaded.panes.messages.label.text()


def test_nothing_is_fetched_before_the_button_and_the_hosts_are_named(
    loaded: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Sequence[str], str]] = []

    def get(self: Shelf, ids: Sequence[str], language: str, on_progress: OnProgress, should_cancel: ShouldCancel):  # type: ignore[no-untyped-def]
        asked.append((ids, language))
        return (
            Result("CPTPP", "14", "en", State.DOWNLOADED, "https://example.org", True, "It is the chapter."),
            Result("RCEP", "whole", "en", State.FAILED, "https://example.org", True, "The host cannot be found."),
        )

    monkeypatch.setattr(Shelf, "get", get)
    loaded.keys.official.trigger()
    page = loaded.panes.pages.get()
    assert page.list.topLevelItemCount() == len(listings())
    assert not page.button.isEnabled()
    item = next(page.list.topLevelItem(row) for row in range(99) if page.list.topLevelItem(row).text(0) == "CPTPP")  # type: ignore[union-attr]
    item.setCheckState(0, Qt.CheckState.Checked)  # type: ignore[union-attr]
    assert "mfat.govt.nz" in page.contacts.text()
    assert asked == []
    with qtbot.waitSignal(loaded.visits.shelf.got):
        qtbot.mouseClick(page.button, LEFT)
    assert asked == [(("CPTPP",), "")]
    said = [page.results.item(row).data(LinesDelegate.LINES) for row in range(page.results.count())]
    assert [(line.first, line.warn) for line in said] == [("CPTPP 14 (en)", False), ("RCEP whole (en)", True)]
    assert "The host cannot be found." in said[1].second


def test_downloading_can_be_stopped(loaded: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(self: Shelf, ids: object, language: object, on_progress: OnProgress, should_cancel: ShouldCancel):  # type: ignore[no-untyped-def]
        on_progress(0, 3, "CPTPP ch. 14 (en), 12 KB")
        while not should_cancel():
            pass
        raise CancelledError("Stopped.")

    monkeypatch.setattr(Shelf, "get", endless)
    loaded.keys.official.trigger()
    page = loaded.panes.pages.get()
    page.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)  # type: ignore[union-attr]
    page.button.click()
    qtbot.waitUntil(loaded.status.bar.isVisible)
    assert loaded.status.what.text() == "Downloading CPTPP ch. 14 (en), 12 KB"
    assert not page.button.isEnabled()
    qtbot.mouseClick(loaded.status.cancel, LEFT)
    settled(loaded, qtbot)
    assert loaded.panes.messages.label.text() == "Stopped. What had come by then is kept."
    assert page.button.isEnabled()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_speaks_the_windows_language(filled: MainWindow, qtbot: QtBot, language: str) -> None:
    filled.use_language(language)
    pages = filled.panes.pages
    for go in (filled.visits.find, filled.visits.official, filled.visits.reading, filled.visits.library):
        go()
        settled(filled, qtbot)
    titles = [page.bar.title.text() for page in (pages.finding(), pages.get(), pages.reading(), pages.library())]
    spoken = {
        "en": ["Find clauses", "Official texts", "How it was read", "Library"],
        "zh": ["查找条款", "官方文本", "读取情况", "文库"],
    }
    assert titles == spoken[language]


def test_f6_goes_round_the_page_that_is_shown(filled: MainWindow) -> None:
    page = library(filled)
    visited = []
    for _ in range(4):
        filled.keys.next_pane.trigger()
        visited.append(filled.focusWidget())
    side = filled.panes.side
    assert set(visited) == {side.texts, side.topics, page.filter, page.texts}
