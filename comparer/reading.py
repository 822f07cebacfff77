"""The whole road of a file: bytes, document, structure."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from comparer.citation import citation
from comparer.errors import BadInputError
from comparer.ledger import ledger
from comparer.model import Changes, Document, Edition, Status, Text
from comparer.readers import read_documents
from comparer.structure import build

_ARTICLE_WORD = re.compile(r"A(?:RT|rt)[IiÍí.]|[第제]")
"""How every heading of an article begins that `structure` knows, in any of its languages."""


def read(
    path: str | Path,
    *,
    label: str | None = None,
    agreement: str | None = None,
    status: Status | None = None,
    language: str | None = None,
    changes: Changes = Changes.ACCEPTED,
) -> Text:
    """Read a file as an agreement. What the caller states wins over what the file says or shows.

    Of a file that holds several texts it is the one in `language`, else the first. `changes` says how a draft's
    tracked changes are read.

    Raises:
        BadInputError: the file cannot be read, or holds no article.
    """
    documents = read_documents(Path(path), changes=changes)
    document = next((found for found in documents if found.edition.language == language), documents[0])
    if not _may_have_articles(document):
        raise _without_articles(path)
    edition = _stated(replace(document.edition, name=str(path)), label, agreement, status, language)
    text = build(replace(document, edition=edition))
    if not text.articles:
        raise _without_articles(path)
    return text


def read_texts(path: str | Path) -> tuple[Text, ...]:
    """Every text in a file that has an article: a bilingual print-out holds two, and most files one.

    Raises:
        BadInputError: the file cannot be read, or holds no article.
    """
    documents = read_documents(Path(path))
    texts = tuple(
        build(replace(found, edition=replace(found.edition, name=str(path))))
        for found in documents
        if _may_have_articles(found)
    )
    if not any(text.articles for text in texts):
        raise _without_articles(path)
    return tuple(text for text in texts if text.articles)


def _may_have_articles(document: Document) -> bool:
    """Whether structure is worth looking for: a large file that is no treaty is refused before that takes its time."""
    return bool(document.hints or document.provisions or _ARTICLE_WORD.search(document.view))


def _without_articles(path: str | Path) -> BadInputError:
    return BadInputError(
        f"No article was found in {path}: it may not be a treaty, or its headings are lost; "
        "open a text whose articles begin with lines such as 'Article 5: Title'."
    )


def _stated(
    edition: Edition, label: str | None, agreement: str | None, status: Status | None, language: str | None
) -> Edition:
    return replace(
        edition,
        label=label if label is not None else agreement or edition.label,
        agreement=agreement or edition.agreement,
        status=status or edition.status,
        language=language or edition.language,
    )


def read_payload(text: Text) -> dict[str, Any]:
    """A text as JSON prints it: `text`, `provisions` and `ledger`.

    Positions are half-open, in code points of the source; `parent` is the citation of what holds the provision.
    """
    account = ledger(text)
    edition = text.edition
    return {
        "text": {
            "name": edition.name,
            "label": edition.label,
            "title": edition.title,
            "agreement": edition.agreement,
            "language": edition.language,
            "status": edition.status.value,
            "format": edition.format,
            "encoding": edition.encoding,
            "note": edition.note,
            "sha256": edition.sha256,
            "signed": edition.facts.signed,
            "in_force": edition.facts.in_force,
            "parties": list(edition.facts.parties),
        },
        "provisions": [
            {
                "citation": citation(text, provision.index),
                "kind": provision.kind.value,
                "number": provision.number,
                "heading": provision.heading,
                "parent": None if provision.parent is None else citation(text, provision.parent),
                "start": provision.span.start,
                "end": provision.span.end,
                "repairs": list(provision.repairs),
            }
            for provision in text.provisions
        ],
        "ledger": {
            "words": account.words,
            "in_provisions": account.in_provisions,
            "left_over": [
                {"start": item.span.start, "end": item.span.end, "text": item.text} for item in account.left_over
            ],
        },
    }
