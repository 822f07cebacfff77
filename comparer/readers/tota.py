"""ToTA XML (Texts of Trade Agreements): a `treaty` of `meta` and `body`, chapters and articles as elements.

Chapters and articles carry number and name as attributes; both stay in the view, at their place in the tag, so that a
heading's words can be cited like any others. The format is described in the data set's own documentation (Alschner,
Seiermann and Skougarevskiy, "Text of Trade Agreements (ToTA)", 2018).
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import NamedTuple

from comparer.errors import BadInputError
from comparer.model import Document, Edition, FileFacts, HeadingHint, Kind, Span, Status
from comparer.readers.xmlguard import check
from comparer.readers.xmltokens import ATTRIBUTE, ROOT, TOKEN, blanked, character, plain
from comparer.source import Source
from comparer.structure.numbers import division_kind, normal_number


def claims(path: Path, source: Source) -> bool:
    """Whatever begins as XML, or is named so: other XML is refused here with a sentence of its own."""
    return path.suffix.lower() == ".xml" or source.text.lstrip("\ufeff \t\r\n").startswith(("<?xml", "<treaty"))


def read(path: Path, source: Source) -> Document:
    """The document, with a hint for every chapter and article.

    Raises:
        BadInputError: not well-formed, a document type or entities of its own, or another kind of XML.
    """
    check(path, source.text)
    root = ROOT.match(source.text)
    if root is None or root.group(1) != "treaty":
        name = root.group(1) if root else "?"
        raise BadInputError(
            f"{path} is XML of another kind (its outermost element is <{name}>): only ToTA XML, whose outermost "
            "element is <treaty>, and Akoma Ntoso are read; save the agreement as plain text instead."
        )
    scan = _scan(source.text)
    facts = _facts(scan.meta)
    edition = Edition(
        name=str(path),
        label=facts.name,
        title=facts.name,
        language=next(iter(scan.meta.get("language", ())), ""),
        status=Status.UNSTATED,
        sha256=source.sha256,
        encoding=source.encoding,
        format="tota",
        facts=facts,
    )
    return Document(edition, source.text, scan.view, tuple(scan.hints), scan.left_over)


class _Scan(NamedTuple):
    view: str
    hints: list[HeadingHint]
    meta: dict[str, list[str]]
    left_over: tuple[Span, ...]


def _scan(text: str) -> _Scan:
    """Blank the markup of a document that is known to be well-formed and free of declarations."""
    pieces: list[str] = []
    hints: list[HeadingHint] = []
    meta: dict[str, list[str]] = {}
    meta_span: list[int] = []
    place = 0
    opened = ("", 0)
    for token in TOKEN.finditer(text):
        pieces.append(text[place : token.start()])
        place = token.end()
        tag = token["tag"]
        if tag is None:
            pieces.append(plain(token))
            continue
        if tag in {"chapter", "article"} and not token["close"]:
            piece, hint = _heading(token)
            pieces.append(piece)
            hints.append(hint)
            continue
        if tag == "meta":
            meta_span.append(token.end() if not token["close"] else token.start())
        elif len(meta_span) == 1:
            if token["close"] and opened[0] == tag:
                meta.setdefault(tag, []).append(html.unescape(text[opened[1] : token.start()]).strip())
            opened = ("", 0) if token["close"] else (tag, token.end())
        pieces.append(blanked(token.group()))
    pieces.append(text[place:])
    left_over = (Span(meta_span[0], meta_span[1]),) if len(meta_span) == 2 else ()
    return _Scan("".join(pieces), hints, meta, left_over)


def _heading(token: re.Match[str]) -> tuple[str, HeadingHint]:
    """The tag with all but number and name blanked."""
    whole = token.group()
    shift = token.start("attributes") - token.start()
    visible: dict[str, tuple[int, int]] = {}
    for attribute in ATTRIBUTE.finditer(token["attributes"]):
        if attribute[1] in {"number", "name"}:
            group = 2 if attribute[2] is not None else 3
            visible[attribute[1]] = (attribute.start(group) + shift, attribute.end(group) + shift)
    shown = list(blanked(whole))
    for start, end in visible.values():
        shown[start:end] = re.sub(
            r"&(?:#?\w+);",
            lambda escape: character(escape.group()),
            whole[start:end],
        )
    number = _value(whole, visible.get("number"))
    name = _value(whole, visible.get("name"))
    kind = Kind.ARTICLE if token["tag"] == "article" else division_kind(number or name)
    starts = [token.start() + start for start, _ in visible.values()] or [token.end()]
    ends = [token.start() + end for _, end in visible.values()] or [token.end()]
    hint = HeadingHint(kind, normal_number(number), name, Span(min(starts), max(ends)))
    return "".join(shown), hint


def _value(whole: str, place: tuple[int, int] | None) -> str:
    return " ".join(html.unescape(whole[place[0] : place[1]]).split()) if place else ""


def _facts(meta: dict[str, list[str]]) -> FileFacts:
    def first(name: str) -> str:
        return next(iter(meta.get(name, ())), "")

    return FileFacts(
        first("name"),
        first("date_signed"),
        first("date_into_force"),
        tuple(dict.fromkeys(meta.get("partyisocode", ()))),
    )
