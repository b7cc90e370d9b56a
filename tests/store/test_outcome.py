"""Outcomes: recorded with one click, weighed at leisure, carried into the next interview."""

from __future__ import annotations

from datetime import timedelta

import pytest

from interview_coach.domain.interview import Standing
from interview_coach.domain.kinds import (
    Answer,
    Certainty,
    Decision,
    Family,
    Felt,
    LessonFamily,
    ReasonKind,
    ReviewText,
    Sign,
)
from interview_coach.domain.outcome import Debrief, OutcomeDraft, ReasonDraft, weigh
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, interviews, lessons, outcome, outcomes, review
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round

REJECTED = OutcomeDraft(Decision.REJECTED, TODAY)


@pytest.fixture
def held(store: Store) -> str:
    """An interview with a sealed review."""
    key = store.do(interview.add_interview, a_round(), checklist=False)
    store.do(review.set_felt, key, Felt.GOOD)
    store.do(review.write_review, key, ReviewText.WOULD_CHANGE, "Shorter")
    store.do(review.write_review, key, ReviewText.WENT_WELL, "The migration\n- My questions")
    asked = store.do(review.add_asked, key, "Why us?")
    store.do(review.rate_asked, asked, 2)
    store.do(review.set_forecast, key, 80)
    store.do(review.seal_review, key)
    return key


def job(store: Store, key: str) -> str:
    return store.ask(interviews.interview_head, key).opportunity_id


def debrief(store: Store, key: str) -> Debrief:
    return store.ask(outcomes.debrief, key)


def test_one_click_records_it(store: Store, held: str) -> None:
    key = store.do(outcome.record_outcome, job(store, held), REJECTED)
    found = debrief(store, held).outcome
    assert found is not None
    assert (found.id, found.decision, found.decided_on, found.answer, found.words) == (
        key, Decision.REJECTED, TODAY, None, "",
    )  # fmt: skip
    assert store.ask(interviews.interview_head, held).standing is Standing.REJECTED
    store.undo()
    assert debrief(store, held).outcome is None
    assert store.ask(interviews.interview_head, held).standing is Standing.WAITING


def test_no_sign_is_filled_in(store: Store, held: str) -> None:
    store.do(outcome.record_outcome, job(store, held), REJECTED)
    rows = debrief(store, held).reasons
    assert {r.sign for r in rows} == {Sign.NONE}
    assert {r.certainty for r in rows} == {Certainty.GUESSED}
    assert all(not r.id and not r.evidence for r in rows)
    assert {(r.what, r.text) for r in rows if r.family is Family.MINE} == {
        (ReasonKind.ANSWER, "Why us?"),
        (ReasonKind.WOULD_CHANGE, "Shorter"),
    }
    assert weigh((r.family, r.sign, r.certainty) for r in rows).cant_know == 1.0


def test_a_reason_is_weighed_again_and_again(store: Store, held: str) -> None:
    answer = store.do(outcome.record_outcome, job(store, held), REJECTED)
    draft = ReasonDraft(Family.NOT_MINE, ReasonKind.JOB_CHANGED, sign=Sign.SOME)
    first = store.do(outcome.weigh_reason, answer, draft)
    surer = ReasonDraft(
        Family.NOT_MINE, ReasonKind.JOB_CHANGED, "", "", Sign.CLEAR, Certainty.TOLD, "They wrote so"
    )
    assert store.do(outcome.weigh_reason, answer, surer) == first
    (row,) = [r for r in debrief(store, held).reasons if r.id]
    assert (row.id, row.sign, row.certainty, row.evidence) == (
        first, Sign.CLEAR, Certainty.TOLD, "They wrote so",
    )  # fmt: skip
    store.undo()
    (row,) = [r for r in debrief(store, held).reasons if r.id]
    assert row.sign is Sign.SOME


def test_own_reasons_are_told_apart_by_their_wording(store: Store, held: str) -> None:
    answer = store.do(outcome.record_outcome, job(store, held), REJECTED)
    for text in ("I rambled", "I was late", "I rambled"):
        store.do(outcome.weigh_reason, answer, ReasonDraft(Family.MINE, ReasonKind.OWN, text=text))
    own = [r for r in debrief(store, held).reasons if r.what is ReasonKind.OWN]
    assert [r.text for r in own] == ["I rambled", "I was late"]
    store.do(outcome.delete_reason, own[0].id)
    own = [r for r in debrief(store, held).reasons if r.what is ReasonKind.OWN]
    assert [r.text for r in own] == ["I was late"]
    with pytest.raises(Invalid):
        store.do(outcome.weigh_reason, answer, ReasonDraft(Family.MINE, ReasonKind.OWN))


