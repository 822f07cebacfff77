"""`synoptic get`: official texts from where they are published, at the user's word."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from comparer.cli.progress import Progress
from comparer.errors import SynopticError, UnknownNameError

if TYPE_CHECKING:
    from comparer.official import Listing, Result


def payload(arguments: Namespace) -> dict[str, Any]:
    """What `get --json` prints: `{"listed": [...]}` with `--list`, else `{"results": [...]}`.

    Raises:
        UnknownNameError: an agreement, its language or its chapter is not listed.
        OutputError: the folder cannot be written to.
        LibraryError: the library cannot be used.
    """
    from comparer import official  # noqa: PLC0415  late: only this command needs it
    from comparer.library import Library  # noqa: PLC0415

    if arguments.list:
        chosen = [official.listing(one) for one in arguments.agreements] or list(official.listings().values())
        return {"listed": [_listed(one) for one in chosen]}
    if not arguments.agreements:
        raise UnknownNameError("Name the agreements whose texts are wanted; `synoptic get --list` shows them.")
    with Library.open(arguments.library) as library, Progress("Downloading") as progress:
        results = official.fetch(
            arguments.agreements,
            arguments.to or official.default_folder(),
            progress,
            language=arguments.language,
            chapters=_chapters(arguments.chapters),
            deposit=official.depositor(library),
        )
    return {"results": [_result(result) for result in results]}


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
