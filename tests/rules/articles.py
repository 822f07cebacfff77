"""Invented articles, quickly written: the clauses of tests."""

from __future__ import annotations

from itertools import count

from rules.model import Article, Passage, Role


class Treaty:
    """Articles one after the other, each with keys of its own."""

    def __init__(self, division: str = "9", division_heading: str = "Digital Trade") -> None:
        self._keys = count(1)
        self.division, self.division_heading = division, division_heading
        self.articles: list[Article] = []
        self.passage: dict[int, Passage] = {}

    def article(self, number: str, heading: str, *paragraphs: str, notes: tuple[str, ...] = (),
                terms: tuple[tuple[str, str], ...] = (), division: str | None = None,
                division_heading: str | None = None) -> Treaty:  # fmt: skip
        """Add an article; `notes` are its footnotes, `terms` its definitions."""
        key = next(self._keys)
        passages = [
            *(Passage(next(self._keys), Role.PARAGRAPH, text, str(i)) for i, text in enumerate(paragraphs, 1)),
            *(Passage(next(self._keys), Role.DEFINITION, text, term) for term, text in terms),
            *(Passage(next(self._keys), Role.FOOTNOTE, text, str(i)) for i, text in enumerate(notes, 1)),
        ]
        self.passage.update({passage.key: passage for passage in passages})
        self.articles.append(
            Article(
                key,
                number,
                heading,
                tuple(passages),
                self.division if division is None else division,
                self.division_heading if division_heading is None else division_heading,
            )
        )
        return self

    def number_of(self, key: int) -> str:
        """Number of the article with this key, or of the one that holds the passage."""
        for article in self.articles:
            if key == article.key or key in {passage.key for passage in article.passages}:
                return article.number
        raise KeyError(key)
