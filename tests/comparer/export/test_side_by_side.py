"""Clauses side by side in the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from comparer.compare import compare
from comparer.export.side_by_side import comparison_table
from comparer.matrix import Cell
from tests.comparer.samples import finding, matrix


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "1200")


def table(base: int) -> str:
    printed = comparison_table(compare(matrix(base), "data-flows"), "en", io.StringIO())
    return " ".join(printed.replace("│", " ").split())


def test_no_bracket_touches_another_word() -> None:
    assert "shall {+not+} prohibit [-or restrict-] the sending" in table(0)
    assert "[-A-]{+No+} Party shall [-not-] prohibit" in table(1)
    assert "prohibit {+or restrict+} the sending" in table(1)


def test_a_paragraph_that_the_base_lacks_begins_with_a_plus_and_the_legend_says_so() -> None:
    assert "+ begins a paragraph that BETA lacks" in table(1)
    assert "+ A ship includes a barge." in table(1)
    assert "+ A ship" not in table(0)


def test_nothing_is_added_to_a_base_that_is_silent() -> None:
    made = matrix()
    silent = Cell(finding(made.rows[0].text, "data-localization", None))
    first = replace(made.rows[0], cells={**made.rows[0].cells, "data-localization": silent})
    comparison = compare(replace(made, rows=(first, *made.rows[1:])), "data-localization")
    assert comparison.columns[1].comparable
    printed = comparison_table(comparison, "en", io.StringIO())
    assert "No Party shall demand" in printed
    assert "+ No Party" not in printed
