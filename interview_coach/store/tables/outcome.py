"""Outcomes, their reasons, and the lessons that are carried on.

No `from __future__ import annotations` here: SQLModel reads the annotations.
"""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Text
from sqlmodel import Field

from interview_coach.domain.kinds import (
    Answer,
    Certainty,
    Decision,
    Family,
    LessonFamily,
    LessonState,
    ReasonKind,
    Sign,
)
from interview_coach.store.columns import Instant, Word, one_of
from interview_coach.store.tables.base import Arguments, Row, blank, parent


class Outcome(Row, table=True):
    """What was decided on an opportunity, and which round brought it."""

    __table_args__: ClassVar[Arguments] = (
        one_of("decision", Decision),
        one_of("answer", Answer),
    )
    opportunity_id: str = parent("opportunity")
    interview_id: str | None = parent("interview", optional=True)
    decision: Decision = Field(sa_type=Word(Decision))
    answer: Answer | None = Field(default=None, sa_type=Word(Answer))
    decided_on: date
    words: str = blank()


class Reason(Row, table=True):
    """Why, in an outcome. `ref` is the asked question, prep item or lesson that it names."""

    __table_args__: ClassVar[Arguments] = (
        one_of("family", Family),
        one_of("what", ReasonKind),
        one_of("sign", Sign),
        one_of("certainty", Certainty),
    )
    outcome_id: str = parent("outcome")
    family: Family = Field(sa_type=Word(Family))
    what: ReasonKind = Field(sa_type=Word(ReasonKind))
    ref: str = blank()
    text: str = blank()
    sign: Sign = Field(default=Sign.NONE, sa_type=Word(Sign))
    certainty: Certainty = Field(default=Certainty.GUESSED, sa_type=Word(Certainty))
    evidence: str = blank()
    position: int = 0


class ReasonChange(Row, table=True):
    """How a reason stood before it was changed, and what I learned that changed it."""

    __tablename__ = "reason_change"
    __table_args__: ClassVar[Arguments] = (
        one_of("sign", Sign),
        one_of("certainty", Certainty),
    )
    reason_id: str = parent("reason")
    sign: Sign = Field(sa_type=Word(Sign))
    certainty: Certainty = Field(sa_type=Word(Certainty))
    evidence: str = blank()
    because: str = blank()


class FreeWriting(Row, table=True):
    """What I wrote for myself after a no, and chose to keep."""

    __tablename__ = "free_writing"
    outcome_id: str | None = parent("outcome", optional=True)
    text: str = Field(sa_type=Text)


class Lesson(Row, table=True):
    """What a review or a debrief taught; the open ones return beside later preparations."""

    __table_args__: ClassVar[Arguments] = (
        one_of("family", LessonFamily),
        one_of("state", LessonState),
    )
    interview_id: str = parent("interview")
    outcome_id: str | None = parent("outcome", optional=True)
    asked_id: str | None = parent("asked", optional=True)
    source: str = blank()
    family: LessonFamily = Field(default=LessonFamily.CHANGE, sa_type=Word(LessonFamily))
    text: str = Field(sa_type=Text)
    if_text: str = blank()
    then_text: str = blank()
    state: LessonState = Field(default=LessonState.OPEN, sa_type=Word(LessonState))
    closed_at: datetime | None = Field(default=None, sa_type=Instant)
    closed_for_id: str | None = Field(default=None, sa_type=Text)
    carried_to_id: str | None = Field(default=None, sa_type=Text)
    position: int = 0
    topic: str = blank()


class LessonCheck(Row, table=True):
    """What a later review says of a lesson: did the if happen, and did I do the then."""

    __tablename__ = "lesson_check"
    lesson_id: str = parent("lesson")
    interview_id: str = parent("interview")
    happened: bool | None = None
    done: bool | None = None
