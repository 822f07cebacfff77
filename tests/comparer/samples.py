"""Texts, findings and matrices made by hand: invented clauses in English, Spanish and Chinese."""

from __future__ import annotations

from dataclasses import dataclass, field

from comparer.findings import CitedElsewhere, CitedException, CodedFinding, Evidence
from comparer.matrix import Cell, Matrix, ReviewState, Row
from comparer.model import Edition, Kind, Provision, Span, Status, Text
from rules.model import CORE_TOPICS, Breadth, Discipline, Enforcement, Strength


@dataclass
class Builder:
    """Writes a text and its provisions together, so that every span is right by construction."""

    edition: Edition
    raw: str = ""
    nodes: list[dict[str, object]] = field(default_factory=list)

    def add(self, kind: Kind, number: str, heading: str, words: str, parent: int | None = None) -> int:
        start = len(self.raw)
        self.raw += words + "\n"
        index = len(self.nodes)
        span = Span(start, len(self.raw) - 1)
        self.nodes.append(
            {
                "index": index,
                "kind": kind,
                "number": number,
                "heading": heading,
                "parent": parent,
                "span": span,
            }
            | {"own": (span,)}
        )
        while parent is not None:
            node = self.nodes[parent]
            above = node["span"]
            assert isinstance(above, Span)
            node["span"] = Span(above.start, span.end)
            above_parent = node["parent"]
            assert above_parent is None or isinstance(above_parent, int)
            parent = above_parent
        return index

    def article(self, number: str, heading: str, *paragraphs: str, word: str = "Article {}: {}") -> int:
        """Paragraphs are numbered as they come; a line that begins with `(` is a subparagraph, with `*` a
        footnote.
        """
        article = self.add(Kind.ARTICLE, number, heading, word.format(number, heading))
        last = article
        count = 0
        for line in paragraphs:
            if line.startswith("("):
                self.add(Kind.SUBPARAGRAPH, line[1 : line.index(")")], "", line, last)
            elif line.startswith("*"):
                self.add(Kind.FOOTNOTE, line[1], "", line[1:], article)
            else:
                count += 1
                last = self.add(Kind.PARAGRAPH, str(count), "", f"{count}. {line}", article)
        return article

    def build(self) -> Text:
        return Text(self.edition, self.raw, self.raw, tuple(Provision(**node) for node in self.nodes))  # type: ignore[arg-type]


def edition(name: str, language: str = "en", status: Status = Status.UNSTATED, **more: str) -> Edition:
    return Edition(name=name, label=name, title=f"{name} Agreement", language=language, status=status, **more)


def alpha() -> Text:
    made = Builder(edition("ALPHA", status=Status.RESTATEMENT, sha256="a" * 64, note="Art. 9 could not be checked."))
    made.article("1", "Definitions", "**harbour data** means any reading taken in a harbour.")
    made.article(
        "2",
        "Flow of Harbour Data",
        "Each Party may have its own rules on harbour data.",
        "No Party shall prohibit or restrict the sending of harbour data abroad by a ship of another Party.",
        "Paragraph 2 does not stop a Party from keeping a measure to reach an aim of public policy, if it:",
        "(a) is not a disguised restriction on shipping; and",
        "(b) does no more than the aim requires.",
        "*1 A ship includes a barge.",
    )
    made.article("3", "Place of Harbour Servers", "No Party shall demand that a ship keep its server in port.")
    made.article("4", "Closing of Lighthouses", "The Parties shall light every lighthouse at dusk.")
    return made.build()


def beta() -> Text:
    made = Builder(edition("BETA", address="https://example.org/beta", sha256="b" * 64))
    made.article("10", "Words", "**harbour data** means any reading taken in a port or harbour.")
    made.article(
        "11",
        "Flows of Harbour Data",
        "Each Party may have its own rules on harbour data.",
        "A Party shall not prohibit the sending of harbour data abroad by a ship of another Party.",
        "Nothing stops a Party from keeping a measure that it considers necessary to reach an aim "
        "of public policy, if it:",
        "(a) is not a disguised restriction on shipping.",
    )
    made.article("12", "Place of Harbour Servers", "No Party shall demand that a ship keep its server in port.")
    made.article("13", "Committee of Pilots", "A committee of pilots meets once a year.")
    return made.build()


