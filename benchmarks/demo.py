"""The demonstration from end to end, workbook written, against a process that only writes a workbook of that size.

python benchmarks/demo.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from measure import ROOT, compare

PEER = """
import sys
from openpyxl import Workbook
book = Workbook()
for sheet, rows, columns in (("Matrix", 8, 7), ("Clauses", 80, 8), ("Evidence", 700, 7), ("Sources", 8, 8)):
    page = book.create_sheet(sheet)
    for row in range(rows):
        page.append([f"{sheet} {row} {column} " + "word " * 12 for column in range(columns)])
book.save(sys.argv[1])
"""


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [sys.executable, str(ROOT / "main.py"), "demo", "--no-window", "-o", folder]
        peer = [sys.executable, "-c", PEER, str(Path(folder) / "peer.xlsx")]
        compare("synoptic demo", ours, "bare openpyxl", peer)


if __name__ == "__main__":
    main()
