"""Topics of the library's articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.articles import Articles
from comparer.errors import CancelledError
from comparer.library import Filters, Library, topics
from rules.topics import classify
from tests.comparer.library.treaties import all_four, write

DIGITAL = """Digital Agreement

Chapter 4: Digital Trade

Article 4.1: Cross-Border Transfer of Information by Electronic Means

1. No Party shall prohibit the cross-border transfer of information by electronic means, personal information included.

Article 4.2: Source Code

A Party shall not ask for the source code of a program as a condition of its sale in port.

Article 4.3: Committee

The Parties meet once a year and speak of information.
"""


def stored(library: Library) -> dict[tuple[int, str], float]:
    rows = library._connection.execute(
        "SELECT u.place, o.topic, o.score FROM topics o JOIN units u ON u.id = o.unit JOIN texts t ON t.id = u.text"
        " WHERE t.agreement = 'digital'"
    )
    return {(place, topic): score for place, topic, score in rows}


def test_topics_are_those_of_the_rules(library: Library, tmp_path: Path) -> None:
    write(tmp_path, digital_txt=DIGITAL)
    (record,) = library.add([tmp_path / "digital.txt"]).added
    text = library.text(record.id)
    expected = {(a.key, hit.topic): hit.score for a in Articles(text).articles for hit in classify(a, "en")}
    assert stored(library) == expected
    assert {topic for _, topic in expected} >= {"data-flows", "source-code"}


def test_a_topic_narrows_a_search(library: Library, tmp_path: Path) -> None:
    library.add([write(all_four(tmp_path / "texts"), digital_txt=DIGITAL)])
    assert {hit.heading for hit in library.find("information")} >= {"Committee"}
    hits = library.find("information OR code", Filters(topics=("data-flows", "source-code")))
    assert {hit.citation.split("(")[0] for hit in hits} == {"digital Art. 4.1", "digital Art. 4.2"}


def test_many_articles_wait_until_a_topic_is_asked_for(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "AT_ONCE", 2)
    library.add([write(all_four(tmp_path / "texts"), digital_txt=DIGITAL)])
    assert stored(library) == {}
    assert topics.pending(library._connection) == 3 + 3 + 2 + 2 + 2
    seen: list[tuple[int, int]] = []
    hits = library.find(
        "information", Filters(topics=("data-flows",)), on_progress=lambda done, total, _: seen.append((done, total))
    )
    assert len(hits) == 1
    assert seen == [(n, 5) for n in range(1, 6)]
    assert topics.pending(library._connection) == 0


def test_new_rules_classify_again(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, digital_txt=DIGITAL)
    library.add([tmp_path / "digital.txt"])
    before = stored(library)
    library._connection.execute("UPDATE topics SET topic = 'of-old'")
    library.find("code", Filters(topics=("source-code",)))
    assert {topic for _, topic in stored(library)} == {"of-old"}
    monkeypatch.setattr(topics, "fingerprint", lambda: "other rules")
    assert library.find("code", Filters(topics=("source-code",)))
    assert stored(library) == before


def test_stopping_keeps_what_was_classified(library: Library, tmp_path: Path) -> None:
    library.add([write(all_four(tmp_path / "texts"), digital_txt=DIGITAL)])
    library._connection.execute("UPDATE texts SET topics_by = NULL")
    waiting = topics.pending(library._connection)
    with pytest.raises(CancelledError):
        topics.classify_pending(library._connection, None, lambda: True)
    assert 0 < topics.pending(library._connection) < waiting


def test_the_fingerprint_is_that_of_the_rules() -> None:
    assert len(topics.fingerprint()) == 16
    assert topics.fingerprint() == topics.fingerprint()
