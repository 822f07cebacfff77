from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from comparer import catalogue
from comparer.errors import UnknownNameError
from comparer.model import Kind, Status
from comparer.reading import read

RESTATED = catalogue.builtin_ids()


def test_demo_shows_seven_built_in_agreements_in_the_order_of_the_literature():
    assert catalogue.DEMO_IDS == ("RCEP", "SADEA", "DEPA", "USJDTA", "USMCA", "JEEPA", "CPTPP")
    assert [known for known in RESTATED if known in catalogue.DEMO_IDS] == list(catalogue.DEMO_IDS)


def test_facts_are_complete_where_they_must_be():
    for known, facts in catalogue.agreements().items():
        assert facts.id == known == known.upper()
        assert set(facts.names) == {"en", "zh", "es"}
        assert all(facts.names.values())
        assert len(facts.parties) == len(set(facts.parties)) >= 2
        assert all(re.fullmatch(r"[A-Z]{3}|EU", party) for party in facts.parties), known
        assert list(facts.parties) == sorted(facts.parties)
        assert facts.source or "signed" in facts.unchecked, known


def test_dates_are_iso_and_in_order():
    for facts in catalogue.agreements().values():
        dates = [date.fromisoformat(day) for day in (facts.signed, facts.in_force) if day]
        assert dates == sorted(dates), facts.id


def test_amendments_and_incorporations_point_both_ways():
    known = catalogue.agreements()
    for facts in known.values():
        assert all(facts.id in known[other].amended_by for other in facts.amends)
        assert all(facts.id in known[other].amends for other in facts.amended_by)
        assert all(facts.id in known[other].incorporated_by for other in facts.incorporates)
        assert all(facts.id in known[other].incorporates for other in facts.incorporated_by)


@pytest.mark.parametrize("known", RESTATED)
def test_a_restatement_says_of_every_article_whether_it_was_checked(known):
    text = read(catalogue.builtin_path(known))
    standing = {text.provisions[index].number for index in text.articles}
    provenance = catalogue.provenance(known)
    checked = {number for check in provenance.checked for number in check.articles}
    unchecked = {number for gap in provenance.unchecked for number in gap.articles}
    assert standing <= checked | unchecked
    assert {number for number in checked | unchecked if "Annex" not in number} <= standing
    assert not standing & {number for gap in provenance.left_out for number in gap.articles}
    assert all(check.address or check.file for check in provenance.checked)
    assert all(date.fromisoformat(check.retrieved) for check in provenance.checked)
    assert all(gap.note.endswith(".") for gap in provenance.unchecked + provenance.left_out)


@pytest.mark.parametrize("known", RESTATED)
def test_a_restatement_reads_without_repairs_to_its_articles(known):
    text = read(catalogue.builtin_path(known), agreement=known, status=Status.RESTATEMENT)
    articles = [text.provisions[index] for index in text.articles]
    assert all(article.heading and not article.repairs for article in articles)
    assert text.edition.label == known
    assert any(provision.kind is Kind.DEFINITION for provision in text.provisions)


@pytest.mark.parametrize(
    ("known", "articles"),
    [
        ("RCEP", {"12.8", "12.14", "12.15", "12.16", "12.17", "17.12", "17.13", "19.3"}),
        ("SADEA", {"1", "2", "17", "23", "24", "25", "28"}),
        ("DEPA", {"1.1", "1.3", "4.1", "4.2", "4.3", "4.4", "14.3", "14-A.1", "15.1", "15.2"}),
        ("DEPA-2023", {"1.1", "4.2", "4.3", "4.4", "14.3", "15.1", "15.2"}),
        ("USJDTA", {"1", "2", "3", "4", "11", "12", "13", "15", "17"}),
        ("USMCA", {"19.1", "19.2", "19.8", "19.11", "19.12", "19.16", "31.2", "32.1", "32.2"}),
        ("JEEPA", {"1.5", "8.3", "8.65", "8.70", "8.71", "8.73", "8.78", "8.81", "21.2"}),
        ("JEEPA-2024", {"1.5", "8.3", "8.65", "8.70", "8.71", "8.73", "8.81", "8.82", "21.2"}),
        ("CPTPP", {"14.1", "14.2", "14.8", "14.11", "14.13", "14.17", "14.18", "28.3", "29.1", "29.2"}),
    ],
)
def test_a_restatement_has_the_core_topics_and_what_reaches_them(known, articles):
    text = read(catalogue.builtin_path(known))
    assert articles <= {text.provisions[index].number for index in text.articles}


