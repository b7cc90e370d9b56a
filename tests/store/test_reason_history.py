"""Reasons as knowledge arrives: how each stood before is kept, dated, and own words come again."""

from __future__ import annotations

import pytest

from interview_coach.domain.insights import Filters
from interview_coach.domain.kinds import Certainty, Decision, Family, ReasonKind, Sign
from interview_coach.domain.outcome import OutcomeDraft, OwnWording, ReasonDraft, ReasonRow
from interview_coach.domain.trouble import Invalid
from interview_coach.store import insights, interview, interviews, outcome, outcomes
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round
from tests.stores import Clock


def refused(store: Store, company: str = "Northwind Robotics") -> tuple[str, str]:
    """An interview that brought a no, and the outcome."""
    from dataclasses import replace

    key = store.do(interview.add_interview, replace(a_round(), company=company), checklist=False)
    job = store.ask(interviews.interview_head, key).opportunity_id
    no = OutcomeDraft(Decision.REJECTED, TODAY, interview_id=key)
    return key, store.do(outcome.record_outcome, job, no)


def job_changed(
    sign: Sign, certainty: Certainty = Certainty.GUESSED, evidence: str = ""
) -> ReasonDraft:
    return ReasonDraft(
        Family.NOT_MINE, ReasonKind.JOB_CHANGED, sign=sign, certainty=certainty, evidence=evidence
    )


def shown(store: Store, held: str, what: ReasonKind = ReasonKind.JOB_CHANGED) -> ReasonRow:
    return next(r for r in store.ask(outcomes.debrief, held).reasons if r.what is what)


def test_one_sitting_is_one_thought(store: Store, clock: Clock) -> None:
    held, no = refused(store)
    for sign in (Sign.SOME, Sign.CLEAR, Sign.NONE, Sign.SOME):
        store.do(outcome.weigh_reason, no, job_changed(sign))
        clock.forward(minutes=20)
    assert shown(store, held).earlier == ()


def test_what_is_changed_another_day_leaves_how_it_stood(store: Store, clock: Clock) -> None:
    held, no = refused(store)
    store.do(outcome.weigh_reason, no, job_changed(Sign.SOME))
    clock.forward(days=12)
    changed_at = clock()
    told = job_changed(Sign.CLEAR, Certainty.TOLD, "They wrote again")
    store.do(outcome.weigh_reason, no, told)
    clock.forward(minutes=1)
    store.do(outcome.weigh_reason, no, job_changed(Sign.CLEAR, Certainty.TOLD, "They wrote twice"))
    row = shown(store, held)
    assert (row.sign, row.certainty, row.evidence) == (
        Sign.CLEAR,
        Certainty.TOLD,
        "They wrote twice",
    )
    (then,) = row.earlier
    assert (then.sign, then.certainty, then.until) == (Sign.SOME, Certainty.GUESSED, changed_at)
    # The same said once more is no change.
    clock.forward(days=2)
    store.do(outcome.weigh_reason, no, job_changed(Sign.CLEAR, Certainty.TOLD, "They wrote twice"))
    assert len(shown(store, held).earlier) == 1


def test_undone_it_is_another_day_all_the_same(store: Store, clock: Clock) -> None:
    """Undo writes a fresh change time, which must not pass for the day on which it was said."""
    held, no = refused(store)
    store.do(outcome.weigh_reason, no, job_changed(Sign.SOME))
    clock.forward(days=3)
    store.do(outcome.weigh_reason, no, job_changed(Sign.CLEAR))
    store.undo()
    assert shown(store, held).earlier == ()
    store.do(outcome.weigh_reason, no, job_changed(Sign.NONE))
    assert [then.sign for then in shown(store, held).earlier] == [Sign.SOME]


def test_what_came_to_light_stands_beside_what_it_changed(store: Store, clock: Clock) -> None:
    held, no = refused(store)
    key = store.do(outcome.weigh_reason, no, job_changed(Sign.SOME))
    # Said on the same day, it is kept as well: the person says that it is new.
    store.do(outcome.learn_more, key, " The posting was back ")
    store.do(outcome.weigh_reason, no, job_changed(Sign.CLEAR))
    (then,) = shown(store, held).earlier
    assert (then.sign, then.because) == (Sign.SOME, "The posting was back")
    # Said after the change, in the same sitting, it joins what that left.
    clock.forward(days=5)
    store.do(outcome.weigh_reason, no, job_changed(Sign.CLEAR, Certainty.TOLD))
    store.do(outcome.learn_more, key, "Bea told me")
    assert [x.because for x in shown(store, held).earlier] == [
        "The posting was back",
        "Bea told me",
    ]
    with pytest.raises(Invalid):
        store.do(outcome.learn_more, key, "  ")
    store.do(outcome.forget_earlier, shown(store, held).earlier[0].id)
    assert [x.because for x in shown(store, held).earlier] == ["Bea told me"]


def test_the_history_goes_and_comes_back_with_its_reason(store: Store) -> None:
    held, no = refused(store)
    own = ReasonDraft(Family.MINE, ReasonKind.OWN, text="I rambled", sign=Sign.SOME)
    key = store.do(outcome.weigh_reason, no, own)
    store.do(outcome.learn_more, key, "The recording says less")
    store.do(outcome.delete_reason, key)
    assert not [r for r in store.ask(outcomes.debrief, held).reasons if r.what is ReasonKind.OWN]
    store.undo()
    assert len(shown(store, held, ReasonKind.OWN).earlier) == 1


def test_own_words_are_offered_again_and_counted_together(store: Store) -> None:
    for company, text in (
        ("Acme", "My commute"),
        ("Brightwater", "my  COMMUTE"),
        ("Civic", "Late"),
    ):
        _held, no = refused(store, company)
        family = Family.NOT_MINE if company != "Civic" else Family.MINE
        draft = ReasonDraft(family, ReasonKind.OWN, text=text, sign=Sign.SOME)
        store.do(outcome.weigh_reason, no, draft)
    assert store.ask(outcomes.own_wordings) == (
        OwnWording(Family.MINE, "Late"),
        OwnWording(Family.NOT_MINE, "my COMMUTE"),
    )
    counted = store.ask(insights.insights, Filters()).noes.reasons
    assert [(x.text.casefold(), x.times) for x in counted] == [("my commute", 2), ("late", 1)]
