"""What the built-in restatements vouch for: which of their articles were checked, and against what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comparer import catalogue
from comparer.model import Kind, Status, Text
from comparer.punctuation import marks


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a language says it; the details are in English, as the file beside the text has them."""

    checked: str
    unchecked: str
    left_out: str
    article: str


_FRAMES: Mapping[str, _Frame] = {
    "en": _Frame("Checked: {articles}, against {against}.", "Unchecked: ", "Left out: ", "Art. "),
    "zh": _Frame("已核对：{articles}；依据：{against}。", "未核对：", "未收录：", "条文 "),
    "es": _Frame("Cotejado: {articles}, con: {against}.", "Sin cotejar: ", "No incluido: ", "art. "),
}


def is_builtin(text: Text) -> bool:
    """Whether a text is a restatement that comes with the program, and no other text of the same agreement."""
    edition = text.edition
    if edition.status is not Status.RESTATEMENT or edition.agreement not in catalogue.builtin_ids():
        return False
    return edition.title == catalogue.provenance(edition.agreement).title


def is_unchecked(text: Text, provision: int) -> bool:
    """Whether a provision (its place in `text.provisions`) stands in an article of a built-in restatement that was not
    held against the treaty's text, wholly or in part.
    """
    return is_builtin(text) and _article(text, provision) in catalogue.unchecked_articles(text.edition.agreement)


def _article(text: Text, provision: int) -> str:
    """Number of the article that a provision is, or stands in; empty where it stands in none."""
    place: int | None = provision
    while place is not None:
        found = text.provisions[place]
        if found.kind is Kind.ARTICLE:
            return found.number
        place = found.parent
    return ""


def unchecked(text: Text, cited: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Those of some citations, given with what they name, whose article was not checked; each once."""
    return tuple(dict.fromkeys(citation for citation, provision in cited if is_unchecked(text, provision)))


def note_of(text: Text, language: str) -> str:
    """What is to be known of a text's words, in `language` as far as we say it; what a file says of itself as it is."""
    if not is_builtin(text):
        return text.edition.note
    return note(catalogue.provenance(str(text.edition.agreement)), language)


def note(provenance: catalogue.Provenance, language: str = "en") -> str:
    """What a restatement was held against, what could not be checked, and what it leaves out: a sentence a line."""
    frame, joined = _FRAMES[language], marks(language)
    lines = []
    for check in provenance.checked:
        against = _lower(check.against) if language == "en" else check.against
        articles = frame.article + _articles(check.articles)
        lines.append(frame.checked.format(articles=articles, against=joined.aside(against, check.address)))
    for heading, gaps in ((frame.unchecked, provenance.unchecked), (frame.left_out, provenance.left_out)):
        for gap in gaps:
            named = f"{frame.article}{_articles(gap.articles)}. " if gap.articles else ""
            lines.append(f"{heading}{named}{gap.note}")
    return "\n".join(lines)


def _lower(sentence: str) -> str:
    first, _, rest = sentence.partition(" ")
    return f"{first.lower()} {rest}" if first in {"Published", "Official"} else sentence


def _articles(numbers: Sequence[str]) -> str:
    """`14.1–14.3, 29.2`: runs of consecutive numbers by their ends."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and number == _next(runs[-1][-1]):
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _next(number: str) -> str:
    head, dot, last = number.rpartition(".")
    return f"{head}{dot}{int(last) + 1}" if last.isdigit() else ""
