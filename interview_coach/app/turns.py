"""Does a list of things one to a turn of the event loop, so that the window stays alive between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

# What the person does with a hand. A key is first offered as a shortcut: by then its action is there.
_BY_HAND = frozenset(
    {
        QEvent.Type.ShortcutOverride,
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
    }
)


class Turns(QObject):
    """Does each thing in a turn of its own; a key or a press of the mouse waits for all that is left.

    Signals: none of its own.
    """

    def __init__(
        self, things: Iterable[Callable[[], object]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._left = deque(things)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin with the next turn."""
        self._timer.start()
        app = QCoreApplication.instance()
        if app is not None:
            # Only until all is done: it is asked at every event.
            app.installEventFilter(self)

    def hurry(self) -> None:
        """Do all that is left, now."""
        while self._left:
            self._next()

    def stop(self) -> None:
        """Leave what is left undone."""
        self._left.clear()
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let no key and no press come to a window that could not answer it yet."""
        if event.type() in _BY_HAND:
            self.hurry()
        return False

    def _next(self) -> None:
        thing = self._left.popleft()
        if not self._left:
            self.stop()
        thing()
