"""Owns the sheet beside the list for one company: my notes, its people, its opportunities and rounds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.people import Company, CompanyField, Job
from interview_coach.store import companies, company
from interview_coach.ui import dates, say, spots, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.library import said_people
from interview_coach.ui.library.adding import AddLine, new_person_at
from interview_coach.ui.library.fields import TextBox
from interview_coach.ui.library.item_pane import UseRow
from interview_coach.ui.library.sheet import Sheet
from interview_coach.ui.links import address_of, open_link
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import LinkButton, QuietButton, Rows, SectionHeading, small


def _label(part: CompanyField) -> str:
    return {
        CompanyField.NAME: tr("Name"),
        CompanyField.WEBSITE: tr("Website"),
        CompanyField.NOTES: tr("Notes"),
    }[part]


def _write(key: str, part: CompanyField, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    return company.write_company, (key, part, text)


class JobRow(QWidget):
    """One opportunity with its rounds.

    Signals:
        wanted(str, str): open this; its kind and id.
    """

    wanted = Signal(str, str)

    def __init__(self, job: Job, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        self.head = UseRow(job.title, said_people.job_note(job))
        self.head.wanted.connect(partial(self.wanted.emit, "opportunity", job.opportunity_id))
        column.addWidget(self.head)
        rounds = QWidget()
        inner = QVBoxLayout(rounds)
        inner.setContentsMargins(16, 0, 0, 0)
        inner.setSpacing(0)
        for held in reversed(job.rounds):
            text = tr(
                "{kind}, {day}",
                kind=words.word(held.kind),
                day=dates.day_text(held.start.date(), today),
            )
            row = UseRow(text, words.standing_text(held.standing))
            row.wanted.connect(partial(self.wanted.emit, "interview", held.id))
            inner.addWidget(row)
        column.addWidget(rounds)


class CompanyPane(Sheet):
    """Everything about one company, editable in place.

    Signals: those of Sheet, and
        page_wanted(str, str): open a page by its kind and id.
        place_wanted(str): show this person in the library.
    """

    page_wanted = Signal(str, str)
    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.fields: dict[CompanyField, TextBox] = {}
        self.adding: AddLine | None = None
        self._called = ""

    def show_company(self, key: str) -> None:
        """Show this one; what is typed for the one before is kept. Raises `Trouble("missing")`."""
        found = self._desk.ask(companies.company, key)
        if (key, found.name) != (self.key, self._called):
            # The line for new people goes by the company's name.
            self.end_adding()
        if key != self.key:
            self._make(found)
        self._called = found.name
        for part, box in self.fields.items():
            box.show_text(getattr(found, part.value))
        self._website = found.website
        self.open_website.setVisible(address_of(found.website) is not None)
        self._show_people(found)
        self._show_jobs(found)

    def focus_first(self) -> None:
        """Put the cursor into the notes."""
        if self.fields:
            self.fields[CompanyField.NOTES].setFocus()

    def delete_company(self, key: str) -> None:
        """Put a company in the trash; one with opportunities only after a question."""
        found = self._desk.ask(companies.company, key)
        if found.jobs and not say.ask(
            self, _question(found), tr("Delete all of it"), tr("Keep it"), danger=True
        ):
            return
        self._desk.do(company.delete_company, key, with_opportunities=bool(found.jobs))

    def begin_adding(self) -> None:
        """Open the line for someone new here."""
        if self.adding is None:
            self.adding = AddLine(self._desk, new_person_at(self._called))
            self.adding.left.connect(self._leave_adding)
            self._add_place.addWidget(self.adding)
            self.add_person.hide()
        self.adding.line.setFocus()

    def end_adding(self) -> None:
        """Take that line away."""
        if self.adding is not None:
            self.adding.hide()
            self.adding.deleteLater()
            self.adding = None
            self.add_person.show()

    def _leave_adding(self) -> None:
        self.end_adding()
        self.add_person.setFocus()

    def _make(self, found: Company) -> None:
        self.begin(found.id)
        key = found.id
        self.fields = {}
        for part in CompanyField:
            long = part is CompanyField.NOTES
            box = TextBox(
                self._desk,
                _label(part),
                f"company:{key}:{part.value}",
                partial(_write, key, part),
                versions=("company.notes", key) if long else None,
            )
            spots.tag(box, f"{key}.{part.value}")
            self.fields[part] = box
            self.page.add(box)
            if part is CompanyField.WEBSITE:
                self.open_website = LinkButton(tr("Open the website"), "external-link")
                self.open_website.clicked.connect(lambda: open_link(self._website, self))
                self.add_left(self.open_website)
        self.page.add(SectionHeading(tr("Opportunities"), "briefcase"))
        self._no_jobs = small(tr("None yet."))
        self.jobs = Rows()
        self.page.add(self._no_jobs)
        self.page.add(self.jobs)
        self.page.add(SectionHeading(tr("People there"), "users"))
        self.people = Rows()
        self.page.add(self.people)
        holder = QWidget()
        self._add_place = QVBoxLayout(holder)
        self._add_place.setContentsMargins(0, 0, 0, 0)
        self.page.add(holder)
        self.add_person = QuietButton(tr("Add someone here"), "plus")
        self.add_person.clicked.connect(self.begin_adding)
        self.add_left(self.add_person)
        self.end()

    def _show_people(self, found: Company) -> None:
        self.people.clear()
        for line in found.people:
            note = " · ".join(part for part in (line.title, said_people.met_chip(line.met)) if part)
            row = UseRow(line.name, note)
            row.wanted.connect(partial(self.place_wanted.emit, line.id))
            self.people.add(row)

    def _show_jobs(self, found: Company) -> None:
        today = self._desk.now().astimezone(self._desk.local()).date()
        self._no_jobs.setVisible(not found.jobs)
        self.jobs.clear()
        for job in found.jobs:
            row = JobRow(job, today)
            row.wanted.connect(self.page_wanted)
            self.jobs.add(row)


def _question(found: Company) -> Sentence:
    rounds = sum(len(job.rounds) for job in found.jobs)
    jobs = tr_n("{n} opportunity", "{n} opportunities", len(found.jobs))
    held = tr_n("{n} interview", "{n} interviews", rounds)
    people = tr_n("{n} person", "{n} people", len(found.people))
    return Sentence(
        tr("Delete {company} with everything there?", company=found.name),
        tr(
            "With it go {jobs}, {interviews} with their reviews, and {people}. They lie in the "
            "trash for thirty days and come back together.",
            jobs=jobs,
            interviews=held,
            people=people,
        ),
    )
