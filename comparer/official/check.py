"""Whether what arrived is the text that it should be."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import NamedTuple

from comparer.errors import BadInputError
from comparer.model import Text
from comparer.official.failures import TransferError, host
from comparer.official.listed import Address, Offer
from comparer.reading import read_texts

_NAMES = {
    "pdf": "a PDF document",
    "docx": "a Word document",
    "html": "a web page",
    "xml": "an XML file",
    "zip": "an archive",
    "text": "plain text",
    "binary": "something that is no text",
    "empty": "nothing",
}
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_MARKUP = re.compile(rb"\A\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_HEAD, _TAIL = 65536, 2048


class Verdict(NamedTuple):
    """What was found in a text that is kept."""

    sentence: str
    text: Text


def check(path: Path, offer: Offer, address: Address) -> Verdict:
    """Read the file and look for what must be in it.

    Raises:
        TransferError: it is something else, another text, or not all of it.
    """
    where = host(address.url)
    arrived = format_of(path)
    if arrived != address.format:
        raise TransferError(f"{where} sent {_called(path, arrived)}, not {_NAMES[address.format]}: {_by_browser()}")
    if _cut_off(path, arrived):
        raise TransferError(f"What {where} sent ends in its middle: try again.", again=True)
    try:
        texts = read_texts(path)
    except BadInputError as error:
        reason = str(error).replace(str(path), "the file").rstrip(".")
        raise TransferError(
            f"{where} sent {_called(path, arrived)} that cannot be read as {offer.name} ({reason}): {_by_browser()}"
        ) from error
    except Exception as error:
        # A fault of ours in one text is no reason to leave the others.
        fault = f"{type(error).__name__}: {error}"
        raise TransferError(f"What {where} sent could not be read for a fault in the program ({fault}).") from error
    text = next((one for one in texts if one.edition.language == offer.language), texts[0])
    return Verdict(_found(path, text, offer, where, arrived), text)


def _found(path: Path, text: Text, offer: Offer, where: str, arrived: str) -> str:
    standing = {text.provisions[index].number for index in text.articles}
    missing = [number for number in offer.articles if number not in standing]
    words = " ".join(text.view.casefold().split())
    named = not offer.words or any(word.casefold() in words for word in offer.words)
    if (offer.articles and len(missing) == len(offer.articles)) or not named:
        raise TransferError(f"{where} sent {_called(path, arrived)} that is not {offer.name}: {_by_browser()}")
    if text.edition.language != offer.language:
        raise TransferError(f"{where} sent {offer.name} in another language ({text.edition.language}): {_by_browser()}")
    if offer.articles and offer.articles[-1] in missing:
        raise TransferError(
            f"{where} sent only a part of {offer.name}: Article {missing[0]} is not in it; {_by_browser()}"
        )
    looked = [number for number in offer.articles if number not in missing]
    sentence = f"{len(standing)} articles were found in it, Article {', '.join(looked)} among them." if looked else ""
    if missing:
        sentence += f" Not found: Article {', '.join(missing)}."
    return sentence or f"{len(standing)} articles were found in it."


def _by_browser() -> str:
    return "look for the text on its page in a browser."


def format_of(path: Path) -> str:
    """What a file is by its bytes: `pdf`, `docx`, `html`, `xml`, `zip`, `text`, `binary` or `empty`."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.strip():
        return "empty"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx" if _is_word(path) else "zip"
    if _MARKUP.match(head) or (head.lstrip().startswith(b"<?xml") and b"<html" in head[:4096].lower()):
        return "html"
    if head.lstrip().startswith(b"<?xml"):
        return "xml"
    return "binary" if b"\x00" in head else "text"


def _is_word(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _cut_off(path: Path, arrived: str) -> bool:
    """A PDF ends with a mark of its own; a page need not, so its articles are counted instead."""
    if arrived != "pdf":
        return False
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _TAIL))
        return b"%%EOF" not in stream.read()


def _called(path: Path, arrived: str) -> str:
    """`a web page called "Sign in"`: what came, by its own name."""
    if arrived != "html":
        return _NAMES[arrived]
    with path.open("rb") as stream:
        title = _TITLE.search(stream.read(_HEAD))
    name = " ".join(title[1].decode("utf-8", errors="replace").split()) if title else ""
    return f'a web page called "{name[:80]}"' if name else "a web page"
