"""Raised digits in a view: footnote marks and nothing else.

Readers of formats that tell raised numbers from others leave them raised where digits on the line would be misread.
"""

from __future__ import annotations

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWER = str.maketrans(RAISED, "0123456789")
_RAISE = str.maketrans("0123456789", RAISED)


def lowered(text: str) -> str:
    """The same with every raised digit on the line; as long as before."""
    return text.translate(_LOWER)


def raised(text: str) -> str:
    """The same with every digit raised; as long as before."""
    return text.translate(_RAISE)
