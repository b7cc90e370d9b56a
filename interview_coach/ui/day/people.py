"""Owns the people one meets: name, title, and the part they play."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from interview_coach.domain.interview import Interviewer
from interview_coach.ui import words
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import IconLabel, Label, SectionHeading, small


def about(person: Interviewer) -> str:
    """A person's title and part: Head of data · hiring manager."""
    part = words.word(person.part).lower() if person.part is not None else ""
    return " · ".join(text for text in (person.title, part) if text)


class PeopleList(QWidget):
    """Who sits opposite.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Interviewer, ...] = ()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(6)
        self._outer.addWidget(SectionHeading(tr("With"), "users"))
        self._grid = QWidget()
        self._outer.addWidget(self._grid)
        self.hide()

    def show_people(self, people: Sequence[Interviewer]) -> None:
        """Show these people; without any the list is away."""
        wanted = tuple(people)
        if wanted == self._people:
            return
        self._people = wanted
        self._outer.removeWidget(self._grid)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, person in enumerate(wanted):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(IconLabel("circle-user", "muted", 16), row, 0, top)
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(1)
            column.addWidget(Label(person.name, "body", wrap=True))
            if about(person):
                column.addWidget(small(about(person)))
            grid.addWidget(cell, row, 1)
        self._outer.addWidget(self._grid)
        self._grid.show()
        self.setVisible(bool(wanted))
