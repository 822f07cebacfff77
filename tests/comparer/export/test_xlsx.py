"""The workbook, opened again as a reader of it would."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from comparer import labels
from comparer.export import export_matrix
from comparer.export.xlsx import matrix_workbook
from comparer.export.xlsx.style import FILLS, HIGHEST_ROW, MOST_CHARACTERS, Look, Run, height, legal, pieces
from comparer.findings import Evidence
from comparer.matrix import Matrix
from comparer.model import Span
from comparer.workbench import build_matrix, open_builtin
from rules.model import CORE_TOPICS, Strength
from tests.comparer.samples import Builder, edition, matrix, row


def opened(made: Matrix, language: str = "en") -> Workbook:
    return load_workbook(io.BytesIO(matrix_workbook(made, language)), rich_text=True)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(matrix())


def looks(value: object) -> list[tuple[str, bool, bool, bool]]:
    """(text, bold, underlined, struck) of every run."""
    assert isinstance(value, CellRichText)
    found = []
    for run in value:
        if isinstance(run, TextBlock):
            found.append((run.text, bool(run.font.b), run.font.u == "single", bool(run.font.strike)))
        else:
            found.append((run, False, False, False))
    return found


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of an RGB colour."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def sheet(book: Workbook, name: str) -> Worksheet:
    made = book[name]
    assert isinstance(made, Worksheet)
    return made


@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_the_five_sheets_in_the_language_asked_for(language: str) -> None:
    names = [labels.head(name, language) for name in ("matrix", "clauses", "evidence", "sources", "codebook")]
    assert opened(matrix(), language).sheetnames == names


class TestMatrixSheet:
    def test_header_and_first_column_stay_in_sight_and_repeat_in_print(self, book: Workbook) -> None:
        table = sheet(book, "Matrix")
        assert table.freeze_panes == "B2"
        assert table.print_title_rows == "$1:$1"
        assert table.print_title_cols == "$A:$A"
        assert table.page_setup.orientation == "landscape"
        assert table.page_setup.fitToWidth == 1
        assert table.page_setup.fitToHeight == 1
        assert table.sheet_properties.pageSetUpPr.fitToPage

    def test_the_notes_take_no_page_of_their_own(self) -> None:
        made = matrix()
        for count, pages in ((4, 1), (8, 2), (24, 4)):
            long = replace(made, rows=tuple(replace(made.rows[0], name=f"T{number}") for number in range(count)))
            table = sheet(opened(long), "Matrix")
            rows = sum(table.row_dimensions[row].height for row in range(2, count + 2))
            assert pages == table.page_setup.fitToHeight
            assert (pages - 1) * 650 < rows < pages * 700

    def test_one_row_an_agreement_one_column_a_topic(self, book: Workbook) -> None:
        table = sheet(book, "Matrix")
        assert [cell.value for cell in table[1]] == [
            "Agreement",
            "Signed / in force",
            "Text",
            *(labels.topic_name(topic, "en") for topic in CORE_TOPICS),
        ]
        assert [str(table.cell(number, 1).value) for number in range(2, 6)] == ["ALPHA", "BETA", "GAMMA", "DELTA"]
        assert table["B3"].value == "2020-11-15\n2022-01-01"
        assert str(table["C2"].value) == "restatement, English"

    def test_a_cell_holds_the_whole_finding(self, book: Workbook) -> None:
        runs = looks(sheet(book, "Matrix")["D2"].value)
        assert runs[0][:2] == ("Restrictions prohibited, very few exceptions", True)
        whole = "".join(text for text, *_ in runs)
        assert whole.split("\n")[1:] == [
            "▰▰▰ hard · narrow exceptions",
            "– public policy (no disguised restriction; not greater than required), Art. 2(3)",
            "open to dispute settlement",
            "ALPHA Art. 2",
            "○ proposed",
        ]
        assert "● confirmed" in str(sheet(book, "Matrix")["D3"].value)

    def test_citations_are_smaller_than_the_phrase(self, book: Workbook) -> None:
        value = sheet(book, "Matrix")["D2"].value
        assert isinstance(value, CellRichText)
        sizes = [run.font.sz for run in value if isinstance(run, TextBlock)]
        assert sizes[-1] < sizes[0]

    def test_strength_fills_the_cell_in_one_hue_that_darkens(self, book: Workbook) -> None:
        table = sheet(book, "Matrix")
        assert table["D2"].fill.start_color.rgb[-6:] == FILLS[Strength.HARD]
        assert table["E2"].fill.start_color.rgb[-6:] == FILLS[Strength.SOFT]
        lights = [luminance(FILLS[strength]) for strength in Strength]
        assert lights == sorted(lights, reverse=True)
        assert all(one - two > 0.08 for one, two in pairwise(lights))
        assert (lights[-1] + 0.05) / (luminance("1F2933") + 0.05) > 7

    def test_columns_have_widths_and_rows_heights_that_hold_the_text(self, book: Workbook) -> None:
        table = sheet(book, "Matrix")
        assert all(table.column_dimensions[letter].width >= 10 for letter in "ABCDEFG")
        for number in range(2, 6):
            lines = max(str(cell.value).count("\n") + 1 for cell in table[number])
            assert lines * 10 <= table.row_dimensions[number].height <= HIGHEST_ROW
            assert all(cell.alignment.wrap_text for cell in table[number])

    def test_notes_explain_the_marks_and_the_restatement(self, book: Workbook) -> None:
        notes = " ".join(str(cell.value) for (cell,) in sheet(book, "Matrix")["A7:A9"])
        assert "▰▰▰ hard" in notes
        assert "never the treaty's" in notes

    def test_chinese_has_a_face_that_can_write_it(self) -> None:
        table = sheet(opened(matrix(), "zh"), "对照表")
        assert table["A1"].font.name == "Microsoft YaHei"
        value = table["D2"].value
        assert isinstance(value, CellRichText)
        assert {run.font.rFont for run in value if isinstance(run, TextBlock)} == {"Microsoft YaHei"}
        assert "禁止限制，例外极少" in str(value)


class TestClausesSheet:
    def test_a_block_a_topic_a_column_a_text(self, book: Workbook) -> None:
        clauses = sheet(book, "Clauses")
        assert [cell.value for cell in clauses[1]][1:] == ["ALPHA", "BETA", "GAMMA", "DELTA"]
        assert clauses.freeze_panes == "B2"
        first = [str(cell.value) for cell in clauses["A"] if cell.value]
        assert [name for name in first if name in {labels.topic_name(t, "en") for t in CORE_TOPICS}] == [
            labels.topic_name(topic, "en") for topic in CORE_TOPICS
        ]

    def test_differences_are_marked_without_colour_alone(self, book: Workbook) -> None:
        clauses = sheet(book, "Clauses")
        cell = next(cell for cell in clauses["C"] if "sending of harbour data" in str(cell.value))
        runs = looks(cell.value)
        assert ("No", False, False, True) in runs
        assert ("A", False, True, False) in runs
        kept = "".join(text for text, _, _, struck in runs if not struck)
        assert kept.startswith("2. ")
        assert " ".join(kept.split()) == (
            "2. A Party shall not prohibit the sending of harbour data abroad by a ship of another Party."
        )
        base = clauses.cell(cell.row, 2).value
        assert "No Party shall prohibit or restrict the sending" in str(base)

    def test_the_base_and_other_languages_bear_no_marks(self, book: Workbook) -> None:
        for column in ("B", "D", "E"):
            for cell in sheet(book, "Clauses")[column]:
                if isinstance(cell.value, CellRichText):
                    assert not any(under or struck for _, _, under, struck in looks(cell.value))

    def test_a_silent_text_says_so(self, book: Workbook) -> None:
        assert sum(str(cell.value) == "no provision" for cell in sheet(book, "Clauses")["E"]) == 3

    def test_a_paragraph_that_the_base_lacks_begins_with_a_plus(self) -> None:
        made = matrix(base=1)
        values = [str(cell.value) for cell in sheet(opened(made), "Clauses")["B"]]
        assert "+ [1] A ship includes a barge." in values

    def test_nothing_of_an_overlong_clause_is_lost(self) -> None:
        sentence = "Each Party shall keep the lamp of harbour number {} alight from dusk until dawn. "
        words = "".join(sentence.format(number) for number in range(900)).strip()
        assert len(words) > MOST_CHARACTERS
        made = Builder(edition("LONG"))
        made.article("1", "Lamps", words)
        clauses = sheet(opened(Matrix(("data-flows",), (row(made.build(), "1", None),), 0)), "Clauses")
        cells = [cell for cell in clauses["B"] if "lamp of harbour" in str(cell.value)]
        assert len(cells) > 1
        assert all(len(str(cell.value)) <= MOST_CHARACTERS for cell in cells)
        assert "".join(str(cell.value) for cell in cells) == f"1. {words}"
        notes = [str(clauses.cell(cell.row, 1).value) for cell in cells]
        assert notes[1:] == ["(continued)"] * (len(cells) - 1)

    def test_it_prints_at_a_size_that_can_be_read_with_a_page_for_each_topic(self) -> None:
        made = matrix()
        made = replace(made, rows=tuple(replace(made.rows[0], name=f"T{number}") for number in range(7)))
        clauses = sheet(opened(made), "Clauses")
        assert not clauses.sheet_properties.pageSetUpPr.fitToPage
        assert clauses.page_setup.scale >= 80
        assert clauses.page_setup.paperSize == 8
        assert clauses.print_title_cols == "$A:$A"
        assert [stop.id for stop in clauses.col_breaks.brk] == [5]
        before = [stop.id for stop in clauses.row_breaks.brk]
        names = [labels.topic_name(topic, "en") for topic in CORE_TOPICS]
        assert [str(clauses.cell(row + 1, 1).value) for row in before] == names[1:]


class TestTables:
    def test_evidence_has_words_and_place(self, book: Workbook) -> None:
        evidence = sheet(book, "Evidence")
        assert [str(cell.value) for cell in evidence[2]][:4] == ["ALPHA", "Data flows", "Discipline", "ALPHA Art. 2"]
        text = matrix().rows[0].text
        start, end = evidence["F2"].value, evidence["G2"].value
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert str(evidence["E2"].value) == text.raw[start:end]
        assert evidence.max_row == 1 + 7

    def test_sources_say_what_is_no_treaty_text(self, book: Workbook) -> None:
        sources = sheet(book, "Sources")
        first = [str(cell.value) for cell in sources[2]]
        assert "restatement: our own words, not the treaty's" in first
        assert "a" * 64 in first
        assert "Art. 9 could not be checked." in first
        assert "https://example.org/beta" in [str(cell.value) for cell in sources[3]]

    @pytest.mark.parametrize(
        ("language", "title", "note", "proof"),
        [
            ("en", "Restatement", "Unchecked: Art. ", "SADEA Art. 23(2) (unchecked)"),
            ("zh", "新加坡-澳大利亚数字经济协定", "未核对：条文 ", "SADEA Art. 23(2)（未核对）"),
            ("es", "Acuerdo de Economía Digital entre Australia y Singapur", "Sin cotejar: art. ", "(sin cotejar)"),
        ],
    )
    def test_our_own_text_says_what_was_checked(self, language: str, title: str, note: str, proof: str) -> None:
        ours = opened(build_matrix([open_builtin("SADEA")]), language)
        _, titled, _, _, address, _, _, noted = (
            str(cell.value) for cell in sheet(ours, labels.head("sources", language))[2]
        )
        assert titled.lower().endswith(title.lower())
        assert address.splitlines()[0] == "http://aftinet.org.au/cms/node/1914"
        assert note in noted
        lines = list(sheet(ours, labels.head("evidence", language)).iter_rows(min_row=2, values_only=True))
        assert any(str(line[3]).endswith(proof) for line in lines)
        parts = {str(line[2]) for line in lines}
        assert labels.part_name("test:non-discrimination", language) in parts
        assert not any(":" in part for part in parts if language == "zh")

    def test_a_text_checked_against_files_only_has_no_address(self) -> None:
        sources = sheet(opened(build_matrix([open_builtin("RCEP")])), "Sources")
        assert not str(sources["E2"].value or "")

    def test_the_codebook_names_every_strength(self, book: Workbook) -> None:
        cells = [str(cell.value) for line in sheet(book, "Codebook").iter_rows() for cell in line]
        assert {"▰▰▰ hard", "▰▰▱ mixed", "▰▱▱ soft", "▱▱▱ none"} <= set(cells)


class TestHostileText:
    @pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1:A9)", '=HYPERLINK("http://x")'])
    def test_no_cell_is_a_formula(self, name: str) -> None:
        made = matrix()
        text = replace(made.rows[0].text, edition=replace(made.rows[0].text.edition, title=name, note=name))
        finding = made.rows[0].cells["data-flows"].finding
        proof = Evidence(name, 0, Span(0, 1), name, "discipline")
        cells = {
            **made.rows[0].cells,
            "data-flows": replace(
                made.rows[0].cells["data-flows"],
                finding=replace(finding, phrase={"en": name}, citations=(name,), evidence=(proof,)),
            ),
        }
        made = replace(made, rows=(replace(made.rows[0], name=name, text=text, cells=cells), *made.rows[1:]))
        book = opened(made)
        plain = 0
        for page in book.worksheets:
            for line in page.iter_rows():
                for cell in line:
                    assert cell.data_type != "f"
                    if cell.value == name:
                        plain += 1
                        assert isinstance(cell.value, CellRichText) or cell.quotePrefix
        assert plain >= 3
        with zipfile.ZipFile(io.BytesIO(matrix_workbook(made, "en"))) as archive:
            pages = [archive.read(n) for n in archive.namelist() if n.startswith("xl/worksheets/")]
        assert not any(b"<f>" in page or b"<f " in page for page in pages)

    def test_control_characters_are_shown_not_fatal(self) -> None:
        made = matrix()
        made = replace(made, rows=(replace(made.rows[0], name="A\x00\x0bB\ud800\uffff"), *made.rows[1:]))
        assert str(sheet(opened(made), "Matrix")["A2"].value) == "A␀␋B\ufffd\ufffd"

    def test_spaces_at_the_ends_of_runs_survive(self, book: Workbook) -> None:
        cell = next(c for c in sheet(book, "Clauses")["C"] if "sending of harbour data" in str(c.value))
        assert any(text.endswith(" ") or text.startswith(" ") for text, *_ in looks(cell.value))

    def test_what_looks_like_an_escape_stays_as_it_is(self) -> None:
        assert legal("_x0041_") == "_x005F_x0041_"
        assert legal("a\r\nb\rc") == "a\nb\nc"


class TestFile:
    def test_equal_matrices_make_equal_files(self) -> None:
        assert matrix_workbook(matrix(), "en") == matrix_workbook(matrix(), "en")

    def test_it_is_written_by_its_suffix(self, tmp_path: Path) -> None:
        path = export_matrix(matrix(), tmp_path / "out.xlsx", "es")
        assert load_workbook(path).sheetnames[0] == "Matriz"

    def test_an_empty_matrix_is_a_workbook_too(self) -> None:
        assert opened(Matrix((), ())).sheetnames[0] == "Matrix"


class TestPieces:
    def test_joined_they_are_the_text(self) -> None:
        runs = [Run("word " * 3000, Look.ADDED), Run("x" * 9000, Look.PLAIN), Run("\nend")]
        cut = pieces(runs, 54, most=2000)
        assert "".join(run.text for piece in cut for run in piece) == "".join(run.text for run in runs)
        assert len(cut) > 10
        for piece in cut:
            assert sum(len(run.text) for run in piece) <= 2000
            assert height(piece, 54) <= HIGHEST_ROW
        assert {run.look for run in cut[0]} == {Look.ADDED}

    def test_short_text_stays_whole(self) -> None:
        assert pieces([Run("short")], 54) == [[Run("short")]]
        assert pieces([], 54) == [[]]

    def test_wide_characters_need_more_room(self) -> None:
        assert height([Run("数" * 60)], 54) > height([Run("a" * 60)], 54)
