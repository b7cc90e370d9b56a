"""What every table has and is made with.

No `from __future__ import annotations` here: SQLModel reads the annotations.
"""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import MetaData, Table, Text
from sqlmodel import Field, SQLModel

from interview_coach.store.columns import Instant

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
