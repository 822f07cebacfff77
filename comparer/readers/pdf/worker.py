"""The child process that opens a PDF: bytes on standard input, pages of runs on standard output.

Run as a file of its own, never imported by the program: PDFium is written in C++, and what a hostile file does to it
must end here. Output is one JSON document a line: a page each, or `{"error": …}` as the last.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

try:
    import resource
except ImportError:  # Windows has no limits of this kind; there the parent's clock alone ends a file that never ends.
    resource = None  # type: ignore[assignment]

_MEMORY = 1536 * 1024 * 1024
"""Bytes of address space: PDFium itself takes about 100 MB; the longest agreement known to us takes 60 MB more."""
_OUTPUT = 512 * 1024 * 1024
_PAGES = 5000
_CHARACTERS = 12_000_000
"""The longest agreement known to us, with its annexes, has 6000 pages in files of at most 1200."""
_WIDE = 1.0
"""Ems of blank that divide two runs; smaller gaps are spaces."""
_SPACE = 0.17
"""Ems of blank that are a space where the file has none: a space in a tightly set line has a fifth of an em."""


class _Glyph(NamedTuple):
    """A character in coordinates that grow to the right and upward in reading direction, in points."""

    character: str
    left: float
    right: float
    base: float
    size: float
    turn: int
    """Quarter turns of its line, counter-clockwise; 9 where it runs aslant."""


def main() -> int:
    """Read standard input, write pages; exit status 0 where the last line says how it went."""
    stop = _limited(int(sys.argv[1]))
    data = sys.stdin.buffer.read()
    for line in _answers(data, stop):
        sys.stdout.write(json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n")
    sys.stdout.flush()
    return 0


def _limited(seconds: int) -> int:
    """Bind this process before it sees a byte of the file; how many characters it may give out."""
    if resource is not None:
        for kind, most in (
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_AS, _MEMORY),
            (resource.RLIMIT_FSIZE, _OUTPUT),
            (resource.RLIMIT_CORE, 0),
        ):
            try:
                resource.setrlimit(kind, (most, most))
            except (ValueError, OSError):
                # The system sets a lower limit already, or (macOS, address space) knows none.
                continue
    return _CHARACTERS


def _answers(data: bytes, most: int) -> Iterator[dict[str, Any]]:
    try:
        from pypdfium2 import raw as pdfium  # noqa: PLC0415  (after the limits are set)
    except (ImportError, OSError):
        yield {"error": "missing"}
        return
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        locked = code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        yield {"error": "locked" if locked else "damaged"}
        return
    pages = pdfium.FPDF_GetPageCount(document)
    if pages > _PAGES:
        yield {"error": "long", "pages": pages, "most": _PAGES}
        return
    for place in range(pages):
        page = _page(pdfium, document, place)
        most -= sum(len(run[0]) for run in page["runs"])
        if most < 0:
            yield {"error": "long", "pages": place + 1, "most": _PAGES}
            return
        yield page
    yield {"done": pages}


def _page(pdfium: Any, document: Any, place: int) -> dict[str, Any]:
    page = pdfium.FPDF_LoadPage(document, place)
    if not page:
        return {"runs": [], "aside": [], "pictures": 0, "broken": True}
    words = pdfium.FPDFText_LoadPage(page)
    glyphs = list(_glyphs(pdfium, words)) if words else []
    turn = Counter(glyph.turn for glyph in glyphs).most_common(1)[0][0] if glyphs else 0
    upright = [glyph for glyph in glyphs if glyph.turn == turn]
    aside = [glyph for glyph in glyphs if glyph.turn != turn]
    pictures = 0
    if not any(not glyph.character.isspace() for glyph in glyphs):
        pictures = sum(
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, which)) != pdfium.FPDF_PAGEOBJ_TEXT
            for which in range(min(pdfium.FPDFPage_CountObjects(page), 1000))
        )
    if words:
        pdfium.FPDFText_ClosePage(words)
    pdfium.FPDF_ClosePage(page)
    return {"runs": _runs(upright), "aside": _runs(aside), "pictures": pictures, "broken": False}


def _glyphs(pdfium: Any, words: Any) -> Iterator[_Glyph]:
    """Every character that the page shows. Blanks that PDFium puts in are left out: gaps are measured here."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    band, base, size, turn = (0.0, 0.0), 0.0, 0.0, 0
    high = 0
    for place in range(pdfium.FPDFText_CountChars(words)):
        code = pdfium.FPDFText_GetUnicode(words, place)
        if code in (0x20, 0x0D, 0x0A) and pdfium.FPDFText_IsGenerated(words, place) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
        pdfium.FPDFText_GetLooseCharBox(words, place, box)
        if (box.bottom, box.top) != band or turn % 2:
            # The box of a line's letters is the same as long as their font is: only then is the rest asked again.
            band = (box.bottom, box.top)
            pdfium.FPDFText_GetCharOrigin(words, place, x, y)
            pdfium.FPDFText_GetMatrix(words, place, matrix)
            turn = _turn(matrix.a, matrix.b)
            size = pdfium.FPDFText_GetFontSize(words, place) * (matrix.c**2 + matrix.d**2) ** 0.5
            base = (y.value, -x.value, -y.value, x.value)[turn] if turn < 4 else y.value
        left, right = _along(box, turn)
        yield _Glyph(_shown(code), left, right, base, max(size, 0.1), turn)


def _turn(across: float, up: float) -> int:
    if abs(up) <= 0.1 * abs(across):
        return 0 if across >= 0 else 2
    if abs(across) <= 0.1 * abs(up):
        return 1 if up > 0 else 3
    return 9


def _along(box: Any, turn: int) -> tuple[float, float]:
    """Where a character begins and ends along its line."""
    if turn == 1:
        return box.bottom, box.top
    if turn == 2:
        return -box.right, -box.left
    if turn == 3:
        return -box.top, -box.bottom
    return box.left, box.right


def _shown(code: int) -> str:
    """The character; PDFium has U+0002 for a hyphen at a line's end; what maps to nothing is U+FFFD."""
    if code == 2:
        return "-"
    if code in (9, 10, 13):
        return " "
    if code < 32 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _runs(glyphs: list[_Glyph]) -> list[tuple[str, float, float, float, float]]:
    """Characters that follow each other on one line in one size: text, left, right, base line, size."""
    runs: list[tuple[str, float, float, float, float]] = []
    text: list[str] = []
    first = last = None
    for glyph in glyphs:
        if first is not None and last is not None:
            gap = glyph.left - last.right
            whole = (
                abs(glyph.base - first.base) < 0.08 * first.size and abs(glyph.size - first.size) < 0.06 * first.size
            )
            if whole and glyph.turn == first.turn and -0.5 * first.size < gap < _WIDE * first.size:
                if gap > _SPACE * first.size and text[-1] != " " and glyph.character != " ":
                    text.append(" ")
                text.append(glyph.character)
                last = glyph
                continue
            runs.append(_run(text, first, last))
        first = last = glyph
        text = [glyph.character]
    if first is not None and last is not None:
        runs.append(_run(text, first, last))
    return [run for run in runs if run[0].strip()]


def _run(text: list[str], first: _Glyph, last: _Glyph) -> tuple[str, float, float, float, float]:
    return "".join(text), round(first.left, 2), round(last.right, 2), round(first.base, 2), round(first.size, 2)


if __name__ == "__main__":
    raise SystemExit(main())
