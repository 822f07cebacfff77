"""Structure from plain text against ToTA's own: F1 of the articles, by language, with every miss.

Each agreement of the data set is printed as a person would print it, headings on lines of their own and words wrapped
at a page's width, and read as plain text. An article is recovered when one with its number begins at its heading and
holds the words of its body, and no others, in the same order.

    python -m benchmarks.round_trip FOLDER [--only NAME]
"""

from __future__ import annotations

import argparse
import html
import re
import textwrap
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from comparer.language import language_of
from comparer.model import Document, Edition, Kind, Status, Text
from comparer.structure import build
from comparer.structure.numbers import normal_number

WIDTH = 96
"""Columns of a page in a fixed-width letter."""


class Article(NamedTuple):
    """One of ToTA's articles, and where it stands in the rendering."""

    number: str
    name: str
    start: int
    end: int


class Rendering(NamedTuple):
    """An agreement as plain text."""

    language: str
    text: str
    articles: tuple[Article, ...]


class Score(NamedTuple):
    """Articles of one agreement: in ToTA, found by us, found by both; and the words that stand under the right one."""

    expected: int
    found: int
    both: int
    words: int
    words_right: int


def render(path: Path) -> Rendering:
    """An agreement of the data set as plain text."""
    root = ET.parse(path).getroot()  # noqa: S314  the data set is read from the user's own disk
    pieces: list[str] = []
    length = 0
    articles: list[Article] = []

    def put(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    for chapter in root.iterfind("body/chapter"):
        put(_lines(chapter.get("number"), chapter.get("name")))
        for article in chapter.iterfind("article"):
            number, name = (" ".join((article.get(key) or "").split()) for key in ("number", "name"))
            start = length
            put(f"{number}: {name}\n\n" if number and name else f"{number or name}\n\n" if number or name else "")
            put(_wrapped("".join(article.itertext())) + "\n\n")
            if number or name:
                articles.append(Article(normal_number(number), name, start, length))
    language = root.findtext("meta/language") or ""
    return Rendering(language, "".join(pieces), tuple(articles))


def _lines(*parts: str | None) -> str:
    return "".join(f"{' '.join(part.split())}\n" for part in parts if part) + "\n"


def _wrapped(body: str) -> str:
    return "\n".join(
        line if len(line) <= WIDTH else textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        for line in html.unescape(body).split("\n")
    )


def score(rendering: Rendering, text: Text) -> tuple[Score, list[Article], list[tuple[str, str]]]:
    """The score, the articles that were missed, and those found that are none (number and first words)."""
    ours = {p.span.start: p for p in text.provisions if p.kind is Kind.ARTICLE}
    truth = {article.start: article for article in rendering.articles}
    missed = [a for a in rendering.articles if a.start not in ours or not _same(ours[a.start].number, a)]
    extra = [
        (p.number, " ".join(text.raw[start : start + 70].split()))
        for start, p in ours.items()
        if start not in truth or not _same(p.number, truth[start])
    ]
    words, right = _words(rendering, text)
    return Score(len(truth), len(ours), len(truth) - len(missed), words, right), missed, extra


def _same(number: str, article: Article) -> bool:
    return number == article.number


def _words(rendering: Rendering, text: Text) -> tuple[int, int]:
    """How many words the articles have, and how many of them stand in a provision of the article's own."""
    owners = _owners(text)
    total = right = 0
    places = iter(owners)
    here = next(places, None)
    for article in rendering.articles:
        for word in re.finditer(r"\w+", rendering.text[article.start : article.end]):
            position = article.start + word.start()
            total += 1
            while here is not None and here[1] <= position:
                here = next(places, None)
            right += here is not None and here[0] <= position and here[2] == article.start
    return total, right


def _owners(text: Text) -> list[tuple[int, int, int]]:
    """Own spans in order, each with the start of the article that holds it (-1: none)."""
    article: list[int] = []
    owners: list[tuple[int, int, int]] = []
    for provision in text.provisions:
        above = -1 if provision.parent is None else article[provision.parent]
        article.append(provision.span.start if provision.kind is Kind.ARTICLE else above)
        owners.extend((start, end, article[-1]) for start, end in provision.own)
    return sorted(owners)


def main() -> None:
    """Print the scores by language, and every miss."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--only", default="", help="files whose name has this in it")
    given = options.parse_args()
    scores: dict[str, list[Score]] = defaultdict(list)
    seconds = 0.0
    for path in sorted(given.folder.glob("*.xml")):
        if given.only not in path.name:
            continue
        rendering = render(path)
        begin = time.perf_counter()
        language = language_of(rendering.text)
        text = build(Document(Edition(path.name, "", "", language, Status.UNSTATED), rendering.text, rendering.text))
        seconds += time.perf_counter() - begin
        here, missed, extra = score(rendering, text)
        scores[rendering.language].append(here)
        for article in missed:
            print(f"{path.name}: missed {article.number} {article.name[:60]}")
        for number, words in extra:
            print(f"{path.name}: no article, taken for {number}: {words}")
    for language, found in sorted(scores.items()):
        _report(language, found)
    _report("all", [score for found in scores.values() for score in found])
    print(f"structure alone: {seconds:.1f} s")


def _report(name: str, found: list[Score]) -> None:
    expected, ours, both, words, right = (sum(column) for column in zip(*found, strict=True))
    f1 = 2 * both / (expected + ours) if expected + ours else 1.0
    print(
        f"{name}: {len(found)} agreements, {expected} articles, {ours} found, {both} the same, F1 {f1:.4f}; "
        f"words under their article {right / words if words else 1:.4f}"
    )


if __name__ == "__main__":
    main()
