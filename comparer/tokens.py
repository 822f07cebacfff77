"""Words, as English, Spanish and Chinese write them.

A token is a word (with its inner apostrophes and hyphens: `Party's`, `non-discriminatory`), a number
(`14.11`, `1,000`), the label of a point (`(a)`, `(iv)`), one CJK character (Chinese marks no word ends, so
a character is the smallest thing that can differ), one punctuation mark, or one run of whitespace. Nothing
is lost: `"".join(tokens(text)) == text`.
"""

from __future__ import annotations

import re
import unicodedata

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_LETTER = rf"(?:(?![{_CJK}_])[\w\u0300-\u036f])"
_TOKEN = re.compile(
    rf"\s+|[{_CJK}]|[(（](?:[a-z]{{1,2}}|[ivx]{{1,5}}|\d{{1,2}})[)）]"
    rf"|{_LETTER}+(?:['’\-‐‑]{_LETTER}+|(?<=\d)[.,]\d+)*|.",
    re.DOTALL,
)
_WORD_START = re.compile(r"[(（]?\w")

_SHAPES = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "＇": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "＂": '"', "「": '"', "」": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "－": "-",
        "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "．": ".", "％": "%",
    }
)  # fmt: skip


def tokens(text: str) -> tuple[str, ...]:
    """The tokens of `text`, in order; joined they are `text` again."""
    return tuple(_TOKEN.findall(text))


def is_space(token: str) -> bool:
    """Whether a token is a run of whitespace."""
    return token.isspace()


def is_word(token: str) -> bool:
    """Whether a token is a word, a number or a CJK character: not punctuation, not whitespace."""
    return _WORD_START.match(token) is not None


def is_cjk(token: str) -> bool:
    """Whether a token is a single Chinese (or Japanese) character."""
    return len(token) == 1 and re.match(f"[{_CJK}]", token) is not None


def fold(token: str) -> str:
    """What a token is when typing habits are put aside.

    Quotation marks, apostrophes, dashes and full-width punctuation have one shape, any whitespace is one
    space, and accents are composed. Capitals stay: in a treaty `Party` and `party` may be two things.
    """
    if token.isspace():
        return " "
    if token.isascii():
        return token
    return unicodedata.normalize("NFC", token).translate(_SHAPES)


def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, in lower case, without punctuation: what similarity is measured on."""
    return tuple(fold(token).lower() for token in tokens(text) if is_word(token))
