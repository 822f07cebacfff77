"""The one door between the window and `comparer`.

Everything the window asks of the parts below passes here, so that a test can put a hand-made engine in its place.
The heavy modules are imported inside the functions: the window is on the screen before they are needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from comparer.matrix import Matrix
from comparer.model import Text
from ui.jobs import OnProgress, ShouldCancel
from ui.sheet import Sheet

if TYPE_CHECKING:
    from ui.reading import Account


@dataclass(frozen=True, slots=True)
class TopicLabel:
    """A topic as the window lists it; `names` and `questions` by language."""

    id: str
    names: Mapping[str, str]
    questions: Mapping[str, str]
    core: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the words of some texts: `words == in_provisions + left_over`, all counted in words."""

    texts: int
    provisions: int
    words: int
    left_over: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no text, and why, as a sentence."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a user named: the file itself, or those in a folder."""

    names: tuple[str, ...]
    passed_over: tuple[Unread, ...] = ()


class Engine(Protocol):
    """What the window needs done. Functions that take `should_cancel` may run on another thread."""

    def builtin_ids(self) -> tuple[str, ...]:
        """The agreements shown at first start."""

    def known_ids(self) -> tuple[str, ...]:
        """Every agreement whose text ships with the program."""

    def topics(self) -> tuple[TopicLabel, ...]:
        """All topics, the core ones first."""

    def gather(self, name: str) -> Gathered:
        """The files meant by `name`: a folder gone through, everything else as it stands."""

    def open_texts(self, name: str) -> tuple[Text, ...]:
        """Read an agreement by id or a file by path: its texts, one a language. Raises `SynopticError`."""

    def build(
        self, texts: Sequence[Text], topics: Sequence[str], on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Matrix:
        """Code every text on every topic. Raises `CancelledError`."""

    def sheet(self, matrix: Matrix, topic: str) -> Sheet:
        """The clauses of `topic`, compared with `matrix.base`."""

    def account(self, text: Text) -> Account:
        """How a text was read. Slow the first time only."""

    def tally(self, texts: Sequence[Text]) -> Tally:
        """Account for the words of `texts`."""

    def export(self, matrix: Matrix, path: Path, language: str) -> None:
        """Write the matrix in the form that the path's suffix names. Raises `OutputError`."""
