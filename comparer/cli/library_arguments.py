"""What can be typed after `synoptic add`, `remove`, `export` and `find`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from comparer.model import Status

LIBRARY_HELP = "the library's file (default: SYNOPTIC_LIBRARY, or the one in your data folder)"


class Commands(Protocol):
    """Where commands are added."""

    def add_parser(self, name: str, /, *, help: str) -> ArgumentParser:  # noqa: A002  (argparse calls it so)
        """A new command."""


def library_option(command: ArgumentParser) -> None:
    """`--library PATH`."""
    command.add_argument("--library", metavar="PATH", help=LIBRARY_HELP)


def library_commands(commands: Commands) -> None:
    """Add the commands of the library."""
    _add(commands.add_parser("add", help="put files, folders and archives of texts into the library"))
    _remove(commands.add_parser("remove", help="take an agreement or a text out of the library"))
    _export(commands.add_parser("export", help="write out a text as plain text or JSON"))
    _find(commands.add_parser("find", help="clauses in the library that hold these words, or are like a given one"))


def _add(command: ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="FILE|FOLDER")
    command.add_argument("--as", dest="agreement", metavar="ID", help="the agreement that these are texts of")
    command.add_argument("--status", choices=[status.value for status in Status], help="what the texts are")
    command.add_argument("--language", metavar="L", help="language of the texts: en, es, zh, ...")
    command.add_argument("--version", dest="edition", default="", metavar="V", help="what you call this version")
    command.add_argument("--amends", metavar="TEXT", help="the text in the library whose place these take")
    _common(command)


def _remove(command: ArgumentParser) -> None:
    command.add_argument("name", metavar="ID|TEXT", help="an agreement (CPTPP) or one text of it (CPTPP:zh)")
    _common(command)


def _export(command: ArgumentParser) -> None:
    command.add_argument("text", metavar="ID|FILE")
    command.add_argument("--format", default="txt", metavar="F", help="txt (default), json or akn (Akoma Ntoso)")
    command.add_argument("-o", "--output", metavar="FILE", help="write it here instead of printing it")
    library_option(command)


def _find(command: ArgumentParser) -> None:
    command.add_argument(
        "words",
        nargs="*",
        metavar="WORDS",
        help='words; "a phrase"; begin*; AND, OR, NOT, NEAR/5 and brackets between them',
    )
    command.add_argument("--like", metavar="CITATION", help="clauses most like this one: 'CPTPP Art. 14.11(3)'")
    command.add_argument("--agreement", action="append", default=[], metavar="ID", help="only here (may be repeated)")
    command.add_argument("--topic", action="append", default=[], metavar="T", help="only articles on this topic")
    command.add_argument("--year", metavar="Y|Y-Y", help="only agreements signed then: 2018, 2010-2020")
    command.add_argument("--party", action="append", default=[], metavar="P", help="only agreements of this party: JPN")
    command.add_argument("--language", action="append", default=[], metavar="L", help="only texts in this language")
    command.add_argument("--limit", type=int, default=20, metavar="N", help="at most so many clauses (default: 20)")
    _common(command)


def _common(command: ArgumentParser) -> None:
    library_option(command)
    command.add_argument("--json", action="store_true", help="print data for programs")
