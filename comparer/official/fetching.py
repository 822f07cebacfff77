"""Texts from their official addresses into a folder, one after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from comparer.errors import CancelledError
from comparer.export.writing import folder as made
from comparer.official.check import check
from comparer.official.failures import TransferError, host
from comparer.official.listed import Address, Offer, listing, offers
from comparer.official.partial import Partial
from comparer.official.stream import Limits, ShouldCancel
from comparer.official.transfer import Arrived, Terms, Transfer
from comparer.recorded import Record, read_record, write_record

if TYPE_CHECKING:
    import httpx

OnProgress = Callable[[int, int, str], None]
"""Called with how many texts are done, how many there are, and what is under way (`CPTPP ch. 14 (en), 120 KB`)."""
Deposit = Callable[[Path, Record], str]
"""Called with every text that is here and was checked, for the library to take; answers with a sentence."""

_AGENT = "Synoptic (reads trade agreements; downloads when a person asks)"


class State(StrEnum):
    """What became of one text."""

    DOWNLOADED = "downloaded"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    BY_HAND = "by hand"
    """No address of the file is listed, only the page for people."""


@dataclass(frozen=True, slots=True)
class Result:
    """One text, and what became of it."""

    agreement: str
    part: str
    language: str
    state: State
    address: str
    """Where it came from or should have come from; the page for people where no file is listed."""
    confirmed: bool
    message: str
    """A sentence for the user."""
    path: Path | None = None
    record: Record | None = None


def fetch(
    ids: Sequence[str],
    folder: str | Path,
    on_progress: OnProgress | None = None,
    should_cancel: ShouldCancel | None = None,
    *,
    language: str | None = None,
    chapters: Sequence[str] = (),
    deposit: Deposit | None = None,
    limits: Limits | None = None,
) -> tuple[Result, ...]:
    """Download and check the listed texts of agreements, each with its record beside it.

    A text that is there already is asked for on the condition that it has changed. A failure of one text does not
    stop the others. The folder never holds a half of a file under a final name: what broke off waits in `.partial`.

    Raises:
        UnknownNameError: an id, its language or its chapter is not listed. Nothing has been downloaded then.
        OutputError: the folder cannot be written to.
        CancelledError: `should_cancel` answered yes; texts that came before are kept.
    """
    chosen = [(one, offers(one, language, chapters)) for one in dict.fromkeys(ids)]
    place = made(folder)
    fetching = _Fetching(
        place,
        chosen,
        on_progress=on_progress,
        should_cancel=should_cancel,
        deposit=deposit,
        limits=limits or Limits(),
    )
    return fetching.run()


class _Fetching:
    def __init__(
        self,
        place: Path,
        chosen: Sequence[tuple[str, tuple[Offer, ...]]],
        *,
        on_progress: OnProgress | None,
        should_cancel: ShouldCancel | None,
        deposit: Deposit | None,
        limits: Limits,
    ) -> None:
        self._place = place
        self._chosen = chosen
        self._on_progress = on_progress
        self._should_cancel = should_cancel or (lambda: False)
        self._deposit = deposit
        self._limits = limits
        self._total = sum(len(found) for _, found in chosen)
        self._results: list[Result] = []
        self._done = 0
        self._unreachable: dict[str, TransferError] = {}

    def run(self) -> tuple[Result, ...]:
        try:
            with _client(self._limits) as client:
                for agreement, found in self._chosen:
                    self._results.extend(self._each(client, agreement, found))
        except CancelledError:
            kept = sum(result.path is not None for result in self._results)
            raise CancelledError(f"Stopped: {kept} of {self._total} texts have come and are kept.") from None
        return tuple(self._results)

    def _each(self, client: httpx.Client, agreement: str, found: tuple[Offer, ...]) -> Iterator[Result]:
        if not found:
            yield _by_hand(agreement)
        for offer in found:
            self._say(offer.name)
            yield self._first(client, offer)
            self._done += 1

    def _say(self, what: str) -> None:
        if self._on_progress is not None:
            self._on_progress(self._done, self._total, what)

    def _first(self, client: httpx.Client, offer: Offer) -> Result:
        """From the first address that gives the text."""
        failures: list[tuple[Address, TransferError]] = []
        for address in offer.addresses:
            try:
                return self._one(client, offer, address)
            except TransferError as failure:
                failures.append((address, failure))
                if failure.offline:
                    self._unreachable[host(address.url)] = failure
        return _failed(offer, failures)

    def _one(self, client: httpx.Client, offer: Offer, address: Address) -> Result:
        if (known := self._unreachable.get(host(address.url))) is not None:
            raise known
        target = self._place / f"{offer.file_stem}.{address.format}"
        before = _intact(target, address)
        partial = Partial(target, address.url)

        def on_bytes(size: int, total: int | None) -> None:
            of = f" of {total // 1024}" if total else ""
            self._say(f"{offer.name}, {size // 1024}{of} KB")

        terms = Terms(self._limits, on_bytes, self._should_cancel)
        try:
            arrived = Transfer(client, address.url, partial, terms).run(_conditions(before))
            if arrived is None:
                partial.drop()
                return self._done_with(_still(before, address), State.UNCHANGED, "It has not changed since.", target)
            return self._keep(offer, address, partial, target, arrived)
        except TransferError as failure:
            _leave(partial, failure)
            raise
        except BaseException:
            partial.keep()
            raise

    def _keep(self, offer: Offer, address: Address, partial: Partial, target: Path, arrived: Arrived) -> Result:
        partial.validator = ""  # whole, or of no use: there is nothing to go on with
        verdict = check(partial.path, offer, address)
        record = Record(
            agreement=offer.agreement,
            part=offer.part,
            title=offer.title,
            language=offer.language,
            status=address.status.value,
            publisher=address.publisher,
            address=arrived.url,
            listed=address.url,
            confirmed=address.confirmed,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
            sha256=_sha256(partial.path),
            size=partial.size,
            format=address.format,
            checked=verdict.sentence,
            etag=arrived.etag,
            modified=arrived.modified,
        )
        partial.deliver()
        write_record(target, record)
        return self._done_with(record, State.DOWNLOADED, verdict.sentence, target)

    def _done_with(self, record: Record, state: State, message: str, target: Path) -> Result:
        if self._deposit is not None:
            message = f"{message} {self._deposit(target, record)}"
        named = (record.agreement, record.part, record.language)
        return Result(*named, state, record.address, record.confirmed, message, target, record)


def _leave(partial: Partial, failure: TransferError) -> None:
    if failure.again:
        partial.keep()
    else:
        partial.drop()


def _client(limits: Limits) -> httpx.Client:
    """A client that takes the proxies and certificates that the environment names, and follows no redirect itself.

    Raises:
        TransferError: the environment names a proxy that cannot be used.
    """
    import httpx  # noqa: PLC0415  late: no other command needs it

    try:
        return httpx.Client(
            headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(limits.silence_seconds, connect=limits.connect_seconds),
            follow_redirects=False,
        )
    except (ValueError, ImportError, httpx.InvalidURL, OSError) as error:
        raise TransferError(
            f"The network cannot be used as the environment says ({error}): check HTTPS_PROXY, HTTP_PROXY and "
            "SSL_CERT_FILE."
        ) from error


def _intact(target: Path, address: Address) -> Record | None:
    """The record of the file that is there, if it came from this address and is as it came."""
    record = read_record(target)
    if record is None or record.listed != address.url or not target.is_file():
        return None
    return record if _sha256(target) == record.sha256 else None


def _conditions(before: Record | None) -> dict[str, str]:
    if before is None:
        return {}
    asked = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    return {name: value for name, value in asked.items() if value}


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _still(before: Record | None, address: Address) -> Record:
    """The record of the file that is here, which the server says is its own still."""
    if before is None:
        raise TransferError(f"{host(address.url)} says that the file has not changed, but it is not here: try again.")
    return before


def _failed(offer: Offer, failures: Sequence[tuple[Address, TransferError]]) -> Result:
    """All that went wrong, and how to go on by hand."""
    said = dict.fromkeys(str(failure).rstrip(".") for _, failure in failures)
    address = failures[0][0]
    message = "; ".join(said)
    page = listing(offer.agreement).page
    if any(failure.offline for _, failure in failures):
        message += (
            f"; with a network, or on another machine, download {address.url}, and open the file here: "
            f"`synoptic add FILE --as {offer.agreement}`"
        )
    else:
        message += f" (page of the texts: {page})"
    if not address.confirmed:
        message += "; this address is not confirmed"
    named = (offer.agreement, offer.part, offer.language)
    return Result(*named, State.FAILED, address.url, address.confirmed, f"{message}.")


def _by_hand(agreement: str) -> Result:
    listed = listing(agreement)
    message = f"No address of a file is listed: open {listed.page} in a browser, save the text, and open the file here."
    return Result(listed.id, "", "", State.BY_HAND, listed.page, listed.page_confirmed, message)
