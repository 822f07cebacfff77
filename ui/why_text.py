"""A finding said in sentences: what the clause does, how firmly, with which exceptions, and the words that prove it.

Returns HTML for a `QTextBrowser`. Links are `proof:N` (index into `finding.evidence`) and `provision:N` (index into
`Text.provisions`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from comparer.codebook import entries
from comparer.export.cells import marked
from comparer.findings import CitedElsewhere, CitedException, CodedFinding, Evidence
from comparer.labels import (
    breadth_name,
    code_name,
    discipline_name,
    enforcement_name,
    head,
    review_name,
    strength_name,
)
from comparer.matrix import Cell, ReviewState
from comparer.model import Text
from rules.model import Discipline, Enforcement
from ui.matrix_model import phrase
from ui.theme import Theme

_LONGEST_QUOTE = 220
"""Characters of a quote shown here; the whole stands in the clauses, one click away."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a cell is about: the text's name, what its citations begin with, and the topic's name and question."""

    name: str
    label: str
    topic: str
    question: str
    language: str
    text: Text | None = None
    """Given where citations are to say that an article was not checked."""


def why(cell: Cell, subject: Subject, theme: Theme) -> str:
    """The reasons for one cell."""
    language = subject.language
    parts = [
        f'<p class="where">{escape(subject.name)} · {escape(subject.topic)}</p>',
        f'<p class="phrase">{escape(phrase(cell, language))}</p>',
        f'<p class="note">{escape(_review(cell, language))}</p>',
    ]
    if subject.question:
        parts.append(f'<p class="note">{escape(subject.question)}</p>')
    parts += _Sections(cell.finding, subject).all()
    return f"<style>{_style(theme)}</style>{''.join(parts)}"


