"""The clauses of one topic side by side, paragraph by paragraph, with the differences from a base."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from comparer.citation import citation
from comparer.clean import clean
from comparer.differences import Edit, differences
from comparer.findings import CodedFinding
from comparer.matrix import Matrix, Row
from comparer.model import Clean, Kind, Provision, Text
from comparer.paragraphs import Likeness, Part, align_in_order, likeness, score


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands in one cell of the comparison: an article's heading, a paragraph with its points, a
    footnote.
    """

    provision: int
    """Its place in `Text.provisions`."""
    kind: Kind
    part: Part
    citation: str
    label: str
    """The number it bears in its article, a defined term, or a footnote's mark; for a heading, the
    article's.
    """
    clean: Clean
    """Its words, each point on a line of its own, with the way back to the source."""


@dataclass(frozen=True, slots=True)
class ClauseColumn:
    """One text's clause on the topic. `units` and `differences` have one entry a row of the comparison."""

    name: str
    text: Text
    finding: CodedFinding
    units: tuple[Unit | None, ...]
    differences: tuple[tuple[Edit, ...] | None, ...]
    """The edits from the base's words to these; None where there is nothing to compare: the base itself, an
    empty cell on either side, or another language."""
    comparable: bool
    """Whether its words can be set against the base's: same language, and not the base itself."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The clauses of one topic, one column a text, in the order of the matrix; rows correspond."""

    topic: str
    base: int | None
    """Index of the column that differences are shown against."""
    columns: tuple[ClauseColumn, ...]

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(self.columns[0].units) if self.columns else 0

    @property
    def base_speaks(self) -> bool:
        """Whether the base has words on the topic: if not, there is nothing that anything could be added to."""
        return self.base is not None and any(self.columns[self.base].units)


def compare(matrix: Matrix, topic: str, *, base: int | None = None) -> Comparison:
    """Line up the clauses of `topic`; the base is `base`, or the matrix's, or its first row.

    Guarantees: every unit of every clause stands in exactly one row, and the units of a column keep their
    order. A text that is silent has an empty column.
    """
    if base is None:
        base = matrix.base or 0
    units = [_clause(row, row.cells[topic].finding) for row in matrix.rows]
    order = [base, *(i for i in range(len(units)) if i != base)] if units else []
    grid = _grid([units[i] for i in order], [matrix.rows[i].text.edition.language for i in order])
    columns = {i: tuple(line[position] for line in grid) for position, i in enumerate(order)}
    language = matrix.rows[base].text.edition.language if units else ""
    return Comparison(
        topic,
        base if units else None,
        tuple(
            _column(row, topic, columns[i], columns[base], i != base and row.text.edition.language == language)
            for i, row in enumerate(matrix.rows)
        ),
    )


def _column(
    row: Row,
    topic: str,
    units: Sequence[Unit | None],
    base: Sequence[Unit | None],
    comparable: bool,  # noqa: FBT001
) -> ClauseColumn:
    edits = tuple(
        differences(there.clean.text, here.clean.text) if comparable and here and there else None
        for here, there in zip(units, base, strict=True)
    )
    return ClauseColumn(row.name, row.text, row.cells[topic].finding, tuple(units), edits, comparable)


def _grid(clauses: Sequence[Sequence[Unit]], languages: Sequence[str]) -> list[list[Unit | None]]:
    """Rows of corresponding units. Each clause is fitted into the rows of those before it, most like first."""
    grid: list[list[Unit | None]] = []
    likenesses: list[list[Likeness]] = []
    for width, (clause, language) in enumerate(zip(clauses, languages, strict=True)):
        own = [likeness(unit.part, unit.label, language, unit.clean.text) for unit in clause]

        def value(i: int, j: int, rows: list[list[Likeness]] = likenesses, own: list[Likeness] = own) -> float:
            return max(score(member, own[j]) for member in rows[i])

        pairs = align_in_order(len(grid), len(own), value)
        grid = [
            [*(grid[i] if i is not None else [None] * width), clause[j] if j is not None else None] for i, j in pairs
        ]
        likenesses = [
            [*(likenesses[i] if i is not None else []), *([own[j]] if j is not None else [])] for i, j in pairs
        ]
    return grid


def _clause(row: Row, finding: CodedFinding) -> list[Unit]:
    """The units of a finding's provisions, in reading order, none twice."""
    text = row.text
    units: list[Unit] = []
    seen: set[int] = set()
    for index in sorted(finding.provisions):
        if index not in seen:
            tree = [index, *_below(text, index)]
            seen.update(tree)
            units += _units(text, index, tree)
    return units


