"""Downloaded texts into the library, with where they come from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from comparer.errors import SynopticError
from comparer.model import Status
from comparer.recorded import Record

if TYPE_CHECKING:
    from comparer.library import Library


def default_folder() -> Path:
    """Where downloaded files go that are not wanted elsewhere: beside the user's own library."""
    from comparer.places import library_path  # noqa: PLC0415  late: most commands are told or find nothing

    return library_path().parent / "official"


def depositor(library: Library) -> Callable[[Path, Record], str]:
    """What `fetch` takes as `deposit`: every text goes into `library`. A text that it does not take is no failure of
    the download; the sentence says why."""

    def deposit(path: Path, record: Record) -> str:
        from comparer.library import AddOptions  # noqa: PLC0415  late: it brings SQLite with it

        options = AddOptions(
            agreement=record.agreement,
            status=Status(record.status),
            language=record.language,
            version=f"chapter {record.part}" if record.part.isdigit() else record.part.replace("whole", ""),
            address=record.address,
            retrieved=record.retrieved,
        )
        try:
            outcome = library.add([path], options)
        except SynopticError as error:
            return f"It is not in the library: {error}"
        if outcome.added:
            return f"In the library it is {outcome.added[0].name}."
        return outcome.skipped[0].reason if outcome.skipped else ""

    return deposit
