"""`synoptic add`, `remove`, `export` and `find`: each returns what is to be printed."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from comparer.cli.progress import Progress
from comparer.errors import BadInputError, UnknownNameError

if TYPE_CHECKING:
    from comparer.library import AgreementRecord, Filters, Hit, Library, Outcome, TextRecord

# What a command needs is imported where it is needed: the library brings SQLite and processes with it.

_MOST_HITS = 1_000
_YEARS = re.compile(r"(?P<first>\d{4})?(?P<to>-)?(?P<last>(?<=-)\d{4})?")
_SYNTAX = re.compile(r'["“”()*]|\b(?:AND|OR|NOT|NEAR)\b')


def add(arguments: Namespace) -> str:
    """Put files into the library."""
    from comparer.library import AddOptions, Library  # noqa: PLC0415
    from comparer.model import Status  # noqa: PLC0415

    options = AddOptions(
        agreement=arguments.agreement,
        status=Status(arguments.status) if arguments.status else None,
        language=arguments.language,
        version=arguments.edition,
        amends=arguments.amends,
    )
    with Library.open(arguments.library) as library, Progress("Reading") as progress:
        outcome = library.add(arguments.paths, options, progress)
        place = library.path
    if arguments.json:
        return _dumped(
            {
                "added": [_record(record) for record in outcome.added],
                "skipped": [{"file": one.file, "reason": one.reason} for one in outcome.skipped],
            }
        )
    return _added(outcome, str(place))


def _added(outcome: Outcome, place: str) -> str:
    skipped = [f"Skipped: {one.file}: {one.reason}" for one in outcome.skipped]
    if not outcome.added:
        raise BadInputError("Nothing was added.\n" + "\n".join(skipped))
    lines = [f"{record.name}  {record.title}  ({record.provisions} provisions)" for record in outcome.added]
    return "\n".join([*lines, *skipped, f"{len(outcome.added)} texts were added to {place}."])


def with_library(payload: dict[str, Any], library: str | None) -> dict[str, Any]:
    """The known agreements with the library's texts of each (`library`), and then those that only it has."""
    from comparer.places import library_path  # noqa: PLC0415

    known = [{**item, "library": []} for item in payload["agreements"]]
    if library is not None or library_path().exists():
        from comparer.library import Library  # noqa: PLC0415

        with Library.open(library) as opened:
            texts: dict[str, list[Mapping[str, Any]]] = {}
            for record in opened.texts():
                texts.setdefault(record.agreement, []).append(_record(record))
            held = opened.agreements()
        known = [{**item, "library": texts.get(item["id"], [])} for item in known]
        ids = {item["id"] for item in known}
        known += [_only_here(one, texts[one.id]) for one in held if one.id not in ids]
    return {"agreements": known}


def _only_here(record: AgreementRecord, texts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "id": record.id,
        "names": {"en": record.name},
        "parties": list(record.parties),
        "signed": record.signed,
        "in_force": record.in_force,
        "texts": [],
        "library": list(texts),
    }


def remove(arguments: Namespace) -> str:
    """Take texts out of the library."""
    from comparer.library import Library  # noqa: PLC0415

    with Library.open(arguments.library) as library:
        gone = library.remove(arguments.name)
    if arguments.json:
        return _dumped({"removed": [_record(record) for record in gone]})
    return "\n".join(f"Removed: {record.name}  {record.title}" for record in gone)


def export(arguments: Namespace) -> str:
    """A text in one of the forms, printed or written."""
    from comparer.export.writing import write  # noqa: PLC0415
    from comparer.library.renditions import rendition  # noqa: PLC0415
    from comparer.workbench import open_text  # noqa: PLC0415

    content = rendition(open_text(arguments.text, library=arguments.library), arguments.format)
    if not arguments.output:
        return content.decode("utf-8")

    def put(stream: BinaryIO) -> None:
        stream.write(content)

    return f"Written: {write(arguments.output, put)}"


