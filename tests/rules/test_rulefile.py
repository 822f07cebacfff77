"""Rule files: what is wrong with one is said at once, in sentences that help."""

import pytest

from rules.rulefile import RuleFileError, example_problems, read_rule_files

TOPIC = """
[[topic]]
id = "toys"
group = "further"
name = { en = "Toys", zh = "玩具", es = "Juguetes" }
question = { en = "Are toys free?", zh = "玩具免税吗？", es = "¿Son libres los juguetes?" }
"""
RULE = """
[[rule]]
id = "en.toys.heading"
topic = "toys"
lang = "en"
where = "heading"
pattern = '\\btoys?\\b'
weight = 0.9
hits = ["Toys and Games"]
misses = ["Toyama Port"]
source = "an invented chapter"
"""


def problems(*texts: str) -> tuple[str, ...]:
    with pytest.raises(RuleFileError) as caught:
        read_rule_files([(f"mine{place}.toml", text) for place, text in enumerate(texts)])
    return caught.value.problems


def test_a_whole_file_is_read() -> None:
    read = read_rule_files([("mine.toml", TOPIC + RULE)])
    assert [topic.names["zh"] for topic in read.topics] == ["玩具"]
    assert [(rule.topic, rule.weight, rule.needs) for rule in read.rules] == [("toys", 0.9, ())]


def test_all_problems_come_at_once_and_each_names_its_place() -> None:
    rule = RULE.replace('lang = "en"', 'langs = "en"').replace("weight = 0.9", "weight = 3")
    found = problems(TOPIC + rule, RULE.replace("toys", "toyz").replace("0.9", "0"))
    assert "mine0.toml: rule 1 ('en.toys.heading') has unknown key 'langs' (did you mean 'lang'?)" in found
    assert "mine0.toml: rule 1 ('en.toys.heading') lacks 'lang'" in found
    assert "rule 'en.toyz.heading' is for unknown topic 'toyz' (did you mean 'toys'?)" in found
    assert any("has weight 0: it must be above 0" in sentence for sentence in found)


@pytest.mark.parametrize(
    ("was", "becomes", "sentence"),
    [
        ("[[rule]]", "[[rules]]", "mine0.toml has unknown table 'rules' (did you mean 'rule'?)"),
        ("[[rule]]", "[rule]", "mine0.toml: write [[rule]], not [rule]"),
        ("weight = 0.9", 'weight = "much"', "mine0.toml: rule 1 ('en.toys.heading'): 'weight' must be a number"),
        ("hits = [", "hits = [1, ", "mine0.toml: rule 1 ('en.toys.heading'): 'hits' must be a list of texts"),
        ('"heading"', '"headings"', "it must be one of heading, body (did you mean 'heading'?)"),
        ('lang = "en"', 'lang = "tlh"', "has lang 'tlh': it must be one of en, zh, es"),
        ("toys?", "Toys?", "has capitals in its pattern: texts are matched in lower case"),
        ('misses = ["Toyama Port"]', "misses = []", "needs at least one example in 'hits' and one in 'misses'"),
        ("source =", 'context = "analog"\nsource =', "has context 'analog': the only one is 'digital'"),
        ("weight = 0.9", "weight 0.9", "mine0.toml is not valid TOML"),
        ("toys?", "toys(", "is not a regular expression"),
    ],
)
def test_each_slip_is_named(was: str, becomes: str, sentence: str) -> None:
    assert any(sentence in found for found in problems(TOPIC + RULE.replace(was, becomes)))


def test_a_class_escape_is_no_capital() -> None:
    read_rule_files([("mine.toml", TOPIC + RULE.replace("toys?", "toys?\\W\\S"))])


def test_a_topic_needs_its_three_languages_and_a_group() -> None:
    found = problems(TOPIC.replace(', es = "Juguetes"', "").replace('"further"', '"middle"'))
    assert found == (
        "mine0.toml: topic 'toys' has group 'middle': it must be one of core, further",
        "mine0.toml: topic 'toys' lacks its name in es",
    )


def test_ids_are_there_once() -> None:
    assert problems(TOPIC + RULE, TOPIC + RULE) == (
        "topic 'toys' is there twice",
        "rule 'en.toys.heading' is there twice",
    )


def test_examples_are_held_against_the_pattern() -> None:
    wrong = RULE.replace("Toys and Games", "Games").replace("Toyama Port", "Toy Port")
    (rule,) = read_rule_files([("mine.toml", TOPIC + wrong)]).rules
    assert example_problems(rule) == (
        "rule 'en.toys.heading' misses its own hit 'Games'",
        "rule 'en.toys.heading' matches its own miss 'Toy Port'",
    )


def test_a_pattern_may_be_a_list_of_which_one_matches() -> None:
    several = RULE.replace("'\\btoys?\\b'", "['\\btoys?\\b', 'dolls']").replace('"Toys and', '"Dolls", "Toys and')
    (rule,) = read_rule_files([("mine.toml", TOPIC + several)]).rules
    assert example_problems(rule) == ()
    assert "'pattern' must be a text or a list of texts" in str(problems(TOPIC + RULE.replace("'\\btoys?\\b'", "7")))
