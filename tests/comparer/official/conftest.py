from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from comparer.model import Status
from comparer.official import Address, Limits, Listing, Offer, Result, fetch, listed
from tests.comparer.official.server import Server, serving

CHAPTER = """Chapter 5

Digital Trade

Article 5.1: Definitions

For this Chapter, network means any set of computers that are joined to one another.

Article 5.2: Scope

This Chapter applies to measures of a Party that bear on trade over networks, and to no other measures of it.

Article 5.3: Transfers

1. Each Party shall let the persons of the other Party send information over its border for their business.

2. A Party may keep a measure that serves a public policy if it goes no further than that policy needs.

Article 5.4: Code

Neither Party shall ask for the source code of software as the price of letting it be sold.
"""
QUICK = Limits(
    connect_seconds=2,
    silence_seconds=0.6,
    slow_seconds=0.6,
    slow_bytes=64,
    total_seconds=5,
    backoff_seconds=0.01,
    patience_seconds=0.2,
    megabytes=1,
)
Get = Callable[..., Result]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def address(url: str, format: str = "text", *, confirmed: bool = True) -> Address:  # noqa: A002
    return Address(url, format, "the depositary", Status.AUTHENTIC, confirmed, "seen")


def offer(*addresses: Address, language: str = "en") -> Offer:
    return Offer(
        agreement="TESTA",
        part="5",
        title="Digital Trade",
        language=language,
        articles=("5.1", "5.3", "5.4"),
        words=("digital trade",),
        addresses=addresses,
    )


@pytest.fixture
def listing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """List these texts for TESTA, and nothing else in the world."""

    def put(*offers: Offer) -> None:
        one = Listing("TESTA", "Agreement Made for Tests", "https://ministry.invalid/texts", True, "", offers)
        monkeypatch.setattr(listed, "listings", lambda: {"TESTA": one, "PAGED": replace(one, id="PAGED", offers=())})

    return put


@pytest.fixture
def get(listing: Callable[..., None], tmp_path: Path) -> Get:
    """Fetch the one text that is listed under these addresses."""

    def run(*urls: str | Address, format: str = "text", limits: Limits = QUICK, **options: object) -> Result:  # noqa: A002
        listing(offer(*(one if isinstance(one, Address) else address(one, format) for one in urls)))
        (result,) = fetch(["TESTA"], tmp_path / "texts", limits=limits, **options)  # type: ignore[arg-type]
        return result

    return run


def left(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
