"""The matrix over the authentic texts beside the checkout, against reading the same bytes and counting their words.

python benchmarks/corpus_matrix.py [FOLDER]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from measure import ROOT, compare

SUFFIXES = frozenset({".xml", ".txt"})

OURS = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from comparer.errors import BadInputError
from comparer.export import export_matrix
from comparer.workbench import build_matrix, open_text
texts = []
for name in sys.argv[3:]:
    try:
        texts.append(open_text(name))
    except BadInputError:
        pass
export_matrix(build_matrix(texts), Path(sys.argv[2]))
"""

PEER = """
import re, sys
for name in sys.argv[1:]:
    len(re.findall(r"\\w+", open(name, encoding="utf-8", errors="replace").read()))
"""


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "corpus" / "authentic"
    files = sorted(str(path) for path in folder.rglob("*") if path.suffix in SUFFIXES)
    size = sum(Path(file).stat().st_size for file in files) / 1e6
    print(f"{len(files)} files, {size:.1f} MB")
    with tempfile.TemporaryDirectory() as out:
        ours = [sys.executable, "-c", OURS, str(ROOT), str(Path(out) / "matrix.csv"), *files]
        compare("matrix over the corpus", ours, "counting words", [sys.executable, "-c", PEER, *files], runs=3)


if __name__ == "__main__":
    main()
