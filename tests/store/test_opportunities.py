"""One opportunity as a whole: what came of it is all there, and only what is not in the trash."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from interview_coach.domain.kinds import (
    Certainty,
    Decision,
    Family,
    Felt,
    InterviewKind,
    LessonFamily,
    ReasonKind,
    ReviewText,
    Sign,
)
from interview_coach.domain.opportunity import OpportunityTold, brief_for
from interview_coach.domain.outcome import OutcomeDraft, ReasonDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interview, interviews, opportunities, opportunity, outcome, review
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round


def sealed(store: Store, key: str, forecast: int) -> None:
    store.do(review.set_felt, key, Felt.VERY_GOOD)
    store.do(review.write_review, key, ReviewText.WOULD_CHANGE, "Shorter")
    store.do(review.set_forecast, key, forecast)
    store.do(review.seal_review, key)
    store.do(review.add_remark, key, "The posting was back")


def told(store: Store, job: str) -> OpportunityTold:
    return store.ask(opportunities.opportunity_told, job)


def test_all_that_came_of_it_is_told(store: Store) -> None:
    first = store.do(interview.add_interview, a_round(), checklist=False)
    job = store.ask(interviews.interview_head, first).opportunity_id
    draft = replace(a_round(), opportunity_id=job, kind=InterviewKind.FINAL)
    final = store.do(
        interview.add_interview, replace(draft, start=draft.start + timedelta(hours=2))
    )
    sealed(store, final, 80)
    advanced = OutcomeDraft(Decision.ADVANCED, TODAY - timedelta(days=1), interview_id=first)
    store.do(outcome.record_outcome, job, advanced)
    no = OutcomeDraft(Decision.REJECTED, TODAY, words="Sorry", interview_id=final)
    answer = store.do(outcome.record_outcome, job, no)
    for what, sign in ((ReasonKind.JOB_CHANGED, Sign.CLEAR), (ReasonKind.CLASH, Sign.NONE)):
        reason = ReasonDraft(Family.NOT_MINE, what, sign=sign, certainty=Certainty.TOLD)
        store.do(outcome.weigh_reason, answer, reason)
    strength = [("The migration", LessonFamily.STRENGTH, "landed")]
    store.do(outcome.carry_on, answer, final, strength)
    found = told(store, job)
    assert [(x.id, x.forecast, x.felt, x.went_on) for x in found.rounds] == [
        (first, None, None, True),
        (final, 80, Felt.VERY_GOOD, False),
    ]
    assert found.stage is InterviewKind.FINAL, "the furthest stage survives the no"
    assert not found.offered
    assert found.refusal is not None
    assert [x.what for x in found.refusal.signed] == [ReasonKind.JOB_CHANGED]
    assert [x.what for x in found.refusal.unsigned] == [ReasonKind.CLASH]
    assert found.refusal.parts.not_yours == 0.5
    assert [x.text for x in found.lessons] == ["The migration", "Shorter"]
    assert [(x.text, x.interview_id) for x in found.remarks] == [("The posting was back", final)]
    assert brief_for(found.rounds) == final
    # My own no after it is no refusal of theirs, whatever stood before.
    store.do(outcome.record_outcome, job, OutcomeDraft(Decision.WITHDREW, TODAY))
    assert told(store, job).refusal is None
    # What is deleted is not told any more.
    store.do(interview.delete_interview, final)
    rest = told(store, job)
    assert [x.id for x in rest.rounds] == [first]
    assert (rest.lessons, rest.remarks) == ((), ())


def test_an_answer_that_names_no_round_shows_on_the_last(store: Store) -> None:
    key = store.do(interview.add_interview, a_round(), checklist=False)
    job = store.ask(interviews.interview_head, key).opportunity_id
    store.do(outcome.record_outcome, job, OutcomeDraft(Decision.REJECTED, TODAY))
    (one,) = told(store, job).outcomes
    assert (one.interview_id, one.kind) == (key, None)


def test_what_is_not_there_is_missing(store: Store) -> None:
    key = store.do(interview.add_interview, a_round(), checklist=False)
    job = store.ask(interviews.interview_head, key).opportunity_id
    store.do(opportunity.delete_opportunity, job)
    with pytest.raises(Trouble) as trouble:
        told(store, job)
    assert trouble.value.code == "missing"
