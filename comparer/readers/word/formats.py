"""A list's number in the form that Word shows it (ECMA-376, part 1, 17.18.59 `ST_NumberFormat`)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 30_000
"""Word counts to 32,767; a number beyond this is damage and is written in digits."""
_CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_HAN = "〇一二三四五六七八九"
_KOREAN = "가나다라마바사아자차카타파하"
_JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def shown(value: int, form: str) -> str:
    """`value` as the number format `form` writes it; digits for a form that is not known here."""
    if not 0 <= value <= _LARGEST:
        return str(value)
    writer = _FORMS.get(form)
    return writer(value) if writer is not None else str(value)


def _roman(value: int) -> str:
    letters = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            letters += sign
            value -= worth
    return letters


def _letters(value: int) -> str:
    """`z` is followed by `aa`, `bb`, `cc`: Word repeats the letter."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1) if value else ""


def _ordinal(value: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th") if value % 100 not in {11, 12, 13} else "th"
    return f"{value}{ending}"


def _cardinal(value: int) -> str:
    if value < 20:
        return _CARDINALS[value]
    if value >= 100:
        return str(value)
    units = f"-{_CARDINALS[value % 10]}" if value % 10 else ""
    return _TENS[value // 10 - 2] + units


def _ordinal_words(value: int) -> str:
    words = _cardinal(value)
    head, dash, last = words.rpartition("-")
    if not last.isalpha():
        return _ordinal(value)
    if last.endswith("y"):
        return f"{head}{dash}{last[:-1]}ieth"
    return f"{head}{dash}{_ORDINALS.get(last, last + 'th')}"


def _chinese(value: int) -> str:
    """`十四`, `二十`, `一百零三`."""
    if value < 10:
        return _HAN[value].replace("〇", "零")
    if value < 20:
        return "十" + (_HAN[value % 10] if value % 10 else "")
    if value < 100:
        return f"{_HAN[value // 10]}十{_HAN[value % 10] if value % 10 else ''}"
    if value < 1000:
        rest = value % 100
        tail = "" if not rest else f"零{_HAN[rest]}" if rest < 10 else f"{'一' if rest < 20 else ''}{_chinese(rest)}"
        return f"{_HAN[value // 100]}百{tail}"
    return str(value)


def _from(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)] if value else ""


def _digits(zero: str) -> Callable[[int], str]:
    return lambda value: "".join(zero[int(digit)] for digit in str(value))


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else str(value)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _cardinal(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "none": lambda _: "",
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _digits(_HAN),
    "taiwaneseDigital": _digits(_HAN),
    "japaneseDigitalTenThousand": _digits(_HAN),
    "ideographTraditional": _from(_STEMS),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ganada": _from(_KOREAN),
    "chosung": _from(_JAMO),
}
