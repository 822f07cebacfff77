"""Every coding rule finds its own hits and none of its own misses."""

import pytest

from rules.coding.rulebook import TABLES, CodingRule, languages, read_rulebook, rulebook
from rules.rulefile import RuleFileError

RULES = [rule for language in languages() for table in TABLES for rule in rulebook(language).table(table)]
WITH_EXAMPLES = [rule for rule in RULES if rule.table != "mention"]


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: f"{rule.table}:{rule.id}")
def test_rule_keeps_its_word(rule: CodingRule) -> None:
    assert rule.hits
    assert rule.misses
    assert rule.source
    assert [hit for hit in rule.hits if not rule.search(hit)] == []
    assert [miss for miss in rule.misses if rule.search(miss)] == []


def test_ids_are_distinct_within_a_table() -> None:
    ids = [(rule.table, rule.id) for rule in WITH_EXAMPLES]
    assert len(ids) == len(set(ids))


def test_a_bad_file_names_all_its_problems() -> None:
    text = """
[[scope]]
id = "x"
code = "y"
pattern = "("
hits = []
misses = []
sauce = "z"

[[reach]]
part = "scop"
"""
    with pytest.raises(RuleFileError) as caught:
        read_rulebook("en", "mine.toml", text)
    message = str(caught.value)
    assert "unknown key 'sauce' (did you mean 'source'?)" in message
    assert "lacks 'source'" in message
    assert "not a regular expression" in message
    assert "did you mean 'scope'?" in message
