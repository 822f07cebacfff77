"""How well topics are found: precision, recall and F1 per topic against articles labelled by reading, and every miss.

    python benchmarks/topics_quality.py                  with headings and without, all labelled articles
    python benchmarks/topics_quality.py --held-back      only the agreements that the rules were not written on
    python benchmarks/topics_quality.py --elsewhere      what the core topics find outside digital chapters
    python benchmarks/topics_quality.py --json           the figures for programs

Texts are read from the corpus beside the checkout; `--tota` names a folder with the unpacked XML.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tarfile
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rules.model import CORE_TOPICS, Article, Passage, Role  # noqa: E402  (the checkout comes first)
from rules.topics import classify, topics  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
GOLD = ROOT / "tests" / "rules" / "gold"
DIGITAL = re.compile(r"electr[oó]nic|e-commerce|digital", re.I)
_PARAGRAPH = re.compile(r"(?:^|(?<=[.;:)]\s))(?=\d{1,2}\. )")
_HEADING = {
    "en": re.compile(r"^\s*(?:Article|ARTICLE) +([\w.-]+)[:.]?[ \t]*(.*)$", re.M),
    "zh": re.compile(r"^\s*第 ?([\d.]+) ?条[ :：]*(.{0,40})$", re.M),
}


class Labelled(NamedTuple):
    """One article with what reading it says: topics that must be found, and others that may be."""

    file: str
    article: Article
    language: str
    must: frozenset[str]
    also: frozenset[str]
    held_back: bool


def article_of(number: str, heading: str, text: str, division: str) -> Article:
    """An article from running text: a passage for each numbered paragraph."""
    mended = re.sub(r"(?<=[一-鿿，。；、])\s+(?=[一-鿿，。；、])", "", " ".join(text.split()))
    parts = [part for part in _PARAGRAPH.split(mended) if part.strip()]
    passages = tuple(Passage(key + 1, Role.PARAGRAPH, part) for key, part in enumerate(parts))
    return Article(0, number, heading, passages, division_heading=division)


def tota_articles(data: bytes) -> Iterator[tuple[str, str, Article]]:
    """(language, chapter, article) of a ToTA file."""
    root = ET.fromstring(data)  # noqa: S314  (our own corpus)
    language = root.findtext(".//language") or ""
    for chapter in root.iter("chapter"):
        name = chapter.get("name") or ""
        for node in chapter.iter("article"):
            number = (node.get("number") or "").split()
            text = "".join(node.itertext())
            yield language, name, article_of(number[-1] if number else "", node.get("name") or "", text, name)


def plain_articles(text: str, language: str, division: str) -> Iterator[Article]:
    """Articles of a plain text whose headings stand on lines of their own."""
    heads = list(_HEADING[language].finditer(text))
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        body = text[head.end() : after.start() if after else len(text)]
        heading = head[2].strip()
        if not heading:
            heading, _, body = body.strip().partition("\n")
        yield article_of(head[1].rstrip("."), heading, body, division)


def tota_files(folder: Path | None) -> Iterator[tuple[str, bytes]]:
    """Name and content of every ToTA file."""
    if folder:
        for path in sorted(folder.glob("pta_*.xml")):
            yield path.name, path.read_bytes()
        return
    with tarfile.open(CORPUS / "tota" / "tota-xml.tar.gz") as archive:
        for member in archive:
            handle = archive.extractfile(member) if member.name.endswith(".xml") else None
            if handle:
                yield Path(member.name).name, handle.read()


def _gold(name: str) -> dict[tuple[str, str], dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as handle:
        return {(row["file"], row["article"]): row for row in csv.DictReader(handle)}


def _labelled(row: dict[str, str], article: Article, language: str) -> Labelled:
    must, also = (frozenset(filter(None, row[key].split(";"))) for key in ("topics", "also"))
    return Labelled(row["file"], article, language, must, also, row["held_back"] == "yes")


def labelled(folder: Path | None = None) -> Iterator[Labelled]:
    """Every labelled article, read from the corpus."""
    gold = _gold("topics_tota.csv")
    files = {file for file, _ in gold}
    for name, data in tota_files(folder):
        if name in files:
            for language, chapter, article in tota_articles(data):
                row = gold.get((name, article.number))
                if row and DIGITAL.search(chapter):
                    yield _labelled(row, article, language)
    plain = _gold("topics_plain.csv")
    for file in dict.fromkeys(file for file, _ in plain):
        language = "zh" if "zh" in file else "en"
        text = (CORPUS / "authentic" / file).read_text(encoding="utf-8", errors="replace")
        for article in plain_articles(text, language, ""):
            row = plain.pop((file, article.number), None)
            if row:
                yield _labelled(row, article, language)
    for file, number in plain:
        print(f"not found in the corpus: {file} {number}", file=sys.stderr)


def measure(articles: list[Labelled], *, headings: bool) -> tuple[dict[str, tuple[int, int, int]], list[str]]:
    """Per topic (found rightly, found wrongly, missed), and a sentence for each fault."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    faults = []
    for one in articles:
        scores = {hit.topic: hit.score for hit in classify(one.article, one.language, headings=headings)}
        right.update(one.must & scores.keys())
        where = f"{one.file} {one.article.number} {one.article.heading}"
        for topic in sorted(scores.keys() - one.must - one.also):
            wrong[topic] += 1
            faults.append(f"wrong  {topic:26} {scores[topic]:.2f}  {where}")
        for topic in sorted(one.must - scores.keys()):
            missed[topic] += 1
            faults.append(f"missed {topic:26}       {where}")
    names = [topic.id for topic in topics() if right[topic.id] + wrong[topic.id] + missed[topic.id]]
    return {name: (right[name], wrong[name], missed[name]) for name in names}, faults


