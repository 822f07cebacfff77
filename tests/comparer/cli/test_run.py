"""The command line as people and programs use it."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from comparer import catalogue
from comparer.cli.run import main

DRAFT = """Our Draft

Chapter 9: Digital Trade

Article 9.1: Cross-Border Transfer of Information by Electronic Means

1. Each Party shall allow the cross-border transfer of information for the conduct of its business.

2. Nothing in this Article keeps a Party from a measure that it considers necessary for a legitimate public policy objective.

Article 9.2: Source Code

No Party shall require access to the source code of another Party's software.
"""


class Outcome(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.out)
        return loaded


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def outcome(*arguments: str) -> Outcome:
        status = main(arguments)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return outcome


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def test_demo_prints_seven_agreements_and_writes_the_workbook(run: Run, tmp_path: Path) -> None:
    outcome = run("demo", "-o", "out")
    assert outcome.status == 0
    assert len(catalogue.DEMO_IDS) == 7
    assert all(name in outcome.out for name in catalogue.DEMO_IDS)
    assert "restatement" in outcome.out
    assert str(Path("out") / "matrix.xlsx") in outcome.out
    book = load_workbook(tmp_path / "out" / "matrix.xlsx")
    assert book.active is not None


def test_read(run: Run, draft: str) -> None:
    data = run("read", draft, "--json").data
    assert [p["citation"] for p in data["provisions"] if p["kind"] == "article"] == ["Art. 9.1", "Art. 9.2"]
    assert {"citation", "kind", "number", "heading", "parent", "start", "end"} <= data["provisions"][0].keys()
    ledger = data["ledger"]
    left = sum(len(item["text"].split()) for item in ledger["left_over"])
    assert ledger["words"] == ledger["in_provisions"] + left
    first = next(p for p in data["provisions"] if p["citation"] == "Art. 9.1(1)")
    assert DRAFT[first["start"] : first["end"]].startswith("1. Each Party")


def test_topics(run: Run, draft: str) -> None:
    articles = run("topics", draft, "--json").data["articles"]
    assert [(a["number"], a["topics"][0]["topic"]) for a in articles] == [("9.1", "data-flows"), ("9.2", "source-code")]
    hidden = run("topics", draft, "--ignore-headings", "--json").data["articles"]
    assert [a["topics"][0]["topic"] for a in hidden] == ["data-flows", "source-code"]


def test_code(run: Run, draft: str) -> None:
    (finding,) = run("code", draft, "--topic", "data-flows", "--json").data["findings"]
    assert (finding["discipline"], finding["strength"], finding["breadth"]) == ("prohibits", "hard", "broad")
    assert finding["citations"] == ["Art. 9.1"]
    assert [(e["kind"], e["citation"]) for e in finding["exceptions"]] == [("public-policy", "Art. 9.1(2)")]
    assert "self-judging" in finding["exceptions"][0]["test"]
    assert all(DRAFT[e["start"] : e["end"]] == e["quote"] for e in finding["evidence"])
    assert set(finding["phrase"]) == {"en", "zh", "es"}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Citation", "Discipline", "prohibits", "Test: self-judging; Art. 9.1(2): “"]),
        ("zh", ["出处", "义务类型", "禁止", "条件：自行判断；Art. 9.1(2)：“"]),
        ("es", ["Cita", "Disciplina", "prohíbe", "Criterio: a juicio de la parte; Art. 9.1(2): “"]),
    ],
)
def test_code_names_everything_in_the_language(run: Run, draft: str, language: str, lines: list[str]) -> None:
    printed = run("code", draft, "--topic", "data-flows", "--lang", language).out
    assert all(line in printed for line in lines)
    assert ("unchecked" in printed, "strength:hard" in printed) == (False, False)


def test_code_says_what_was_not_checked(run: Run) -> None:
    assert "USJDTA Art. 17 (unchecked)" in run("code", "USJDTA", "--topic", "source-code").out
    assert "unchecked" not in run("code", "CPTPP", "--topic", "source-code").out


def test_agreements_have_heads_in_the_language(run: Run) -> None:
    head, first, *_ = run("agreements", "--lang", "zh").out.splitlines()
    assert head.split() == ["标识", "签署", "生效", "文本", "名称"]
    assert first.split()[:4] == ["RCEP", "2020-11-15", "2022-01-01", "转述"]


def test_align(run: Run, draft: str) -> None:
    data = run("align", draft, "CPTPP", "--json").data
    pairs = [group["members"] for group in data["groups"]]
    assert {draft: ["Art. 9.1"], "CPTPP": ["CPTPP Art. 14.11"]} in pairs
    named = [c for group in pairs for c in group.get(draft, [])] + data["unmatched"].get(draft, [])
    assert sorted(named) == ["Art. 9.1", "Art. 9.2"]


def test_compare(run: Run, draft: str) -> None:
    outcome = run("compare", "CPTPP", draft, "--topic", "data-flows")
    assert outcome.status == 0
    assert "{+" in outcome.out
    data = run("compare", "CPTPP", draft, "--topic", "data-flows", "--json").data
    assert [column["agreement"] for column in data["columns"]] == ["CPTPP", "draft"]


def test_matrix_json(run: Run, draft: str) -> None:
    data = run("matrix", "RCEP", draft, "--topics", "data-flows,source-code", "--json").data
    assert data["columns"] == ["data-flows", "source-code"]
    assert [(row["agreement"], row["status"]) for row in data["rows"]] == [
        ("RCEP", "restatement"),
        ("draft", "unstated"),
    ]
    assert data["rows"][0]["cells"]["source-code"]["discipline"] == "silent"


@pytest.mark.parametrize("name", ["table.xlsx", "table.csv", "table.json", "table.md"])
@pytest.mark.parametrize("language", ["en", "zh", "es"])
def test_matrix_is_written_in_every_form_and_language(run: Run, tmp_path: Path, name: str, language: str) -> None:
    outcome = run("matrix", "RCEP", "CPTPP", "--base", "CPTPP", "--lang", language, "-o", name)
    assert (outcome.status, outcome.err) == (0, "")
    assert name in outcome.out
    assert (tmp_path / name).stat().st_size > 500


def test_matrix_of_further_topics_does_not_guess(run: Run) -> None:
    cells = run("matrix", "CPTPP", "--topics", "spam", "--json").data["rows"][0]["cells"]
    assert cells["spam"]["discipline"] == "unclear"
    assert cells["spam"]["citations"] == ["CPTPP Art. 14.14"]


def test_the_base_is_named_as_typed_or_as_its_row_whatever_the_case(run: Run, draft: str) -> None:
    for base, name in (("cptpp", "CPTPP"), ("DRAFT", "draft"), (draft, "draft")):
        assert run("matrix", "CPTPP", draft, "--base", base, "--json").data["base"] == name


def test_an_agreement_is_one_text_whatever_its_case(run: Run) -> None:
    outcome = run("matrix", "CPTPP", "cptpp")
    assert outcome.status == 2
    assert "named twice" in outcome.err


def test_topics_may_be_listed_in_one_word(run: Run, draft: str) -> None:
    findings = run("code", draft, "--topic", "data-flows, source-code,", "--json").data["findings"]
    assert [finding["topic"] for finding in findings] == ["data-flows", "source-code"]
    assert run("matrix", "RCEP", "--topics", " , ").status == 2


def test_agreements(run: Run) -> None:
    listed = {item["id"]: item for item in run("agreements", "--json").data["agreements"]}
    assert listed["CPTPP"]["texts"] == ["restatement"]
    assert listed["CPTPP"]["in_force"] == "2018-12-30"
    assert "data-flows" in run("agreements", "--topics").out


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["code", "RCPE"], 2, "Did you mean RCEP?"),
        (["code", "RCEP", "--topic", "data-flow"], 2, "did you mean data-flows?"),
        (["read", "missing.txt"], 1, "There is no file missing.txt"),
        (["matrix", "-o", "no/such/folder/x.xlsx"], 1, "does not exist"),
        (["matrix", "-o", "x.pdf"], 1, ".xlsx, .csv, .json or .md"),
        (["matrix", "--base", "CPTPP", "RCEP"], 2, "The base CPTPP is not among the texts"),
        (["align", "RCEP"], 2, "two texts at least"),
        (["align", "RCEP", "RCEP"], 2, "named twice"),
        (["frobnicate"], 2, "--help"),
        ([], 2, "--help"),
    ],
)
def test_a_mistake_is_one_sentence(run: Run, tmp_path: Path, arguments: list[str], status: int, words: str) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (status, "")
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bad.txt", b"", "is empty"),
        ("bad.txt", bytes(range(256)) * 20, "binary"),
        ("bad.txt", b"A letter about tulips, not a treaty.", "No article was found"),
        ("bad.xml", b'<!DOCTYPE t [<!ENTITY a "b">]><treaty>&a;</treaty>', "entities"),
        ("bad.xml", b"<treaty><body>", "not well-formed"),
    ],
)
def test_a_bad_file_is_one_sentence(run: Run, tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    outcome = run("matrix", "RCEP", name, "-o", "table.csv")
    assert (outcome.status, outcome.out) == (1, "")
    assert words in outcome.err
    assert name in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (tmp_path / "table.csv").exists()


def test_judgements_made_in_reading_are_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "skips.txt").write_text("Article 1: Data\n\n1. One.\n\n3. Three.\n\n4. Four.\n", encoding="utf-8")
    last = run("read", "skips.txt").out.splitlines()[-2:]
    assert last == ["Judgements made in reading:", "  Art. 1(3): The number 3 does not follow on the one before it."]


def test_a_text_read_without_judgements_says_nothing_of_them(run: Run, draft: str) -> None:
    assert "Judgements" not in run("read", draft).out


def test_the_version_is_said_even_where_the_program_is_not_installed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--version").out.startswith("synoptic ")

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert run("--version") == (0, "synoptic (not installed: run from its folder)\n", "")
