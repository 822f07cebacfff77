"""PDFs made by hand, byte for byte, for the tests of their reader."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

TIMES, CHINESE = "F1", "F2"
_ENCODING = "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl /ff] >>"
_WIDTHS = dict(
    zip(
        " !(),-./:;0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        [
            250,
            333,
            333,
            333,
            250,
            333,
            250,
            278,
            278,
            278,
            *([500] * 10),
            722,
            667,
            667,
            722,
            611,
            556,
            722,
            722,
            333,
            389,
            722,
            611,
            889,
            722,
            722,
            556,
            722,
            667,
            556,
            611,
            722,
            722,
            944,
            722,
            722,
            611,
            444,
            500,
            444,
            500,
            444,
            333,
            500,
            500,
            278,
            278,
            500,
            278,
            778,
            500,
            500,
            500,
            500,
            333,
            389,
            278,
            500,
            500,
            722,
            500,
            500,
            444,
        ],
        strict=True,
    )
)
"""Of Times, in thousandths of an em."""
LIGATURES = {"ﬁ": "\x01", "ﬂ": "\x02", "ﬀ": "\x03"}


class Words(NamedTuple):
    """Words at a place on a page: points from its left lower corner."""

    text: str
    left: float
    base: float
    size: float = 12.0
    turn: int = 0
    """Quarter turns counter-clockwise."""


def column(lines: Iterable[str], left: float, top: float, step: float = 14.0, size: float = 12.0) -> list[Words]:
    """Lines below each other; an empty one leaves room."""
    return [Words(line, left, top - place * step, size) for place, line in enumerate(lines) if line]


def after(words: Words, text: str, gap: float = 0.0) -> Words:
    """The words that follow on the same line, `gap` points behind."""
    width = sum(_WIDTHS[character] for character in words.text) * words.size / 1000
    return words._replace(text=text, left=words.left + width + gap)


def mark(words: Words, number: str) -> Words:
    """A footnote's mark raised behind the words."""
    return after(words, number)._replace(base=words.base + 5, size=7)


def pdf(
    pages: Sequence[Sequence[Words]],
    *,
    rotate: int = 0,
    extra: Sequence[bytes] = (),
    trailer: str = "",
    contents: Sequence[bytes] = (),
) -> bytes:
    """A PDF with these pages. `contents` stands in place of the words of the first pages; `extra` are further objects,
    numbered from 9 on."""
    streams = [*contents, *(_content(words) for words in pages[len(contents) :])]
    first = 9 + len(extra)
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding {_ENCODING} >>".encode(),
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [5 0 R] "
            b"/ToUnicode 6 0 R >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /FontDescriptor 7 0 R "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        ),
        stream(_to_unicode()),
        (
            b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /Ascent 880 /Descent -120 /ItalicAngle 0 /StemV 80 "
            b"/CapHeight 700 /FontBBox [0 -120 1000 880] >>"
        ),
        b"<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /X0 9 0 R >> >>",
        *extra,
    ]
    for place, content in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Resources 8 0 R "
            f"/Contents {first + 2 * place + 1} 0 R >>".encode()
        )
        objects.append(content if content.startswith(b"<<") else stream(content))
    return _file(objects, trailer)


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def bomb(rounds: int, size: int) -> bytes:
    """A stream that swells by a thousand with each of its `rounds` filters, `size` bytes in the end."""
    data = zlib.compress(b"(a) Tj " * (size // 7), 9)
    for _ in range(rounds - 1):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{' /FlateDecode' * rounds}]")


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def _content(words: Iterable[Words]) -> bytes:
    pieces = []
    for word in words:
        across, up = ((1, 0), (0, 1), (-1, 0), (0, -1))[word.turn]
        chinese = any(ord(character) > 0x2E80 for character in word.text if character not in LIGATURES)
        shown = f"<{word.text.encode('utf-16-be').hex()}>".encode() if chinese else _literal(word.text)
        pieces.append(
            f"BT /{CHINESE if chinese else TIMES} {word.size} Tf "
            f"{across} {up} {-up} {across} {word.left} {word.base} Tm ".encode()
            + shown
            + b" Tj ET\n"
        )
    return b"".join(pieces)


def _literal(text: str) -> bytes:
    for ligature, code in LIGATURES.items():
        text = text.replace(ligature, code)
    data = text.encode("cp1252")
    return b"(" + data.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")"


def _to_unicode() -> bytes:
    """Codes are what they show. A range of such a map may not leave its high byte (ISO 32000-1, 9.10.3)."""
    ranges = [f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in range(256) if not 0xD8 <= high < 0xE0]
    blocks = [ranges[start : start + 100] for start in range(0, len(ranges), 100)]
    body = "\n".join(f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{body}\nendcmap end end"
    ).encode()
