"""The report on a folder, and what its left-over words are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comparer.cli.run import main
from comparer.corpus import expected_counts, report
from comparer.errors import BadInputError
from comparer.remains import Reason, remains
from tests.comparer.structure.helpers import text_of

TREATY = (
    "Treaty of the Two Towns\n\nThe hill town and the valley town, wishing to keep the peace that their grandparents "
    "made,\nhave agreed:\n\nArticle 1: Gates\n\n1. Gates are of wood.\n\n2. A gate1 is green.\n\n1 Not the small one.\n\n"
    "Article 2: Keys\n\nKeys are of brass.\n\nIN WITNESS WHEREOF the mayors have signed.\n\nDONE at the bridge.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "towns").mkdir()
    (tmp_path / "towns" / "treaty.txt").write_text(TREATY, encoding="utf-8")
    (tmp_path / "data.json").write_text('{"articles": ["Article 1: Gates"]}', encoding="utf-8")
    (tmp_path / "letter.txt").write_text("Dear mayor, the gate is green again.\n", encoding="utf-8")
    (tmp_path / ".hidden").write_text("nothing", encoding="utf-8")
    return tmp_path


def test_a_folder_is_reported_file_by_file(folder: Path) -> None:
    found = report(folder)
    (text,) = found.texts
    assert text.file == "towns/treaty.txt"
    assert text.counts == {"articles": 2, "paragraphs": 2, "definitions": 0, "footnotes": 1, "anchored": 1}
    assert text.left_over == {Reason.SIGNATURE: 11, Reason.TITLE: 5}
    assert text.unexplained == 0
    assert [item.file for item in found.skipped] == ["data.json", "letter.txt"]
    assert "is JSON" in found.skipped[0].reason
    assert "No article" in found.skipped[1].reason


def test_what_is_not_as_expected_is_said(folder: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.toml"
    gold.write_text('["towns/treaty.txt"]\narticles = 3\nfootnotes = 1\n', encoding="utf-8")
    (text,) = report(folder, expected_counts(gold)).texts
    assert text.differences == ("articles 2 of 3",)


@pytest.mark.parametrize("wrong", ['["a.txt"]\nwords = 3\n', '["a.txt"]\narticles = "3"\n', "articles ="])
def test_expected_counts_that_make_no_sense(tmp_path: Path, wrong: str) -> None:
    gold = tmp_path / "gold.toml"
    gold.write_text(wrong, encoding="utf-8")
    with pytest.raises(BadInputError):
        expected_counts(gold)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no folder"):
        report(tmp_path / "nowhere")
    with pytest.raises(BadInputError, match="no file"):
        report(tmp_path)


def test_the_command_prints_a_table_or_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "report", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "towns/treaty.txt" in shown
    assert "Not read:" in shown
    assert main(["corpus", "report", str(folder), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["texts"][0]["articles"] == 2
    assert data["texts"][0]["left_over"] == {"signatures": 11, "title page": 5}
    assert main(["corpus", "report", str(folder / "nowhere")]) == 1


def test_a_text_that_only_begins_like_data_is_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(f"[Draft of March]\n\n{TREATY}[end]", encoding="utf-8")
    (text,) = report(tmp_path).texts
    assert text.counts["articles"] == 2


def test_what_left_overs_are() -> None:
    raw = (
        "TABLE OF CONTENTS\n\nArticle 1: Gates\nArticle 2: Keys\n\nArticle 1: Gates\n\nGates are of wood.\n\n12\f\n"
        "Article 2: Keys\n\n1.\n2. Keys are of brass, and\nso are locks.\n"
    )
    found = {remain.text: remain.reason for remain in remains(text_of(raw))}
    assert found["TABLE OF CONTENTS"] is Reason.CONTENTS
    assert found["Article 2: Keys"] is Reason.CONTENTS
    assert found["12"] is Reason.FURNITURE
