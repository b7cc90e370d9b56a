"""Owns the ways to what follows an interview: the quick note and the thank-you, from wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.standing import Standing
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr

if TYPE_CHECKING:
    from interview_coach.ui.shell.window import MainWindow

_OFF = frozenset({Standing.CALLED_OFF, Standing.NOT_HELD})


class Afterwards(QObject):
    """Opens them; the navigator's kinds are "quick_note" and "thanks" (id of an interview, or "")."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._wanted: Place | None = None
        window.navigator.wanted.connect(self._go)

    def attach(self, desk: Desk) -> None:
        """The store is ready: what was asked for meanwhile is opened."""
        self._desk = desk
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._go(wanted)

    def quick_note(self, key: str = "") -> None:
        """A quick note on this interview, else on the page's, else on the one that has just been."""
        from interview_coach.store import reviews

        desk = self._desk
        if desk is None:
            self._wanted = Place("quick_note", key)
            return
        head = self._head(desk, key or self._here(desk))
        if head is None and not key:
            head = self._head(desk, desk.ask(reviews.review_to_capture))
        if head is None:
            self._say(tr("No interview of these days waits for a note."))
        elif head.sealed_at is not None:
            self._window.navigator.open("interview", head.id, "review")
        elif desk.now() < head.start_at:
            self._say(tr("The interview has not begun yet."))
        else:
            from interview_coach.ui.review.quick import open_quick_note

            desk.flush()
            key = head.id
            dialog = open_quick_note(desk, head, self._window)
            dialog.going_on.connect(lambda: self._window.navigator.open("interview", key, "review"))

    def thank(self, key: str = "") -> None:
        """The thank-you of this interview, else of the page's, else of the last one."""
        from interview_coach.store import thanks

        desk = self._desk
        if desk is None:
            self._wanted = Place("thanks", key)
            return
        key = key or self._here(desk) or desk.ask(thanks.interview_to_thank)
        if not key:
            self._say(tr("No interview has been held yet, so there is nobody to thank."))
            return
        from interview_coach.ui.review.thanks import open_thanks

        # What is being typed in the review is what the draft is made of.
        desk.flush()
        try:
            open_thanks(desk, key, self._window)
        except Trouble as error:
            self._say(words.trouble(error).title)

    def _here(self, desk: Desk) -> str:
        """The interview of the page, if it has begun."""
        here = self._window.here
        head = self._head(desk, here.id) if here.kind == "interview" else None
        begun = head is not None and desk.now() >= head.start_at and head.standing not in _OFF
        return here.id if begun else ""

    @staticmethod
    def _head(desk: Desk, key: str) -> InterviewHead | None:
        from interview_coach.store import interviews

        if not key:
            return None
        try:
            return desk.ask(interviews.interview_head, key)
        except Trouble as error:
            if error.code != "missing":
                raise
            return None

    def _say(self, text: str) -> None:
        self._window.toast.show_message(text)

    def _go(self, place: Place) -> None:
        if place.kind == "quick_note":
            self.quick_note(place.id)
        elif place.kind == "thanks":
            self.thank(place.id)
