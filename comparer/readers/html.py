"""Web pages: `raw` is the page's own source, and the view has its words at their places, broken into lines as shown.

Nothing is fetched, and no script is run. Menus, banners and what else stands beside the text are left over.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from comparer.model import Document, Span
from comparer.readers.untitled import untitled
from comparer.source import Source

if TYPE_CHECKING:
    from comparer.readers.web.layout import Layout

_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
"""Markdown may begin with a tag."""
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HEAD = 2000
"""Code points within which a page shows itself: before it come a declaration and comments."""
_FRAGMENT = re.compile(r"<(?:p|div|h[1-6]|table|section|article|ol|ul|meta|center)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
_MOST = 0.5
"""Menus are a small part of a page that holds an agreement: what is more than half of its words is none."""


def claims(path: Path, source: Source) -> bool:
    """A page by its first element, whatever it is called; a part of one by its first tag, or by its name."""
    head = source.text[:_HEAD].lstrip("\ufeff \t\r\n")
    if not head.startswith("<"):
        return path.suffix.lower() in _SUFFIXES and bool(_TAG.search(source.text))
    root = re.sub(r"<\?.*?\?>|<!--.*?-->", "", head, flags=re.DOTALL).lstrip()
    if _PAGE.match(root):
        return True
    return bool(_FRAGMENT.match(root)) and path.suffix.lower() not in _MARKDOWN


def read(path: Path, source: Source) -> Document:
    """The page. Its footnotes are declared where links lead from marks to them."""
    from comparer.readers.web.layout import lay_out  # noqa: PLC0415  (late: only those who read pages pay for it)
    from comparer.readers.web.notes import notes  # noqa: PLC0415

    layout = lay_out(source.text)
    left_over = _left_over(layout)
    if _words(layout.view, left_over) < _words(layout.view, ()) * _MOST:
        layout = lay_out(source.text, by_names=False)
        left_over = _left_over(layout)
    view, hints = notes(layout)
    edition = untitled(path, source, "html")
    inside = tuple(hint for hint in hints if not any(a <= hint.span.start < b for a, b in left_over))
    return Document(edition, source.text, view, left_over=left_over, notes=inside)


def _left_over(layout: Layout) -> tuple[Span, ...]:
    """Furniture, and what stands outside the page's `main` where that holds most of its words; in order, apart."""
    spans = list(layout.furniture)
    main = layout.main
    if main is not None:
        whole = _words(layout.view, ())
        if _words(layout.view, (Span(0, main.start), Span(main.end, len(layout.view)))) > whole * _MOST:
            spans = [span for span in spans if main.start <= span.start and span.end <= main.end]
            spans += [Span(0, main.start), Span(main.end, len(layout.view))]
    return tuple(span for span in sorted(spans) if span.end > span.start)


def _words(view: str, without: tuple[Span, ...]) -> int:
    """Words of the view outside the given stretches, Chinese ones by their characters."""
    places = [0, *(place for span in without for place in span), len(view)]
    return sum(len(_WORD.findall(view, start, end)) for start, end in zip(places[::2], places[1::2], strict=True))
