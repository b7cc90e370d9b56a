"""The trash: what was deleted together comes back together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import KEPT

_NAMED = ("opportunity", "interview", "prep_item", "asked", "lesson", "outcome")


@dataclass(frozen=True, slots=True)
class Batch:
    """One deletion: when, what it was called after, and how many rows it holds."""

    id: str
    table: str
    title: str
    trashed_at: datetime
    rows: int


@question
def trash_batches(r: Reader) -> tuple[Batch, ...]:
    """The deletions in the trash, newest first."""
    found: dict[str, list[tuple[str, str, datetime]]] = {}
    for table in KEPT:
        title = next((table.c[n] for n in ("title", "text", "name", "kind") if n in table.c), None)
        statement = select(
            table.c.trash_batch,
            table.c.trashed_at,
            table.c.id if title is None else title,
        ).where(table.c.trashed_at.is_not(None))
        for batch, when, name in r.rows(statement):
            found.setdefault(batch, []).append((table.name, str(name), when))
    batches = []
    for batch, rows in found.items():
        rows.sort(key=lambda x: _NAMED.index(x[0]) if x[0] in _NAMED else len(_NAMED))
        batches.append(Batch(batch, rows[0][0], rows[0][1], rows[0][2], len(rows)))
    return tuple(sorted(batches, key=lambda b: b.trashed_at, reverse=True))


@deed("restore_batch")
def restore_batch(w: Writer, batch: str) -> int:
    """Bring one deletion back, whole, and nothing deleted before it; gives how many rows."""
    stamp = utc_text(w.now)
    count = 0
    for table in KEPT:
        done = w.raw.execute(
            f"UPDATE {table.name} SET trashed_at = NULL, trash_batch = NULL, changed_at = ? "
            "WHERE trash_batch = ?",
            (stamp, batch),
        )
        count += done.rowcount
    w.forget()
    return count


@deed("empty_trash", final=True)
def empty_trash(w: Writer) -> int:
    """Delete for good what is in the trash; gives how many rows. Asked before, never undone."""
    count = 0
    for table in reversed(KEPT):
        count += w.raw.execute(f"DELETE FROM {table.name} WHERE trashed_at IS NOT NULL").rowcount
    w.forget()
    return count
