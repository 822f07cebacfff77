"""`synoptic corpus report`: what was understood of every file in a folder."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from comparer.corpus import CorpusReport, TextReport

_HEAD = ("File", "Lang", "Articles", "Par.", "Def.", "Notes", "Words", "Left over", "Repairs", "What is left over")


class Commands(Protocol):
    """Where commands are added."""

    def add_parser(self, name: str, /, *, help: str) -> ArgumentParser:  # noqa: A002  (argparse calls it so)
        """A new command."""


def corpus_command(commands: Commands) -> None:
    """Add `corpus`."""
    command = commands.add_parser("corpus", help="what was understood of every file in a folder, and what was not")
    command.add_argument("what", choices=("report",), metavar="report")
    command.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="default: where you are")
    command.add_argument("--expected", metavar="FILE", help="counts that are expected, as TOML")
    command.add_argument("--json", action="store_true", help="print data for programs")


def payload(arguments: Namespace) -> dict[str, Any]:
    """What `corpus report --json` prints.

    Raises:
        BadInputError: there is no such folder, or the expected counts cannot be read.
    """
    from comparer.corpus import report_payload  # noqa: PLC0415  (late: only this command needs it)

    return report_payload(_report(arguments))


def shown(arguments: Namespace) -> str:
    """The report as a table, with what is not as expected and what was not read below it.

    Raises:
        BadInputError: as `payload`.
    """
    from comparer.cli.show import columns  # noqa: PLC0415  (late: only this command needs it)

    found = _report(arguments)
    lines = [columns([_HEAD, *(_row(text) for text in found.texts)])] if found.texts else []
    odd = [f"{text.file}: {', '.join(text.differences)}" for text in found.texts if text.differences]
    for title, entries in (
        ("Not as expected:", odd),
        ("Not read:", [f"{item.file}: {item.reason}" for item in found.skipped]),
    ):
        if entries:
            lines.append("\n".join(["", title, *(f"  {entry}" for entry in entries)]))
    return "\n".join(lines)


def _report(arguments: Namespace) -> CorpusReport:
    from comparer.corpus import expected_counts, report  # noqa: PLC0415  (late: only this command needs it)

    expected = expected_counts(Path(arguments.expected)) if arguments.expected else {}
    return report(Path(arguments.folder), expected)


def _row(text: TextReport) -> tuple[str, ...]:
    wanted: Mapping[str, int] = text.expected
    articles = (
        f"{text.counts['articles']}/{wanted['articles']}" if "articles" in wanted else str(text.counts["articles"])
    )
    return (
        text.file,
        text.language,
        articles,
        str(text.counts["paragraphs"]),
        str(text.counts["definitions"]),
        f"{text.counts['anchored']}/{text.counts['footnotes']}",
        str(text.words),
        str(sum(text.left_over.values())),
        str(len(text.repairs)),
        ", ".join(f"{reason} {words}" for reason, words in text.left_over.items()) or "–",
    )
