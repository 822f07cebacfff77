"""The child process that opens a PDF: bytes on standard input, pages of runs on standard output.

Run as a file of its own, never imported by the program: PDFium is written in C++, and what a hostile file does to it
must end here. Output is one JSON document a line: a page each, or `{"error": …}` as the last.
"""

from __future__ import annotations

import ctypes
import json
import re
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


_TOKEN = re.compile(r"[^\W\d_]+|.", re.DOTALL)
"""Letters in a row are measured at their ends only, which halves the time; digits may be marks."""


class _Piece(NamedTuple):
    """A few characters in coordinates that grow to the right and upward in reading direction, in points."""

    text: str
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
    pieces = list(_Measured(pdfium, words).pieces()) if words else []
    turns = Counter[int]()
    for piece in pieces:
        turns[piece.turn] += len(piece.text)
    turn = turns.most_common(1)[0][0] if turns else 0
    pictures = 0
    if not any(piece.text.strip() for piece in pieces):
        pictures = sum(
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, which)) != pdfium.FPDF_PAGEOBJ_TEXT
            for which in range(min(pdfium.FPDFPage_CountObjects(page), 1000))
        )
    if words:
        pdfium.FPDFText_ClosePage(words)
    pdfium.FPDF_ClosePage(page)
    return {
        "runs": _runs([piece for piece in pieces if piece.turn == turn]),
        "aside": _runs([piece for piece in pieces if piece.turn != turn]),
        "pictures": pictures,
        "broken": False,
    }


class _Measured:
    """The characters of a page with their places."""

    def __init__(self, pdfium: Any, words: Any) -> None:
        self._pdfium = pdfium
        self._words = words
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._band = (0.0, 0.0)
        self._base, self._size, self._turn = 0.0, 1.0, 0

    def pieces(self) -> Iterator[_Piece]:
        """Everything that the page shows. Blanks that PDFium puts in are left out: gaps are measured here."""
        for token in _TOKEN.finditer(self._text()):
            text, place = token.group(), token.start()
            if text in " \r\n" and self._pdfium.FPDFText_IsGenerated(self._words, place) == 1:
                continue
            whole = self._piece(place, text)
            if whole is None:
                for step, character in enumerate(text):
                    part = self._piece(place + step, character)
                    if part is not None:
                        yield part
            else:
                yield whole

    def _text(self) -> str:
        """A character for each place. One call gives them all, unless some stand for nothing or take two units."""
        count = max(self._pdfium.FPDFText_CountChars(self._words), 0)
        buffer = (ctypes.c_ushort * (count + 1))()
        if self._pdfium.FPDFText_GetText(self._words, 0, count, buffer) == count + 1:
            text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
            if len(text) == count:
                return text
        codes = (self._pdfium.FPDFText_GetUnicode(self._words, place) for place in range(count))
        return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)

    def _piece(self, place: int, text: str) -> _Piece | None:
        """Characters as one piece; None where they do not stand on one line in one size, one behind the other."""
        left, right = self._measure(place)
        base, size, turn = self._base, self._size, self._turn
        if len(text) > 1:
            _, right = self._measure(place + len(text) - 1)
            if right < left or (base, size, turn) != (self._base, self._size, self._turn):
                return None
        return _Piece(_shown(text), left, right, base, size, turn)

    def _measure(self, place: int) -> tuple[float, float]:
        """Where a character begins and ends along its line; its base line, size and turn are kept."""
        pdfium, words, box = self._pdfium, self._words, self._box
        pdfium.FPDFText_GetLooseCharBox(words, place, box)
        if (box.bottom, box.top) != self._band or self._turn:
            # The box of a line's letters is the same as long as their font is: only then is the rest asked again.
            self._band = (box.bottom, box.top)
            pdfium.FPDFText_GetCharOrigin(words, place, self._x, self._y)
            pdfium.FPDFText_GetMatrix(words, place, self._matrix)
            self._turn = _turn(self._matrix.a, self._matrix.b)
            scale: float = (self._matrix.c**2 + self._matrix.d**2) ** 0.5
            self._size = round(max(pdfium.FPDFText_GetFontSize(words, place) * scale, 0.1), 2)
            x, y = self._x.value, self._y.value
            self._base = round((y, -x, -y, x)[self._turn] if self._turn < 4 else y, 2)
        turn = self._turn
        if turn == 1:
            return box.bottom, box.top
        if turn == 2:
            return -box.right, -box.left
        if turn == 3:
            return -box.top, -box.bottom
        return box.left, box.right


def _turn(across: float, up: float) -> int:
    if abs(up) <= 0.1 * abs(across):
        return 0 if across >= 0 else 2
    if abs(across) <= 0.1 * abs(up):
        return 1 if up > 0 else 3
    return 9


_CONTROL = dict.fromkeys((*range(32), 0xFFFF), "\ufffd") | {2: "-", 0xFFFE: "-", 9: " ", 10: " ", 13: " "}
"""PDFium has U+0002 or U+FFFE for a hyphen at a line's end; what maps to nothing is U+FFFD."""


def _shown(text: str) -> str:
    return text if text.isalpha() else text.translate(_CONTROL)


def _runs(pieces: list[_Piece]) -> list[tuple[str, float, float, float, float]]:
    """Pieces that follow each other on one line in one size: text, left, right, base line, size."""
    runs: list[tuple[str, float, float, float, float]] = []
    text: list[str] = []
    first = last = None
    for piece in pieces:
        if first is not None and last is not None:
            gap = piece.left - last.right
            near = abs(piece.base - first.base) < 0.08 * first.size and abs(piece.size - first.size) < 0.06 * first.size
            if near and piece.turn == first.turn and -0.5 * first.size < gap < _WIDE * first.size:
                if gap > _SPACE * first.size and text[-1] != " " and piece.text != " ":
                    text.append(" ")
                text.append(piece.text)
                last = piece
                continue
            runs.append(_run(text, first, last))
        first = last = piece
        text = [piece.text]
    if first is not None and last is not None:
        runs.append(_run(text, first, last))
    return [run for run in runs if run[0].strip()]


def _run(text: list[str], first: _Piece, last: _Piece) -> tuple[str, float, float, float, float]:
    # Characters beyond the first plane may come in two halves.
    joined = "".join(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return joined, round(first.left, 2), round(last.right, 2), first.base, first.size


if __name__ == "__main__":
    raise SystemExit(main())
