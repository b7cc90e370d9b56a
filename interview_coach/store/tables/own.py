"""What stands beside the record: settings, unsaved typing, earlier versions, and what is derived.

No `from __future__ import annotations` here: SQLModel reads the annotations.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from interview_coach.domain.kinds import EntryKind
from interview_coach.store.columns import Instant, Word, one_of
from interview_coach.store.tables.base import Arguments, Row, blank


class Setting(SQLModel, table=True):
    """A named value that belongs to the store rather than to one window."""

    name: str = Field(primary_key=True, sa_type=Text)
    value: str = blank()


class Scratch(SQLModel, table=True):
    """Typing that no deed has taken over yet: one row per field, no undo, no search."""

    field: str = Field(primary_key=True, sa_type=Text)
    text: str = Field(sa_type=Text)
    saved_at: datetime = Field(sa_type=Instant)
    # What was stored when the typing began: so that a change meanwhile is noticed.
    base: str | None = Field(default=None, sa_type=Text)


class Version(Row, table=True):
    """A long text as it stood until this row was made. `field` is the owner's table and column.

    The owner is a row of any table that has long texts, so no foreign key can name it; the trash
    treats a version as what belongs to its owner all the same.
    """

    __table_args__: ClassVar[Arguments] = (Index("ix_version_owner_id_field", "owner_id", "field"),)
    owner_id: str = Field(sa_type=Text)
    field: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)


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
