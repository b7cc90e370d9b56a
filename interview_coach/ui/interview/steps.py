"""Owns which of the four steps fits an interview now, and which of them are done: pure functions."""

from __future__ import annotations

from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.standing import Standing

PREPARE, DAY, REVIEW, OUTCOME = STEPS = ("prepare", "interview", "review", "outcome")
# The same step as Prepare, with only what matters in thirty minutes.
SHORT = "short"
_OFF = frozenset({Standing.CALLED_OFF, Standing.NOT_HELD})
_FIRST = {
    Standing.UPCOMING: PREPARE,
    Standing.UNDER_WAY: DAY,
    Standing.TO_REVIEW: REVIEW,
    Standing.CALLED_OFF: PREPARE,
    Standing.NOT_HELD: PREPARE,
}


def fitting_step(standing: Standing) -> str:
    """The step to open when nobody asks for one.

    upcoming, called off, did not happen -> prepare; under way -> the day; to review -> review;
    sealed or decided -> outcome.
    """
    return _FIRST.get(standing, OUTCOME)


def done_steps(head: InterviewHead) -> tuple[int, ...]:
    """The steps that are done, by their place.

    Prepare: every item is ticked, or it has begun with one that is, or it is over. The day: it is over. Review: sealed.
    Outcome: decided on this round. Nothing of an interview that is off is done but what was ticked.
    """
    ticked = head.planned > 0 and head.prepared == head.planned
    taking_place = head.standing not in _OFF
    begun = taking_place and head.standing is not Standing.UPCOMING
    over = begun and head.standing is not Standing.UNDER_WAY
    prepared = ticked or over or (begun and head.prepared > 0)
    truths = (prepared, over, head.sealed_at is not None, head.decision is not None)
    return tuple(place for place, true in enumerate(truths) if true)
