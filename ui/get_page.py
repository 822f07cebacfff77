"""Official texts: what is listed, what would be contacted, and what came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from comparer.catalogue import find_facts
from comparer.labels import edition_language
from comparer.official import Listing, Offer, Result, State
from ui.line_list import Lines, LinesDelegate
from ui.page import Page
from ui.theme import UNIT, Theme
from ui.ticks import TickDelegate

_ID = Qt.ItemDataRole.UserRole + 1


class GetPage(Page):
    """Signals: `wanted(ids, language)` when the button is pressed; `language` is empty for all."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar.add(self.back)
        self.intro = QLabel(self)
        self.intro.setWordWrap(True)
        self.intro.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.ticks = TickDelegate(self.list)
        self.list.setItemDelegate(self.ticks)
        self.list.itemChanged.connect(self._say)
        self.results = QListWidget(self)
        self.painted = LinesDelegate(self.results)
        self.results.setItemDelegate(self.painted)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.results.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.results.hide()
        self.language_label, self.language = QLabel(self), QComboBox(self)
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.language.activated.connect(self._say)
        self.contacts = QLabel(self)
        self.contacts.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setProperty("primary", True)  # noqa: FBT003
        self.button.clicked.connect(self._pressed)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        foot.setSpacing(UNIT)
        foot.addWidget(self.language_label)
        foot.addWidget(self.language)
        foot.addWidget(self.contacts, 1)
        foot.addWidget(self.button)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.setHandleWidth(1)
        halves.addWidget(self.list)
        halves.addWidget(self.results)
        self.column.addWidget(self.intro)
        self.column.addWidget(halves, 1)
        self.column.addLayout(foot)
        self._listings: tuple[Listing, ...] = ()
        self._results: tuple[Result, ...] = ()
        self._busy = False
        self._speaks = "en"
        self.stops = [self.list, self.results]
        self.setFocusProxy(self.list)

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        super().retranslate()
        self.bar.title.setText(self.tr("Official texts"))
        self.intro.setText(
            self.tr(
                "Tick agreements; the button downloads their texts from where depositaries and parties publish them, "
                "checks that each is the right one, and adds it to the library. Nothing is contacted before."
            )
        )
        self.list.setAccessibleName(self.tr("Agreements whose official texts are listed"))
        self.results.setAccessibleName(self.tr("What came"))
        self.list.setHeaderLabels([self.tr("Agreement"), self.tr("Name"), self.tr("Texts"), self.tr("Published at")])
        self.language_label.setText(self.tr("Language"))
        self.button.setText(self.tr("Download"))
        self._list()
        self.show_results(self._results)

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        for label in (self.intro, self.contacts, self.language_label):
            label.setStyleSheet(f"color: {theme.muted};")
        self.painted.theme = self.ticks.theme = theme
        self.results.setStyleSheet(f"QListWidget {{ background: {theme.desk}; outline: none; }}")
        self.list.setStyleSheet(
            f"QTreeWidget {{ background: {theme.paper}; outline: none; }}"
            f"QTreeWidget::item {{ padding: 4px 8px; color: {theme.ink}; }}"
            f"QTreeWidget::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}"
            f"QHeaderView::section {{ background: {theme.paper}; color: {theme.muted}; border: none;"
            f" border-bottom: 1px solid {theme.hairline}; padding: 4px 8px; font-weight: 600; }}"
        )

    def show_listings(self, listings: Sequence[Listing], language: str) -> None:
        """Show what is listed."""
        self._listings, self._speaks = tuple(listings), language
        self._list()

    def show_results(self, results: Sequence[Result]) -> None:
        """Say what became of each text."""
        self._results = tuple(results)
        self.results.clear()
        self.results.setVisible(bool(results))
        for result in results:
            item = QListWidgetItem(self.results)
            part = f"{result.part} ({result.language})" if result.part else ""
            name = " ".join(filter(None, (result.agreement, part)))
            failed = result.state in (State.FAILED, State.BY_HAND)
            item.setText(f"{name}: {result.message}")
            said = f"{self._state(result.state)} · {result.message}"
            item.setData(LinesDelegate.LINES, Lines(name, said, warn=failed))

    def set_busy(self, *, busy: bool) -> None:
        """While something is downloaded, the button rests."""
        self._busy = busy
        self._say()

    def _state(self, state: State) -> str:
        names = {
            State.DOWNLOADED: self.tr("downloaded"),
            State.UNCHANGED: self.tr("unchanged"),
            State.FAILED: self.tr("not downloaded"),
            State.BY_HAND: self.tr("by hand"),
        }
        return names[state]

    def _list(self) -> None:
        ticked = set(self._ticked())
        self.list.blockSignals(True)  # noqa: FBT003
        self.list.clear()
        for listing in self._listings:
            item = QTreeWidgetItem(self.list)
            item.setText(0, listing.id)
            item.setData(0, _ID, listing.id)
            item.setCheckState(0, Qt.CheckState.Checked if listing.id in ticked else Qt.CheckState.Unchecked)
            facts = find_facts(listing.id)
            item.setText(1, facts.names.get(self._speaks, listing.name) if facts else listing.name)
            item.setText(2, self._languages(listing))
            item.setText(3, ", ".join(_hosts(listing.offers)) or self.tr("a page to open in a browser"))
            item.setToolTip(1, "\n".join(filter(None, (listing.name, listing.page, listing.note))))
        self.list.blockSignals(False)  # noqa: FBT003
        across = self.list.header()
        across.setStretchLastSection(False)
        for section in (0, 2, 3):
            across.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._list_languages()
        self._say()

    def _languages(self, listing: Listing) -> str:
        return ", ".join(
            edition_language(code, self._speaks) for code in dict.fromkeys(offer.language for offer in listing.offers)
        )

    def _list_languages(self) -> None:
        chosen = self.language.currentData()
        self.language.clear()
        self.language.addItem(self.tr("every language", "of official texts"), "")
        for code in sorted({offer.language for listing in self._listings for offer in listing.offers}):
            self.language.addItem(edition_language(code, self._speaks), code)
        self.language.setCurrentIndex(max(0, self.language.findData(chosen)))

    def _ticked(self) -> tuple[str, ...]:
        rows = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return tuple(str(i.data(0, _ID)) for i in rows if i is not None and i.checkState(0) is Qt.CheckState.Checked)

    def _chosen(self) -> tuple[str, ...]:
        """The ticked ones that have a text in the chosen language, or only a page."""
        language, ticked = self.language.currentData(), self._ticked()
        return tuple(
            listing.id
            for listing in self._listings
            if listing.id in ticked
            and (not language or not listing.offers or any(o.language == language for o in listing.offers))
        )

    def _say(self) -> None:
        language, chosen = self.language.currentData(), self._chosen()
        offers = [
            offer
            for listing in self._listings
            if listing.id in chosen
            for offer in listing.offers
            if not language or offer.language == language
        ]
        self.button.setEnabled(bool(chosen) and not self._busy)
        if not chosen:
            self.contacts.setText(self.tr("Nothing is ticked."))
            return
        texts = self.tr("%n text(s)", "to download", len(offers))
        if hosts := list(_hosts(offers)):
            said = self.tr("The button contacts {hosts}, and where they redirect to; nothing else.")
            contacted = said.format(hosts=", ".join(hosts))
        else:
            contacted = self.tr("Nothing is contacted: only a page to open by hand is listed.")
        self.contacts.setText(f"{texts}. {contacted}")

    def _pressed(self) -> None:
        self.wanted.emit(self._chosen(), str(self.language.currentData() or ""))


def _hosts(offers: Iterable[Offer]) -> dict[str, None]:
    """The hosts that the offers would be fetched from, each once, in order."""
    return dict.fromkeys(urlsplit(address.url).netloc for offer in offers for address in offer.addresses)
