"""Makes an interview that has been held and whose review is sealed, by the deeds that a person would do."""

from __future__ import annotations

from datetime import datetime

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import (
    About,
    Coverage,
    Felt,
    InterviewKind,
    Rating,
    ReviewText,
    Section,
)
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import interview, prep, review
from interview_coach.ui.desk import Desk
from tests.stores import Clock


def held_and_reviewed(desk: Desk, clock: Clock, *, sealed: bool = True) -> str:
    """One interview this morning, one answer rated low, one point unsaid, one thing to change."""
    draft = InterviewDraft(
        company="Northwind Robotics",
        title="Senior Data Engineer",
        start=datetime(2026, 11, 22, 10, 0),
        zone="Europe/Berlin",
        kind=InterviewKind.TECHNICAL,
    )
    key = desk.do(interview.add_interview, draft, checklist=False)
    said = desk.do(prep.add_item, key, PrepDraft(Section.STORY, "The migration"))
    unsaid = desk.do(
        prep.add_item, key, PrepDraft(Section.TALKING_POINT, "Ask about the team", about=About.THEM)
    )
    desk.do(review.set_felt, key, Felt.VERY_GOOD)
    asked = desk.do(review.add_asked, key, "How do you test a pipeline?")
    good = desk.do(review.add_asked, key, "Why us?")
    desk.do(review.finish_recall, key)
    desk.do(review.rate_asked, asked, 2)
    desk.do(review.rate_asked, good, 5)
    desk.do(review.cover_item, key, said, Coverage.LANDED)
    desk.do(review.cover_item, key, unsaid, Coverage.NOT_SAID)
    desk.do(review.rate_review, key, Rating.MY_ANSWERS, 4)
    desk.do(review.write_review, key, ReviewText.WOULD_CHANGE, "Talked stack before team")
    desk.do(review.set_forecast, key, 70)
    clock.forward(minutes=1)
    if sealed:
        desk.do(review.seal_review, key)
    clock.forward(days=1)
    return key
