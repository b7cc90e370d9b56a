"""Lessons: carried into later preparations, worded as plans, ticked or let go."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from interview_coach.domain.kinds import (
    Decision,
    InterviewKind,
    LessonFamily,
    LessonState,
    ReviewText,
)
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.trouble import Invalid
from interview_coach.store import interview, interviews, lessons, outcome, review, reviews
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round
from tests.stores import Clock


def taught(store: Store, text: str, days_ago: int, kind: InterviewKind) -> str:
    """An interview whose sealed review taught each line of `text`."""
    start = datetime(2026, 11, 20, 10) - timedelta(days=days_ago)
    draft = a_round(company=f"Company {days_ago}", start=start, kind=kind)
    key = store.do(interview.add_interview, draft, checklist=False)
    store.do(review.write_review, key, ReviewText.WOULD_CHANGE, text)
    store.do(review.seal_review, key)
    return key


@pytest.fixture
def planned(store: Store) -> str:
    """A technical interview next week."""
    taught(store, "old technical", 30, InterviewKind.TECHNICAL)
    taught(store, "new technical 1\nnew technical 2", 20, InterviewKind.TECHNICAL)
    taught(store, "new phone 1\nnew phone 2\nnew phone 3", 10, InterviewKind.PHONE_SCREEN)
    draft = a_round(start=datetime(2026, 12, 1, 9), kind=InterviewKind.TECHNICAL)
    return store.do(interview.add_interview, draft)


def carried(store: Store, key: str) -> list[str]:
    return [x.text for x in store.ask(lessons.carried, key)]


def lesson(store: Store, text: str) -> str:
    row = store._raw_reader.execute("SELECT id FROM lesson WHERE text = ?", (text,)).fetchone()
    return str(row[0])


def test_five_at_most_same_kind_first_then_the_newest(store: Store, planned: str) -> None:
    assert carried(store, planned) == [
        "new technical 1", "new technical 2", "old technical", "new phone 1", "new phone 2",
    ]  # fmt: skip


def test_what_was_carried_to_it_comes_first(store: Store, planned: str) -> None:
    (source,) = [
        r for r in store.ask(interviews.interview_list).waiting if r.company == "Company 10"
    ]
    answer = store.do(
        outcome.record_outcome,
        source.opportunity_id,
        OutcomeDraft(Decision.REJECTED, TODAY, interview_id=source.id),
    )
    choices = [("new phone 3", LessonFamily.CHANGE, "debrief")]
    store.do(outcome.carry_on, answer, source.id, choices, planned)
    assert carried(store, planned)[0] == "new phone 3"
    assert len(carried(store, planned)) == 5


def test_a_ticked_lesson_stays_to_be_seen_where_it_was_ticked(store: Store, planned: str) -> None:
    key = lesson(store, "new technical 1")
    store.do(lessons.close_lesson, key, LessonState.DONE, planned)
    found = store.ask(lessons.carried, planned)
    assert [(x.text, x.state) for x in found][-1] == ("new technical 1", LessonState.DONE)
    assert len(found) == 6
    later = store.do(interview.add_interview, a_round(start=datetime(2026, 12, 8, 9)))
    assert "new technical 1" not in carried(store, later)
    store.do(lessons.close_lesson, key, LessonState.OPEN)
    assert "new technical 1" in carried(store, later)


def test_a_lesson_is_let_go(store: Store, planned: str) -> None:
    store.do(lessons.close_lesson, lesson(store, "old technical"), LessonState.LET_GO)
    assert "old technical" not in carried(store, planned)
    assert "new phone 3" in carried(store, planned)
    store.undo()
    assert "old technical" in carried(store, planned)


def test_a_lesson_is_worded_as_a_plan(store: Store, planned: str) -> None:
    key = lesson(store, "new technical 1")
    store.do(lessons.phrase_lesson, key, "Draw", " they ask for testing ", "I draw the pyramid")
    found = store.ask(lessons.carried, planned)[0]
    assert (found.text, found.if_text, found.then_text) == (
        "Draw", "they ask for testing", "I draw the pyramid",
    )  # fmt: skip
    with pytest.raises(Invalid):
        store.do(lessons.phrase_lesson, key, " ")


def test_an_interview_is_not_told_its_own_lessons(store: Store, planned: str) -> None:
    own = store.ask(interviews.interview_list).waiting[0].id
    texts = {x.text for x in store.ask(reviews.review_form, own).lessons}
    assert texts
    assert not texts & set(carried(store, own))


def test_nothing_is_carried_to_before_it_was_learned(store: Store, clock: Clock) -> None:
    past = taught(store, "first", 30, InterviewKind.PANEL)
    clock.forward(minutes=1)
    taught(store, "second", 5, InterviewKind.PANEL)
    # What was over, and written down, when the second was learned.
    assert carried(store, past) == []
    # An interview of long ago that is only written down now is prepared for with what is known now.
    late = store.do(interview.add_interview, a_round(start=datetime(2026, 1, 8, 9)))
    assert carried(store, late) == ["second", "first"]


def test_a_deleted_lesson_is_carried_no_more(store: Store, planned: str) -> None:
    store.do(lessons.delete_lesson, lesson(store, "new technical 1"))
    assert "new technical 1" not in carried(store, planned)


def test_what_a_deleted_interview_taught_is_carried_no_more(store: Store, planned: str) -> None:
    source = store._raw_reader.execute(
        "SELECT interview_id FROM lesson WHERE text = 'new technical 1'"
    ).fetchone()[0]
    store.do(interview.delete_interview, source)
    assert carried(store, planned)[0] == "old technical"
