"""What holds for any text whatever."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.citation import citation, deepest_at, resolve
from comparer.clean import clean
from comparer.ledger import count_words, ledger
from comparer.model import Text
from tests.comparer.structure.helpers import text_of

_LINES = st.sampled_from(
    [
        "Article 1: Gates",
        "Article 2",
        "ARTICLE 3.1",
        "Doors and Keys",
        "CHAPTER 2",
        "SECTION A",
        "ANNEX 2-A",
        "1. The keeper shall open:",
        "2.",
        "(a) the gate; or",
        "(b)",
        "(i) at dawn",
        "12-1consent of the town.",
        "12-22.",
        "348",
        "14-1",
        "1",
        "1 A hatch is not a gate.",
        "gate1 means a door;",
        "“lock” means a bolt;",
        "For the purposes of this Chapter:",
        "第14.1条：定义",
        "渡船指过河的船；2",
        "脚注2：木筏。",
        "第14章",
        "(a)\t城门；及",
        "",
        "",
        "\f",
        "   indented words,",
        "but not the hatch,",
        "of the town. 2",
        "TABLE OF CONTENTS",
        "self-",
        "regulation",
        "IN WITNESS WHEREOF",
        "XX/en 4",
        "and",
        "“1. Quoted.",
        "\u0000",
        "\ufeff",
        "e\u0301 𠀀",
    ]
)
_SOUP = st.lists(st.one_of(_LINES, st.text(max_size=12)), max_size=25).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(_SOUP)
def test_every_word_is_accounted_for(raw: str) -> None:
    text = text_of(raw)
    account = ledger(text)
    assert account.words == account.in_provisions + sum(count_words(item.text) for item in account.left_over)
    pieces = sorted([*(s for p in text.provisions for s in p.own), *text.left_over])
    held = "".join(text.view[start:end] for start, end in pieces)
    assert [c for c in held if c.isalnum()] == [c for c in text.view if c.isalnum()]


@settings(max_examples=150, deadline=None)
@given(_SOUP)
def test_spans_are_sound(raw: str) -> None:
    text = text_of(raw)
    pieces = sorted([*(s for p in text.provisions for s in p.own), *text.left_over])
    assert all(earlier.end <= later.start for earlier, later in pairwise(pieces))
    for place, provision in enumerate(text.provisions):
        assert provision.index == place
        assert provision.parent is None or provision.parent < place
        assert provision.own
        assert 0 <= provision.span.start <= provision.own[0].start
        assert provision.own[-1].end <= provision.span.end <= len(raw)
        assert deepest_at(text, provision.own[0].start) == place


@settings(max_examples=100, deadline=None)
@given(_SOUP)
def test_citations_resolve_and_clean_words_point_back(raw: str) -> None:
    text = text_of(raw)
    for provision in text.provisions:
        assert resolve(text, citation(text, provision.index)) == provision.index
        _check_clean(text, provision.index)


def _check_clean(text: Text, index: int) -> None:
    words = clean(text, index, footnotes=True)
    assert len(words.text) == len(words.offsets) == len(words.ends)
    assert list(words.offsets) == sorted(words.offsets)
    for character, offset in zip(words.text, words.offsets, strict=True):
        assert character == " " or text.view[offset] == character
    assert "  " not in words.text
    assert words.text == words.text.strip(" ")
