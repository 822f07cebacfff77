"""The engine on invented clauses: what is promised, how firmly, with which exceptions, and what reaches it."""

from __future__ import annotations

import pytest

from rules.coding.engine import code
from rules.coding.rulebook import rulebook
from rules.coding.sentences import read, split
from rules.coding.transitions import parties, terms, years
from rules.model import Breadth, Discipline, Enforcement, Finding, Passage, Role, Strength
from tests.rules.articles import Treaty

FLOWS = "Cross-Border Transfer of Information by Electronic Means"
ALLOW = "Each Party shall allow the cross-border transfer of information for the conduct of the business of a covered person."
POLICY = (
    "Nothing in this Article keeps a Party from a measure for a legitimate public policy objective, if it is: "
    "(a) no disguised restriction on trade; and (b) no more than is necessary."
)


def find(treaty: Treaty, topic: str = "data-flows", language: str = "en") -> Finding:
    (finding,) = code(treaty.articles, language, [topic])
    return finding


def test_a_plain_prohibition() -> None:
    finding = find(Treaty().article("9.1", FLOWS, ALLOW))
    assert (finding.discipline, finding.strength, finding.breadth) == (
        Discipline.PROHIBITS,
        Strength.HARD,
        Breadth.NONE,
    )
    assert finding.scope == ("conduct-of-business", "covered-persons")
    assert finding.enforcement is Enforcement.UNKNOWN


@pytest.mark.parametrize(
    "words",
    [
        "Each Party shall allow the transfer of information across borders.",
        "No Party shall prohibit or restrict the transfer of information across borders.",
        "A Party shall not prevent transfers of information across borders.",
        "The Parties are committed to ensuring cross-border data flows.",
    ],
)
def test_different_words_for_one_rule(words: str) -> None:
    assert find(Treaty().article("9.1", FLOWS, words)).discipline is Discipline.PROHIBITS


@pytest.mark.parametrize(
    ("words", "discipline", "strength"),
    [
        ("The Parties shall endeavour to refrain from barriers to information flows.", Discipline.ENDEAVOURS, Strength.SOFT),
        ("The Parties recognise the importance of the free flow of information.", Discipline.RECOGNISES, Strength.SOFT),
        ("The Parties shall reassess within two years the need for rules on the free flow of data.", Discipline.DEFERS, Strength.SOFT),
        ("The Parties recognise that each Party may have its own rules for the transfer of information.", Discipline.RESERVES, Strength.NONE),
        ("Trade in tulips is governed by the law on the transfer of information.", Discipline.UNCLEAR, Strength.NONE),
    ],
)  # fmt: skip
def test_like_words_with_another_effect(words: str, discipline: Discipline, strength: Strength) -> None:
    finding = find(Treaty().article("9.1", FLOWS, words))
    assert (finding.discipline, finding.strength) == (discipline, strength)


def test_a_term_is_read() -> None:
    words = "The Parties shall reassess within two years the need for rules on the free flow of data."
    assert find(Treaty().article("9.1", FLOWS, words)).term_years == 2


def test_silence() -> None:
    finding = find(Treaty().article("9.1", "Paperless Trading", "Each Party shall accept electronic forms."))
    assert finding == Finding("data-flows", Discipline.SILENT, Strength.NONE)


def test_a_topic_of_dialogue_is_silence_with_a_mention() -> None:
    treaty = Treaty().article(
        "9.1", "Dialogue", "The Parties shall hold a dialogue on: (a) source code; and (b) skills."
    )
    finding = find(treaty, "source-code")
    assert finding.discipline is Discipline.SILENT
    assert [e.kind for e in finding.elsewhere] == ["dialogue"]


def test_objective_tests_are_narrow() -> None:
    finding = find(Treaty().article("9.1", FLOWS, ALLOW, POLICY))
    (exception,) = finding.exceptions
    assert exception.kind == "public-policy"
    assert set(exception.tests) == {"no-disguised-restriction", "necessity"}
    assert finding.breadth is Breadth.NARROW


