"""Titles of headings: what reads as one, and where it goes on over several lines."""

from __future__ import annotations

import re

from comparer.structure.forms import starts_something
from comparer.structure.lines import Line

LONGEST_TITLE = 220
"""Code points. What is longer is a sentence."""

_OPERATIVE = re.compile(
    r"\b(?:shall|may|means(?!$)|recogni[sz]es?|agrees?|affirms?|does|do|is|are|applies|apply|will|deberá|podrá|significa|"
    r"convienen|reconocen|of this|of that|above|below)\b|不得|应当|所述|项下"
)
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an and as at by for from in into its nor of on or over per the to upon versus vs with within without under "
        "that which between among against through during after before "
        "de del el la las los y e o u en con para por al su sobre entre",
    )
)
"""Words that a title in capitals writes small."""


def is_title(text: str, *, strict: bool) -> bool:
    """Whether words read as a title; `strict` where nothing but the words says so."""
    if text[0] in "(（,，;；、.。)）]" and not (text[0] in "(（" and text[-1] in ")）" and len(text) < 100 and strict):
        return False
    if text[-1] in ".;,，。；、" and not text.endswith(("etc.", "Inc.")) and (strict or not _is_short_sentence(text)):
        return False
    if not strict:
        return len(text) <= LONGEST_TITLE
    first = next((character for character in text if character.isalpha()), "")
    if not first or first.islower():
        return False
    if re.match(r"[的和至或及第项款、]", first) and len(text) > 1 and not text[0].isascii():
        return False
    return not _OPERATIVE.search(text) and len(text) <= 150 and text[-1] not in ":："


def _is_short_sentence(text: str) -> bool:
    """Whether words that end in a full stop are a title that does (`Objetivos.`): no verb, and no second stop."""
    return (
        text[-1] == "." and ". " not in text and len(text) <= 110 and text[0].isupper() and not _OPERATIVE.search(text)
    )


def title_below(lines: list[Line], place: int) -> tuple[str, int]:
    """The title on the line under a number that stands alone, and the heading's last line."""
    below = place + 1
    if below >= len(lines) or lines[below].gap > 3:
        return "", place
    text = lines[below].text
    if starts_something(text) or not is_title(text, strict=True):
        return "", place
    following = lines[below + 1] if below + 1 < len(lines) else None
    if following is not None and following.gap == 0 and following.text[0].islower() and not _title_case(text):
        return "", place
    return title_goes_on(lines, below, text)


def title_goes_on(lines: list[Line], place: int, title: str) -> tuple[str, int]:
    """A long title's second and third line: in capitals as the first, or where the first cannot end so."""
    last = place
    while last + 1 < len(lines) and last - place < 3:
        below = lines[last + 1]
        if below.gap or below.page or starts_something(below.text) or len(below.text) > 100:
            break
        if below.text[-1] in ".;:,，。；：" or _OPERATIVE.search(below.text):
            break
        end = title.rsplit(None, 1)[-1]
        capitals = title.isupper() and below.text.isupper()
        unended = end in _SMALL or title[-1] in "-–,(（"
        wrapped = len(lines[last].text) >= 45 and _title_case(below.text) and _mostly_capital(title)
        if not (capitals or unended or wrapped):
            break
        title = f"{title} {below.text}"
        last += 1
    return title, last


def _title_case(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return bool(words) and all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _mostly_capital(text: str) -> bool:
    words: list[str] = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word not in _SMALL]
    return 2 * sum(word[0].isupper() for word in words) >= len(words)
