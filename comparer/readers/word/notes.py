"""Footnotes and endnotes: their numbers in the order in which they are called, and their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from comparer.readers.word.body import Body
from comparer.readers.word.formats import shown
from comparer.readers.word.inline import Call
from comparer.readers.word.package import Package
from comparer.readers.word.styles import whole

_FORMS = {"w-footnote": "decimal", "w-endnote": "lowerRoman"}
"""How Word numbers notes unless it is told otherwise (ECMA-376, part 1, 17.11.17)."""


@dataclass(slots=True)
class _Series:
    """One of the two series of notes."""

    form: str
    start: int = 1
    by_section: bool = False
    count: int = 0
    bodies: dict[str, Element] = field(default_factory=dict)


class Notes:
    """Both series of a document."""

    def __init__(self, package: Package, body: Element, reader: Body) -> None:
        self._reader = reader
        settings = package.related("settings")
        self._series = {
            note: _series(note, package.related(f"{note[2:]}s"), settings, body) for note in ("w-footnote", "w-endnote")
        }

    def number(self, call: Call) -> str:
        """The mark of the next note called; a mark that the author set does not count."""
        if call.mark:
            return call.mark
        series = self._series[call.note]
        series.count += 1
        return shown(series.start + series.count - 1, series.form)

    def words(self, call: Call) -> str:
        """The words of a note, each of its paragraphs on a line; empty where the document has lost it."""
        body = self._series[call.note].bodies.get(call.name)
        if body is None:
            return ""
        return "\n".join(block.words for block in (*self._reader.blocks(body), *self._reader.rest()) if block.words)

    def next_section(self) -> None:
        """A section of the document is over."""
        for series in self._series.values():
            if series.by_section:
                series.count = 0


def _series(note: str, part: Element | None, settings: Element | None, body: Element) -> _Series:
    series = _Series(_FORMS[note])
    properties = [each.find(f"w-{note[2:]}Pr") for each in (settings, body.find(".//w-sectPr")) if each is not None]
    for each in properties:
        if each is None:
            continue
        form, restart = each.find("w-numFmt"), each.find("w-numRestart")
        series.form = form.get("w-val", series.form) if form is not None else series.form
        series.start = whole(each.find("w-numStart")) or series.start
        series.by_section = series.by_section or (restart is not None and restart.get("w-val") == "eachSect")
    for each in part if part is not None else ():
        if each.tag == note and each.get("w-type", "normal") == "normal":
            series.bodies[each.get("w-id", "")] = each
    return series