def _figures(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def report(articles: list[Labelled], *, headings: bool) -> dict[str, object]:
    """Print a table and the faults; return the figures."""
    counts, faults = measure(articles, headings=headings)
    print(f"\n{len(articles)} articles, headings {'read' if headings else 'hidden'}")
    print(f"{'topic':28}{'n':>5}{'precision':>11}{'recall':>8}{'F1':>7}")
    for name, (right, wrong, missed) in counts.items():
        precision, recall, f1 = _figures(right, wrong, missed)
        print(f"{name:28}{right + missed:5}{precision:11.3f}{recall:8.3f}{f1:7.3f}")
    labelled_topics = [one for one in counts.values() if one[0] + one[2]]
    macro = sum(_figures(*one)[2] for one in labelled_topics) / max(1, len(labelled_topics))
    core = tuple(sum(counts.get(name, (0, 0, 0))[part] for name in CORE_TOPICS) for part in range(3))
    precision, recall, _ = _figures(*core)
    print(f"macro F1 {macro:.3f}; core topics: precision {precision:.3f}, recall {recall:.3f}")
    print("\n".join(faults))
    return {"headings": headings, "macro_f1": macro, "core_precision": precision, "core_recall": recall}


def elsewhere(folder: Path | None) -> None:
    """Print what the core topics find in all of ToTA outside digital chapters, and how long it took."""
    found: dict[str, list[str]] = defaultdict(list)
    seconds, count = 0.0, 0
    for name, data in tota_files(folder):
        for language, chapter, article in tota_articles(data):
            start = time.perf_counter()
            hits = classify(article, language)
            seconds += time.perf_counter() - start
            count += 1
            if DIGITAL.search(chapter):
                continue
            texts = {passage.key: passage.text for passage in article.passages} | {article.key: article.heading}
            for hit in hits:
                if hit.topic in CORE_TOPICS:
                    words = " / ".join(texts[one.key][one.start : one.end][:110] for one in hit.words)
                    line = f"{hit.score:.2f} {name} {article.number} {article.heading} [{chapter}]: {words}"
                    found[hit.topic].append(line)
    for topic, lines in found.items():
        print(f"\n{topic}: {len(lines)} outside digital chapters")
        print("\n".join(sorted(lines, reverse=True)))
    print(f"\n{count} articles classified in {seconds:.1f} s")


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-back", action="store_true")
    parser.add_argument("--elsewhere", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--tota", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    if options.elsewhere:
        elsewhere(options.tota)
        return 0
    articles = [one for one in labelled(options.tota) if one.held_back or not options.held_back]
    figures = [report(articles, headings=headings) for headings in (True, False)]
    if options.json:
        print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
