"""Findings as the command line prints them: a record each, in the language asked for, then the words that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from comparer import labels
from comparer.export.cells import cited, marked, phrase
from comparer.findings import CodedFinding
from comparer.model import Text
from comparer.punctuation import Marks, marks


def findings(text: Text, found: Sequence[CodedFinding], language: str) -> str:
    """Each finding of a text as a record, then the words that prove it."""
    return "\n\n".join("\n".join(_lines(text, finding, language)) for finding in found)


def _lines(text: Text, finding: CodedFinding, language: str) -> Iterator[str]:
    joined = marks(language)
    yield f"{labels.topic_name(finding.topic, language)}{joined.colon}{phrase(finding, language)}"
    record = {labels.head(part, language): said for part, said in _record(text, finding, language) if said}
    width = max(map(cell_len, record)) + 2
    for name, said in record.items():
        yield f"  {name}{' ' * (width - cell_len(name))}{said}"
    for item in finding.evidence:
        proof = joined.series((labels.part_name(item.part, language), item.citation))
        yield f"    {proof}{joined.colon}“{' '.join(item.quote.split())}”"


def _record(text: Text, finding: CodedFinding, language: str) -> Iterator[tuple[str, str]]:
    joined = marks(language)
    yield "citation", cited(text, finding, language)
    yield "discipline", labels.discipline_name(finding.discipline, language)
    yield "strength", f"{labels.MARKS[finding.strength]} {labels.strength_name(finding.strength, language)}"
    yield "scope", joined.list(labels.code_name(code, language) for code in finding.scope)
    yield "exceptions", joined.series(_exceptions(text, finding, language, joined))
    yield "breadth", labels.breadth_name(finding.breadth, language)
    yield "enforcement", labels.enforcement_name(finding.enforcement, language)
    yield (
        "elsewhere",
        joined.series(
            joined.list((labels.code_name(one.kind, language), marked(text, one.citation, one.provision, language)))
            for one in finding.elsewhere
        ),
    )


def _exceptions(text: Text, finding: CodedFinding, language: str, joined: Marks) -> Iterable[str]:
    for one in finding.exceptions:
        tests = joined.list(labels.test_name(test, language) for test in one.tests)
        kind = joined.aside(labels.code_name(one.kind, language), tests)
        yield joined.list((kind, marked(text, one.citation, one.provision, language)))
