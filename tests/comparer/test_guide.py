"""The guide says what the program does: its examples are run, its words and codes are the program's own."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from comparer import labels
from comparer.cli.arguments import parser
from comparer.cli.run import main
from comparer.codebook import entries
from rules.coding.rulebook import languages, rulebook
from rules.model import Breadth, Discipline, Enforcement, Strength

GUIDE = Path(str(files("resources") / "guide"))
LANGUAGES = ("en", "zh")
PAGES = ("index", "first-table", "reading", "coding", "comparing", "exporting", "get", "window", "command-line")
PAGE_OF_EVERY_LANGUAGE = pytest.mark.parametrize(
    ("language", "page"), [(language, page) for language in LANGUAGES for page in PAGES]
)
IN_EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def read(language: str, page: str) -> str:
    return (GUIDE / language / f"{page}.md").read_text(encoding="utf-8")


def first_cells(text: str) -> list[str]:
    """The first cell of every line of every table, without heads and rules."""
    lines = re.findall(r"^\|.*\|$", text, re.MULTILINE)
    rules = {number for number, line in enumerate(lines) if set(line) <= set("|- ")}
    heads = {number - 1 for number in rules}
    return [line.split("|")[1].strip() for number, line in enumerate(lines) if number not in rules | heads]


def coded_tables(text: str) -> list[dict[str, list[str]]]:
    """The tables whose first column holds codes: the rest of each row by its code."""
    found = []
    for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        rows_of = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", table, re.MULTILINE)
        if rows_of:
            found.append({code: rest.split(" | ") for code, rest in rows_of})
    return found


def blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def examples(text: str) -> Iterator[tuple[str, list[str]]]:
    """Every command line of the page's examples, with the lines that are shown of what it prints."""
    for block in blocks(text, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.rstrip("\n").split("\n")
            yield command, shown


def commands() -> dict[str, argparse.ArgumentParser]:
    """The parser of each command."""
    (found,) = (action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found)


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the texts that the guide asks to be saved, as the current one."""
    for language in LANGUAGES:
        page = read(language, "first-table")
        for found in re.finditer(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
            name = re.findall(r"`([^`\s]+\.txt)`", page[: found.start()])[-1]
            (tmp_path / name).write_text(found[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def test_the_pages_are_the_same_in_every_language():
    for language in LANGUAGES:
        assert {path.stem for path in (GUIDE / language).glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_same_sections_in_every_language(page):
    english, chinese = (re.findall(r"^(#+) ", read(language, page), re.MULTILINE) for language in LANGUAGES)
    assert english == chinese


@pytest.mark.parametrize("page", PAGES)
def test_a_chinese_paragraph_stands_on_one_line(page):
    """A line break in Markdown is shown as a space, which has no place between Chinese characters."""
    prose = re.sub(r"^```.*?^```$", "", read("zh", page), flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"[^\x00-\x7f]\n(?![|#-]|\d+\. )\S", prose) == []


@PAGE_OF_EVERY_LANGUAGE
def test_links_lead_to_a_page_or_a_section(language, page):
    links = re.findall(r"\]\(([^)]+)\)", read(language, page))
    for link in links:
        target, _, section = link.partition("#")
        assert target.removesuffix(".md") in PAGES, link
        sections = re.findall(r"^#+ (.+)$", read(language, target.removesuffix(".md")), re.MULTILINE)
        assert not section or section in {re.sub(r"[^\w-]", "", name.lower().replace(" ", "-")) for name in sections}
    if page == "index":
        assert {link.removesuffix(".md") for link in links} == set(PAGES) - {"index"}


@PAGE_OF_EVERY_LANGUAGE
def test_examples_print_what_the_page_shows(language, page, drafts, capsys):
    for command, shown in examples(read(language, page)):
        name, *arguments = shlex.split(command)
        assert name == "synoptic"
        assert main(arguments) == 0, command
        printed = [line.rstrip() for line in capsys.readouterr().out.rstrip("\n").split("\n")]
        assert stand_in(shown, printed), "\n".join([command, *printed])


def stand_in(shown: list[str], printed: list[str]) -> bool:
    """Whether the lines shown are those printed, where `…` stands for any number of lines."""
    if not shown:
        return not printed
    if shown[0] == "…":
        return any(stand_in(shown[1:], printed[start:]) for start in range(len(printed) + 1))
    return bool(printed) and printed[0] == shown[0] and stand_in(shown[1:], printed[1:])


def test_an_example_that_prints_something_else_is_found():
    assert stand_in(["a", "…", "c"], ["a", "b", "b", "c"])
    assert stand_in(["…"], [])
    assert not stand_in(["a", "c"], ["a", "b", "c"])
    assert not stand_in(["a", "…", "d"], ["a", "b", "c"])
    assert not stand_in(["a"], ["a", "b"])


@IN_EVERY_LANGUAGE
def test_every_command_has_its_section_and_every_option_its_row(language):
    text = read(language, "command-line")
    sections = dict(re.findall(r"^## `synoptic ([a-z]+)`\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert list(sections) == list(commands())
    for name, section in sections.items():
        named = set(re.findall(r"`(--?[a-z-]+)(?: [A-Z,]+)?`", "\n".join(re.findall(r"^\|.*", section, re.MULTILINE))))
        known = {option for action in commands()[name]._actions for option in action.option_strings}
        assert named == known - {"-h", "--help"}, name


@PAGE_OF_EVERY_LANGUAGE
def test_commands_that_a_page_names_are_known(language, page):
    named = re.findall(r"`synoptic ([a-z]+)\b", read(language, page))
    assert set(named) <= set(commands())


@IN_EVERY_LANGUAGE
def test_data_have_the_keys_that_the_page_names(language, drafts, capsys):
    text = read(language, "command-line")
    finding = set(re.findall(r'"(\w+)"', re.search(r'`(\{"topic", "citations", "discipline".*?)`', text, re.DOTALL)[1]))
    for command in ("read draft.txt", "topics draft.txt", "code draft.txt", "align draft.txt CPTPP",
                    "compare draft.txt CPTPP --topic data-flows", "matrix draft.txt", "agreements"):  # fmt: skip
        (row,) = re.findall(rf"^\| `{command.split()[0]}`.*", text, re.MULTILINE)
        shape = row.split('`{"topics"')[0] if command == "agreements" else row
        named = set(re.findall(r'"(\w+)"', shape)) | (finding if "finding" in shape else set())
        assert main([*command.split(), "--json"]) == 0
        found = set(keys(json.loads(capsys.readouterr().out)))
        assert named <= found, (command, named - found)


def keys(data: Any) -> Iterator[str]:
    """Every key of nested data."""
    if isinstance(data, dict):
        yield from data
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from keys(item)


def rule_codes(*tables: str) -> set[str]:
    return {rule.code for language in languages() for table in tables for rule in rulebook(language).table(table)}


def carve_outs() -> set[str]:
    return {rule.code for language in languages() for rule in rulebook(language).table("reach", where="carve_out")}


@IN_EVERY_LANGUAGE
def test_codes_are_those_of_the_rules_under_the_names_that_tables_print(language):
    tables = coded_tables(read(language, "coding"))
    expected: list[tuple[set[str], Callable[[str, str], str]]] = [
        (set(Discipline), labels.discipline_name),
        (set(Strength), labels.strength_name),
        (set(Breadth), labels.breadth_name),
        (set(Enforcement), labels.enforcement_name),
        (rule_codes("scope") | {"financial-services"}, labels.code_name),
        (rule_codes("exception") | carve_outs() | {"transition-period", "other"}, labels.code_name),
        (rule_codes("test"), labels.test_name),
    ]
    for table, (codes, name) in zip(tables, expected, strict=True):
        assert set(table) == codes
        assert {code: cells[0] for code, cells in table.items()} == {code: name(code, language) for code in table}


@IN_EVERY_LANGUAGE
def test_meanings_are_those_of_the_codebook_in_the_workbook(language):
    columns = ("discipline", "strength", "breadth", "enforcement")
    tables = dict(zip(columns, coded_tables(read(language, "coding")), strict=False))
    for entry in entries(language):
        said = tables[entry.column][entry.code][1]
        assert said.startswith(entry.meaning), entry.code


@IN_EVERY_LANGUAGE
def test_sheets_of_the_workbook_are_named_as_they_are(language):
    named = first_cells(read(language, "exporting"))
    sheets = ("matrix", "clauses", "evidence", "sources", "codebook")
    assert named == [labels.head(sheet, language) for sheet in sheets]
