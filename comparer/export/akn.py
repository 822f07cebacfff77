"""A text as Akoma Ntoso 3.0: every provision an element, every footnote where it is called.

The words are those that `comparer.clean` gives: line breaks are mended, page furniture is gone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from comparer.clean import clean
from comparer.export.akn_meta import attribute, meta, slug
from comparer.model import Clean, Kind, Provision, Text
from comparer.readers.akomantoso.scan import number_of
from comparer.readers.akomantoso.vocabulary import ITEMS, NAMESPACE
from comparer.structure.labels import label_at

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\u00ad")
"""What XML 1.0 cannot hold, and soft hyphens: the words here are not divided."""
_ELEMENTS = {
    Kind.PART: ("part", "part"),
    Kind.CHAPTER: ("chapter", "chp"),
    Kind.SECTION: ("section", "sec"),
    Kind.ARTICLE: ("article", "art"),
    Kind.PARAGRAPH: ("paragraph", "para"),
    Kind.SUBPARAGRAPH: ("point", "point"),
}
"""Element and prefix of its `eId` (OASIS, Akoma Ntoso Naming Convention Version 1.0, 5.3)."""
_WORDS = {
    Kind.ARTICLE: {"es": "Artículo {}", "zh": "第{}条", "de": "Artikel {}", "ko": "제{}조", "": "Article {}"},
    Kind.CHAPTER: {"es": "Capítulo {}", "zh": "第{}章", "de": "Kapitel {}", "ko": "제{}장", "fr": "Chapitre {}",
                   "": "Chapter {}"},
    Kind.SECTION: {"es": "Sección {}", "zh": "第{}节", "de": "Abschnitt {}", "ko": "제{}절", "": "Section {}"},
    Kind.PART: {"es": "Parte {}", "zh": "第{}部分", "de": "Teil {}", "ko": "제{}부", "fr": "Partie {}", "": "Part {}"},
    Kind.ANNEX: {"es": "Anexo {}", "zh": "附件{}", "de": "Anhang {}", "ko": "부속서 {}", "fr": "Annexe {}",
                 "": "Annex {}"},
    Kind.MODULE: {"es": "Módulo {}", "zh": "模块{}", "ko": "모듈 {}", "": "Module {}"},
}  # fmt: skip


def akn_document(text: Text) -> bytes:
    """The text as an Akoma Ntoso document, in UTF-8. What was left over is not in it."""
    return _Writer(text).document().encode()


class _Writer:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._ids: Counter[str] = Counter()
        self._terms: list[tuple[str, str]] = []

    def document(self) -> str:
        roots = list(self._text.children.get(None, ()))
        first = self._text.provisions[roots[0]] if roots else None
        preamble = ""
        if first is not None and first.kind is Kind.PREAMBLE and not first.number and not self._items(first):
            preamble = self._preamble(first)
            roots = roots[1:]
        body = "".join(self._element(self._text.provisions[each], "") for each in roots)
        title = self._text.edition.title or self._text.edition.label
        preface = f"<preface><p><docTitle>{_escaped(title)}</docTitle></p></preface>" if title else ""
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}">'
            f'<act name="treaty" contains="originalVersion">{meta(self._text, self._terms)}{preface}{preamble}'
            f"<body>{body or '<section><content><p/></content></section>'}</body></act></akomaNtoso>\n"
        )

    # -- provisions ----------------------------------------------------------------------------------------------

    def _preamble(self, provision: Provision) -> str:
        words, _ = self._words(provision, [])
        return f'<preamble eId="preamble">{_headed(words[0], provision)}</preamble>'

    def _element(self, provision: Provision, above: str) -> str:
        tag, prefix = _ELEMENTS.get(provision.kind, ("hcontainer", "hcontainer"))
        named = f' name="{provision.kind.value}"' if tag == "hcontainer" else ""
        name = self._name(above, prefix, provision)
        items = self._items(provision)
        words, in_heading = self._words(provision, items)
        head = self._head(provision, in_heading)
        words[0] = _headed(words[0], provision)
        children = [self._element(child, name) for child in items]
        return f'<{tag} eId="{name}"{named}>{head}{_arranged(words, children, self._between(name))}</{tag}>'

    def _items(self, provision: Provision) -> list[Provision]:
        below = (self._text.provisions[each] for each in self._text.children.get(provision.index, ()))
        return [each for each in below if each.kind is not Kind.FOOTNOTE]

    def _between(self, name: str) -> Iterator[str]:
        while True:
            yield self._unique(f"{name}__alinea")

    def _name(self, above: str, prefix: str, provision: Provision) -> str:
        number = slug(provision.number) if provision.number else ""
        made = f"{prefix}_{number}" if number else prefix
        return self._unique(f"{above}__{made}" if above else made)

    def _unique(self, made: str) -> str:
        self._ids[made] += 1
        if self._ids[made] == 1:
            return made
        return self._unique(f"{made}-{self._ids[made]}")

    def _head(self, provision: Provision, notes: str) -> str:
        number = self._number(provision)
        head = f"<num>{_escaped(number)}</num>" if number else ""
        if (provision.heading or notes) and provision.kind is not Kind.PREAMBLE:
            head += f"<heading>{_escaped(provision.heading)}{notes}</heading>"
        return head

    def _number(self, provision: Provision) -> str:
        """The number as it is printed, wherever that reads back as the number it is."""
        if provision.kind in ITEMS:
            start, end = provision.own[0]
            label = label_at(self._text.view[start:end][:40])
            if provision.kind is Kind.DEFINITION:
                return self._text.view[start : start + label.length].strip(" \0") if label is not None else ""
            written = self._text.view[start : start + label.length].strip(" \0\t") if label is not None else ""
            shown = (written, f"{provision.number}." if provision.number.isdecimal() else f"({provision.number})")
            return next((each for each in shown if number_of(provision.kind, each) == provision.number), "")
        forms = _WORDS.get(provision.kind, {"": "{}"})
        written = forms.get(self._text.edition.language, forms[""]).format(provision.number)
        if not provision.number or number_of(provision.kind, written) != provision.number:
            return provision.number
        return written

    # -- words ---------------------------------------------------------------------------------------------------

    def _words(self, provision: Provision, items: list[Provision]) -> tuple[list[str], str]:
        """The own words before, between and behind the items, as marked-up paragraphs or nothing; and the notes that
        the heading calls."""
        words = clean(self._text, provision.index, children=False)
        cuts = [bisect_left(words.offsets, child.span.start) for child in items]
        bounds = [0, *cuts, len(words.text)]
        term = self._term(provision, words)
        notes: list[list[tuple[int, str]]] = [[] for _ in range(len(bounds))]
        for note in self._notes(provision):
            stretch, place = self._place(provision, items, words, note)
            notes[stretch].append((place, self._note(note, anchored=self._anchored(provision, note))))
        made: list[str] = []
        for which, (start, end) in enumerate(pairwise(bounds)):
            marked = _marked(words.text, start, max(start, end), notes[which], term)
            made.append(f"<p>{marked.strip()}</p>" if marked.strip() else "")
        return made, "".join(note for _, note in notes[-1])

    def _term(self, provision: Provision, words: Clean) -> tuple[int, int, str] | None:
        """Where a definition's term stands in its words, and its `eId`."""
        if provision.kind is not Kind.DEFINITION:
            return None
        name = self._unique(f"term-{slug(provision.number)}")
        self._terms.append((name, provision.number))
        found = words.text.find(provision.number)
        return (found, found + len(provision.number), name) if found >= 0 else (0, 0, name)

    def _notes(self, provision: Provision) -> list[Provision]:
        below = (self._text.provisions[each] for each in self._text.children.get(provision.index, ()))
        return [each for each in below if each.kind is Kind.FOOTNOTE]

    @staticmethod
    def _anchored(provision: Provision, note: Provision) -> bool:
        return note.anchor is not None and any(start <= note.anchor < end for start, end in provision.own)

    def _place(self, provision: Provision, items: list[Provision], words: Clean, note: Provision) -> tuple[int, int]:
        """In which stretch of the words a note stands, and where in the words; behind the last stretch are those
        that the heading calls."""
        if note.anchor is None or not self._anchored(provision, note):
            return len(items), len(words.text)
        place = bisect_left(words.offsets, note.anchor)
        if place == 0 and provision.kind not in ITEMS and provision.heading:
            return len(items) + 1, 0
        return sum(child.span.start <= note.anchor for child in items), place

    def _note(self, note: Provision, *, anchored: bool) -> str:
        name = self._unique(f"fn_{slug(note.number)}")
        words, _ = self._words(note, [])
        marker = f"marker={attribute(note.number)}"
        apart = "" if anchored else ' class="unanchored"'
        return f'<authorialNote eId="{name}"{apart} {marker} placement="bottom">{words[0] or "<p/>"}</authorialNote>'


