"""Web pages: words at their places, lines as a browser shows them, furniture left over."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.citation import citation
from comparer.clean import clean
from comparer.ledger import ledger
from comparer.model import FILLER, Kind, Text
from comparer.readers import read_document
from comparer.readers.html import claims
from comparer.readers.html import read as read_page
from comparer.reading import read
from comparer.source import Source

GAZETTE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>L_0001</title><style>p { color: red }</style></head><body>
<table><tr><td><p class="oj-hd-date">3.5.2031</p></td><td><p>EN</p></td><td><p>Gazette of the Hills</p></td></tr></table>
<p class="oj-doc-ti">AGREEMENT</p><p class="oj-doc-ti">on bells between the hills and the valleys</p>
<p>CHAPTER 2</p><p>BELLS AND ROPES</p>
<div id="1"><p class="oj-ti-art">Article 2.1</p><p class="oj-sti-art">Ringing</p>
<div id="001.001"><p class="oj-normal">1.&#160;&#160;&#160;Each side shall
ring its bells <a id="ntc1" href="#ntr1">(<span class="oj-super">1</span>)</a>, at noon:</p>
<table><col width="4%"/><tbody><tr><td><p>(a)</p></td><td><p>in churches; and</p></td></tr></tbody></table>
<table><tbody><tr><td><p>(b)</p></td><td><p>in towers:</p>
<table><tbody><tr><td><p>(i)</p></td><td><p>of stone; or</p></td></tr></tbody></table>
<table><tbody><tr><td><p>(ii)</p></td><td><p>of wood.</p></td></tr></tbody></table></td></tr></tbody></table></div>
<div id="001.002"><p>2.&#160;&#160;&#160;No rope shall be cut <a id="ntc2" href="#ntr2">(<span>2</span>)</a>.</p></div></div>
<div><p>Article 2.2</p><p>Silence</p><p>Silence is kept at night.</p></div>
<hr class="oj-note"/><p class="oj-note"><a id="ntr1" href="#ntc1">(<span>1</span>)</a> A gong is a bell.</p>
<p class="oj-note"><a id="ntr2" href="#ntc2">(<span>2</span>)</a> Threads are not ropes.</p></body></html>
"""

