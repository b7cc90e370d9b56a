"""Owns how a child measures what a person waits for: from the deed to the frame that shows it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from interview_coach.app.main import make_application
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from interview_coach.ui.desk import Desk

WIDTH, HEIGHT = 1072, 820
PATIENCE_MS = 5000


class Window(QWidget):
    """A window around one page that knows when the next frame was finished."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.painted_at = 0.0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.resize(WIDTH, HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Note the end of the first frame."""
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not self.painted_at:
            self.painted_at = perf_counter()
        return done

    def until_painted(self, act: Callable[[], object]) -> float:
        """Milliseconds from the act to the end of the first frame after it."""
        began = perf_counter()
        self.painted_at = 0.0
        act()
        wait_until(lambda: self.painted_at > 0.0)
        return (self.painted_at - began) * 1000


def wait_until(reached: Callable[[], bool]) -> None:
    """Let events happen until something is so."""
    late = perf_counter() + PATIENCE_MS / 1000
    while not reached():
        if perf_counter() > late:
            raise TimeoutError("nothing was painted")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def settle() -> None:
    """Let everything that is due happen, and clear up, so that nothing of it falls into a measure."""
    for _ in range(20):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
    gc.collect()


def begin(folder: Path) -> tuple[QApplication, Desk]:
    """The application in its look, and a desk on the store in `folder`."""
    app, _theme = make_application()
    # As the program does when it has come up: what is loaded for good is not looked at again.
    gc.collect()
    gc.freeze()
    return app, Desk(Store(open_store(folder)))
