"""Findings of a text: the rules' codes, pointed back into the source with citations and quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comparer.articles import Articles
from comparer.citation import citation, deepest_at
from comparer.findings import CitedElsewhere, CitedException, CodedFinding, Evidence
from comparer.model import Span, Text
from rules.coding.engine import code as code_articles
from rules.model import CORE_TOPICS, Finding, Words
from rules.phrases import phrase

_WHOLE_ARTICLES = frozenset({"elsewhere:security-exceptions", "elsewhere:general-exceptions"})
_AT_THE_END = frozenset(
    f"elsewhere:{kind}"
    for kind in ("government-procurement", "government-information", "financial-services", "governmental-authority")
)


def code(text: Text, topics: Sequence[str] = CORE_TOPICS) -> tuple[CodedFinding, ...]:
    """What a text promises on each topic, in the order of `topics`, every part with its evidence."""
    articles = Articles(text)
    return tuple(
        _cited(articles, finding) for finding in code_articles(articles.articles, text.edition.language, topics)
    )


def _cited(articles: Articles, finding: Finding) -> CodedFinding:
    text = articles.text
    return CodedFinding(
        topic=finding.topic,
        discipline=finding.discipline,
        strength=finding.strength,
        breadth=finding.breadth,
        enforcement=finding.enforcement,
        phrase=phrase(finding),
        citations=tuple(citation(text, key) for key in finding.provisions),
        provisions=finding.provisions,
        scope=finding.scope,
        exceptions=tuple(
            CitedException(e.kind, e.tests, citation(text, place), place)
            for e in finding.exceptions
            for place in [_place(articles, finding, f"exception:{e.kind}", e.key)]
        ),
        elsewhere=tuple(
            CitedElsewhere(e.kind, citation(text, place), place)
            for e in finding.elsewhere
            for place in [_place(articles, finding, f"elsewhere:{e.kind}", e.key)]
        ),
        evidence=tuple(dict.fromkeys(item for words in finding.words for item in _evidence(articles, words))),
    )


def _place(articles: Articles, finding: Finding, part: str, key: int) -> int:
    """The smallest provision that holds the words of a part: `(3)(a)` rather than the whole paragraph 3."""
    if part in _WHOLE_ARTICLES:
        return key
    for words in finding.words:
        if words.key == key and words.part == part and (spans := _spans(articles, words)):
            # A carve-out is proved from `shall not apply` to the item that names it: the item is the place.
            at = spans[-1].end - 1 if part in _AT_THE_END else spans[0].start
            return deepest_at(articles.text, at) or key
    return key


def _spans(articles: Articles, words: Words) -> tuple[Span, ...]:
    """Where the words stand in the source: more than one stretch where more than blanks interrupts them."""
    if words.key not in articles.cleaned or words.end > len(articles.cleaned[words.key].text):
        return ()
    found: list[Span] = []
    for span in articles.cleaned[words.key].spans(words.start, words.end):
        if found and not articles.text.raw[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _evidence(articles: Articles, words: Words) -> Iterator[Evidence]:
    """One piece of evidence for each unbroken stretch of the source, so that a quote is always the source's own."""
    text = articles.text
    for span in _spans(articles, words):
        quote = text.raw[span.start : span.end]
        if quote.strip():
            place = deepest_at(text, span.start)
            if place is None:
                continue
            yield Evidence(citation(text, place), place, span, quote, words.part)
