"""Owns the ways out of the window: the brief, as a page or as a file."""

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
    from interview_coach.ui.borders import Borders
    from interview_coach.ui.shell.window import MainWindow


class Papers(QObject):
    """Opens what leaves the window; the navigator's kind is "brief" (id of an interview)."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._borders: Borders | None = None
        window.navigator.wanted.connect(self._go)

    def attach(self, desk: Desk, borders: Borders) -> None:
        """The store is ready."""
        self._desk, self._borders = desk, borders

    def open_brief(self, key: str = "") -> None:
        """Open the brief of this interview, else of the page's, else of the next one."""
        from interview_coach.store import interviews, prep
        from interview_coach.ui.brief.dialog import open_brief
        from interview_coach.ui.words_brief import brief_of

        desk, borders = self._desk, self._borders
        if desk is None or borders is None:
            return
        # What is being typed belongs on the page.
        desk.flush()
        key = key or fitting_interview(self._window.here, desk)
        if not key:
            self._window.toast.show_message(
                tr("No interview is planned, so there is no brief yet.")
            )
            return
        try:
            head = desk.ask(interviews.interview_head, key)
            found = desk.ask(prep.checklist, key)
        except Trouble as error:
            self._window.toast.show_message(words.trouble(error).title)
            return
        local = desk.local()
        brief = brief_of(head, found, local, desk.now().astimezone(local).date())
        open_brief(brief, borders, self._window.settings, self._window)

    def _go(self, place: Place) -> None:
        if place.kind == "brief":
            self.open_brief(place.id)
