"""Owns what comes of a calendar's event: a new interview looked over first, a move, or an end.

Nothing is taken over silently: every guess stands in a field of the usual form, and what only the
person can know is asked in its place.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from interview_coach.domain.calendar import (
    USUAL_MINUTES,
    CalendarEvent,
    Invited,
    ZoneDoubt,
    differs,
)
from interview_coach.domain.interview import InterviewDraft, Interviewer
from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.text import LINE_LIMIT
from interview_coach.domain.zones import to_wall
from interview_coach.store import invitation
from interview_coach.ui import say, words_calendar
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.interviews.form import DraftDialog, Kept
from interview_coach.ui.interviews.interview_dialog import InterviewDialog, fresh_draft
from interview_coach.ui.interviews.reschedule_dialog import RescheduleDialog
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Banner

_MORNING = timedelta(hours=9)
_NOTES = 4_000


def draft_of(event: CalendarEvent, desk: Desk) -> InterviewDraft:
    """An event as a draft; where its zone is not known there is none, so that it is asked for."""
    start, zone = times_of(event, desk)
    said = event.proposal
    return InterviewDraft(
        company=said.company,
        title=said.title,
        start=start,
        zone=zone,
        kind=said.kind or InterviewKind.OTHER,
        minutes=event.minutes or USUAL_MINUTES,
        mode=said.mode,
        place=said.place[:LINE_LIMIT],
        link=said.link[:LINE_LIMIT],
        interviewers=_people(event),
        notes=event.description[:_NOTES],
    )


def times_of(event: CalendarEvent, desk: Desk) -> tuple[datetime, str]:
    """The wall clock and the zone that stand in the form at first."""
    own = local_zone()
    if event.start is None:
        return fresh_draft(desk).start, own
    if event.zone:
        return event.start, event.zone
    if event.start_at is not None:
        return to_wall(event.start_at, own), own
    if event.doubt is ZoneDoubt.NO_TIME:
        return event.start + _MORNING, own
    return event.start, own if event.doubt is ZoneDoubt.FLOATING else ""


def _people(event: CalendarEvent) -> tuple[Interviewer, ...]:
    names: dict[str, Interviewer] = {}
    for person in event.people:
        names.setdefault(person.name.casefold(), Interviewer(person.name))
    return tuple(names.values())


class InvitedDialog(InterviewDialog):
    """A calendar's event in the form of an interview, every guess in its field.

    Signals: those of DraftDialog; `saved` carries the interview's id.
    """

    def __init__(self, desk: Desk, parent: QWidget | None, event: CalendarEvent) -> None:
        self.event_ = event
        super().__init__(desk, parent, draft_of(event, desk), invitation=event.invitation)
        self.setWindowTitle(tr("Interview from a calendar"))
        self.asked = Banner(words_calendar.doubt_text(event), "attention")
        self.asked.setVisible(event.doubt is not None)
        self.guessed = Banner(words_calendar.proposed_text(event))
        self.form.insertWidget(1, self.guessed)
        self.form.insertWidget(1, self.asked)
        if event.doubt in {ZoneDoubt.FLOATING, ZoneDoubt.UNKNOWN}:
            self.when.zone_field.set_help(words_calendar.doubt_text(event))


class FollowDialog(RescheduleDialog):
    """An event that moved: the interview's time now, and where the file puts it.

    Signals: those of DraftDialog; `saved` carries the interview's id.
    """

    def __init__(
        self, desk: Desk, parent: QWidget | None, known: Invited, event: CalendarEvent
    ) -> None:
        super().__init__(desk, parent, known.interview_id, "follow")
        self._event = event
        self.setWindowTitle(tr("The invitation has moved"))
        self.save_button.setText(tr("Move it"))
        self.cancel_button.setText(tr("Leave it"))
        today = desk.now().astimezone(desk.local()).date()
        text = tr(
            "The file says {when}. Moving it keeps your preparation.",
            when=words_calendar.event_when(event, desk.local(), today),
        )
        self.said = Banner(" ".join([text, words_calendar.doubt_text(event)]).strip())
        self.form.insertWidget(1, self.said)
        start, zone = times_of(event, desk)
        self.when.show_time(start, event.minutes or known.minutes, zone, None)
        self.begin_from_here()

    def commit(self, kept: Kept) -> str:
        """Move the interview with its invitation."""
        when = self.when
        said = self._event.proposal
        times = (when.wall, when.zone.zone, when.fold, when.minutes)
        kept.take_over(
            invitation.follow_invitation,
            self._id,
            times,
            self._event.invitation,
            said.link[:LINE_LIMIT],
            said.place[:LINE_LIMIT],
        )
        return self._id


def dialog_for(event: CalendarEvent, desk: Desk, parent: QWidget | None) -> DraftDialog | None:
    """The dialog in which an event is looked over; None when there is nothing to look over.

    | the event                                   | what comes of it                         |
    | ------------------------------------------- | ---------------------------------------- |
    | unknown                                     | the form of a new interview              |
    | unknown and cancelled                       | a word that there is nothing to call off |
    | known, at another time, not older           | the dialog that moves it                 |
    | known, cancelled, not older                 | the question whether to call it off      |
    | known and older, or just as it is kept      | a word that nothing is new               |
    """
    known = desk.ask(invitation.invited, event.uid, event.invitation.occurrence)
    if known is None:
        if not event.cancelled:
            return InvitedDialog(desk, parent, event)
        say.inform(
            parent,
            Sentence(
                tr("This event was cancelled"),
                tr("You have no interview from it, so there is nothing to call off."),
            ),
        )
        return None
    if event.invitation.sequence < known.sequence:
        _say_known(parent, known, tr("The file is older than what you have."))
        return None
    if event.cancelled:
        _call_off(event, known, desk, parent)
        return None
    if differs(event, known):
        return FollowDialog(desk, parent, known, event)
    _say_known(parent, known, tr("Nothing in it is new."))
    return None


def _say_known(parent: QWidget | None, known: Invited, text: str) -> None:
    title = tr("You have this interview already: {company}", company=known.company)
    say.inform(parent, Sentence(title, text))


def _call_off(event: CalendarEvent, known: Invited, desk: Desk, parent: QWidget | None) -> None:
    if known.called_off:
        _say_known(parent, known, tr("It is called off already."))
        return
    today = desk.now().astimezone(desk.local()).date()
    sentence = Sentence(
        tr("{company} cancelled the interview", company=known.company),
        tr(
            "{when}. It stays in your list as called off, with all you prepared.",
            when=words_calendar.now_text(known, today),
        ),
    )
    if say.ask(parent, sentence, tr("Call it off"), tr("Leave it")):
        desk.do(invitation.call_off_invited, known.interview_id, event.invitation)
