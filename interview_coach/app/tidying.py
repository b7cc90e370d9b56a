"""Empties the trash of what has been in it too long: when nothing else happens, once a day."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from interview_coach.domain.changes import Changes
from interview_coach.domain.trouble import Trouble

if TYPE_CHECKING:
    from interview_coach.store.store import Store

# Late enough after the start for the day's backup, which still holds what goes.
FIRST_MS = 60_000
AGAIN_MS = 24 * 60 * 60 * 1000


class Tidying(QObject):
    """Looks through the trash of one store aside from the window.

    Signals: none of its own.
    """

    _gone = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._job: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(FIRST_MS)
        self._timer.timeout.connect(self.begin)
        self._timer.start()
        self._gone.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Look now, and again in a day."""
        self._timer.setInterval(AGAIN_MS)
        if self._job is None or not self._job.is_alive():
            self._job = threading.Thread(target=self._work, name="tidying")
            self._job.start()

    def end(self) -> None:
        """The store is about to close: wait until nothing works on it any more."""
        self._timer.stop()
        if self._job is not None:
            self._job.join()
        self._gone.disconnect(self._tell)

    def _work(self) -> None:
        try:
            gone = self._store.expire_trash()
        except Trouble:
            # It is tried again in a day; whatever the person does meets the trouble and says it.
            return
        if gone is not None:
            self._gone.emit(gone)

    def _tell(self, gone: Changes) -> None:
        self._store.heard(gone)
