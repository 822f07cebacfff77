"""The tokens of well-formed XML at their places, and how a view shows them."""

from __future__ import annotations

import html
import re

from comparer.model import FILLER

ROOT = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!DOCTYPE\b[^>]*>\s*)*<([A-Za-z_][\w.:-]*)",
    re.DOTALL,
)
"""Its first group is the outermost element's name."""
TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z_][\w.:-]*)(?P<attributes>[^\"'<>]*(?:\"[^\"]*\"[^\"'<>]*|'[^']*'[^\"'<>]*)*)>"
    r"|&(?:#\d+|#x[0-9A-Fa-f]+|\w+);",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"([A-Za-z_][\w.:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def blanked(markup: str) -> str:
    """Spaces in the place of markup; its line ends stay."""
    return re.sub(r"[^\r\n]", " ", markup)


def character(escape: str) -> str:
    """What an escape stands for, in the escape's own length."""
    return html.unescape(escape)[:1].ljust(len(escape), FILLER)


def plain(token: re.Match[str]) -> str:
    """How a view shows a token that is no tag."""
    whole = token.group()
    if token["cdata"] is not None:
        return " " * 9 + token["cdata"] + " " * 3
    return character(whole) if whole.startswith("&") else blanked(whole)