def _units(text: Text, root: int, tree: Sequence[int]) -> Iterator[Unit]:
    top = text.provisions[root]
    if top.kind is Kind.ARTICLE:
        yield from _article_units(text, top)
        bodies = [i for i in text.children.get(root, ()) if text.provisions[i].kind is not Kind.FOOTNOTE]
    else:
        bodies = [root] if top.kind is not Kind.FOOTNOTE else []
    for index in bodies:
        provision = text.provisions[index]
        yield Unit(
            index, provision.kind, Part.BODY, citation(text, index), provision.number, _in_lines(text, provision)
        )
    for index in tree:
        provision = text.provisions[index]
        if provision.kind is Kind.FOOTNOTE:
            yield Unit(
                index, provision.kind, Part.FOOTNOTE, citation(text, index), provision.number, clean(text, index)
            )


def _article_units(text: Text, article: Provision) -> Iterator[Unit]:
    cited = citation(text, article.index)
    if article.heading:
        yield Unit(article.index, article.kind, Part.HEADING, cited, article.number, _heading(text, article))
    if any(text.provisions[i].kind is not Kind.FOOTNOTE for i in text.children.get(article.index, ())):
        words = clean(text, article.index, children=False)
    else:
        words = _in_lines(text, article)
    if words.text.strip():
        yield Unit(article.index, article.kind, Part.BODY, cited, "", words)


def _heading(text: Text, article: Provision) -> Clean:
    """The words of a heading; where the source breaks them otherwise than the heading does, each points at
    its start.
    """
    at = text.raw.find(article.heading, *article.span)
    start, step = (at, 1) if at >= 0 else (article.span.start, 0)
    return Clean(article.heading, tuple(start + i * step for i in range(len(article.heading))))


def _in_lines(text: Text, provision: Provision) -> Clean:
    """The words of a paragraph, with each point, and what follows the points, on a line of its own."""
    whole = clean(text, provision.index)
    below = [text.provisions[i] for i in _below(text, provision.index)]
    breaks = {node.span.start for node in below if node.kind is not Kind.FOOTNOTE}
    for node in (provision, *below):
        children = [text.provisions[i] for i in text.children.get(node.index, ())]
        inner = [child for child in children if child.kind is not Kind.FOOTNOTE]
        breaks.update(
            after.start
            for before, after in pairwise(node.own)
            if any(before.end <= child.span.start and child.span.end <= after.start for child in inner)
        )
    return _broken(whole, sorted(breaks))


def _broken(whole: Clean, breaks: Sequence[int]) -> Clean:
    """The same with a line feed before each of these places of the source, in place of a space where there
    is one.
    """
    letters, offsets = list(whole.text), list(whole.offsets)
    ends = list(whole.ends or (offset + 1 for offset in offsets))
    for place in reversed(breaks):
        at = bisect_left(offsets, place)
        while at < len(letters) and letters[at].isspace():
            at += 1
        if 0 < at < len(letters) and letters[at - 1].isspace():
            letters[at - 1] = "\n"
        elif 0 < at < len(letters):
            letters.insert(at, "\n")
            offsets.insert(at, offsets[at])
            ends.insert(at, offsets[at])
    return Clean("".join(letters), tuple(offsets), tuple(ends))


def _below(text: Text, index: int) -> list[int]:
    """Everything under a provision, in document order."""
    found: list[int] = []
    for child in text.children.get(index, ()):
        found += [child, *_below(text, child)]
    return found


def comparison_payload(comparison: Comparison) -> dict[str, Any]:
    """A comparison as JSON prints it; spans of differences are half-open, in code points of `words` on either side."""
    base = comparison.base
    return {
        "topic": comparison.topic,
        "base": None if base is None else comparison.columns[base].name,
        "columns": [
            {
                "agreement": column.name,
                "language": column.text.edition.language,
                "status": column.text.edition.status.value,
                "comparable": column.comparable,
                "citations": list(column.finding.citations),
                "phrase": dict(column.finding.phrase),
                "paragraphs": [
                    None if unit is None else _unit_payload(unit, edits)
                    for unit, edits in zip(column.units, column.differences, strict=True)
                ],
            }
            for column in comparison.columns
        ],
    }


def _unit_payload(unit: Unit, edits: Sequence[Edit] | None) -> dict[str, Any]:
    return {
        "citation": unit.citation,
        "part": unit.part.value,
        "number": unit.label,
        "words": unit.clean.text,
        "differences": None
        if edits is None
        else [
            {
                "kind": edit.kind.value,
                "left": list(edit.left),
                "right": list(edit.right),
                "removed": edit.removed,
                "added": edit.added,
            }
            for edit in edits
        ],
    }
