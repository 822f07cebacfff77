"""A file while it comes: never under its final name, and kept for the next try where the server can go on with it."""

from __future__ import annotations

import json
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from comparer.errors import OutputError
from comparer.export.writing import folder

_PLACE = ".partial"
_STALE_SECONDS = 24 * 3600
"""Age from which on the passing file of a program that was killed is cleared away."""


class Partial:
    """The passing file of one download, in a hidden folder beside its target.

    It has a name of its own, so that two programs never write into one file; what an earlier download left is taken
    over by renaming it, which only one program can do.
    """

    def __init__(self, target: Path, url: str) -> None:
        """Take over what is kept of the same address, or begin anew.

        Raises:
            OutputError: the folder cannot be written to.
        """
        self._target = target
        self._url = url
        self._place = folder(target.parent / _PLACE)
        self._kept = self._place / target.name
        self._note = self._place / f"{target.name}.json"
        self.path = self._place / f"{target.stem}.{secrets.token_hex(4)}{target.suffix}"
        self.validator = ""
        """A strong ETag or a date of change: with it, a server says whether the rest still belongs to the beginning."""
        self._clear_stale()
        with suppress(OSError, ValueError, KeyError, TypeError):
            note = json.loads(self._note.read_text(encoding="utf-8"))
            if note["url"] == url and note["validator"]:
                self._kept.replace(self.path)
                self.validator = str(note["validator"])
        if not self.validator:
            self.start_over()

    @property
    def size(self) -> int:
        """Bytes that are here."""
        return self.path.stat().st_size if self.path.exists() else 0

    def start_over(self) -> None:
        """Forget what came."""
        self.validator = ""
        with self.open("wb"):
            pass

    def open(self, mode: str) -> BinaryIO:
        """The file for writing (`wb`) or for going on (`ab`).

        Raises:
            OutputError: the disk does not let it be written.
        """
        try:
            return self.path.open(mode)  # type: ignore[return-value]  # the modes are binary
        except OSError as error:
            raise unwritable(self._target, error) from error

    def keep(self) -> None:
        """Leave what came for the next try; without a validator it is of no use and goes."""
        if not self.validator or not self.size:
            self.drop()
            return
        with suppress(OSError):
            self._note.write_text(json.dumps({"url": self._url, "validator": self.validator}), encoding="utf-8")
            self.path.replace(self._kept)
        self.drop()

    def drop(self) -> None:
        """Remove the passing file, and the folder when nothing else is in it."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        with suppress(OSError):
            self._place.rmdir()

    def deliver(self) -> None:
        """Put the whole file under its final name.

        Raises:
            OutputError: the target cannot be replaced.
        """
        try:
            self.path.replace(self._target)
        except OSError as error:
            raise unwritable(self._target, error) from error
        for left in (self._kept, self._note):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        self.drop()

    def _clear_stale(self) -> None:
        with suppress(OSError):
            for path in self._place.glob(f"{self._target.stem}.*"):
                if path not in {self._kept, self._note} and time.time() - path.stat().st_mtime > _STALE_SECONDS:
                    path.unlink(missing_ok=True)


def unwritable(target: Path, error: OSError) -> OutputError:
    """The error for a place that does not take the file."""
    return OutputError(f"{target} cannot be written ({error.strerror or error}): choose another folder with `--to`.")
