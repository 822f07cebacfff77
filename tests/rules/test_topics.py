"""Topics of articles: the rules keep their examples, and invented articles get the topics that their words say."""

import time
from collections.abc import Sequence

import pytest

from rules.model import CORE_TOPICS, Article, Passage, Role
from rules.rulefile import LANGUAGES, RuleFileError, TopicRule, example_problems
from rules.topics import HEADING_PART, builtin, classify, classify_passage, topics

DESIGNED = [
    "data-flows",
    "data-localization",
    "source-code",
    "personal-information",
    "customs-duties",
    "digital-products",
    "electronic-transactions",
    "electronic-signatures",
    "electronic-contracts",
    "paperless-trading",
    "single-window",
    "electronic-invoicing",
    "electronic-payments",
    "logistics",
    "consumer-protection",
    "spam",
    "internet-access",
    "interconnection-charges",
    "cybersecurity",
    "cryptography",
    "interactive-services",
    "open-government-data",
    "financial-data",
    "digital-identities",
    "artificial-intelligence",
    "data-innovation",
    "fintech",
    "competition",
    "smes",
    "digital-inclusion",
    "standards",
    "submarine-cables",
    "online-safety",
    "digital-taxation",
    "prior-authorisation",
    "transparency",
    "cooperation",
    "stakeholder-engagement",
    "definitions",
    "objectives",
    "scope",
    "general-exceptions",
    "security-exceptions",
    "relation-to-other-chapters",
    "dispute-settlement",
]
RULES = [rule for language in LANGUAGES for rule in builtin().load(language).rules]
DIGITAL = {"en": "Electronic Commerce", "zh": "电子商务", "es": "Comercio Electrónico"}


def article(heading: str, *texts: str, division: str = DIGITAL["en"], role: Role = Role.PARAGRAPH) -> Article:
    passages = tuple(Passage(key, role, text) for key, text in enumerate(texts, 11))
    return Article(7, "9.1", heading, passages, division_heading=division)


def found(one: Article, language: str = "en", *, headings: bool = True) -> dict[str, float]:
    return {hit.topic: hit.score for hit in classify(one, language, headings=headings)}


def test_every_topic_is_there_once_core_first() -> None:
    assert [topic.id for topic in topics()] == DESIGNED
    assert tuple(topic.id for topic in topics() if topic.group == "core") == CORE_TOPICS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", ["heading", "body"])
def test_every_topic_is_found_by_heading_and_by_body(language: str, where: str) -> None:
    covered = {rule.topic for rule in RULES if rule.lang == language and rule.where == where}
    assert covered == set(DESIGNED)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_keeps_its_examples(rule: TopicRule) -> None:
    assert example_problems(rule) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_example_reaches_its_topic_through_the_engine(rule: TopicRule) -> None:
    for hit in rule.hits:
        division = DIGITAL[rule.lang]
        one = article(hit, division=division) if rule.where == "heading" else article("", hit, division=division)
        assert rule.topic in found(one, rule.lang), hit


@pytest.mark.parametrize(
    ("heading", "text", "language", "expected"),
    [
        (
            "Consumer Protection",
            "The Parties shelter shoppers. Each Party shall keep rules to protect the personal data of users.",
            "en",
            {"consumer-protection", "personal-information"},
        ),
        (
            "Dialogue on Electronic Commerce",
            "The Parties see the value of dialogue on source code, data flow and location of computing facilities.",
            "en",
            {"cooperation"},
        ),
        (
            "Cooperation",
            "They shall exchange information and share experiences on: (i) personal information protection; (ii) spam.",
            "en",
            {"cooperation"},
        ),
        (
            "Free Flow of Data",
            "After two years the Parties shall reassess whether provisions on the free flow of data are called for.",
            "en",
            {"data-flows"},
        ),
        (
            "Cross-Border Transfer of Information",
            "No Party shall restrict cross-border transfers of information by requiring the localisation of data.",
            "en",
            {"data-flows", "data-localization"},
        ),
        (
            "Location of Computing Facilities for Financial Services",
            "No Party shall require a covered financial person to use or locate computing facilities at home.",
            "en",
            {"data-localization", "financial-data"},
        ),
        (
            "Transfers of Information",
            "A supplier of financial services may transfer information abroad for data processing.",
            "en",
            {"financial-data"},
        ),
        ("Flujo Transfronterizo de Información", "Las Partes verán a futuro.", "es", {"data-flows"}),
        ("计算设施的位置", "任何缔约方不得要求企业使用境内的计算设施。", "zh", {"data-localization"}),
    ],
)
def test_topics_of_an_article(heading: str, text: str, language: str, expected: set[str]) -> None:
    assert set(found(article(heading, text, division=DIGITAL[language]), language)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Parties shall work together to maintain cross-border flows of information.", "en"),
        (
            "Las Partes afirman la importancia de trabajar en conjunto para mantener flujos transfronterizos de datos.",
            "es",
        ),
    ],
)
def test_a_promise_within_cooperation_counts_less(text: str, language: str) -> None:
    scores = found(article("Cooperación", text, division=DIGITAL[language]), language, headings=False)
    assert list(scores) == ["cooperation", "data-flows"]
    assert scores["data-flows"] < 0.5 < scores["cooperation"]


@pytest.mark.parametrize(
    ("heading", "text", "division"),
    [
        ("Customs Duties", "No Party shall raise customs duties on goods.", "Trade in Goods"),
        ("Cooperation", "The Parties shall cooperate on fisheries.", "Fisheries"),
        ("Transparency", "Each Party shall publish its laws on quarantine.", "Sanitary Measures"),
        ("Confidentiality", "Information given in confidence shall stay confidential.", "Customs Procedures"),
        ("Protection of Undisclosed Data", "Test data shall be kept from unfair use.", "Intellectual Property"),
        (
            "Access and Use",
            "A Party may protect the personal data of users and the confidentiality of messages.",
            "Telecommunications",
        ),
    ],
)
def test_nothing_digital_is_seen_where_nothing_is(heading: str, text: str, division: str) -> None:
    assert found(article(heading, text, division=division)) == {}


