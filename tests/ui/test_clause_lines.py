"""Over the built-in texts: what the engine lays out loses no word and marks what proves the finding."""

from __future__ import annotations

import dataclasses

import pytest

from comparer.compare import compare
from comparer.matrix import Matrix
from rules.model import CORE_TOPICS, Discipline
from ui.clause_lines import sheet
from ui.comparer_engine import ComparerEngine
from ui.sheet import Change, Line, Sheet


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    engine = ComparerEngine()
    texts = [engine.open_texts(name)[0] for name in ("RCEP", "CPTPP", "USMCA", "DEPA")]
    return engine.build(texts, CORE_TOPICS, lambda done, total, what: None, lambda: False)


def laid_out(matrix: Matrix, topic: str) -> Sheet:
    return sheet(compare(matrix, topic), matrix)


def squeezed(words: str) -> str:
    return "".join(words.split())


def said(lines: tuple[Line, ...], *, without: Change | None = None) -> str:
    return squeezed("".join(run.text for line in lines for run in line.runs if run.change is not without))


@pytest.mark.parametrize("topic", CORE_TOPICS)
@pytest.mark.parametrize("base", [None, 1])
def test_no_word_of_a_clause_is_lost(matrix: Matrix, topic: str, base: int | None) -> None:
    matrix = dataclasses.replace(matrix, base=base)
    comparison, shown = compare(matrix, topic), laid_out(matrix, topic)
    for at, column in enumerate(shown.columns):
        units = [unit for unit in comparison.columns[column.row].units if unit is not None]
        cells = [row[at] for row in shown.rows if row[at]][: len(units)]
        for unit, lines in zip(units, cells, strict=True):
            words, whole = said(lines, without=Change.REMOVED), squeezed(unit.clean.text)
            marks = "".join(line.number for line in lines[1:])
            assert len(words) + len(squeezed(marks)) == len(whole)
            assert set(words) <= set(whole)


@pytest.mark.parametrize("topic", CORE_TOPICS)
def test_silent_texts_have_no_column(matrix: Matrix, topic: str) -> None:
    speaking = [row.name for row in matrix.rows if row.cells[topic].finding.discipline is not Discipline.SILENT]
    assert [column.name for column in laid_out(matrix, topic).columns] == speaking


def test_the_base_comes_first_and_differs_from_nothing(matrix: Matrix) -> None:
    shown = laid_out(dataclasses.replace(matrix, base=1), "data-flows")
    assert [column.name for column in shown.columns] == ["CPTPP", "RCEP", "USMCA", "DEPA"]
    assert shown.columns[0].is_base
    changes = [[run.change for row in shown.rows for line in row[at] for run in line.runs] for at in (0, 1)]
    assert set(changes[0]) == {Change.SAME}
    assert set(changes[1]) == set(Change)


def test_without_a_base_nothing_is_marked_as_changed(matrix: Matrix) -> None:
    shown = laid_out(matrix, "data-flows")
    runs = [run for row in shown.rows for lines in row for line in lines for run in line.runs]
    assert {run.change for run in runs} == {Change.SAME}


@pytest.mark.parametrize("topic", CORE_TOPICS)
def test_every_piece_of_evidence_stands_in_a_line(matrix: Matrix, topic: str) -> None:
    shown = laid_out(matrix, topic)
    for at, column in enumerate(shown.columns):
        marked: dict[int, str] = {}
        for row in shown.rows:
            for line in row[at]:
                for run in line.runs:
                    for proof in run.proofs:
                        marked[proof] = marked.get(proof, "") + run.text
        assert marked, f"{column.name} has no evidence marked on {topic}"
        for number, proof in enumerate(column.finding.evidence):
            words, quote = squeezed(marked.get(number, "")), squeezed(proof.quote)
            # The number of a point that is quoted with its words hangs in the margin instead.
            assert words, f"{column.name}: {proof.citation} ({proof.part}) is not to be seen"
            assert quote.endswith(words) or words in quote


def test_points_hang_in_the_margin(matrix: Matrix) -> None:
    shown = laid_out(matrix, "data-flows")
    at = next(i for i, column in enumerate(shown.columns) if column.name == "CPTPP")
    lines = [line for row in shown.rows[:-1] for line in row[at]]
    assert [(line.number, line.depth) for line in lines] == [
        ("Article 14.11", 0), ("1.", 0), ("2.", 0), ("3.", 0), ("(a)", 1), ("(b)", 1),
    ]  # fmt: skip
    assert not any(run.text.startswith("(a)") for run in lines[4].runs)


def test_what_reaches_the_clause_from_elsewhere_stands_below_it(matrix: Matrix) -> None:
    shown = laid_out(matrix, "data-flows")
    at = next(i for i, column in enumerate(shown.columns) if column.name == "RCEP")
    assert shown.elsewhere == len(shown.rows) - 1
    heads = [line.number for line in shown.rows[-1][at] if line.heading]
    assert any(head.startswith("RCEP Art. 12.17") for head in heads)
    assert len(heads) == len(set(heads))
