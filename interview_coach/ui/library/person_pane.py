"""Owns the sheet beside the list for one person: who they are, my notes, and every interview with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from interview_coach.domain.people import Person, PersonField
from interview_coach.store import companies, people, person
from interview_coach.ui import spots
from interview_coach.ui.desk import Desk
from interview_coach.ui.library import said_people
from interview_coach.ui.library.fields import TextBox
from interview_coach.ui.library.item_pane import USES_SHOWN, UseRow
from interview_coach.ui.library.sheet import Sheet
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import LinkButton, Rows, SectionHeading, small


def _label(part: PersonField) -> str:
    return {
        PersonField.NAME: tr("Name"),
        PersonField.TITLE: tr("Title"),
        PersonField.NOTES: tr("Notes"),
    }[part]


def _write(key: str, part: PersonField, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    return person.write_person, (key, part, text)


class PersonPane(Sheet):
    """Everything about one person, editable in place.

    Signals: those of Sheet, and
        interview_wanted(str): open this interview.
        place_wanted(str): show this company in the library.
    """

    interview_wanted = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.fields: dict[PersonField, TextBox] = {}
        self._at = ""

    def show_person(self, key: str) -> None:
        """Show this one; what is typed for the one before is kept. Raises `Trouble("missing")`."""
        found = self._desk.ask(people.person, key)
        if key != self.key:
            self._make(found)
        for part, box in self.fields.items():
            box.show_text(getattr(found, part.value))
        self.company.show_text(found.company)
        self._at = found.company_id
        self.open_company.setText(tr("Open {company}", company=found.company))
        self._show_meetings(found)

    def focus_first(self) -> None:
        """Put the cursor into the notes."""
        if self.fields:
            self.fields[PersonField.NOTES].setFocus()

    def _make(self, found: Person) -> None:
        self.begin(found.id)
        key = found.id
        self.fields = {}
        for part in PersonField:
            long = part is PersonField.NOTES
            box = TextBox(
                self._desk,
                _label(part),
                f"person:{key}:{part.value}",
                partial(_write, key, part),
                versions=("person.notes", key) if long else None,
                help_text=tr("How they are, what they said, what to ask them.") if long else "",
            )
            spots.tag(box, f"{key}.{part.value}")
            self.fields[part] = box
        self.company = TextBox(
            self._desk,
            tr("Company"),
            f"person:{key}:company",
            lambda text: (person.move_person, (key, text)),
            help_text=tr("Another name moves them there; your interviews stay what they were."),
        )
        known = self._desk.ask(companies.companies).lines
        self.offer(self.company.line, [line.name for line in known])
        spots.tag(self.company, f"{key}.company_id")
        self.open_company = LinkButton("", "building-2")
        self.open_company.clicked.connect(lambda: self.place_wanted.emit(self._at))
        order = (PersonField.NAME, PersonField.TITLE)
        for widget in (*(self.fields[part] for part in order), self.company):
            self.page.add(widget)
        self.add_left(self.open_company)
        self.page.add(self.fields[PersonField.NOTES])
        self.page.add(SectionHeading(tr("Interviews with them"), "history"))
        self._summary = small("")
        self.meetings = Rows()
        self.page.add(self._summary)
        self.page.add(self.meetings)
        self.end()

    def _show_meetings(self, found: Person) -> None:
        today = self._desk.now().astimezone(self._desk.local()).date()
        text = said_people.met_summary(found.met, today)
        more = len(found.meetings) - USES_SHOWN
        if more > 0:
            left = tr_n("The oldest is left out.", "The oldest {n} are left out.", more)
            text = f"{text} {left}"
        self._summary.setText(text)
        self.meetings.clear()
        for meeting in found.meetings[:USES_SHOWN]:
            row = UseRow(
                said_people.meeting_text(meeting, today), said_people.meeting_note(meeting)
            )
            row.wanted.connect(partial(self.interview_wanted.emit, meeting.interview_id))
            self.meetings.add(row)
