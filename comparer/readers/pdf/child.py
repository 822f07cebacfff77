"""The parent's side of the child process that opens PDFs: its limits, and what its ends mean to the user."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from comparer.errors import BadInputError
from comparer.readers.pdf.page import Page, Run

SECONDS = 60
"""How long one file may take. The longest agreement known to us, 1200 pages, takes 12."""
_WORKER = Path(__file__).with_name("worker.py")


def pages_of(path: Path, data: bytes, *, seconds: int = SECONDS) -> tuple[Page, ...]:
    """The pages of a PDF, read in a process of its own.

    Raises:
        BadInputError: locked, damaged, longer than is read here, or made to take more time or memory than is given.
    """
    with tempfile.TemporaryFile() as output:
        status = _run(path, data, output, seconds)
        output.seek(0)
        return _pages(path, output, status)


def _run(path: Path, data: bytes, output: IO[bytes], seconds: int) -> int:
    try:
        # -P keeps the folders of the file and of the user out of where modules are looked for.
        done = subprocess.run(  # noqa: S603  (our own interpreter, our own file)
            [sys.executable, "-P", str(_WORKER), str(seconds)],
            input=data,
            stdout=output,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows opens a console otherwise
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _exhausting(path, seconds) from None
    except OSError as error:
        raise BadInputError(
            f"{path} cannot be read because the part of the program that opens PDFs does not start "
            f"({error.strerror or error}): free some memory, or save the agreement as plain text."
        ) from error
    return done.returncode


def _pages(path: Path, output: IO[bytes], status: int) -> tuple[Page, ...]:
    pages: list[Page] = []
    for line in output:
        try:
            answer: dict[str, Any] = json.loads(line)
        except ValueError:
            break
        if "done" in answer:
            return tuple(pages)
        if "error" in answer:
            raise _refused(path, answer)
        pages.append(
            Page(
                tuple(Run(*run) for run in answer["runs"]),
                tuple(Run(*run) for run in answer["aside"]),
                int(answer["pictures"]),
                bool(answer["broken"]),
            )
        )
    where = f"page {len(pages) + 1}" if pages else "its beginning"
    raise BadInputError(
        f"{path} is a damaged PDF, or one made to exhaust the machine (reading stopped at {where}, status {status}): "
        "get the file again, or print it to a new PDF and open that."
    )


def _refused(path: Path, answer: dict[str, Any]) -> BadInputError:
    if answer["error"] == "locked":
        return BadInputError(
            f"{path} is protected with a password: open it in a PDF viewer, save or print it without protection, "
            "and open that file."
        )
    if answer["error"] == "long":
        return BadInputError(
            f"{path} is longer than is read at once (more than {answer['most']} pages, or as much text on fewer): "
            "cut out the part that holds the agreement and open that."
        )
    if answer["error"] == "missing":
        return BadInputError(
            f"{path} cannot be read because the library that opens PDFs (pypdfium2) does not load: "
            "install the program again, or save the agreement as plain text."
        )
    return BadInputError(
        f"{path} is a damaged or truncated PDF: get the file again, or print it to a new PDF and open that."
    )


def _exhausting(path: Path, seconds: int) -> BadInputError:
    return BadInputError(
        f"{path} took more than {seconds} seconds to open, as no ordinary PDF does: "
        "print it to a new PDF, or save the agreement as plain text, and open that."
    )
