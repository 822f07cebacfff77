"""Names of the codes, as tables print them in English, Chinese and Spanish.

Only words live here. What a code means is fixed in `rules.model`; a code that has no name yet is shown as
itself, with spaces for hyphens, rather than left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from comparer.errors import UnknownNameError
from comparer.heads import HEADS
from comparer.matrix import ReviewState
from comparer.model import Status
from comparer.punctuation import marks
from rules.model import Strength

LANGUAGES: tuple[str, ...] = ("en", "zh", "es")
"""Languages that tables can be printed in."""

MARKS: Mapping[Strength, str] = {
    Strength.HARD: "▰▰▰",
    Strength.MIXED: "▰▰▱",
    Strength.SOFT: "▰▱▱",
    Strength.NONE: "▱▱▱",
}
"""Strength in three steps, legible without colour."""

REVIEW_MARKS: Mapping[ReviewState, str] = {
    ReviewState.OPEN: "○",
    ReviewState.CONFIRMED: "●",
    ReviewState.OVERRIDDEN: "◆",
}

Names = tuple[str, str, str]
"""English, Chinese, Spanish: the order of `LANGUAGES`."""

_DISCIPLINES: Mapping[str, Names] = {
    "prohibits": ("prohibits", "禁止", "prohíbe"),
    "requires": ("requires", "要求", "exige"),
    "endeavours": ("endeavours", "努力", "procura"),
    "recognises": ("recognises", "认识到", "reconoce"),
    "reserves": ("left to each party", "由各方自定", "queda a cada parte"),
    "defers": ("to be reassessed", "待重新评估", "por reexaminar"),
    "silent": ("no provision", "无规定", "sin disposición"),
    "unclear": ("unclear", "不明确", "no concluyente"),
}
_STRENGTHS: Mapping[str, Names] = {
    "hard": ("hard", "硬性", "firme"),
    "mixed": ("mixed", "混合", "mixta"),
    "soft": ("soft", "软性", "blanda"),
    "none": ("none", "无", "ninguna"),
}
_BREADTHS: Mapping[str, Names] = {
    "none": ("no exceptions", "无例外", "sin excepciones"),
    "narrow": ("narrow exceptions", "例外有限", "excepciones limitadas"),
    "broad": ("broad exceptions", "例外宽泛", "excepciones amplias"),
}
_ENFORCEMENTS: Mapping[str, Names] = {
    "disputable": ("open to dispute settlement", "适用争端解决", "sujeta a solución de diferencias"),
    "excluded": ("no dispute settlement", "不适用争端解决", "sin solución de diferencias"),
    "deferred": ("dispute settlement deferred", "争端解决暂缓适用", "solución de diferencias aplazada"),
    "unknown": (
        "dispute settlement not in the text",
        "文本未含争端解决",
        "solución de diferencias no consta",
    ),
}
_EXCEPTIONS: Mapping[str, Names] = {
    "public-policy": ("public policy", "公共政策", "política pública"),
    "essential-security": ("essential security", "基本安全利益", "seguridad esencial"),
    "government-procurement": ("government procurement", "政府采购", "contratación pública"),
    "government-information": ("government information", "政府信息", "información pública"),
    "financial-services": ("financial services", "金融服务", "servicios financieros"),
    "non-conforming-measures": ("non-conforming measures", "不符措施", "medidas disconformes"),
    "law-enforcement": ("law enforcement", "执法", "aplicación de la ley"),
    "intellectual-property": ("intellectual property", "知识产权", "propiedad intelectual"),
    "critical-infrastructure": ("critical infrastructure", "关键基础设施", "infraestructura crítica"),
    "closed-list": ("closed list", "封闭清单", "lista cerrada"),
    "transition-period": ("transition period", "过渡期", "período de transición"),
    "own-discretion": ("as each party considers appropriate", "由缔约方自行裁量", "a discreción de cada Parte"),
    "financial-services-only": ("financial services only", "仅限金融服务", "solo servicios financieros"),
    "dialogue": ("a topic of dialogue", "对话议题", "tema de diálogo"),
    "no-legal-effect": ("creates no obligation", "不产生义务", "no crea obligaciones"),
    "other": ("another exception", "其他例外", "otra excepción"),
    "domestic-law": ("subject to domestic law", "受国内法约束", "sujeta al derecho interno"),
    "commercial-contracts": ("commercial contracts", "商业合同", "contratos comerciales"),
    "personal-data-protection": (
        "protection of personal data",
        "个人数据保护",
        "protección de datos personales",
    ),
    "compliance-with-law": ("compliance with law", "遵守法律", "cumplimiento de la ley"),
    "competition-law": ("competition law", "竞争法", "derecho de la competencia"),
    "governmental-authority": ("governmental authority", "政府职权", "facultades gubernamentales"),
    "excluded-sectors": ("excluded sectors", "排除的部门", "sectores excluidos"),
    "until-own-law": ("until a party has its own law", "至一方立法为止", "hasta que la parte legisle"),
    "taxation": ("taxation", "税收", "tributación"),
    "prudential": ("prudential measures", "审慎措施", "medidas prudenciales"),
    "subsidies": ("subsidies and grants", "补贴和赠款", "subsidios y subvenciones"),
    "audiovisual": ("audio-visual services", "视听服务", "servicios audiovisuales"),
    "definition": ("definition", "定义", "definición"),
    "scope": ("scope", "范围", "ámbito"),
    "general-exceptions": ("general exceptions", "一般例外", "excepciones generales"),
    "security-exceptions": ("security exceptions", "安全例外", "excepciones de seguridad"),
    "dispute-settlement": ("dispute settlement", "争端解决", "solución de diferencias"),
    "relation-to-other-chapters": (
        "relation to other chapters",
        "与其他章的关系",
        "relación con otros capítulos",
    ),
}
_TESTS: Mapping[str, Names] = {
    "non-discrimination": ("non-discrimination", "非歧视", "no discriminación"),
    "no-disguised-restriction": ("no disguised restriction", "非变相限制", "sin restricción encubierta"),
    "necessity": ("not greater than required", "不超过所需限度", "no mayor que lo necesario"),
    "self-judging": ("self-judging", "自行判断", "a juicio de la parte"),
    "disclosure-safeguards": (
        "safeguards against disclosure",
        "防止披露的保障",
        "salvaguardias contra la divulgación",
    ),
    "transfer-instruments": (
        "transfer instruments provided",
        "提供传输工具",
        "instrumentos de transferencia",
    ),
    "undisputable": ("not disputable", "不得争议", "no impugnable"),
}
_SCOPES: Mapping[str, Names] = {
    "affirmation": (
        "affirms commitments made elsewhere",
        "确认别处所作承诺",
        "afirma compromisos de otro acuerdo",
    ),
    "algorithms-included": ("algorithms included", "包括算法", "algoritmos incluidos"),
    "conduct-of-business": ("for the conduct of business", "为开展业务", "para realizar negocios"),
    "covered-persons": ("covered persons", "涵盖的人", "personas cubiertas"),
    "mass-market-software": ("mass-market software", "大众市场软件", "software de mercado masivo"),
    "personal-information-included": (
        "personal information included",
        "包括个人信息",
        "información personal incluida",
    ),
}
_YEARS = re.compile(r"(\d+) years?")
_TRANSITIONS: Mapping[str, tuple[str, str]] = {
    "en": (r"\1 years", "until own law"),
    "zh": (r"\1年", "待本国立法"),
    "es": (r"\1 años", "hasta que legisle"),
}
_STATUSES: Mapping[str, Names] = {
    Status.AUTHENTIC: ("authentic text", "作准文本", "texto auténtico"),
    Status.OFFICIAL_TRANSLATION: ("official translation", "官方译本", "traducción oficial"),
    Status.UNOFFICIAL_TRANSLATION: ("unofficial translation", "非官方译本", "traducción no oficial"),
    Status.RESTATEMENT: (
        "restatement: our own words, not the treaty's",
        "转述：本程序的表述，非条约原文",
        "reformulación: palabras nuestras, no las del tratado",
    ),
    Status.DRAFT: ("draft", "草案", "borrador"),
    Status.UNSTATED: ("file; status not stated", "文件；性质未说明", "archivo; carácter no indicado"),
}
_SHORT_STATUSES: Mapping[str, Names] = {
    Status.RESTATEMENT: ("restatement", "转述", "reformulación"),
    Status.UNSTATED: ("file", "文件", "archivo"),
}
_REVIEWS: Mapping[str, Names] = {
    ReviewState.OPEN: ("proposed", "待审", "propuesta"),
    ReviewState.CONFIRMED: ("confirmed", "已确认", "confirmada"),
    ReviewState.OVERRIDDEN: ("overridden", "已改定", "corregida"),
}
_EDITIONS: Mapping[str, Names] = {
    "en": ("English", "英文", "inglés"),
    "zh": ("Chinese", "中文", "chino"),
    "es": ("Spanish", "西班牙文", "español"),
    "fr": ("French", "法文", "francés"),
    "de": ("German", "德文", "alemán"),
    "ko": ("Korean", "韩文", "coreano"),
}
_CODES: tuple[Mapping[str, Names], ...] = (_EXCEPTIONS, _TESTS, _SCOPES)


def topic_name(topic: str, language: str) -> str:
    """Head of a topic's column: `Data flows`, `数据流动`, …"""
    from rules.topics import topics  # noqa: PLC0415  (late: the window names strengths before it has rules)

    names = next((info.names for info in topics() if info.id == topic), None)
    return names[language] if names else str(topic)


