from __future__ import annotations

from enum import StrEnum

import pytest

from comparer import codebook, labels
from comparer.errors import UnknownNameError
from comparer.matrix import ReviewState
from comparer.model import Status
from rules.model import CORE_TOPICS, Breadth, Discipline, Enforcement, Strength

NAMED = [
    (Discipline, labels.discipline_name),
    (Strength, labels.strength_name),
    (Breadth, labels.breadth_name),
    (Enforcement, labels.enforcement_name),
    (Status, labels.status_name),
    (ReviewState, labels.review_name),
]


@pytest.mark.parametrize(("codes", "name"), NAMED)
def test_every_code_has_a_name_of_its_own_in_every_language(codes, name) -> None:  # type: ignore[no-untyped-def]
    assert issubclass(codes, StrEnum)
    for language in labels.LANGUAGES:
        names = [name(code, language) for code in codes]
        assert all(names)
        assert len(set(names)) == len(names)
    assert all(not name(code, "zh").isascii() for code in codes)


@pytest.mark.parametrize("topic", CORE_TOPICS)
def test_topics_are_named_by_the_rules(topic: str) -> None:
    assert len({labels.topic_name(topic, language) for language in labels.LANGUAGES}) == 3


def test_what_has_no_name_is_shown_as_itself() -> None:
    assert labels.topic_name("my-own-topic", "es") == "my-own-topic"
    assert labels.code_name("new-kind-of-exception", "zh") == "new kind of exception"
    assert labels.edition_language("xx", "en") == "xx"


def test_parts_of_evidence_are_spelled_out() -> None:
    assert labels.part_name("discipline", "en") == "Discipline"
    assert labels.part_name("exception:public-policy", "en") == "Exceptions: public policy"
    assert labels.part_name("scope:covered-persons", "es") == "Alcance: personas cubiertas"
    assert labels.part_name("elsewhere:security-exceptions", "zh") == "别处条款：安全例外"
    assert labels.part_name("strength:hard", "es") == "Fuerza: firme"
    assert labels.part_name("test:non-discrimination", "zh") == "条件：非歧视"


def test_transitions_name_the_party_and_keep_the_number() -> None:
    assert labels.test_name("VNM: 5 years + 3 years", "zh") == "越南：5年 + 3年"
    assert labels.test_name("VNM: 5 years", "es") == "Viet Nam: 5 años"
    assert labels.test_name("VNM: 5 years", "en") == "Viet Nam: 5 years"
    assert labels.test_name("BRN: own law first", "en") == "Brunei Darussalam: until own law"
    assert labels.test_name("BRN: own law first", "zh") == "文莱：待本国立法"
    assert labels.test_name("self-judging", "es") == "a juicio de la parte"


def test_an_unknown_language_is_refused_in_a_sentence() -> None:
    with pytest.raises(UnknownNameError, match='cannot be printed in "fr": choose en, zh or es'):
        labels.check_language("fr")


@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_the_codebook_says_what_every_code_means(language: str) -> None:
    entries = codebook.entries(language)
    assert {(entry.column, entry.code) for entry in entries} == {
        (column, code)
        for column, codes in (
            ("discipline", Discipline),
            ("strength", Strength),
            ("breadth", Breadth),
            ("enforcement", Enforcement),
        )
        for code in codes
    }
    assert all(entry.name and entry.meaning for entry in entries)
    assert len({entry.meaning for entry in entries}) == len(entries)