def test_a_hard_verb_with_a_self_judging_exception_is_broad() -> None:
    words = (
        "Nothing in this Article shall keep a Party from: (a) a measure that it considers necessary for a legitimate "
        "public policy objective; or (b) a measure for its essential security interests. Such measures shall not be "
        "disputed by another Party."
    )
    finding = find(Treaty().article("9.1", FLOWS, ALLOW, words))
    assert [(e.kind, e.tests) for e in finding.exceptions] == [
        ("public-policy", ("self-judging",)),
        ("essential-security", ("undisputable",)),
    ]
    assert finding.strength is Strength.HARD
    assert finding.breadth is Breadth.BROAD


def test_an_exception_of_unknown_kind_is_kept() -> None:
    finding = find(Treaty().article("9.1", FLOWS, ALLOW, "This Article does not apply to tulips."))
    assert [e.kind for e in finding.exceptions] == ["other"]
    assert finding.breadth is Breadth.NARROW


def test_hard_and_soft_sentences_are_mixed() -> None:
    treaty = Treaty().article(
        "9.1",
        "Personal Information Protection",
        "Each Party shall maintain a legal framework that protects personal information. Each Party should publish it.",
    )
    finding = find(treaty, "personal-information")
    assert (finding.discipline, finding.strength) == (Discipline.REQUIRES, Strength.MIXED)


def test_transition_periods_are_listed_and_do_not_widen() -> None:
    note = (
        "Viet Nam shall not be obliged to apply it for five years. Cambodia is not obliged to "
        "apply it for two years, and three more years if needed."
    )
    finding = find(Treaty().article("9.1", FLOWS, ALLOW, notes=(note,)))
    (exception,) = finding.exceptions
    assert exception.kind == "transition-period"
    assert exception.tests == ("VNM: 5 years", "KHM: 2 years + 3 years")
    assert finding.breadth is Breadth.NONE


def test_scope_definitions_and_treaty_exceptions_are_followed() -> None:
    treaty = (
        Treaty()
        .article("9.1", "Definitions", terms=(("covered person", "covered person means an investor of a Party"),))
        .article("9.2", "Scope", "This Chapter shall not apply to government procurement.")
        .article("9.3", FLOWS, ALLOW)
        .article("20.1", "Security Exceptions", "Nothing in this Agreement keeps a Party from protecting its essential security interests.",
                 division="20", division_heading="Exceptions")
    )  # fmt: skip
    finding = find(treaty)
    reach = {e.kind: treaty.number_of(e.key) for e in finding.elsewhere}
    assert reach == {"government-procurement": "9.2", "definition": "9.1", "security-exceptions": "20.1"}
    assert finding.breadth is Breadth.NONE


def test_a_carve_out_counts_only_where_it_names_the_article() -> None:
    named = "Article 9.3 and Article 9.9 shall not apply to the non-conforming aspects of a measure."
    other = "Article 9.8 and Article 9.9 shall not apply to the non-conforming aspects of a measure."
    for words, kinds in ((named, ["non-conforming-measures"]), (other, [])):
        finding = find(Treaty().article("9.2", "Scope", words).article("9.3", FLOWS, ALLOW))
        assert [e.kind for e in finding.exceptions] == kinds


@pytest.mark.parametrize(
    ("words", "enforcement"),
    [
        ("No Party shall have recourse to dispute settlement under Chapter 20 for this Chapter.", Enforcement.EXCLUDED),
        ("Peru shall not be subject to dispute settlement regarding Article 9.3 for two years.", Enforcement.DEFERRED),
        (
            "Peru shall not be subject to dispute settlement regarding Article 9.7 for two years.",
            Enforcement.DISPUTABLE,
        ),
    ],
)
def test_dispute_settlement(words: str, enforcement: Enforcement) -> None:
    treaty = (
        Treaty()
        .article("9.3", FLOWS, ALLOW)
        .article("9.4", "Dispute Settlement", words)
        .article("20.1", "Scope", "This Chapter applies to every dispute.", division="20", division_heading="Dispute Settlement")
    )  # fmt: skip
    assert find(treaty).enforcement is enforcement


