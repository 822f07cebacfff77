"""Markdown: markup gone from the view, front matter left over."""

from __future__ import annotations

from pathlib import Path

from comparer.citation import citation
from comparer.ledger import ledger
from comparer.readers import read_document
from comparer.reading import read

PAGE = """---
title: Treaty of the Two Mills
---

## Chapter 3 Grain

### **Article 3.1: Weights**

1. Each mill *shall* use [fair](https://example.org/a) weights<sup>1</sup>.

<sup>1</sup> Stones are not weights.
"""


def test_view_is_as_long_and_free_of_markup(tmp_path: Path) -> None:
    path = tmp_path / "mills.md"
    path.write_text(PAGE, encoding="utf-8")
    document = read_document(path)
    assert len(document.view) == len(PAGE)
    assert document.edition.format == "markdown"
    assert not set("*#<>[") & set(document.view)
    assert "example.org" not in document.view


def test_structure_and_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "mills.md"
    path.write_text(PAGE, encoding="utf-8")
    text = read(path)
    assert [citation(text, p.index) for p in text.provisions] == [
        "Ch. 3",
        "Art. 3.1",
        "Art. 3.1(1)",
        "Art. 3.1, fn. 1",
    ]
    assert any("Two Mills" in item.text for item in ledger(text).left_over)


def test_toml_front_matter_is_tolerated(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('+++\nname = "x"\n+++\nArticle 1: Peace\n\nThere shall be peace.\n', encoding="utf-8")
    assert [p.number for p in read(path).provisions] == ["1"]
