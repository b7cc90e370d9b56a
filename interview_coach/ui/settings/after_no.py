"""Owns the card that says what is offered after a no: writing, and the reminder before the next interview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from interview_coach.domain.afterwards import Wish
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, CheckRow, small


class AfterNoCard(Card):
    """What to offer, and what not.

    Signals:
        writing_wanted(Wish): offer writing, or no thanks.
        setbacks_wanted(Wish): remind, or no thanks.
    """

    writing_wanted = Signal(object)
    setbacks_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("After a no"), parent=parent)
        self.writing = CheckRow(tr("Offer ten minutes of writing"))
        self.setbacks = CheckRow(
            tr("Remind me before the next interview that setbacks are part of every search")
        )
        self.add(self.writing)
        self.add(self.setbacks)
        self.add(
            small(tr("What you write is in memory only until you keep it. It is in no search."))
        )
        self.writing.ticked.connect(self._writing)
        self.setbacks.ticked.connect(self._setbacks)

    def show_wishes(self, writing: Wish, setbacks: Wish) -> None:
        """Show what is wanted."""
        for row, on in (
            (self.writing, writing is not Wish.NO),
            (self.setbacks, setbacks is Wish.YES),
        ):
            if row.checked is not on:
                row.set_checked(on)

    def _writing(self, on: bool) -> None:
        self.writing_wanted.emit(Wish.UNASKED if on else Wish.NO)

    def _setbacks(self, on: bool) -> None:
        self.setbacks_wanted.emit(Wish.YES if on else Wish.NO)
