"""Finding clauses: words or a clause to be like, filters, and what was found in context."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from comparer.catalogue import find_facts
from comparer.labels import edition_language
from comparer.library import Filters, Hit
from ui.hit_list import HitList
from ui.page import Page, action_button
from ui.shelf import Answer, Found, Like, Sought, Where
from ui.theme import UNIT, Theme

_PAUSE_MS = 160
"""After the last key before a search starts: shorter than the pause between two words, longer than between letters."""
_YEARS = re.compile(r"\s*(\d{4})\s*(?:[-–—~至]\s*(\d{4}))?\s*")


class FindPage(Page):
    """Signals: `search_wanted(Sought)`; `clause_wanted(Found)`."""

    search_wanted = Signal(object)
    clause_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_clause, self.alike = action_button(self.bar), action_button(self.bar)
        self.open_clause.clicked.connect(self._open_chosen)
        self.alike.clicked.connect(self.seek_alike)
        self.bar.add(self.open_clause, self.alike, self.back)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.textEdited.connect(self._typed)
        self.words.returnPressed.connect(self._entered)
        self.words.installEventFilter(self)
        self.chip = QPushButton(self)
        self.chip.clicked.connect(self._words_again)
        self.chip.hide()
        top = _row(self.words, self.chip)
        top.setStretch(0, 1)
        self.agreement, self.topic, self.party, self.language = (_choice(self) for _ in range(4))
        self.years = QLineEdit(self)
        self.years.setFixedWidth(20 * UNIT)
        self.years.textEdited.connect(self._soon)
        filters = _row(self.agreement, self.topic, self.years, self.party, self.language)
        filters.addStretch(1)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setContentsMargins(3 * UNIT, UNIT // 2, 2 * UNIT, UNIT)
        self.hits = HitList(self)
        self.hits.opened.connect(self._open_chosen)
        self.hits.left_upwards.connect(self.words.setFocus)
        self.hits.currentItemChanged.connect(self._chosen_changed)
        for choice in self._choices():
            choice.activated.connect(self._now)
        self.column.addLayout(top)
        self.column.addLayout(filters)
        self.column.addWidget(self.said)
        self.column.addWidget(self.hits, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._now)
        self._like: Like | None = None
        self._answer: Answer | None = None
        self._topics: tuple[tuple[str, str], ...] = ()
        self._speaks = "en"
        self.stops = [self.words, self.hits]
        self.setFocusProxy(self.words)
        self._chosen_changed()

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        super().retranslate()
        self.bar.title.setText(self.tr("Find clauses"))
        self.open_clause.setText(self.tr("Open the clause"))
        self.alike.setText(self.tr("Clauses like this one"))
        self.words.setPlaceholderText(self.tr('Words, "a phrase", transfer*, tax OR duty, data NEAR/5 location'))
        self.words.setAccessibleName(self.tr("Words to find"))
        self.years.setPlaceholderText(self.tr("Year, or 2015–2020"))
        self.years.setAccessibleName(self.tr("Years of signature"))
        self.hits.setAccessibleName(self.tr("Clauses found"))
        self._fill_choices()
        self._show_like()
        self._show_answer()

    def wear(self, theme: Theme) -> None:
        """Take a scheme's colours."""
        self.hits.painted.wear(theme)
        self.said.setStyleSheet(f"color: {theme.muted};")
        field = (
            f"QLineEdit {{ background: {theme.paper}; border: 1px solid {theme.hairline}; border-radius: 4px;"
            f" padding: 4px 8px; }} QLineEdit:focus {{ border-color: {theme.accent}; }}"
        )
        for edit in (self.words, self.years):
            edit.setStyleSheet(field)
        self.chip.setStyleSheet(f"background: {theme.selected}; color: {theme.ink}; padding: 4px 10px;")
        self.hits.setStyleSheet(f"QListWidget {{ background: {theme.paper}; outline: none; }}")

    def show_topics(self, topics: Sequence[tuple[str, str]], language: str) -> None:
        """The topics to filter by, as `(id, name)`, and the window's language."""
        self._topics, self._speaks = tuple(topics), language
        self._fill_choices()

    def begin(self) -> None:
        """The reader came to find words."""
        self.words.setFocus()
        self.words.selectAll()
        self._now()

    def seek(self, like: Like) -> None:
        """Look for clauses like one."""
        self._like = like
        self.words.clear()
        self._show_like()
        self._now()
        self.hits.setFocus()

    def seek_alike(self) -> None:
        """Look for clauses like the chosen one."""
        found = self._found()
        if found is not None:
            self.seek(Like(found.hit.citation, found.hit.provision, found))

    def show_answer(self, answer: Answer) -> None:
        """Show what a search found."""
        known = self._answer.holding if self._answer else None
        self._answer = answer
        if known != answer.holding:
            self._fill_choices()
        self._show_answer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the words into the list."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.words and pressed == Qt.Key.Key_Down and self.hits.count():
            self.hits.setFocus()
            self.hits.choose_first()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._like = None
        self._show_like()
        self._soon()

    def _soon(self) -> None:
        self._timer.start()

    def _now(self) -> None:
        self._timer.stop()
        self.search_wanted.emit(Sought(self.words.text(), self._filters(), self._like))

    def _words_again(self) -> None:
        self._like = None
        self._show_like()
        self.begin()

    def _entered(self) -> None:
        """Enter opens the first clause; while a search is on its way, it only hurries it."""
        if self._timer.isActive():
            self._now()
        else:
            self.hits.choose_first()
            self._open_chosen()

    def _filters(self) -> Filters:
        agreement, topic, party, language = (
            (str(choice.currentData()),) if choice.currentData() else () for choice in self._choices()
        )
        years = _YEARS.fullmatch(self.years.text())
        span = (int(years[1]), int(years[2] or years[1])) if years else None
        return Filters(agreement, topic, span, party, language)

    def _choices(self) -> tuple[QComboBox, QComboBox, QComboBox, QComboBox]:
        return self.agreement, self.topic, self.party, self.language

    def _fill_choices(self) -> None:
        holding = self._answer.holding if self._answer else None
        agreements = holding.agreements if holding else ()
        parties = sorted({party for agreement in agreements for party in agreement.parties})
        languages = sorted({text.language for text in holding.texts}) if holding else []
        names = [(a.id, a.id if a.id == a.name else f"{a.id} – {a.name}") for a in agreements]
        _fill(self.agreement, self.tr("Any agreement"), names)
        _fill(self.topic, self.tr("Any topic"), self._topics)
        _fill(self.party, self.tr("Any party"), [(party, party) for party in parties])
        spoken = [(code, edition_language(code, self._speaks)) for code in languages]
        _fill(self.language, self.tr("Any language"), spoken)

    def _show_like(self) -> None:
        self.chip.setVisible(self._like is not None)
        if self._like is not None:
            self.chip.setText(self.tr("like {citation}  ×").format(citation=self._like.citation))
            self.chip.setToolTip(self.tr("Look for words again"))

    def _show_answer(self) -> None:
        answer = self._answer
        if answer is None:
            self.said.setText(self._through(None))
            return
        groups: dict[str, list[Hit]] = {}
        for hit in answer.hits:
            groups.setdefault(hit.agreement, []).append(hit)
        names = {record.id: record.name for record in answer.holding.agreements}
        shown = []
        for agreement, hits in groups.items():
            facts = find_facts(agreement)
            name = facts.names.get(self._speaks, "") if facts else ""
            name = name or names.get(agreement, agreement)
            count = self.tr("%n clause(s)", "", len(hits))
            shown.append((agreement, count if name == agreement else f"{name} · {count}", hits))
        self.hits.show_groups(shown)
        self._chosen_changed()
        self.said.setText(self._sentence(answer, len(groups)))

    def _sentence(self, answer: Answer, agreements: int) -> str:
        through = self._through(answer)
        if answer.complaint:
            return self.tr("{reason}", "words that cannot be searched for, and why in English").format(
                reason=answer.complaint
            )
        if not answer.sought.words.strip() and answer.sought.like is None:
            return through
        if not answer.hits:
            nothing = self.tr("No clause was found: try fewer words, a part of a word with *, or fewer filters.")
            return f"{nothing}  ·  {through}"
        found = self.tr("%n clause(s)", "", len(answer.hits))
        return "  ·  ".join([found, self.tr("%n agreement(s)", "", agreements), through])

    def _through(self, answer: Answer | None) -> str:
        if answer is None:
            return self.tr("Looking…")
        texts = len(answer.holding.texts)
        if answer.where is Where.LIBRARY:
            return self.tr("Looks through the library: %n text(s).", "", texts)
        return self.tr(
            "Looks through the texts on the table and the built-in ones, %n in all: there is no library yet.", "", texts
        )

    def _chosen_changed(self) -> None:
        for button in (self.open_clause, self.alike):
            button.setEnabled(self.hits.hit is not None)

    def _found(self) -> Found | None:
        hit = self.hits.hit
        return None if hit is None or self._answer is None else Found(self._answer.where, hit)

    def _open_chosen(self) -> None:
        found = self._found()
        if found is not None:
            self.clause_wanted.emit(found)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
    row.setSpacing(UNIT)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _choice(parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(14)
    made.setMaxVisibleItems(20)
    return made


def _fill(choice: QComboBox, anything: str, known: Sequence[tuple[str, str]]) -> None:
    """Offer what is known, keeping what is chosen."""
    chosen = choice.currentData()
    choice.clear()
    choice.setAccessibleName(anything)
    choice.addItem(anything, "")
    for value, name in known:
        choice.addItem(name, value)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.view().setMinimumWidth(min(520, choice.view().sizeHintForColumn(0) + 3 * UNIT))
