"""Long work runs elsewhere, tells how far it is, can be stopped, and is over before the program is."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from interview_coach.store.document import everything
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Job, Jobs, Told


@pytest.fixture
def jobs(qapp: object) -> Jobs:
    return Jobs()


class Heard:
    """Remembers what a job said, and on which thread."""

    def __init__(self, job: Job) -> None:
        self.said: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()
        job.progress.connect(lambda done, total: self.note("progress", (done, total)))
        job.finished.connect(lambda result: self.note("finished", result))
        job.failed.connect(lambda error: self.note("failed", error))
        job.cancelled.connect(lambda: self.note("cancelled", None))

    def note(self, name: str, value: object) -> None:
        self.said.append((name, value))
        self.threads.add(QThread.currentThread())


def test_the_result_and_progress_come_in_order_on_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    worked_on: list[bool] = []
    here = QThread.currentThread()

    def work(told: Told) -> str:
        worked_on.append(QThread.currentThread() is here)
        told(1, 2)
        told(2, 2)
        return "done"

    job = jobs.start(work)
    heard = Heard(job)
    with qtbot.waitSignal(job.ended):
        pass
    assert worked_on == [False]
    assert heard.said == [
        ("progress", (0, 0)),
        ("progress", (1, 2)),
        ("progress", (2, 2)),
        ("finished", "done"),
    ]
    assert heard.threads == {here}
    assert not jobs.busy


def test_what_the_work_raises_is_handed_over_and_the_next_job_runs(
    jobs: Jobs, qtbot: QtBot
) -> None:
    def broken(told: Told) -> None:
        raise KeyError("x")

    first = jobs.start(broken)
    second = jobs.start(lambda _told: 2)
    bad, good = Heard(first), Heard(second)
    with qtbot.waitSignals([first.ended, second.ended]):
        pass
    assert [name for name, _ in bad.said] == ["progress", "failed"]
    assert isinstance(bad.said[-1][1], KeyError)
    assert good.said[-1] == ("finished", 2)


def test_a_cancelled_job_stops_where_it_next_tells_and_finishes_nothing(
    jobs: Jobs, qtbot: QtBot
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    undone: list[bool] = []

    def work(told: Told) -> str:
        try:
            begun.set()
            assert go_on.wait(10)
            told(1, 2)
        except BaseException:
            undone.append(True)
            raise
        return "never"

    job = jobs.start(work)
    heard = Heard(job)
    assert begun.wait(10)
    job.cancel()
    go_on.set()
    with qtbot.waitSignal(job.ended):
        pass
    assert heard.said[-1] == ("cancelled", None)
    assert undone == [True]


def test_a_job_that_waits_is_cancelled_before_it_begins(jobs: Jobs, qtbot: QtBot) -> None:
    go_on = threading.Event()
    ran: list[bool] = []
    first = jobs.start(lambda _told: go_on.wait(10))
    second = jobs.start(lambda _told: ran.append(True))
    second.cancel()
    go_on.set()
    with qtbot.waitSignals([first.ended, second.ended]):
        pass
    assert ran == []


def test_draining_waits_until_no_thread_works(jobs: Jobs) -> None:
    begun = threading.Event()
    left: list[bool] = []

    def work(told: Told) -> None:
        begun.set()
        try:
            while True:
                told(0, 1)
        finally:
            left.append(True)

    jobs.start(work)
    assert begun.wait(10)
    assert jobs.drain()
    assert left == [True]


def test_jobs_that_are_gone_leave_a_running_thread_unharmed(qtbot: QtBot) -> None:
    begun, go_on, over = threading.Event(), threading.Event(), threading.Event()
    jobs = Jobs()

    def work(told: Told) -> None:
        begun.set()
        go_on.wait(10)
        over.set()

    jobs.start(work)
    assert begun.wait(10)
    threading.Timer(0.05, go_on.set).start()
    jobs.deleteLater()
    with qtbot.waitSignal(jobs.destroyed):
        pass
    assert over.wait(10)


def test_work_reads_the_store_with_a_reader_of_its_own(
    jobs: Jobs, full_desk: Desk, qtbot: QtBot
) -> None:
    def work(told: Told) -> object:
        with full_desk.store.aside() as reader:
            return everything(reader, told=told)

    job = jobs.start(work)
    heard = Heard(job)
    with qtbot.waitSignal(job.ended):
        pass
    assert heard.said[-1] == ("finished", full_desk.ask(everything))
    told = [value for name, value in heard.said if name == "progress"]
    tables = full_desk.ask(everything)[1]
    assert told[-1] == (len(tables), len(tables))
