"""Owns when garbage is collected: on the window's thread, between two events, and nowhere else.

Python's collector runs on whichever thread happens to allocate. What it frees there may be a widget that
only a ring of references still held, and Qt's objects have to die on the thread they live on: else the
program falls over, now and then, far from the cause.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class Collector(QObject):
    """Does what the collector would do by itself, as often as it would, but here.

    Signals: none of its own.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, if one is."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation] > 0:
                gc.collect(generation)
                return


def collect_here(owner: QObject) -> None:
    """From now on collect on the thread of `owner`, the application; once is enough."""
    if not owner.findChildren(Collector):
        Collector(owner)
