from __future__ import annotations

import dataclasses
import re

import pytest
from PySide6.QtGui import QTextDocument

from comparer.findings import CitedException, Evidence
from comparer.matrix import Cell, ReviewState
from comparer.model import Span
from tests.ui.samples import rows, silent
from ui.theme import LIGHT
from ui.why_text import Subject, why

pytestmark = pytest.mark.usefixtures("qapp")
SUBJECT = Subject("SOUTH (en)", "SOUTH", "Data flows", "May a party restrict transfers?", "en")


def south() -> Cell:
    return rows()[1].cells["data-flows"]


def plain(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText().replace("\u00a0", " ")


def test_the_finding_is_said_in_sentences_with_its_proof() -> None:
    said = plain(why(south(), SUBJECT, LIGHT))
    for words in (
        "SOUTH (en) · Data flows",
        "May a party restrict transfers?",
        "nobody has confirmed it yet",
        "Prohibits.",
        "Hard.",
        "‹shall not› Art. 12.15(2)",
        "Broad exceptions.",
        "Public policy – self-judging",
        "‹considers necessary› Art. 12.15(3)",
        "No dispute settlement.",
        "Security exceptions: Art. 29.2",
    ):
        assert words in said


def test_each_piece_of_evidence_is_a_link() -> None:
    html = why(south(), SUBJECT, LIGHT)
    assert set(re.findall(r'href="(\w+:\d+)"', html)) >= {"proof:0", "proof:1"}


def test_a_person_s_decision_is_said() -> None:
    cell = dataclasses.replace(south(), review=ReviewState.CONFIRMED)
    assert "Confirmed" in plain(why(cell, SUBJECT, LIGHT))


def test_silence_needs_one_sentence() -> None:
    said = plain(why(silent("spam"), SUBJECT, LIGHT))
    assert "no clause on the topic" in said
    assert "Strength" not in said


def test_words_of_a_treaty_are_never_markup() -> None:
    proof = Evidence("SOUTH Art. 1", 1, Span(0, 1), "<b>shall</b> & <img src=x>", "strength:hard")
    finding = dataclasses.replace(south().finding, evidence=(proof,))
    said = plain(why(Cell(finding), SUBJECT, LIGHT))
    assert "‹<b>shall</b> & <img src=x>›" in said


def test_a_long_quote_is_shortened_with_a_sign() -> None:
    proof = Evidence("SOUTH Art. 1", 1, Span(0, 1), "so  that\n" * 60, "strength")
    finding = dataclasses.replace(south().finding, evidence=(proof,))
    said = plain(why(Cell(finding), SUBJECT, LIGHT))
    assert "so that so that" in said
    assert "…›" in said


def test_a_test_is_quoted_under_the_exception_in_whose_place_it_stands() -> None:
    def exception(kind: str, place: str) -> CitedException:
        return CitedException(kind, ("self-judging",), f"SOUTH Art. 9({place})", 1)

    proofs = tuple(
        Evidence(f"SOUTH Art. 9({place})(i)", 1, Span(0, 1), f"words of {place}", "test:self-judging")
        for place in ("a", "b")
    )
    kinds = (exception("public-policy", "a"), exception("essential-security", "b"))
    finding = dataclasses.replace(south().finding, exceptions=kinds, evidence=proofs)
    said = plain(why(Cell(finding), SUBJECT, LIGHT))
    order = [said.index(words) for words in ("Public policy", "words of a", "Essential security", "words of b")]
    assert order == sorted(order)
    assert said.count("words of") == 2
