"""Sentences of a clause: where they begin and end, what kind each is, how firmly it binds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.coding.rulebook import Rulebook, settings
from rules.model import Passage, Strength

_END = re.compile(
    r"""(?<=[.!?])(?<!\bArt\.)(?<!\bNo\.)(?<!\bpara\.)(?<!\bi\.e\.)(?<!\be\.g\.)(?<!\bfn\.)(?<!\bCh\.)
        ["”’']?\s+(?=["“‘(]*(?:[A-ZÁÉÍÓÚÑ]|\([a-z]{1,4}\)\s+[A-Z]))
      | (?<=[a-z)]\.)\d{1,2}\s+(?=[A-Z])
      | (?<=。)["”’]?\s*""",
    re.VERBOSE,
)
"""Items of a list end with a semicolon and stay with the words that open the list; a note's mark may stand between."""

ITEM = re.compile(r"(?:(?<=\s)|^|(?<=[:;：；，。]))\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)")
"""The label of an item within a sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence of a passage, read."""

    passage: Passage
    start: int
    end: int
    main: int
    """Where its main clause begins: after a recital such as `Recognising …,`."""
    kind: str
    """`hard`, `soft`, `exception`, `reservation`, …, or empty where no rule knows it."""
    verb: tuple[int, int]
    """The words that made it of this kind."""

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.passage.text[self.start : self.end]

    @property
    def strength(self) -> Strength | None:
        """How firmly it binds; None when it commits nobody."""
        return {"hard": Strength.HARD, "soft": Strength.SOFT}.get(self.kind)


def split(text: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of `text`, which together hold all its words."""
    start = 0
    for match in _END.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
            start = match.end()
    if text[start:].strip():
        yield start, len(text)


def read(passage: Passage, book: Rulebook) -> tuple[Reading, ...]:
    """Every sentence of a passage with its kind."""
    return tuple(_read(passage, start, end, book) for start, end in split(passage.text))


def _read(passage: Passage, start: int, end: int, book: Rulebook) -> Reading:
    text = passage.text[start:end]
    lead = len(text) - len(text.lstrip(" “\"‘'"))
    main = lead
    for rule in book.table("sentence"):
        if rule.code == "recital" and (match := rule.search(text[lead:])):
            main = lead + match.end()
            break
    for kind in settings().sentences:
        # A recital binds nobody, so only the main clause is asked; what merely explains or excepts says so at once.
        for rule in book.table("sentence"):
            if rule.code == kind and (match := rule.search(text[main:])):
                verb = (start + main + match.start(), start + main + match.end())
                return Reading(passage, start, end, start + main, kind, verb)
    return Reading(passage, start, end, start + main, "", (start, start))
