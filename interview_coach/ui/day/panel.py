"""Owns the day itself: the time in both zones, the link, the people, the cues, a line to jot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.kinds import Topic
from interview_coach.domain.standing import Standing
from interview_coach.store import interviews, prep
from interview_coach.ui import dates, words
from interview_coach.ui.beside import BesideCard, around_round
from interview_coach.ui.day.cues import CueCard
from interview_coach.ui.day.joining import JoinLine
from interview_coach.ui.day.notes import NotesCard
from interview_coach.ui.day.people import PeopleList
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import StepPanel
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    Columns,
    Facts,
    FlowLayout,
    Label,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    small,
)

_OFF = frozenset({Standing.CALLED_OFF, Standing.NOT_HELD})


def countdown(head: InterviewHead, now: datetime) -> str:
    """The big words: In 1 day 16 h; Now, 25 min left; Ended 25 min ago; or that it is off."""
    if head.standing in _OFF:
        return words.word(head.called_off_by or head.standing)
    if now < head.start_at:
        text = dates.until_text(head.start_at, now)
    elif now < head.end_at:
        left = dates.length_text(max(1, int((head.end_at - now).total_seconds() // 60)))
        text = tr("now, {left} left", left=left)
    else:
        minutes = int((now - head.end_at).total_seconds() // 60)
        day = dates.day_ago(head.end_at.date(), now.date())
        recent = minutes < 24 * 60
        text = tr("ended {when}", when=dates.since_text(head.end_at, now) if recent else day)
    return text[:1].upper() + text[1:]


class DayPanel(StepPanel):
    """The step of the day itself.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.INTERVIEW, Topic.OPPORTUNITY, Topic.COMPANY, Topic.PREP, Topic.LESSON, Topic.REVIEW}
    )

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        parent: QWidget | None = None,
        beside: Sequence[BesideCard] = (),
    ) -> None:
        super().__init__(desk, navigator, parent)
        self.beside = tuple(beside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.page = ScrollPage()
        self.page.body.setContentsMargins(28, 0, 28, 22)
        outer.addWidget(self.page)
        columns = Columns(396)
        self.page.add(columns, 1)
        self._when = Card()
        self.count = Label("", "question", wrap=True)
        self.here = Label("", "body", wrap=True)
        self.there = small()
        self.join = JoinLine()
        self._facts = Facts()
        self._people = PeopleList()
        self._when.body.setSpacing(8)
        self.card = QuietButton(tr("Cue card"), "rectangle-ellipsis")
        self.card.setToolTip(tr("A small window on top, with these lines (Ctrl+Shift+C)"))
        self.card.clicked.connect(self._open_card)
        self.brief = QuietButton(tr("Brief"), "printer")
        self.brief.setToolTip(tr("One page to print or save (Ctrl+P)"))
        self.brief.clicked.connect(self._open_brief)
        self.calendar = QuietButton(tr("Calendar…"), "calendar-plus")
        self.calendar.setToolTip(tr("Save this interview for a calendar"))
        self.calendar.clicked.connect(self._save_for_calendar)
        for part in (self.count, self.here, self.there, self.join, self._facts, self._people):
            self._when.add(part)
        holder = QWidget()
        takes = FlowLayout(holder, spacing=12, line_spacing=8)
        for taking in (self.card, self.brief, self.calendar):
            takes.addWidget(taking)
        self._when.add(holder)
        self.cues = CueCard()
        self.notes = NotesCard(desk)
        self._over = Card(look="dashed")
        self._over_text = small()
        self.primary = PrimaryButton(tr("It is over: review"), "notebook-pen")
        self.quiet = QuietButton("", "notebook-pen")
        self.quick = QuietButton(tr("Quick note, a minute"), "timer")
        self.quick.setToolTip(tr("A word, the questions, one line (Ctrl+Shift+K)"))
        self.quick.clicked.connect(self._open_quick)
        self._over.add(self._over_text)
        for button in (self.primary, self.quiet):
            self._over.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.clicked.connect(self._open_review)
        self._over.body.addWidget(self.quick, 0, Qt.AlignmentFlag.AlignLeft)
        columns.main.addWidget(self._when)
        columns.main.addWidget(self.cues, 1)
        columns.side.addWidget(self.notes)
        columns.side.addWidget(self._over)
        for card in self.beside:
            columns.side.addWidget(card)
        columns.side.addStretch(1)

    def refresh(self) -> None:
        """Ask again and show the answer."""
        head = self.desk.ask(interviews.interview_head, self.interview)
        found = self.desk.ask(prep.checklist, self.interview)
        self._show_head(head)
        self.cues.show_checklist(found, over=self.desk.now() >= head.end_at)
        self.notes.show_notes(self.interview, head.notes)
        for card in self.beside:
            card.show_around(around_round(head, "interview"))

    def tick(self) -> None:
        """The countdown reads differently, and what is planned may be over."""
        if self.interview:
            self.refresh()

    def reset(self) -> None:
        """Another interview follows."""
        self.notes.reset()
        for card in self.beside:
            card.reset()
        self.page.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """A line to jot while it is under way, else the link, else the jot line."""
        self.make_fresh()
        first: QWidget = self.notes.jot
        if self.join.isVisible() and self.join.join.isEnabled() and not self._begun:
            first = self.join.join
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _begun(self) -> bool:
        return self.quiet.isHidden()

    def _show_head(self, head: InterviewHead) -> None:
        now, local = self.desk.now(), self.desk.local()
        self.count.setText(countdown(head, now))
        today = now.astimezone(local).date()
        when = dates.when_text(head.start, head.minutes, today)
        other = dates.both_zones(head.start, head.zone, head.start_at, local)
        self.here.setText(tr("{when} ({zone})", when=when, zone=head.zone) if other else when)
        self.there.setText(other or tr("{zone}, your own time", zone=head.zone))
        over = now >= head.end_at
        self.join.show_link("" if over or head.standing in _OFF else head.link)
        facts = [("map-pin", head.place)] if head.place else []
        self._facts.set_facts(facts)
        self._people.show_people(head.interviewers)
        self._show_review(head, now)

    def _show_review(self, head: InterviewHead, now: datetime) -> None:
        begun = now >= head.start_at and head.standing not in _OFF
        self.primary.setVisible(begun and head.sealed_at is None)
        self.quick.setVisible(begun and head.sealed_at is None)
        self.quiet.setVisible(not self.primary.isVisibleTo(self._over))
        self.quiet.setText(
            tr("Read the review") if head.sealed_at is not None else tr("Review now instead")
        )
        over = now >= head.end_at
        self.primary.setText(tr("Open the review") if over else tr("It is over: review"))
        if head.sealed_at is not None:
            text = tr("The review is sealed.")
        elif over:
            text = tr("Memory of the questions fades fast. A few minutes now keep them.")
        elif begun:
            text = tr("When you have said goodbye, write down what they asked.")
        else:
            text = tr("The review opens when the interview ends.")
        self._over_text.setText(text)

    def _open_quick(self) -> None:
        self.navigator.open("quick_note", self.interview)

    def _open_card(self) -> None:
        self.navigator.open("cue_card", self.interview)

    def _open_brief(self) -> None:
        self.navigator.open("brief", self.interview)

    def _save_for_calendar(self) -> None:
        self.navigator.open("save_calendar", self.interview)

    def _open_review(self) -> None:
        self.navigator.open("interview", self.interview, "review")
