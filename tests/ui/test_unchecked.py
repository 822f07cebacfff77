"""What was not checked, or is no longer all law, says so wherever the window names it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.comparer_engine import ComparerEngine
from ui.matrix_model import MatrixModel, MatrixRole
from ui.matrix_view import MatrixView
from ui.theme import LIGHT
from ui.why_text import Subject, why

pytestmark = pytest.mark.usefixtures("qapp")
TOPIC = "source-code"


def test_an_unchecked_article_is_marked_in_cell_heading_and_reasons() -> None:
    engine = ComparerEngine()
    texts = [*engine.open_texts("SADEA"), *engine.open_texts("CPTPP")]
    matrix = engine.build(texts, (TOPIC, "data-flows"), lambda *_: None, lambda: False)
    model = MatrixModel()
    model.show(matrix, {}, "en")
    marks: dict[tuple[str | None, str], bool] = {}
    heads, reasons = dict(marks), dict(marks)
    for column, topic in enumerate(matrix.topics):
        for shown in engine.sheet(matrix, topic).columns:
            row = matrix.rows[shown.row]
            at = (row.text.edition.agreement, topic)
            marks[at] = "(unchecked)" in str(model.index(shown.row, column).data(MatrixRole.CITATION))
            heads[at] = shown.unchecked
            subject = Subject(row.name, row.text.edition.label, topic, "", "en", row.text)
            reasons[at] = "(unchecked)" in why(row.cells[topic], subject, LIGHT)
    assert set(marks.values()) == {True, False}
    assert heads == marks == reasons


def test_the_head_of_an_amended_agreement_has_room_for_what_amended_it() -> None:
    engine = ComparerEngine()
    texts = [*engine.open_texts("JEEPA"), *engine.open_texts("JEEPA-2024")]
    matrix = engine.build(texts, (TOPIC,), lambda *_: None, lambda: False)
    view = MatrixView()
    view.show_matrix(matrix, {}, "en")
    old, new = (view.names.sectionSizeFromContents(row).height() for row in range(2))
    assert old > new
    told = view.source.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "amended: see JEEPA-2024" in str(told)
