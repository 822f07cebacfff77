"""One agreement as different programs write it reads alike.

The files of LibreOffice 7.4 beside this were made from what these tests write, by way of an OpenDocument file, so that
no part of them is the original's.
"""

from __future__ import annotations

from pathlib import Path

import docx

from comparer.readers import read_document
from comparer.reading import read
from tests.comparer.readers.test_docx import FERRY, LISTS
from tests.comparer.readers.word_files import note, write_docx

FILES = Path(__file__).parent / "files"


def test_lists_and_notes_of_libreoffice(tmp_path: Path) -> None:
    ours = write_docx(tmp_path / "a.docx", FERRY, numbering=LISTS, footnotes=note(2, "Rafts are ferries."))
    theirs = read_document(FILES / "ferries-libreoffice.docx")
    assert theirs.raw == read_document(ours).raw
    assert theirs.notes == read_document(ours).notes


def test_headings_lists_and_tables_of_python_docx_and_libreoffice(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Treaty on Ferries", 0)
    document.add_heading("Chapter 1: Harbours", 1)
    document.add_heading("Article 1: Ferries", 2)
    for words in ("Each harbour shall keep a ferry.", "A ferry shall carry sheep."):
        document.add_paragraph(words, style="List Number")
    document.add_heading("Article 2: Tolls", 2)
    paragraph = document.add_paragraph("No toll shall be ")
    paragraph.add_run("asked").bold = True
    paragraph.add_run(" of a shepherd:")
    table = document.add_table(rows=2, cols=2)
    for place, words in enumerate(("Sheep", "0 %", "Carts", "5 %")):
        table.cell(place // 2, place % 2).text = words
    document.save(str(tmp_path / "a.docx"))

    text = read(tmp_path / "a.docx")
    assert text.raw == read_document(FILES / "tolls-libreoffice.docx").raw
    assert [(each.number, each.heading) for each in text.provisions if each.heading] == [
        ("1", "Harbours"),
        ("1", "Ferries"),
        ("2", "Tolls"),
    ]
    assert "Sheep\t0 %\nCarts\t5 %" in text.raw