def gamma() -> Text:
    """The clauses of `alpha` in Chinese, with the same numbers."""
    made = Builder(edition("GAMMA", "zh"))
    word = "第{}条 {}"
    made.article("1", "定义", "港口数据指在港口取得的任何读数。", word=word)
    made.article(
        "2",
        "港口数据流动",
        "每一方可有其自己的规则。",
        "任何一方不得禁止或限制另一方船舶向境外发送港口数据。",
        word=word,
    )
    made.article("3", "港口服务器的位置", "任何一方不得要求船舶将服务器置于港内。", word=word)
    return made.build()


def delta() -> Text:
    """A Spanish text with one article."""
    made = Builder(edition("DELTA", "es", Status.DRAFT))
    made.article(
        "7",
        "Flujo de datos portuarios",
        "Cada Parte procurará no limitar el envío de datos portuarios.",
        word="Artículo {}: {}",
    )
    return made.build()


def finding(text: Text, topic: str, article: int | None, strength: Strength = Strength.HARD) -> CodedFinding:
    """A finding that rests on one article (by index), or a silent one."""
    label = text.edition.label
    if article is None:
        phrase = {"en": "Not covered", "zh": "无规定", "es": "Sin disposición"}
        return CodedFinding(topic, Discipline.SILENT, Strength.NONE, Breadth.NONE, Enforcement.UNKNOWN, phrase=phrase)
    number = text.provisions[article].number
    citation = f"{label} Art. {number}"
    span = text.provisions[article].span
    quote = text.raw[span.start : span.end]
    return CodedFinding(
        topic,
        Discipline.PROHIBITS,
        strength,
        Breadth.NARROW,
        Enforcement.DISPUTABLE,
        phrase={
            "en": "Restrictions prohibited, very few exceptions",
            "zh": "禁止限制，例外极少",
            "es": "Restricciones prohibidas, muy pocas excepciones",
        },
        citations=(citation,),
        provisions=(article,),
        scope=("covered-persons",),
        exceptions=(
            CitedException("public-policy", ("no-disguised-restriction", "necessity"), f"{citation}(3)", article),
        ),
        elsewhere=(CitedElsewhere("definition", f"{label} Art. 1", 0),),
        evidence=(Evidence(citation, article, span, quote, "discipline"),),
    )


def article_index(text: Text, number: str) -> int:
    return next(i for i in text.articles if text.provisions[i].number == number)


def row(text: Text, flows: str | None, servers: str | None, signed: str = "2018-03-08") -> Row:
    """A row whose clauses on data flows and data localization are the articles of these numbers."""
    where = {"data-flows": flows, "data-localization": servers}
    strengths = {"data-flows": Strength.HARD, "data-localization": Strength.SOFT}
    cells = {}
    for topic in CORE_TOPICS:
        number = where.get(topic)
        index = None if number is None else article_index(text, number)
        cells[topic] = Cell(finding(text, topic, index, strengths.get(topic, Strength.NONE)))
    return Row(text, text.edition.label, signed, "", cells)


def matrix(base: int | None = 0) -> Matrix:
    rows = (
        row(alpha(), "2", "3"),
        row(beta(), "11", "12", signed="2020-11-15"),
        row(gamma(), "2", "3"),
        row(delta(), "7", None, signed=""),
    )
    confirmed = {
        **rows[1].cells,
        "data-flows": Cell(rows[1].cells["data-flows"].finding, ReviewState.CONFIRMED),
    }
    rows = (rows[0], Row(rows[1].text, rows[1].name, rows[1].signed, "2022-01-01", confirmed), *rows[2:])
    return Matrix(CORE_TOPICS, rows, base)
