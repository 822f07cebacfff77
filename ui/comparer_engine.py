"""The engine that the program runs on: `comparer` behind the door that `ui.engine` describes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from comparer.matrix import Matrix
from comparer.model import Text
from ui.engine import Tally, TopicLabel
from ui.jobs import OnProgress, ShouldCancel
from ui.sheet import Sheet

# The parts of comparer are imported inside the functions: reading rules and libraries takes longer than opening the
# window, and none of it is needed before the window is there.


class ComparerEngine:
    """Stateless; every call may come from another thread."""

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

    def open_text(self, name: str) -> Text:
        """Read an agreement by id or a file by path. Raises `SynopticError`."""
        from comparer.workbench import open_text  # noqa: PLC0415

        return open_text(name)

    def build(
        self, texts: Sequence[Text], topics: Sequence[str], on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Matrix:
        """Code every text on every topic. Raises `CancelledError`."""
        from comparer.workbench import build_matrix  # noqa: PLC0415

        return build_matrix(texts, topics, on_progress=on_progress, should_cancel=should_cancel)

    def sheet(self, matrix: Matrix, topic: str) -> Sheet:
        """The clauses of `topic`, compared with `matrix.base`."""
        from comparer.compare import compare  # noqa: PLC0415
        from ui.clause_lines import sheet  # noqa: PLC0415

        return sheet(compare(matrix, topic), matrix)

    def tally(self, texts: Sequence[Text]) -> Tally:
        """Account for the words of `texts`."""
        from comparer.ledger import ledger  # noqa: PLC0415

        accounts = [ledger(text) for text in texts]
        words = sum(account.words for account in accounts)
        kept = sum(account.in_provisions for account in accounts)
        return Tally(len(texts), sum(len(text.provisions) for text in texts), words, words - kept)

    def export(self, matrix: Matrix, path: Path, language: str) -> None:
        """Write the matrix in the form that the path's suffix names. Raises `OutputError`."""
        from comparer.export import export_matrix  # noqa: PLC0415

        export_matrix(matrix, path, language)
