"""Akoma Ntoso as others write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from comparer.citation import citation
from comparer.clean import clean
from comparer.errors import BadInputError, SynopticError
from comparer.ledger import ledger
from comparer.model import Kind, Text
from comparer.readers import read_document
from comparer.readers.akn import claims
from comparer.readers.akn import read as read_akn
from comparer.reading import read
from comparer.source import Source

NAMESPACE = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'
META = """<meta><identification source="#x"><FRBRWork><FRBRalias value="Treaty of Bells" name="title"/>
<FRBRdate date="2031-05-03" name="signed"/></FRBRWork><FRBRExpression><FRBRlanguage language="spa"/></FRBRExpression>
</identification></meta>"""
BODY = """<preface><p>Official print <docTitle>Treaty of Bells</docTitle></p></preface>
<preamble><recitals><recital><p>Loving bells,</p></recital></recitals></preamble>
<body><chapter eId="c"><num>CHAPTER IV</num><heading>Bells</heading>
<article eId="a1"><num>Article 7</num><heading>Ringing<authorialNote marker="1"><p>Loudly.</p></authorialNote></heading>
<paragraph><num>1.</num><list><intro><p>Bells of <ref href="#a2">Article&#160;8</ref>, if <b>b</b>ig<authorialNote marker="2">
<p>Of ten pounds.</p></authorialNote>, ring:</p></intro>
<point><num>(a)</num><content><p>at noon &amp; midnight; and</p></content></point>
<point><num>(b)</num><content><p>on feasts.</p></content></point></list></paragraph>
<paragraph><content><p>Unnumbered words.</p></content></paragraph></article>
<article eId="a2"><num>Article 8</num><heading>Quoting</heading><paragraph><num>1</num><content>
<p>Replace it by <mod><quotedStructure><article><num>Article 3</num><content><p>New bells.</p></content></article>
</quotedStructure></mod></p></content></paragraph></article></chapter></body>
<attachments><attachment><heading>Annex II: Towers</heading><doc name="annex">META<mainBody><p>Towers are high.</p></mainBody>
</doc></attachment></attachments>"""


def _file(body: str, kind: str = "act") -> str:
    inner = body.replace("META", META)
    return f'<?xml version="1.0"?>\n<akomaNtoso {NAMESPACE}><{kind} name="x">{META}{inner}</{kind}></akomaNtoso>'


def _read(tmp_path: Path, words: str, name: str = "a.xml") -> Text:
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    return read(path)


def test_elements_become_provisions(tmp_path: Path) -> None:
    text = _read(tmp_path, _file(BODY))
    assert [(citation(text, each.index), clean(text, each.index, children=False).text) for each in text.provisions] == [
        ("preamble", "Loving bells,"),
        ("Ch. IV", ""),
        ("Art. 7", "Unnumbered words."),
        ("Art. 7, fn. 1", "Loudly."),
        ("Art. 7(1)", "Bells of Article 8, if big, ring:"),
        ("Art. 7, fn. 2", "Of ten pounds."),
        ("Art. 7(1)(a)", "at noon & midnight; and"),
        ("Art. 7(1)(b)", "on feasts."),
        ("Art. 8", ""),
        ("Art. 8(1)", "Replace it by Article 3 New bells."),
        ("Annex II", "Towers are high."),
    ]
    assert [each.heading for each in text.provisions if each.heading] == ["Bells", "Ringing", "Quoting", "Towers"]


def test_the_head_tells_of_the_edition(tmp_path: Path) -> None:
    edition = _read(tmp_path, _file(BODY)).edition
    assert (edition.title, edition.language, edition.facts.signed) == ("Treaty of Bells", "es", "2031-05-03")
    assert edition.format == "akn"


def test_words_outside_the_provisions_are_left_over(tmp_path: Path) -> None:
    left = [item.text.split() for item in ledger(_read(tmp_path, _file(BODY))).left_over]
    assert [word for words in left for word in words] == ["Official", "print", "Treaty", "of", "Bells"]


def test_the_view_has_the_sources_positions(tmp_path: Path) -> None:
    text = _read(tmp_path, _file(BODY))
    assert len(text.view) == len(text.raw)
    place = text.raw.index("on feasts")
    assert text.view[place : place + 9] == "on feasts"


def test_a_note_called_from_elsewhere(tmp_path: Path) -> None:
    words = _file(
        '<body><article><num>Article 1</num><paragraph><num>1.</num><content><p>Bells<noteRef href="#n" marker="3"/> ring.</p>'
        "</content></paragraph></article></body>"
    ).replace("</identification>", '</identification><notes source="#x"><note eId="n"><p>Not gongs.</p></note></notes>')
    text = _read(tmp_path, words)
    note = next(each for each in text.provisions if each.kind is Kind.FOOTNOTE)
    assert (note.number, clean(text, note.index).text) == ("3", "Not gongs.")
    assert note.anchor is not None
    assert text.raw[note.anchor] == "3"


def test_paragraphs_without_elements_are_read_off_the_lines(tmp_path: Path) -> None:
    body = "<body><article><num>Article 1</num><heading>Bells</heading><content><p>1. Bells ring.</p><p>2. Gongs:</p>"
    text = _read(tmp_path, _file(body + "<p>(a) do not.</p></content></article></body>"))
    assert [each.number for each in text.provisions] == ["1", "1", "2", "a"]


def test_prefixed_elements(tmp_path: Path) -> None:
    words = _file(
        "<body><article><num>Article 1</num><paragraph><num>1.</num><content><p>Bells.</p></content></paragraph></article></body>"
    )
    words = (
        words.replace("</", "</a:")
        .replace("<", "<a:")
        .replace("<a:/a:", "</a:")
        .replace("<a:?", "<?")
        .replace("xmlns=", "xmlns:a=")
    )
    assert [each.number for each in _read(tmp_path, words).provisions] == ["1", "1"]


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    assert _read(tmp_path, _file(BODY), "a.txt").edition.format == "akn"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (_file("<body>"), "not well-formed XML"),
        (
            f'<!DOCTYPE a [<!ENTITY b "c">]>{_file("<body/>")}'.replace('<?xml version="1.0"?>', ""),
            "declares a document type",
        ),
        (_file("<b>" * 300 + "</b>" * 300), "nests more than 200"),
        (_file("<body/>"), "No article was found"),
    ],
)
def test_what_is_refused_is_refused_in_a_sentence(tmp_path: Path, words: str, says: str) -> None:
    with pytest.raises(BadInputError, match=says):
        _read(tmp_path, words)


_NAMES = st.sampled_from(
    ["article", "num", "heading", "p", "paragraph", "point", "list", "authorialNote", "content", "hcontainer", "term", "td",
     "noteRef", "attachment", "quotedStructure", "preamble", "meta", "note", "TLCTerm", "docTitle", "crossHeading", "edition"]
)  # fmt: skip
_VALUES = st.sampled_from(["", "1", "definition", "annex", "unanchored", "heading", "#x", "x", "&amp;"])


@st.composite
def _tree(draw: st.DrawFn, depth: int = 5) -> str:
    name, value = draw(_NAMES), draw(_VALUES)
    if draw(st.booleans()) and depth < 5:
        return f'<{name} marker="{value}" href="{value}"/>'
    inside = draw(st.lists(_tree(depth - 1), max_size=3)) if depth else []
    words = draw(st.sampled_from(["", "bells ", "Article 1", "(a)", "&lt;", "<![CDATA[<p>]]>", "<!-- x -->"]))
    return f'<{name} name="{value}" class="{value}" marker="{value}" eId="{value}">{words}{words.join(inside)}</{name}>'


@given(_tree())
@example('<attachment eId=""><article eId=""></article><heading eId=""></heading></attachment>')
@settings(max_examples=200, deadline=None)
def test_any_elements_in_any_order(tree: str) -> None:
    source = Source(_file(tree), "utf-8", "")
    assert claims(Path("a"), source)
    document = read_akn(Path("a"), source)
    assert len(document.view) == len(source.text)


@given(st.integers(0, 2000), st.integers(0, 2000), st.sampled_from(["<", ">", "&", '"', "", "x", "</p>"]))
@settings(max_examples=150, deadline=None)
def test_damaged_files(start: int, length: int, instead: str) -> None:
    words = _file(BODY)
    source = Source(words[:start] + instead + words[start + length % 7 :], "utf-8", "")
    try:
        document = read_akn(Path("a"), source)
    except SynopticError:
        return
    assert len(document.view) == len(source.text)


def test_a_file_of_another_kind_is_still_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<book/>", encoding="utf-8")
    with pytest.raises(BadInputError, match="outermost element is <book>"):
        read_document(tmp_path / "a.xml")
