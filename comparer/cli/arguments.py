"""What can be typed after `synoptic`, and how a mistake in it is said."""

from __future__ import annotations

import argparse
from typing import NoReturn

from comparer.cli.corpus_command import corpus_command
from comparer.cli.library_arguments import library_commands, library_option
from comparer.errors import UnknownNameError

_NAMED = (
    "a file, an agreement's id or a text of the library (CPTPP:zh); FILE#zh is the Chinese text of a bilingual file"
)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        raise UnknownNameError(f"{message[:1].upper()}{message[1:]}; `{self.prog} --help` shows what can be typed.")


def parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    top = _Parser(prog="synoptic", description="Read trade agreements side by side.", allow_abbrev=False)
    top.add_argument("--version", action="store_true", help="print the version and stop")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _demo(commands)
    _agreements(commands)
    _one_text(commands, "read", "structure of one file, and where each of its words went")
    topics = _one_text(commands, "topics", "topics of each article, with scores")
    topics.add_argument("--ignore-headings", action="store_true", help="judge by the bodies of the articles alone")
    code = _one_text(commands, "code", "what a text promises, how firmly, and which words prove it")
    code.add_argument("--topic", action="append", metavar="T", help="only this topic (may be given again)")
    _language(code)
    align = _many_texts(commands, "align", "provisions that correspond")
    _json(align)
    compare = _many_texts(commands, "compare", "the clauses on one topic side by side, with their differences")
    compare.add_argument("--topic", required=True, metavar="T")
    compare.add_argument("--base", metavar="A", help="differences are shown against this text (default: the first)")
    _language(compare)
    _json(compare)
    _matrix(commands)
    _get(commands)
    library_commands(commands)
    corpus_command(commands)
    return top


Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse gives the type no public name)


def _demo(commands: Commands[_Parser]) -> None:
    demo = commands.add_parser("demo", help="matrix of the built-in texts: printed, and as a workbook")
    demo.add_argument("-o", "--output", default="synoptic-demo", metavar="DIR", help="folder for matrix.xlsx")
    demo.add_argument("--no-window", action="store_true", help="do not open the window")
    _language(demo)
    _json(demo)


def _agreements(commands: Commands[_Parser]) -> None:
    agreements = commands.add_parser("agreements", help="agreements that are known, and which texts are there")
    agreements.add_argument("--topics", action="store_true", help="list the topics instead")
    library_option(agreements)
    _language(agreements)
    _json(agreements)


def _matrix(commands: Commands[_Parser]) -> None:
    matrix = _many_texts(commands, "matrix", "agreements × topics: print it, or write .xlsx, .csv, .json or .md", "*")
    matrix.add_argument("--topics", metavar="T,T", help="topics by id, with commas between (default: the core four)")
    matrix.add_argument("--base", metavar="A", help="differences are marked against this text")
    matrix.add_argument("-o", "--output", metavar="FILE", help="write it here instead of printing it")
    _language(matrix)
    _json(matrix)


def _get(commands: Commands[_Parser]) -> None:
    get = commands.add_parser("get", help="download official texts (the only command that uses the network)")
    get.add_argument("agreements", nargs="*", metavar="ID", help="agreements whose texts are wanted")
    get.add_argument("--list", action="store_true", help="show what is listed, without the network")
    get.add_argument("--language", metavar="L", help="only texts in this language (en, es, fr, …)")
    get.add_argument("--chapters", metavar="N,N", help="only these chapters")
    get.add_argument("--to", metavar="DIR", help="folder for the files (default: one in your data folder)")
    library_option(get)
    _json(get)


def _one_text(commands: Commands[_Parser], name: str, purpose: str) -> _Parser:
    command = commands.add_parser(name, help=purpose)
    command.add_argument("text", metavar="FILE|ID", help=_NAMED)
    command.add_argument(
        "--changes", choices=("accepted", "rejected"), help="how a Word draft's tracked changes are read (accepted)"
    )
    library_option(command)
    _json(command)
    return command


def _many_texts(commands: Commands[_Parser], name: str, purpose: str, count: str = "+") -> _Parser:
    command = commands.add_parser(name, help=purpose)
    command.add_argument("texts", nargs=count, metavar="FILE|ID", help=_NAMED)
    library_option(command)
    return command


def _json(command: _Parser) -> None:
    command.add_argument("--json", action="store_true", help="print data for programs")


def _language(command: _Parser) -> None:
    command.add_argument("--lang", default="en", choices=("en", "zh", "es"), help="language of the words printed")
