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
from interview_coach.domain.lessons import Check
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import (
    interview,
    interviews,
    lesson_list,
    lessons,
    opportunity,
    outcome,
    review,
    reviews,
)
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


# --- topics -----------------------------------------------------------------------------------


def test_a_lesson_whose_topic_is_asked_for_comes_before_newer_ones(
    store: Store, planned: str
) -> None:
    store.do(lessons.set_lesson_topic, lesson(store, "new phone 3"), " Kafka ")
    assert "new phone 3" not in carried(store, planned)
    job = store.ask(interviews.interview_head, planned).opportunity_id
    store.do(opportunity.add_requirement, job, "Streaming at scale (kafka)")
    assert carried(store, planned)[3:] == ["new phone 3", "new phone 1"]
    # Today's three are chosen among the same five.
    assert store.ask(lessons.carried, planned)[3].topic == "Kafka"


def test_topics_are_completed_from_those_given_before(store: Store, planned: str) -> None:
    store.do(lessons.set_lesson_topic, lesson(store, "new phone 3"), "testing")
    store.do(lessons.set_lesson_topic, lesson(store, "new phone 2"), "Pay")
    assert store.ask(lesson_list.topics) == ("Pay", "testing")


# --- checks -----------------------------------------------------------------------------------


@pytest.fixture
def held(store: Store) -> str:
    """A technical interview of today, after those that taught."""
    taught(store, "old technical", 30, InterviewKind.TECHNICAL)
    taught(store, "new technical", 20, InterviewKind.TECHNICAL)
    draft = a_round(start=datetime(2026, 11, 22, 9), kind=InterviewKind.TECHNICAL)
    return store.do(interview.add_interview, draft)


def said(store: Store, key: str) -> dict[str, Check]:
    return {x.text: x.check for x in store.ask(lessons.to_check, key)}


def test_a_review_asks_about_the_lessons_that_were_carried_into_it(store: Store, held: str) -> None:
    assert said(store, held) == {"new technical": Check(), "old technical": Check()}
    key = lesson(store, "new technical")
    store.do(lessons.check_lesson, held, key, Check(happened=True))
    store.do(lessons.check_lesson, held, key, Check(happened=True, done=False))
    assert said(store, held)["new technical"] == Check(happened=True, done=False)
    (found,) = [x for x in store.ask(lessons.carried, held) if x.text == "new technical"]
    assert (found.state, found.happened, found.did) == (LessonState.OPEN, 1, 0)
    store.undo()
    assert said(store, held)["new technical"] == Check(happened=True)


def test_a_check_that_is_taken_back_leaves_nothing(store: Store, held: str) -> None:
    key = lesson(store, "new technical")
    store.do(lessons.check_lesson, held, key, Check(happened=False, done=True))
    assert said(store, held)["new technical"] == Check(happened=False)
    store.do(lessons.check_lesson, held, key, Check())
    live = "SELECT count(*) FROM lesson_check WHERE trashed_at IS NULL"
    assert store._raw_reader.execute(live).fetchone()[0] == 0


def test_a_seal_fixes_the_checks_and_not_where_the_lesson_stands(store: Store, held: str) -> None:
    key = lesson(store, "new technical")
    store.do(lessons.check_lesson, held, key, Check(happened=True, done=True))
    store.do(review.write_review, held, ReviewText.WENT_WELL, "All of it")
    store.do(review.seal_review, held)
    with pytest.raises(Trouble) as trouble:
        store.do(lessons.check_lesson, held, key, Check())
    assert trouble.value.code == "sealed"
    # What was not asked about is not shown as if it had been.
    assert said(store, held) == {"new technical": Check(happened=True, done=True)}
    store.do(lessons.close_lesson, key, LessonState.WORKING, held, "review")
    assert said(store, held) == {"new technical": Check(happened=True, done=True)}
    later = store.do(interview.add_interview, a_round(start=datetime(2026, 12, 8, 9)))
    assert carried(store, later) == ["old technical"]


def test_a_lesson_that_is_not_there_yet_returns(store: Store, held: str) -> None:
    key = lesson(store, "new technical")
    store.do(lessons.check_lesson, held, key, Check(happened=True, done=False))
    store.do(lessons.close_lesson, key, LessonState.NOT_YET, held, "review")
    later = store.do(interview.add_interview, a_round(start=datetime(2026, 12, 8, 9)))
    (found,) = [x for x in store.ask(lessons.carried, later) if x.text == "new technical"]
    assert (found.state, found.happened, found.did) == (LessonState.NOT_YET, 1, 0)


def test_what_was_let_go_before_is_not_asked_about(store: Store, held: str) -> None:
    store.do(lessons.close_lesson, lesson(store, "new technical"), LessonState.LET_GO, held)
    assert said(store, held) == {"old technical": Check()}


# --- all of them ------------------------------------------------------------------------------


def test_no_lesson_disappears_unasked(store: Store, planned: str, clock: Clock) -> None:
    for text, state in zip(
        ("old technical", "new technical 1", "new phone 1", "new phone 2"),
        (LessonState.WORKING, LessonState.DONE, LessonState.LET_GO, LessonState.NOT_YET),
        strict=True,
    ):
        store.do(lessons.close_lesson, lesson(store, text), state)
    clock.forward(days=400)
    found = store.ask(lesson_list.all_lessons)
    assert found.total == 6
    assert {x.text for x in found.lessons} == {
        "old technical", "new technical 1", "new technical 2",
        "new phone 1", "new phone 2", "new phone 3",
    }  # fmt: skip
    some = store.ask(
        lesson_list.all_lessons, "", (LessonState.WORKING, LessonState.NOT_YET), limit=1
    )
    assert (some.total, len(some.lessons)) == (2, 1)


def test_lessons_are_found_by_their_words_and_their_topic(store: Store, planned: str) -> None:
    store.do(lessons.set_lesson_topic, lesson(store, "new phone 3"), "pay")
    assert [x.text for x in store.ask(lesson_list.all_lessons, "pay").lessons] == ["new phone 3"]
    assert store.ask(lesson_list.all_lessons, "phone").total == 3
    assert store.ask(lesson_list.all_lessons, "x").total == 0


def test_a_lesson_knows_every_check_of_it(store: Store, held: str) -> None:
    key = lesson(store, "new technical")
    store.do(lessons.check_lesson, held, key, Check(happened=True, done=True))
    sheet = store.ask(lesson_list.lesson_sheet, key)
    assert (sheet.lesson.text, sheet.lesson.happened, sheet.lesson.did) == ("new technical", 1, 1)
    assert [(x.interview_id, x.check) for x in sheet.checks] == [(held, Check(True, True))]
    store.do(interview.delete_interview, held)
    assert store.ask(lesson_list.lesson_sheet, key).checks == ()
    with pytest.raises(Trouble):
        store.ask(lesson_list.lesson_sheet, "gone")