MINISTRY = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bells</title><script>if (a < b) { document.write("<p>x") }</script>
<body class="page-header">
<div class="cookie-banner"><p>We bake cookies.</p></div>
<header><a href="/">Ministry of Bells</a></header>
<nav><ul><li>Home<li>Treaties</ul></nav>
<div id="breadcrumb-trail">Home &gt; Treaties</div>
<h1>Treaty of the Two Towers</h1>
<h2>Article 1: Bells &amp; Gongs</h2>
<ol><li>Each tower shall keep one bell<sup><a href="#fn1" id="r1">1</a></sup>.<li>A <b>bell</b>, if lent, is <i>returned</i>:
<ol type="a"><li>clean; and</li><li>tuned.</li></ol></li></ol>
<h2>Art&iacute;culo 2: Ropes</h2>
<p>Ropes are the towers&rsquo; own.<br>They are made of hemp.</p>
<p style="display:none">Tracked</p>
<ol class="notes"><li id="fn1">Spoons are no bells. <a href="#r1">&#8617;</a></li></ol>
<footer>Imprint</footer></body></html>
"""


def _page(tmp_path: Path, words: str, name: str = "a.html") -> Path:
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    return path


def _shown(text: Text) -> list[tuple[str, str]]:
    return [(citation(text, each.index), clean(text, each.index, children=False).text) for each in text.provisions]


def test_a_gazette(tmp_path: Path) -> None:
    text = read(_page(tmp_path, GAZETTE))
    assert _shown(text) == [
        ("Ch. 2", ""),
        ("Art. 2.1", ""),
        ("Art. 2.1(1)", "Each side shall ring its bells, at noon:"),
        ("Art. 2.1(1)(a)", "in churches; and"),
        ("Art. 2.1(1)(b)", "in towers:"),
        ("Art. 2.1(1)(b)(i)", "of stone; or"),
        ("Art. 2.1(1)(b)(ii)", "of wood."),
        ("Art. 2.1(2)", "No rope shall be cut."),
        ("Art. 2.2", "Silence is kept at night."),
        ("Art. 2.1, fn. 1", "A gong is a bell."),
        ("Art. 2.1, fn. 2", "Threads are not ropes."),
    ]
    assert [each.heading for each in text.provisions if each.heading] == ["BELLS AND ROPES", "Ringing", "Silence"]


def test_a_ministrys_page(tmp_path: Path) -> None:
    text = read(_page(tmp_path, MINISTRY))
    assert _shown(text) == [
        ("Art. 1", ""),
        ("Art. 1(1)", "Each tower shall keep one bell."),
        ("Art. 1(2)", "A bell, if lent, is returned:"),
        ("Art. 1(2)(a)", "clean; and"),
        ("Art. 1(2)(b)", "tuned."),
        ("Art. 2", "Ropes are the towers’ own. They are made of hemp."),
        ("Art. 1, fn. 1", "Spoons are no bells. ↩"),
    ]
    assert [each.heading for each in text.provisions if each.kind is Kind.ARTICLE] == ["Bells & Gongs", "Ropes"]
    left = " ".join(item.text for item in ledger(text).left_over)
    for words in ("We bake cookies.", "Ministry of Bells", "Home", "Imprint", "Tracked"):
        assert words in left
    assert "document.write" not in read_document(tmp_path / "a.html").view


def test_the_view_has_the_sources_positions(tmp_path: Path) -> None:
    document = read_document(_page(tmp_path, GAZETTE))
    assert document.raw == GAZETTE
    assert len(document.view) == len(GAZETTE)
    place = GAZETTE.index("in churches")
    assert document.view[place : place + 11] == "in churches"


def test_evidence_holds_no_markup(tmp_path: Path) -> None:
    text = read(_page(tmp_path, MINISTRY))
    words = clean(text, 2, children=False)
    quotes = [text.raw[a:b] for a, b in words.spans(0, len(words.text))]
    assert [quote for quote in quotes if quote.strip()] == ["A", "bell", ", if lent, is", "returned", ":"]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("<ol start=4><li>x", "4. x"),
        ("<ol type=I><li value=9>x", "IX. x"),
        ("<ol style='list-style-type: lower-roman'><li>x", "i. x"),
        ("<ol style='list-style: none'><li>x", "x"),
        ("<ol><li>(a) x", "(a) x"),
        ("<ul><li>x", "x"),
        ("<table><tr><td>x<td>y</table>", "x\t   y"),
        ("<p>x<b>y</b> <i>z</i>", f"x{FILLER * 3}y{' ' * 8}z"),
        ("<p>caf&eacute; &unknown; &amp", f"café{FILLER * 7} &unknown; &amp"),
        ("<p>x<!-- <p>hidden -->y", f"x{FILLER * 18}y"),
        ("<p>5 < 6 and 7 <3", "5 < 6 and 7 <3"),
        ("<p>in\u00advisible", f"in{FILLER}visible"),
        ("<pre>x\n  y</pre>", "x\n  y"),
        ("<p title='a > b'>x", "x"),
    ],
)
def test_what_a_browser_shows(tmp_path: Path, page: str, line: str) -> None:
    assert read_document(_page(tmp_path, f"<html>{page}")).view.strip(" \n\0") == line


def test_words_outside_the_main_part_are_left_over(tmp_path: Path) -> None:
    page = "<html><body><div>News</div><main><h1>Article 1: Bells</h1><p>Bells ring at noon every day.</p></main><p>Mail us"
    text = read(_page(tmp_path, page))
    assert [item.text for item in ledger(text).left_over] == ["News", "Mail us"]


def test_a_class_that_holds_most_of_the_page_is_no_menu(tmp_path: Path) -> None:
    page = "<html><body><div class='menu page'><h1>Article 1: Bells</h1><p>Bells ring at noon every day.</p></div>"
    assert read(_page(tmp_path, page)).articles


def test_a_number_that_links_to_an_article_is_no_note(tmp_path: Path) -> None:
    page = "<html><p>Bells <a href='#a'>3</a></p><h2 id='a'>Article 1: Bells</h2><p>3 bells ring.</p>"
    assert read_document(_page(tmp_path, page)).notes == ()


def test_the_charset_that_the_page_names(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes('<html><meta charset="big5"><p>第一條 鐘'.encode("big5"))
    assert read_document(path).view.strip() == "第一條 鐘"
    path.write_bytes('<html><meta http-equiv="x" content="text/html; charset=ISO-8859-1"><p>“Señal”'.encode("cp1252"))
    assert read_document(path).view.strip() == "“Señal”"


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    assert read_document(_page(tmp_path, MINISTRY, "a.txt")).edition.format == "html"
    assert read_document(_page(tmp_path, "Article 1: Bells\n\nBells ring.", "a.html")).edition.format == "text"
    assert read_document(_page(tmp_path, "<p>Bells</p>\n\n## Article 1", "a.md")).edition.format == "markdown"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "Bells",
        "<a \"'" * 50_000,
        "<!--" * 50_000,
        "<script>" * 50_000,
        "<p id=x>" * 20_000,
        "<a href='#x'>1</a>" * 20_000 + "<p id=x>1 Bells",
        "&amp" * 100_000,
        "<" * 200_000,
        "<table><tr><td>" * 20_000,
        "<ol><li>" * 20_000,
    ],
)
def test_hostile_pages_take_linear_time(page: str) -> None:
    source = Source(f"<html>{page}", "utf-8", "")
    assert len(read_page(Path("a.html"), source).view) == len(source.text)


_PIECES = st.sampled_from(
    [*"<>&;\"'/=!- \n\r\t#1a(", "<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ol>", "</ol>", "<a href='#n'>",
     "</a>", "<p id=n>", "<nav>", "</nav>", "<main>", "</main>", "<br>", "<pre>", "</pre>", "<!--", "-->", "<script>",
     "</script>", "&eacute;", "&#0;", "&#x110000;", "\u00ad", "bells", "(1)", "Article 1", "<head>", "<style"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_page_keeps_its_length(words: str) -> None:
    source = Source(f"<html>{words}", "utf-8", "")
    assert claims(Path("a"), source)
    document = read_page(Path("a"), source)
    assert len(document.view) == len(source.text)
    places = [place for span in document.left_over for place in span]
    assert places == sorted(places)
