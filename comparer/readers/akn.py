"""Akoma Ntoso 3.0: provisions as the file declares them, down to the last item.

`raw` is the file's own source; the view has its words at their places. A file whose articles hold plain paragraphs
declares its headings alone, and the rest is read off its lines.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from comparer.model import Document, Edition, FileFacts, HeadingHint, Kind, Span, Status
from comparer.readers.xmlguard import check
from comparer.readers.xmltokens import ROOT
from comparer.source import Source

if TYPE_CHECKING:
    from comparer.readers.akomantoso.scan import Scan
    from comparer.structure.tree import Node


def claims(path: Path, source: Source) -> bool:
    """By its outermost element."""
    del path
    root = ROOT.match(source.text)
    return root is not None and root[1].rpartition(":")[2] == "akomaNtoso"


def read(path: Path, source: Source) -> Document:
    """The document, with its whole tree where the file declares items, else with its headings and notes.

    Raises:
        BadInputError: not well-formed, or with a document type or entities of its own.
    """
    from comparer.readers.akomantoso.scan import Scan  # noqa: PLC0415  (late: only those who read the format pay for it)
    from comparer.readers.akomantoso.vocabulary import ITEMS  # noqa: PLC0415

    check(path, source.text)
    scan = Scan(source.text)
    edition = _edition(path, source, scan)
    if any(node.kind in ITEMS and node.number for node in scan.tree.nodes) or _is_ours(scan):
        return Document(edition, source.text, scan.view, provisions=scan.tree.provisions(source.text))
    return Document(edition, source.text, scan.view, hints=_hints(scan))


def _hints(scan: Scan) -> tuple[HeadingHint, ...]:
    """The headings, for a file that declares no items: their paragraphs are read off the lines."""
    kinds = {Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.MODULE, Kind.ANNEX, Kind.ARTICLE}
    found = [_hint(scan, node) for node in scan.tree.nodes if node.kind in kinds and node.runs]
    return tuple(sorted(found, key=lambda hint: hint.span))


def _hint(scan: Scan, node: Node) -> HeadingHint:
    start, end = scan.headings.get(node.rank, (node.runs[0][0], node.runs[0][0]))
    return HeadingHint(node.kind, node.number, node.heading, Span(start, end))


def _is_ours(scan: Scan) -> bool:
    return any(element.tag == "edition" for element in scan.head)


def _edition(path: Path, source: Source, scan: Scan) -> Edition:
    from comparer.readers.akomantoso.vocabulary import LANGUAGES  # noqa: PLC0415

    languages = {long: short for short, long in LANGUAGES.items()}
    written = next((each.values.get("language", "") for each in scan.head if each.tag == "FRBRlanguage"), "")
    own = next((each.values for each in scan.head if each.tag == "edition"), {})
    dates = {each.values.get("name", ""): each.values.get("date", "") for each in scan.head if each.tag == "FRBRdate"}
    name = next((each.values.get("value", "") for each in scan.head if each.tag == "FRBRalias"), "") or scan.title
    parties = tuple(
        each.values.get("showAs", "") for each in scan.head
        if each.tag == "TLCOrganization" and "/party/" in each.values.get("href", "")
    )  # fmt: skip
    return Edition(
        name=str(path),
        label=own.get("label", ""),
        title=own.get("title", "") or name,
        language=languages.get(written, written if len(written) == 2 else ""),
        status=Status(own["status"]) if own.get("status") in set(Status) else Status.UNSTATED,
        agreement=own.get("agreement") or None,
        address=own.get("address", ""),
        retrieved=own.get("retrieved", ""),
        sha256=source.sha256,
        note=own.get("note", ""),
        encoding=source.encoding,
        format="akn",
        facts=FileFacts(own.get("name", ""), dates.get("signed", ""), dates.get("in force", ""), parties),
    )