def test_only_an_offer_has_an_answer(store: Store, held: str) -> None:
    no = store.do(outcome.record_outcome, job(store, held), REJECTED)
    with pytest.raises(Invalid) as refusal:
        store.do(outcome.answer_offer, no, Answer.ACCEPTED)
    assert [c.code for c in refusal.value.complaints] == ["no_offer"]
    store.do(outcome.edit_outcome, no, OutcomeDraft(Decision.OFFER, TODAY))
    found = debrief(store, held).outcome
    assert found is not None
    assert found.answer is Answer.OPEN
    store.do(outcome.answer_offer, no, Answer.DECLINED)
    store.do(outcome.note_words, no, "We would love to\nhave you  ")
    found = debrief(store, held).outcome
    assert found is not None
    assert (found.answer, found.words) == (Answer.DECLINED, "We would love to\nhave you")
    store.do(outcome.edit_outcome, no, OutcomeDraft(Decision.ADVANCED, TODAY, Answer.DECLINED))
    found = debrief(store, held).outcome
    assert found is not None
    assert found.answer is None


def test_the_future_has_not_decided_yet(store: Store, held: str) -> None:
    day = TODAY + timedelta(days=3)
    with pytest.raises(Invalid) as refusal:
        store.do(outcome.record_outcome, job(store, held), OutcomeDraft(Decision.OFFER, day))
    assert [c.code for c in refusal.value.complaints] == ["in_the_future"]
    # Somewhere it is tomorrow already.
    tomorrow = OutcomeDraft(Decision.OFFER, TODAY + timedelta(days=1))
    store.do(outcome.record_outcome, job(store, held), tomorrow)


def test_a_deleted_outcome_is_no_answer_yet(store: Store, held: str) -> None:
    answer = store.do(outcome.record_outcome, job(store, held), REJECTED)
    store.do(outcome.weigh_reason, answer, ReasonDraft(Family.MINE, ReasonKind.OWN, text="x"))
    store.do(outcome.delete_outcome, answer)
    assert debrief(store, held).outcome is None
    with pytest.raises(Trouble):
        store.do(outcome.note_words, answer, "x")
    store.undo()
    found = debrief(store, held)
    assert found.outcome is not None
    assert [r.text for r in found.reasons if r.id] == ["x"]


def test_what_can_be_carried_on_is_in_the_persons_own_words(store: Store, held: str) -> None:
    store.do(outcome.record_outcome, job(store, held), REJECTED)
    # What is carried already, then strengths, then changes.
    assert [(c.text, c.family, c.carried) for c in debrief(store, held).choices] == [
        ("Shorter", LessonFamily.CHANGE, True),
        ("The migration", LessonFamily.STRENGTH, False),
        ("My questions", LessonFamily.STRENGTH, False),
    ]


def test_what_is_carried_on_waits_in_the_next_preparation(store: Store, held: str) -> None:
    answer = store.do(outcome.record_outcome, job(store, held), REJECTED)
    later = a_round(company="Beta", start=a_round().start + timedelta(days=20))
    planned = store.do(interview.add_interview, later)
    found = debrief(store, held)
    assert found.next_interview is not None
    assert (found.next_interview.id, found.next_interview.company) == (planned, "Beta")
    picked = [
        ("My questions", LessonFamily.STRENGTH, "went_well"),
        ("Shorter", LessonFamily.CHANGE, "would_change"),
    ]
    assert store.do(outcome.carry_on, answer, held, picked, planned) == 2
    carried = store.ask(lessons.carried, planned)
    assert {(x.text, x.family) for x in carried} == {
        ("My questions", LessonFamily.STRENGTH),
        ("Shorter", LessonFamily.CHANGE),
    }
    # "Shorter" was a lesson already: it is not there twice.
    rows = store._raw_reader.execute("SELECT text FROM lesson WHERE trashed_at IS NULL").fetchall()
    assert sorted(text for (text,) in rows) == ["My questions", "Shorter"]
    assert all(c.carried for c in debrief(store, held).choices if c.text != "The migration")
    store.undo()
    assert [x.text for x in store.ask(lessons.carried, planned)] == ["Shorter"]


def test_carrying_the_same_thing_twice_is_once(store: Store, held: str) -> None:
    answer = store.do(outcome.record_outcome, job(store, held), REJECTED)
    twice = [("Calm", LessonFamily.STRENGTH, "debrief"), (" calm ", LessonFamily.STRENGTH, "own")]
    store.do(outcome.carry_on, answer, held, twice)
    store.do(outcome.carry_on, answer, held, twice[:1])
    found = [c.text for c in debrief(store, held).choices]
    assert [t for t in found if t.casefold() == "calm"] == ["Calm"]
    with pytest.raises(Invalid):
        store.do(outcome.carry_on, answer, held, [(" ", LessonFamily.STRENGTH, "own")])


def test_an_outcome_can_stand_on_an_opportunity_without_rounds(store: Store, held: str) -> None:
    key = job(store, held)
    store.do(interview.delete_interview, held)
    store.do(outcome.record_outcome, key, OutcomeDraft(Decision.WITHDREW, TODAY))
    (row,) = store.ask(interviews.interview_list).no_round
    assert row.id == key
