"""Work off the main thread.

A job is a plain function that takes `on_progress(done, total, what)` and `should_cancel()`; it never learns
what a thread is. Results come back on the main thread. Jobs are numbered per kind: only the newest of a kind may
report, so that a slow old result never overwrites a newer one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from comparer.errors import CancelledError

OnProgress = Callable[[int, int, str], None]
"""`(done, total, what)`; `total` is 0 where it is not known."""
ShouldCancel = Callable[[], bool]


class Work(Protocol):
    """A function without any window in it."""

    def __call__(self, *, on_progress: OnProgress, should_cancel: ShouldCancel) -> Any:
        """Do it; raise `CancelledError` when `should_cancel()` turns true."""


class _JobSignals(QObject):
    progress = Signal(object, int, int, str)
    done = Signal(object, object)
    failed = Signal(object, object)


class Job(QRunnable):
    """One run of a `Work`."""

    def __init__(self, kind: str, number: int, work: Work) -> None:
        super().__init__()
        # The runner keeps it until it has reported: a runnable whose Python half is gone loses its result.
        self.setAutoDelete(False)
        self.kind = kind
        self.number = number
        self.signals = _JobSignals()
        self._work = work
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask it to stop at its next opportunity."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def run(self) -> None:
        """Called by the pool, on one of its threads."""
        try:
            result = self._work(on_progress=self._report, should_cancel=self._stop.is_set)
        except Exception as error:  # noqa: BLE001 - nothing may escape a pool thread; the main thread judges it
            self.signals.failed.emit(self, error)
        else:
            self.signals.done.emit(self, result)

    def _report(self, done: int, total: int, what: str) -> None:
        self.signals.progress.emit(self, done, total, what)


@dataclass(frozen=True, slots=True)
class _Handlers:
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class JobRunner(QObject):
    """Starts jobs and hands their results back on the main thread.

    Signals: `progress(kind, done, total, what)`; `idle()` when the last job is over.
    """

    progress = Signal(str, int, int, str)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # Python runs one thread at a time: more threads would only make each other, and the window, wait.
        self._pool.setMaxThreadCount(2)
        self._live: dict[Job, _Handlers] = {}
        self._newest: dict[str, int] = {}

    @property
    def busy(self) -> bool:
        """Whether any job has still to report."""
        return bool(self._live)

    def start(self, kind: str, work: Work, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> Job:
        """Run `work`; a job of the same `kind` that is still running is cancelled and will not report."""
        self.cancel(kind)
        number = self._newest.get(kind, 0) + 1
        self._newest[kind] = number
        job = Job(kind, number, work)
        self._live[job] = _Handlers(done, failed)
        job.signals.progress.connect(self._on_progress)
        job.signals.done.connect(self._on_done)
        job.signals.failed.connect(self._on_failed)
        self._pool.start(job)
        return job

    def cancel(self, kind: str | None = None) -> None:
        """Ask the jobs of `kind` (all of them when None) to stop."""
        for job in self._live:
            if kind is None or job.kind == kind:
                job.cancel()

    def shut_down(self) -> None:
        """Cancel everything and wait until no thread of ours runs."""
        self.cancel()
        self._pool.waitForDone()
        self._live.clear()

    def _current(self, job: Job) -> bool:
        return self._newest.get(job.kind) == job.number

    @Slot(object, int, int, str)
    def _on_progress(self, job: Job, done: int, total: int, what: str) -> None:
        if job in self._live and self._current(job) and not job.cancelled:
            self.progress.emit(job.kind, done, total, what)

    @Slot(object, object)
    def _on_done(self, job: Job, result: object) -> None:
        handlers = self._live.pop(job, None)
        if handlers is not None and self._current(job):
            if job.cancelled:
                handlers.failed(CancelledError("The work was stopped."))
            else:
                handlers.done(result)
        self._tell_idle()

    @Slot(object, object)
    def _on_failed(self, job: Job, error: Exception) -> None:
        handlers = self._live.pop(job, None)
        if handlers is not None and self._current(job):
            handlers.failed(error)
        self._tell_idle()

    def _tell_idle(self) -> None:
        if not self._live:
            self.idle.emit()
