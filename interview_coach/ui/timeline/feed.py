"""Owns how the timeline's keys come in: the first page at once, the rest while nothing else happens."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from interview_coach.domain.timeline import Filters
from interview_coach.store import timeline
from interview_coach.ui.desk import Desk
from interview_coach.ui.timeline.model import TimelineModel

FIRST = 60
SLICE = 2500
# Qt lets a few milliseconds pass before it paints: without a pause the rest would come in first.
PAUSE_MS = 40


class Feed(QObject):
    """Fills a model with the keys that meet some filters.

    Signals:
        grown(): more keys are there, or others.
        completed(): all are there.
    """

    grown = Signal()
    completed = Signal()

    def __init__(self, desk: Desk, model: TimelineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._filters = Filters()
        self._below: int | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._step)

    @property
    def complete(self) -> bool:
        """Whether all keys are there."""
        return self._below is None

    @property
    def filters(self) -> Filters:
        """What the list is narrowed to now."""
        return self._filters

    def start(self, filters: Filters) -> None:
        """Show another list from its beginning; what was still coming in for the one before is not."""
        self._idle.stop()
        self._filters = filters
        keys = self._desk.ask(timeline.keys, filters, limit=FIRST)
        self._model.start(keys, filters.query)
        self._idle.setInterval(PAUSE_MS)
        self._go_on(keys[-1] if len(keys) == FIRST else None)

    def again(self) -> None:
        """Look through the same list anew, and show what differs."""
        self._idle.stop()
        self._below = None
        self._take(FIRST)

    def pause(self) -> None:
        """Let what is missing wait."""
        self._idle.stop()

    def resume(self) -> None:
        """Go on with what is missing."""
        if self._below is not None:
            self._idle.start()

    def finish(self) -> None:
        """Fetch all that is missing now."""
        if not self.complete:
            self._idle.stop()
            self._take(None)

    def _step(self) -> None:
        self._idle.setInterval(0)
        self._take(SLICE)

    def _take(self, limit: int | None) -> None:
        keys = self._desk.ask(timeline.keys, self._filters, self._below, limit)
        more = limit is not None and len(keys) == limit
        self._model.splice(keys, self._below, end=not more)
        self._go_on(keys[-1] if more else None)

    def _go_on(self, below: int | None) -> None:
        self._below = below
        if below is None:
            self._idle.stop()
        else:
            self._idle.start()
        self.grown.emit()
        if below is None:
            self.completed.emit()
