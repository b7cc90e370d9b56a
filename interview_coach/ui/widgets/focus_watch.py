"""Owns who hears of the focus going from one widget to another: one connection for the whole application."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from interview_coach.ui.theme.followers import Followers

FocusSlot = Callable[[QWidget | None, QWidget | None], None]


class _Watch(QObject):
    """Tells those that asked. It belongs to the application, and goes with it.

    Signals: none.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.followers: Followers[QWidget | None, QWidget | None] = Followers()
        app.focusChanged.connect(self._tell)

    def _tell(self, before: QWidget | None, now: QWidget | None) -> None:
        self.followers.tell(before, now)


_watch: _Watch | None = None


def on_focus_change(slot: FocusSlot) -> None:
    """While its widget lives, call a method with the widget that had the focus and the one that has it now."""
    global _watch  # noqa: PLW0603  one for the application, as its signal is
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    if _watch is None or not shiboken6.isValid(_watch):
        _watch = _Watch(app)
    _watch.followers.add(slot)
