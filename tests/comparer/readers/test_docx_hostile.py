"""Word documents that are damaged, protected, disguised, or made to exhaust the machine."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comparer.errors import BadInputError, SynopticError
from comparer.model import Changes
from comparer.readers import read_document
from comparer.readers.docx import read_bytes
from tests.comparer.readers.test_docx import CHANGED, FERRY, LISTS
from tests.comparer.readers.word_files import W, note, p, r, write_docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def _zip(**parts: str | bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def _document(body: str, head: str = "") -> bytes:
    return _zip(word__document_xml=f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password: open it in Word"),
        (OLE + "WordDocument".encode("utf-16-le"), r"old Word document \(\.doc\).*save it as \.docx"),
        (b"PK\x03\x04 and nothing else", "damaged Word document"),
        (_zip(xl__workbook_xml="<x/>"), "an Excel workbook"),
        (_zip(content_xml="<x/>"), "an OpenDocument file"),
        (_zip(readme="hello"), "a zip archive without a Word document"),
        (_zip(word__document_xml="<w:document"), r"word/document.xml\) is not well-formed XML"),
        (_zip(word__document_xml="<a/>"), "without a body"),
        (_document("", '<!DOCTYPE x [<!ENTITY a "bell"><!ENTITY b "&a;&a;">]>'), "declares a document type"),
        (_document("<w:p/>"), "holds no words"),
        (_document("<w:tbl><w:tr><w:tc>" * 100), "not well-formed|nests more than 200"),
        (_document("<w:ins>" * 300 + "</w:ins>" * 300), "nests more than 200 elements"),
        (_document(p("a" * 20_000_000)), "unpacks to 19 MB in word/document.xml alone"),
    ],
)
def test_what_is_refused_is_refused_in_a_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(BadInputError, match=says):
        read_document(path)


def test_a_part_outside_the_file_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<w:footnotes/>", encoding="utf-8")
    data = _zip(
        word__document_xml=f'<w:document xmlns:w="{W}"><w:body>{p("Bells")}</w:body></w:document>',
        word___rels__document_xml="",
        **{
            "word/_rels/document.xml.rels": '<R xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Type="x/footnotes" Target="file://{secret}" TargetMode="External"/>'
            '<Relationship Type="x/numbering" Target="../../../../../etc/passwd"/></R>'
        },
    )
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert read_document(path).raw.strip() == "Bells"


def test_an_encrypted_part(tmp_path: Path) -> None:
    data = bytearray(_document(p("Bells")))
    data[6] |= 1
    place = data.rindex(b"PK\x01\x02")
    data[place + 8] |= 1
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(data))
    with pytest.raises(BadInputError, match="protected by a password"):
        read_document(path)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("word") / "a.docx"
    return write_docx(path, FERRY + CHANGED, numbering=LISTS, footnotes=note(2, "Rafts are ferries.")).read_bytes()


def _survives(data: bytes) -> None:
    for changes in Changes:
        try:
            document = read_bytes(Path("a.docx"), data, changes)
        except SynopticError:
            continue
        assert len(document.view) == len(document.raw)


@given(cut=st.integers(min_value=4, max_value=1500))
@settings(max_examples=60, deadline=None)
def test_truncated(sound: bytes, cut: int) -> None:
    _survives(sound[:cut])


@given(changes=st.lists(st.tuples(st.integers(min_value=4), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mutated_bytes(sound: bytes, changes: list[tuple[int, int]]) -> None:
    data = bytearray(sound)
    for place, value in changes:
        data[4 + place % (len(data) - 4)] = value
    _survives(bytes(data))


_ELEMENTS = """
p r t tbl tr tc ins del moveFrom sdt sdtContent pPr numPr numId ilvl fldChar instrText footnoteReference tab br sectPr
rPr vanish pPrChange txbxContent pict sym body abstractNum num lvl lvlText start numFmt lvlOverride footnote style
"""
_NAMES = st.sampled_from(_ELEMENTS.split())
_VALUES = st.sampled_from(["", "1", "-1", "0", "begin", "end", "separate", "x", "99999999999", "F0B7", "zz"])


@st.composite
def _tree(draw: st.DrawFn, depth: int = 5) -> str:
    name, value = draw(_NAMES), draw(_VALUES)
    inside = draw(st.lists(_tree(depth - 1), max_size=3)) if depth else []
    return (
        f'<w:{name} w:val="{value}" w:id="{value}" w:char="{value}" w:fldCharType="{value}" w:ilvl="{value}">'
        f"{draw(st.sampled_from(['', 'bells ']))}{''.join(inside)}</w:{name}>"
    )


@given(body=_tree(), lists=_tree(), notes=_tree(), styles=_tree())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_elements_in_any_order(body: str, lists: str, notes: str, styles: str) -> None:
    def part(name: str, content: str) -> str:
        return f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'

    relations = "".join(f'<Relationship Type="x/{name}" Target="{name}.xml"/>' for name in ("numbering", "footnotes"))
    data = _zip(
        **{
            "word/document.xml": part("document", f"<w:body>{p('Bells')}{body}</w:body>"),
            "word/numbering.xml": part("numbering", lists),
            "word/footnotes.xml": part("footnotes", notes),
            "word/styles.xml": part("styles", styles),
            "word/_rels/document.xml.rels": "<R xmlns="
            f'"http://schemas.openxmlformats.org/package/2006/relationships">{relations}</R>',
        }
    )
    _survives(data)


def test_a_long_paragraph_takes_linear_time(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", p(r("bells and ropes ") * 20_000))
    assert len(read_document(path).raw) > 300_000
