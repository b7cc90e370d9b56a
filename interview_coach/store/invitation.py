"""Invitations: interviews that came from a calendar, followed when they move, and sent to one."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select

from interview_coach.domain.calendar import (
    Invitation,
    Invited,
    Scheduled,
    check_invitation,
    check_way,
)
from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import Cancelled
from interview_coach.domain.text import clean_line
from interview_coach.domain.trouble import require
from interview_coach.store import interview as interviews
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.interviews import live
from interview_coach.store.tables import Company, Interview, Interviewer, Opportunity, Person
from interview_coach.store.tables import Invitation as InvitationRow

Times = tuple[datetime, str, int | None, int]


@deed("take_invitation")
def take_invitation(w: Writer, draft: InterviewDraft, invitation: Invitation) -> str:
    """A new round from a calendar's event, with the checklist of its kind; gives its key."""
    invitation = invitation.cleaned()
    require(check_invitation(invitation))
    key = interviews.add_interview(w, draft)
    note(w, key, invitation)
    return key


@deed("follow_invitation")
def follow_invitation(
    w: Writer, key: str, times: Times, invitation: Invitation, link: str = "", place: str = ""
) -> None:
    """Move a round to where its invitation has moved; a link and a place follow where they are given.

    A round that was typed by hand is from then on known as that event.
    """
    invitation = invitation.cleaned()
    require(check_invitation(invitation))
    link, place = clean_line(link), clean_line(place)
    require(check_way(link, place))
    interviews.reschedule_interview(w, key, *times)
    row = w.get(Interview, key)
    w.change(row, link=link or row.link, place=place or row.place)
    note(w, key, invitation)


@deed("call_off_invited")
def call_off_invited(w: Writer, key: str, invitation: Invitation) -> None:
    """The event was cancelled: they called the round off."""
    invitation = invitation.cleaned()
    require(check_invitation(invitation))
    interviews.call_off_interview(w, key, Cancelled.THEM)
    note(w, key, invitation)


def note(w: Writer, key: str, invitation: Invitation) -> None:
    """Remember the event of a round and how new it is."""
    found = [
        row
        for row in w.all(InvitationRow, interview_id=key)
        if (row.uid, row.occurrence) == (invitation.uid, invitation.occurrence)
    ]
    if found:
        w.change(found[0], sequence=max(found[0].sequence, invitation.sequence))
        return
    w.add(
        InvitationRow,
        interview_id=key,
        uid=invitation.uid,
        occurrence=invitation.occurrence,
        sequence=invitation.sequence,
    )


@question
def invited(r: Reader, uid: str, occurrence: str = "") -> Invited | None:
    """The interview that an event became, if it did; the newest of several."""
    row = r.one(
        select(
            Interview.__table__,  # type: ignore[attr-defined]
            col(Opportunity.title),
            col(Company.name),
            col(InvitationRow.sequence),
        )
        .select_from(InvitationRow)
        .join(Interview, col(Interview.id) == col(InvitationRow.interview_id))
        .join(Opportunity, col(Opportunity.id) == col(Interview.opportunity_id))
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(
            InvitationRow.uid == uid,
            InvitationRow.occurrence == occurrence,
            *live(InvitationRow),
            *live(Interview),
        )
        .order_by(col(InvitationRow.id).desc())
    )
    if row is None:
        return None
    return Invited(
        interview_id=row.id,
        company=row.name,
        title=row.title,
        start=row.start,
        zone=row.zone,
        minutes=row.minutes,
        start_at=row.start_at,
        link=row.link,
        place=row.place,
        sequence=row.sequence,
        called_off=row.called_off_by is not None,
    )


@question
def scheduled(r: Reader, key: str = "") -> tuple[Scheduled, ...]:
    """One interview, or all of them by their start, as a calendar gets them."""
    wanted = [Interview.id == key] if key else []
    rows = r.rows(
        select(Interview.__table__, col(Opportunity.title), col(Company.name))  # type: ignore[attr-defined]
        .select_from(Interview)
        .join(Opportunity, col(Opportunity.id) == col(Interview.opportunity_id))
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(*wanted, *live(Interview))
        .order_by(col(Interview.start_at), col(Interview.id))
    )
    people: dict[str, list[str]] = {}
    sitting = select(col(Interviewer.interview_id), col(Person.name)).join(
        Person, col(Person.id) == col(Interviewer.person_id)
    )
    if key:
        sitting = sitting.where(Interviewer.interview_id == key)
    for held, name in r.rows(
        sitting.where(*live(Interviewer), *live(Person)).order_by(
            col(Interviewer.position), col(Interviewer.id)
        )
    ):
        people.setdefault(held, []).append(name)
    return tuple(
        Scheduled(
            id=row.id,
            company=row.name,
            title=row.title,
            kind=row.kind,
            start=row.start,
            zone=row.zone,
            fold=row.fold,
            minutes=row.minutes,
            mode=row.mode,
            place=row.place,
            link=row.link,
            people=tuple(people.get(row.id, ())),
            called_off=row.called_off_by is not None,
            made_at=row.created_at,
            changed_at=row.changed_at,
        )
        for row in rows
    )
