"""Tests of what a form asks while it is filled in: what a round joins, and what else is then."""

from __future__ import annotations

from datetime import UTC, date, datetime

from interview_coach.domain.interview import InterviewDraft, Joined
from interview_coach.domain.kinds import Cancelled, Decision
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.store import fitting, interview, interviews, opportunity, outcome
from interview_coach.store.store import Store


def added(store: Store, company: str, title: str, hour: int = 9, posting: str = "") -> str:
    """Add an interview without a checklist."""
    start = datetime(2026, 11, 25, hour, 0)
    draft = InterviewDraft(company, title, start, "Europe/Berlin", posting_text=posting)
    return store.do(interview.add_interview, draft, checklist=False)


def belongs(store: Store, key: str) -> str:
    return store.ask(interviews.interview_head, key).opportunity_id


def test_the_same_company_and_role_become_another_round(store: Store) -> None:
    first = added(store, "Nørdlys", "Engineer", posting="We build.")
    known = Joined(belongs(store, first), "Nørdlys", "Engineer", "We build.")
    assert store.ask(fitting.joined, " NØRDLYS ", "engineer") == known
    assert store.ask(fitting.joined, "Nørdlys", "Writer") is None
    assert store.ask(fitting.joined, "", "") is None
    again = added(store, "nørdlys", "ENGINEER", hour=12)
    assert belongs(store, again) == belongs(store, first)
    assert store.ask(interviews.interview_head, again).posting_text == "We build."


def test_what_has_been_decided_is_not_joined(store: Store) -> None:
    first = added(store, "Aurelia", "Engineer")
    for decision in (Decision.ADVANCED, Decision.REJECTED):
        draft = OutcomeDraft(decision, date(2026, 11, 20), interview_id=first)
        store.do(outcome.record_outcome, belongs(store, first), draft)
        open_still = store.ask(fitting.joined, "Aurelia", "Engineer") is not None
        assert open_still is (decision is Decision.ADVANCED)
    again = added(store, "Aurelia", "Engineer", hour=12)
    assert belongs(store, again) != belongs(store, first)
    # From now on that is the one to join.
    third = added(store, "Aurelia", "Engineer", hour=15)
    assert belongs(store, third) == belongs(store, again)


def test_what_is_archived_is_not_joined(store: Store) -> None:
    first = added(store, "Aurelia", "Engineer")
    store.do(opportunity.archive_opportunity, belongs(store, first))
    assert store.ask(fitting.joined, "Aurelia", "Engineer") is None


def test_what_else_is_then(store: Store) -> None:
    first = added(store, "Harbour Press", "Engineer", hour=9)
    off = added(store, "Called off", "Engineer", hour=9)
    store.do(interview.call_off_interview, off, Cancelled.THEM)

    def at(hour: int, minute: int) -> datetime:
        return datetime(2026, 11, 25, hour, minute, tzinfo=UTC)

    # 9:00 to 9:45 in Berlin is 8:00 to 8:45.
    assert store.ask(fitting.meanwhile, at(8, 40), at(9, 0)) == ("Harbour Press",)
    assert store.ask(fitting.meanwhile, at(8, 45), at(9, 0)) == (), "one after the other is sound"
    assert store.ask(fitting.meanwhile, at(7, 0), at(8, 0)) == ()
    assert store.ask(fitting.meanwhile, at(7, 0), at(10, 0), first) == (), "not in its own way"