class _Sections:
    """The sections of one finding."""

    def __init__(self, finding: CodedFinding, subject: Subject) -> None:
        self._finding = finding
        self._subject = subject
        self._language = subject.language
        self._meanings = {(entry.column, entry.code): entry.meaning for entry in entries(subject.language)}

    def all(self) -> list[str]:
        """Every section that has something to say."""
        finding, language = self._finding, self._language
        if finding.discipline is Discipline.SILENT:
            return [f"<p>{escape(self._meanings['discipline', 'silent'])}</p>"]
        sections = [
            self._coded("discipline", discipline_name(finding.discipline, language), finding.discipline),
            self._coded("strength", strength_name(finding.strength, language), finding.strength),
            self._scope(),
            self._coded("breadth", breadth_name(finding.breadth, language), finding.breadth),
            self._exceptions(),
            self._enforcement(),
            self._elsewhere(),
            self._rest(),
        ]
        return [section for section in sections if section]

    def _coded(self, column: str, name: str, code: str) -> str:
        said = f"<p><b>{escape(_capital(name))}.</b> {escape(self._meanings.get((column, code), ''))}</p>"
        return _section(head(column, self._language), said + self._quotes(lambda part: part.split(":")[0] == column))

    def _scope(self) -> str:
        if not self._finding.scope:
            return ""
        names = [code_name(code, self._language) for code in self._finding.scope]
        said = f"<p>{escape(_capital(_listed(names, self._language)))}</p>"
        return _section(head("scope", self._language), said + self._quotes(lambda p: p.startswith("scope")))

    def _exceptions(self) -> str:
        items = []
        for exception in self._finding.exceptions:
            tests = _listed([code_name(test, self._language) for test in exception.tests], self._language)
            name = f"<b>{escape(_capital(code_name(exception.kind, self._language)))}</b>"
            detail = f" – {escape(tests)}" if tests else ""
            place = _link(f"provision:{exception.provision}", self._cited(exception))
            quotes = self._quotes_of(exception)
            items.append(f"<p>{name}{detail}<br>{place}</p>{quotes}")
        return "".join(items)

    def _enforcement(self) -> str:
        code = self._finding.enforcement
        quotes = self._quotes(lambda part: part.startswith("enforcement"))
        said = f"<p><b>{escape(_capital(enforcement_name(code, self._language)))}.</b>"
        if code is not Enforcement.UNKNOWN:
            said += f" {escape(self._meanings.get(('enforcement', code), ''))}"
        return _section(head("enforcement", self._language), f"{said}</p>{quotes}")

    def _elsewhere(self) -> str:
        places: dict[str, list[str]] = {}
        for found in self._finding.elsewhere:
            places.setdefault(found.kind, []).append(_link(f"provision:{found.provision}", self._cited(found)))
        items = [
            f"<p>{escape(_capital(code_name(kind, self._language)))}: {_listed(links, self._language)}</p>"
            for kind, links in places.items()
        ]
        return _section(head("elsewhere", self._language), "".join(items)) if items else ""

    def _rest(self) -> str:
        """The words that led to the topic."""
        quotes = self._quotes(lambda part: part == "topic")
        return _section(QCoreApplication.translate("Why", "Why this topic"), quotes) if quotes else ""

    def _quotes(self, wanted: Callable[[str], bool]) -> str:
        return self._listed_quotes(lambda proof: wanted(proof.part))

    def _quotes_of(self, exception: CitedException) -> str:
        """Its own words, and those of its tests: another exception may have the same test in another paragraph."""

        def belongs(proof: Evidence) -> bool:
            part, _, code = proof.part.partition(":")
            if part == "exception":
                return code == exception.kind and (self._owner(proof, code, "") or exception) is exception
            return part == "test" and self._owner(proof, "", code) is exception

        return self._listed_quotes(belongs)

    def _owner(self, proof: Evidence, kind: str, test: str) -> CitedException | None:
        """The exception of this kind, or with this test, in whose place the words stand; else the first."""
        fitting = [found for found in self._finding.exceptions if found.kind == kind or test in found.tests]
        near = [found for found in fitting if proof.citation.startswith(found.citation)]
        return next(iter(near or fitting), None)

    def _listed_quotes(self, wanted: Callable[[Evidence], bool]) -> str:
        found = [
            f'<p class="quote">{_link(f"proof:{number}", f"‹{_short(proof.quote)}›")}'
            f' <span class="cite">{escape(self._cited(proof))}</span></p>'
            for number, proof in enumerate(self._finding.evidence)
            if wanted(proof)
        ]
        return "".join(found)

    def _cited(self, cited: Evidence | CitedException | CitedElsewhere) -> str:
        """A citation in one piece, without the name that the pane is headed by; marked where it was not checked."""
        place, text = cited.citation.removeprefix(f"{self._subject.label} "), self._subject.text
        if text is not None:
            place = marked(text, place, cited.provision, self._language)
        return place.replace(" ", "\u00a0")


def _review(cell: Cell, language: str) -> str:
    if cell.review is ReviewState.OPEN:
        return QCoreApplication.translate("Why", "Proposed by the rules; nobody has confirmed it yet.")
    return _capital(review_name(cell.review, language))


def _section(title: str, body: str) -> str:
    return f'<p class="head">{escape(title)}</p>{body}'


def _link(target: str, words: str) -> str:
    return f'<a href="{target}">{escape(words)}</a>'


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()}…"


def _listed(names: Iterable[str], language: str) -> str:
    return ("、" if language == "zh" else ", ").join(names)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _style(theme: Theme) -> str:
    return f"""
    p {{ margin: 0 0 6px 0; color: {theme.ink}; }}
    a {{ color: {theme.accent}; text-decoration: none; }}
    .where {{ color: {theme.muted}; }}
    .phrase {{ font-size: 11pt; font-weight: 600; margin-bottom: 4px; }}
    .note, .cite {{ color: {theme.muted}; }}
    .head {{ color: {theme.muted}; font-weight: 600; margin-top: 12px; margin-bottom: 4px; }}
    .quote {{ margin-left: 8px; }}
    """
