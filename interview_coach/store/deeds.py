"""Deeds and questions: the only two ways to the database.

A deed takes drafts and writes; one deed is one transaction, one undo step, one label. A question
reads and returns frozen dataclasses of `domain`. Both are registered, and laws hold for each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, ParamSpec, TypeVar, cast

from sqlalchemy import Connection, Row, Select, func, select, update
from sqlcipher3 import dbapi2
from sqlmodel import Session

from interview_coach.domain.changes import Label, Place
from interview_coach.domain.trouble import Args, Trouble
from interview_coach.store import tables
from interview_coach.store.stamps import new_key

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T", bound=tables.Row)
# A statement and a row of any columns.
Asking = Select[*tuple[Any, ...]]
Found = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Deed:
    """A registered deed: its label's code, whether it is final, how long it can be undone."""

    name: str
    run: Callable[..., Any]
    final: bool = False
    lasts: timedelta | None = None


DEEDS: dict[str, Deed] = {}
QUESTIONS: dict[str, Callable[..., Any]] = {}


def deed(
    label: str,
    *,
    final: bool = False,
    lasts: timedelta | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register a deed under its label. A final one cannot be undone, nor anything before it."""

    def register(run: Callable[P, R]) -> Callable[P, R]:
        DEEDS[label] = Deed(label, run, final, lasts)
        run.deed = DEEDS[label]  # type: ignore[attr-defined]
        return run

    return register


def question(run: Callable[P, R]) -> Callable[P, R]:
    """Register a question."""
    QUESTIONS[f"{run.__module__.rsplit('.', 1)[-1]}.{run.__name__}"] = run
    return run


def deed_of(run: Callable[..., Any]) -> Deed:
    """The deed that a function was registered as."""
    return cast("Deed", run.deed)  # type: ignore[attr-defined]


@dataclass(slots=True)
class Reader:
    """What a question reads with: one consistent view of the store, and the present instant."""

    connection: Connection
    raw: dbapi2.Connection
    now: datetime

    def rows(self, statement: Asking) -> Sequence[Found]:
        """All rows of a statement."""
        return self.connection.execute(statement).all()

    def one(self, statement: Asking) -> Found | None:
        """The first row of a statement, or None."""
        return self.connection.execute(statement).first()

    def needed(self, statement: Asking) -> Found:
        """The first row of a statement; raises `Trouble("missing")` when there is none."""
        row = self.connection.execute(statement).first()
        if row is None:
            raise Trouble("missing")
        return row


@dataclass
class Writer:
    """What a deed writes with, inside one transaction."""

    session: Session
    raw: dbapi2.Connection
    now: datetime
    place: Place | None = None
    args: Args = field(default_factory=dict)

    @cached_property
    def reader(self) -> Reader:
        """A reader inside this transaction."""
        return Reader(self.session.connection(), self.raw, self.now)

    def add(self, row: type[T], **values: Any) -> T:
        """A new row with its key and times."""
        made = row(id=new_key(), created_at=self.now, changed_at=self.now, **values)
        self.session.add(made)
        self.session.flush()
        return made

    def get(self, row: type[T], key: str) -> T:
        """A row that is not in the trash; raises `Trouble("missing")`."""
        found = self.session.get(row, key)
        if found is None or found.trashed_at is not None:
            raise Trouble("missing")
        return found

    def all(self, row: type[T], *conditions: Any, order: Any = None) -> Sequence[T]:
        """The rows outside the trash that meet the conditions."""
        statement = select(row).where(row.trashed_at.is_(None), *conditions)  # type: ignore[union-attr]
        if order is not None:
            statement = statement.order_by(order)
        return self.session.execute(statement).scalars().all()

    def change(self, row: tables.Row, **values: Any) -> bool:
        """Set what differs, with a fresh change time; whether anything did."""
        differing = {k: v for k, v in values.items() if getattr(row, k) != v}
        for name, value in differing.items():
            setattr(row, name, value)
        if differing:
            row.changed_at = self.now
            self.session.add(row)
            self.session.flush()
        return bool(differing)

    def next_position(self, row: type[T], *conditions: Any) -> int:
        """One more than the last position among rows outside the trash that meet the conditions."""
        table = row.__table__  # type: ignore[attr-defined]
        statement = select(func.max(table.c.position)).where(
            table.c.trashed_at.is_(None), *conditions
        )
        last = self.session.execute(statement).scalar()
        return 0 if last is None else int(last) + 1

    def label(self, **args: object) -> None:
        """Arguments of the deed's label, such as the title of what was deleted."""
        self.args = args

    def at(self, kind: str, key: str, step: str = "") -> None:
        """Where the deed shows, so that undo can go there."""
        self.place = Place(kind, key, step)

    def trash(self, row: tables.Row) -> str:
        """Put a row and all that belongs to it in the trash as one batch; gives the batch."""
        batch = new_key()
        self._trash_tree(type(row).__table__, [row.id], batch)  # type: ignore[attr-defined]
        self.session.expire_all()
        return batch

    def _trash_tree(self, table: Any, keys: Sequence[str], batch: str) -> None:
        values = {"trashed_at": self.now, "trash_batch": batch, "changed_at": self.now}
        still_there = table.c.id.in_(keys) & table.c.trashed_at.is_(None)
        self.session.execute(update(table).where(still_there).values(values))
        for child in tables.KEPT:
            for reference in child.foreign_keys:
                if reference.column.table is table and reference.ondelete == "CASCADE":
                    below = select(child.c.id).where(
                        reference.parent.in_(keys), child.c.trashed_at.is_(None)
                    )
                    found = list(self.session.execute(below).scalars())
                    if found:
                        self._trash_tree(child, found, batch)


def label_of(run: Callable[..., Any], args: Args) -> Label:
    """The label of a deed with its arguments."""
    return Label(deed_of(run).name, args)
