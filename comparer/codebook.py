"""What each code means, in a sentence for the reader of a table, in English, Chinese and Spanish.

The codes themselves are fixed in `rules.model`; strength follows the operative verb and who is bound,
breadth follows only the exceptions written for the obligation.
"""

from __future__ import annotations

from dataclasses import dataclass

from comparer import labels
from rules.model import Breadth, Discipline, Enforcement, Strength


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: the column it stands in, the code, how tables print it, what it means."""

    column: str
    code: str
    name: str
    meaning: str


_DISCIPLINES: dict[str, labels.Names] = {
    "prohibits": (
        "The restriction or demand that the topic asks about is barred.",
        "禁止该议题所问的限制或要求。",
        "Se prohíbe la restricción o exigencia por la que pregunta el tema.",
    ),
    "requires": (
        "Each party must adopt, maintain or provide something.",
        "各方必须采取、维持或提供某事项。",
        "Cada parte debe adoptar, mantener u ofrecer algo.",
    ),
    "endeavours": (
        "The parties are to try; no result is owed.",
        "各方应努力为之，不承担结果义务。",
        "Las partes han de procurarlo; no se debe un resultado.",
    ),
    "recognises": (
        "Importance is recognised or affirmed, or dialogue and cooperation are promised.",
        "认识到或确认其重要性，或承诺对话与合作。",
        "Se reconoce o afirma su importancia, o se promete diálogo y cooperación.",
    ),
    "reserves": (
        "The matter is left to each party.",
        "该事项由各方自行决定。",
        "El asunto queda reservado a cada parte.",
    ),
    "defers": (
        "The parties are to look at the matter again within a term.",
        "各方将在一定期限内重新评估该事项。",
        "Las partes volverán a examinar el asunto dentro de un plazo.",
    ),
    "silent": (
        "The text has no clause on the topic.",
        "文本对该议题无规定。",
        "El texto no tiene cláusula sobre el tema.",
    ),
    "unclear": (
        "There is a clause, but the rules cannot tell what it does: a person has to read it.",
        "有相关条款，但规则无法判断其作用，须由人阅读。",
        "Hay una cláusula, pero las reglas no pueden decir qué hace: debe leerla una persona.",
    ),
}
_STRENGTHS: dict[str, labels.Names] = {
    "hard": (
        "Every operative sentence binds (shall, must).",
        "所有义务句均有约束力（应、必须、不得）。",
        "Todas las frases dispositivas obligan (deberá, ninguna Parte podrá).",
    ),
    "mixed": (
        "Some operative sentences bind, others do not.",
        "部分义务句有约束力，部分没有。",
        "Unas frases dispositivas obligan y otras no.",
    ),
    "soft": (
        "None binds firmly: shall endeavour, should, recognise the importance.",
        "均无硬性约束：应努力、宜、认识到重要性。",
        "Ninguna obliga con firmeza: procurará, debería, reconoce la importancia.",
    ),
    "none": ("There is no commitment.", "没有承诺。", "No hay compromiso."),
}
_BREADTHS: dict[str, labels.Names] = {
    "none": (
        "No exception is written for this obligation.",
        "未为该义务规定例外。",
        "No hay excepción escrita para esta obligación.",
    ),
    "narrow": (
        "The exceptions have objective tests or are closed lists.",
        "例外附有客观条件，或为封闭清单。",
        "Las excepciones tienen criterios objetivos o son listas cerradas.",
    ),
    "broad": (
        "An exception is self-judging, cannot be disputed, or is open-ended.",
        "例外可自行判断、不得争议，或无明确界限。",
        "Alguna excepción queda a juicio de la parte, no es impugnable o no tiene límites.",
    ),
}
_ENFORCEMENTS: dict[str, labels.Names] = {
    "disputable": (
        "A breach can be taken to the agreement's dispute settlement.",
        "违反行为可提交该协定的争端解决。",
        "El incumplimiento puede llevarse a la solución de diferencias del acuerdo.",
    ),
    "excluded": (
        "Dispute settlement does not apply to the obligation.",
        "争端解决不适用于该义务。",
        "La solución de diferencias no se aplica a la obligación.",
    ),
    "deferred": (
        "Dispute settlement does not yet apply to some party.",
        "争端解决对某一方暂不适用。",
        "La solución de diferencias aún no se aplica a alguna parte.",
    ),
    "unknown": (
        "The provisions on dispute settlement are not in the text at hand.",
        "现有文本不含争端解决条款。",
        "Las disposiciones sobre solución de diferencias no constan en el texto.",
    ),
}


def entries(language: str) -> tuple[Entry, ...]:
    """Every code of discipline, strength, breadth and enforcement, in the order of `rules.model`."""
    at = labels.LANGUAGES.index(labels.check_language(language))
    disciplines = (
        Entry("discipline", code, labels.discipline_name(code, language), _DISCIPLINES[code][at]) for code in Discipline
    )
    strengths = (
        Entry(
            "strength",
            code,
            f"{labels.MARKS[code]} {labels.strength_name(code, language)}",
            _STRENGTHS[code][at],
        )
        for code in reversed(Strength)
    )
    breadths = (Entry("breadth", code, labels.breadth_name(code, language), _BREADTHS[code][at]) for code in Breadth)
    enforcements = (
        Entry("enforcement", code, labels.enforcement_name(code, language), _ENFORCEMENTS[code][at])
        for code in Enforcement
    )
    return (*disciplines, *strengths, *breadths, *enforcements)
