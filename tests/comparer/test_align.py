from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comparer.align import Alignment, GroupKind, align, alignment_payload
from comparer.model import Text
from comparer.reading import read
from tests.comparer.samples import Builder, alpha, beta, delta, edition, gamma

SENTENCES = [
    "Each Party shall light its lighthouses.",
    "No Party shall tax the tide.",
    "A pilot may rest at noon.",
    "每一方应点亮其灯塔。",
]
ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(["Lamps", "Tides", "Pilots", "Cooperation", ""]),
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3),
    ),
    max_size=5,
)


def text_of(name: str, articles: list[tuple[str, list[str]]], language: str = "en") -> Text:
    made = Builder(edition(name, language))
    for number, (heading, paragraphs) in enumerate(articles, 1):
        made.article(str(number), heading, *paragraphs)
    return made.build()


def numbers(alignment: Alignment) -> list[tuple[str, ...]]:
    """The groups as article numbers, `-` where a text has no member."""
    return [
        tuple(
            ",".join(text.provisions[i].number for i in members) or "-"
            for text, members in zip(alignment.texts, group.members, strict=True)
        )
        for group in alignment.groups
    ]


@given(st.lists(ARTICLES, min_size=1, max_size=4), st.sampled_from(["en", "zh"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_article_appears_exactly_once(made: list[list[tuple[str, list[str]]]], last: str) -> None:
    texts = [text_of(f"T{i}", articles, last if i == 2 else "en") for i, articles in enumerate(made)]
    alignment = align(texts)
    for place, text in enumerate(texts):
        grouped = [index for group in alignment.groups for index in group.members[place]]
        assert sorted([*grouped, *alignment.unmatched[place]]) == list(text.articles)
    for group in alignment.groups:
        assert sum(bool(members) for members in group.members) >= 2
        assert all(len(members) <= 1 for members in group.members)
        assert 0.0 <= group.score <= 1.0


@given(ARTICLES, ARTICLES)
@settings(max_examples=40, deadline=None)
def test_identical_articles_are_grouped_as_identical(
    one: list[tuple[str, list[str]]], two: list[tuple[str, list[str]]]
) -> None:
    left, right = text_of("ONE", one), text_of("TWO", two)
    alignment = align([left, right])
    for group in alignment.groups:
        first, second = (members[0] for members in group.members)
        same = one[left.articles.index(first)] == two[right.articles.index(second)]
        assert same == (group.kind is GroupKind.IDENTICAL)
        assert not same or group.score == 1.0


def test_a_text_against_its_twin_is_identical_throughout() -> None:
    alignment = align([alpha(), alpha()])
    assert numbers(alignment) == [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")]
    assert {group.kind for group in alignment.groups} == {GroupKind.IDENTICAL}


def test_articles_are_found_whatever_their_numbers() -> None:
    alignment = align([alpha(), beta()])
    assert numbers(alignment) == [("1", "10"), ("2", "11"), ("3", "12")]
    assert [group.kind for group in alignment.groups] == [
        GroupKind.NEAR_VERBATIM,
        GroupKind.REWORDED,
        GroupKind.IDENTICAL,
    ]
    assert [[alignment.texts[i].provisions[j].number for j in left] for i, left in enumerate(alignment.unmatched)] == [
        ["4"],
        ["13"],
    ]


def test_two_languages_of_one_agreement_pair_by_number() -> None:
    one = text_of("ONE", [("Lamps", SENTENCES[:1]), ("Tides", SENTENCES[1:3])])
    two = text_of("TWO", [("灯塔", SENTENCES[3:]), ("潮汐", [SENTENCES[3]] * 2)], "zh")
    alignment = align([one, two])
    assert numbers(alignment) == [("1", "1"), ("2", "2")]
    assert {group.kind for group in alignment.groups} == {GroupKind.TRANSLATION}


def test_other_agreements_in_other_languages_do_not_pair_by_number() -> None:
    assert align([alpha(), gamma()]).groups == ()
    assert align([alpha(), delta()]).groups == ()


def test_across_languages_the_topic_pairs() -> None:
    one = Builder(edition("ONE"))
    one.article("5", "Lamps", "Each Party shall light its lamps.")
    one.article("6", "Source Code", "No Party shall demand the source code of a software.")
    two = Builder(edition("TWO", "zh"))
    two.article("9", "源代码", "任何缔约方不得要求转让或获得软件的源代码。", word="第{}条 {}")
    alignment = align([one.build(), two.build()])
    assert numbers(alignment) == [("6", "9")]
    assert alignment.groups[0].kind is GroupKind.RELATED


def test_order_of_texts_changes_nothing_but_the_order() -> None:
    there, back = align([alpha(), beta()]), align([beta(), alpha()])
    assert {(pair[1], pair[0]) for pair in numbers(there)} == set(numbers(back))
    assert sorted(group.score for group in there.groups) == pytest.approx(sorted(group.score for group in back.groups))


def test_large_texts_find_the_same_counterparts() -> None:
    made = [
        (f"Duty {i} of the keeper", [f"The keeper of lamp {i} reports to officer {i * 7} each spring."])
        for i in range(60)
    ]
    one, two = text_of("ONE", made), text_of("TWO", made[::-1])
    alignment = align([one, two])
    assert numbers(alignment) == [(str(i + 1), str(60 - i)) for i in range(60)]


def test_the_payload_names_the_texts_as_the_user_did() -> None:
    payload = json.loads(json.dumps(alignment_payload(align([alpha(), beta(), delta()]))))
    assert payload["groups"][0] == {
        "members": {"ALPHA": ["ALPHA Art. 1"], "BETA": ["BETA Art. 10"]},
        "kind": "near-verbatim",
        "score": payload["groups"][0]["score"],
    }
    assert payload["unmatched"] == {
        "ALPHA": ["ALPHA Art. 4"],
        "BETA": ["BETA Art. 13"],
        "DELTA": ["DELTA Art. 7"],
    }


def test_nothing_aligns_with_nothing() -> None:
    assert align([]).groups == ()
    assert align([alpha()]).groups == ()
    assert len(align([alpha()]).unmatched[0]) == 4


@pytest.mark.corpus
def test_authentic_texts_of_two_agreements_and_two_languages(corpus: Path) -> None:
    files = ("cptpp/cptpp_ch14.en.split.txt", "cptpp/cptpp_ch14.zh.split.txt", "rcep/rcep_ch12_en.extract.txt")
    texts = [read(corpus / "authentic" / file, label=file) for file in files]
    alignment = align([replace(text, edition=replace(text.edition, agreement=None)) for text in texts])
    found = {group[0]: group[1:] for group in numbers(alignment)}
    assert {one: both[0] for one, both in found.items()} == {f"14.{n}": f"14.{n}" for n in range(1, 19)}
    assert {one: both[1] for one, both in found.items() if both[1] != "-"} | {"14.18": "12.17"} == {
        "14.1": "12.1",
        "14.2": "12.3",
        "14.3": "12.11",
        "14.5": "12.10",
        "14.6": "12.6",
        "14.7": "12.7",
        "14.8": "12.8",
        "14.9": "12.5",
        "14.11": "12.15",
        "14.13": "12.14",
        "14.14": "12.9",
        "14.15": "12.4",
        "14.16": "12.13",
        "14.18": "12.17",
    }
    alone = {group.kind for group in alignment.groups if not group.members[2]}
    assert alone == {GroupKind.TRANSLATION}
