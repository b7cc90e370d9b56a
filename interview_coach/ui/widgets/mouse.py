"""Owns waiting for the mouse to be let go, so that nothing moves under a click that is half done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

_LOOK_AGAIN_MS = 20


class MouseFree(QObject):
    """Tells once no mouse button is down.

    Signals:
        came(): no button is down (any more).
    """

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def wait(self) -> None:
        """Tell as soon as that is so, but never before this call returns."""
        self._timer.start(0)

    def _look(self) -> None:
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.came.emit()
        else:
            self._timer.start(_LOOK_AGAIN_MS)
