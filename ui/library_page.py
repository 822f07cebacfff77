"""The library: what is in it, adding to it, taking from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from comparer.labels import edition_language, status_name
from comparer.library import Outcome, TextRecord
from ui.page import Page, action_button
from ui.shelf import Holding
from ui.theme import UNIT, Theme

_WIDEST_NAME = 320
_NAME = Qt.ItemDataRole.UserRole + 1


class TextTable(QTreeWidget):
    """Signals: `removal_wanted()` on Delete."""

    removal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to take the chosen texts out."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selectedItems():
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


class LibraryPage(Page):
    """Signals: `files_wanted()`, `folder_wanted()`, `official_wanted()`, `other_wanted()`, `usual_wanted()`;
    `table_wanted(names)`, `removal_confirmed(names)`; `look_wanted(name)`; `outcome_wanted()` to see what was skipped.
    """

    files_wanted = Signal()
    folder_wanted = Signal()
    official_wanted = Signal()
    other_wanted = Signal()
    usual_wanted = Signal()
    table_wanted = Signal(object)
    look_wanted = Signal(str)
    removal_confirmed = Signal(object)
    outcome_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_files, self.add_folder, self.official = (action_button(self.bar) for _ in range(3))
        self.place_button = action_button(self.bar)
        self.other, self.usual = QAction(self), QAction(self)
        menu = QMenu(self)
        menu.addActions([self.other, self.usual])
        self.place_button.setMenu(menu)
        self.bar.add(self.add_files, self.add_folder, self.official, self.place_button, self.back)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.to_table, self.look, self.remove = (action_button(self) for _ in range(3))
        self.texts = TextTable(self)
        self.texts.setRootIsDecorated(False)
        self.texts.setUniformRowHeights(True)
        self.texts.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.texts.setSortingEnabled(True)
        self.texts.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.texts.itemSelectionChanged.connect(self._selection_changed)
        self.texts.itemActivated.connect(lambda: self.table_wanted.emit(self._chosen()))
        self.texts.removal_wanted.connect(self._ask)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_skipped = action_button(self)
        self.show_skipped.hide()
        self.question = _Question(self)
        self.question.yes.clicked.connect(self._confirmed)
        self.question.no.clicked.connect(self._keep)
        self.column.addLayout(_row(self.filter, self.to_table, self.look, self.remove))
        self.column.addWidget(self.question)
        self.column.addWidget(self.texts, 1)
        self.column.addLayout(_row(self.said, self.show_skipped))
        self._holding: Holding | None = None
        self._outcome: Outcome | None = None
        self._speaks = "en"
        self._connect_buttons()
        self.stops = [self.filter, self.texts]
        self.setFocusProxy(self.texts)

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        super().retranslate()
        self.bar.title.setText(self.tr("Library"))
        self.add_files.setText(self.tr("Add files…"))
        self.add_folder.setText(self.tr("Add a folder…"))
        self.official.setText(self.tr("Official texts…"))
        self.place_button.setText(self.tr("Where it is"))
        self.other.setText(self.tr("Use another library…"))
        self.usual.setText(self.tr("Use the usual library"))
        self.to_table.setText(self.tr("Put on the table"))
        self.look.setText(self.tr("How it was read"))
        self.remove.setText(self.tr("Remove…"))
        self.show_skipped.setText(self.tr("Show what was skipped"))
        self.filter.setPlaceholderText(self.tr("Narrow the list"))
        self.filter.setAccessibleName(self.tr("Narrow the list"))
        self.texts.setAccessibleName(self.tr("Texts in the library"))
        self.texts.setHeaderLabels(
            [
                self.tr("Name"),
                self.tr("Title"),
                self.tr("Language"),
                self.tr("Edition"),
                self.tr("Provisions"),
                self.tr("Added"),
            ]
        )
        self.question.yes.setText(self.tr("Remove"))
        self.question.no.setText(self.tr("Keep"))
        self._list()

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self.said.setStyleSheet(f"color: {theme.muted};")
        self.filter.setStyleSheet(
            f"QLineEdit {{ background: {theme.paper}; border: 1px solid {theme.hairline}; border-radius: 4px;"
            f" padding: 4px 8px; }} QLineEdit:focus {{ border-color: {theme.accent}; }}"
        )
        self.question.setStyleSheet(f"_Question {{ background: {theme.selected}; }} QLabel {{ color: {theme.ink}; }}")
        self.texts.setStyleSheet(
            f"QTreeWidget {{ background: {theme.paper}; outline: none; }}"
            f"QTreeWidget::item {{ padding: 4px 8px; color: {theme.ink}; }}"
            f"QTreeWidget::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}"
            f"QHeaderView::section {{ background: {theme.paper}; color: {theme.muted}; border: none;"
            f" border-bottom: 1px solid {theme.hairline}; padding: 4px 8px; font-weight: 600; }}"
        )

    def show_holding(self, holding: Holding | None, language: str) -> None:
        """Show what is in the library."""
        self._holding, self._speaks = holding, language
        self._list()

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what came of adding."""
        self._outcome = outcome
        self._say()

    def set_busy(self, *, busy: bool) -> None:
        """While texts are added, nothing else may change the library from here."""
        for button in (self.remove, self.place_button, self.official):
            button.setEnabled(not busy)
        if not busy:
            self._selection_changed()

    def _connect_buttons(self) -> None:
        self.add_files.clicked.connect(self.files_wanted)
        self.add_folder.clicked.connect(self.folder_wanted)
        self.official.clicked.connect(self.official_wanted)
        self.other.triggered.connect(self.other_wanted)
        self.usual.triggered.connect(self.usual_wanted)
        self.to_table.clicked.connect(lambda: self.table_wanted.emit(self._chosen()))
        self.look.clicked.connect(lambda: self.look_wanted.emit(self._chosen()[0]))
        self.remove.clicked.connect(self._ask)
        self.show_skipped.clicked.connect(self.outcome_wanted)

    def _list(self) -> None:
        self.texts.setSortingEnabled(False)
        self.texts.clear()
        for record in self._holding.texts if self._holding else ():
            self.texts.addTopLevelItem(self._item(record))
        self.texts.setSortingEnabled(True)
        across = self.texts.header()
        across.setStretchLastSection(False)
        for section in range(self.texts.columnCount()):
            across.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        across.resizeSection(0, min(_WIDEST_NAME, self.width() * 3 // 10, self.texts.sizeHintForColumn(0) + UNIT))
        across.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.question.hide()
        self._narrow(self.filter.text())
        self._selection_changed()
        self._say()

    def _item(self, record: TextRecord) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setText(0, record.name)
        item.setText(1, record.title)
        item.setText(2, edition_language(record.language, self._speaks))
        edition = (status_name(record.status, self._speaks, short=True), record.version)
        item.setText(3, " · ".join(filter(None, edition)))
        item.setData(4, Qt.ItemDataRole.DisplayRole, record.provisions)
        item.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setText(5, record.added[:10])
        item.setData(0, _NAME, record.name)
        item.setToolTip(1, f"{record.title}\n{record.file}")
        return item

    def _chosen(self) -> tuple[str, ...]:
        return tuple(str(item.data(0, _NAME)) for item in self.texts.selectedItems() if not item.isHidden())

    def _selection_changed(self) -> None:
        count = len(self._chosen())
        self.to_table.setEnabled(count > 0)
        self.look.setEnabled(count == 1)
        self.remove.setEnabled(count > 0)

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        for row in range(self.texts.topLevelItemCount()):
            item = self.texts.topLevelItem(row)
            if item is not None:
                held = f"{item.text(0)} {item.text(1)} {item.text(2)} {item.text(3)}".casefold()
                item.setHidden(not all(word in held for word in wanted))

    def _ask(self) -> None:
        names = self._chosen()
        if not names:
            return
        if len(names) == 1:
            said = self.tr("Remove {name} from the library? The file it came from stays.").format(name=names[0])
        else:
            said = self.tr("Remove %n text(s) from the library? The files they came from stay.", "", len(names))
        self.question.ask(said, names)

    def _confirmed(self) -> None:
        self.removal_confirmed.emit(self.question.names)
        self._keep()

    def _keep(self) -> None:
        self.question.hide()
        self.texts.setFocus()

    def _say(self) -> None:
        skipped = len(self._outcome.skipped) if self._outcome else 0
        self.show_skipped.setVisible(skipped > 0)
        said = []
        if self._outcome is not None:
            said.append(self.tr("%n text(s) added", "", len(self._outcome.added)))
            if skipped:
                said.append(self.tr("%n file(s) skipped", "", skipped))
        if self._holding is None:
            said.append(self.tr("Looking…"))
        elif not self._holding.texts:
            said.append(self.tr("The library is empty: add files or a folder, or drop them here."))
        else:
            said.append(self.tr("%n text(s) in the library", "", len(self._holding.texts)))
        if self._holding is not None:
            said.append(str(self._holding.path))
        self.said.setText("  ·  ".join(said))


class _Question(QFrame):
    """A question in place: nothing is covered, and Keep is the key that is at hand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.yes, self.no = QPushButton(self), QPushButton(self)
        self.names: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    def ask(self, said: str, names: Sequence[str]) -> None:
        """Show the question."""
        self.label.setText(said)
        self.names = tuple(names)
        self.show()
        self.no.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; Escape keeps."""
        if event.key() == Qt.Key.Key_Escape:
            self.no.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.yes if self.yes.hasFocus() else self.no).click()
        else:
            super().keyPressEvent(event)


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
    row.setSpacing(UNIT // 2)
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row
