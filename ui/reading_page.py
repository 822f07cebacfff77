"""How texts were read: the files, what was left over or repaired in the chosen one, and its source in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QSplitter, QVBoxLayout, QWidget

from comparer.model import Span, Text
from ui.display import display
from ui.line_list import Lines, LinesDelegate
from ui.page import Page, action_button
from ui.reading import Account, Place, Sort
from ui.source_view import SourceView
from ui.theme import UNIT, Theme

_FILES_SHOWN = 8
"""So many stand above the places without a scroll bar; with more, the reader moves the line between them."""
_NO_LIMIT = 16_777_215
"""What Qt takes for no limit of a size."""
_ENTRY = Qt.ItemDataRole.UserRole + 2
_PLACE = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the report: read, waiting in the library to be looked at, or not read."""

    key: str
    """The edition's name; of a file that was not read, its path."""
    name: str
    text: Text | None = None
    account: Account | None = None
    reason: str = ""
    """Why it was not read; empty where it was."""
    skipped: bool = False
    """Whether the reason is why the library did not take it: it may be there already."""
    span: Span | None = None
    """What to show first, where the reader came for one clause."""


class ReadingPage(Page):
    """Signals: `text_wanted(key)` for an entry whose text is not at hand; `table_wanted(text)` to compare it."""

    text_wanted = Signal(str)
    table_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_table: QPushButton = action_button(self.bar)
        self.to_table.clicked.connect(self._to_table)
        self.bar.add(self.to_table, self.back)
        self.files, self.places = QListWidget(self), QListWidget(self)
        for view in (self.files, self.places):
            view.setItemDelegate(LinesDelegate(view))
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
            view.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.files.currentItemChanged.connect(self._file_chosen)
        self.places.currentItemChanged.connect(self._place_chosen)
        self.places.itemClicked.connect(self._next_of_place)
        self.places.itemActivated.connect(self._next_of_place)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.summary.setContentsMargins(4 * UNIT, UNIT, 2 * UNIT, UNIT)
        self.source = SourceView(self)
        self.left = QSplitter(Qt.Orientation.Vertical, self)
        self.left.setHandleWidth(1)
        self.left.addWidget(self.files)
        self.left.addWidget(self.places)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.source, 1)
        whole = QSplitter(Qt.Orientation.Horizontal, self)
        whole.setHandleWidth(1)
        whole.addWidget(self.left)
        whole.addWidget(right)
        whole.setStretchFactor(1, 1)
        whole.setSizes([300, 900])
        self.column.addWidget(whole, 1)
        self.on_table: frozenset[str] = frozenset()
        self._entries: tuple[Entry, ...] = ()
        self._zoom = 100
        self._steps = 0
        self._fresh = False
        self.stops = [self.files, self.places, self.source]
        self._fit = QTimer(self)  # for when the list knows how wide it is
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._fit_files)
        self.setFocusProxy(self.files)

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        super().retranslate()
        self.bar.title.setText(self.tr("How it was read"))
        self.to_table.setText(self.tr("Put on the table"))
        self.files.setAccessibleName(self.tr("Files"))
        self.places.setAccessibleName(self.tr("What was repaired or left over"))
        self.source.setAccessibleName(self.tr("Source of the chosen file"))
        self._show_again()

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self.source.theme = theme
        for view in (self.files, self.places):
            delegate = view.itemDelegate()
            if isinstance(delegate, LinesDelegate):
                delegate.theme = theme
            view.setStyleSheet(f"QListWidget {{ background: {theme.desk}; outline: none; }}")
        self.summary.setStyleSheet(f"background: {theme.paper}; color: {theme.muted};")
        self._show_again()

    def show_entries(self, entries: Sequence[Entry], zoom: int, chosen: str = "") -> None:
        """Show a report; `chosen` is the key of the entry to begin with, else the first that needs a look."""
        self._entries, self._zoom = tuple(entries), zoom
        self._list_files(chosen or next((e.key for e in entries if e.account and e.account.places), ""))

    def fill(self, entry: Entry) -> None:
        """Put the text that was asked for into its entry."""
        self._entries = tuple(entry if known.key == entry.key else known for known in self._entries)
        self._list_files(self._chosen_key())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that the report lists."""
        return self._entries

    @property
    def entry(self) -> Entry | None:
        """The chosen one."""
        item = self.files.currentItem()
        found = item.data(_ENTRY) if item else None
        return found if isinstance(found, Entry) else None

    def _chosen_key(self) -> str:
        return self.entry.key if self.entry else ""

    def _show_again(self) -> None:
        if self._entries:
            self._list_files(self._chosen_key())

    def _list_files(self, chosen: str) -> None:
        self.files.blockSignals(True)  # noqa: FBT003
        self.files.clear()
        ordered = sorted(self._entries, key=lambda entry: not entry.reason)
        for entry in ordered:
            item = QListWidgetItem(self.files)
            item.setText(entry.name)
            item.setData(_ENTRY, entry)
            item.setData(LinesDelegate.LINES, Lines(entry.name, self._said(entry), warn=bool(entry.reason)))
            item.setToolTip(entry.key)
        self.files.blockSignals(False)  # noqa: FBT003
        keys = [entry.key for entry in ordered]
        self.files.setCurrentRow(keys.index(chosen) if chosen in keys else 0)
        self._fit.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names break elsewhere in another width."""
        super().resizeEvent(event)
        self._fit.start()

    def _fit_files(self) -> None:
        """The files take no more room than they need; the places have the rest."""
        count = self.files.count()
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        policy = off if count <= _FILES_SHOWN else needed
        self.files.setVerticalScrollBarPolicy(policy)
        self.files.doItemsLayout()
        last = self.files.visualItemRect(self.files.item(min(_FILES_SHOWN, count) - 1)) if count else QRect()
        height = last.bottom() + self.files.verticalScrollBar().value() + UNIT
        self.files.setMaximumHeight(height if count <= _FILES_SHOWN else _NO_LIMIT)
        self.left.setSizes([height, max(1, self.left.height() - height)])

    def _said(self, entry: Entry) -> str:
        if entry.reason:
            return self.tr("skipped") if entry.skipped else self.tr("not read")
        if entry.account is None:
            return ""
        account = entry.account
        said = [self.tr("%n article(s)", "", account.articles)]
        if repairs := account.count(Sort.REPAIRED):
            said.append(self.tr("%n repaired", "", repairs))
        if left := account.count(Sort.LEFT_OVER):
            said.append(self.tr("%n left over", "places", left))
        return " · ".join(said)

    def _file_chosen(self) -> None:
        entry = self.entry
        self._list_places(entry.account if entry else None)
        self.to_table.setVisible(entry is not None and entry.text is not None and entry.key not in self.on_table)
        self._summed_up(entry)
        if entry is None or entry.text is None or entry.account is None:
            self.source.clear()
            if entry is not None and not entry.reason:
                self.text_wanted.emit(entry.key)
            return
        self.source.show_source(entry.text, display(entry.text), entry.account.places, self._zoom)
        if entry.span is not None:
            self.source.go_to(entry.span, self.source.theme.selected)

    def _summed_up(self, entry: Entry | None) -> None:
        if entry is None:
            self.summary.clear()
        elif entry.reason:
            skipped = self.tr("{reason}", "a file that was skipped, and why in English")
            unread = self.tr("{reason}", "a file that was not read, and why in English")
            self.summary.setText((skipped if entry.skipped else unread).format(reason=entry.reason))
        elif entry.account is None:
            self.summary.setText(self.tr("Reading…"))
        else:
            self.summary.setText(self._counts(entry.account))

    def _counts(self, account: Account) -> str:
        said = [
            self.tr("%n article(s)", "", account.articles),
            self.tr("%n paragraph(s) and points", "", account.paragraphs),
            self.tr("%n definition(s)", "", account.definitions),
        ]
        notes = self.tr("%n footnote(s)", "", account.footnotes)
        if lost := account.footnotes - account.anchored:
            notes += self.tr(" (%n whose mark was not found)", "", lost)
        words = self.tr("%Ln word(s), every one accounted for", "", account.words)
        left = self.tr("%Ln word(s) left over", "", account.left_over)
        return " · ".join([*said, notes, words, left])

    def _list_places(self, account: Account | None) -> None:
        self.places.blockSignals(True)  # noqa: FBT003
        self.places.clear()
        if account is not None:
            for sort in Sort:
                self._list_sort(sort, [place for place in account.places if place.sort is sort])
        self.places.blockSignals(False)  # noqa: FBT003
        self._steps = 0

    def _list_sort(self, sort: Sort, places: Sequence[Place]) -> None:
        heads = {
            Sort.REPAIRED: (self.tr("Repaired"), self.tr("Nothing had to be repaired.")),
            Sort.LEFT_OVER: (self.tr("Left over"), self.tr("Nothing was left over.")),
        }
        title, nothing = heads[sort]
        head = QListWidgetItem(self.places)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setData(LinesDelegate.LINES, Lines(title, "" if places else nothing, head=True))
        for place in places:
            item = QListWidgetItem(self.places)
            item.setData(_PLACE, place)
            item.setText(place.said)
            item.setData(LinesDelegate.LINES, Lines(place.said, self._where(place), plain=True))

    def _where(self, place: Place) -> str:
        after = self.tr("after {citation}").format(citation=place.where)
        where = place.where if place.sort is Sort.REPAIRED else after if place.where else self.tr("at the beginning")
        times = self.tr("%n times", "", len(place.spans)) if len(place.spans) > 1 else ""
        return " · ".join(filter(None, (where, times)))

    def _place_chosen(self, item: QListWidgetItem | None) -> None:
        self._steps, self._fresh = 0, True
        self._go(item)

    def _next_of_place(self, item: QListWidgetItem) -> None:
        """Choosing a place again leads to where the same words stand next; the click that chose it does not count."""
        if self._fresh:
            self._fresh = False
            return
        self._steps += 1
        self._go(item)

    def _go(self, item: QListWidgetItem | None) -> None:
        place = item.data(_PLACE) if item else None
        if isinstance(place, Place):
            self.source.go_to(place.spans[self._steps % len(place.spans)], self.source.theme.proof_chosen)

    def _to_table(self) -> None:
        if self.entry is not None and self.entry.text is not None:
            self.table_wanted.emit(self.entry.text)
