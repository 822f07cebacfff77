"""How lawyers point at a provision, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from weakref import WeakKeyDictionary

from comparer.citation_forms import Frame, forms_of
from comparer.citation_loose import key_of, loose_places
from comparer.errors import UnknownNameError
from comparer.model import Kind, Provision, Text


class _Index:
    """All citations of one text, both ways, and whose words stand where."""

    def __init__(self, text: Text) -> None:
        self.citations = _unique(_Names(text).all())
        self.places = {citation: index for index, citation in enumerate(self.citations)}
        owned = sorted((start, end, provision.index) for provision in text.provisions for start, end in provision.own)
        self.loose: dict[str, int] | None = None
        """Filled when a citation is first asked for in another form than ours."""
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
    """The index of the provision that `citation` calls so, or that is cited so in another way
    (`Artikel 5.11 Absatz 3`, `14.11(3)(a)`, `12.1(b)` of a definition with a letter), where that leaves no doubt.

    Raises:
        UnknownNameError: no provision of the text has this citation.
    """
    places = _index(text).places
    bare = " ".join(cited.split())
    for form in (cited, bare, f"{text.edition.label} {bare}"):
        if form in places:
            return places[form]
    index = _index(text)
    if index.loose is None:
        index.loose = loose_places(text)
    place = index.loose.get(key_of(bare.removeprefix(f"{text.edition.label} ")))
    if place is not None:
        return place
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
        self._forms = forms_of(text)
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
            return self._forms.preamble
        if kind is Kind.ARTICLE:
            return self._article(provision)
        if kind is Kind.FOOTNOTE:
            return self._footnote(provision)
        if kind in self._forms.divisions:
            return self._division(provision)
        return self._part(provision)

    def _part(self, provision: Provision) -> str:
        """A definition, a paragraph or a subparagraph."""
        if provision.kind is Kind.DEFINITION:
            return f"{self._bearing(provision)}{_framed(self._forms.definition, provision.number)}".strip()
        above = None if provision.parent is None else self._provisions[provision.parent].kind
        if provision.kind is Kind.PARAGRAPH:
            frame = self._forms.paragraph
        else:
            frame = self._forms.deeper if above is Kind.SUBPARAGRAPH else self._forms.item
        parent = self._made[provision.parent] if provision.parent is not None else ""
        return f"{parent}{_framed(frame, provision.number)}".strip()

    def _article(self, provision: Provision) -> str:
        number = provision.number or _framed(self._forms.named, provision.heading)
        if self._forms.article.after and not provision.number:
            name = f"{number}{self._forms.article.after}"
        else:
            name = _framed(self._forms.article, number)
        if provision.number in self._shared and provision.parent is not None:
            return f"{self._made[provision.parent]}{self._forms.between}{name}"
        return name

    def _division(self, provision: Provision) -> str:
        frame = self._forms.divisions[provision.kind]
        number = provision.number
        if not number and provision.heading:
            number = _framed(self._forms.named, provision.heading)
            frame = frame._replace(before="" if frame.before in {"第", "제"} else frame.before)
        name = _framed(frame, number).rstrip()
        if provision.kind is Kind.SECTION and provision.parent is not None:
            return f"{self._made[provision.parent]}{self._forms.between}{name}"
        return name

    def _footnote(self, provision: Provision) -> str:
        above = self._bearing(provision)
        return (
            f"{above}{_framed(self._forms.note, provision.number)}"
            if above
            else _framed(self._forms.alone, provision.number)
        )

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


def _framed(frame: Frame, number: str) -> str:
    return f"{frame.before}{number}{frame.after}"


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
