"""Backups while the window is open: on start, each hour, at the person's word, and on quit.

Automatic ones are made only when something changed since the last; one piece of work at a time, off
the window's thread. A copy goes to the second place, when one was chosen.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, second_place
from interview_coach.store.opening import trouble_of
from interview_coach.store.store import Store

HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one backup ended: the new one, or why there is none; and why its copy was not made."""

    why: str
    made: Path | None = None
    error: Exception | None = None
    copy_error: Trouble | None = None
    away: Path | None = None


class Care(QObject):
    """Makes the backups of one open store.

    Signals:
        ended(Outcome): one was made, was not needed, or could not be made.
    """

    ended = Signal(object)
    _came = Signal(object)

    def __init__(
        self, store: Store, parent: QObject | None = None, *, ticks: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._store = store
        # Not the time of day, which may be set back.
        self._ticks = ticks
        self._last = ticks()
        self._unsaved = True
        self._one = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._came.connect(self.ended, Qt.ConnectionType.QueuedConnection)

    def note_change(self) -> None:
        """Something was done or typed."""
        self._unsaved = True

    def on_start(self) -> None:
        """Back up what an earlier session left, perhaps by a stop."""
        self._aside(backup.ON_START)

    def tick(self) -> None:
        """A minute has passed."""
        if self._unsaved and self._ticks() - self._last >= HOUR_S:
            self._aside(backup.HOURLY)

    def by_hand(self) -> None:
        """Back up now."""
        self._aside(backup.BY_HAND)

    def on_quit(self) -> None:
        """Wait for what runs, then back up what changed since; nobody is left to tell."""
        self.wait()
        if self._unsaved:
            self._work(backup.ON_QUIT)

    def wait(self) -> None:
        """Wait for what runs."""
        for thread in self._threads:
            thread.join()

    def _aside(self, why: str) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(
            target=lambda: self._came.emit(self._work(why)), name=f"backup {why}"
        )
        self._threads.append(thread)
        thread.start()

    def _work(self, why: str) -> Outcome:
        with self._one:
            self._last = self._ticks()
            # Before the copy is made: what is done meanwhile counts as new.
            self._unsaved = False
            try:
                if why == backup.BY_HAND:
                    made: Path | None = self._store.back_up()
                else:
                    made = self._store.back_up_if_changed(why)
            except Exception as error:  # noqa: BLE001  said on the window's thread
                self._unsaved = True
                return Outcome(why, error=error)
            return self._copied(why, made)

    def _copied(self, why: str, made: Path | None) -> Outcome:
        try:
            self._store.copy_to_second_place()
            away = second_place.absence_to_tell(self._store.folder)
        except (Trouble, OSError) as error:
            known = error if isinstance(error, Trouble) else trouble_of(error)
            return Outcome(why, made, copy_error=known or Trouble("disk_error"))
        return Outcome(why, made, away=away.chosen if away else None)
