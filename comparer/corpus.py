"""What was understood of every file in a folder: articles expected and found, words left over and why, repairs."""

from __future__ import annotations

import os
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comparer.citation import citation
from comparer.errors import BadInputError, SynopticError
from comparer.ledger import ledger
from comparer.model import Kind, Text
from comparer.reading import read_texts
from comparer.remains import Reason, remains

COUNTS = ("articles", "paragraphs", "definitions", "footnotes", "anchored")
"""What is counted of a text, and may be expected of it."""


@dataclass(frozen=True, slots=True)
class TextReport:
    """One text of a file."""

    file: str
    """The path below the folder, with forward slashes."""
    language: str
    format: str
    encoding: str
    counts: Mapping[str, int]
    """By the names of `COUNTS`; `anchored` are the footnotes whose marks were found."""
    expected: Mapping[str, int]
    """The same, as far as somebody stated them."""
    words: int
    left_over: Mapping[Reason, int]
    """Words that became part of no provision, by what they are."""
    repairs: tuple[tuple[str, str], ...]
    """Citation and judgement."""

    @property
    def unexplained(self) -> int:
        """Words left over for no reason that is known."""
        return self.left_over.get(Reason.UNEXPLAINED, 0)

    @property
    def differences(self) -> tuple[str, ...]:
        """Counts that are not as expected: `articles 17 of 18`."""
        return tuple(
            f"{name} {self.counts[name]} of {wanted}"
            for name, wanted in self.expected.items()
            if self.counts[name] != wanted
        )


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not read as an agreement."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """Every file of a folder, in the order of their names."""

    texts: tuple[TextReport, ...]
    skipped: tuple[Skipped, ...]


def report(folder: Path, expected: Mapping[str, Mapping[str, int]] | None = None) -> CorpusReport:
    """Read every file below `folder`, hidden ones left aside. `expected` has counts by file, or by `file#language` for
    one that holds several texts.

    Raises:
        BadInputError: there is no such folder, or no file in it.
    """
    if not folder.is_dir():
        raise BadInputError(f"There is no folder {folder}: name one that holds agreements.")
    files = sorted(_files(folder))
    if not files:
        raise BadInputError(f"There is no file in {folder}: name a folder that holds agreements.")
    texts: list[TextReport] = []
    skipped: list[Skipped] = []
    for path in files:
        name = path.relative_to(folder).as_posix()
        try:
            found = read_texts(path)
        except SynopticError as error:
            skipped.append(Skipped(name, str(error)))
            continue
        for text in found:
            wanted = (expected or {}).get(f"{name}#{text.edition.language}") or (expected or {}).get(name) or {}
            texts.append(_text_report(name, text, wanted))
    return CorpusReport(tuple(texts), tuple(skipped))


def expected_counts(path: Path) -> dict[str, dict[str, int]]:
    """Counts that are expected, from a TOML file with a table for each file (`["tpp/tpp.xml"]`, `articles = 18`).

    Raises:
        BadInputError: it cannot be read, or states what is not counted.
    """
    try:
        with path.open("rb") as opened:
            tables = tomllib.load(opened)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadInputError(f"{path} cannot be read as a list of expected counts ({error}): check the file.") from error
    for name, table in tables.items():
        odd = [key for key, value in table.items() if key not in COUNTS or not isinstance(value, int)]
        if odd:
            raise BadInputError(f"{path} expects {odd[0]} of {name}: only {', '.join(COUNTS)} are counted, as numbers.")
    return tables


def report_payload(found: CorpusReport) -> dict[str, Any]:
    """A report as JSON prints it: `texts` and `skipped`."""
    return {
        "texts": [
            {
                "file": text.file,
                "language": text.language,
                "format": text.format,
                "encoding": text.encoding,
                **text.counts,
                "expected": dict(text.expected),
                "words": text.words,
                "left_over": {reason.value: words for reason, words in text.left_over.items()},
                "repairs": [{"citation": where, "repair": what} for where, what in text.repairs],
            }
            for text in found.texts
        ],
        "skipped": [{"file": item.file, "reason": item.reason} for item in found.skipped],
    }


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _text_report(name: str, text: Text, expected: Mapping[str, int]) -> TextReport:
    kinds = Counter(provision.kind for provision in text.provisions)
    anchored = sum(p.anchor is not None for p in text.provisions if p.kind is Kind.FOOTNOTE)
    left_over: Counter[Reason] = Counter()
    for remain in remains(text):
        left_over[remain.reason] += remain.words
    return TextReport(
        file=name,
        language=text.edition.language,
        format=text.edition.format,
        encoding=text.edition.encoding,
        counts={
            "articles": kinds[Kind.ARTICLE],
            "paragraphs": kinds[Kind.PARAGRAPH],
            "definitions": kinds[Kind.DEFINITION],
            "footnotes": kinds[Kind.FOOTNOTE],
            "anchored": anchored,
        },
        expected=dict(expected),
        words=ledger(text).words,
        left_over={reason: words for reason, words in sorted(left_over.items()) if words},
        repairs=tuple((citation(text, p.index), repair) for p in text.provisions for repair in p.repairs),
    )
