"""Headings, lists and definitions of languages other than English, Spanish and Chinese; and their citations."""

from __future__ import annotations

import pytest

from comparer.citation import citation, resolve
from comparer.errors import UnknownNameError
from comparer.model import Kind
from tests.comparer.structure.helpers import cited, text_of, words


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("ARTICLE PREMIER\nPortes\n", "1", "Portes"),
        ("ARTICLE premier", "1", ""),
        ("Article 1er Portes", "1", "Portes"),
        ("Article 3 bis Portes", "3 bis", "Portes"),
        ("ARTICLE ONE: Gates", "1", "Gates"),
        ("Artículo Primero", "1", ""),
        ("ARTÍCULO 1-01: Puertas.", "1-01", "Puertas."),
        ("Art. 5.11 Tore und Türen", "5.11", "Tore und Türen"),
        ("Artikel 12\nTore\n", "12", "Tore"),
        ("제14.11조 성문", "14.11", "성문"),
        ("제3조(성문의 관리)", "3", "성문의 관리"),
        ("제3조의2 성문", "3의2", "성문"),
        ("제14가.1조 성문", "14가.1", "성문"),
        ("제13.5조성문 및 열쇠", "13.5", "성문 및 열쇠"),
        ("第4.3條 城門", "4.3", "城門"),
    ],
)
def test_article_headings(line: str, number: str, title: str) -> None:
    text = text_of(f"{line}\n\nThe keepers shall mend the gates each spring.\n")
    article = text.provisions[text.articles[0]]
    assert (article.number, article.heading) == (number, title)


@pytest.mark.parametrize("running", ["제3.4조에 따라 성문을 연다.", "제3.4조(자물쇠), 그리고", "제3.4조를 적용한다."])
def test_korean_citations_are_no_headings(running: str) -> None:
    assert cited(text_of(f"제3.1조 성문\n\n1.\t성문은 다음을 따른다.\n{running}\n")) == ["제3.1조", "제3.1조제1항"]


@pytest.mark.parametrize(
    ("line", "language", "made"),
    [
        ("Kapitel 5: Tore", "de", "Kap. 5"),
        ("5. Kapitel: Tore", "de", "Kap. 5"),
        ("Anhang 2\nTore", "de", "Anhang 2"),
        ("CHAPITRE PREMIER\nPORTES", "fr", "chap. 1"),
        ("ANNEXE II\nPORTES", "fr", "annexe II"),
        ("제14장 성문", "ko", "제14장"),
        ("모듈 4 성문", "ko", "모듈 4"),
        ("부속서 14-가 성문", "ko", "부속서 14-가"),
        ("第十四章 城門", "zh", "第14章"),
    ],
)
def test_divisions(line: str, language: str, made: str) -> None:
    text = text_of(f"{line}\n\nArticle 1\n\nThe keepers mend the gates.\n", language=language)
    assert cited(text)[0] == made


KOREAN = (
    "제14.1조 정의\n\n\t이 장의 목적상,\n\n\t성문이란 도시로 들어가는 큰 문을 말한다.\n\n제14.2조 관리\n\n"
    "\t1.\t파수꾼은 성문을 고친다.\n\n\t2.\t파수꾼은 다음을 한다.\n\n\t\t가.\t열쇠를 보관한다.\n\n\t\t나.\t다음을 기록한다.\n\n"
    "\t\t\t1)\t날짜\n\n\t\t\t2)\t이름\n"
)


def test_korean_lists_definitions_and_citations() -> None:
    text = text_of(KOREAN, language="ko", label="성문협정")
    assert cited(text) == [
        "성문협정 제14.1조",
        "성문협정 제14.1조“성문”",
        "성문협정 제14.2조",
        "성문협정 제14.2조제1항",
        "성문협정 제14.2조제2항",
        "성문협정 제14.2조제2항가호",
        "성문협정 제14.2조제2항나호",
        "성문협정 제14.2조제2항나호1목",
        "성문협정 제14.2조제2항나호2목",
    ]
    assert words(text, "제14.2조 제2항 가호") == "열쇠를 보관한다."


GERMAN = (
    "Art. 5.11 Tore\n\n1. Die Vertragsparteien pflegen die Tore.\n\n2. Zu diesem Zweck:\n\n(a) streichen sie das Holz;\n\n"
    "(b) ölen sie:\n\n(i) die Angeln;\n\n(ii) die Schlösser.\n\nArt. 5.12 Begriffsbestimmungen\n\nFür die Zwecke dieses "
    "Kapitels:\n\n(a) bedeutet «Tor» eine grosse Tür;\n\n(b) bedeutet «Wächter» eine Person am Tor.\n"
)


def test_german_citations_in_their_own_form_and_in_others() -> None:
    text = text_of(GERMAN, language="de")
    item = resolve(text, "Art. 5.11 Abs. 2 Bst. b Ziff. ii")
    assert citation(text, item) == "Art. 5.11 Abs. 2 Bst. b Ziff. ii"
    for other in ("Artikel 5.11 Absatz 2 Buchstabe b Ziffer ii", "5.11(2)(b)(ii)", "art. 5.11, par. 2, b), ii)"):
        assert resolve(text, other) == item
    assert [p.number for p in text.provisions if p.kind is Kind.DEFINITION] == ["Tor", "Wächter"]
    assert citation(text, resolve(text, "5.12(b)")) == "Art. 5.12 «Wächter»"


def test_french_citations() -> None:
    raw = "Article 5.11\nPortes\n\n1. Les gardiens sont deux.\n\n2. Les gardiens :\n\na) ouvrent la porte ;\n\nb) la ferment.\n"
    text = text_of(raw, language="fr")
    assert cited(text)[-2:] == ["art. 5.11, par. 2, a)", "art. 5.11, par. 2, b)"]
    assert resolve(text, "article 5.11(2)(b)") == len(text.provisions) - 1


def test_traditional_chinese_citations() -> None:
    text = text_of("第4.3條 城門\n1. 守門人應：\n(a) 開門；\n(b) 關門。\n", language="zh")
    assert cited(text) == ["第4.3條", "第4.3條第1款", "第4.3條第1款(a)項", "第4.3條第1款(b)項"]
    assert resolve(text, "第4.3条第1款(a)项") == 2


def test_chinese_numerals_in_lists() -> None:
    text = text_of("第三条 城门\n一、守门人应：\n（一）开门；\n（二）关门。\n二、门为绿色。\n", language="zh")
    assert cited(text) == ["第3条", "第3条第一款", "第3条第一款(一)项", "第3条第一款(二)项", "第3条第二款"]


def test_a_citation_that_fits_several_provisions_is_not_resolved_loosely() -> None:
    text = text_of("Chapter 1: Gates\nArticle 1: Iron\nStrong.\nChapter 2: Keys\nArticle 1: Brass\nBright.\n")
    assert resolve(text, "Ch. 2 Art. 1") == 3
    with pytest.raises(UnknownNameError):
        resolve(text, "Article 1")


def test_tags_of_the_korean_gazette() -> None:
    raw = (
        "[공고문]\n성문협정을 공포한다.\n[/공고문]\n\n[본문]\n제1조 성문\n\n\t파수꾼은 성문을 고친다.\n[/본문]\n\n"
        "[서명]\n두 도시의 대표가 서명하였다.\n[/서명]\n"
    )
    text = text_of(raw, language="ko")
    assert cited(text) == ["제1조"]
    assert words(text, "제1조") == "파수꾼은 성문을 고친다."
    assert len(text.left_over) == 8
