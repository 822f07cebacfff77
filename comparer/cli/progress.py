"""How far long work has come, on one line of a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

_WIDTH = 78


class Progress:
    """Called with what is done, what there is in all, and a name; silent where standard error is no terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show this on the line."""
        if sys.stderr.isatty():
            line = f"{self._what} {done}/{total} {name}"[:_WIDTH]
            print(f"\r{line:<{_WIDTH}}", end="", file=sys.stderr, flush=True)  # noqa: T201
            self._shown = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            print(f"\r{'':<{_WIDTH}}\r", end="", file=sys.stderr, flush=True)  # noqa: T201
