"""Word documents: what Word shows is what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.citation import citation
from comparer.cli.run import main
from comparer.model import FILLER, Changes, Document, Kind, Text
from comparer.readers import read_document
from comparer.reading import read
from comparer.workbench import open_text
from tests.comparer.readers.word_files import STRICT, call, level, note, numbering, p, r, write_docx

LISTS = numbering(
    {
        1: level(0, "decimal", "Article %1")
        + level(1, "decimal", "%2.")
        + level(2, "lowerLetter", "(%3)")
        + level(3, "lowerRoman", "(%4)"),
        2: level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"),
    },
    {
        1: (1, ""),
        2: (2, ""),
        3: (2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        4: (2, ""),
    },
)
FERRY = (
    p("Ferries", numbered=(1, 0))
    + p("Each harbour shall keep a ferry.", numbered=(1, 1))
    + p(r("A ferry shall carry:") + call(2), numbered=(1, 1))
    + p("sheep;", numbered=(1, 2))
    + p("carts that are", numbered=(1, 2))
    + p("empty; or", numbered=(1, 3))
    + p("full of hay.", numbered=(1, 3))
    + p("Tolls", numbered=(1, 0))
    + p("No toll shall be asked of a shepherd.", numbered=(1, 1))
)


def _raw(path: Path, changes: Changes = Changes.ACCEPTED) -> str:
    return read_document(path, changes=changes).raw


def _lines(path: Path, changes: Changes = Changes.ACCEPTED) -> list[str]:
    return [line for line in _raw(path, changes).split("\n") if line]


def _citations(text: Text) -> list[str]:
    return [citation(text, each.index) for each in text.provisions]


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return write_docx(tmp_path / "a.docx", FERRY, numbering=LISTS, footnotes=note(2, "Rafts are ferries."))


def test_automatic_numbers_are_part_of_the_text(ferry: Path) -> None:
    assert _citations(read(ferry)) == [
        "Art. 1",
        "Art. 1(1)",
        "Art. 1(2)",
        "Art. 1, fn. 1",
        "Art. 1(2)(a)",
        "Art. 1(2)(b)",
        "Art. 1(2)(b)(i)",
        "Art. 1(2)(b)(ii)",
        "Art. 2",
        "Art. 2(1)",
    ]


def test_a_note_stands_below_the_paragraph_that_calls_it(ferry: Path) -> None:
    text = read(ferry)
    found = next(each for each in text.provisions if each.kind is Kind.FOOTNOTE)
    assert [text.raw[a:b] for a, b in found.own] == ["[1] Rafts are ferries."]
    assert found.anchor is not None
    assert text.raw[found.anchor - 1 : found.anchor + 2] == "[1]"
    assert found.parent is not None
    assert text.provisions[found.parent].number == "2"


def test_the_document_says_what_it_was(ferry: Path) -> None:
    edition = read_document(ferry).edition
    assert (edition.format, edition.language) == ("docx", "en")
    assert len(edition.sha256) == 64


def test_a_strict_document_is_read_alike(ferry: Path, tmp_path: Path) -> None:
    strict = write_docx(
        tmp_path / "b.docx", FERRY, namespace=STRICT, numbering=LISTS, footnotes=note(2, "Rafts are ferries.")
    )
    assert _raw(strict) == _raw(ferry)


def test_lists_that_share_a_definition_count_on_unless_one_starts_again(tmp_path: Path) -> None:
    body = "".join(p(word, numbered=(which, 0)) for word, which in [("a", 2), ("b", 4), ("c", 3), ("d", 3), ("e", 2)])
    path = write_docx(tmp_path / "a.docx", body, numbering=LISTS)
    assert _lines(path) == ["1.\ta", "2.\tb", "1.\tc", "2.\td", "3.\te"]


def test_a_level_below_starts_again_and_shows_the_level_above(tmp_path: Path) -> None:
    places = [(2, 0), (2, 1), (2, 1), (2, 0), (2, 1)]
    path = write_docx(tmp_path / "a.docx", "".join(p("x", numbered=place) for place in places), numbering=LISTS)
    assert _lines(path) == ["1.\tx", "1.1\tx", "1.2\tx", "2.\tx", "2.1\tx"]


def test_a_level_that_never_starts_again(tmp_path: Path) -> None:
    lists = numbering(
        {1: level(0, "upperRoman", "%1") + level(1, "decimal", "Article %2", more='<w:lvlRestart w:val="0"/>')},
        {1: (1, "")},
    )
    body = "".join(p("x", numbered=(1, depth)) for depth in (0, 1, 1, 0, 1))
    path = write_docx(tmp_path / "a.docx", body, numbering=lists)
    assert _lines(path) == ["I\tx", "Article 1\tx", "Article 2\tx", "II\tx", "Article 3\tx"]


def test_legal_numbers_are_digits_at_every_level(tmp_path: Path) -> None:
    lists = numbering(
        {1: level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", more='<w:isLgl/><w:suff w:val="space"/>')},
        {1: (1, "")},
    )
    path = write_docx(tmp_path / "a.docx", p("x", numbered=(1, 0)) + p("y", numbered=(1, 1)), numbering=lists)
    assert _lines(path) == ["I.\tx", "1.1 y"]


def test_a_style_brings_its_number_and_a_paragraph_may_refuse_it(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Art"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Art"/></w:style>'
    )
    body = p("a", style="Art") + p("b", style="Sub") + p("c", style="Art", numbered=(0, 0)) + p("d", style="Art")
    path = write_docx(tmp_path / "a.docx", body, numbering=LISTS, styles=styles)
    assert _lines(path) == ["Article 1\ta", "Article 2\tb", "c", "Article 3\td"]


def test_a_level_is_known_by_its_style(tmp_path: Path) -> None:
    lists = numbering(
        {1: level(0, "decimal", "Chapter %1") + level(1, "decimal", "%2.", more='<w:pStyle w:val="Par"/>')},
        {1: (1, "")},
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Par"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    path = write_docx(tmp_path / "a.docx", p("x", style="Par"), numbering=lists, styles=styles)
    assert _lines(path) == ["1.\tx"]


def test_styles_in_a_circle_end(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    assert _lines(write_docx(tmp_path / "a.docx", p("x", style="A"), styles=styles)) == ["x"]


CHANGED = p(
    r("Each harbour ")
    + f"<w:ins>{r('shall')}</w:ins>"
    + '<w:del><w:r><w:delText>may</w:delText></w:r></w:del>'
    + r(" keep a ferry.")
) + p(r("One"), properties="<w:rPr><w:ins/></w:rPr>") + p(r(" Two"))  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        (Changes.ACCEPTED, ["Each harbour shall keep a ferry.", "One", "Two"]),
        (Changes.REJECTED, ["Each harbour may keep a ferry.", "One Two"]),
    ],
)
def test_tracked_changes(tmp_path: Path, changes: Changes, lines: list[str]) -> None:
    path = write_docx(tmp_path / "a.docx", CHANGED)
    assert _lines(path, changes) == lines
    note = read_document(path, changes=changes).edition.note
    assert note == f"Tracked changes (1 insertion, 1 deletion) are read as {changes}."


def test_a_moved_stretch_is_read_once(tmp_path: Path) -> None:
    body = p(f"<w:moveTo>{r('bells')}</w:moveTo>{r(' and ')}<w:moveFrom>{r('bells')}</w:moveFrom>{r('ropes')}")
    path = write_docx(tmp_path / "a.docx", body)
    assert _lines(path) == ["bells and ropes"]
    assert _lines(path, Changes.REJECTED) == ["and bellsropes"]


def test_a_note_that_a_change_took_away_does_not_count(tmp_path: Path) -> None:
    body = p(r("a") + f"<w:del>{call(1)}</w:del>" + r(" b") + call(2))
    path = write_docx(tmp_path / "a.docx", body, footnotes=note(1, "old") + note(2, "new"))
    assert _lines(path) == ["a b[1]", "[1] new"]
    assert _lines(path, Changes.REJECTED) == ["a[1] b[2]", "[1] old", "[2] new"]


def test_a_deleted_row_and_a_number_before_the_change(tmp_path: Path) -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    body = (
        "<w:tbl>"
        + row.format("", p("oats"), p("5 %"))
        + row.format("<w:trPr><w:del/></w:trPr>", p("hay"), p(""))
        + "</w:tbl>"
    )
    body += p("x", numbered=(2, 0), properties="<w:pPrChange><w:pPr/></w:pPrChange>")
    path = write_docx(tmp_path / "a.docx", body, numbering=LISTS)
    assert _lines(path) == ["oats\t5 %", "1.\tx"]
    assert _lines(path, Changes.REJECTED) == ["oats\t5 %", "hay", "x"]


def test_fields_show_their_result(tmp_path: Path) -> None:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    field = char.format("begin") + "<w:r><w:instrText> REF _1 \\h </w:instrText></w:r>" + char.format("separate")
    body = p(
        r("See Article ")
        + field
        + r("4")
        + char.format("end")
        + r(" and ")
        + f'<w:fldSimple w:instr="X">{r("5")}</w:fldSimple>'
    )
    assert _lines(write_docx(tmp_path / "a.docx", body)) == ["See Article 4 and 5"]


def test_tabs_breaks_hyphens(tmp_path: Path) -> None:
    body = p(
        "<w:r><w:t>a</w:t><w:tab/><w:t>cross</w:t><w:noBreakHyphen/><w:t>bor</w:t><w:softHyphen/><w:t>der</w:t><w:br/><w:t>b</w:t></w:r>"
    )
    document = read_document(write_docx(tmp_path / "a.docx", body))
    assert document.raw == "a\tcross-bor\u00adder\nb\n\n"
    assert document.view == f"a\tcross-bor{FILLER}der\nb\n\n"


def test_what_is_no_part_of_the_text_is_left_over_or_told(tmp_path: Path) -> None:
    contents = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents += f"<w:sdtContent>{p('Article 1 Bells 3')}</w:sdtContent></w:sdt>"
    box = f"<w:r><w:pict><w:txbxContent>{p('Draft of May')}</w:txbxContent></w:pict></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    body = (
        contents
        + p("Article 1: Bells")
        + p(r("A bell shall ring.") + box + hidden + "<w:r><w:commentReference w:id='1'/></w:r>")
    )
    document = read_document(write_docx(tmp_path / "a.docx", body))
    assert [document.raw[a:b] for a, b in document.left_over] == ["Article 1 Bells 3", "Draft of May"]
    assert "secret" not in document.raw
    assert document.edition.note == (
        "Left out: 1 comment, 1 hidden stretch. The words of 1 text box are among the left-overs."
    )


def test_cells_with_several_paragraphs_stand_one_below_the_other(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>"
    body = "<w:tbl><w:tr>" + cell.format(p("a") + p("b")) + cell.format(p("c")) + "</w:tr></w:tbl>"
    assert _lines(write_docx(tmp_path / "a.docx", body)) == ["a", "b", "c"]


def test_notes_of_an_authors_own_mark_and_endnotes(tmp_path: Path) -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    body = p(r("a") + own + call(4) + call(5, "endnote"))
    path = write_docx(
        tmp_path / "a.docx", body, footnotes=note(3, "star") + note(4, "one"), endnotes=note(5, "end", "endnote")
    )
    assert _lines(path) == ["a[*][1][i]", "[*] star", "[1] one", "[i] end"]
    assert [each.number for each in _document(path).notes] == ["*", "1", "i"]


def _document(path: Path) -> Document:
    return read_document(path)


def test_notes_numbered_by_section(tmp_path: Path) -> None:
    section = '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = p(r("x") + call(1), properties=section) + p(r("y") + call(2)) + p(r("z") + call(3))
    path = write_docx(tmp_path / "a.docx", body, footnotes=note(1, "A") + note(2, "B") + note(3, "C"))
    assert _lines(path) == ["x[a]", "[a] A", "y[a]", "[a] B", "z[b]", "[b] C"]


def test_the_name_does_not_matter(ferry: Path, tmp_path: Path) -> None:
    disguised = tmp_path / "ferry.txt"
    disguised.write_bytes(ferry.read_bytes())
    assert read_document(disguised).edition.format == "docx"


def test_a_draft_names_its_two_texts(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "draft.docx", p("Article 1: Ferries") + CHANGED)
    accepted, rejected = (open_text(f"{path}#{changes}") for changes in Changes)
    assert "shall keep" in accepted.raw
    assert "may keep" in rejected.raw
    assert rejected.edition.name == f"{path}#rejected"
    assert main(["read", str(path), "--changes", "rejected", "--json"]) == 0
