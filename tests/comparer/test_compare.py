from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from comparer.compare import ClauseColumn, Comparison, compare, comparison_payload
from comparer.differences import apply
from comparer.matrix import Matrix
from comparer.model import Kind
from comparer.paragraphs import Part
from comparer.reading import read
from tests.comparer.samples import Builder, alpha, article_index, edition, matrix, row


@pytest.fixture
def flows() -> Comparison:
    return compare(matrix(), "data-flows")


def labels_of(column: ClauseColumn) -> list[str | None]:
    return [unit.label if unit else None for unit in column.units]


def test_columns_stand_in_the_matrix_order_and_rows_correspond(flows: Comparison) -> None:
    assert [column.name for column in flows.columns] == ["ALPHA", "BETA", "GAMMA", "DELTA"]
    assert flows.base == 0
    assert {len(column.units) for column in flows.columns} == {flows.height}
    assert [labels_of(column) for column in flows.columns] == [
        ["2", "1", "2", "3", "1"],
        ["11", "1", "2", "3", None],
        ["2", "1", "2", None, None],
        ["7", "1", None, None, None],
    ]


def test_every_letter_of_a_clause_is_in_one_unit_but_for_its_number(flows: Comparison) -> None:
    for column, numbers in zip(
        flows.columns, ["Article2:1.2.3.1", "Article11:1.2.3.", "第2条1.2.", "Artículo7:1."], strict=True
    ):
        raw = column.text.raw
        shown = [
            unit.clean.offsets[place]
            for unit in column.units
            if unit
            for place, char in enumerate(unit.clean.text)
            if not char.isspace()
        ]
        assert len(shown) == len(set(shown))
        span = column.text.provisions[column.finding.provisions[0]].span
        left = "".join(raw[place] for place in range(*span) if place not in set(shown))
        assert "".join(left.split()) == numbers


def test_words_point_back_into_the_source(flows: Comparison) -> None:
    for column in flows.columns:
        raw = column.text.raw
        for unit in filter(None, column.units):
            for place, char in enumerate(unit.clean.text):
                if not char.isspace():
                    assert raw[unit.clean.offsets[place]] == char
            assert len(unit.clean.offsets) == len(unit.clean.text)


def test_points_stand_on_lines_of_their_own(flows: Comparison) -> None:
    third = flows.columns[0].units[3]
    assert third is not None
    lines = third.clean.text.split("\n")
    assert [line[:3] for line in lines] == ["Par", "(a)", "(b)"]


def test_what_follows_the_points_stands_on_a_line_of_its_own() -> None:
    made = Builder(edition("TAIL"))
    article = made.article("1", "Tides", "A Party may act if:", "(a) it is low tide; or", "(b) it is high tide;")
    text = made.build()
    raw = text.raw + "but not at night.\n"
    start = len(text.raw)
    paragraph = text.provisions[article + 1]
    own = (*paragraph.own, type(paragraph.span)(start, len(raw) - 1))
    longer = replace(paragraph, own=own, span=type(paragraph.span)(paragraph.span.start, len(raw) - 1))
    provisions = tuple(longer if p.index == paragraph.index else p for p in text.provisions)
    text = replace(text, raw=raw, view=raw, provisions=provisions)
    unit = compare(Matrix(("data-flows",), (row(text, "1", None),)), "data-flows").columns[0].units[1]
    assert unit is not None
    assert unit.clean.text.split("\n")[-1] == "but not at night."
    assert len(unit.clean.text.split("\n")) == 4


def test_differences_rebuild_the_words_from_the_base(flows: Comparison) -> None:
    base, beta = flows.columns[0], flows.columns[1]
    compared = 0
    for unit, edits, of_base in zip(beta.units, beta.differences, base.units, strict=True):
        if edits is None:
            assert unit is None or of_base is None
            continue
        assert unit is not None
        assert of_base is not None
        assert apply(edits, of_base.clean.text) == unit.clean.text
        compared += 1
    assert compared == 4


