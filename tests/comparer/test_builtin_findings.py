"""What the built-in restatements are coded as: discipline/strength/breadth of the four core topics."""

from __future__ import annotations

import pytest

from comparer.coding import code
from comparer.workbench import open_text
from rules.model import CORE_TOPICS

EXPECTED = {
    "RCEP": ("prohibits/hard/broad", "prohibits/hard/broad", "silent/none/none", "requires/mixed/none"),
    "SADEA": ("prohibits/hard/narrow", "prohibits/hard/narrow", "prohibits/hard/narrow", "requires/mixed/none"),
    # Annex I of 2020 says that Articles 4.3 and 4.4 create no obligations; the protocol of 2023 makes them some.
    "DEPA": ("prohibits/soft/narrow", "prohibits/soft/narrow", "silent/none/none", "requires/mixed/none"),
    "DEPA-2023": ("prohibits/hard/narrow", "prohibits/hard/narrow", "silent/none/none", "requires/mixed/none"),
    "USJDTA": ("prohibits/hard/narrow", "prohibits/hard/none", "prohibits/hard/narrow", "requires/mixed/none"),
    "USMCA": ("prohibits/hard/narrow", "prohibits/hard/none", "prohibits/hard/narrow", "requires/mixed/none"),
    "JEEPA": ("defers/soft/none", "silent/none/none", "prohibits/hard/narrow", "recognises/soft/broad"),
    "JEEPA-2024": (
        "prohibits/hard/narrow",
        "prohibits/hard/narrow",
        "prohibits/hard/narrow",
        "requires/mixed/none",
    ),
    "CPTPP": ("prohibits/hard/narrow", "prohibits/hard/narrow", "prohibits/hard/narrow", "requires/mixed/none"),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_core_topics(name: str) -> None:
    found = code(open_text(name))
    assert tuple(f"{f.discipline}/{f.strength}/{f.breadth}" for f in found) == EXPECTED[name]
    assert [f.topic for f in found] == list(CORE_TOPICS)


def test_what_a_lawyer_would_look_for() -> None:
    usjdta = code(open_text("USJDTA"), ["data-localization"])[0]
    assert usjdta.citations == ("USJDTA Art. 12", "USJDTA Art. 13")
    assert "financial-services" in {e.kind for e in usjdta.elsewhere}
    depa = code(open_text("DEPA"), ["data-flows"])[0]
    assert "affirmation" in depa.scope
    assert {"no-legal-effect", "dispute-settlement"} <= {e.kind for e in depa.elsewhere}
    assert depa.enforcement == "excluded"
    rcep = code(open_text("RCEP"), ["data-localization"])[0]
    assert {e.kind: e.citation for e in rcep.exceptions}["essential-security"] == "RCEP Art. 12.14(3)(b)"
