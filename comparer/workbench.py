"""Open texts by name and put them on the table: what the command line and the window both start from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from comparer import catalogue, vouching
from comparer.citation import resolve
from comparer.coding import code
from comparer.errors import BadInputError, CancelledError, UnknownNameError
from comparer.matrix import Cell, Matrix, Row
from comparer.model import Changes, Status, Text
from comparer.places import library_path
from comparer.reading import read, read_texts
from comparer.recorded import stamped
from rules.model import CORE_TOPICS
from rules.topics import topics as known_topics

OnProgress = Callable[[int, int, str], None]
"""Called with what is done, what there is in all, and the name of what comes next."""
ShouldCancel = Callable[[], bool]


def open_text(name: str, *, library: str | Path | None = None, language: str | None = None) -> Text:
    """The text that a user names: an agreement's id, a text of the library (`CPTPP:zh`), or a file.

    An agreement's own text in the library takes the place of the built-in restatement; a draft does not. `library` is
    its file (default: the user's own, where there is one); `language` is preferred where several texts would do. Of a
    file that holds one text a language, `FILE#zh` is the one in that language, and `FILE` the first; of a draft with
    tracked changes `FILE#rejected` is the text without them.

    Raises:
        UnknownNameError: it is none of these.
        BadInputError: the file cannot be read as an agreement.
        LibraryError: the library cannot be used.
    """
    known = _builtin_id(name)
    stored = _stored(name, library, language, over_builtin=known is not None)
    if stored is not None:
        return stored
    if known is not None:
        return open_builtin(known)
    path = Path(name)
    if path.exists():
        return _recognised(stamped(_edited(read(path), name=name), path))
    file, mark, wanted = name.rpartition("#")
    if mark and wanted in set(Changes) and Path(file).exists():
        return _recognised(stamped(_edited(read(file, changes=Changes(wanted)), name=name), Path(file)))
    if mark and Path(file).exists():
        return _in_language(name, Path(file), wanted)
    if path.suffix or len(path.parts) > 1:
        raise BadInputError(f"There is no file {name}: check the path, or name a text of `synoptic agreements`.")
    if (facts := catalogue.find_facts(name.partition(":")[0])) is not None:
        if ":" in name:
            raise UnknownNameError(f"There is no text {name}: `synoptic agreements` lists what is there.")
        return open_builtin(facts.id)  # which says that no text of it is built in
    raise catalogue.unknown(name)


def _builtin_id(name: str) -> str | None:
    """The built-in text that a name means: `CPTPP`, or `CPTPP:en`, for they are all in English."""
    ids = {known.upper(): known for known in catalogue.builtin_ids()}
    return ids.get(name.upper().removesuffix(":EN"))


def _stored(name: str, library: str | Path | None, language: str | None, *, over_builtin: bool) -> Text | None:
    """The library's text of that name, if there is a library and it has one."""
    place = library_path(library)
    if not place.exists():
        return None
    from comparer.library import Library  # noqa: PLC0415  (late: most starts find no library)

    with Library.open(place) as opened:
        record = opened.named(name, language)
        if record is None or (over_builtin and record.status is Status.DRAFT):
            return None
        text = opened.text(record.id)
    for plain in (record.agreement, f"{record.agreement}:{record.language}"):
        if name.upper() == plain.upper():
            return _edited(text, name=plain)
    return text


def clause_cited(cited: str, *, library: str | Path | None = None) -> tuple[Text, int]:
    """The text and the provision that a citation names: `CPTPP Art. 14.11(3)`; `draft.txt Art. 5` too.

    Raises:
        UnknownNameError: it begins with no text's name, or the text has no such provision.
    """
    words = cited.split()
    for count in range(len(words) - 1, 0, -1):
        name = " ".join(words[:count])
        try:
            text = open_text(name, library=library)
        except (UnknownNameError, BadInputError):
            continue
        return text, resolve(text, " ".join(words[count:]))
    raise UnknownNameError(
        f'"{cited}" names no clause: write the text\'s name and the article, such as CPTPP Art. 14.11(3).'
    )


def open_builtin(known: str) -> Text:
    """The restatement of an agreement that comes with the program, whatever the library holds.

    Raises:
        UnknownNameError: none comes with it.
    """
    facts = catalogue.facts(known)
    text = read(catalogue.builtin_path(known), label=known, agreement=facts.id, status=Status.RESTATEMENT)
    provenance = catalogue.provenance(known)
    return _edited(text, name=known, title=provenance.title, note=vouching.note(provenance))


def open_texts(name: str, *, library: str | Path | None = None) -> tuple[Text, ...]:
    """Every text of what a user names: those of a bilingual file in its order, each named as `open_text` takes it.

    Raises:
        UnknownNameError, BadInputError, LibraryError: as `open_text` does.
    """
    path = Path(name)
    if not path.is_file():
        return (open_text(name, library=library),)
    texts = read_texts(path)
    names = [name, *(f"{name}#{text.edition.language}" for text in texts[1:])]
    named = (_edited(text, name=each) for text, each in zip(texts, names, strict=True))
    return tuple(_recognised(stamped(text, path)) for text in named)


def _in_language(name: str, path: Path, language: str) -> Text:
    texts = read_texts(path)
    for text in texts:
        if text.edition.language == language.lower():
            return _recognised(stamped(_edited(text, name=name), path))
    there = " and ".join(f"{path}#{text.edition.language}" for text in texts)
    raise BadInputError(f"{path} holds no text in {language or 'a language without a name'}: name {there}.")


def _recognised(text: Text) -> Text:
    """The same, with the agreement that its file names."""
    edition = text.edition
    agreement = catalogue.recognise(edition.facts.name or edition.title)
    if agreement and edition.agreement is None:
        text = _edited(text, agreement=agreement, label=agreement)
    return text


def _edited(text: Text, **changes: str | None) -> Text:
    return replace(text, edition=replace(text.edition, **changes))  # type: ignore[arg-type]


def check_topics(topics: Sequence[str]) -> tuple[str, ...]:
    """The same topics, each once, in the order given.

    Raises:
        UnknownNameError: naming the first one that is not known, and the nearest that is.
    """
    known = [topic.id for topic in known_topics()]
    for topic in topics:
        if topic not in known:
            raise UnknownNameError(
                f"No topic is called {topic}{catalogue.near(topic, known)}. "
                f"The core topics are {', '.join(CORE_TOPICS)}; `synoptic agreements --topics` lists all."
            )
    return tuple(dict.fromkeys(topics))


def build_matrix(
    texts: Sequence[Text],
    topics: Sequence[str] = CORE_TOPICS,
    *,
    base: int | None = None,
    on_progress: OnProgress | None = None,
    should_cancel: ShouldCancel | None = None,
) -> Matrix:
    """Code every text on every topic; rows stand in the order of `texts`.

    `base` is the row that differences are shown against.

    Raises:
        CancelledError: `should_cancel` answered yes between two texts.
    """
    rows = []
    names = distinct_names(texts)
    for place, (text, name) in enumerate(zip(texts, names, strict=True)):
        if should_cancel is not None and should_cancel():
            raise CancelledError("Stopped: no table was made.")
        if on_progress is not None:
            on_progress(place, len(texts), name)
        rows.append(_row(text, name, topics))
    if on_progress is not None:
        on_progress(len(texts), len(texts), "")
    return Matrix(tuple(topics), tuple(rows), base)


def _row(text: Text, name: str, topics: Sequence[str]) -> Row:
    findings = code(text, topics)
    cells = {finding.topic: Cell(finding) for finding in findings}
    facts = catalogue.find_facts(text.edition.agreement)
    signed = facts.signed if facts else text.edition.facts.signed
    in_force = facts.in_force if facts else text.edition.facts.in_force
    return Row(text, name, signed, in_force, cells)


def distinct_names(texts: Sequence[Text]) -> tuple[str, ...]:
    """A name for each text's row: its label; where two share one, with language, file name or number added."""
    names = [text.edition.label or Path(text.edition.name).stem for text in texts]
    for detail in (
        lambda text: text.edition.language,
        lambda text: Path(text.edition.name).stem,
    ):
        names = list(_told_apart(names, texts, detail))
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return tuple(result)


def _told_apart(names: Sequence[str], texts: Sequence[Text], detail: Callable[[Text], str]) -> Iterator[str]:
    count = Counter(names)
    details: dict[str, set[str]] = {}
    for name, text in zip(names, texts, strict=True):
        details.setdefault(name, set()).add(detail(text))
    for name, text in zip(names, texts, strict=True):
        more = detail(text)
        tells = count[name] > 1 and len(details[name]) > 1 and more != name
        yield f"{name} ({more})" if tells else name
