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
import tempfile
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from comparer.articles import Articles  # noqa: E402  (the checkout comes first)
from comparer.reading import read  # noqa: E402
from rules.model import CORE_TOPICS, Article, Passage, Role  # noqa: E402
from rules.topics import classify, topics  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
GOLD = ROOT / "tests" / "rules" / "gold"
DIGITAL = re.compile(r"electr[oó]nic|e-commerce|digital", re.I)
_PARAGRAPH = re.compile(r"(?:^|(?<=[.;:)]\s))(?=\d{1,2}\. )")


class Labelled(NamedTuple):
    """One article with what reading it says: topics that must be found, and others that may be."""

    file: str
    article: Article
    language: str
    must: frozenset[str]
    also: frozenset[str]
    held_back: bool


def tota_articles(data: bytes) -> Iterator[tuple[str, str, Article]]:
    """(language, chapter, article) of a ToTA file, its paragraphs cut at their numbers: quick enough for all 450."""
    root = ET.fromstring(data)  # noqa: S314  (our own corpus)
    language = root.findtext(".//language") or ""
    for chapter in root.iter("chapter"):
        name = chapter.get("name") or ""
        for node in chapter.iter("article"):
            parts = _PARAGRAPH.split(" ".join("".join(node.itertext()).split()))
            passages = tuple(Passage(key, Role.PARAGRAPH, part) for key, part in enumerate(parts, 1) if part.strip())
            number, heading = node.get("number") or "", node.get("name") or ""
            yield language, name, Article(0, number, heading, passages, division_heading=name)


@contextmanager
def tota_folder(folder: Path | None) -> Iterator[Path]:
    """The folder with the unpacked XML: the one given, or one that is unpacked for as long as it is needed."""
    if folder:
        yield folder
        return
    with tempfile.TemporaryDirectory() as name, tarfile.open(CORPUS / "tota" / "tota-xml.tar.gz") as archive:
        archive.extractall(name, filter="data")
        yield next(Path(name).rglob("pta_1.xml")).parent


def labelled(tota: Path) -> Iterator[Labelled]:
    """Every labelled article, read from the corpus as the program reads it."""
    for table, folder, digital_only in (("tota", tota, True), ("plain", CORPUS / "authentic", False)):
        rows = _gold(f"topics_{table}.csv")
        for file in dict.fromkeys(file for file, _ in rows):
            text = read(folder / file)
            for article in Articles(text).articles:
                if digital_only and not DIGITAL.search(article.division_heading):
                    continue
                row = rows.pop((file, article.number), None)
                if row:
                    must, also = (frozenset(filter(None, row[key].split(";"))) for key in ("topics", "also"))
                    held_back = row["held_back"] == "yes"
                    yield Labelled(file, article, text.edition.language, must, also, held_back)
        for file, number in rows:
            print(f"not found in the corpus: {file} {number}", file=sys.stderr)


def _gold(name: str) -> dict[tuple[str, str], dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as handle:
        return {(row["file"], row["article"]): row for row in csv.DictReader(handle)}


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


def elsewhere(tota: Path) -> None:
    """Print what the core topics find in all of ToTA outside digital chapters, and how long it took."""
    found: dict[str, list[str]] = defaultdict(list)
    seconds, count = 0.0, 0
    for path in sorted(tota.glob("pta_*.xml")):
        for language, chapter, article in tota_articles(path.read_bytes()):
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
                    line = f"{hit.score:.2f} {path.name} {article.number} {article.heading} [{chapter}]: {words}"
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
    with tota_folder(options.tota) as folder:
        if options.elsewhere:
            elsewhere(folder)
            return 0
        articles = [one for one in labelled(folder) if one.held_back or not options.held_back]
    figures = [report(articles, headings=headings) for headings in (True, False)]
    if options.json:
        print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
