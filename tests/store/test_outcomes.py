"""Tests of the debrief's question: what it may offer as mine, and what is carried already."""

from __future__ import annotations

from datetime import date, datetime

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import (
    Coverage,
    Decision,
    InterviewKind,
    LessonState,
    ReasonKind,
    ReviewText,
    Section,
)
from interview_coach.domain.outcome import Debrief, OutcomeDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import interview, interviews, outcome, outcomes, prep, review, reviews
from interview_coach.store.store import Store


def held(store: Store) -> str:
    """An interview two days ago, with its template's checklist."""
    draft = InterviewDraft(
        "Aurelia",
        "Engineer",
        datetime(2026, 11, 20, 9, 0),
        "Europe/Berlin",
        kind=InterviewKind.TECHNICAL,
    )
    return store.do(interview.add_interview, draft)


def refused(store: Store, key: str) -> Debrief:
    """Record a no; what the debrief shows then."""
    belongs = store.ask(interviews.interview_head, key).opportunity_id
    draft = OutcomeDraft(Decision.REJECTED, date(2026, 11, 22), interview_id=key)
    store.do(outcome.record_outcome, belongs, draft)
    return store.ask(outcomes.debrief, key)


def test_a_template_s_untouched_line_is_never_held_against_anyone(store: Store) -> None:
    key = held(store)
    spoken = {Section.TALKING_POINT, Section.STORY, Section.QUESTION}
    lines = [x for x in store.ask(prep.checklist, key).items if x.section in spoken]
    ticked, reworded = lines[0], lines[1]
    store.do(prep.tick_item, ticked.id, done=True)
    words = PrepDraft(reworded.section, "In my own words", about=reworded.about)
    store.do(prep.edit_item, reworded.id, words)
    own = store.do(prep.add_item, key, PrepDraft(Section.STORY, "The outage"))
    for item in (*(x.id for x in lines), own):
        store.do(review.cover_item, key, item, Coverage.NOT_SAID)
    store.do(review.seal_review, key)
    unsaid = [x.text for x in refused(store, key).reasons if x.what is ReasonKind.UNSAID]
    assert len(lines) > 3
    assert sorted(unsaid) == sorted([ticked.text, "In my own words", "The outage"])


def test_open_lessons_are_carried_already_and_unticking_lets_them_go(store: Store) -> None:
    key = held(store)
    store.do(review.write_review, key, ReviewText.WOULD_CHANGE, "Team first")
    store.do(review.write_review, key, ReviewText.WENT_WELL, "Drew it")
    store.do(review.seal_review, key)
    debrief = refused(store, key)
    assert [(c.text, c.carried) for c in debrief.choices] == [
        ("Team first", True),
        ("Drew it", False),
    ]
    assert debrief.outcome is not None
    store.do(outcome.carry_on, debrief.outcome.id, key, [], "", ["Team first"])
    assert [x.state for x in store.ask(reviews.review_form, key).lessons] == [LessonState.LET_GO]
    (change,) = [c for c in store.ask(outcomes.debrief, key).choices if c.text == "Team first"]
    assert not change.carried
    again = [(change.text, change.family, change.source)]
    store.do(outcome.carry_on, debrief.outcome.id, key, again)
    assert [x.state for x in store.ask(reviews.review_form, key).lessons] == [LessonState.OPEN]
