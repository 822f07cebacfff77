"""Texts that are in no library, made searchable: a library of their own in a file that nobody keeps."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from comparer.library.connection import connect, sentences, transaction
from comparer.library.packing import pack
from comparer.library.records import AddOptions, TextId
from comparer.library.writing import insert
from comparer.model import Text


def gather(texts: Sequence[Text], path: Path) -> tuple[TextId, ...]:
    """Write a library of these texts to `path`, where no file may be; their numbers, in the same order.

    Raises:
        LibraryError: it cannot be written there.
    """
    with sentences(path), closing(connect(path, create=True)) as connection, transaction(connection):
        return tuple(insert(connection, pack(text), AddOptions(), None) for text in texts)
