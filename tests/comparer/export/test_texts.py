"""CSV, JSON, Markdown and the table of the terminal."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from comparer.errors import OutputError, UnknownNameError
from comparer.export import export_matrix
from comparer.export.cells import amended, cell_text
from comparer.export.delimited import matrix_csv, safe
from comparer.export.jsonout import finding_payload, matrix_json, matrix_payload
from comparer.export.markdown import escape, matrix_markdown
from comparer.export.terminal import matrix_table
from comparer.labels import LANGUAGES
from comparer.matrix import Matrix
from comparer.model import Status
from comparer.workbench import build_matrix, open_builtin
from rules.model import CORE_TOPICS
from tests.comparer.samples import alpha, finding, matrix


def renamed(name: str) -> Matrix:
    made = matrix()
    return replace(made, rows=(replace(made.rows[0], name=name), *made.rows[1:]))


def breadth(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


class TestJson:
    def test_the_matrix_has_the_agreed_shape(self) -> None:
        payload = json.loads(matrix_json(matrix()))
        assert payload["columns"] == list(CORE_TOPICS)
        assert payload["base"] == "ALPHA"
        assert [row["agreement"] for row in payload["rows"]] == ["ALPHA", "BETA", "GAMMA", "DELTA"]
        first = payload["rows"][0]
        assert first["status"] == "restatement"
        assert set(first["cells"]) == set(CORE_TOPICS)
        assert first["cells"]["source-code"]["discipline"] == "silent"
        assert payload["rows"][1]["cells"]["data-flows"]["review"] == "confirmed"

    def test_a_finding_has_the_agreed_shape(self) -> None:
        text = alpha()
        payload = json.loads(json.dumps(finding_payload(finding(text, "data-flows", 2))))
        assert set(payload) == {
            "topic", "citations", "discipline", "strength", "scope", "exceptions", "breadth", "enforcement",
            "elsewhere", "phrase", "evidence",
        }  # fmt: skip
        assert payload["citations"] == ["ALPHA Art. 2"]
        assert payload["exceptions"] == [
            {
                "kind": "public-policy",
                "test": "no-disguised-restriction, necessity",
                "tests": ["no-disguised-restriction", "necessity"],
                "citation": "ALPHA Art. 2(3)",
            }
        ]
        assert payload["elsewhere"] == [{"kind": "definition", "citation": "ALPHA Art. 1"}]
        assert set(payload["phrase"]) == set(LANGUAGES)
        evidence = payload["evidence"][0]
        assert text.raw[evidence["start"] : evidence["end"]] == evidence["quote"]

    def test_no_base_is_null(self) -> None:
        assert matrix_payload(matrix(base=None))["base"] is None


class TestCsv:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_reads_back(self, language: str) -> None:
        written = matrix_csv(matrix(), language)
        assert written.startswith("\ufeff")
        rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), strict=True))
        assert len(rows) == 5
        assert len({len(row) for row in rows}) == 1
        assert len(set(rows[0])) == len(rows[0])
        assert rows[1][0] == "ALPHA"
        assert "ALPHA Art. 2" in rows[1]

    @pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    def test_no_field_is_a_formula(self, name: str) -> None:
        rows = list(csv.reader(io.StringIO(matrix_csv(renamed(name), "en"), newline="")))
        assert rows[1][0] == "'" + name
        assert safe("Party") == "Party"


class TestMarkdown:
    def test_every_line_has_the_same_columns(self) -> None:
        lines = matrix_markdown(renamed("A|B\nC"), "en").splitlines()
        assert len(lines) == 6
        assert {line.replace("\\|", "").count("|") for line in lines} == {8}
        assert "**A\\|B C**" in lines[2]
        assert "▰▰▰ hard" in lines[2]
        assert "ALPHA Art. 2" in lines[2]

    def test_markup_is_taken_literally(self) -> None:
        assert escape("*a* _b_ <b> `c` [d] #e ~f\\") == "\\*a\\* \\_b\\_ \\<b\\> \\`c\\` \\[d\\] \\#e \\~f\\\\"


class TestTerminal:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
    def test_it_fits_the_width(self, language: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", str(width))
        table = matrix_table(matrix(), language, io.StringIO())
        assert max(map(breadth, table.splitlines())) <= width
        assert "\x1b" not in table
        together = "".join(table.split())
        assert all(row.name in table for row in matrix().rows)
        assert "▰▰▰" in together

    def test_it_says_phrase_mark_and_citation(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "220")
        table = matrix_table(matrix(), "en", io.StringIO())
        assert "▰▰▰ hard" in table
        assert "ALPHA Art. 2" in table
        assert "Restrictions prohibited, very few exceptions" in table
        assert "restatement" in table

    def test_without_a_terminal_lines_are_120_wide(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("COLUMNS", raising=False)
        widest = max(map(breadth, matrix_table(matrix(), "en", io.StringIO()).splitlines()))
        assert 100 < widest <= 120

    def test_many_topics_are_more_tables_than_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        made = matrix()
        table = matrix_table(made, "en", io.StringIO())
        assert table.count("ALPHA\n") + table.count("ALPHA ") >= 2
        assert max(map(breadth, table.splitlines())) <= 80

    def test_markup_in_a_name_is_taken_literally(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        assert "[red]A" in matrix_table(renamed("[red]A"), "en", io.StringIO())


@pytest.fixture(scope="module")
def builtin() -> Matrix:
    return build_matrix([open_builtin(name) for name in ("JEEPA", "SADEA", "CPTPP")])


class TestDoubts:
    """What was not checked, and what is no longer the law, is said in every form."""

    def test_in_json(self, builtin: Matrix) -> None:
        jeepa, sadea, cptpp = matrix_payload(builtin)["rows"]
        assert [row["amended_by"] for row in (jeepa, sadea, cptpp)] == [["JEEPA-2024"], [], []]
        cell = sadea["cells"]["data-flows"]
        assert cell["citations"][0] in cell["unchecked"]
        assert {one["citation"] for one in cell["exceptions"]} <= set(cell["unchecked"])
        assert cptpp["cells"]["data-flows"]["unchecked"] == []

    def test_in_csv(self, builtin: Matrix) -> None:
        written = matrix_csv(builtin, "en").removeprefix("\ufeff")
        jeepa, sadea, cptpp = csv.DictReader(io.StringIO(written, newline=""))
        assert (jeepa["Amended by"], sadea["Amended by"]) == ("JEEPA-2024", "")
        assert "SADEA Art. 23" in sadea["Data flows: unchecked"].split("; ")
        assert cptpp["Data flows: unchecked"] == ""

    def test_csv_names_an_exception_once(self, builtin: Matrix) -> None:
        written = matrix_csv(builtin, "en").removeprefix("\ufeff")
        for row in csv.DictReader(io.StringIO(written, newline="")):
            kinds = row["Data flows: Exceptions"].split("; ")
            assert len(kinds) == len(set(kinds))

    @pytest.mark.parametrize(
        ("language", "amended", "unchecked"),
        [
            ("en", "as of 2018; amended: see JEEPA-2024", "SADEA Art. 23 (unchecked)"),
            ("zh", "2018年文本；已修订：见 JEEPA-2024", "SADEA Art. 23（未核对）"),
            ("es", "a 2018; modificado: véase JEEPA-2024", "SADEA Art. 23 (sin cotejar)"),
        ],
    )
    def test_in_tables(
        self, builtin: Matrix, language: str, amended: str, unchecked: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "1000")
        for table in (matrix_table(builtin, language, io.StringIO()), matrix_markdown(builtin, language)):
            assert table.count(amended) == 1
            assert unchecked in table
            assert "CPTPP Art. 14.11 " in table.replace("<br>", " ")

    def test_a_file_may_hold_the_amended_words(self, builtin: Matrix) -> None:
        row = builtin.rows[0]
        file = replace(row.text, edition=replace(row.text.edition, status=Status.UNSTATED))
        assert amended(replace(row, text=file), "en") == "amended: see JEEPA-2024"
        assert amended(builtin.rows[2], "en") == ""

    def test_chinese_cells_have_chinese_marks(self, builtin: Matrix) -> None:
        for row in builtin.rows:
            for topic in builtin.topics:
                cell = cell_text(row, topic, "zh")
                for line in (cell.phrase, *cell.exceptions, cell.citations):
                    assert not set(re.sub(r"Art\. [\w.()-]+(, fn\. \d+)?", "", line)) & set(",;:()"), line


class TestExport:
    @pytest.mark.parametrize("suffix", [".csv", ".json", ".md", ".JSON"])
    def test_the_suffix_chooses(self, tmp_path: Path, suffix: str) -> None:
        path = export_matrix(matrix(), tmp_path / f"out{suffix}", "zh")
        assert path.read_bytes()
        assert list(tmp_path.iterdir()) == [path]

    def test_equal_matrices_make_equal_files(self, tmp_path: Path) -> None:
        for suffix in (".csv", ".json", ".md"):
            one = export_matrix(matrix(), tmp_path / f"a{suffix}").read_bytes()
            assert one == export_matrix(matrix(), tmp_path / f"b{suffix}").read_bytes()

    @pytest.mark.parametrize("name", ["out.pdf", "out", ".csv"])
    def test_another_suffix_is_refused_with_the_four(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(OutputError, match=r"end the name in \.xlsx, \.csv, \.json or \.md"):
            export_matrix(matrix(), tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    def test_another_language_is_refused_before_anything_is_written(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownNameError):
            export_matrix(matrix(), tmp_path / "out.csv", "fr")
        assert list(tmp_path.iterdir()) == []
