"""The library: every text that was added, in one SQLite file, and any clause of it found at once."""

from comparer.library.connection import LibraryError
from comparer.library.library import Library
from comparer.library.query import QueryError
from comparer.library.records import (
    AddOptions,
    AgreementRecord,
    Filters,
    Hit,
    Outcome,
    Skipped,
    TextId,
    TextRecord,
)
from comparer.places import library_path

__all__ = [
    "AddOptions",
    "AgreementRecord",
    "Filters",
    "Hit",
    "Library",
    "LibraryError",
    "Outcome",
    "QueryError",
    "Skipped",
    "TextId",
    "TextRecord",
    "library_path",
]
