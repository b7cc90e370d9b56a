"""Undo and redo by row images, so that no feature writes inverse code.

TEMP triggers note every row before and after; cascades and bulk updates are caught too (SQLite's
note "Automatic Undo/Redo").
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlcipher3 import dbapi2

from interview_coach.domain.changes import HistoryState, Label, Place
from interview_coach.store.stamps import utc_text

Image = dict[str, Any]
LIMIT = 100
# By so much a clock may be adjusted without having been set back.
_ADJUSTED = timedelta(minutes=2)
_KEY_LENGTH = 36


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, as JSON; None where it was not there.

    `quiet` says that only columns changed which nothing is derived from.
    """

    table: str
    key: str
    before_json: str | None
    after_json: str | None
    quiet: bool

    @property
    def before(self) -> Image | None:
        """The row's columns before."""
        return None if self.before_json is None else json.loads(self.before_json)

    @property
    def after(self) -> Image | None:
        """The row's columns after."""
        return None if self.after_json is None else json.loads(self.after_json)


@dataclass(frozen=True, slots=True)
class Step:
    """One deed in the history.

    A `fleeting` step can be undone only as the very next one, until `expires_at`.
    """

    label: Label
    place: Place | None
    rows: tuple[RowChange, ...]
    expires_at: datetime | None = None
    made_at: datetime | None = None

    def expired(self, now: datetime) -> bool:
        """Whether its time is up; a clock that was set back gives it no more."""
        if self.expires_at is None:
            return False
        back = self.made_at is not None and now < self.made_at - _ADJUSTED
        return back or now >= self.expires_at

    @property
    def fleeting(self) -> bool:
        """Whether anything done after it makes it final."""
        return self.expires_at is not None


def install(
    raw: dbapi2.Connection, tables: Iterable[str], quiet: Container[str] = frozenset()
) -> None:
    """Make the log and its triggers on the writer's connection.

    From columns in `quiet` nothing is derived: named alone in every table, or "table.column".
    """
    raw.execute(
        "CREATE TEMP TABLE change_log"
        "(seq INTEGER PRIMARY KEY, tbl TEXT, row_key TEXT, before TEXT, after TEXT, quiet INTEGER)",
    )
    for table in tables:
        columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        old = ", ".join(f"'{c}', OLD.{c}" for c in columns)
        new = ", ".join(f"'{c}', NEW.{c}" for c in columns)
        told = [c for c in columns if c not in quiet and f"{table}.{c}" not in quiet]
        same = " AND ".join(f"OLD.{c} IS NEW.{c}" for c in told)
        into = "INSERT INTO change_log(tbl, row_key, before, after, quiet)"
        for event, row, before, after, silent in (
            ("INSERT", "NEW", "NULL", f"json_object({new})", "0"),
            ("UPDATE", "OLD", f"json_object({old})", f"json_object({new})", same),
            ("DELETE", "OLD", f"json_object({old})", "NULL", "0"),
        ):
            raw.execute(
                f"CREATE TEMP TRIGGER note_{table}_{event.lower()} AFTER {event} ON main.{table} "
                f"BEGIN {into} VALUES ('{table}', {row}.id, {before}, {after}, {silent}); END",
            )


def taken(raw: dbapi2.Connection) -> tuple[RowChange, ...]:
    """What was noted since the last call, in order; the log is empty afterwards."""
    noted = raw.execute(
        "SELECT tbl, row_key, before, after, quiet FROM change_log ORDER BY seq"
    ).fetchall()
    if noted:
        raw.execute("DELETE FROM change_log")
    return tuple(RowChange(*row) for row in noted)


def put(raw: dbapi2.Connection, rows: Sequence[RowChange], now: datetime, *, back: bool) -> None:
    """Bring rows back to how they were (`back`) or forward again, with a fresh change time."""
    raw.execute("PRAGMA defer_foreign_keys=ON")
    stamp = utc_text(now)
    for row in reversed(rows) if back else rows:
        wanted = row.before if back else row.after
        present = row.after_json if back else row.before_json
        if wanted is None:
            raw.execute(f"DELETE FROM {row.table} WHERE id = ?", (row.key,))
            continue
        image = wanted | {"changed_at": stamp}
        names = list(image)
        if present is None:
            marks = ", ".join("?" * len(names))
            sql = f"INSERT INTO {row.table}({', '.join(names)}) VALUES ({marks})"
            raw.execute(sql, list(image.values()))
        else:
            sets = ", ".join(f"{name} = ?" for name in names)
            raw.execute(f"UPDATE {row.table} SET {sets} WHERE id = ?", [*image.values(), row.key])


class History:
    """The steps of this session that can be undone and redone: the last hundred."""

    def __init__(self) -> None:
        self._done: deque[Step] = deque(maxlen=LIMIT)
        self._undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Remember a new deed; what was undone cannot be redone any more."""
        if self._done and self._done[-1].fleeting:
            # Anything done after it makes it final, and nothing final can be undone past.
            self._done.clear()
        self._done.append(step)
        self._undone.clear()

    def forget(self) -> None:
        """Nothing before this moment can be undone."""
        self._done.clear()
        self._undone.clear()

    def last_done(self, now: datetime) -> Step | None:
        """The step that undo would take back at `now`."""
        if not self._done:
            return None
        step = self._done[-1]
        if step.expired(now):
            self._done.clear()
            return None
        return step

    def last_undone(self) -> Step | None:
        """The step that redo would bring back."""
        return self._undone[-1] if self._undone else None

    def moved_back(self) -> None:
        """The last done step has been undone."""
        self._undone.append(self._done.pop())

    def moved_forward(self) -> None:
        """The last undone step has been redone."""
        self._done.append(self._undone.pop())

    def keys(self) -> set[str]:
        """The keys that what can be undone or redone is about, or names."""
        return {
            value
            for step in (*self._done, *self._undone)
            for row in step.rows
            for image in (row.before, row.after)
            for value in (image or {}).values()
            if isinstance(value, str) and len(value) == _KEY_LENGTH
        }

    def state(self, now: datetime) -> HistoryState:
        """What can be undone and redone at `now`."""
        done, undone = self.last_done(now), self.last_undone()
        return HistoryState(done.label if done else None, undone.label if undone else None)


def expiry(now: datetime, lasts: timedelta | None) -> datetime | None:
    """When a step that lasts only so long ends; None for one that lasts."""
    return now + lasts if lasts is not None else None
