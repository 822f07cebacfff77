"""How well the core topics are coded: every field against the records made by reading, and every miss.

    python benchmarks/coding_quality.py [--json]

The records are in tests/comparer/gold/core_coding.toml; the texts beside the checkout.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
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
    compared = list(_compared())
    misses = [item for item in compared if item["expected"] != item["found"]]
    figures = {
        field: sum(item["expected"] == item["found"] for item in items) / len(items)
        for field in (*SINGLE, *SETS)
        for items in [[item for item in compared if item["field"] == field]]
    }
    pairs = [(item["expected"], item["found"]) for item in compared if item["field"] in SETS]
    shared = sum(len(expected & found) for expected, found in pairs)
    figures["scope, exceptions, tests: precision"] = shared / (sum(len(found) for _, found in pairs) or 1)
    figures["scope, exceptions, tests: recall"] = shared / (sum(len(expected) for expected, _ in pairs) or 1)
    if "--json" in sys.argv:
        print(json.dumps({"figures": figures, "misses": misses}, ensure_ascii=False, indent=2, default=sorted))
        return
    print(f"{len(compared)} fields")
    for name, value in figures.items():
        print(f"  {name:<40}{value:.3f}")
    for miss in misses:
        print("  miss: {file} {topic} {field}: expected {expected}, found {found}".format(**miss))


def _compared() -> Iterator[dict[str, Any]]:
    for entry in tomllib.loads(GOLD.read_text(encoding="utf-8"))["text"]:
        for file in entry["files"]:
            for finding in code(read(CORPUS / file)):
                found = _record(finding)
                for field in (*SINGLE, *SETS):
                    if field == "enforcement" and file not in entry["whole"]:
                        continue  # the chapter that settles disputes is not in the file
                    gold = entry[finding.topic][field]
                    yield {
                        "file": file,
                        "topic": finding.topic,
                        "field": field,
                        "expected": set(gold) if field in SETS else gold,
                        "found": found[field],
                    }


def _record(finding: CodedFinding) -> dict[str, Any]:
    return {
        **{field: str(getattr(finding, field)) for field in SINGLE},
        "scope": set(finding.scope),
        "exceptions": {e.kind for e in finding.exceptions},
        "tests": {test for e in finding.exceptions for test in e.tests},
    }


if __name__ == "__main__":
    main()
