from __future__ import annotations

from dataclasses import replace

from comparer.profiles import PARALLEL, are_parallel, likeness, profiles
from tests.comparer.samples import Builder, alpha, beta, edition, gamma


def test_a_profile_has_heading_words_and_numbers() -> None:
    flows = profiles(alpha())[1]
    assert flows.number == "2"
    assert flows.heading == ("flow", "of", "harbour", "data")
    assert "the" in flows.all_words
    assert "the" not in flows.words
    assert flows.labels == ("1", "2", "3")


def test_an_article_is_wholly_like_itself_and_hardly_like_another() -> None:
    first, second, _, last = profiles(alpha())
    assert likeness(second, second) == 1.0
    assert likeness(second, last) < 0.3
    assert likeness(first, last) < 0.3


def test_likeness_is_the_same_from_either_side() -> None:
    for one in (*profiles(alpha()), *profiles(gamma())):
        for two in profiles(beta()):
            assert likeness(one, two) == likeness(two, one)
            assert 0.0 <= likeness(one, two) <= 1.0


def test_the_same_words_under_another_heading_are_much_alike() -> None:
    one = profiles(alpha())[3]
    assert 0.9 < likeness(one, replace(one, heading=("something", "else"))) < 1.0


def test_definitions_of_chapters_on_other_things_are_less_alike() -> None:
    one = replace(profiles(alpha())[0], topics=(("definitions", 0.9),), neighbours=frozenset({"source-code"}))
    two = replace(one, all_words=(*one.all_words, "more"), words=one.words[:3])
    apart = replace(two, neighbours=frozenset({"submarine-cables"}))
    assert likeness(one, apart) < likeness(one, two)


def test_between_languages_likeness_stays_below_that_of_a_translation() -> None:
    one = replace(profiles(alpha())[1], topics=(("source-code", 1.0),))
    two = replace(one, language="zh")
    assert 0.5 < likeness(one, two) < PARALLEL
    assert likeness(one, replace(two, topics=())) == 0.0


def test_parallel_texts_share_numbers_and_shape() -> None:
    one = Builder(edition("ONE"))
    two = Builder(edition("TWO", "zh"))
    for number in range(1, 6):
        one.article(f"7.{number}", "Lamps", *["A keeper lights a lamp."] * number)
        two.article(f"7.{number}", "灯", *["看守人点灯。"] * number)
    left, right = profiles(one.build()), profiles(two.build())
    assert are_parallel(left, right)
    assert not are_parallel(left, left)
    assert not are_parallel(left, right[:2])
    assert not are_parallel(left, tuple(replace(p, labels=()) for p in right))
    assert not are_parallel((), right)
