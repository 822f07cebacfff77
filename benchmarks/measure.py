"""Whole processes, timed in turn against a peer: medians, ratios pair by pair, peak memory. POSIX only."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Run(NamedTuple):
    """One finished process."""

    seconds: float
    megabytes: float
    """Largest resident set of the process itself."""


def run(command: Sequence[str], env: Mapping[str, str] | None = None) -> Run:
    """Run `command` in the checkout, its output thrown away; exits when it fails."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    said = process.stderr.read().decode(errors="replace") if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    return Run(seconds, usage.ru_maxrss / 1024)


def compare(
    name: str,
    ours: Sequence[str],
    peer_name: str,
    peer: Sequence[str],
    *,
    runs: int = 7,
    env: Mapping[str, str] | None = None,
) -> None:
    """Print medians of both after one warm-up, and the ratio of the pairs, which holds when the machine drifts."""
    run(ours, env)
    run(peer, env)
    pairs = [(run(ours, env), run(peer, env)) for _ in range(runs)]
    mine, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    ratio = statistics.median(a.seconds / b.seconds for a, b in pairs)
    width = max(len(name), len(peer_name))
    for label, found in ((name, mine), (peer_name, theirs)):
        seconds = sorted(item.seconds for item in found)
        memory = statistics.median(item.megabytes for item in found)
        print(
            f"{label:<{width}}  median {statistics.median(seconds):6.3f} s  "
            f"(min {seconds[0]:.3f}, max {seconds[-1]:.3f})  peak {memory:6.1f} MB"
        )
    print(f"{'ratio':<{width}}  {ratio:.2f}\n")