def test_an_article_for_one_sector_does_not_answer_for_the_treaty() -> None:
    treaty = (
        Treaty()
        .article("9.3", "Location of Computing Facilities", "No Party shall require a covered person to use computing facilities in its territory.")
        .article("9.4", "Location of Financial Service Computing Facilities", "No Party shall require a supplier to use computing facilities in its territory, if its authorities have access.")
    )  # fmt: skip
    finding = find(treaty, "data-localization")
    assert [treaty.number_of(key) for key in finding.provisions] == ["9.3", "9.4"]
    assert finding.breadth is Breadth.NONE
    assert "financial-services" in {e.kind for e in finding.elsewhere}


def test_three_languages_one_finding() -> None:
    english = Treaty().article("9.1", FLOWS, ALLOW, POLICY)
    spanish = Treaty(division_heading="Comercio Digital").article(
        "9.1",
        "Transferencia Transfronteriza de Información por Medios Electrónicos",
        "Cada Parte permitirá la transferencia transfronteriza de información para la realización de un negocio de una persona cubierta.",
        "Nada de lo dispuesto en este Artículo impedirá una medida para un objetivo legítimo de política pública, si: (a) no es una restricción encubierta; y (b) no impone límites mayores a los que se requieren.",
    )
    chinese = Treaty(division_heading="数字贸易").article(
        "9.1",
        "通过电子方式跨境传输信息",
        "每一缔约方应允许跨境传输信息，如用于涵盖的人开展业务。",
        "本条中任何内容不得阻止缔约方为合法公共政策目标采取措施，只要：(a)不构成变相限制；及(b)不超出所需限度。",
    )
    records = [
        (f.discipline, f.strength, f.breadth, f.scope, {e.kind: set(e.tests) for e in f.exceptions})
        for f in (find(english), find(spanish, language="es"), find(chinese, language="zh"))
    ]
    assert records[0] == records[1] == records[2]


def test_a_language_without_rules_is_unclear() -> None:
    finding = find(Treaty().article("9.1", FLOWS, ALLOW), language="ko")
    assert finding.discipline is Discipline.UNCLEAR


def test_words_lie_within_their_passages() -> None:
    treaty = Treaty().article("9.1", FLOWS, ALLOW, POLICY)
    for words in find(treaty).words:
        assert 0 <= words.start < words.end <= len(treaty.passage[words.key].text)


def test_sentences_keep_their_items_and_every_word() -> None:
    text = "Each Party shall: (a) act; and (b) rest. It should sleep. See Art. 5 and No. 6."
    spans = list(split(text))
    assert [text[start:end] for start, end in spans] == [
        "Each Party shall: (a) act; and (b) rest.",
        "It should sleep.",
        "See Art. 5 and No. 6.",
    ]


def test_a_mark_that_was_not_taken_off_ends_no_sentence_too_few() -> None:
    text = "Each Party shall act.1 It should rest. See Article 9.11 Each Party acts."
    assert [text[start:end] for start, end in split(text)] == [
        "Each Party shall act.",
        "It should rest.",
        "See Article 9.11 Each Party acts.",
    ]


def test_a_recital_does_not_bind() -> None:
    text = "Recognising that each Party must act, the Parties should rest."
    (reading,) = read(Passage(1, Role.PARAGRAPH, text), rulebook("en"))
    assert reading.kind == "soft"


def test_parties_and_years() -> None:
    assert parties("Malasia y Vietnam, 越南") == ("MYS", "VNM")
    assert years("por un período de cinco años") == 5
    assert years("2年期限") == 2
    assert years("在本协定对越南生效之日后2年期限内") == 2
    assert terms("Brunei is not required to apply it before it implements its law.") == ("BRN: own law first",)
