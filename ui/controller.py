"""What the window holds at any moment, and what happens when it changes.

The panes know the controller and nothing of each other: they call its methods and listen to its signals. One
selection, a text and a topic, runs through all of them.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from comparer.errors import CancelledError, SynopticError
from comparer.matrix import Cell, Matrix, Row
from comparer.model import Text
from rules.model import CORE_TOPICS
from ui.dialogs import ARCHIVES
from ui.engine import Engine, Tally, TopicLabel, Unread
from ui.jobs import JobRunner, OnProgress, ShouldCancel
from ui.sheet import Sheet

log = logging.getLogger("synoptic.window")


class Selection(NamedTuple):
    """The cell that all panes speak of: the row's text, by its edition's name, and a topic's id."""

    text: str
    topic: str


MOST_ON_TABLE = 24
"""A folder with more files than this is for the library: nobody reads so many rows, and coding them takes minutes."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What came of one wish to open something."""

    texts: tuple[Text, ...]
    unread: tuple[Unread, ...] = ()
    for_library: tuple[str, ...] = ()
    """Folders with too many files for the table, and archives."""


@dataclass(frozen=True, slots=True)
class _Opened:
    opening: Opening
    topics: tuple[TopicLabel, ...]


@dataclass(frozen=True, slots=True)
class _Built:
    matrix: Matrix
    tally: Tally


