"""Deeds and questions: the only two ways to the database.

A deed takes drafts and writes; one deed is one transaction, one undo step, one label. A question
reads and returns frozen dataclasses of `domain`. Both are registered, and laws hold for each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, ParamSpec, TypeVar, cast

from sqlalchemy import Connection, Row, Select, func, select
from sqlcipher3 import dbapi2

from interview_coach.domain.changes import Label, Place
from interview_coach.domain.kinds import Topic
from interview_coach.domain.search import match_expression
from interview_coach.domain.trouble import Args, Trouble
from interview_coach.store import behind, tables
from interview_coach.store.rows import below, shape
from interview_coach.store.stamps import new_key, utc_text

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


class IndexBehind(Exception):
    """A search was asked for while the index is behind: it catches up, and is asked again."""


@dataclass(slots=True)
class Reader:
    """What a question reads with: one consistent view of the store, and the present instant.

    An `exact` one does not search an index that is behind.
    """

    connection: Connection
    raw: dbapi2.Connection
    now: datetime
    exact: bool = False

    def expression(self, query: str) -> str | None:
        """What to look for in the index, or None when there is nothing. Raises `IndexBehind`."""
        if self.exact and behind.anything(self.raw):
            raise IndexBehind
        return match_expression(query)

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
    """What a deed writes with, inside one transaction; of no use when that has ended."""

    connection: Connection
    lane: dbapi2.Connection
    now: datetime
    place: Place | None = None
    args: Args = field(default_factory=dict)
    topics: set[Topic] = field(default_factory=set)
    final: bool = False
    _known: dict[str, tables.Row] = field(default_factory=dict)

    @property
    def raw(self) -> dbapi2.Connection:
        """The connection, while the transaction lasts; raises RuntimeError after."""
        if not self.lane.in_transaction:
            message = "a write outside a transaction"
            raise RuntimeError(message)
        return self.lane

    @cached_property
    def reader(self) -> Reader:
        """A reader inside this transaction."""
        return Reader(self.connection, self.raw, self.now)

    def add(self, row: type[T], **values: Any) -> T:
        """A new row with its key and times."""
        return self.add_all(row, [values])[0]

    def add_all(self, row: type[T], many: Iterable[Mapping[str, Any]]) -> list[T]:
        """New rows with their keys and times, in one statement."""
        times = {"created_at": self.now, "changed_at": self.now}
        made = shape(row).insert(self.raw, [{"id": new_key(), **times, **v} for v in many])
        self._known.update((new.id, new) for new in made)
        return made

    def get(self, row: type[T], key: str) -> T:
        """A row that is not in the trash; raises `Trouble("missing")`."""
        found = self.find(row, key)
        if found is None:
            raise Trouble("missing")
        return found

    def find(self, row: type[T], key: str | None) -> T | None:
        """A row that is not in the trash, or None."""
        known = self._known.get(key or "")
        if not isinstance(known, row):
            known = next(iter(shape(row).find(self.raw, "id = ?", [key])), None)
            if known is not None:
                self._known[known.id] = known
        return known if known is not None and known.trashed_at is None else None

    def all(
        self, row: type[T], *conditions: Any, order: str | Any = None, **equal: Any
    ) -> Sequence[T]:
        """The rows outside the trash that meet the conditions: `interview_id=key`, or SQLAlchemy's."""
        made = shape(row)
        if conditions:
            found = self._meeting(row, conditions)
        else:
            where, args = made.where(equal)
            found = made.find(self.raw, where, args)
        rows = [self._same(one) for one in found]
        if order is not None:
            name = order if isinstance(order, str) else order.key
            rows.sort(key=lambda one: (getattr(one, name), one.id))
        return rows

    def _meeting(self, row: type[T], conditions: Sequence[Any]) -> list[T]:
        table = tables.table_of(row)
        statement = select(table).where(table.c.trashed_at.is_(None), *conditions)
        found = self.connection.execute(statement).mappings()
        return [shape(row).made({str(k): v for k, v in one.items()}) for one in found]

    def _same(self, fresh: T) -> T:
        """The instance that this deed has of a row already, brought up to date, else this one."""
        known = self._known.setdefault(fresh.id, fresh)
        if known is not fresh:
            shape(type(fresh)).copy(fresh, known)
        return cast("T", known)

    def change(self, row: tables.Row, **values: Any) -> bool:
        """Set what differs, with a fresh change time; whether anything did."""
        differing = {k: v for k, v in values.items() if getattr(row, k) != v}
        if differing:
            shape(type(row)).update(self.raw, row, {**differing, "changed_at": self.now})
        return bool(differing)

    def next_position(self, row: type[T], *conditions: Any, **equal: Any) -> int:
        """One more than the last position among rows outside the trash that meet the conditions."""
        if conditions:
            table = tables.table_of(row)
            statement = select(func.max(table.c.position))
            statement = statement.where(table.c.trashed_at.is_(None), *conditions)
            last = self.connection.execute(statement).scalar()
        else:
            made = shape(row)
            where, args = made.where(equal)
            sql = f"SELECT max(position) FROM {made.name} WHERE {where}"
            last = self.raw.execute(sql, args).fetchone()[0]
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
        self.trash_as(batch, tables.table_of(type(row)).name, [row.id])
        return batch

    def trash_as(self, batch: str, table: str, keys: Sequence[str]) -> None:
        """Put rows and all that belongs to them in the trash as part of a batch."""
        self._trash_tree(table, keys, batch)
        self.forget()

    def bury(self, row: tables.Row) -> None:
        """Let go of a row that says only that something was so: it is in no batch of the trash."""
        self.change(row, trashed_at=self.now)

    def _trash_tree(self, table: str, keys: Sequence[str], batch: str) -> None:
        stamp = utc_text(self.now)
        listed = json.dumps(keys)
        self.raw.execute(
            f"UPDATE {table} SET trashed_at = ?, trash_batch = ?, changed_at = ? "
            f"WHERE trashed_at IS NULL AND id IN ({_LISTED})",
            (stamp, batch, stamp, listed),
        )
        for child, column in below(table):
            found = self.raw.execute(
                f"SELECT id FROM {child} WHERE trashed_at IS NULL AND {column} IN ({_LISTED})",
                (listed,),
            ).fetchall()
            if found:
                self._trash_tree(child, [key for (key,) in found], batch)

    def forget(self) -> None:
        """Rows have been changed past this writer: what it knows of them is read anew."""
        self._known.clear()


_LISTED = "SELECT value FROM json_each(?)"


def label_of(run: Callable[..., Any], args: Args) -> Label:
    """The label of a deed with its arguments."""
    return Label(deed_of(run).name, args)
