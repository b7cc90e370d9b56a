"""Interviews that came from a calendar: known by their event, moved with it, called off with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from interview_coach.domain.calendar import LARGEST_SEQUENCE, Invitation
from interview_coach.domain.interview import InterviewDraft, Interviewer
from interview_coach.domain.kinds import Cancelled
from interview_coach.domain.standing import Standing
from interview_coach.domain.trouble import Invalid
from interview_coach.store import interview, interviews, invitation, prep, trash
from interview_coach.store.store import Store
from tests.stores import Clock

DRAFT = InterviewDraft(
    "Harbour",
    "Analyst",
    datetime(2026, 11, 30, 10),
    "Europe/Berlin",
    link="https://meet.example.com/a",
    interviewers=(Interviewer("Ada"), Interviewer("Björn")),
)
EVENT = Invitation("abc@calendar.example.com", "", 1)
LATER = (datetime(2026, 12, 1, 15), "America/New_York", None, 60)


def test_an_interview_is_known_by_its_event(store: Store) -> None:
    key = store.do(invitation.take_invitation, DRAFT, EVENT)
    found = store.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert (found.interview_id, found.company, found.title) == (key, "Harbour", "Analyst")
    assert (found.sequence, found.called_off) == (1, False)
    assert store.ask(prep.checklist, key).items
    assert store.ask(invitation.invited, "another") is None
    assert store.ask(invitation.invited, EVENT.uid, "20261201T100000") is None


def test_it_moves_with_its_event_and_undo_takes_it_back(store: Store) -> None:
    key = store.do(invitation.take_invitation, DRAFT, EVENT)
    store.do(invitation.follow_invitation, key, LATER, replace(EVENT, sequence=2))
    found = store.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert (found.start, found.zone, found.minutes, found.sequence) == (
        LATER[0],
        LATER[1],
        60,
        2,
    )
    # What the event says nothing of stays as the person had it.
    assert found.link == "https://meet.example.com/a"
    store.undo()
    found = store.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert (found.start, found.sequence) == (DRAFT.start, 1)


def test_a_moved_event_that_had_been_cancelled_is_on_again(store: Store) -> None:
    key = store.do(invitation.take_invitation, DRAFT, EVENT)
    store.do(invitation.call_off_invited, key, replace(EVENT, sequence=2))
    head = store.ask(interviews.interview_head, key)
    assert (head.standing, head.called_off_by) == (Standing.CALLED_OFF, Cancelled.THEM)
    store.do(invitation.follow_invitation, key, LATER, replace(EVENT, sequence=3), "", "Room 4")
    head = store.ask(interviews.interview_head, key)
    assert (head.standing, head.place) == (Standing.UPCOMING, "Room 4")


def test_an_interview_typed_by_hand_can_become_an_event(store: Store) -> None:
    key = store.do(interview.add_interview, DRAFT)
    store.do(invitation.follow_invitation, key, LATER, EVENT)
    found = store.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert found.interview_id == key


def test_what_is_wrong_is_said_and_nothing_is_written(store: Store) -> None:
    key = store.do(interview.add_interview, DRAFT)
    with pytest.raises(Invalid):
        store.do(invitation.take_invitation, DRAFT, Invitation(" "))
    with pytest.raises(Invalid):
        store.do(invitation.follow_invitation, key, LATER, EVENT, "no link", "")
    assert len(store.ask(interviews.interview_list).upcoming) == 1
    assert store.ask(interviews.interview_head, key).start == DRAFT.start


def test_a_sequence_of_any_size_fits(store: Store) -> None:
    store.do(invitation.take_invitation, DRAFT, replace(EVENT, sequence=10**30))
    found = store.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert found.sequence == LARGEST_SEQUENCE


def test_what_is_deleted_is_no_longer_known_until_it_comes_back(store: Store) -> None:
    key = store.do(invitation.take_invitation, DRAFT, EVENT)
    store.do(interview.delete_interview, key)
    assert store.ask(invitation.invited, EVENT.uid) is None
    assert store.ask(invitation.scheduled) == ()
    store.do(trash.restore_batch, store.ask(trash.trash_batches)[0].id)
    assert store.ask(invitation.invited, EVENT.uid) is not None


def test_a_calendar_gets_when_where_and_who_and_nothing_that_was_prepared(
    store: Store, clock: Clock
) -> None:
    key = store.do(interview.add_interview, replace(DRAFT, notes="secret", posting_text="secret"))
    store.do(interview.call_off_interview, key, Cancelled.ME)
    earlier = store.do(interview.add_interview, replace(DRAFT, start=datetime(2026, 11, 29, 9)))
    found = store.ask(invitation.scheduled)
    assert [one.id for one in found] == [earlier, key]
    assert (found[1].people, found[1].called_off) == (("Ada", "Björn"), True)
    assert "secret" not in repr(found)
    assert store.ask(invitation.scheduled, key) == (found[1],)
    assert found[1].made_at == clock()
