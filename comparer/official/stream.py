"""One request and its answer, piece by piece, under limits that a server cannot talk its way around.

The request runs in a thread of its own: a name that never resolves, headers that trickle in a letter at a time and a
silent line all end when the limits say so, and a cancel is heard within a tenth of a second, whatever the socket does.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from comparer.errors import CancelledError

if TYPE_CHECKING:
    import httpx

ShouldCancel = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much is waited for. The defaults suit a slow hotel's network."""

    megabytes: float = 64
    """The largest file taken: more could not be read anyway."""
    redirects: int = 5
    attempts: int = 4
    connect_seconds: float = 10
    silence_seconds: float = 25
    """Without a byte, or without whole headers."""
    slow_seconds: float = 60
    slow_bytes: int = 16 * 1024
    """Fewer bytes than this in `slow_seconds` is no download."""
    total_seconds: float = 1800
    backoff_seconds: float = 0.5
    """Before the second attempt; doubled for each further one."""
    patience_seconds: float = 30
    """The longest pause taken when a server asks for one (`Retry-After`)."""


class Head(NamedTuple):
    """What an answer says before its body."""

    status: int
    url: str
    headers: dict[str, str]
    """Names in small letters."""


class TooSlowError(Exception):
    """The server sends, but too little."""


class SilentError(Exception):
    """The server sends nothing."""


class _End:
    pass


_Mail = Head | bytes | Exception | _End
_TICK = 0.1


def exchange(
    client: httpx.Client, request: httpx.Request, limits: Limits, should_cancel: ShouldCancel
) -> Generator[Head | bytes, None, None]:
    """The head of the answer, then its body as it stands on the wire (not decompressed).

    Raises:
        CancelledError: `should_cancel` answered yes.
        SilentError, TooSlowError: by the limits.
        httpx.HTTPError, ValueError: whatever goes wrong on the way.
    """
    mail: queue.Queue[_Mail] = queue.Queue(maxsize=16)
    stop = threading.Event()
    threading.Thread(target=_work, args=(client, request, mail, stop), daemon=True).start()
    try:
        yield from _received(mail, limits, should_cancel)
    finally:
        stop.set()


def _work(client: httpx.Client, request: httpx.Request, mail: queue.Queue[_Mail], stop: threading.Event) -> None:
    try:
        response = client.send(request, stream=True)
        try:
            headers = {name.lower(): value for name, value in response.headers.items()}
            going = _put(mail, stop, Head(response.status_code, str(request.url), headers))
            pieces = response.iter_raw()
            while going and (piece := next(pieces, None)) is not None:
                going = _put(mail, stop, piece)
            _put(mail, stop, _End())
        finally:
            with suppress(Exception):
                response.close()
    except Exception as error:  # noqa: BLE001  it is raised again where the answer is waited for
        _put(mail, stop, error)


def _put(mail: queue.Queue[_Mail], stop: threading.Event, item: _Mail) -> bool:
    while not stop.is_set():
        with suppress(queue.Full):
            mail.put(item, timeout=_TICK)
            return True
    return False


def _received(mail: queue.Queue[_Mail], limits: Limits, should_cancel: ShouldCancel) -> Iterator[Head | bytes]:
    clock = _Clock(limits)
    while True:
        if should_cancel():
            raise CancelledError("Stopped.")
        try:
            item = mail.get(timeout=_TICK)
        except queue.Empty:
            clock.nothing()
            continue
        if isinstance(item, _End):
            return
        if isinstance(item, Exception):
            raise item
        clock.came(len(item) if isinstance(item, bytes) else 0)
        yield item


class _Clock:
    """Whether the server keeps sending, and enough."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._begun = self._last = self._opened = time.monotonic()
        self._bytes = 0

    def nothing(self) -> None:
        """Nothing came within a tick."""
        now = time.monotonic()
        if now - self._last > self._limits.silence_seconds:
            raise SilentError
        self._check(now)

    def came(self, size: int) -> None:
        """Something came."""
        self._last = time.monotonic()
        self._bytes += size
        self._check(self._last)

    def _check(self, now: float) -> None:
        if now - self._begun > self._limits.total_seconds:
            raise TooSlowError
        if now - self._opened > self._limits.slow_seconds:
            if self._bytes < self._limits.slow_bytes:
                raise TooSlowError
            self._opened, self._bytes = now, 0
