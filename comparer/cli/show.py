"""What the command line prints for people: plain lines that need no colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comparer.model import Text

Payload = Mapping[str, Any]

_WRITTEN = {"en": "Written: {path}", "zh": "已写入：{path}", "es": "Escrito: {path}"}
_DEMO = {
    "en": "The texts above are restatements in our own words, not the treaties' own. Workbook: {path}",
    "zh": "以上文本为本程序自行转述，并非条约原文。工作簿：{path}",
    "es": "Los textos anteriores son reformulaciones propias, no las palabras de los tratados. Libro: {path}",
}


def written(path: Path, language: str) -> str:
    """Where a file was written."""
    return _WRITTEN[language].format(path=path)


def demo_note(path: Path, language: str) -> str:
    """What the demonstration's texts are, and where its workbook is."""
    return _DEMO[language].format(path=path)


def agreements_payload() -> dict[str, Any]:
    """`{"agreements": [{"id", "names", "parties", "signed", "in_force", "texts": [...]}]}`."""
    from comparer import catalogue  # noqa: PLC0415

    texts: dict[str, list[str]] = {}
    for name in catalogue.builtin_ids():
        texts.setdefault(name, []).append("restatement")
    return {
        "agreements": [
            {
                "id": facts.id,
                "names": dict(facts.names),
                "parties": list(facts.parties),
                "signed": facts.signed,
                "in_force": facts.in_force,
                "texts": texts.get(facts.id, []),
            }
            for facts in catalogue.agreements().values()
        ]
    }


def agreements(payload: Payload, language: str) -> str:
    """One line an agreement: id, dates, texts, name."""
    rows = [
        (
            item["id"],
            item["signed"] or "–",
            item["in_force"] or "–",
            _texts(item, language) or "–",
            item["names"].get(language) or item["names"]["en"],
        )
        for item in payload["agreements"]
    ]
    return columns([_heads(("id", "signed", "in-force", "text", "full-name"), language), *rows])


def _texts(item: Payload, language: str) -> str:
    """The texts of an agreement that are there: those built in, and those of the library with their names."""
    from comparer.labels import status_name  # noqa: PLC0415
    from comparer.punctuation import marks  # noqa: PLC0415

    joined = marks(language)
    built_in = (status_name(status, language, short=True) for status in item["texts"])
    stored = (joined.aside(text["name"], status_name(text["status"], language, short=True)) for text in item["library"])
    return joined.list((*built_in, *stored))


def _heads(columns: Sequence[str], language: str) -> tuple[str, ...]:
    from comparer.labels import head  # noqa: PLC0415

    return tuple(head(column, language) for column in columns)


def topics_known_payload() -> dict[str, Any]:
    """`{"topics": [{"id", "group", "names", "questions"}]}`."""
    from rules.topics import topics as known  # noqa: PLC0415

    return {
        "topics": [
            {"id": t.id, "group": t.group, "names": dict(t.names), "questions": dict(t.questions)} for t in known()
        ]
    }


def topics_known(payload: Payload, language: str) -> str:
    """One line a topic: id, name, the question it asks."""
    rows = [(item["id"], item["names"][language], item["questions"][language]) for item in payload["topics"]]
    return columns([_heads(("id", "full-name", "question"), language), *rows])


def structure(payload: Payload) -> str:
    """An outline of the text, then what was left over, and where the reading rests on a judgement."""
    depth: dict[str, int] = {}
    facts = payload["text"].items()
    lines = [f"{key}: {value}" for key, value in facts if value and not isinstance(value, dict | list)]
    lines.append("")
    for item in payload["provisions"]:
        level = depth.get(item["parent"] or "", -1) + 1
        depth[item["citation"]] = level
        if item["kind"] not in {"paragraph", "subparagraph"}:
            lines.append(f"{'  ' * level}{item['citation']}  {item['heading']}".rstrip())
    counts: dict[str, int] = {}
    for item in payload["provisions"]:
        counts[item["kind"]] = counts.get(item["kind"], 0) + 1
    ledger = payload["ledger"]
    lines += ["", ", ".join(f"{count} {_plural(kind, count)}" for kind, count in counts.items())]
    left = ledger["words"] - ledger["in_provisions"]
    lines.append(f"{ledger['words']} words: {ledger['in_provisions']} in provisions, {left} left over")
    for item in ledger["left_over"]:
        words = " ".join(item["text"].split())
        lines.append(f"  left over at {item['start']}–{item['end']}: {words[:100]}{'…' if len(words) > 100 else ''}")
    repairs = [f"  {item['citation']}: {repair}" for item in payload["provisions"] for repair in item["repairs"]]
    if repairs:
        lines += ["Judgements made in reading:", *repairs]
    return "\n".join(lines)


def _plural(kind: str, count: int) -> str:
    return kind if count == 1 else f"{kind.removesuffix('x')}{'xes' if kind.endswith('x') else 's'}"


def topics_payload(text: Text, *, headings: bool) -> dict[str, Any]:
    """`{"articles": [{"citation", "number", "heading", "topics": [{"topic", "score"}]}]}`, best topic first."""
    from comparer.articles import Articles  # noqa: PLC0415
    from comparer.citation import citation  # noqa: PLC0415
    from rules.topics import classify  # noqa: PLC0415

    return {
        "articles": [
            {
                "citation": citation(text, article.key),
                "number": article.number,
                "heading": article.heading,
                "topics": [
                    {"topic": hit.topic, "score": hit.score}
                    for hit in classify(article, text.edition.language, headings=headings)
                ],
            }
            for article in Articles(text).articles
        ]
    }


def topics(payload: Payload) -> str:
    """One line an article: citation, heading, topics with scores."""
    rows = [
        (
            item["citation"],
            ", ".join(f"{hit['topic']} {hit['score']:.2f}" for hit in item["topics"]) or "–",
            item["heading"],
        )
        for item in payload["articles"]
    ]
    return columns([("Article", "Topics", "Heading"), *rows])


def alignment(payload: Payload) -> str:
    """One block a group of corresponding provisions, then what has no counterpart."""
    lines = []
    for group in payload["groups"]:
        members = " ~ ".join("; ".join(citations) for citations in group["members"].values())
        lines.append(f"{group['kind']:<14}{group['score']:.2f}  {members}")
    for name, citations in payload["unmatched"].items():
        if citations:
            lines.append(f"only in {name}: {'; '.join(citations)}")
    return "\n".join(lines)


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows in aligned columns; Chinese letters take two places each; the last column runs free."""
    from rich.cells import cell_len  # noqa: PLC0415

    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
    return "\n".join(
        "  ".join(
            [
                *(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)),
                row[-1],
            ]
        ).rstrip()
        for row in rows
    )
