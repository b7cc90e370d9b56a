"""After a no: what was written is kept only when it is, and the reminder stands where it was wished for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from interview_coach.domain.afterwards import Wish
from interview_coach.domain.kinds import Decision
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.timeline import Filters, Show
from interview_coach.domain.trouble import Invalid
from interview_coach.store import afterwards, first, interview, interviews, outcome, timeline
from interview_coach.store.setbacks import SETBACKS
from interview_coach.store.settings import set_setting
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round
from tests.stores import Clock

REJECTED = OutcomeDraft(Decision.REJECTED, TODAY)


@pytest.fixture
def held(store: Store) -> str:
    return store.do(interview.add_interview, a_round(), checklist=False)


@pytest.fixture
def no(store: Store, held: str) -> str:
    job = store.ask(interviews.interview_head, held).opportunity_id
    return store.do(outcome.record_outcome, job, replace(REJECTED, interview_id=held))


def test_what_is_kept_can_be_read_deleted_and_brought_back(store: Store, no: str) -> None:
    key = store.do(afterwards.keep_writing, no, "The trains, more than the title \n")
    (kept,) = store.ask(afterwards.afterwards, no).kept
    assert (kept.id, kept.text) == (key, "The trains, more than the title")
    store.do(afterwards.delete_writing, key)
    assert store.ask(afterwards.writings, [no]) == ()
    store.undo()
    assert store.ask(afterwards.writings, [no]) == (kept,)
    with pytest.raises(Invalid):
        store.do(afterwards.keep_writing, no, "  ")


def test_it_is_found_by_no_search(store: Store, no: str) -> None:
    store.do(afterwards.keep_writing, no, "Quixotic trains")
    everything = Filters(show=Show.EVERYTHING, query="quixotic")
    assert not store.ask(timeline.keys, everything)


def shows(store: Store, key: str) -> bool:
    """Whether the reminder stands; on Today the same as beside the preparation."""
    found = first.today(store._raw_reader, store.clock()).next_up
    stands = store.ask(afterwards.setbacks_before, key)
    if found is not None and found.id == key:
        assert found.setbacks is stands
    return stands


def test_the_reminder_stands_before_the_next_interview_alone(
    store: Store, clock: Clock, no: str
) -> None:
    assert no
    soon = clock().replace(tzinfo=None) + timedelta(days=2)
    following = store.do(interview.add_interview, replace(a_round(), start=soon))
    after = store.do(interview.add_interview, replace(a_round(), start=soon + timedelta(days=1)))
    assert not shows(store, following), "nobody asked for it"
    store.do(set_setting, SETBACKS, Wish.YES.value)
    assert shows(store, following)
    assert not shows(store, after), "one is to come before it"
    clock.forward(days=2, minutes=180)
    assert not shows(store, following), "it is over"
    assert not shows(store, after), "an interview has been held since"
    store.do(set_setting, SETBACKS, Wish.NO.value)
    assert not shows(store, after)


def test_without_a_no_there_is_no_reminder(store: Store, clock: Clock, held: str) -> None:
    store.do(set_setting, SETBACKS, Wish.YES.value)
    soon = clock().replace(tzinfo=None) + timedelta(days=2)
    following = store.do(interview.add_interview, replace(a_round(), start=soon))
    job = store.ask(interviews.interview_head, held).opportunity_id
    store.do(outcome.record_outcome, job, OutcomeDraft(Decision.WITHDREW, TODAY))
    assert not shows(store, following), "my own no is none of theirs"