def check_language(language: str) -> str:
    """`language`, if tables can be printed in it; `UnknownNameError` otherwise."""
    if language not in LANGUAGES:
        raise UnknownNameError(f'Tables cannot be printed in "{language}": choose en, zh or es.')
    return language


def discipline_name(code: str, language: str) -> str:
    """`prohibits`, `禁止`, …"""
    return _name(_DISCIPLINES, code, language)


def strength_name(code: str, language: str) -> str:
    """`hard`, `硬性`, …"""
    return _name(_STRENGTHS, code, language)


def breadth_name(code: str, language: str) -> str:
    """`narrow exceptions`, …: a whole phrase, since `narrow` alone says nothing in a cell."""
    return _name(_BREADTHS, code, language)


def enforcement_name(code: str, language: str) -> str:
    """`open to dispute settlement`, …"""
    return _name(_ENFORCEMENTS, code, language)


def code_name(code: str, language: str) -> str:
    """Name of a kind of exception, of a provision elsewhere, of a test or of a scope."""
    for names in _CODES:
        if code in names:
            return _name(names, code, language)
    return code.replace("-", " ")


def test_name(test: str, language: str) -> str:
    """Name of a test an exception has to meet; a transition period (`VNM: 5 years`) names its party."""
    party, colon, term = test.partition(": ")
    if not colon:
        return code_name(test, language)
    from rules.coding.transitions import party_name  # noqa: PLC0415  (late, as in `topic_name`)

    years, own_law = _TRANSITIONS[language]
    named = _YEARS.sub(years, term).replace("own law first", own_law)
    return f"{party_name(party, language)}{marks(language).colon}{named}"


def part_name(part: str, language: str) -> str:
    """What a piece of evidence proves: `exception:public-policy` is `Exceptions: public policy`."""
    column, _, code = part.partition(":")
    name = head({"exception": "exceptions"}.get(column, column), language)
    if not code:
        return name
    said = strength_name(code, language) if column == "strength" else code_name(code, language)
    return f"{name}{marks(language).colon}{said}"


def status_name(status: str, language: str, *, short: bool = False) -> str:
    """What an edition is: whole for the table of sources, in a word or two (`short`) for a row of the
    matrix.
    """
    names = _SHORT_STATUSES if short and status in _SHORT_STATUSES else _STATUSES
    return _name(names, status, language)


def review_name(state: str, language: str) -> str:
    """`proposed`, `confirmed`, …"""
    return _name(_REVIEWS, state, language)


def edition_language(code: str, language: str) -> str:
    """The language of a text, named in the language of the table."""
    return _name(_EDITIONS, code, language)


def head(column: str, language: str) -> str:
    """Head of a column, or name of a sheet."""
    return _name(HEADS, column, language)


def _name(names: Mapping[str, Names], code: str, language: str) -> str:
    found = names.get(code)
    return found[LANGUAGES.index(language)] if found else str(code).replace("-", " ")
