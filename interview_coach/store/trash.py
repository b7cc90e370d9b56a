"""The trash: what was deleted together comes back together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from interview_coach.domain.trouble import Trouble
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.rows import above, uniques
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import KEPT

_NAMED = ("opportunity", "interview", "prep_item", "asked", "lesson", "outcome")
_TITLES = ("title", "text", "name", "kind", "decision")
# The way from any row to its company, one step at a time.
_UP = ("review", "outcome", "interview", "opportunity", "company")


@dataclass(frozen=True, slots=True)
class Batch:
    """One deletion: when, what it was called after, how many rows it holds, and at which company.

    `title` is a code where the table's rows have no wording of their own: the kind of an interview,
    the decision of an outcome.
    """

    id: str
    table: str
    title: str
    trashed_at: datetime
    rows: int
    company: str = ""


@question
def trash_batches(r: Reader) -> tuple[Batch, ...]:
    """The deletions in the trash, newest first."""
    found: dict[str, list[tuple[str, str, datetime, str]]] = {}
    for table in KEPT:
        title = next((table.c[n] for n in _TITLES if n in table.c), None)
        statement = select(
            table.c.trash_batch,
            table.c.trashed_at,
            table.c.id if title is None else title,
            table.c.id,
        ).where(table.c.trash_batch.is_not(None))
        for batch, when, name, key in r.rows(statement):
            found.setdefault(batch, []).append((table.name, str(name), when, key))
    batches = []
    for batch, rows in found.items():
        rows.sort(key=lambda x: _NAMED.index(x[0]) if x[0] in _NAMED else len(_NAMED))
        table_name, called, when, key = rows[0]
        company = _company(r, table_name, key)
        batches.append(Batch(batch, table_name, called, when, len(rows), company))
    return tuple(sorted(batches, key=lambda b: b.trashed_at, reverse=True))


def _company(r: Reader, table: str, key: str) -> str:
    """The name of the company that a row belongs to, in the trash or not."""
    columns = {t.name: {c.name for c in t.columns} for t in KEPT}
    while table != "company":
        above = next((up for up in _UP if f"{up}_id" in columns[table]), None)
        if table == "outcome":
            above = "opportunity"
        if above is None:
            return ""
        found = r.raw.execute(f"SELECT {above}_id FROM {table} WHERE id = ?", (key,)).fetchone()
        if found is None or found[0] is None:
            return ""
        table, key = above, found[0]
    name = r.raw.execute("SELECT name FROM company WHERE id = ?", (key,)).fetchone()
    return str(name[0]) if name else ""


@deed("restore_batch")
def restore_batch(w: Writer, batch: str) -> int:
    """Bring one deletion back, whole, and nothing deleted before it; gives how many rows.

    Raises `Trouble`: missing, parent_in_trash when what it belongs to was deleted after it, sealed when
    its review has been sealed since, place_taken when another has come where only one can be.
    """
    stamp = utc_text(w.now)
    count = 0
    for table in KEPT:
        _refuse_what_does_not_fit(w, table.name, batch)
    for table in KEPT:
        for parent, column in above(table.name):
            orphan = w.raw.execute(
                f"SELECT 1 FROM {table.name} c JOIN {parent} p ON p.id = c.{column} "
                "WHERE c.trash_batch = ? AND p.trashed_at IS NOT NULL "
                "AND p.trash_batch IS NOT c.trash_batch LIMIT 1",
                (batch,),
            ).fetchone()
            if orphan:
                raise Trouble("parent_in_trash")
        done = w.raw.execute(
            f"UPDATE {table.name} SET trashed_at = NULL, trash_batch = NULL, changed_at = ? "
            "WHERE trash_batch = ?",
            (stamp, batch),
        )
        count += done.rowcount
    if not count:
        raise Trouble("missing")
    w.forget()
    return count


def _refuse_what_does_not_fit(w: Writer, table: str, batch: str) -> None:
    if ("review", "review_id") in above(table) and table != "remark":
        sealed = w.raw.execute(
            f"SELECT 1 FROM {table} c JOIN review p ON p.id = c.review_id WHERE c.trash_batch = ? "
            "AND p.trash_batch IS NOT c.trash_batch AND p.sealed_at IS NOT NULL LIMIT 1",
            (batch,),
        ).fetchone()
        if sealed:
            raise Trouble("sealed")
    for columns in uniques(table):
        same = " AND ".join(f"o.{column} IS c.{column}" for column in columns)
        taken = w.raw.execute(
            f"SELECT 1 FROM {table} c JOIN {table} o ON {same} WHERE c.trash_batch = ? "
            "AND o.trashed_at IS NULL LIMIT 1",
            (batch,),
        ).fetchone()
        if taken:
            raise Trouble("place_taken")


@deed("empty_trash", final=True)
def empty_trash(w: Writer) -> int:
    """Delete for good what is in the trash; gives how many rows. Asked before, never undone."""
    count = 0
    for table in reversed(KEPT):
        count += w.raw.execute(f"DELETE FROM {table.name} WHERE trashed_at IS NOT NULL").rowcount
    w.forget()
    return count
