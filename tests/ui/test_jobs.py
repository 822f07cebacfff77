from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from comparer.errors import BadInputError, CancelledError
from ui.jobs import JobRunner, OnProgress, ShouldCancel


def unexpected(error: object) -> None:
    pytest.fail(f"not expected: {error!r}")


def test_the_work_runs_elsewhere_and_its_result_comes_back_on_the_main_thread(qtbot: QtBot) -> None:
    runner, here = JobRunner(), threading.get_ident()
    seen: dict[str, object] = {}

    def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> str:
        seen["worker"] = threading.get_ident()
        on_progress(1, 2, "half")
        return "result"

    def done(result: str) -> None:
        seen["result"], seen["thread"] = result, threading.get_ident()

    steps: list[tuple[str, int, int, str]] = []
    runner.progress.connect(lambda *step: steps.append(step))
    with qtbot.waitSignal(runner.idle):
        runner.start("count", work, done, unexpected)
    assert seen["result"] == "result"
    assert seen["thread"] == here != seen["worker"]
    assert steps == [("count", 1, 2, "half")]
    assert not runner.busy


def test_an_old_slow_result_never_overwrites_a_newer_one(qtbot: QtBot) -> None:
    runner, release = JobRunner(), threading.Event()
    results: list[str] = []

    def slow(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> str:
        release.wait(5)
        return "old"

    def quick(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> str:
        return "new"

    runner.start("sheet", slow, results.append, unexpected)
    with qtbot.waitSignal(runner.idle):
        runner.start("sheet", quick, results.append, unexpected)
        qtbot.waitUntil(lambda: results == ["new"])
        release.set()
    assert results == ["new"]


def test_cancelling_stops_the_work_and_tells_once(qtbot: QtBot) -> None:
    runner, started = JobRunner(), threading.Event()
    failures: list[Exception] = []

    def endless(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> None:
        started.set()
        while not should_cancel():
            QThread.msleep(1)
        raise CancelledError("Stopped.")

    with qtbot.waitSignal(runner.idle):
        runner.start("matrix", endless, unexpected, failures.append)
        assert started.wait(5)
        runner.cancel()
    assert [type(failure) for failure in failures] == [CancelledError]


def test_a_result_that_comes_after_cancelling_is_not_taken(qtbot: QtBot) -> None:
    runner, cancelled = JobRunner(), threading.Event()
    failures: list[Exception] = []

    def deaf(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> str:
        cancelled.wait(5)
        return "too late"

    with qtbot.waitSignal(runner.idle):
        runner.start("matrix", deaf, unexpected, failures.append)
        runner.cancel("matrix")
        cancelled.set()
    assert isinstance(failures[0], CancelledError)


def test_an_error_comes_back_as_it_was_raised(qtbot: QtBot) -> None:
    runner, failures = JobRunner(), []

    def broken(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> None:
        raise BadInputError("The file is empty.")

    with qtbot.waitSignal(runner.idle):
        runner.start("open", broken, unexpected, failures.append)
    assert str(failures[0]) == "The file is empty."


def test_shutting_down_waits_for_the_threads() -> None:
    runner, ended = JobRunner(), threading.Event()

    def work(*, on_progress: OnProgress, should_cancel: ShouldCancel) -> None:
        while not should_cancel():
            QThread.msleep(1)
        ended.set()

    runner.start("open", work, unexpected, unexpected)
    runner.shut_down()
    assert ended.is_set()
    assert not runner.busy
