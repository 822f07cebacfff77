"""Shows the controller's state in the panes, and takes the panes' wishes to the controller."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.controller import Controller
from ui.panes import Look, Panes
from ui.status import StatusLine
from ui.visits import Visits
from ui.why_text import Subject


class Showing(QObject):
    """The only object that knows both the controller and the panes."""

    def __init__(self, controller: Controller, panes: Panes, status: StatusLine, look: Look, visits: Visits) -> None:
        super().__init__(panes)
        self._controller, self._panes, self._status, self._look = controller, panes, status, look
        self.visits = visits
        self._listen_to_controller()
        self._listen_to_panes()

    def everything(self) -> None:
        """Show all of it anew: the language or the colours have changed."""
        self._show_topics()
        self._show_matrix()
        self.clauses()
        self.visits.speak()

    def clauses(self) -> None:
        """Lay the clauses out anew."""
        controller, look = self._controller, self._look
        topic = controller.topic_name(controller.selection.topic, look.language) if controller.selection else ""
        self._panes.clauses.show_sheet(controller.sheet, topic, look.theme, look.zoom, look.language)
        if (column := self._column()) is not None:
            self._panes.clauses.view.choose_column(column)  # sideways alone: a topic opens at the top of its clauses
            self._panes.clauses.view.text.verticalScrollBar().setValue(0)

    def _listen_to_controller(self) -> None:
        controller, panes = self._controller, self._panes
        controller.topics_known.connect(self._show_topics)
        controller.matrix_changed.connect(self._show_matrix)
        controller.waiting_changed.connect(self._show_matrix_page)
        controller.selection_changed.connect(self._show_selection)
        controller.sheet_changed.connect(self.clauses)
        controller.noted.connect(panes.messages.note)
        controller.problem.connect(panes.messages.problem)
        controller.runner.progress.connect(self._status.progress)
        controller.runner.idle.connect(self._status.rest)
        self._status.cancel_wanted.connect(controller.runner.cancel)

    def _listen_to_panes(self) -> None:
        controller, panes, view = self._controller, self._panes, self._panes.matrix.view
        view.cell_chosen.connect(self._cell_chosen)
        view.clauses_wanted.connect(panes.clauses.view.text.setFocus)
        view.why_wanted.connect(panes.why.page.setFocus)
        panes.matrix.builtin_wanted.connect(controller.open_builtin)
        panes.side.removal_wanted.connect(controller.remove)
        panes.side.text_chosen.connect(self._text_chosen)
        panes.side.topic_chosen.connect(self._topic_chosen)
        panes.side.topics_changed.connect(controller.set_topics)
        panes.clauses.base_wanted.connect(controller.set_base)
        panes.why.proof_wanted.connect(self._show_proof)
        panes.why.provision_wanted.connect(self._show_provision)

    def _show_topics(self) -> None:
        controller = self._controller
        self._panes.side.show_topics(controller.known_topics, controller.topics, self._look.language)

    def _show_matrix(self) -> None:
        controller, panes = self._controller, self._panes
        rows = controller.matrix.rows if controller.matrix else ()
        panes.side.show_texts((row.name, row.text) for row in rows)
        panes.clauses.show_bases([(row.text.edition.name, row.name) for row in rows], controller.base)
        self._status.show_state(controller.tally, controller.matrix)
        if controller.matrix is not None:
            topics = controller.matrix.topics
            titles = {topic: controller.topic_name(topic, self._look.language) for topic in topics}
            panes.matrix.show_matrix(controller.matrix, titles, self._look.language)
        self._show_matrix_page()
        self._show_selection()

    def _show_matrix_page(self) -> None:
        controller = self._controller
        has_rows = controller.matrix is not None and bool(controller.matrix.rows)
        self._panes.matrix.show_page(has_rows=has_rows, waiting=controller.waiting)

    def _show_selection(self) -> None:
        controller, panes, look = self._controller, self._panes, self._look
        selection, row = controller.selection, controller.row_index
        if selection is None or row is None or controller.matrix is None:
            panes.why.clear()
            return
        panes.matrix.view.choose(row, selection.topic)
        panes.side.choose(selection.text, selection.topic)
        self._choose_column()
        topic = controller.topic_name(selection.topic, look.language)
        question = controller.topic_question(selection.topic, look.language)
        chosen = controller.matrix.rows[row]
        subject = Subject(chosen.name, chosen.text.edition.label, topic, question, look.language, chosen.text)
        if (cell := controller.cell) is not None:
            panes.why.show_cell(cell, subject, look.theme)

    def _choose_column(self) -> None:
        column = self._column()
        if column is not None:
            self._panes.clauses.view.reveal(column)

    def _column(self) -> int | None:
        """The column of the clauses in which the chosen text stands."""
        sheet, row = self._controller.sheet, self._controller.row_index
        if sheet is None:
            return None
        return next((i for i, column in enumerate(sheet.columns) if column.row == row), None)

    def _show_proof(self, proof: int) -> None:
        column = self._column()
        if column is not None and not self._panes.clauses.view.show_proof(column, proof):
            self._not_shown()

    def _show_provision(self, provision: int) -> None:
        column = self._column()
        if column is not None and not self._panes.clauses.view.show_provision(column, provision):
            self._not_shown()

    def _not_shown(self) -> None:
        self._panes.messages.note(self.tr("That provision stands elsewhere in the text, outside the clauses shown."))

    def _cell_chosen(self, row: int, topic: str) -> None:
        if self._controller.matrix is not None:
            self._controller.select(self._controller.matrix.rows[row].text.edition.name, topic)

    def _text_chosen(self, name: str) -> None:
        if self._controller.selection is not None:
            self._controller.select(name, self._controller.selection.topic)

    def _topic_chosen(self, topic: str) -> None:
        if self._controller.selection is not None:
            self._controller.select(self._controller.selection.text, topic)
