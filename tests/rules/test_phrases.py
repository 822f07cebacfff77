"""Phrases are built from the record, in three languages."""

from __future__ import annotations

import pytest

from rules.model import CORE_TOPICS, Breadth, Discipline, Elsewhere, Enforcement, ExceptionFound, Finding, Strength
from rules.phrases import LANGUAGES, phrase


def test_a_whole_record_is_said() -> None:
    finding = Finding(
        "data-flows",
        Discipline.PROHIBITS,
        Strength.HARD,
        scope=("affirmation",),
        exceptions=(
            ExceptionFound("public-policy", ("self-judging",), 1),
            ExceptionFound(
                "transition-period", ("KHM: 5 years + 3 years", "LAO: 5 years + 3 years", "VNM: 5 years"), 2
            ),
        ),
        breadth=Breadth.BROAD,
        enforcement=Enforcement.EXCLUDED,
    )
    said = phrase(finding)
    assert said["en"] == (
        "Restrictions on cross-border transfers prohibited; existing commitments affirmed; broad, self-judging "
        "exceptions; transition (Cambodia, Lao PDR: 5+3 years; Viet Nam: 5 years); outside dispute settlement"
    )
    assert said["zh"].endswith("过渡期（柬埔寨、老挝：5+3年；越南：5年）；不适用争端解决")
    assert set(said) == set(LANGUAGES)


def test_a_deferral_says_who_and_how_long() -> None:
    finding = Finding(
        "data-localization",
        Discipline.PROHIBITS,
        Strength.HARD,
        enforcement=Enforcement.DEFERRED,
        deferral=("MYS: 2 years", "VNM: 2 years"),
    )
    assert phrase(finding)["en"].endswith(
        "; dispute settlement deferred (Malaysia, Viet Nam: 2 years from entry into force)"
    )


def test_own_law_first() -> None:
    waits = ExceptionFound("transition-period", ("BRN: own law first",), 1)
    finding = Finding("personal-information", Discipline.REQUIRES, Strength.MIXED, exceptions=(waits,))
    assert phrase(finding)["en"].endswith("; transition (Brunei Darussalam: until own law)")


def test_a_mention_is_not_a_commitment() -> None:
    finding = Finding("source-code", Discipline.SILENT, Strength.NONE, elsewhere=(Elsewhere("dialogue", 1),))
    assert phrase(finding)["en"] == "Not covered; named as a topic of dialogue only"


def test_a_term_of_years() -> None:
    finding = Finding("data-flows", Discipline.DEFERS, Strength.SOFT, term_years=3)
    assert phrase(finding) == {
        "en": "To be reassessed within 3 years",
        "zh": "3年内重新评估",
        "es": "Se reevaluará en un plazo de 3 años",
    }


@pytest.mark.parametrize("topic", [*CORE_TOPICS, "spam"])
@pytest.mark.parametrize("discipline", Discipline)
@pytest.mark.parametrize("strength", Strength)
def test_every_record_has_a_phrase(topic: str, discipline: Discipline, strength: Strength) -> None:
    said = phrase(Finding(topic, discipline, strength))
    assert all(said[language] and "{" not in said[language] for language in LANGUAGES)


def test_what_was_not_coded_says_so() -> None:
    assert phrase(Finding("spam", Discipline.UNCLEAR, Strength.HARD, provisions=(1,)))["en"] == (
        "Covered, in binding words; content not coded"
    )


def test_a_language_without_rules_says_so() -> None:
    assert phrase(Finding("data-flows", Discipline.UNCLEAR, Strength.NONE))["en"].startswith("Not coded")