@pytest.mark.parametrize("topic", ["definitions", "objectives", "scope", "security-exceptions", "dispute-settlement"])
def test_what_frames_a_chapter_is_found_in_every_chapter(topic: str) -> None:
    heading = {"dispute-settlement": "Dispute Settlement", "security-exceptions": "Security Exceptions"}
    assert list(found(article(heading.get(topic, topic.title()), division="Fisheries"))) == [topic]


def test_a_heading_borne_out_by_its_body_scores_highest() -> None:
    text = "Each Party shall allow the cross-border transfer of information by electronic means."
    both = found(article("Cross-Border Transfer of Information", text))["data-flows"]
    heading = found(article("Cross-Border Transfer of Information", "It is so."))["data-flows"]
    body = found(article("Cross-Border Transfer of Information", text), headings=False)["data-flows"]
    assert 0.35 < body < heading < both <= 1


def test_a_cited_title_is_not_a_topic_but_a_cited_chapter_may_be() -> None:
    text = "Article 4 (Access to Source Code) and Chapter 9 (Dispute Settlement) shall not apply to this Chapter."
    assert list(found(article("", text))) == ["dispute-settlement"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "For the purposes of this Chapter: spam control means measures against unsolicited messages."),
        (
            "es",
            "Para los efectos de este Capítulo: filtro significa acceso al código fuente.",
        ),
        ("zh", "就本章而言：反垃圾措施指针对非应邀商业电子信息采取的措施。"),
    ],
)
def test_definitions_speak_of_topics_without_being_theirs(language: str, text: str) -> None:
    assert set(found(article("", text, division=DIGITAL[language]), language)) == {"definitions"}


def test_a_defined_term_is_not_a_clause() -> None:
    text = "Each Party shall maintain measures to protect the personal data of users."
    assert set(found(article("", text, role=Role.DEFINITION))) == set()
    assert set(found(article("", text))) == {"personal-information"}


def test_a_footnote_counts_half() -> None:
    text = "Each Party shall maintain measures to protect the personal data of users."
    assert found(article("", text, role=Role.FOOTNOTE))["personal-information"] == pytest.approx(
        found(article("", text))["personal-information"] / 2
    )


def test_the_words_are_where_they_are_said_to_be() -> None:
    one = article("On Source Code", "It rains.", "Nobody shall demand access to source code in İzmir.")
    (hit,) = classify(one, "en")
    texts: dict[tuple[int, str], str] = {(7, HEADING_PART): one.heading} | {
        (passage.key, "topic"): passage.text for passage in one.passages
    }
    assert [texts[word.key, word.part][word.start : word.end] for word in hit.words] == [
        "Source Code",
        "access to source code",
    ]


def test_letters_that_lower_case_lengthens_move_nothing() -> None:
    (hit,) = classify_passage(Passage(3, Role.PARAGRAPH, "İİİ: give access to source code."), "en")
    assert (hit.words[0].start, hit.words[0].end) == (10, 31)


def test_a_passage_is_read_by_its_own_words_within_its_chapter() -> None:
    passage = Passage(
        11, Role.PARAGRAPH, "Each Party shall publish its laws that pertain to the operation of this Chapter."
    )
    inside = Article(7, "1", "Transparency", (passage,), division_heading="Electronic Commerce")
    assert [hit.topic for hit in classify_passage(passage, "en", within=inside)] == ["transparency"]
    assert classify_passage(passage, "en") == ()


def test_a_language_without_rules_finds_nothing() -> None:
    assert classify(article("Source Code", "Access to source code."), "ko") == ()


def test_an_empty_article_has_no_topic() -> None:
    assert classify(Article(1, "", "", ()), "en") == ()


USER = """
[[topic]]
id = "space"
group = "further"
name = { en = "Space", zh = "太空", es = "Espacio" }
question = { en = "May data go up?", zh = "数据可否上天？", es = "¿Pueden subir los datos?" }

[[rule]]
id = "user.space.heading"
topic = "space"
lang = "en"
where = "heading"
pattern = 'outer space'
weight = 0.9
hits = ["Outer Space"]
misses = ["Office Space"]
source = "our own draft"

[[renamed]]
old = "cosmos"
new = "space"
"""


def test_a_users_topic_stands_beside_the_built_in_ones() -> None:
    book = builtin().extended([("mine.toml", USER)])
    one = article("Source Code in Outer Space")
    assert [hit.topic for hit in classify(one, "en", rules=book)] == ["source-code", "space"]
    assert [hit.topic for hit in classify(one, "en")] == ["source-code"]
    assert (book.renamed("cosmos"), book.renamed("scope")) == ("space", "scope")


def test_a_users_file_may_not_take_a_built_in_id() -> None:
    with pytest.raises(RuleFileError, match="topic 'scope' is there twice"):
        builtin().extended([("mine.toml", USER.replace('id = "space"', 'id = "scope"'))])


HOSTILE: Sequence[str] = (
    "require " * 4000,
    "personal data protection of the " * 1500,
    "shall not " * 3000 + "computing facilities " * 500,
    "(" * 5000 + "article 4 (" * 1000,
    "measures unsolicited electronic commerce customs duties " * 800,
    "means; " * 5000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    for language in LANGUAGES:
        classify(article("x" * 2000, text), language)
    assert time.process_time() - start < 5
