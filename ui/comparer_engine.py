"""The engine that the program runs on: `comparer` behind the door that `ui.engine` describes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from comparer.matrix import Cell, Matrix, Row
from comparer.model import Text
from ui.engine import Gathered, Tally, TopicLabel, Unread
from ui.jobs import OnProgress, ShouldCancel
from ui.sheet import Sheet

if TYPE_CHECKING:
    from comparer.library import Skipped
    from ui.reading import Account

# The parts of comparer are imported inside the functions: reading rules and libraries takes longer than opening the
# window, and none of it is needed before the window is there.


@dataclass(frozen=True, slots=True)
class _Coded:
    """A row without its text, which would otherwise keep itself in memory."""

    signed: str = ""
    in_force: str = ""
    cells: Mapping[str, Cell] = field(default_factory=dict)


class ComparerEngine:
    """Every call may come from another thread. What was coded once is kept as long as its text is open."""

    def __init__(self) -> None:
        self.library = ""
        """The library's file; empty for the usual one."""
        self._accounts: WeakKeyDictionary[Text, Account] = WeakKeyDictionary()
        self._coded: WeakKeyDictionary[Text, _Coded] = WeakKeyDictionary()

    def builtin_ids(self) -> tuple[str, ...]:
        """The agreements shown at first start."""
        from comparer.catalogue import DEMO_IDS  # noqa: PLC0415

        return DEMO_IDS

    def known_ids(self) -> tuple[str, ...]:
        """Every agreement whose text ships with the program."""
        from comparer.catalogue import builtin_ids  # noqa: PLC0415

        return builtin_ids()

    def topics(self) -> tuple[TopicLabel, ...]:
        """All topics, the core ones first."""
        from rules.topics import topics  # noqa: PLC0415

        return tuple(TopicLabel(info.id, info.names, info.questions, info.group == "core") for info in topics())

    def gather(self, name: str) -> Gathered:
        """The files meant by `name`: a folder gone through, everything else as it stands."""
        from comparer.library.intake import files_in  # noqa: PLC0415

        if not Path(name).is_dir():
            return Gathered((name,))
        skipped: list[Skipped] = []
        found = tuple(str(path) for path in files_in(Path(name), skipped.append))
        return Gathered(found, tuple(Unread(one.file, one.reason) for one in skipped))

    def open_texts(self, name: str) -> tuple[Text, ...]:
        """Read an agreement by id or a file by path: its texts, one a language. Raises `SynopticError`."""
        from comparer.workbench import open_texts  # noqa: PLC0415

        return open_texts(name, library=self.library or None)

    def build(
        self, texts: Sequence[Text], topics: Sequence[str], on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Matrix:
        """Code every text on every topic that it was not coded on before. Raises `CancelledError`."""
        from comparer.errors import CancelledError  # noqa: PLC0415
        from comparer.workbench import distinct_names  # noqa: PLC0415

        rows = []
        names = distinct_names(texts)
        for place, (text, name) in enumerate(zip(texts, names, strict=True)):
            if should_cancel():
                raise CancelledError("Stopped: no table was made.")
            on_progress(place, len(texts), name)
            rows.append(self._row(text, name, topics))
        on_progress(len(texts), len(texts), "")
        return Matrix(tuple(topics), tuple(rows))

    def _row(self, text: Text, name: str, topics: Sequence[str]) -> Row:
        """Codes the topics that are new to this text, and remembers them."""
        from comparer.workbench import build_matrix  # noqa: PLC0415

        known = self._coded.get(text, _Coded())
        if missing := [topic for topic in topics if topic not in known.cells]:
            fresh = build_matrix([text], missing).rows[0]
            known = _Coded(fresh.signed, fresh.in_force, {**known.cells, **fresh.cells})
            self._coded[text] = known
        cells = {topic: known.cells[topic] for topic in topics}
        return Row(text, name, known.signed, known.in_force, cells)

    def sheet(self, matrix: Matrix, topic: str) -> Sheet:
        """The clauses of `topic`, compared with `matrix.base`."""
        from comparer.compare import compare  # noqa: PLC0415
        from ui.clause_lines import sheet  # noqa: PLC0415

        return sheet(compare(matrix, topic), matrix)

    def account(self, text: Text) -> Account:
        """How a text was read. Slow the first time only."""
        from ui.reading import account  # noqa: PLC0415

        if (known := self._accounts.get(text)) is None:
            known = self._accounts[text] = account(text)
        return known

    def tally(self, texts: Sequence[Text]) -> Tally:
        """Account for the words of `texts`."""
        accounts = [self.account(text) for text in texts]
        provisions = sum(len(text.provisions) for text in texts)
        return Tally(len(texts), provisions, sum(a.words for a in accounts), sum(a.left_over for a in accounts))

    def export(self, matrix: Matrix, path: Path, language: str) -> None:
        """Write the matrix in the form that the path's suffix names. Raises `OutputError`."""
        from comparer.export import export_matrix  # noqa: PLC0415

        export_matrix(matrix, path, language)
