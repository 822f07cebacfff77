"""PDFs that are locked, damaged, no text or made to do harm: one sentence each, and the caller goes on."""

from __future__ import annotations

import contextlib
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.errors import BadInputError
from comparer.readers.pdf import child, read_bytes
from comparer.readers.pdf.child import pages_of
from comparer.reading import read
from tests.comparer.readers.pdf_files import bomb, column, pdf, stream

NAME = Path("gates.pdf")
PAGE = column(["Article 1: Gates", "", "1. The gate is green.", "2. The gate has a bell."], 72, 760)
GOOD = pdf([PAGE, column(["3. The bell is rung at noon.", "4. Nobody hears it."], 72, 760)])
LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{0}> /U <{0}> >> /ID [<{1}> <{1}>]".format(
    "ab" * 32, "cd" * 16
)
SECONDS = 2


def refusal(data: bytes) -> str:
    with pytest.raises(BadInputError) as caught:
        read_bytes(NAME, data)
    sentence = str(caught.value)
    assert sentence.startswith("gates.pdf ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([PAGE], trailer=LOCK), "protected with a password"),
        (pdf([[]], contents=[b"10 10 200 200 re f"]), "is a scan"),
        (pdf([[]]), "has no text"),
        (pdf([PAGE] * 5001), "longer than is read at once"),
        (pdf([column(["\ufdd0\uffff\ufffe一" * 9], 72, 760)]), "does not say which"),
        (GOOD[:9], "damaged or truncated"),
        (GOOD[: len(GOOD) // 2], "damaged or truncated"),
        (b"%PDF-1.7\n" + b"<<" * 2_000_000, "damaged"),
        (b"%PDF-1.7\n1 0 obj\n" + b"[" * 2_000_000 + b"\nendobj trailer << /Root 1 0 R >>", "damaged"),
        (GOOD.replace(b"/Kids [9 0 R", b"/Kids [2 0 R"), ""),
    ],
    ids=["locked", "scan", "empty", "long", "unmapped", "head", "half", "nested", "arrays", "loop"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, says: str) -> None:
    if says:
        assert says in refusal(data)
    else:
        assert pages_of(NAME, data)


def laughing() -> bytes:
    """Forms that show ten times a form that shows ten times a form …"""
    forms = []
    for place in range(12):
        inner = f"/XObject << /X0 {10 + place} 0 R >>" if place < 11 else ""
        entries = f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> {inner} >>"
        forms.append(stream(b"/X0 Do " * 10 if inner else b"BT /F1 12 Tf (ha) Tj ET", entries))
    return pdf([[]], contents=[stream(b"/X0 Do")], extra=forms)


def endless() -> bytes:
    """A page of millions of words in a small file."""
    words = zlib.compress(b"BT /F1 12 Tf 1 0 0 1 72 700 Tm " + b"(abcdefghij) Tj " * 3_000_000 + b"ET", 9)
    return pdf([[]], contents=[stream(words, "/Filter /FlateDecode")])


@pytest.mark.parametrize("data", [laughing(), endless()], ids=["laughing", "endless"])
def test_what_never_ends_is_ended(data: bytes) -> None:
    start = time.monotonic()
    with pytest.raises(BadInputError, match=r"more than 2 seconds|made to exhaust the machine"):
        pages_of(NAME, data, seconds=SECONDS)
    assert time.monotonic() - start < SECONDS + 5


def test_a_stream_that_swells_ends_in_a_sentence_or_in_nothing_to_read() -> None:
    start = time.monotonic()
    with pytest.raises(BadInputError):
        read_bytes(NAME, pdf([[]], contents=[bomb(3, 20_000_000)]))
    assert time.monotonic() - start < child.SECONDS


def test_a_child_that_dies_or_babbles_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for program in ("import os; os.abort()", "print('no json')", "raise SystemExit(3)", "print('{\"runs\": 1')"):
        worker = tmp_path / "worker.py"
        worker.write_text(program, encoding="utf-8")
        monkeypatch.setattr(child, "_WORKER", worker)
        assert "damaged PDF, or one made to exhaust the machine" in refusal(GOOD)


def test_a_child_without_memory_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resource")
    source = child._WORKER.read_text(encoding="utf-8").replace("sys.stdin.buffer.read()", "bytes(bytearray(3 << 30))")
    worker = tmp_path / "worker.py"
    worker.write_text(source, encoding="utf-8")
    monkeypatch.setattr(child, "_WORKER", worker)
    assert "made to exhaust the machine" in refusal(GOOD)


def test_a_library_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise ImportError", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert "pypdfium2" in refusal(GOOD)


def test_a_name_that_deceives(tmp_path: Path) -> None:
    file = tmp_path / "gates.txt"
    file.write_bytes(b"\r\n" + GOOD)
    assert read(file).edition.format == "pdf"
    named = tmp_path / "gates.pdf"
    named.write_text("Article 1: Gates\nThe gate is green.\n", encoding="utf-8")
    assert read(named).edition.format == "text"


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_bytes_that_were_changed_give_a_text_or_a_sentence(data: st.DataObject) -> None:
    changed = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 30))):
        place = data.draw(st.integers(0, len(changed) - 1))
        changed[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    # Whatever else is raised is found here.
    with contextlib.suppress(BadInputError):
        for document in read_bytes(NAME, bytes(changed)):
            assert len(document.raw) == len(document.view)
