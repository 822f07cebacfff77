"""Words without the way back are the words with it."""

from __future__ import annotations

import pytest

from comparer.articles import Articles
from comparer.clean import clean, clean_words
from tests.comparer.samples import alpha, gamma
from tests.comparer.structure.helpers import text_of

HARD = (
    "Article 1: Lamps1\n1. Every keeper  shall trim the lamps of the light-\nhouse, its self-\nregu-\nlating wicks,\n"
    "and the short- and\nlong glasses:\n(a) at dusk;2 and\n(b) at the regulating lighthouse.\n\n1 Or candles.\n\n"
    "2 Or earlier.\n\nArticle 2: Oil\nOil is\tkept dry.\n"
)


@pytest.mark.parametrize("text", [text_of(HARD), alpha(), gamma()], ids=["hard", "alpha", "chinese"])
@pytest.mark.parametrize("children", [True, False])
def test_the_same_words(text: object, children: bool) -> None:
    from comparer.model import Text

    assert isinstance(text, Text)
    for provision in text.provisions:
        assert (
            clean_words(text, provision.index, children=children)
            == clean(text, provision.index, children=children).text
        )


def test_articles_without_the_way_back_are_the_same() -> None:
    text = text_of(HARD)
    quick = Articles(text, way_back=False)
    assert quick.articles == Articles(text).articles
    assert quick.cleaned == {}
