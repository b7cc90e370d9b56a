"""Owns the way to the cue card: which interview's, from wherever one is, and that there is one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from interview_coach.domain.changes import Place
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.shell.fitting import fitting_interview
from interview_coach.ui.text import tr

if TYPE_CHECKING:
    from interview_coach.ui.day.cue_window import CueWindow
    from interview_coach.ui.shell.window import MainWindow

KIND = "cue_card"


class CueCards(QObject):
    """Opens the one cue card of a window; the navigator's kind is "cue_card" (id of an interview)."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._wanted: str | None = None
        self.card: CueWindow | None = None
        window.navigator.wanted.connect(self._go)
        window.closing.connect(self.close)

    def attach(self, desk: Desk) -> None:
        """The store is ready: what was asked for meanwhile is opened."""
        self._desk = desk
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.open(wanted)

    def toggle(self) -> None:
        """Bring the card to the front, or hide it when one is at it already."""
        card = self.card
        if card is not None and card.isVisible() and card.isActiveWindow():
            card.hide()
        elif card is not None and card.isVisible():
            self.open(card.interview)
        else:
            self.open("")

    def open(self, key: str = "") -> None:
        """Open the card of this interview, else of the page's, else of the next one."""
        desk = self._desk
        if desk is None:
            self._wanted = key
            return
        key = key or fitting_interview(self._window.here, desk)
        if not key:
            self._window.toast.show_message(
                tr("No interview is planned, so there is nothing to put on a cue card.")
            )
            return
        try:
            self._made(desk).show_interview(key)
        except Trouble as error:
            self._window.toast.show_message(words.trouble(error).title)

    def close(self) -> None:
        """The window closes, and its card with it."""
        card, self.card = self.card, None
        self._desk = None
        if card is not None:
            card.close()
            card.deleteLater()

    def _go(self, place: Place) -> None:
        if place.kind == KIND:
            self.open(place.id)

    def _made(self, desk: Desk) -> CueWindow:
        if self.card is None:
            from interview_coach.ui.day.cue_window import CueWindow

            self.card = CueWindow(desk, self._window.settings)
            self.card.toggle_wanted.connect(self.toggle)
        return self.card
