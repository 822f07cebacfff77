"""One file from one address: redirects, retries, going on where it broke off, and a limit on its size."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import urljoin, urlsplit

from comparer.errors import CancelledError, SynopticError
from comparer.official.failures import TransferError, host, refused, told
from comparer.official.partial import Partial, unwritable
from comparer.official.stream import Head, Limits, ShouldCancel, exchange

if TYPE_CHECKING:
    import httpx

OnBytes = Callable[[int, int | None], None]
"""Called with the bytes that are here and how many there will be, where the server says."""

_REDIRECTS = {301, 302, 303, 307, 308}
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class Arrived(NamedTuple):
    """What the server said of a file that came whole."""

    url: str
    """After redirects."""
    etag: str
    modified: str


class Terms(NamedTuple):
    """How long a download may take, who hears of it and who may stop it."""

    limits: Limits
    on_bytes: OnBytes
    should_cancel: ShouldCancel


class Transfer:
    """A download of one address into `partial`."""

    def __init__(self, client: httpx.Client, url: str, partial: Partial, terms: Terms) -> None:
        self._client = client
        self._url = url
        self._partial = partial
        self._terms = terms
        self._limits = terms.limits

    def run(self, conditions: dict[str, str]) -> Arrived | None:
        """Download, trying again where that may help; None when the file has not changed (by `conditions`, the headers
        that ask so). What has come stays in `partial`, whatever happens.

        Raises:
            TransferError: it did not succeed.
            CancelledError: `should_cancel` answered yes.
            OutputError: the disk does not take it.
        """
        for attempt in range(self._limits.attempts):
            try:
                return self._attempt(conditions if not self._partial.size else {})
            except TransferError as failure:
                if not failure.again or attempt == self._limits.attempts - 1:
                    raise
                self._pause(max(failure.pause, self._limits.backoff_seconds * 2**attempt))
        raise AssertionError("the last attempt returns or raises")

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._terms.should_cancel():
                raise CancelledError("Stopped.")
            time.sleep(min(0.1, seconds))

    def _attempt(self, conditions: dict[str, str]) -> Arrived | None:
        headers = dict(conditions)
        if not self._partial.validator:
            self._partial.start_over()
        elif self._partial.size:
            headers |= {"Range": f"bytes={self._partial.size}-", "If-Range": self._partial.validator}
        url = self._url
        for _ in range(self._limits.redirects + 1):
            try:
                request = self._client.build_request("GET", url, headers=headers)
                with closing(exchange(self._client, request, self._limits, self._terms.should_cancel)) as answer:
                    head = cast("Head", next(answer))
                    if head.status not in _REDIRECTS:
                        return self._take(head, answer)
                    url = _next(url, head)
            except SynopticError:
                raise
            except Exception as error:
                raise told(error, url, self._limits) from error
        raise TransferError(f"{host(self._url)} sends from page to page without end: open the address in a browser.")

    def _take(self, head: Head, answer: Iterator[Head | bytes]) -> Arrived | None:
        if head.status == 304:
            return None
        if head.status not in {200, 206}:
            if head.status == 416:
                self._partial.start_over()
                raise TransferError(f"{host(head.url)} cannot go on with the file: try again.", again=True)
            raise refused(head.status, head.url, head.headers.get("retry-after", ""), self._limits)
        encoding = head.headers.get("content-encoding", "identity").strip().lower() or "identity"
        total = self._begin(head, encoding)
        self._store(head, _decoded(answer, encoding, head), total)
        return Arrived(head.url, head.headers.get("etag", ""), head.headers.get("last-modified", ""))

    def _begin(self, head: Head, encoding: str) -> int | None:
        """Get the passing file ready for what the server sends: the rest of it, or all. The length of all, if said."""
        if head.status == 206:
            matched = _RANGE.match(head.headers.get("content-range", ""))
            if matched is None or int(matched[1]) != self._partial.size or encoding != "identity":
                self._partial.start_over()
                raise TransferError(f"{host(head.url)} sent another part than was asked for: try again.", again=True)
            return int(matched[2]) if matched[2] != "*" else None
        self._partial.start_over()
        if encoding != "identity":
            return None
        self._partial.validator = _validator(head)
        length = head.headers.get("content-length", "")
        return int(length) if length.isdigit() else None

    def _store(self, head: Head, pieces: Iterator[bytes], total: int | None) -> None:
        limit = int(self._limits.megabytes * 1024 * 1024)
        size = self._partial.size
        if (total or 0) > limit:
            raise self._too_large(head)
        with self._partial.open("ab") as stream:
            for piece in pieces:
                size += len(piece)
                if size > limit:
                    raise self._too_large(head)
                try:
                    stream.write(piece)
                    stream.flush()
                except OSError as error:
                    raise unwritable(self._partial.path, error) from error
                self._terms.on_bytes(size, total)
        if total is not None and size != total:
            raise TransferError(f"{host(head.url)} broke off before the whole file had come: try again.", again=True)

    def _too_large(self, head: Head) -> TransferError:
        self._partial.start_over()
        return TransferError(
            f"{host(head.url)} sends more than {self._limits.megabytes:g} MB, which is no text of an agreement: open "
            "the address in a browser."
        )


def _validator(head: Head) -> str:
    """What the server takes to tell whether a file has changed since its beginning came; empty where it has nothing
    for that. A weak ETag will not do (RFC 9110, 13.1.5)."""
    etag = head.headers.get("etag", "")
    if etag and not etag.startswith("W/"):
        return etag
    return head.headers.get("last-modified", "")


def _next(url: str, head: Head) -> str:
    """Where a redirect leads.

    Raises:
        TransferError: nowhere, or where no text of an agreement is fetched from.
    """
    target = urljoin(url, head.headers.get("location", ""))
    scheme = urlsplit(target).scheme
    if target == url and not head.headers.get("location"):
        raise TransferError(f"{host(url)} sends elsewhere without saying where: open the address in a browser.")
    if scheme not in {"http", "https"}:
        raise TransferError(f"{host(url)} sends to an address that is not of the web ({scheme}): it was not followed.")
    if scheme == "http" and urlsplit(url).scheme == "https":
        raise TransferError(
            f"{host(url)} sends from an encrypted address to {host(target)} without encryption: it was not followed; "
            "open the address in a browser."
        )
    return target


_WBITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


def _decoded(answer: Iterator[Head | bytes], encoding: str, head: Head) -> Iterator[bytes]:
    """The body without its compression, in bounded pieces: a small answer cannot become a huge one in memory."""
    pieces = (piece for piece in answer if isinstance(piece, bytes))
    if encoding == "identity":
        yield from pieces
        return
    if encoding not in _WBITS:
        raise TransferError(f"{host(head.url)} sends the file in a way not known here ({encoding}): use a browser.")
    unpack = zlib.decompressobj(_WBITS[encoding])
    try:
        for piece in pieces:
            rest = piece
            while rest and not unpack.eof:
                yield unpack.decompress(rest, 1 << 20)
                rest = unpack.unconsumed_tail
    except zlib.error as error:
        raise TransferError(f"{host(head.url)} sends a damaged file: try again.", again=True) from error
    if not unpack.eof:
        raise TransferError(f"{host(head.url)} broke off before the whole file had come: try again.", again=True)
