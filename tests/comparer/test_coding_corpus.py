"""The four core topics, coded in authentic texts and in their restatements."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from comparer.coding import code
from comparer.findings import CodedFinding
from comparer.model import Text
from comparer.reading import read
from comparer.workbench import open_text
from rules.model import CORE_TOPICS

GOLD = tomllib.loads((Path(__file__).parent / "gold" / "core_coding.toml").read_text(encoding="utf-8"))["text"]
FILES = [(entry, file) for entry in GOLD for file in entry["files"]]
RESTATED = [(entry, file) for entry in GOLD if "restatement" in entry for file in entry["files"]]
FIELDS = ("discipline", "strength", "breadth")

pytestmark = pytest.mark.corpus


@cache
def _read(path: Path) -> tuple[Text, dict[str, CodedFinding]]:
    text = read(path)
    return text, {finding.topic: finding for finding in code(text)}


@cache
def _restated(name: str) -> tuple[Text, dict[str, CodedFinding]]:
    text = open_text(name)
    return text, {finding.topic: finding for finding in code(text)}


def _record(text: Text, finding: CodedFinding) -> dict[str, Any]:
    return {
        "articles": [_number(text, index) for index in finding.provisions],
        **{field: str(getattr(finding, field)) for field in FIELDS},
        "enforcement": str(finding.enforcement),
        "scope": set(finding.scope),
        "exceptions": {e.kind for e in finding.exceptions},
        "tests": {test for e in finding.exceptions for test in e.tests},
    }


def _number(text: Text, index: int) -> str:
    """`8.78(3)`: the number of the article, with the paragraph's where the clause is one paragraph."""
    provision = text.provisions[index]
    if provision.parent is None or provision.kind == "article":
        return provision.number
    return f"{_number(text, provision.parent)}({provision.number})"


def _expected(entry: dict[str, Any], topic: str, *, whole: bool) -> dict[str, Any]:
    gold = dict(entry[topic])
    for field in ("scope", "exceptions", "tests"):
        gold[field] = set(gold[field])
    if not whole and gold["enforcement"] == "disputable":
        gold["enforcement"] = "unknown"  # the chapter that settles disputes is not in the file
    return gold


@pytest.mark.parametrize(("entry", "file"), FILES, ids=[file for _, file in FILES])
@pytest.mark.parametrize("topic", CORE_TOPICS)
def test_authentic_text_is_coded_as_read(corpus: Path, entry: dict[str, Any], file: str, topic: str) -> None:
    text, findings = _read(corpus / "authentic" / file)
    assert _record(text, findings[topic]) == _expected(entry, topic, whole=file in entry["whole"])


@pytest.mark.parametrize(
    ("entry", "file"), RESTATED, ids=[f"{entry['restatement']}-{file}" for entry, file in RESTATED]
)
@pytest.mark.parametrize("topic", CORE_TOPICS)
def test_restatement_gets_the_findings_of_the_text(corpus: Path, entry: dict[str, Any], file: str, topic: str) -> None:
    whole = file in entry["whole"]
    text, findings = _read(corpus / "authentic" / file)
    restated, its_findings = _restated(entry["restatement"])
    ours, theirs = _record(restated, its_findings[topic]), _record(text, findings[topic])
    if not whole:
        ours["enforcement"] = theirs["enforcement"] if theirs["enforcement"] == "unknown" else ours["enforcement"]
    assert ours == theirs
    reach = {e.kind for e in its_findings[topic].elsewhere}
    assert {e.kind for e in findings[topic].elsewhere} <= reach


@pytest.mark.parametrize("entry", [e for e in GOLD if len(e["files"]) > 1], ids=lambda entry: entry["files"][0])
@pytest.mark.parametrize("topic", CORE_TOPICS)
def test_one_treaty_in_its_languages_has_one_phrase(corpus: Path, entry: dict[str, Any], topic: str) -> None:
    phrases = {_read(corpus / "authentic" / file)[1][topic].phrase["en"] for file in entry["files"]}
    assert len(phrases) == 1


@pytest.mark.parametrize("file", [file for _, file in FILES])
def test_every_quote_is_the_sources_own(corpus: Path, file: str) -> None:
    text, findings = _read(corpus / "authentic" / file)
    evidence = [item for finding in findings.values() for item in finding.evidence]
    assert evidence
    assert all(item.quote == text.raw[item.span.start : item.span.end] for item in evidence)


def test_every_finding_that_is_not_silent_has_its_words(corpus: Path) -> None:
    for _, file in FILES:
        _, findings = _read(corpus / "authentic" / file)
        for finding in findings.values():
            proved = {item.part for item in finding.evidence}
            assert finding.citations or finding.discipline == "silent"
            assert not finding.citations or "discipline" in proved
            assert {f"exception:{e.kind}" for e in finding.exceptions} <= proved
            assert {f"elsewhere:{e.kind}" for e in finding.elsewhere if e.kind != "dispute-settlement"} <= proved