class Controller(QObject):
    """State and its changes.

    Signals: `topics_known` once the list of topics is read; `matrix_changed` after texts, topics or codes changed;
    `selection_changed`; `sheet_changed` when the clauses of the chosen topic are ready; `noted(sentence)` and
    `problem(sentence)` for the message bar; `waiting_changed` when texts begin or cease to be read; `opened(Opening)`
    when they were.
    """

    topics_known = Signal()
    matrix_changed = Signal()
    selection_changed = Signal()
    sheet_changed = Signal()
    noted = Signal(str)
    problem = Signal(str)
    waiting_changed = Signal()
    opened = Signal(object)

    def __init__(self, engine: Engine, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.engine = engine
        self.runner = runner
        self.known_topics: tuple[TopicLabel, ...] = ()
        self.topics: tuple[str, ...] = CORE_TOPICS
        self.texts: tuple[Text, ...] = ()
        self.matrix: Matrix | None = None
        self.tally: Tally | None = None
        self.selection: Selection | None = None
        self.sheet: Sheet | None = None
        self.base: str | None = None
        self.waiting = False
        self._pending: tuple[str, ...] = ()

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        index = self.row_index
        return None if index is None or self.matrix is None else self.matrix.rows[index]

    @property
    def row_index(self) -> int | None:
        """Index of the chosen row in the matrix."""
        return None if self.selection is None else self._index_of(self.selection.text)

    @property
    def cell(self) -> Cell | None:
        """The chosen cell."""
        row = self.row
        return None if row is None or self.selection is None else row.cells.get(self.selection.topic)

    def topic_name(self, topic: str, language: str) -> str:
        """A topic's name in `language`; its id where the name is not known yet."""
        for known in self.known_topics:
            if known.id == topic:
                return known.names.get(language, known.names.get("en", topic))
        return topic

    def topic_question(self, topic: str, language: str) -> str:
        """The plain question behind a topic in `language`; empty where it is not known."""
        return next((known.questions.get(language, "") for known in self.known_topics if known.id == topic), "")

    def open_builtin(self) -> None:
        """Load the agreements that ship with the program."""
        self.open(self.engine.builtin_ids())

    def open(self, names: Sequence[str]) -> None:
        """Read agreements (ids) and files (paths) and add them; one that is there already is read anew."""
        self._pending += tuple(name for name in names if name not in self._pending)
        wanted = self._pending

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> _Opened:
            return _read(self.engine, wanted, on_progress, should_cancel)

        self._wait(waiting=True)
        self.runner.start("open", work, self._opened, self._open_failed)

    def put(self, texts: Sequence[Text]) -> None:
        """Add texts that were read already."""
        self._add(texts)

    def remove(self, name: str) -> None:
        """Take the text out of the comparison; its file stays as it is."""
        self._set_texts(tuple(text for text in self.texts if text.edition.name != name))

    def set_topics(self, topics: Sequence[str]) -> None:
        """Choose the matrix's columns; their order is that of the list of topics."""
        order = [topic.id for topic in self.known_topics]
        wanted = tuple(sorted(topics, key=order.index)) if order else tuple(topics)
        if wanted and wanted != self.topics:
            self.topics = wanted
            self._rebuild()

    def set_base(self, name: str | None) -> None:
        """Choose the text that the others' words are compared with; None for no comparison."""
        if name == self.base:
            return
        self.base = name
        if self.matrix is not None:
            self.matrix = dataclasses.replace(self.matrix, base=self._index_of(name))
        self.matrix_changed.emit()
        self._lay_out()

    def select(self, text: str, topic: str) -> None:
        """Choose a cell."""
        chosen = Selection(text, topic)
        if chosen == self.selection:
            return
        topic_changed = self.selection is None or self.selection.topic != topic
        self.selection = chosen
        self.selection_changed.emit()
        if topic_changed:
            self._lay_out()

    def export(self, path: Path, language: str) -> None:
        """Write the matrix to `path`."""
        matrix = self.matrix
        if matrix is None:
            return

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> Path:
            on_progress(0, 0, path.name)
            if should_cancel():
                raise CancelledError("Nothing was written.")
            self.engine.export(matrix, path, language)
            return path

        self.runner.start("export", work, self._exported, self.failed)

    def failed(self, error: Exception, *, kept: bool = False) -> None:
        """Say why work has not been done; `kept` when what was done before it stopped stays."""
        if isinstance(error, CancelledError):
            unchanged = self.tr("Stopped. What was there before is unchanged.")
            self.noted.emit(self.tr("Stopped. What had come by then is kept.") if kept else unchanged)
        elif isinstance(error, SynopticError):
            self.problem.emit(_framed(error))
        else:
            log.error("a job failed", exc_info=error)
            self.problem.emit(self.tr("A fault in the program stopped this; the log has the details."))

    def _opened(self, opened: _Opened) -> None:
        self._pending = ()
        if opened.topics and not self.known_topics:
            self.known_topics = opened.topics
            self.topics = tuple(t.id for t in opened.topics if t.id in self.topics) or CORE_TOPICS
            self.topics_known.emit()
        opening = opened.opening
        if len(opening.unread) == 1:  # of several, the report lists the reasons
            self.problem.emit(_framed(opening.unread[0].reason))
        self._add(opening.texts)
        self.opened.emit(opening)

    def _add(self, texts: Sequence[Text]) -> None:
        """Texts that are there already give way to their new reading."""
        fresh = {text.edition.name: text for text in texts}
        kept = tuple(fresh.pop(text.edition.name, text) for text in self.texts)
        self._set_texts(kept + tuple(fresh.values()))

    def _open_failed(self, error: Exception) -> None:
        self._pending = ()
        self._wait(waiting=False)
        self.failed(error)

    def _set_texts(self, texts: tuple[Text, ...]) -> None:
        self.texts = texts
        names = {text.edition.name for text in texts}
        if self.base not in names:
            self.base = None
        if self.selection is not None and self.selection.text not in names:
            self.selection = None
        self._rebuild()

    def _rebuild(self) -> None:
        texts, topics = self.texts, self.topics

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> _Built:
            matrix = self.engine.build(texts, topics, on_progress, should_cancel)
            return _Built(matrix, self.engine.tally(texts))

        self._wait(waiting=True)
        self.runner.start("matrix", work, self._built, self._build_failed)

    def _built(self, built: _Built) -> None:
        self._wait(waiting=False)
        self.matrix = built.matrix  # first, because the base's place is looked up in it
        self.matrix = dataclasses.replace(built.matrix, base=self._index_of(self.base))
        self.tally = built.tally
        if self.selection is not None and self.selection.topic not in self.matrix.topics:
            self.selection = None
        if self.selection is None and self.matrix.rows and self.matrix.topics:
            self.selection = Selection(self.matrix.rows[0].text.edition.name, self.matrix.topics[0])
        self.matrix_changed.emit()
        self.selection_changed.emit()
        self._lay_out()

    def _build_failed(self, error: Exception) -> None:
        self._wait(waiting=False)
        self.failed(error)

    def _lay_out(self) -> None:
        matrix, selection = self.matrix, self.selection
        if matrix is None or selection is None:
            self.sheet = None
            self.sheet_changed.emit()
            return

        def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> Sheet:  # noqa: ARG001
            return self.engine.sheet(matrix, selection.topic)

        self.runner.start("sheet", work, self._laid_out, self.failed)

    def _laid_out(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.sheet_changed.emit()

    def _exported(self, path: Path) -> None:
        self.noted.emit(self.tr("The matrix was written to {path}.").format(path=path))

    def _wait(self, *, waiting: bool) -> None:
        if waiting != self.waiting:
            self.waiting = waiting
            self.waiting_changed.emit()

    def _index_of(self, name: str | None) -> int | None:
        if self.matrix is None or name is None:
            return None
        names = [row.text.edition.name for row in self.matrix.rows]
        return names.index(name) if name in names else None


def _framed(reason: object) -> str:
    """What went wrong, said in the window's language around the sentence that comes in English."""
    return QCoreApplication.translate("Controller", "{reason}", "work that failed, and why in English").format(
        reason=reason
    )


def _read(engine: Engine, names: Sequence[str], on_progress: OnProgress, should_cancel: ShouldCancel) -> _Opened:
    """Read each of `names`; one that cannot be read does not keep the others out."""
    texts: list[Text] = []
    topics = engine.topics()
    files, unread, for_library = _sorted_out(engine, names)
    for done, name in enumerate(files):
        if should_cancel():
            raise CancelledError("Stopped.")
        on_progress(done, len(files), Path(name).name)
        try:
            texts += engine.open_texts(name)
        except SynopticError as error:
            unread.append(Unread(name, str(error)))
    for text in texts:
        engine.account(text)  # here, where it keeps nobody waiting; the engine remembers it
    return _Opened(Opening(tuple(texts), tuple(unread), tuple(for_library)), topics)


def _sorted_out(engine: Engine, names: Sequence[str]) -> tuple[list[str], list[Unread], list[str]]:
    """Files to read now, what a folder has that is no file to read, and what is too much for the table."""
    files: list[str] = []
    unread: list[Unread] = []
    for_library: list[str] = []
    for name in names:
        gathered = engine.gather(name)
        if name.lower().endswith(ARCHIVES) or len(gathered.names) > MOST_ON_TABLE:
            for_library.append(name)
        else:
            files += gathered.names
            unread += gathered.passed_over
    return files, unread, for_library
