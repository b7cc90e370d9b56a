"""Interviews, the invitations they came by, who sits opposite, and the checklist.

No `from __future__ import annotations` here: SQLModel reads the annotations.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field

from interview_coach.domain.kinds import About, Cancelled, InterviewKind, Mode, Part, Section
from interview_coach.store.columns import Instant, WallTime, Word, between, one_of
from interview_coach.store.tables.base import Arguments, Row, blank, parent


class Interview(Row, table=True):
    """One round. `start` is wall-clock time in `zone`; `start_at` and `end_at` derive from it."""

    __table_args__: ClassVar[Arguments] = (
        one_of("kind", InterviewKind),
        one_of("mode", Mode),
        one_of("called_off_by", Cancelled),
        CheckConstraint("minutes > 0", name="minutes_positive"),
        between("fold", 0, 1),
        Index("ix_interview_end_at", "end_at"),
    )
    opportunity_id: str = parent("opportunity")
    kind: InterviewKind = Field(sa_type=Word(InterviewKind))
    start: datetime = Field(sa_type=WallTime)
    zone: str = Field(sa_type=Text)
    fold: int = 0
    minutes: int
    start_at: datetime = Field(sa_type=Instant)
    end_at: datetime = Field(sa_type=Instant)
    mode: Mode = Field(sa_type=Word(Mode))
    place: str = blank()
    link: str = blank()
    notes: str = blank()
    called_off_by: Cancelled | None = Field(default=None, sa_type=Word(Cancelled))
    called_off_at: datetime | None = Field(default=None, sa_type=Instant)
    not_held: bool = False
    thanks: str = blank()
    thanked_at: datetime | None = Field(default=None, sa_type=Instant)


class Invitation(Row, table=True):
    """What a calendar calls an interview: the event that it came from, and how often that moved."""

    __table_args__: ClassVar[Arguments] = (Index("ix_invitation_uid", "uid"),)
    interview_id: str = parent("interview")
    uid: str = Field(sa_type=Text)
    occurrence: str = blank()
    sequence: int = 0


class Interviewer(Row, table=True):
    """A person's part in one interview."""

    __table_args__: ClassVar[Arguments] = (one_of("part", Part),)
    interview_id: str = parent("interview")
    person_id: str = parent("person")
    part: Part | None = Field(default=None, sa_type=Word(Part))
    position: int = 0


class PrepItem(Row, table=True):
    """One line of an interview's checklist."""

    __tablename__ = "prep_item"
    __table_args__: ClassVar[Arguments] = (
        one_of("section", Section),
        one_of("about", About),
        between("weight", 1, 3),
    )
    interview_id: str = parent("interview")
    section: Section = Field(sa_type=Word(Section))
    about: About | None = Field(default=None, sa_type=Word(About))
    text: str = Field(sa_type=Text)
    details: str = blank()
    source: str = blank()
    done: bool = False
    position: int = 0
    minutes: int = 3
    weight: int = 3
    rehearsals: int = 0
    template_key: str = blank()
    library_id: str | None = parent("library_item", optional=True)


class ExpectedQuestion(Row, table=True):
    """A question that I expect in one interview; `question_id` is the same one in the library's bank."""

    __tablename__ = "expected_question"
    interview_id: str = parent("interview")
    text: str = Field(sa_type=Text)
    question_id: str | None = parent("library_item", optional=True)
    position: int = 0