def test_the_base_and_other_languages_bear_no_differences(flows: Comparison) -> None:
    assert [column.comparable for column in flows.columns] == [False, True, False, False]
    for column in flows.columns:
        assert column.comparable or set(column.differences) == {None}


def test_another_base_turns_the_differences_round() -> None:
    turned = compare(matrix(), "data-flows", base=1)
    assert turned.base == 1
    assert turned.columns[0].comparable
    assert not turned.columns[1].comparable


def test_the_matrix_says_the_base_unless_told() -> None:
    assert compare(matrix(base=2), "data-flows").base == 2
    assert compare(matrix(base=None), "data-flows").base == 0


def test_a_silent_text_has_an_empty_column() -> None:
    servers = compare(matrix(), "data-localization")
    assert set(servers.columns[3].units) == {None}
    assert servers.height == 2
    nobody = compare(matrix(), "source-code")
    assert nobody.height == 0
    assert len(nobody.columns) == 4


def test_a_finding_on_a_paragraph_shows_that_paragraph_alone() -> None:
    text = alpha()
    made = row(text, "2", None)
    paragraph = article_index(text, "2") + 2
    cell = made.cells["data-flows"]
    narrowed = replace(cell, finding=replace(cell.finding, provisions=(paragraph,)))
    block = compare(Matrix(("data-flows",), (replace(made, cells={"data-flows": narrowed}),)), "data-flows")
    assert [(unit.kind, unit.part, unit.label) for unit in block.columns[0].units if unit] == [
        (Kind.PARAGRAPH, Part.BODY, "2")
    ]


def test_provisions_named_twice_are_shown_once() -> None:
    text = alpha()
    made = row(text, "2", None)
    article = article_index(text, "2")
    cell = made.cells["data-flows"]
    doubled = replace(cell, finding=replace(cell.finding, provisions=(article + 2, article)))
    block = compare(Matrix(("data-flows",), (replace(made, cells={"data-flows": doubled}),)), "data-flows")
    shown = [(unit.provision, unit.part) for unit in block.columns[0].units if unit]
    assert len(shown) == len(set(shown)) == 5


def test_an_empty_matrix_compares_to_nothing() -> None:
    empty = compare(Matrix(("data-flows",), ()), "data-flows")
    assert empty.base is None
    assert empty.height == 0


def test_the_payload_is_json_and_says_where_it_differs(flows: Comparison) -> None:
    payload = json.loads(json.dumps(comparison_payload(flows)))
    assert payload["topic"] == "data-flows"
    assert payload["base"] == "ALPHA"
    second = payload["columns"][1]["paragraphs"][2]
    assert second["citation"] == "BETA Art. 11(2)"
    changed = [edit for edit in second["differences"] if edit["kind"] != "equal"]
    assert {"No", "A"} <= {edit["removed"] for edit in changed} | {edit["added"] for edit in changed}
    assert payload["columns"][2]["paragraphs"][3] is None
    assert payload["columns"][2]["paragraphs"][1]["differences"] is None


@pytest.mark.corpus
def test_paragraphs_of_authentic_clauses_answer_to_each_other(corpus: Path) -> None:
    rows = []
    for name, file, number in (
        ("CPTPP", "cptpp/cptpp_ch14.en.split.txt", "14.11"),
        ("RCEP", "rcep/rcep_ch12_en.extract.txt", "12.15"),
    ):
        text = read(corpus / "authentic" / file, label=name)
        rows.append(row(text, number, None))
    block = compare(Matrix(("data-flows",), tuple(rows)), "data-flows")
    pairs = list(zip(*(labels_of(column) for column in block.columns), strict=True))
    assert pairs[:4] == [("14.11", "12.15"), ("1", "1"), ("2", "2"), ("3", "3")]
    for unit, edits, of_base in zip(
        block.columns[1].units, block.columns[1].differences, block.columns[0].units, strict=True
    ):
        if unit and of_base:
            assert edits is not None
            assert apply(edits, of_base.clean.text) == unit.clean.text
