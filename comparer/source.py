"""From bytes to text: limits, encodings, and what is no text at all."""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
from pathlib import Path
from typing import NamedTuple

from comparer.errors import BadInputError

LIMIT_MB = 64
"""The largest file that is read: the longest agreement known to us is below 3 MB."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_ISOLATED = ["gb18030", "big5", "cp1252", "latin_1"]
"""What treaties without a mark of their encoding have come in; guessing among all of Python's codecs misfires."""

_CHARSET = re.compile(
    rb"<meta\b[^<>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})"
    rb"|\A\s*<\?xml\b[^<>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_GROWN = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_PAGES = ("cp12", "iso8859", "gb18030", "big5", "euc_", "shift_jis", "koi8", "mac", "cp949", "iso2022")
"""Families of encodings that pages are written in; Python has codecs besides that are none (`unicode_escape`)."""
_HEAD = 4096
"""Bytes in which a page must name its encoding: the web's rule is 1024, which old pages exceed."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Source(NamedTuple):
    """A file's text. Line ends are as in the file: nothing is translated."""

    text: str
    encoding: str
    sha256: str
    """Of the file's bytes."""


def read_source(path: Path) -> Source:
    """Decode a file.

    The order: a byte-order mark, strict UTF-8, UTF-16 by the pattern of its NULs, the encoding that a page or an XML
    file names in its head, then a guess among a few encodings.

    Raises:
        BadInputError: missing, not a file, over `LIMIT_MB`, empty, binary, or in no encoding that is known here.
    """
    return decoded(path, file_bytes(path))


def decoded(path: Path, data: bytes) -> Source:
    """Decode a file's bytes, in the order that `read_source` names.

    Raises:
        BadInputError: binary, in no encoding that is known here, or nothing but blanks.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BadInputError(
                f"{path} is {what}, which is not read here: save it as plain text (UTF-8) and open that file."
            )
    text, encoding = _decode(path, data)
    if not text.strip():
        raise BadInputError(f"{path} is empty: choose a file that holds an agreement's text.")
    control = _CONTROL.search(text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        raise BadInputError(
            f"{path} is binary (a control character in line {line}): save the text as plain text (UTF-8) and open that."
        )
    return Source(text, encoding, hashlib.sha256(data).hexdigest())


def file_bytes(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        BadInputError: missing, not an ordinary file, over `LIMIT_MB`, unreadable, or nothing but blanks.
    """
    data = _bytes(path)
    if not data.strip():
        raise BadInputError(f"{path} is empty: choose a file that holds an agreement's text.")
    return data


def _bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise BadInputError(f"{path} is a folder: name the file in it that is to be read.")
        if not stat.S_ISREG(about.st_mode):
            raise BadInputError(f"{path} is not an ordinary file: name a file that holds an agreement's text.")
        if about.st_size > LIMIT_MB * 1024 * 1024:
            raise BadInputError(
                f"{path} has {about.st_size / 1024 / 1024:.0f} MB, more than the limit of {LIMIT_MB} MB: "
                "cut out the part that holds the agreement and open that."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInputError(f"There is no file {path}: check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError(f"{path} cannot be read ({reason}): check the name and your permissions.") from error


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strictly(path, data, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    wide = _utf16_by_nuls(data)
    if wide is not None:
        return _strictly(path, data, wide), wide
    if b"\x00" in data:
        raise BadInputError(f"{path} is binary, not text: save the agreement as plain text (UTF-8) and open that.")
    return _declared(data) or _guessed(path, data)


def _declared(data: bytes) -> tuple[str, str] | None:
    """As the head of a page or of an XML file says, where that decodes. Latin-1 is read as cp1252, GB 2312 and Big5 as
    what has grown out of them (WHATWG, Encoding Standard).
    """
    found = _CHARSET.search(data, 0, _HEAD)
    if found is None:
        return None
    try:
        encoding = codecs.lookup((found[1] or found[2]).decode("ascii")).name
        encoding = _GROWN.get(encoding, encoding)
        return (data.decode(encoding), encoding) if encoding.startswith(_PAGES) else None
    except (LookupError, ValueError):
        return None


def _strictly(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInputError(
            f"{path} begins as {encoding.upper()} but is damaged at byte {error.start}: "
            "save it again as plain text (UTF-8)."
        ) from error


def _utf16_by_nuls(data: bytes) -> str | None:
    """UTF-16 of Western text has a NUL in nearly every other byte; line ends and digits betray Chinese."""
    head = data[:65536]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(data) % 2 or even + odd < len(head) // 50:
        return None
    return "utf-16-le" if odd > 4 * even else "utf-16-be" if even > 4 * odd else None


def _guessed(path: Path, data: bytes) -> tuple[str, str]:
    if b"\n" not in data and data.count(b"\r") > 1:
        # Carriage returns alone end lines in old Macintosh files only, and those are in Mac Roman.
        return data.decode("mac_roman"), "mac_roman"
    from charset_normalizer import from_bytes  # noqa: PLC0415  costs 40 ms, and most files are UTF-8

    best = from_bytes(data, cp_isolation=_ISOLATED).best()
    if best is None:
        raise BadInputError(f"{path} is in no encoding that is known here: save it as plain text (UTF-8).")
    if best.encoding in {"latin_1", "cp1252"}:
        # Latin-1 decodes anything; where it is meant, cp1252 says the same and knows the curly quotes.
        try:
            return data.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            return data.decode("latin_1"), "latin_1"
    return data.decode(best.encoding), best.encoding
