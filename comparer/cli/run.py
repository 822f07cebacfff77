"""Carry out one command line: what it prints, what it writes, and with which exit status it ends."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from typing import TYPE_CHECKING, Any

from comparer.cli import corpus_command, library_commands, show
from comparer.cli.arguments import parser
from comparer.errors import SynopticError, UnknownNameError

if TYPE_CHECKING:
    from comparer.model import Text

OK, FAILED, MISUSED = 0, 1, 2
"""Exit status: done; the input or the output is at fault; what was typed is."""


def main(argv: Sequence[str]) -> int:
    """Carry out `argv` (without the program's name); prints to standard output, errors as one sentence to standard
    error; returns the exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a letter shows a question mark; it is no reason to stop.
            stream.reconfigure(errors="replace")
    try:
        arguments = parser().parse_args(argv)
        if arguments.version:
            print(f"synoptic {_version()}")  # noqa: T201
            return OK
        if arguments.command is None:
            raise UnknownNameError("Nothing to do: `synoptic --help` shows the commands.")
        output = _COMMANDS[arguments.command](arguments)
        if output:
            print(output.rstrip("\n"))  # noqa: T201
            sys.stdout.flush()
    except SynopticError as exc:
        return _fail(str(exc), MISUSED if isinstance(exc, UnknownNameError) else FAILED)
    except BrokenPipeError:
        # The reader of our output went away (`synoptic … | head`): that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return _fail("Stopped.", FAILED)
    except MemoryError:
        return _fail("There is not enough memory for this: work on fewer or smaller texts at once.", FAILED)
    return OK


def _version() -> str:
    try:
        return metadata.version("synoptic")
    except metadata.PackageNotFoundError:
        return "(not installed: run from its folder)"


def _fail(sentence: str, status: int) -> int:
    print(f"synoptic: {sentence}", file=sys.stderr)  # noqa: T201
    return status


def _dumped(payload: Mapping[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, indent=2)


def _demo(arguments: Namespace) -> str:
    from comparer import catalogue  # noqa: PLC0415  (late: every command loads only what it needs)
    from comparer.export import export_matrix  # noqa: PLC0415
    from comparer.export.jsonout import matrix_json  # noqa: PLC0415
    from comparer.export.terminal import matrix_table  # noqa: PLC0415
    from comparer.export.writing import folder  # noqa: PLC0415
    from comparer.workbench import build_matrix, open_builtin  # noqa: PLC0415

    place = folder(arguments.output)
    matrix = build_matrix([open_builtin(name) for name in catalogue.DEMO_IDS])
    path = export_matrix(matrix, place / "matrix.xlsx", arguments.lang)
    if arguments.json:
        return matrix_json(matrix)
    return f"{matrix_table(matrix, arguments.lang)}\n{show.demo_note(path, arguments.lang)}"


def _agreements(arguments: Namespace) -> str:
    if arguments.topics:
        payload = show.topics_known_payload()
        return _dumped(payload) if arguments.json else show.topics_known(payload, arguments.lang)
    payload = library_commands.with_library(show.agreements_payload(), arguments.library)
    return _dumped(payload) if arguments.json else show.agreements(payload, arguments.lang)


def _read(arguments: Namespace) -> str:
    from comparer.reading import read_payload  # noqa: PLC0415
    from comparer.workbench import open_text  # noqa: PLC0415

    payload = read_payload(open_text(_named(arguments), library=arguments.library))
    return _dumped(payload) if arguments.json else show.structure(payload)


def _named(arguments: Namespace) -> str:
    """The text as `open_text` takes it: tracked changes are chosen in its name."""
    return f"{arguments.text}#{arguments.changes}" if arguments.changes else str(arguments.text)


def _topics(arguments: Namespace) -> str:
    from comparer.workbench import open_text  # noqa: PLC0415

    payload = show.topics_payload(
        open_text(_named(arguments), library=arguments.library), headings=not arguments.ignore_headings
    )
    return _dumped(payload) if arguments.json else show.topics(payload)


def _code(arguments: Namespace) -> str:
    from comparer.coding import code  # noqa: PLC0415
    from comparer.export.jsonout import finding_payload  # noqa: PLC0415
    from comparer.workbench import check_topics, open_text  # noqa: PLC0415
    from rules.model import CORE_TOPICS  # noqa: PLC0415

    named = [topic for given in arguments.topic or () for topic in _listed(given)]
    topics = check_topics(named or CORE_TOPICS)
    text = open_text(_named(arguments), library=arguments.library)
    findings = code(text, topics)
    if arguments.json:
        return _dumped({"findings": [finding_payload(finding) for finding in findings]})
    from comparer.cli import show_findings  # noqa: PLC0415

    return show_findings.findings(text, findings, arguments.lang)


def _align(arguments: Namespace) -> str:
    from comparer.align import align, alignment_payload  # noqa: PLC0415

    alignment = align(_open_several(arguments.texts, arguments.library))
    payload = alignment_payload(alignment)
    return _dumped(payload) if arguments.json else show.alignment(payload)


def _compare(arguments: Namespace) -> str:
    from comparer.compare import compare, comparison_payload  # noqa: PLC0415
    from comparer.export.side_by_side import comparison_table  # noqa: PLC0415
    from comparer.workbench import build_matrix, check_topics  # noqa: PLC0415

    (topic,) = check_topics([arguments.topic])
    texts = _open_several(arguments.texts, arguments.library)
    matrix = build_matrix(texts, (topic,), base=_base(arguments.base, texts))
    comparison = compare(matrix, topic)
    if arguments.json:
        return _dumped(comparison_payload(comparison))
    return comparison_table(comparison, arguments.lang)


def _matrix(arguments: Namespace) -> str:
    from comparer import catalogue  # noqa: PLC0415
    from comparer.export import export_matrix  # noqa: PLC0415
    from comparer.export.jsonout import matrix_json  # noqa: PLC0415
    from comparer.export.terminal import matrix_table  # noqa: PLC0415
    from comparer.workbench import build_matrix, check_topics  # noqa: PLC0415
    from rules.model import CORE_TOPICS  # noqa: PLC0415

    topics = check_topics(CORE_TOPICS if arguments.topics is None else _listed(arguments.topics))
    texts = _opened(arguments.texts or catalogue.DEMO_IDS, arguments.library)
    matrix = build_matrix(texts, topics, base=_base(arguments.base, texts))
    if arguments.output:
        path = export_matrix(matrix, arguments.output, arguments.lang)
        return matrix_json(matrix) if arguments.json else show.written(path, arguments.lang)
    return matrix_json(matrix) if arguments.json else matrix_table(matrix, arguments.lang)


def _listed(given: str) -> list[str]:
    """Topics with commas between them."""
    named = [topic.strip() for topic in given.split(",") if topic.strip()]
    if not named:
        raise UnknownNameError("No topic was named: give ids with commas between, such as data-flows,source-code.")
    return named


def _open_several(names: Sequence[str], library: str | None) -> list[Text]:
    if len(names) < 2:
        raise UnknownNameError("Comparing needs two texts at least: name a second file or id.")
    return _opened(names, library)


def _opened(names: Sequence[str], library: str | None) -> list[Text]:
    """The texts named, each once, whatever the case of an id."""
    from comparer.workbench import open_text  # noqa: PLC0415

    texts = [open_text(name, library=library) for name in names]
    known = [text.edition.name for text in texts]
    for place, name in enumerate(known):
        if name in known[:place]:
            raise UnknownNameError(f"{name} is named twice: name each text once.")
    return texts


def _base(wanted: str | None, texts: Sequence[Text]) -> int | None:
    """Which text is the base: as it was typed, or as its row is called, whatever the case."""
    from comparer.workbench import distinct_names  # noqa: PLC0415

    if wanted is None:
        return None
    for names in ([text.edition.name for text in texts], distinct_names(texts)):
        folded = [name.casefold() for name in names]
        if wanted.casefold() in folded:
            return folded.index(wanted.casefold())
    raise UnknownNameError(f"The base {wanted} is not among the texts: name it with them.")


def _get(arguments: Namespace) -> str:
    from comparer.cli import get_command  # noqa: PLC0415

    payload = get_command.payload(arguments)
    print(_dumped(payload) if arguments.json else get_command.text(payload))  # noqa: T201
    error = get_command.unfinished(payload)
    if error is not None:
        raise error
    return ""


def _corpus(arguments: Namespace) -> str:
    return _dumped(corpus_command.payload(arguments)) if arguments.json else corpus_command.shown(arguments)


_COMMANDS: Mapping[str, Callable[[Namespace], str]] = {
    "demo": _demo,
    "agreements": _agreements,
    "read": _read,
    "topics": _topics,
    "code": _code,
    "align": _align,
    "compare": _compare,
    "matrix": _matrix,
    "get": _get,
    "add": library_commands.add,
    "remove": library_commands.remove,
    "export": library_commands.export,
    "find": library_commands.find,
    "corpus": _corpus,
}
