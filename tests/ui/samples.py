"""An invented comparison: five texts of agreements that do not exist, and an engine that serves them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from comparer.differences import EditKind, differences
from comparer.errors import BadInputError, CancelledError
from comparer.findings import CitedElsewhere, CitedException, CodedFinding, Evidence
from comparer.matrix import Cell, Matrix, ReviewState, Row
from comparer.model import Edition, Kind, Provision, Span, Status, Text
from rules.model import Breadth, Discipline, Enforcement, Strength
from ui.engine import Gathered, Tally, TopicLabel, Unread
from ui.jobs import OnProgress, ShouldCancel
from ui.reading import Account, account
from ui.sheet import Change, Column, Line, Run, Sheet

TOPICS = (
    TopicLabel("data-flows", {"en": "Data flows", "zh": "数据跨境流动"}, {"en": "Restrict transfers?"}, core=True),
    TopicLabel("data-localization", {"en": "Localization", "zh": "数据本地化"}, {"en": "Local servers?"}, core=True),
    TopicLabel("source-code", {"en": "Source code", "zh": "源代码"}, {"en": "Compulsory transfer?"}, core=True),
    TopicLabel("personal-information", {"en": "Personal information", "zh": "个人信息"}, {"en": "Protect?"}, core=True),
    TopicLabel("spam", {"en": "Unsolicited messages", "zh": "非应邀电子信息"}, {"en": "Spam?"}, core=False),
    TopicLabel("customs-duties", {"en": "Customs duties", "zh": "关税"}, {"en": "Duties?"}, core=False),
)

Paragraphs = tuple[tuple[str, int, str], ...]
"""`(number, depth, words)`."""

NORTH: Paragraphs = (
    ("1.", 0, "The Parties know that each of them may have rules of its own for messages sent by wire."),
    ("2.", 0, "Each Party shall allow parcels of data to cross its border where a covered trader needs them."),
    ("3.", 0, "This Article leaves a Party free to keep a measure for a public aim, if that measure:"),
    ("(a)", 1, "is not a hidden barrier to trade; and"),
    ("(b)", 1, "goes no further than the aim requires.𝒳 It is reviewed."),
)
SOUTH: Paragraphs = (
    ("1.", 0, "The Parties know that each of them may have rules of its own."),
    ("2.", 0, "A Party shall not stop parcels of data from crossing its border where a covered trader needs them."),
    ("3.", 0, "This Article leaves a Party free to keep a measure that it considers necessary for a public aim."),
    ("(a)", 1, "is not a hidden barrier to trade."),
    ("4.", 0, "Nothing here touches what a Party holds to be vital to its safety; no other Party shall dispute it."),
)
EAST: Paragraphs = (
    ("1.", 0, "No Party shall forbid parcels of data to cross its border where a covered trader needs them."),
)
WEST: Paragraphs = (
    ("1.", 0, "缔约方认识到各自可以有本国的规则。"),
    ("2.", 0, "各缔约方应允许数据包裹为相关商人的需要跨越其边境。"),
)
DRAFT: Paragraphs = (
    ("1.", 0, "The Parties should talk about parcels of data and endeavour to let them cross their borders."),
)


def text(  # noqa: PLR0917
    name: str, number: str, heading: str, paragraphs: Paragraphs, status: Status, language: str = "en"
) -> Text:
    """An article, the way `comparer` would hand it over."""
    head = f"Article {number}: {heading}"
    raw = head
    spans = []
    for mark, _, words in paragraphs:
        start = len(raw) + 1
        raw += f"\n{mark} {words}"
        spans.append(Span(start, len(raw)))
    provisions = [Provision(0, Kind.ARTICLE, number, heading, None, Span(0, len(raw)), (Span(0, len(head)),))]
    parents = [0]
    for index, ((mark, depth, _), span) in enumerate(zip(paragraphs, spans, strict=True), start=1):
        kind = Kind.SUBPARAGRAPH if depth else Kind.PARAGRAPH
        provisions.append(Provision(index, kind, mark.strip(".()"), "", parents[depth], span, (span,)))
        parents = [*parents[: depth + 1], index]
    label = Path(name).stem
    edition = Edition(name, label, f"{label} Agreement on Parcels", language, status)
    return Text(edition, raw, raw, tuple(provisions))


def evidence(source: Text, part: str, quote: str) -> Evidence:
    """The first place where `quote` stands."""
    start = source.raw.index(quote)
    span = Span(start, start + len(quote))
    index = next(p.index for p in source.provisions[1:] if p.span.start <= start < p.span.end)
    number = source.provisions[0].number
    cited = f"{source.edition.label} Art. {number}({source.provisions[index].number})"
    return Evidence(cited, index, span, quote, part)


def silent(topic: str) -> Cell:
    """A cell in which the text says nothing."""
    phrase = {"en": "No provision", "zh": "无规定", "es": "Sin disposición"}
    finding = CodedFinding(topic, Discipline.SILENT, Strength.NONE, Breadth.NONE, Enforcement.UNKNOWN, phrase)
    return Cell(finding)


def finding(  # noqa: PLR0917
    source: Text, topic: str, discipline: Discipline, strength: Strength, breadth: Breadth, en: str, zh: str,
    quotes: Sequence[tuple[str, str]], enforcement: Enforcement = Enforcement.DISPUTABLE,
) -> CodedFinding:  # fmt: skip
    """A finding whose evidence is `(part, quote)`."""
    proofs = tuple(evidence(source, part, quote) for part, quote in quotes)
    article = f"{source.edition.label} Art. {source.provisions[0].number}"
    tests = ("self-judging",) if breadth is Breadth.BROAD else ("necessity", "no-disguised-restriction")
    last = len(source.provisions) - 1
    exceptions = (
        () if breadth is Breadth.NONE else (CitedException("public-policy", tests, f"{article}(3)", min(3, last)),)
    )
    elsewhere = (CitedElsewhere("security-exceptions", f"{source.edition.label} Art. 29.2", 0),)
    phrase = {"en": en, "zh": zh, "es": en}
    return CodedFinding(
        topic, discipline, strength, breadth, enforcement, phrase, (article,), (0,),
        ("covered-persons",), exceptions, elsewhere, proofs,
    )  # fmt: skip


def rows() -> tuple[Row, ...]:
    """Five texts of every status and strength."""
    north = text("NORTH", "14.11", "Parcels across Borders", NORTH, Status.RESTATEMENT)
    south = text("SOUTH", "12.15", "Parcels across Borders", SOUTH, Status.AUTHENTIC)
    east = text("EAST", "19.11", "Parcels", EAST, Status.RESTATEMENT)
    west = text("WEST", "4.3", "数据包裹", WEST, Status.OFFICIAL_TRANSLATION, "zh")
    draft = text("/drafts/Our draft.txt", "7", "Parcels", DRAFT, Status.DRAFT)
    flows = {
        "NORTH": finding(
            north, "data-flows", Discipline.PROHIBITS, Strength.HARD, Breadth.NARROW,
            "Restrictions on transfers prohibited; exceptions for public policy, objectively tested",
            "禁止限制数据跨境转移；公共政策例外须符合客观标准",
            [("strength", "shall allow"), ("exception:public-policy", "goes no further than the aim requires.𝒳"),
             ("discipline", "allow parcels of data to cross its border"), ("scope:covered-persons", "covered trader")],
        ),
        "SOUTH": finding(
            south, "data-flows", Discipline.PROHIBITS, Strength.HARD, Breadth.BROAD,
            "Restrictions on transfers prohibited; broad, self-judging exceptions",
            "禁止限制数据跨境转移；例外范围宽且可自行判断",
            [("strength", "shall not"), ("exception:public-policy", "considers necessary"),
             ("exception:essential-security", "no other Party shall dispute it")], Enforcement.EXCLUDED,
        ),
        "EAST": finding(
            east, "data-flows", Discipline.PROHIBITS, Strength.HARD, Breadth.NONE,
            "Restrictions on transfers prohibited, without exception", "禁止限制数据跨境转移，无例外",
            [("strength", "No Party shall forbid")],
        ),
        "WEST": finding(
            west, "data-flows", Discipline.REQUIRES, Strength.MIXED, Breadth.NARROW,
            "Transfers to be allowed", "应允许数据跨境转移", [("strength", "应允许")],
        ),
        "Our draft": finding(
            draft, "data-flows", Discipline.ENDEAVOURS, Strength.SOFT, Breadth.NONE,
            "Parties to endeavour to let data cross borders", "缔约方努力允许数据跨境流动",
            [("strength", "endeavour to")], Enforcement.UNKNOWN,
        ),
    }  # fmt: skip
    unclear = CodedFinding(
        "source-code", Discipline.UNCLEAR, Strength.MIXED, Breadth.NONE, Enforcement.UNKNOWN,
        {"en": "Unclear: to be read", "zh": "不明确：需阅读", "es": "No concluyente"}, ("SOUTH Art. 12.15",), (0,),
    )  # fmt: skip
    made = []
    dates = {"NORTH": ("2018-03-08", "2018-12-30"), "SOUTH": ("2020-11-15", "2022-01-01")}
    for source in (north, south, east, west, draft):
        label = source.edition.label
        cells = {topic.id: silent(topic.id) for topic in TOPICS}
        state = ReviewState.CONFIRMED if label == "EAST" else ReviewState.OPEN
        cells["data-flows"] = Cell(flows[label], state)
        if label == "SOUTH":
            cells["source-code"] = Cell(unclear)
        made.append(Row(source, label, *dates.get(label, ("", "")), cells))
    return tuple(made)


class SampleEngine:
    """Serves the invented texts; `opened` records what was asked for."""

    def __init__(self) -> None:
        self.rows = {row.text.edition.name: row for row in rows()}
        self.opened: list[str] = []

    def builtin_ids(self) -> tuple[str, ...]:
        return ("NORTH", "SOUTH", "EAST")

    def known_ids(self) -> tuple[str, ...]:
        return ("NORTH", "SOUTH", "EAST", "WEST")

    def topics(self) -> tuple[TopicLabel, ...]:
        return TOPICS

    def gather(self, name: str) -> Gathered:
        if not Path(name).is_dir():
            return Gathered((name,))
        files = sorted(path for path in Path(name).iterdir() if not path.is_symlink())
        links = sorted(path for path in Path(name).iterdir() if path.is_symlink())
        return Gathered(tuple(map(str, files)), tuple(Unread(str(link), "It is a symbolic link.") for link in links))

    def open_texts(self, name: str) -> tuple[Text, ...]:
        self.opened.append(name)
        for known, row in self.rows.items():
            if Path(known).stem == Path(name).stem:
                return (row.text,)
        raise BadInputError(f"No article was found in {Path(name).name}; check that it is the text of an agreement.")

    def build(
        self, texts: Sequence[Text], topics: Sequence[str], on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Matrix:
        for done, source in enumerate(texts):
            if should_cancel():
                raise CancelledError("Stopped.")
            on_progress(done, len(texts), source.edition.label)
        return Matrix(tuple(topics), tuple(self.rows[source.edition.name] for source in texts))

    def sheet(self, matrix: Matrix, topic: str) -> Sheet:
        columns = tuple(
            Column(
                row.name, row.text.edition.label, row.text.edition.language, row.text.edition.status,
                "In our own words; not the treaty's." if row.text.edition.status is Status.RESTATEMENT else "",
                row.cells[topic].finding, index, index == matrix.base,
                matrix.base is not None
                and bool(matrix.rows[matrix.base].cells[topic].finding.provisions)
                and matrix.rows[matrix.base].text.edition.language == row.text.edition.language,
            )
            for index, row in enumerate(matrix.rows)
            if row.cells[topic].finding.provisions
        )  # fmt: skip
        depth = max((len(matrix.rows[column.row].text.provisions) for column in columns), default=0)
        lines = [[self._line(matrix, column, index) for column in columns] for index in range(depth)]
        return Sheet(topic, columns, tuple(tuple(line) for line in lines))

    def account(self, text: Text) -> Account:
        return account(text)

    def tally(self, texts: Sequence[Text]) -> Tally:
        words = sum(len(source.raw.split()) for source in texts)
        return Tally(len(texts), sum(len(source.provisions) for source in texts), words, 0)

    def export(self, matrix: Matrix, path: Path, language: str) -> None:
        path.write_text(json.dumps([language, [row.name for row in matrix.rows]]), encoding="utf-8")

    def _line(self, matrix: Matrix, column: Column, index: int) -> tuple[Line, ...]:
        source = matrix.rows[column.row].text
        if index >= len(source.provisions):
            return ()
        provision = source.provisions[index]
        number, _, words = source.raw[slice(*provision.own[0])].partition(" ")
        article = provision.kind is Kind.ARTICLE
        if article:
            number, words = f"Article {provision.number}", provision.heading
        runs: tuple[Run, ...] = ()
        base = None if matrix.base is None else matrix.rows[matrix.base].text
        if not article and base is not None and column.compared and not column.is_base:
            other = ""
            if index < len(base.provisions):
                other = base.raw[slice(*base.provisions[index].own[0])].partition(" ")[2]
            runs = _compared(other, words)
        else:
            runs = _proved(column, index, words)
        depth = int(provision.kind is Kind.SUBPARAGRAPH)
        return (Line(index, number, depth, runs, heading=article),)


def _compared(base: str, words: str) -> tuple[Run, ...]:
    runs = []
    for edit in differences(base, words):
        if edit.kind in (EditKind.EQUAL, EditKind.VARIANT):
            runs.append(Run(words[slice(*edit.right)]))
            continue
        if edit.removed:
            runs.append(Run(edit.removed, Change.REMOVED))
        if edit.added:
            runs.append(Run(edit.added, Change.ADDED))
    return tuple(runs)


def _proved(column: Column, provision: int, words: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    position = 0
    for start, number, quote in sorted(
        (words.find(proof.quote), number, proof.quote)
        for number, proof in enumerate(column.finding.evidence)
        if proof.provision == provision and proof.quote in words
    ):
        if start < position:
            continue
        runs += [Run(words[position:start]), Run(quote, proofs=(number,))]
        position = start + len(quote)
    return tuple(run for run in (*runs, Run(words[position:])) if run.text)
