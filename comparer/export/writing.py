"""Files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from comparer.errors import OutputError


def write(path: str | Path, produce: Callable[[BinaryIO], None]) -> Path:
    """Write what `produce` puts into the stream it is given, and return the path written to.

    It is written beside `path` under a passing name and renamed once complete, so a reader sees the old
    file or the new one and a failure leaves nothing behind. `OutputError` where the place cannot be written
    to; what `produce` raises itself passes through, except for errors of the file system.
    """
    shown = Path(path)
    try:
        target = shown.resolve()
        _check(shown, target)
        passing = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
        try:
            _produce(passing, produce)
            passing.replace(target)
        finally:
            with contextlib.suppress(OSError):
                passing.unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:
        raise OutputError(_sentence(shown, error)) from error
    except ValueError as error:
        if "\0" in str(path):
            raise OutputError("The output's name has a NUL character in it: choose another name.") from error
        raise
    return shown


def _produce(passing: Path, produce: Callable[[BinaryIO], None]) -> None:
    with passing.open("xb") as stream:
        produce(stream)
        stream.flush()
        os.fsync(stream.fileno())


def _check(shown: Path, target: Path) -> None:
    """Say what renaming would not: a rename replaces a write-protected file, and even a device, without a
    word.
    """
    if target.is_dir():
        raise OutputError(f"{shown} is a folder: give the name of a file to write.")
    if not target.parent.is_dir():
        raise OutputError(f"The folder {shown.parent} does not exist: make it first, or write somewhere else.")
    if target.exists() and not target.is_file():
        raise OutputError(f"{shown} is not an ordinary file: give the name of a file to write.")
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(f"{shown} is write-protected: choose another name, or lift the protection.")


_DENIED = "permission is denied; choose a folder of your own, or close the program that has it open"
_REASONS = {
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: "the disk is read-only; choose another one",
    errno.ENOSPC: "the disk is full; make room, or choose another one",
    getattr(errno, "EDQUOT", errno.ENOSPC): "the disk is full; make room, or choose another one",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ENOTDIR: "part of the path is a file, not a folder; choose another place",
    errno.ELOOP: "the path is a symbolic link to itself; choose another place",
}


def _sentence(shown: Path, error: Exception) -> str:
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else _REASONS[errno.ELOOP]
    reason = known or f"the system says: {getattr(error, 'strerror', None) or error}; choose another place"
    return f"{shown} cannot be written: {reason}."


def folder(path: str | Path) -> Path:
    """The folder `path`, made if it is not there yet. `OutputError` where that cannot be."""
    shown = Path(path)
    try:
        shown.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(f"{shown} is a file: give the name of a folder.") from error
    except OSError as error:
        raise OutputError(_sentence(shown, error)) from error
    except ValueError as error:
        raise OutputError("The folder's name has a NUL character in it: choose another name.") from error
    return shown
