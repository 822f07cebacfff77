"""Notes as Markdown writes them."""

from __future__ import annotations

from pathlib import Path

from comparer.citation import citation
from comparer.clean import clean
from comparer.reading import read

TEXT = """# A treaty on tulips

### Article 1: Scope[^7]

1. Bulbs are covered.[^58] Nothing else is.

[^7]: Only for the colour red.

[^58]: Seeds are not bulbs.
"""


def test_notes_keep_their_numbers_and_hang_on_what_bears_their_mark(tmp_path: Path) -> None:
    path = tmp_path / "tulips.md"
    path.write_text(TEXT, encoding="utf-8")
    text = read(path)
    notes = {p.number: citation(text, p.index) for p in text.provisions if p.kind == "footnote"}
    assert notes == {"7": "Art. 1, fn. 7", "58": "Art. 1, fn. 58"}
    assert text.provisions[text.articles[0]].heading == "Scope"
    paragraph = next(p for p in text.provisions if p.kind == "paragraph")
    assert clean(text, paragraph.index).text == "Bulbs are covered. Nothing else is."
    assert [clean(text, p.index).text for p in text.provisions if p.kind == "footnote"] == [
        "Only for the colour red.",
        "Seeds are not bulbs.",
    ]