def _marked(words: str, start: int, end: int, notes: list[tuple[int, str]], term: tuple[int, int, str] | None) -> str:
    """`words[start:end]` with its notes and the term that it defines as elements; no element inside the term."""
    inserted = sorted(notes, key=lambda note: note[0])
    if term is not None and start <= term[0] and term[1] <= end:
        inserted = [(min(place, term[0]) if term[0] < place < term[1] else place, note) for place, note in inserted]
        opened = f'<term refersTo="#{term[2]}">{_escaped(words[term[0] : term[1]])}</term>'
        behind = [(place, note) for place, note in inserted if place >= term[1] and place > term[0]]
        before = [(place, note) for place, note in inserted if (place, note) not in behind]
        return _set(words, start, term[0], before) + opened + _set(words, term[1], end, behind)
    return _set(words, start, end, inserted)


def _set(words: str, start: int, end: int, notes: list[tuple[int, str]]) -> str:
    pieces: list[str] = []
    place = start
    for at, note in notes:
        here = min(max(at, place), end)
        pieces += [_escaped(words[place:here]), note]
        place = here
    return "".join([*pieces, _escaped(words[place:end])])


def _arranged(words: list[str], children: list[str], names: Iterator[str]) -> str:
    """Words and children in the order that the standard knows: an introduction, children, a wrap-up; what stands
    between two children is an `alinea`."""
    if not children:
        return f"<content>{words[0] or '<p/>'}</content>"
    made = [f"<intro>{words[0]}</intro>"] if words[0] else []
    for place, child in enumerate(children):
        made.append(child)
        between = words[place + 1]
        if between and place + 1 < len(children):
            made.append(f'<alinea eId="{next(names)}"><content>{between}</content></alinea>')
        elif between:
            made.append(f"<wrapUp>{between}</wrapUp>")
    return "".join(made)


def _headed(paragraph: str, provision: Provision) -> str:
    """A preamble's words, of which its heading is a part, with the heading in a paragraph of its own."""
    if provision.kind is not Kind.PREAMBLE or not provision.heading:
        return paragraph
    letters = (re.escape(_escaped(letter)) for letter in provision.heading if not letter.isspace())
    heading = re.match(r"<p>" + r"\s*".join(letters), paragraph)
    if heading is None:
        return paragraph
    return f'<p class="heading">{_escaped(provision.heading)}</p><p>{paragraph[heading.end() :].lstrip()}'


def _escaped(words: str) -> str:
    return escape(_UNPRINTABLE.sub("", words))
