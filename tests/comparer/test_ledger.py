"""Words counted."""

from __future__ import annotations

import pytest

from comparer.ledger import count_words, ledger
from tests.comparer.structure.helpers import text_of


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("two words", 2),
        ("e-mail", 2),
        ("person1", 1),
        ("第14.1条", 4),
        ("GATT指协定", 4),
        ("a_b", 2),
        ("é", 1),
        ("𠀀甲", 2),
    ],
)
def test_count(words: str, count: int) -> None:
    assert count_words(words) == count


def test_left_over_is_listed_with_its_words() -> None:
    account = ledger(text_of("Old Title\n\nArticle 1: Gates\nGates are green.\n"))
    assert (account.words, account.in_provisions) == (8, 6)
    assert [item.text for item in account.left_over] == ["Old Title"]
