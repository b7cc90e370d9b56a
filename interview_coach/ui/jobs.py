"""Long work off the GUI thread: one piece after another, with progress, cancel, and a drained end.

The work is a plain function that is given a `Told`: it says how far it is, and hears there that it
shall stop. It has its own reader (`Store.aside`) and touches no widget.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

Told = Callable[[int, int], None]
Work = Callable[[Told], Any]
PATIENCE_MS = 30_000


class Stopped(Exception):
    """Raised inside the work when it was cancelled; it undoes what it began and lets this through."""


class Job(QObject):
    """One piece of work. Its signals come on the GUI thread, exactly one of the last three, once.

    Signals:
        progress(int, int): how much is done, of how much.
        finished(object): it is done; what the work returned.
        failed(BaseException): the work raised this.
        cancelled(): it stopped because it was cancelled.
        ended(): after any of the three.
    """

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    # From the other thread to this one: by name and queued, so that no slot ever runs there.
    _said = Signal(int, int)
    _came = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._over = False
        self._said.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def over(self) -> bool:
        """Whether it has ended, whichever way."""
        return self._over

    def cancel(self) -> None:
        """Ask it to stop at the next occasion."""
        self._stop.set()

    def told(self, done: int, total: int) -> None:
        """What the work calls, on its own thread. Raises `Stopped` after a cancel."""
        if self._stop.is_set():
            raise Stopped
        if shiboken6.isValid(self):
            self._said.emit(done, total)

    def came(self, result: object, error: BaseException | None) -> None:
        """What the other thread calls at the end."""
        if shiboken6.isValid(self):
            self._came.emit(result, error)

    def _tell(self, done: int, total: int) -> None:
        if not self._over:
            self.progress.emit(done, total)

    def _end(self, result: object, error: BaseException | None) -> None:
        self._over = True
        if error is None:
            self.finished.emit(result)
        elif isinstance(error, Stopped):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.ended.emit()
        self.deleteLater()


class _Run(QRunnable):
    """Carries a job's work to the other thread."""

    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        """Do the work and say how it ended; nothing may escape into Qt."""
        result: object = None
        error: BaseException | None = None
        try:
            self._job.told(0, 0)
            result = self._work(self._job.told)
        except BaseException as raised:  # noqa: BLE001  handed over, not swallowed
            error = raised
        self._job.came(result, error)


class Jobs(QObject):
    """Runs jobs, one at a time, in the order in which they came.

    Whoever closes the store calls `drain` before; quitting the application does so too.

    Signals: none of its own.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Job] = []
        self._runs: list[_Run] = []
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.drain)

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits to."""
        return bool(self._running)

    def start(self, work: Work) -> Job:
        """Begin, or wait for those before; connect to the job's signals before returning to Qt."""
        job = Job(self)
        run = _Run(job, work)
        # Python holds it until the end: Qt's own deletion would race with this reference.
        run.setAutoDelete(False)
        self._running.append(job)
        self._runs.append(run)
        job.ended.connect(self._ended)
        self._pool.start(run)
        return job

    def drain(self) -> bool:
        """Cancel all and wait until no thread works any more; whether all ended in time."""
        for job in self._running:
            job.cancel()
        return self._pool.waitForDone(PATIENCE_MS)

    def _ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._running:
            place = self._running.index(job)
            del self._running[place], self._runs[place]
