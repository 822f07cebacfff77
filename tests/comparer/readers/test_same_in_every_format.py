"""One agreement as plain text, as a web page and as a Word document has one structure."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from comparer.clean import clean
from comparer.model import Kind, Text
from comparer.reading import read
from tests.comparer.readers.word_files import p, write_docx

_ITEMS = {Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.DEFINITION}


def _paragraphs(text: Text) -> Iterator[str]:
    """The text without its footnotes, as a person would type it."""
    for each in text.provisions:
        if each.kind is Kind.FOOTNOTE:
            continue
        words = clean(text, each.index, children=False, number=True).text
        body = clean(text, each.index, children=False).text
        if each.kind in _ITEMS or not words.endswith(body):
            yield words
        else:
            yield from (part for part in (words.removesuffix(body).strip(), body) if part)


def _shape(path: Path) -> Counter[tuple[str, str, str, str]]:
    text = read(path)
    return Counter(
        (each.kind, each.number, each.heading, clean(text, each.index, children=False).text) for each in text.provisions
    )


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name", ["japan-eu-epa/jeepa_en_full.txt", "ceta/ceta_en_full.txt", "cptpp/cptpp_ch14.zh.split.txt"]
)
def test_an_authentic_text(corpus: Path, tmp_path: Path, name: str) -> None:
    paragraphs = list(_paragraphs(read(corpus / "authentic" / name)))
    (tmp_path / "a.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    page = "".join(f"<p>{html.escape(words)}</p>" for words in paragraphs)
    (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    write_docx(tmp_path / "a.docx", "".join(p(html.escape(words)) for words in paragraphs))
    plain = _shape(tmp_path / "a.txt")
    assert sum(plain.values()) > 100
    assert _shape(tmp_path / "a.html") == plain
    assert _shape(tmp_path / "a.docx") == plain
