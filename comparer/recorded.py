"""Where a downloaded file comes from: a record beside it, and the same on the text's edition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, BinaryIO

from comparer.export.writing import write
from comparer.model import Status, Text

RECORD_SUFFIX = ".source.json"
"""`CPTPP_ch14_en.pdf` has its record in `CPTPP_ch14_en.pdf.source.json`."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a downloaded file. It holds for the file whose bytes have its SHA-256, and for no other."""

    agreement: str
    part: str
    title: str
    language: str
    status: str
    publisher: str
    address: str
    """Where it came from, after redirects."""
    listed: str
    """The address as listed."""
    confirmed: bool
    retrieved: str
    """ISO 8601, UTC."""
    sha256: str
    size: int
    """Bytes."""
    format: str
    checked: str
    """What was found in it, as a sentence."""
    etag: str = ""
    modified: str = ""


def record_path(path: Path) -> Path:
    """Where the record of a file is."""
    return path.with_name(path.name + RECORD_SUFFIX)


def write_record(path: Path, record: Record) -> None:
    """Write a file's record beside it.

    Raises:
        OutputError: the folder cannot be written to.
    """
    text = json.dumps(asdict(record), ensure_ascii=False, indent=2) + "\n"
    write(record_path(path), lambda stream: _put(stream, text))


def _put(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode("utf-8"))


def read_record(path: Path) -> Record | None:
    """The record beside a file; None where there is none, or none that can be understood."""
    try:
        table: Mapping[str, Any] = json.loads(record_path(path).read_text(encoding="utf-8"))
        known = {field.name for field in fields(Record)}
        record = Record(**{key: value for key, value in table.items() if key in known})
        Status(record.status)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return record


def stamped(text: Text, path: Path) -> Text:
    """The same text with what the record beside its file says of it: agreement, status, address, date. Unchanged where
    there is no record, or where the file is no longer the one that was recorded, or for a text in another language."""
    record = read_record(path)
    if record is None or (record.sha256, record.language) != (text.edition.sha256, text.edition.language):
        return text
    edition = replace(
        text.edition,
        agreement=record.agreement,
        label=record.agreement,
        status=Status(record.status),
        address=record.address,
        retrieved=record.retrieved,
        note="\n".join(filter(None, (text.edition.note, f"Published by {record.publisher}. {record.checked}"))),
    )
    return replace(text, edition=edition)
