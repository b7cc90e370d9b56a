"""Loads what the first paint did not need, on a thread, so that the window stays alive meanwhile."""

from __future__ import annotations

import gc
import importlib
import sys
import threading

from PySide6.QtCore import QCoreApplication, QObject, Signal

from interview_coach.app.collecting import collect_here

# The parts of the store that pages use, and Today's own question first of all.
_MODULES = (
    "sqlmodel",
    "interview_coach.store.store",
    "interview_coach.store.today",
    "interview_coach.store.prep",
    "interview_coach.store.interview",
    "interview_coach.store.opportunity",
    "interview_coach.store.review",
    "interview_coach.store.reviews",
    "interview_coach.store.outcome",
    "interview_coach.store.outcomes",
    "interview_coach.store.timeline",
    "interview_coach.store.trash",
    "interview_coach.store.settings",
    "interview_coach.store.second_place",
    "interview_coach.store.drives",
    "interview_coach.store.reminding",
)
_SWITCH_S = 0.0005


class Loader(QObject):
    """Imports the store's machinery once.

    Signals:
        loaded(): everything is imported; emitted from the thread, so it arrives queued.
        failed(object): the exception that stopped it.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual_switch = sys.getswitchinterval()
        self._thread = threading.Thread(target=self._load, name="loading", daemon=True)

    def start(self) -> None:
        """Begin; the window's thread gets its turn every half millisecond."""
        # The collector would walk over every new class again and again, with all threads waiting.
        gc.disable()
        sys.setswitchinterval(_SWITCH_S)
        self._thread.start()

    def settle(self) -> None:
        """Back to the usual ways: call it on the window's thread when `loaded` has arrived."""
        sys.setswitchinterval(self._usual_switch)
        gc.freeze()
        application = QCoreApplication.instance()
        if application is not None:
            collect_here(application)

    def _load(self) -> None:
        try:
            for name in _MODULES:
                importlib.import_module(name)
        except BaseException as error:  # noqa: BLE001  handed to the window, which says it
            self.failed.emit(error)
            return
        self.loaded.emit()
