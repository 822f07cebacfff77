"""The same function over many tasks, in as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import ModuleType
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 3
"""Tasks under way or waiting for each process: enough to keep all busy, few enough to keep memory small."""


class Lost:
    """Stands for the result of a task whose process ended before it was done (killed, or out of memory)."""


def each(function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Lost]]:
    """Every task with its result, in the order of the tasks.

    `function` is a module's own, it and its arguments can be pickled. Where a process ends before its task is done,
    every task under way is tried once more, alone; the one that ends its process again is `Lost`. Processes are
    spawned, never forked: the window has threads.
    """
    count = os.cpu_count() or 1
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    pool = _pool(count)
    try:
        for task in tasks:
            try:
                waiting.append((task, _submit(pool, function, task)))
            except BrokenProcessPool:
                yield from _rescued(function, waiting)
                pool = _pool(count)
                waiting.append((task, _submit(pool, function, task)))
            if len(waiting) >= _AHEAD * count:
                yield from _first(function, waiting)
        while waiting:
            yield from _first(function, waiting)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _first(
    function: Callable[[Task], Result], waiting: deque[tuple[Task, Future[Result]]]
) -> Iterator[tuple[Task, Result | Lost]]:
    """The result that was asked for first; when its process ended, those of all that wait."""
    task, future = waiting[0]
    try:
        result = future.result()
    except BrokenProcessPool:
        yield from _rescued(function, waiting)
    else:
        waiting.popleft()
        yield task, result


def _rescued(
    function: Callable[[Task], Result], waiting: deque[tuple[Task, Future[Result]]]
) -> Iterator[tuple[Task, Result | Lost]]:
    """What was done before the pool broke, and the rest tried again."""
    while waiting:
        task, future = waiting.popleft()
        try:
            yield task, future.result()
        except BrokenProcessPool:
            yield task, _alone(function, task)


def _alone(function: Callable[[Task], Result], task: Task) -> Result | Lost:
    with _pool(1) as pool:
        try:
            return _submit(pool, function, task).result()
        except BrokenProcessPool:
            return Lost()


def _submit(pool: ProcessPoolExecutor, function: Callable[[Task], Result], task: Task) -> Future[Result]:
    """Hand over a task, which may start a process.

    A spawned process runs the main module again, as if it were imported: a script without a guard would add its files
    once more in every process. Nothing of ours is in that module, so it is hidden while the process starts.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        return pool.submit(function, task)
    finally:
        sys.modules["__main__"] = main


def _pool(size: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(size, mp_context=multiprocessing.get_context("spawn"))
