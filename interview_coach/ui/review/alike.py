"""Owns looking for the same questions in the bank: in short slices, once one has stopped for a moment."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from interview_coach.domain.likeness import compare
from interview_coach.domain.review import Likeness
from interview_coach.store import bank
from interview_coach.ui.desk import Desk

SETTLE_MS = 250
# Between two slices every key that was pressed is heard.
SLICE_MS = 4


class AlikeInBank(QObject):
    """Compares what was asked with the whole bank, a little at a time, so that typing never waits.

    Signals:
        found(object): the likenesses, as a dictionary by the question that was asked.
    """

    found = Signal(object)

    def __init__(self, desk: Desk, interview: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._interview = interview
        self._steps: Iterator[tuple[str, str] | None] = iter(())
        self._texts: dict[str, str] = {}
        self._so_far: dict[str, Likeness] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._begin)
        self._slice = QTimer(self)
        self._slice.setInterval(0)
        self._slice.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether it looks, or is about to."""
        return self._settle.isActive() or self._slice.isActive()

    @property
    def settling(self) -> bool:
        """Whether it still waits for one to stop."""
        return self._settle.isActive()

    def look(self) -> None:
        """Look again, soon."""
        self._slice.stop()
        self._settle.start()

    def _begin(self) -> None:
        if self._desk.closed:
            return
        what = self._desk.ask(bank.to_compare, self._interview)
        self._texts = dict(what.others)
        self._so_far = {}
        self._steps = compare(what)
        self._slice.start()

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        for step in self._steps:
            if step is not None:
                asked, known = step
                self._so_far[asked] = Likeness(asked, known, self._texts[known])
            if clock.elapsed() >= SLICE_MS:
                return
        self._slice.stop()
        self.found.emit(self._so_far)