def find(arguments: Namespace) -> str:
    """Clauses that hold words, or are like one."""
    from comparer.library import Library  # noqa: PLC0415

    if bool(arguments.words) == bool(arguments.like):
        raise UnknownNameError(
            "Say what to find: either words (`synoptic find customs duties`) or a clause "
            "(`synoptic find --like 'CPTPP Art. 14.11'`)."
        )
    if not 1 <= arguments.limit <= _MOST_HITS:
        raise UnknownNameError(f"--limit must be a number from 1 to {_MOST_HITS}.")
    filters = _filters(arguments)
    with Library.open(arguments.library) as library:
        if arguments.like:
            hits = _like(library, arguments, filters)
        else:
            with Progress("Finding topics") as progress:
                hits = library.find(_query(arguments.words), filters, arguments.limit, on_progress=progress)
        held = len(library.agreements())
    if arguments.json:
        return _dumped({"hits": [_hit(hit) for hit in hits]})
    return "\n".join(_grouped(hits)) if hits else _nothing(held)


def _like(library: Library, arguments: Namespace, filters: Filters) -> tuple[Hit, ...]:
    from comparer.workbench import clause_cited  # noqa: PLC0415

    text, provision = clause_cited(arguments.like, library=library.path if library.there else None)
    return library.like(text, provision, filters, arguments.limit)


def _query(words: Sequence[str]) -> str:
    """What was typed as one query. Beside other words, one with spaces in it was quoted for the shell: a phrase."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word and not _SYNTAX.search(word) else word for word in words)


def _filters(arguments: Namespace) -> Filters:
    from comparer.library import Filters  # noqa: PLC0415

    topics: tuple[str, ...] = ()
    if arguments.topic:
        from comparer.workbench import check_topics  # noqa: PLC0415  (late: loads the rules)

        topics = check_topics(arguments.topic)
    return Filters(
        agreements=tuple(arguments.agreement),
        topics=topics,
        years=_years(arguments.year),
        parties=tuple(arguments.party),
        languages=tuple(arguments.language),
    )


def _years(typed: str | None) -> tuple[int, int] | None:
    """`2018`, `2010-2020`, `2010-`, `-2020`."""
    if typed is None:
        return None
    found = _YEARS.fullmatch(typed)
    if found is None or not (found["first"] or found["last"]):
        raise UnknownNameError(f"{typed} is no year: write one (2018) or a span (2010-2020).")
    first = int(found["first"] or 0)
    last = int(found["last"] or 0) or (9999 if found["to"] else first)
    if first > last:
        raise UnknownNameError(f"{typed} ends before it begins: write the earlier year first.")
    return first, last


def _record(record: TextRecord) -> Mapping[str, Any]:
    return {
        "name": record.name,
        "agreement": record.agreement,
        "language": record.language,
        "status": record.status.value,
        "version": record.version,
        "amended_by": record.amended_by,
        "title": record.title,
        "file": record.file,
        "sha256": record.sha256,
        "added": record.added,
        "provisions": record.provisions,
    }


def _hit(hit: Hit) -> Mapping[str, Any]:
    return {
        "agreement": hit.agreement,
        "citation": hit.citation,
        "heading": hit.heading,
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "score": hit.score,
    }


def _grouped(hits: Sequence[Hit]) -> Iterator[str]:
    """By agreement, the one with the best hit first; found words between `[` and `]`."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.agreement, []).append(hit)
    for agreement, members in groups.items():
        yield agreement
        for hit in members:
            yield f"  {hit.citation}  {hit.heading}  {hit.score:.2f}".rstrip()
            yield f"    {_marked(hit)}"


def _marked(hit: Hit) -> str:
    pieces: list[str] = []
    place = 0
    for start, end in hit.marks:
        pieces += [hit.snippet[place:start], "[", hit.snippet[start:end], "]"]
        place = end
    return "".join([*pieces, hit.snippet[place:]])


def _nothing(held: int) -> str:
    if not held:
        return "The library is empty: put texts into it with `synoptic add FILE|FOLDER`, then search them."
    return (
        f"Nothing was found in the {held} agreements of the library: try fewer words, or the beginning of one (word*)."
    )


def _dumped(payload: Mapping[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, indent=2)
