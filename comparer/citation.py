"""How lawyers point at a provision, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from weakref import WeakKeyDictionary

from comparer.errors import UnknownNameError
from comparer.model import Kind, Provision, Text

_DIVISIONS = {
    Kind.PART: "Part",
    Kind.CHAPTER: "Ch.",
    Kind.SECTION: "Sec.",
    Kind.MODULE: "Module",
    Kind.ANNEX: "Annex",
}
_DIVISIONS_ZH = {
    Kind.PART: ("第", "部分"),
    Kind.CHAPTER: ("第", "章"),
    Kind.SECTION: ("第", "节"),
    Kind.MODULE: ("模块", ""),
    Kind.ANNEX: ("附件", ""),
}


class _Index:
    """All citations of one text, both ways, and whose words stand where."""

    def __init__(self, text: Text) -> None:
        self.citations = _unique(_Names(text).all())
        self.places = {citation: index for index, citation in enumerate(self.citations)}
        owned = sorted((start, end, provision.index) for provision in text.provisions for start, end in provision.own)
        self.starts = [start for start, _, _ in owned]
        self.owned = owned


_INDEXES: WeakKeyDictionary[Text, _Index] = WeakKeyDictionary()


def _index(text: Text) -> _Index:
    found = _INDEXES.get(text)
    if found is None:
        found = _INDEXES[text] = _Index(text)
    return found


def citation(text: Text, index: int) -> str:
    """The citation of a provision: `CPTPP Art. 14.11(3)(a)`, `RCEP Art. 12.14, fn. 12`, `CPTPP 第14.11条第3款(a)项`.

    No two provisions of a text share one. An article whose number comes again in the text bears its chapter before it
    (`Ch. 10 Art. 2`); where even that is not enough, a count stands behind (`Art. 3(5) [2]`).
    """
    return _index(text).citations[index]


def resolve(text: Text, cited: str) -> int:
    """The index of the provision that `citation` calls so.

    Raises:
        UnknownNameError: no provision of the text has this citation.
    """
    places = _index(text).places
    bare = " ".join(cited.split())
    for form in (cited, bare, f"{text.edition.label} {bare}"):
        if form in places:
            return places[form]
    raise UnknownNameError(f"There is no {cited} in {text.edition.name}: `synoptic read` lists its provisions.")


def deepest_at(text: Text, position: int) -> int | None:
    """The provision whose own words hold `position` of the source; None where nobody's words stand."""
    index = _index(text)
    place = bisect_right(index.starts, position) - 1
    if place < 0:
        return None
    _, end, provision = index.owned[place]
    return provision if position < end else None


class _Names:
    """The citations of one text, before what is not unique is told apart."""

    def __init__(self, text: Text) -> None:
        self._provisions = text.provisions
        self._chinese = text.edition.language == "zh"
        label = text.edition.label
        self._prefix = f"{label} " if label else ""
        numbers = Counter(p.number for p in text.provisions if p.kind is Kind.ARTICLE)
        self._shared = frozenset(number for number, count in numbers.items() if count > 1)
        self._made: list[str] = []

    def all(self) -> list[str]:
        """In the order of the provisions, which has parents first."""
        for provision in self._provisions:
            self._made.append(self._name(provision))
        return [self._prefix + name for name in self._made]

    def _name(self, provision: Provision) -> str:
        kind = provision.kind
        if kind is Kind.PREAMBLE:
            return "序言" if self._chinese else "preamble"
        if kind is Kind.ARTICLE:
            return self._article(provision)
        if kind is Kind.FOOTNOTE:
            return self._footnote(provision)
        if kind in _DIVISIONS:
            return self._division(provision)
        return self._part(provision)

    def _part(self, provision: Provision) -> str:
        """A definition, a paragraph or a subparagraph."""
        if provision.kind is Kind.DEFINITION:
            above = self._bearing(provision)
            return f"{above}“{provision.number}”" if self._chinese else f'{above} "{provision.number}"'.strip()
        parent = self._made[provision.parent] if provision.parent is not None else ""
        if not self._chinese:
            return f"{parent}({provision.number})"
        return parent + (f"第{provision.number}款" if provision.kind is Kind.PARAGRAPH else self._item(provision))

    def _item(self, provision: Provision) -> str:
        """`(a)项`, and below it `(i)目`, as Chinese treaties count."""
        above = None if provision.parent is None else self._provisions[provision.parent].kind
        return f"({provision.number}){'目' if above is Kind.SUBPARAGRAPH else '项'}"

    def _article(self, provision: Provision) -> str:
        if provision.number:
            name = f"第{provision.number}条" if self._chinese else f"Art. {provision.number}"
        else:
            name = f"“{provision.heading}”条" if self._chinese else f'Art. "{provision.heading}"'
        if provision.number in self._shared and provision.parent is not None:
            return self._join(self._made[provision.parent], name)
        return name

    def _division(self, provision: Provision) -> str:
        number = provision.number
        if not number and provision.heading:
            number = f"“{provision.heading}”" if self._chinese else f'"{provision.heading}"'
        if self._chinese:
            before, after = _DIVISIONS_ZH[provision.kind]
            name = f"{before}{number}{after}"
        else:
            name = f"{_DIVISIONS[provision.kind]} {number}".rstrip()
        if provision.kind is Kind.SECTION and provision.parent is not None:
            return self._join(self._made[provision.parent], name)
        return name

    def _join(self, above: str, name: str) -> str:
        return above + name if self._chinese else f"{above} {name}"

    def _footnote(self, provision: Provision) -> str:
        above = self._bearing(provision)
        if self._chinese:
            return f"{above}脚注{provision.number}"
        return f"{above}, fn. {provision.number}" if above else f"fn. {provision.number}"

    def _bearing(self, provision: Provision) -> str:
        """The article (or division) that a definition or a footnote is cited by."""
        here = provision.parent
        while here is not None and self._provisions[here].kind in {
            Kind.PARAGRAPH,
            Kind.SUBPARAGRAPH,
            Kind.DEFINITION,
            Kind.FOOTNOTE,
        }:
            here = self._provisions[here].parent
        return self._made[here] if here is not None else ""


def _unique(names: list[str]) -> tuple[str, ...]:
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    unique: list[str] = []
    for name in names:
        made = name
        counts[name] += 1
        while made in taken:
            made = f"{name} [{counts[name]}]"
            counts[name] += made in taken
        taken.add(made)
        unique.append(made)
    return tuple(unique)
