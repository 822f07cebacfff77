"""Where a quotation ends that holds an article's new text."""

from __future__ import annotations

import re

_OPENING = "“«「『„"
_CLOSING = "”»」』"
_LAST = re.compile(r"[\"”»」』][\s.;,]*\d{0,3}(?:;? ?and)?$")


def quotation_end(head: str, body: list[str], *, going_on: bool) -> int | None:
    """The place in `body` of the line that closes the quotation which `head` opens; None where none does.

    `going_on`: the quotation was opened by an earlier article and `head` only stands within it.
    """
    straight = head.count('"') + going_on
    depth = sum(map(head.count, _OPENING)) - sum(map(head.count, _CLOSING)) + going_on
    curly = not head.startswith('"') and depth > 0
    for place, text in enumerate(body):
        straight += text.count('"')
        depth += sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
        if _LAST.search(text) and (depth <= 0 if curly else straight % 2 == 0):
            return place
    return None
