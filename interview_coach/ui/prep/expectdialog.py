"""Owns choosing questions to expect: those that came before in interviews of this kind, and the bank."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.expected import Offer
from interview_coach.store import expected, expecting
from interview_coach.ui import words_expected
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.pick import Pick, PickDialog
from interview_coach.ui.text import tr


class ExpectDialog(PickDialog):
    """What may be asked and is not expected yet.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, interview: str, parent: QWidget) -> None:
        self._desk = desk
        self._interview = interview
        super().__init__(
            tr("Questions to expect"),
            tr("What came before in interviews of this kind, and what is in your library."),
            tr("Nothing is left to choose. Questions come here from reviews and from the library."),
            parent,
        )
        self.top.addWidget(self.search, 1)
        self._offers = {
            str(place): one for place, one in enumerate(desk.ask(expecting.offers, interview))
        }
        self.set_picks([pick_of(place, one) for place, one in self._offers.items()])
        self.search.setFocus()

    def take(self) -> None:
        """Expect what is ticked, as one step."""
        chosen = [self._offers[place] for place in self.chosen]
        if chosen:
            several = [(one.text, one.question_id) for one in chosen]
            self._desk.do(expected.expect_questions, self._interview, several)


def pick_of(key: str, one: Offer, heading: str = "") -> Pick:
    """An offer as a line to choose."""
    return Pick(key, heading or words_expected.why(one.why), one.text, words_expected.offered(one))
