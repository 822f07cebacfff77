from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from comparer.matrix import Matrix
from tests.ui.samples import TOPICS, rows
from ui.matrix_model import DifferingTopics, MatrixModel, MatrixRole

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
TITLES = {topic.id: topic.names["en"] for topic in TOPICS}


@pytest.fixture
def matrix() -> Matrix:
    return Matrix(("data-flows", "source-code", "spam"), rows())


@pytest.fixture
def model(matrix: Matrix) -> MatrixModel:
    made = MatrixModel()
    made.show(matrix, TITLES, "en")
    return made


def test_it_keeps_the_rules_of_models(model: MatrixModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_the_filtered_model_keeps_them_too(model: MatrixModel, qtmodeltester: ModelTester) -> None:
    proxy = DifferingTopics()
    proxy.setSourceModel(model)
    qtmodeltester.check(proxy)
    proxy.only_differing = True
    qtmodeltester.check(proxy)


def test_an_empty_matrix_has_no_cells() -> None:
    model = MatrixModel()
    assert (model.rowCount(), model.columnCount()) == (0, 0)


def test_cells_and_heads(model: MatrixModel, matrix: Matrix) -> None:
    index = model.index(1, 0)
    assert index.data() == "Restrictions on transfers prohibited; broad, self-judging exceptions"
    assert index.data(MatrixRole.CELL) is matrix.rows[1].cells["data-flows"]
    assert model.headerData(0, ACROSS) == "Data flows"
    assert model.headerData(0, ACROSS, MatrixRole.TOPIC) == "data-flows"
    assert model.headerData(4, DOWN) == "Our draft"
    assert model.rowCount(index) == model.columnCount(index) == 0


def test_what_is_read_out_names_text_topic_strength_and_citation(model: MatrixModel) -> None:
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("SOUTH", "Data flows", "self-judging", "hard", "SOUTH Art. 12.15"):
        assert words in spoken


def test_a_phrase_missing_in_a_language_is_said_in_english(matrix: Matrix) -> None:
    model = MatrixModel()
    model.show(matrix, TITLES, "fr")
    assert model.index(2, 0).data() == "Restrictions on transfers prohibited, without exception"


def test_a_topic_on_which_all_agree_can_be_left_out(model: MatrixModel) -> None:
    proxy = DifferingTopics()
    proxy.setSourceModel(model)
    assert proxy.columnCount() == 3
    proxy.only_differing = True
    shown = [proxy.headerData(i, ACROSS) for i in range(proxy.columnCount())]
    assert shown == ["Data flows", "Source code"]
    proxy.only_differing = False
    assert proxy.columnCount() == 3


def test_cells_coded_as_the_base_are_known(matrix: Matrix) -> None:
    model = MatrixModel()
    model.show(dataclasses.replace(matrix, base=1), TITLES, "en")
    like = [model.index(row, 1).data(MatrixRole.LIKE_BASE) for row in range(5)]
    assert like == [False, False, False, False, False]  # SOUTH alone has a clause on source code
    spam = [model.index(row, 2).data(MatrixRole.LIKE_BASE) for row in range(5)]
    assert spam == [True, False, True, True, True]
