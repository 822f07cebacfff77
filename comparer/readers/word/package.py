"""The zip archive that a Word document is: its parts, within limits."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

from comparer.errors import BadInputError
from comparer.readers.word.xmltree import tree

PART_MB = 64
"""The largest part that is unpacked: the longest agreement known to us has 25 MB of WordprocessingML."""
_RATIO = 250
"""Zip bombs pack a thousandfold; long tables of one word pack a hundredfold."""
_SMALL = 4 * 1024 * 1024
"""Bytes below which any ratio is harmless."""
_PARTS = 20_000
_OLE = b"\xd0\xcf\x11\xe0"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, IndexError, OverflowError)
_OTHERS = (
    ("xl/", "an Excel workbook", "save its text as a Word document or as plain text"),
    ("ppt/", "a PowerPoint presentation", "save its text as a Word document or as plain text"),
    ("content.xml", "an OpenDocument file", "save it as a Word document (.docx)"),
    ("META-INF/container.xml", "an electronic book", "save its text as plain text"),
)


class Package:
    """A Word document's parts, unpacked when they are asked for."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Open the archive and find its main part.

        Raises:
            BadInputError: damaged, protected by a password, an old Word file, another kind of archive, or a bomb.
        """
        self._path = path
        if data.startswith(_OLE):
            raise BadInputError(_old(path, data))
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            names = self._zip.namelist()
        except (*_BROKEN, NotImplementedError, RuntimeError) as error:
            raise self._damaged(error) from error
        if len(names) > _PARTS:
            raise BadInputError(f"{path} has {len(names)} parts, as no document has: check where it comes from.")
        self._names = {name.lower(): name for name in names}
        self.main = self._main()

    def part(self, name: str) -> Element | None:
        """The tree of a part; None where there is none of that name.

        Raises:
            BadInputError: the part is damaged, encrypted, or larger than a document's can be.
        """
        inside = self._names.get(name.lower().lstrip("/"))
        return None if inside is None else tree(self._bytes(inside), f"{self._path} ({inside})")

    def related(self, what: str) -> Element | None:
        """The part that the main one names as its `footnotes`, `numbering`, `styles`, …; None where it names none.

        A part outside the file is never followed.
        """
        folder, name = posixpath.split(self.main)
        relations = self.part(f"{folder}/_rels/{name}.rels")
        target = _target(relations, what)
        if target is None:
            return None
        return self.part(target if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target)))

    def _main(self) -> str:
        named = (_target(self.part("_rels/.rels"), "officeDocument") or "").lstrip("/")
        found = named if named.lower() in self._names else "word/document.xml"
        for beginning, what, advice in _OTHERS:
            if any(name.startswith(beginning.lower()) for name in self._names) and not found.startswith("word/"):
                raise BadInputError(f"{self._path} is {what}, which is not read here: {advice} and open that.")
        if found not in self._names.values():
            for beginning, what, advice in _OTHERS:
                if any(name.startswith(beginning.lower()) for name in self._names):
                    raise BadInputError(f"{self._path} is {what}, which is not read here: {advice} and open that.")
            raise BadInputError(
                f"{self._path} is a zip archive without a Word document in it: unpack it and open the file in it that "
                "holds the agreement."
            )
        return found

    def _bytes(self, name: str) -> bytes:
        about = self._zip.getinfo(name)
        if about.flag_bits & 1:
            raise BadInputError(f"{self._path} is protected by a password: save it without one and open that.")
        size, packed = about.file_size, max(about.compress_size, 1)
        if size > PART_MB * 1024 * 1024 or (size > _SMALL and size / packed > _RATIO):
            raise BadInputError(
                f"{self._path} unpacks to {size / 1024 / 1024:.0f} MB in {name} alone, as no agreement does: "
                "check where it comes from; if it is sound, save it as plain text and open that."
            )
        try:
            with self._zip.open(name) as stream:
                return stream.read(size + 1)
        except (*_BROKEN, NotImplementedError, RuntimeError) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> BadInputError:
        return BadInputError(
            f"{self._path} is a damaged Word document or zip archive ({error or type(error).__name__}): "
            "get the file again, or let Word repair it and save it."
        )


def _target(relations: Element | None, what: str) -> str | None:
    for relation in relations if relations is not None else ():
        kind = relation.get("Type", "")
        if kind.rpartition("/")[2] == what and relation.get("TargetMode") != "External":
            return relation.get("Target")
    return None


def _old(path: Path, data: bytes) -> str:
    """What a compound file (OLE) is: since 2007 Word writes one only around an encrypted document."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"{path} is protected by a password: open it in Word, save it without one, and open that."
    return f"{path} is an old Word document (.doc) or another old Office file: save it as .docx and open that."
