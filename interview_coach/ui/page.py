"""What every page has in common: it refreshes when seen, and only when something it shows changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from interview_coach.domain.changes import Changes, Place, Touched
from interview_coach.domain.kinds import Topic
from interview_coach.ui import spots
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator


class Page(QWidget):
    """A page of the window. Subclasses set `topics` and implement `refresh`."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.navigator = navigator
        self._stale = True
        desk.changed.connect(self._heard)

    def refresh(self) -> None:
        """Ask again and show the answer."""
        raise NotImplementedError

    def tick(self) -> None:
        """A minute has passed: times such as "in 2 h" may read differently. Nothing by default."""

    def title(self) -> str:
        """The page's name for the window's title."""
        return ""

    def place(self) -> Place:
        """Where the person is, so that the next start returns here."""
        return Place("today")

    def open_search(self) -> bool:
        """Ctrl+F: focus this page's search; whether it has one. QWidget has a `find` of its own."""
        return False

    def menu_actions(self) -> list[QAction]:
        """The page's own actions for the menu "This page" and find-anything. None by default."""
        return []

    def focus_first(self) -> None:
        """Give the focus to where one begins on this page."""
        self.setFocus()

    def point_at(self, found: Sequence[Touched], *, mine: bool) -> QWidget | None:
        """Bring what was touched into sight and mark it for a moment; what it is, if it is here.

        `mine` says that it belongs to what this page is about; else only the very row will do.
        """
        return spots.point_at(self, found, exact=not mine)

    def make_fresh(self) -> None:
        """Refresh if something changed since the last time."""
        if self._stale:
            self._stale = False
            self.refresh()

    def outdate(self) -> None:
        """What it says may read differently now, as in another zone: ask again, at once if seen."""
        self._stale = True
        if self.isVisible():
            self.make_fresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Being seen is when a page refreshes."""
        self.make_fresh()
        super().showEvent(event)

    def _heard(self, changes: Changes) -> None:
        if self.topics & changes.topics:
            self._stale = True
            if self.isVisible():
                self.make_fresh()


class StepPanel(Page):
    """One step of an interview's page: Prepare, the day, Review or Outcome.

    It shows nothing until it has been given an interview; `interview` is its id.
    """

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(desk, navigator, parent)
        self.interview = ""

    def show_interview(self, key: str) -> None:
        """Show this interview's step; what is being typed for another one is kept first."""
        if key == self.interview:
            return
        self.desk.flush()
        self.interview = key
        self.reset()
        self._stale = True
        if self.isVisible():
            self.make_fresh()

    def reset(self) -> None:
        """Forget what belonged to the interview before: filters, open editors, scroll position."""

    def make_fresh(self) -> None:
        """Refresh if something changed and there is an interview."""
        if self.interview:
            super().make_fresh()
