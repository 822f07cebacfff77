"""What goes wrong between here and a server, as one sentence each."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

from comparer.errors import SynopticError
from comparer.official.stream import Limits, SilentError, TooSlowError


class TransferError(SynopticError):
    """A download that did not succeed."""

    def __init__(self, sentence: str, *, again: bool = False, offline: bool = False, pause: float = 0) -> None:
        super().__init__(sentence)
        self.again = again
        """Whether trying once more may help."""
        self.offline = offline
        """Whether the host could not even be looked up or reached: as without a network."""
        self.pause = pause
        """Seconds that the server asks to wait before the next try."""


_NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}


def host(url: str) -> str:
    """The host of an address, for sentences."""
    return urlsplit(url).hostname or url


def told(error: Exception, url: str, limits: Limits) -> TransferError:
    """The sentence for what a request raised."""
    where = host(url)
    return _by_cause(error, where) or _by_time(error, where, limits) or _broken(error, where)


def _by_cause(error: Exception, where: str) -> TransferError | None:
    """What the system below says, if it says why."""
    import httpx  # noqa: PLC0415  late: only a download needs it

    causes = list(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return TransferError(f"{where} cannot be found: there may be no network here.", offline=True)
    if any(isinstance(cause, OSError) and cause.errno in _NO_WAY for cause in causes):
        return TransferError(f"{where} cannot be reached: there is no network here.", offline=True)
    if isinstance(error, httpx.ProxyError):
        return TransferError(f"The proxy in front of {where} refuses ({error}): check HTTPS_PROXY and HTTP_PROXY.")
    trust = next((cause for cause in causes if isinstance(cause, ssl.SSLError)), None)
    return TransferError(_untrusted(trust, where)) if trust is not None else None


def _by_time(error: Exception, where: str, limits: Limits) -> TransferError | None:
    import httpx  # noqa: PLC0415

    if isinstance(error, SilentError | httpx.ReadTimeout | httpx.WriteTimeout):
        return TransferError(f"{where} stopped sending: try again later.", again=True)
    if isinstance(error, TooSlowError):
        return TransferError(
            f"{where} sends too slowly (less than {limits.slow_bytes // 1024} KB in {limits.slow_seconds:.0f} s): "
            "try again on another network."
        )
    if isinstance(error, httpx.ConnectTimeout):
        return TransferError(f"{where} did not answer within {limits.connect_seconds:.0f} s: try later.", again=True)
    return None


def _broken(error: Exception, where: str) -> TransferError:
    import httpx  # noqa: PLC0415

    if isinstance(error, httpx.ConnectError):
        return TransferError(f"{where} refuses the connection: try again later.", again=True)
    # httpx calls a redirect that it cannot parse a breach of the protocol.
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL | UnicodeError) or "location" in str(error):
        return TransferError(f"{where} sends to an address that is not of the web: open the page of the texts instead.")
    if isinstance(error, httpx.TransportError):
        return TransferError(f"{where} broke off before the whole file had come: try again.", again=True)
    return TransferError(f"The download from {where} failed ({error or type(error).__name__}): try again later.")


def _untrusted(error: ssl.SSLError, where: str) -> str:
    reason = getattr(error, "verify_message", "") or error.reason or "the connection is not encrypted as it should be"
    return (
        f"The connection to {where} cannot be trusted ({str(reason).lower().replace('_', ' ')}): check this machine's "
        "clock and network, or name your organisation's certificates in SSL_CERT_FILE."
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


_LATER = {408, 425, 429, 500, 502, 503, 504}
_GONE = {404, 410}
_CLOSED = {401, 402, 403, 407, 451}


def refused(status: int, url: str, retry_after: str, limits: Limits) -> TransferError:
    """The sentence for an answer that is no success."""
    where = host(url)
    if status in _LATER:
        return TransferError(
            f"{where} cannot serve the file now (status {status}): try again later.",
            again=True,
            pause=min(float(retry_after), limits.patience_seconds) if retry_after.isdigit() else 0,
        )
    if status in _GONE:
        return TransferError(f"The file is no longer at this address of {where} (status {status}): look on its page.")
    if status in _CLOSED:
        return TransferError(f"{where} does not give the file to programs (status {status}): open it in a browser.")
    return TransferError(f"{where} answered with status {status}, not with the file: open it in a browser.")
