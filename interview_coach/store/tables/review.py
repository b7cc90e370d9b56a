"""Reviews and what hangs on them.

No `from __future__ import annotations` here: SQLModel reads the annotations.
"""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlalchemy import text as sql
from sqlmodel import Field

from interview_coach.domain.kinds import About, Confidence, Coverage, Felt, Section
from interview_coach.store.columns import Grade, Instant, Word, between, one_of
from interview_coach.store.tables.base import Arguments, Row, blank, parent


class Review(Row, table=True):
    """The review of one interview: open until sealed."""

    __table_args__: ClassVar[Arguments] = (
        between("felt", 1, 5),
        between("my_answers", 1, 5),
        between("connection", 1, 5),
        between("learned", 1, 5),
        between("energy", 1, 5),
        between("forecast", 0, 100),
        Index(
            "ix_review_interview_id_live",
            "interview_id",
            unique=True,
            sqlite_where=sql("trashed_at IS NULL"),
        ),
    )
    interview_id: str = parent("interview")
    felt: Felt | None = Field(default=None, sa_type=Grade(Felt))
    recall_done_at: datetime | None = Field(default=None, sa_type=Instant)
    minutes_after: int | None = None
    my_answers: int | None = None
    connection: int | None = None
    learned: int | None = None
    energy: int | None = None
    went_well: str = blank()
    would_change: str = blank()
    surprises: str = blank()
    next_step: str = blank()
    promised_on: date | None = None
    forecast: int | None = None
    sealed_at: datetime | None = Field(default=None, sa_type=Instant)
    captured_at: datetime | None = Field(default=None, sa_type=Instant)
    quick_note: str = blank()
    feedback: str = blank()


class Asked(Row, table=True):
    """A question asked in one interview, and how I rate my answer.

    `question_id` is the same question in the library's bank, `story_id` the story told as the answer,
    `expected_id` the question that I had expected.
    """

    __table_args__: ClassVar[Arguments] = (between("rating", 1, 5),)
    review_id: str = parent("review")
    text: str = Field(sa_type=Text)
    rating: int | None = None
    next_time: str = blank()
    position: int = 0
    question_id: str | None = parent("library_item", optional=True)
    story_id: str | None = parent("library_item", optional=True)
    expected_id: str | None = parent("expected_question", optional=True)


class Signal(Row, table=True):
    """One thing they did or said, and, kept apart from it, what I take it to mean and how surely."""

    __table_args__: ClassVar[Arguments] = (one_of("confidence", Confidence),)
    review_id: str = parent("review")
    text: str = Field(sa_type=Text)
    position: int = 0
    meaning: str = blank()
    confidence: Confidence = Field(default=Confidence.UNSURE, sa_type=Word(Confidence))


class Covered(Row, table=True):
    """What became of one planned item. `text` is the item as it was when the review was sealed."""

    __table_args__: ClassVar[Arguments] = (one_of("coverage", Coverage),)
    review_id: str = parent("review")
    prep_item_id: str | None = parent("prep_item", optional=True)
    section: Section = Field(sa_type=Word(Section))
    about: About | None = Field(default=None, sa_type=Word(About))
    text: str = Field(sa_type=Text)
    coverage: Coverage = Field(sa_type=Word(Coverage))
    position: int = 0


class Remark(Row, table=True):
    """A dated remark on a sealed review."""

    review_id: str = parent("review")
    text: str = Field(sa_type=Text)
