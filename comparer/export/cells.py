"""What stands in a cell of the matrix, as lines of text; every form of output prints from these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comparer import catalogue, labels
from comparer.findings import CodedFinding
from comparer.matrix import Row
from comparer.model import Text
from comparer.punctuation import marks
from comparer.vouching import is_builtin, is_unchecked, unchecked
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
    citations: str
    """`SADEA Art. 23 (unchecked); SADEA Art. 25 (unchecked)`."""
    review: str
    """Mark and word: `○ proposed`."""


_AMENDED = {
    "en": ("as of {year}; ", "amended: see {by}"),
    "zh": ("{year}年文本；", "已修订：见 {by}"),
    "es": ("a {year}; ", "modificado: véase {by}"),
}


def cell_text(row: Row, topic: str, language: str) -> CellText:
    """The parts of a row's cell in `language` (`en`, `zh`, `es`); exceptions are cited without the agreement's name."""
    cell, text = row.cells[topic], row.text
    finding = cell.finding
    silent = finding.discipline is Discipline.SILENT
    return CellText(
        phrase=phrase(finding, language),
        strength=f"{labels.MARKS[finding.strength]} {labels.strength_name(finding.strength, language)}",
        breadth="" if silent else labels.breadth_name(finding.breadth, language),
        exceptions=tuple(_exceptions(finding, text, language)),
        enforcement="" if silent else labels.enforcement_name(finding.enforcement, language),
        citations=cited(text, finding, language),
        review=f"{labels.REVIEW_MARKS[cell.review]} {labels.review_name(cell.review, language)}",
    )


def phrase(finding: CodedFinding, language: str) -> str:
    """The phrase in `language`; in English, or failing that the discipline's name, where it was not written
    in it.
    """
    written = finding.phrase.get(language) or finding.phrase.get("en")
    return written or labels.discipline_name(finding.discipline, language)


def cited(text: Text, finding: CodedFinding, language: str) -> str:
    """Where a finding stands: its citations, each with the mark of what was not checked."""
    pairs = zip(finding.citations, finding.provisions, strict=True)
    return marks(language).series(marked(text, citation, provision, language) for citation, provision in pairs)


def marked(text: Text, citation: str, provision: int, language: str) -> str:
    """A citation; `SADEA Art. 23 (unchecked)` where a restatement's article was not held against the treaty's text."""
    doubt = labels.head("unchecked", language) if is_unchecked(text, provision) else ""
    return marks(language).aside(citation, doubt)


def unchecked_citations(text: Text, finding: CodedFinding) -> tuple[str, ...]:
    """Of a finding's citations and those of its exceptions, the ones whose article was not checked."""
    pairs = [*zip(finding.citations, finding.provisions, strict=True)]
    return unchecked(text, [*pairs, *((one.citation, one.provision) for one in finding.exceptions)])


def dates(row: Row) -> str:
    """`2018-03-08 / 2018-12-30`; a dash for a date that is not known."""
    return f"{row.signed or '–'} / {row.in_force or '–'}"


def amended(row: Row, language: str) -> str:
    """`as of 2018; amended: see JEEPA-2024`, where a later agreement in force changed this one; else empty.

    Only of our own restatement is it known as of when it stands: a file may hold the amended words.
    """
    by = catalogue.superseded_by(row.text.edition.agreement)
    if not by:
        return ""
    as_of, see = _AMENDED[language]
    dated = as_of.format(year=row.signed[:4]) if is_builtin(row.text) else ""
    return dated + see.format(by=marks(language).list(by))


def edition_text(row: Row, language: str) -> str:
    """What the words are: `restatement`, or status and language of a file."""
    edition = row.text.edition
    status = labels.status_name(edition.status, language, short=True)
    return marks(language).list((status, labels.edition_language(edition.language, language)))


def _exceptions(finding: CodedFinding, text: Text, language: str) -> Iterator[str]:
    """Each kind of exception with its tests once, and all the places where it stands."""
    places: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for exception in finding.exceptions:
        place = exception.citation.removeprefix(f"{text.edition.label} ")
        shown = marked(text, place, exception.provision, language) if place else ""
        places.setdefault((exception.kind, exception.tests), []).append(shown)
    joined = marks(language)
    for (kind, tests), shown_at in places.items():
        named = joined.series(labels.test_name(test, language) for test in tests)
        where = joined.series(dict.fromkeys(shown_at))
        yield joined.list((joined.aside(labels.code_name(kind, language), named), where))
