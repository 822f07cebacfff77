"""Which language a text is in."""

from __future__ import annotations

import pytest

from comparer.language import language_of


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The Parties shall keep the roads of the valley open.", "en"),
        ("Las Partes mantendrán los caminos del valle y una de las puertas.", "es"),
        ("Les Parties maintiennent les chemins et une des portes dans la vallée.", "fr"),
        ("Die Vertragsparteien halten die Wege und das Tor der Stadt offen.", "de"),
        ("各方应保持山谷道路畅通。Article 1", "zh"),
        ("각 당사국은 도로를 유지한다", "ko"),
        ("締約国は、道路を維持するものとする。", "ja"),
        ("", "en"),
    ],
)
def test_language(words: str, language: str) -> None:
    assert language_of(words) == language
