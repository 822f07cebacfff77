"""What stands in a cell of the matrix, as lines of text; every form of output prints from these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comparer import labels
from comparer.findings import CodedFinding
from comparer.matrix import Cell, Row
from rules.model import Discipline


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell, part by part; a part that has nothing to say is empty."""

    phrase: str
    strength: str
    """Mark and word: `▰▰▰ hard`."""
    breadth: str
    exceptions: tuple[str, ...]
    """`public policy (non-discrimination; not greater than required), Art. 14.11(3)`, one each."""
    enforcement: str
    citations: tuple[str, ...]
    review: str
    """Mark and word: `○ proposed`."""


def cell_text(cell: Cell, language: str, label: str = "") -> CellText:
    """The parts of a cell in `language` (`en`, `zh`, `es`); exceptions are cited without the agreement's `label`."""
    finding = cell.finding
    silent = finding.discipline is Discipline.SILENT
    return CellText(
        phrase=phrase(finding, language),
        strength=f"{labels.MARKS[finding.strength]} {labels.strength_name(finding.strength, language)}",
        breadth="" if silent else labels.breadth_name(finding.breadth, language),
        exceptions=tuple(_exceptions(finding, label, language)),
        enforcement="" if silent else labels.enforcement_name(finding.enforcement, language),
        citations=finding.citations,
        review=f"{labels.REVIEW_MARKS[cell.review]} {labels.review_name(cell.review, language)}",
    )


def phrase(finding: CodedFinding, language: str) -> str:
    """The phrase in `language`; in English, or failing that the discipline's name, where it was not written
    in it.
    """
    written = finding.phrase.get(language) or finding.phrase.get("en")
    return written or labels.discipline_name(finding.discipline, language)


def dates(row: Row) -> str:
    """`2018-03-08 / 2018-12-30`; a dash for a date that is not known."""
    return f"{row.signed or '–'} / {row.in_force or '–'}"


def edition_text(row: Row, language: str) -> str:
    """What the words are: `restatement`, or status and language of a file."""
    edition = row.text.edition
    status = labels.status_name(edition.status, language, short=True)
    return f"{status}, {labels.edition_language(edition.language, language)}"


def _exceptions(finding: CodedFinding, label: str, language: str) -> Iterator[str]:
    """Each kind of exception with its tests once, and all the places where it stands."""
    places: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for exception in finding.exceptions:
        place = exception.citation.removeprefix(f"{label} ")
        places.setdefault((exception.kind, exception.tests), []).append(place)
    for (kind, tests), cited in places.items():
        name = labels.code_name(kind, language)
        opening, stop, closing = ("（", "；", "）") if language == "zh" else (" (", "; ", ")")
        named = stop.join(labels.test_name(test, language) for test in tests)
        where = "; ".join(dict.fromkeys(filter(None, cited)))
        yield ", ".join(filter(None, (f"{name}{opening}{named}{closing}" if named else name, where)))
