"""The library and the official texts as the window asks for them. Every function may run on another thread.

A `Library` belongs to the thread that opened it, so each call opens its own, which costs a millisecond.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING

from comparer.model import Text
from ui.jobs import OnProgress, ShouldCancel

if TYPE_CHECKING:
    from comparer.library import AgreementRecord, Filters, Hit, Outcome, TextId, TextRecord
    from comparer.official import Listing, Result

HITS = 80
"""Clauses that one search shows: more than anybody reads before narrowing it."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a library has."""

    path: Path
    there: bool
    """Whether the file exists."""
    texts: tuple[TextRecord, ...] = ()
    agreements: tuple[AgreementRecord, ...] = ()


class Where(StrEnum):
    """What a search looked through."""

    LIBRARY = "library"
    HERE = "here"
    """The texts on the table and the built-in ones, while there is no library."""


@dataclass(frozen=True, slots=True)
class Found:
    """A clause that a search found, and what was searched."""

    where: Where
    hit: Hit


@dataclass(frozen=True, slots=True)
class Like:
    """The clause whose like is sought."""

    citation: str
    provision: int
    source: Text | Found
    """The text it stands in, or where it was found."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A search: words, or a clause."""

    words: str
    filters: Filters
    like: Like | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, best first."""

    sought: Sought
    where: Where
    holding: Holding
    """What was looked through: the library, or a passing one of the texts that are here."""
    hits: tuple[Hit, ...] = ()
    complaint: str = ""
    """Why the words cannot be understood; empty where they can."""


@dataclass(slots=True)
class _Here:
    """The passing library of the texts on the table and the built-in ones."""

    folder: TemporaryDirectory[str]
    texts: tuple[Text, ...]
    path: Path
    numbers: Mapping[TextId, Text]


class Shelf:
    """The library at `path`, the usual one when that is empty."""

    def __init__(self, path: str = "") -> None:
        self.path = path
        self._here: _Here | None = None
        self._builtin: tuple[Text, ...] = ()
        self._lock = Lock()

    def holding(self) -> Holding:
        """What the library has. Raises `LibraryError`."""
        return self._holding(self.path)

    def add(self, files: Sequence[str], on_progress: OnProgress, should_cancel: ShouldCancel) -> Outcome:
        """Add files and folders. Raises `LibraryError`, `CancelledError`."""
        from comparer.library import Library  # noqa: PLC0415 - late: the window is there before it is needed

        with Library.open(self.path or None) as library:
            return library.add(files, on_progress=on_progress, should_cancel=should_cancel)

    def remove(self, names: Sequence[str]) -> None:
        """Take texts out, by their own names. Raises `LibraryError`, `UnknownNameError`."""
        from comparer.library import Library  # noqa: PLC0415

        with Library.open(self.path or None) as library:
            for name in names:
                library.remove(name)

    def text(self, name: str) -> Text:
        """A text of the library, by its own name. Raises `LibraryError`, `UnknownNameError`."""
        from comparer.library import Library  # noqa: PLC0415

        with Library.open(self.path or None) as library:
            return library.text(name)

    def text_of(self, found: Found) -> Text:
        """The text in which something was found. Raises `LibraryError`, `UnknownNameError`."""
        from comparer.library import Library  # noqa: PLC0415

        here, number = self._here, found.hit.text
        if found.where is Where.HERE and here is not None and number in here.numbers:
            return here.numbers[number]
        with Library.open(self.path or None) as library:
            return library.text(number)

    def find(
        self, sought: Sought, table: Sequence[Text], on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Answer:
        """Search the library; while it has no text, those on the table and the built-in ones.

        Raises:
            LibraryError: the library cannot be used.
            CancelledError: `should_cancel` answered yes.
        """
        from comparer.errors import UnknownNameError  # noqa: PLC0415
        from comparer.library import Library  # noqa: PLC0415

        holding, where = self.holding(), Where.LIBRARY
        path = self.path or None
        if not holding.texts:
            here = self._gathered(table, on_progress)
            path, where, holding = str(here.path), Where.HERE, self._holding(str(here.path))
        if not sought.words.strip() and sought.like is None:
            return Answer(sought, where, holding)
        with Library.open(path) as library:
            try:
                if (like := sought.like) is not None:
                    text = self.text_of(like.source) if isinstance(like.source, Found) else like.source
                    hits = library.like(text, like.provision, sought.filters, HITS, should_cancel)
                else:
                    hits = library.find(sought.words, sought.filters, HITS, should_cancel, on_progress)
            except UnknownNameError as error:
                return Answer(sought, where, holding, complaint=str(error))
        return Answer(sought, where, holding, hits)

    def listings(self) -> tuple[Listing, ...]:
        """The agreements whose official texts are listed. Asks no network."""
        from comparer.official import listings  # noqa: PLC0415

        return tuple(listings().values())

    def get(
        self, ids: Sequence[str], language: str, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> tuple[Result, ...]:
        """Download official texts (in every language when `language` is empty) and add them to the library.

        The only function of the window that contacts the network.

        Raises:
            OutputError, LibraryError: the texts cannot be kept.
            CancelledError: `should_cancel` answered yes; what came before is kept.
        """
        from comparer import official  # noqa: PLC0415
        from comparer.library import Library  # noqa: PLC0415

        with Library.open(self.path or None) as library:
            return official.fetch(
                ids,
                library.path.parent / "official",
                on_progress,
                should_cancel,
                language=language or None,
                deposit=official.depositor(library),
            )

    def _holding(self, path: str) -> Holding:
        from comparer.library import Library  # noqa: PLC0415

        with Library.open(path or None) as library:
            return Holding(library.path, library.there, library.texts(), library.agreements())

    def _gathered(self, table: Sequence[Text], on_progress: OnProgress) -> _Here:
        """Made anew when other texts are on the table."""
        from comparer.library.gathered import gather  # noqa: PLC0415

        with self._lock:
            named = {text.edition.name for text in table}
            texts = (*table, *(text for text in self._built_in() if text.edition.name not in named))
            if self._here is None or self._here.texts != texts:
                on_progress(0, 0, "")
                folder = TemporaryDirectory(prefix="synoptic-", ignore_cleanup_errors=True)
                path = Path(folder.name) / "here.sqlite"
                numbers = dict(zip(gather(texts, path), texts, strict=True))
                self._here = _Here(folder, texts, path, numbers)
            return self._here

    def _built_in(self) -> tuple[Text, ...]:
        from comparer.catalogue import builtin_ids  # noqa: PLC0415
        from comparer.workbench import open_builtin  # noqa: PLC0415

        if not self._builtin:
            self._builtin = tuple(open_builtin(name) for name in builtin_ids())
        return self._builtin