def test_the_protocol_of_2023_opens_the_data_articles_of_depa_to_dispute_settlement():
    before = read(catalogue.builtin_path("DEPA"))
    after = read(catalogue.builtin_path("DEPA-2023"))
    assert "level of commitments" in before.raw
    assert "Annex 14-A:" in before.raw
    assert "level of commitments" not in after.raw
    assert "Annex 14-A:" not in after.raw


@pytest.mark.parametrize(
    ("known", "articles"),
    [("JEEPA-2024", {"8.78", "8.81", "8.82"}), ("CPTPP", set()), ("JEEPA", set()), ("KORUS", set()), (None, set())],
)
def test_articles_that_were_not_checked_are_named_but_for_mere_footnotes(known, articles):
    assert catalogue.unchecked_articles(known) == articles


def test_of_the_australia_singapore_agreement_everything_wants_checking():
    text = read(catalogue.builtin_path("SADEA"))
    assert catalogue.unchecked_articles("sadea") == {text.provisions[index].number for index in text.articles}


@pytest.mark.parametrize(
    ("known", "by"),
    [("JEEPA", ("JEEPA-2024",)), ("depa", ("DEPA-2023",)), ("JEEPA-2024", ()), ("TPP", ()), ("X", ()), (None, ())],
)
def test_what_amended_an_agreement_is_named(known, by):
    assert catalogue.superseded_by(known) == by


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Japan - Mongolia", "JAPAN-MONGOLIA"),
        ("  pacific   alliance ", "PACIFIC-ALLIANCE"),
        ("Tratado Integral y Progresista de Asociación Transpacífico", "CPTPP"),
        ("区域全面经济伙伴关系协定", "RCEP"),
        ("t-mec", "USMCA"),
    ],
)
def test_a_title_is_recognised_by_its_exact_name(name, known):
    assert catalogue.recognise(name) == known


@pytest.mark.parametrize("name", ["", "Japan", "Chapter 14 Electronic Commerce", "RCEP draft", "Pacific"])
def test_a_title_that_is_no_name_is_never_guessed(name):
    assert catalogue.recognise(name) is None


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(UnknownNameError) as caught:
        catalogue.facts("RCPE")
    assert str(caught.value) == (
        'No agreement or text is called "RCPE". Did you mean RCEP? `synoptic agreements` lists what is known.'
    )
    assert "Did you mean" not in str(catalogue.unknown("zzzzzz"))


def test_ids_are_found_whatever_their_case():
    assert catalogue.facts("cptpp").id == "CPTPP"
    assert catalogue.find_facts("jeepa-2024") is catalogue.facts("JEEPA-2024")
    assert catalogue.find_facts(None) is None
    assert catalogue.find_facts("XYZ") is None


def test_a_known_agreement_without_a_built_in_text_says_what_to_do():
    with pytest.raises(UnknownNameError, match="No text of KORUS comes with the program: give the path of a file"):
        catalogue.builtin_path("KORUS")


def test_the_nearest_of_some_names_is_suggested_in_brackets():
    assert catalogue.near("dataflows", ["source-code", "data-flows"]) == " (did you mean data-flows?)"
    assert catalogue.near("qqqq", ["source-code", "data-flows"]) == ""


@pytest.mark.corpus
def test_facts_agree_with_the_metadata_of_the_files_that_they_cite(corpus: Path):
    seen = 0
    for facts in catalogue.agreements().values():
        for number in re.findall(r"ToTA 0\.5\.0, pta_(\d+)", facts.source):
            (path,) = corpus.glob(f"authentic/*/*tota*pta_{number}.xml")
            meta = path.read_text(encoding="utf-8")[:4000].replace("&amp;", "&")
            assert _said(meta, "name") in facts.aliases
            assert facts.signed == _said(meta, "date_signed"), facts.id
            provisional = "Applied provisionally" in facts.notes
            assert provisional or facts.in_force == _said(meta, "date_into_force"), facts.id
            seen += 1
    assert seen >= 14


def _said(meta: str, tag: str) -> str:
    found = re.search(rf"<{tag}>([^<]*)</{tag}>", meta)
    assert found is not None
    return found[1]
