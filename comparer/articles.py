"""A text as the rules see it: articles with their paragraphs, definitions and footnotes as mended words."""

from __future__ import annotations

from collections.abc import Iterator

from comparer.clean import clean, clean_words
from comparer.model import Clean, Kind, Provision, Text
from rules.model import Article, Passage, Role

_CHAPTERS = frozenset({Kind.CHAPTER, Kind.MODULE, Kind.ANNEX, Kind.PART})


class Articles:
    """The articles of a text for the rules, and the way back from a passage to the source.

    `articles[i].key` is the index of the article's provision; a passage's key that of the paragraph, definition or
    footnote, or the article's own where its words stand in no numbered paragraph.
    """

    def __init__(self, text: Text, *, way_back: bool = True) -> None:
        """Without the way back, `cleaned` stays empty and the work takes a quarter of the time."""
        self.text = text
        self._way_back = way_back
        self.cleaned: dict[int, Clean] = {}
        """Mended words of each passage, by key; `heading(key)` has those of an article's heading."""
        self.articles = tuple(
            self._article(provision) for provision in text.provisions if self._stands_alone(provision)
        )

    def _stands_alone(self, provision: Provision) -> bool:
        """An article; or an annex whose words stand in no article."""
        if provision.kind is not Kind.ANNEX:
            return provision.kind is Kind.ARTICLE
        return all(self.text.provisions[index].kind is not Kind.ARTICLE for index in self._below(provision.index))

    def _article(self, article: Provision) -> Article:
        division, heading = self._division(article)
        return Article(
            key=article.index,
            number=article.number,
            heading=article.heading,
            passages=tuple(self._passages(article)),
            division=division,
            division_heading=heading,
        )

    def _division(self, article: Provision) -> tuple[str, str]:
        """Numbers of the chapter and section, `8/F`, and their headings."""
        numbers: list[str] = []
        headings: list[str] = []
        parent = article.parent
        while parent is not None:
            above = self.text.provisions[parent]
            if above.kind is Kind.SECTION or above.kind in _CHAPTERS:
                numbers.append(above.number or f"#{above.index}")
                headings.append(above.heading)
            if above.kind in _CHAPTERS and above.kind is not Kind.PART:
                break
            parent = above.parent
        return "/".join(reversed(numbers)), " / ".join(filter(None, reversed(headings)))

    def _passages(self, article: Provision) -> Iterator[Passage]:
        whole = True
        notes: list[Provision] = []
        for index in self._below(article.index):
            child = self.text.provisions[index]
            if child.kind is Kind.FOOTNOTE:
                notes.append(child)
            elif child.kind in {Kind.PARAGRAPH, Kind.DEFINITION}:
                whole = False
        if whole:
            yield from self._passage(article, Role.PARAGRAPH, "", children=True)
        else:
            yield from self._passage(article, Role.PARAGRAPH, "", children=False)
            for index in self.text.children.get(article.index, ()):
                yield from self._child(self.text.provisions[index])
        for note in notes:
            yield from self._passage(note, Role.FOOTNOTE, note.number, children=True)

    def _child(self, child: Provision) -> Iterator[Passage]:
        if child.kind is Kind.DEFINITION:
            yield from self._passage(child, Role.DEFINITION, child.number, children=True)
        elif child.kind is not Kind.FOOTNOTE:
            nested = [self.text.provisions[index] for index in self.text.children.get(child.index, ())]
            definitions = [below for below in nested if below.kind is Kind.DEFINITION]
            yield from self._passage(child, Role.PARAGRAPH, child.number, children=not definitions)
            for definition in definitions:
                yield from self._passage(definition, Role.DEFINITION, definition.number, children=True)

    def _below(self, index: int) -> Iterator[int]:
        for child in self.text.children.get(index, ()):
            yield child
            yield from self._below(child)

    def _passage(self, provision: Provision, role: Role, label: str, *, children: bool) -> Iterator[Passage]:
        if self._way_back:
            words = clean(self.text, provision.index, children=children)
            found = words.text
            if found.strip():
                self.cleaned[provision.index] = words
        else:
            found = clean_words(self.text, provision.index, children=children)
        if found.strip():
            yield Passage(provision.index, role, found, label)
