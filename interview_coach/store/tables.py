"""Every table of the store. Rows never leave `store`.

No `from __future__ import annotations` here: SQLModel reads the annotations.
"""

from datetime import date, datetime
from typing import Any, ClassVar, cast

from sqlalchemy import CheckConstraint, Index, MetaData, Table, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from interview_coach.domain.kinds import (
    About,
    Answer,
    Cancelled,
    Certainty,
    Coverage,
    Decision,
    EntryKind,
    Family,
    Felt,
    InterviewKind,
    LessonFamily,
    LessonState,
    Mode,
    Part,
    ReasonKind,
    Section,
    Sign,
    Strength,
)
from interview_coach.store.columns import Grade, Instant, WallTime, Word, between, one_of

metadata = SQLModel.metadata
metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    },
).naming_convention

Arguments = tuple[Any, ...]


class Row(SQLModel):
    """What every table has: a UUIDv7 key, times of making and changing, and a place in the trash."""

    id: str = Field(primary_key=True, sa_type=Text)
    created_at: datetime = Field(sa_type=Instant)
    changed_at: datetime = Field(sa_type=Instant)
    trashed_at: datetime | None = Field(default=None, sa_type=Instant)
    trash_batch: str | None = Field(default=None, sa_type=Text)


def table_of(row: type[SQLModel]) -> Table:
    """The table behind a class of rows."""
    return cast("Table", row.__table__)  # type: ignore[attr-defined]


def parent(target: str, *, optional: bool = False) -> Any:
    """A foreign key to `target`, indexed, that deletes with its parent."""
    common: dict[str, Any] = {"foreign_key": f"{target}.id", "sa_type": Text, "index": True}
    if optional:
        return Field(default=None, nullable=True, ondelete="SET NULL", **common)
    return Field(ondelete="CASCADE", **common)


def blank() -> Any:
    """A text that is empty until given."""
    return Field(default="", sa_type=Text)


class Company(Row, table=True):
    """Who you talk to."""

    name: str = Field(sa_type=Text)
    website: str = blank()
    notes: str = blank()


class Opportunity(Row, table=True):
    """One job at one company; it can exist before any interview does."""

    company_id: str = parent("company")
    title: str = Field(sa_type=Text)
    posting_text: str = blank()
    posting_url: str = blank()
    found_at: str = blank()
    pay: str = blank()
    sent: str = blank()
    sent_on: date | None = None
    notes: str = blank()
    archived_at: datetime | None = Field(default=None, sa_type=Instant)


class Person(Row, table=True):
    """Someone at the company."""

    company_id: str = parent("company")
    name: str = Field(sa_type=Text)
    title: str = blank()
    notes: str = blank()


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


class Requirement(Row, table=True):
    """Something the posting asks for, with the evidence that answers it."""

    __table_args__: ClassVar[Arguments] = (one_of("strength", Strength),)
    opportunity_id: str = parent("opportunity")
    text: str = Field(sa_type=Text)
    evidence: str = blank()
    strength: Strength = Field(default=Strength.GAP, sa_type=Word(Strength))
    position: int = 0


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


class Asked(Row, table=True):
    """A question asked in one interview, and how I rate my answer."""

    __table_args__: ClassVar[Arguments] = (between("rating", 1, 5),)
    review_id: str = parent("review")
    text: str = Field(sa_type=Text)
    rating: int | None = None
    next_time: str = blank()
    position: int = 0


class Signal(Row, table=True):
    """One thing they did or said."""

    review_id: str = parent("review")
    text: str = Field(sa_type=Text)
    position: int = 0


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


class Setting(SQLModel, table=True):
    """A named value that belongs to the store rather than to one window."""

    name: str = Field(primary_key=True, sa_type=Text)
    value: str = blank()


class Scratch(SQLModel, table=True):
    """Typing that no deed has taken over yet: one row per field, no undo, no search."""

    field: str = Field(primary_key=True, sa_type=Text)
    text: str = Field(sa_type=Text)
    saved_at: datetime = Field(sa_type=Instant)


class Entry(SQLModel, table=True):
    """Derived: one row per event on the timeline, its key in the order of wall-clock time."""

    __table_args__: ClassVar[Arguments] = (
        one_of("kind", EntryKind),
        Index("ix_entry_kind_key", "kind", "key"),
        Index("ix_entry_company_id_key", "company_id", "key"),
        Index("ix_entry_state_end_at", "kind", "state", "end_at"),
    )
    key: int = Field(primary_key=True)
    kind: EntryKind = Field(sa_type=Word(EntryKind))
    owner_id: str = Field(sa_type=Text, index=True)
    interview_id: str | None = Field(default=None, sa_type=Text)
    opportunity_id: str = Field(sa_type=Text, index=True)
    company_id: str = Field(sa_type=Text)
    interview_kind: str | None = Field(default=None, sa_type=Text)
    state: str = blank()
    end_at: str = blank()
    digest: str = blank()


# Parents before children. What is left out is derived, or not the person's own.
KEPT = tuple(t for t in metadata.sorted_tables if t.name not in {"setting", "scratch", "entry"})
