"""One file made ready for the library; runs in a process of its own, away from the database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from comparer.errors import SynopticError
from comparer.library.packing import Packed, pack
from comparer.library.records import AddOptions, Item, Skipped
from comparer.model import Text
from comparer.reading import read_texts
from comparer.recorded import stamped

_CHUNK = 1 << 20


class Order(NamedTuple):
    """What is to be read, and what is already there."""

    item: Item
    options: AddOptions
    known: frozenset[str]
    """SHA-256 of the library's sources."""


class Known(NamedTuple):
    """The file's bytes are in the library already."""

    sha256: str


def prepare(order: Order) -> tuple[Packed, ...] | Known | Skipped:
    """Read a file and pack its texts (a bilingual one has two); whatever is wrong with it becomes a sentence."""
    item = order.item
    try:
        sha256 = _digest(order)
        if sha256 in order.known:
            return Known(sha256)
        return tuple(pack(text) for text in _texts(item, order.options))
    except SynopticError as error:
        return Skipped(item.shown, str(error).replace(str(item.path), item.shown))
    except (MemoryError, RecursionError):
        return Skipped(item.shown, "It is too large or too deeply nested for this machine: add a part of it.")
    except Exception as error:  # noqa: BLE001  (one file must not keep hundreds out)
        return Skipped(item.shown, f"A fault in the program kept it from being read ({type(error).__name__}: {error}).")


def _texts(item: Item, options: AddOptions) -> Iterator[Text]:
    """What the user says of the texts wins over what the file shows; of several, a language picks its own."""
    texts = tuple(stamped(text, item.path) for text in read_texts(item.path))
    wanted = [text for text in texts if text.edition.language == options.language] or texts
    for text in wanted:
        edition = replace(
            text.edition,
            name=item.shown,
            status=options.status or text.edition.status,
            language=options.language or text.edition.language,
            address=options.address or text.edition.address,
            retrieved=options.retrieved or text.edition.retrieved,
        )
        yield replace(text, edition=edition)


def _digest(order: Order) -> str:
    """SHA-256 of the file; empty where there is nothing to compare with, or no file that could be read through."""
    if not order.known or not order.item.path.is_file():
        return ""
    digest = hashlib.sha256()
    try:
        with order.item.path.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""  # the reader says what is wrong with the file
    return digest.hexdigest()
