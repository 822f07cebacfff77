"""`synoptic get`: official texts from where they are published, at the user's word."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comparer.errors import SynopticError, UnknownNameError

if TYPE_CHECKING:
    from comparer.official import Listing, Result

_DATA = "Synoptic"


def payload(arguments: Namespace) -> dict[str, Any]:
    """What `get --json` prints: `{"listed": [...]}` with `--list`, else `{"results": [...]}`.

    Raises:
        UnknownNameError: an agreement, its language or its chapter is not listed.
        OutputError: the folder cannot be written to.
    """
    from comparer import official  # noqa: PLC0415  late: only this command needs it

    if arguments.list:
        chosen = [official.listing(one) for one in arguments.agreements] or list(official.listings().values())
        return {"listed": [_listed(one) for one in chosen]}
    if not arguments.agreements:
        raise UnknownNameError("Name the agreements whose texts are wanted; `synoptic get --list` shows them.")
    show = _Line()
    try:
        results = official.fetch(
            arguments.agreements,
            arguments.to or default_folder(),
            show,
            language=arguments.language,
            chapters=_chapters(arguments.chapters),
        )
    finally:
        show.clear()
    return {"results": [_result(result) for result in results]}


def default_folder() -> Path:
    """Where texts go that are not asked for elsewhere: a folder in the user's data folder."""
    from platformdirs import user_data_dir  # noqa: PLC0415  late: only this command needs it

    return Path(user_data_dir(_DATA, appauthor=False)) / "official"


def _chapters(typed: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.split(",") if part.strip()) if typed else ()


def _listed(one: Listing) -> dict[str, Any]:
    return {
        "agreement": one.id,
        "name": one.name,
        "page": one.page,
        "page_confirmed": one.page_confirmed,
        "note": one.note,
        "texts": [
            {
                "part": offer.part,
                "title": offer.title,
                "language": offer.language,
                "addresses": [
                    {
                        "address": address.url,
                        "format": address.format,
                        "publisher": address.publisher,
                        "status": address.status.value,
                        "confirmed": address.confirmed,
                        "found": address.found,
                    }
                    for address in offer.addresses
                ],
            }
            for offer in one.offers
        ],
    }


def _result(result: Result) -> dict[str, Any]:
    record = result.record
    return {
        "agreement": result.agreement,
        "part": result.part,
        "language": result.language,
        "state": result.state.value,
        "address": result.address,
        "confirmed": result.confirmed,
        "file": str(result.path) if result.path else None,
        "format": record.format if record else None,
        "size": record.size if record else None,
        "sha256": record.sha256 if record else None,
        "retrieved": record.retrieved if record else None,
        "message": result.message,
    }


def text(data: Mapping[str, Any]) -> str:
    """The same for people."""
    if "listed" in data:
        return "\n".join(line for one in data["listed"] for line in _listed_lines(one))
    return "\n".join(line for one in data["results"] for line in _result_lines(one))


def _listed_lines(one: Mapping[str, Any]) -> list[str]:
    lines = [f"{one['agreement']}  {one['name']}"]
    for offer in one["texts"]:
        lines.append(f"  {offer['part']} ({offer['language']})  {offer['title']}")
        lines += [
            f"    {address['address']}{_doubt(confirmed=address['confirmed'])}\n      {address['publisher']}"
            for address in offer["addresses"]
        ]
    lines.append(f"  page: {one['page']}{_doubt(confirmed=one['page_confirmed'])}")
    if one["note"]:
        lines.append(f"  {one['note']}")
    return lines


def _result_lines(one: Mapping[str, Any]) -> list[str]:
    named = " ".join(filter(None, (one["agreement"], one["part"], one["language"])))
    lines = [f"{named}: {one['state']}. {one['message']}"]
    if one["file"]:
        lines.append(f"  {one['file']}  ({one['size'] // 1024} KB, SHA-256 {one['sha256'][:12]}…)")
        lines.append(f"  {one['address']}{_doubt(confirmed=one['confirmed'])}, {one['retrieved']}")
    return lines


def _doubt(*, confirmed: bool) -> str:
    return "" if confirmed else "  (address not confirmed)"


def unfinished(data: Mapping[str, Any]) -> SynopticError | None:
    """The error to end with when a text did not come; None when all came."""
    results: Sequence[Mapping[str, Any]] = data.get("results", ())
    lost = [one for one in results if one["state"] in {"failed", "by hand"}]
    if not lost:
        return None
    return SynopticError(f"{len(lost)} of {len(results)} texts did not come: the lines above say why and what to do.")


class _Line:
    """Progress on one line of standard error, where that is a terminal."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._said = ""

    def __call__(self, done: int, total: int, what: str) -> None:
        line = f"[{done + 1}/{total}] {what}"
        if self._on and line != self._said:
            self._said = line
            sys.stderr.write(f"\r{line[:100]:<100}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave no half of a line behind."""
        if self._said:
            sys.stderr.write(f"\r{'':<100}\r")
            sys.stderr.flush()
