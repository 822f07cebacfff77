"""What of a view became no provision's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comparer.model import Provision, Span

_WORDS_OF_A_LINE = re.compile(r"[^\s\x00](?:[^\n\r\f]*[^\s\x00])?")


def remainder(view: str, provisions: Iterable[Provision]) -> tuple[Span, ...]:
    """Every stretch of a line outside all `own` spans that is not blank, in order."""
    left: list[Span] = []
    place = 0
    owned = sorted(span for provision in provisions for span in provision.own)
    for start, end in [*owned, Span(len(view), len(view))]:
        if place < start:
            left.extend(Span(*found.span()) for found in _WORDS_OF_A_LINE.finditer(view, place, start))
        place = max(place, end)
    return tuple(left)
