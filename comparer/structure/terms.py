"""How German, French and Korean treaties define their terms."""

from __future__ import annotations

import re

_GERMAN = re.compile(
    r"(?:bedeute[nt]|bezeichne[nt]|umfass(?:t|en)|gilt|gelten|schlie(?:ss|ß)(?:t|en))\s+"
    r"(?:als\s+|der (?:Begriff|Ausdruck)\s+)?"
    r"[«„“\"](?P<before>[^»“”\"]{1,120})[»“”\"]"
    r"|[«„“\"](?P<after>[^»“”\"]{1,120})[»“”\"],?\s+(?:bedeute[nt]|bezeichne[nt]|umfass(?:t|en)|ist|sind)\b"
)
_FRENCH = re.compile(
    r"(?:le terme |l[’']expression |on entend par )?[«“\"]\s?(?P<quoted>[^»”\"]{1,120}?)\s?[»”\"],?\s*:?\s*"
    r"(?:désigne(?:nt)?|s[’']entend(?:ent)?|signifie(?:nt)?|comprend|a le même sens|on entend)?"
    r"|(?P<bare>[^\W\d_][^\n;:.«»]{0,100}?)\s+(?:désigne(?:nt)?|s[’']entend(?:ent)?|signifie(?:nt)?)\b",
    re.IGNORECASE,
)
_FRENCH_VERB = re.compile(r"\b(?:désigne|s[’']entend|signifie|comprend|a le même sens|on entend)")
_KOREAN = re.compile(
    r"[“\"‘「]?(?P<topic>[가-힣A-Za-z0-9][^\n,.;:]{0,80}?)[”\"’」]?(?:이란|란|이라 함은|라 함은)(?=\s)"
    r"|[“\"‘「]?(?P<plain>[가-힣A-Za-z0-9][^\n,.;:]{0,60}?)[”\"’」]?(?:은|는)\s.{3,}"
    r"(?:말한다|의미한다|바와 같다|바에 따른다)\.?$"
)
_KOREAN_SENTENCE = re.compile(r"당사국|당사자(?:는|들은)|^(?:이|그) (?:장|조|협정|항|모듈)|^어떠한")


def other_term(text: str) -> str | None:
    """The term that a German, French or Korean sentence defines; None where it defines none."""
    found = _GERMAN.match(text)
    if found is not None:
        return found["before"] or found["after"]
    if _FRENCH_VERB.search(text):
        french = _FRENCH.match(text)
        if french is not None:
            return french["quoted"] or french["bare"]
    korean = _KOREAN.match(text) if any("가" <= character <= "힣" for character in text[:12]) else None
    if korean is None:
        return None
    term = korean["topic"] or korean["plain"]
    return None if korean["plain"] and _KOREAN_SENTENCE.search(term) else term
