"""The same function over many tasks, in as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 3
"""Tasks under way or waiting for each process: enough to keep all busy, few enough to keep memory small."""


class Lost:
    """Stands for the result of a task whose process ended before it was done (killed, or out of memory)."""


def each(function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Lost]]:
    """Every task with its result, in the order of the tasks.

    `function` is a module's own, it and its arguments can be pickled. A task that ends its process is tried once
    more, alone; then its result is `Lost`. Processes are spawned, never forked: the window has threads.
    """
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    pool = _pool(os.cpu_count() or 1)
    try:
        for task in tasks:
            waiting.append((task, pool.submit(function, task)))
            if len(waiting) >= _AHEAD * (os.cpu_count() or 1):
                results, pool = _first(function, waiting, pool)
                yield from results
        while waiting:
            results, pool = _first(function, waiting, pool)
            yield from results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def can_spawn() -> bool:
    """Whether a process of our own can start: not where the program itself was read from a pipe."""
    main = getattr(sys.modules.get("__main__"), "__file__", None)
    return main is None or Path(main).exists()


def _pool(size: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(size, mp_context=multiprocessing.get_context("spawn"))


def _first(
    function: Callable[[Task], Result], waiting: deque[tuple[Task, Future[Result]]], pool: ProcessPoolExecutor
) -> tuple[list[tuple[Task, Result | Lost]], ProcessPoolExecutor]:
    """The result that was asked for first; where the pool broke, all that were under way, and a new pool."""
    task, future = waiting[0]
    try:
        result = future.result()
    except BrokenProcessPool:
        tasks = [task for task, _ in waiting]
        waiting.clear()
        pool.shutdown(wait=True, cancel_futures=True)
        return [(task, _alone(function, task)) for task in tasks], _pool(os.cpu_count() or 1)
    waiting.popleft()
    return [(task, result)], pool


def _alone(function: Callable[[Task], Result], task: Task) -> Result | Lost:
    with _pool(1) as pool:
        try:
            return pool.submit(function, task).result()
        except BrokenProcessPool:
            return Lost()
