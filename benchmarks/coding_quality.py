"""How well the core topics are coded: every field against the records made by reading, and every miss.

    python benchmarks/coding_quality.py [--json]

The records are in tests/comparer/gold/core_coding.toml; the texts beside the checkout.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from comparer.coding import code  # noqa: E402  (the checkout comes first)
from comparer.findings import CodedFinding  # noqa: E402
from comparer.reading import read  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus" / "authentic"
GOLD = ROOT / "tests" / "comparer" / "gold" / "core_coding.toml"
SINGLE = ("discipline", "strength", "breadth", "enforcement")
SETS = ("scope", "exceptions", "tests")


def main() -> None:
    """Print the figures and the misses."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    spotted: Counter[str] = Counter()
    misses: list[dict[str, Any]] = []
    for entry in tomllib.loads(GOLD.read_text(encoding="utf-8"))["text"]:
        for file in entry["files"]:
            for finding in code(read(CORPUS / file)):
                gold, found = entry[finding.topic], _record(finding)
                for field in (*SINGLE, *SETS):
                    if field == "enforcement" and file not in entry["whole"]:
                        continue
                    expected = set(gold[field]) if field in SETS else gold[field]
                    total[field] += 1
                    right[field] += expected == found[field]
                    if field in SETS:
                        spotted["right"] += len(expected & found[field])
                        spotted["found"] += len(found[field])
                        spotted["there"] += len(expected)
                    if expected != found[field]:
                        misses.append(
                            {"file": file, "topic": finding.topic, "field": field,
                             "expected": str(expected), "found": str(found[field])}
                        )  # fmt: skip
    figures = {field: round(right[field] / total[field], 4) for field in total}
    figures["scope, exceptions, tests: precision"] = round(spotted["right"] / (spotted["found"] or 1), 4)
    figures["scope, exceptions, tests: recall"] = round(spotted["right"] / (spotted["there"] or 1), 4)
    if "--json" in sys.argv:
        print(json.dumps({"figures": figures, "misses": misses}, ensure_ascii=False, indent=2))
        return
    print(f"{sum(total.values())} fields of {total['discipline']} findings")
    for name, value in figures.items():
        print(f"  {name:<40}{value:.3f}")
    for miss in misses:
        print("  miss: {file} {topic} {field}: expected {expected}, found {found}".format(**miss))


def _record(finding: CodedFinding) -> dict[str, Any]:
    return {
        **{field: str(getattr(finding, field)) for field in SINGLE},
        "scope": set(finding.scope),
        "exceptions": {e.kind for e in finding.exceptions},
        "tests": {test for e in finding.exceptions for test in e.tests},
    }


if __name__ == "__main__":
    main()
