"""The trash: what was deleted together comes back together, and goes for good after its time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlcipher3 import dbapi2

from interview_coach.domain.trash import Batch, Thing, expired
from interview_coach.domain.trouble import Trouble
from interview_coach.domain.zones import parse_utc
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.rows import above, uniques
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import KEPT
from interview_coach.store.whereabouts import place_of

_TITLES = ("title", "text", "name", "kind", "decision")
# The way from any row to its company, one step at a time.
_UP = ("review", "outcome", "interview", "opportunity", "company")
# What goes along unseen: it says something of another row, and has no words of its own.
_UNSEEN = {"interviewer", "covered", "version", "invitation"}
_COLUMNS = {table.name: {column.name for column in table.columns} for table in KEPT}
_MOST = 200

# How long a key is as text: fields of scratch are named by them.
_KEY = 36


def _title(table: str) -> str:
    """The column by which rows of a table are called, in SQL; nothing for those without words."""
    if table == "pay_talk":
        return "coalesce(nullif(said, ''), asked)"
    return next((name for name in _TITLES if name in _COLUMNS[table]), "''")


def _wanted(table: str) -> str:
    """Key, title and section of a table's rows, in SQL."""
    section = "section" if "section" in _COLUMNS[table] else "''"
    return f"id, {_title(table)}, {section}"


def _things(raw: dbapi2.Connection, batch: str) -> Iterator[tuple[str, Thing]]:
    """The rows of a batch with their keys, what was deleted before what went with it."""
    for table in KEPT:
        order = "position, id" if "position" in _COLUMNS[table.name] else "id"
        rows = raw.execute(
            f"SELECT {_wanted(table.name)} FROM {table.name} "
            f"WHERE trash_batch = ? ORDER BY {order}",
            (batch,),
        ).fetchall()
        for key, title, section in rows:
            yield key, Thing(table.name, title, section)


@question
def trash_batches(r: Reader) -> tuple[Batch, ...]:
    """The deletions in the trash, newest first."""
    first: dict[str, tuple[str, Thing, datetime]] = {}
    counts: dict[str, dict[str, int]] = {}
    # Parents come before children, so that the first row of a batch is what was deleted.
    for table in KEPT:
        rows = r.raw.execute(
            f"SELECT trash_batch, trashed_at, {_wanted(table.name)} FROM {table.name} "
            "WHERE trash_batch IS NOT NULL ORDER BY id"
        ).fetchall()
        for batch, when, key, title, section in rows:
            thing = Thing(table.name, title, section)
            if batch not in first:
                first[batch] = (key, thing, parse_utc(when))
            elif table.name not in _UNSEEN:
                found = counts.setdefault(batch, {})
                found[table.name] = found.get(table.name, 0) + 1
    batches = [
        Batch(
            batch,
            thing,
            when,
            _company(r, thing.table, key),
            tuple(counts.get(batch, {}).items()),
            _inside(r.raw, batch),
        )
        for batch, (key, thing, when) in first.items()
    ]
    return tuple(sorted(batches, key=lambda b: (b.trashed_at, b.id), reverse=True))


@question
def trash_contents(r: Reader, batch: str) -> tuple[Thing, ...]:
    """What is in one deletion, the deleted thing first; the first two hundred that have words."""
    found = [thing for _key, thing in _things(r.raw, batch) if thing.table not in _UNSEEN]
    return tuple(found[:_MOST])


def _company(r: Reader, table: str, key: str) -> str:
    """The name of the company that a row belongs to, in the trash or not."""
    while table != "company":
        parent = next((up for up in _UP if f"{up}_id" in _COLUMNS[table]), None)
        if table in {"outcome", "pay_talk"}:
            # They may be of a round; of an opportunity they always are.
            parent = "opportunity"
        if parent is None:
            return ""
        found = r.raw.execute(f"SELECT {parent}_id FROM {table} WHERE id = ?", (key,)).fetchone()
        if found is None or found[0] is None:
            return ""
        table, key = parent, found[0]
    name = r.raw.execute("SELECT name FROM company WHERE id = ?", (key,)).fetchone()
    return str(name[0]) if name else ""


def _parents(raw: dbapi2.Connection, batch: str) -> dict[str, tuple[str, str | None]]:
    """What rows of a batch belong to and is in the trash by another way: key to table and batch."""
    found: dict[str, tuple[str, str | None]] = {}
    for table in KEPT:
        for parent, column in above(table.name):
            rows = raw.execute(
                f"SELECT DISTINCT p.id, p.trash_batch FROM {table.name} c "
                f"JOIN {parent} p ON p.id = c.{column} WHERE c.trash_batch = ? "
                "AND p.trashed_at IS NOT NULL AND p.trash_batch IS NOT c.trash_batch",
                (batch,),
            ).fetchall()
            found.update((key, (parent, other)) for key, other in rows)
    return found


def _inside(raw: dbapi2.Connection, batch: str) -> Thing | None:
    """What the deleted thing belongs to, when that was deleted after it."""
    for key, (table, other) in _parents(raw, batch).items():
        if other is None:
            title = f"SELECT {_title(table)} FROM {table} WHERE id = ?"
            return Thing(table, str(raw.execute(title, (key,)).fetchone()[0]))
        return next(thing for _key, thing in _things(raw, other))
    return None


@deed("restore_batch")
def restore_batch(w: Writer, batch: str, *, what_it_is_in: bool = False) -> int:
    """Bring one deletion back, whole, and nothing deleted before it; gives how many rows.

    `what_it_is_in`: also, whole, the later deletions of what it belongs to. Raises `Trouble`: missing,
    parent_in_trash when there is one and nobody asked for it, sealed when its review has been sealed
    since, place_taken when another has come where only one can be.
    """
    first = next(_things(w.raw, batch), None)
    if first is None:
        raise Trouble("missing")
    key, thing = first
    count = _restore(w, batch, what_it_is_in=what_it_is_in)
    w.forget()
    w.label(table=thing.table, section=thing.section)
    w.place = place_of(w.raw, thing.table, key)
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


def _restore(w: Writer, batch: str, *, what_it_is_in: bool) -> int:
    count = 0
    for key, (parent, other) in _parents(w.raw, batch).items():
        if not what_it_is_in:
            raise Trouble("parent_in_trash")
        if other is None:
            count += _bring_back(w, parent, "id", key)
        else:
            count += _restore(w, other, what_it_is_in=True)
    for table in KEPT:
        _refuse_what_does_not_fit(w, table.name, batch)
    return count + sum(_bring_back(w, table.name, "trash_batch", batch) for table in KEPT)


def _bring_back(w: Writer, table: str, column: str, key: str) -> int:
    stamp = utc_text(w.now)
    done = w.raw.execute(
        f"UPDATE {table} SET trashed_at = NULL, trash_batch = NULL, changed_at = ? "
        f"WHERE {column} = ?",
        (stamp, key),
    )
    return done.rowcount


@deed("empty_trash", final=True)
def empty_trash(w: Writer) -> int:
    """Delete for good what is in the trash; gives how many rows. Asked before, never undone."""
    count = 0
    for table in reversed(KEPT):
        count += w.raw.execute(f"DELETE FROM {table.name} WHERE trashed_at IS NOT NULL").rowcount
    _drop_scratch(w.raw)
    w.forget()
    return count


def _drop_scratch(raw: dbapi2.Connection) -> None:
    """Let what was typed about rows that are gone for good go with them: it is found nowhere any more."""
    for (field,) in raw.execute("SELECT field FROM scratch").fetchall():
        keys = [part for part in field.split(":") if len(part) == _KEY and part.count("-") == 4]
        if any(not _is_there(raw, key) for key in keys):
            raw.execute("DELETE FROM scratch WHERE field = ?", (field,))


def _is_there(raw: dbapi2.Connection, key: str) -> bool:
    return any(
        raw.execute(f"SELECT 1 FROM {table.name} WHERE id = ?", (key,)).fetchone() for table in KEPT
    )


@question
def anything_expired(r: Reader) -> bool:
    """Whether something has been in the trash for longer than it is kept."""
    stamp = utc_text(expired(r.now))
    return any(
        r.raw.execute(
            f"SELECT 1 FROM {table.name} WHERE trashed_at < ? LIMIT 1", (stamp,)
        ).fetchone()
        for table in KEPT
    )


def expire(raw: dbapi2.Connection, now: datetime, needed: Collection[str]) -> int:
    """Delete for good what has been in the trash for longer than it is kept; gives how many rows.

    Nothing goes while one of these rows is among the keys in `needed`: what can still be undone or
    redone names it.
    """
    stamp = utc_text(expired(now))
    old = {
        table.name: [
            key
            for (key,) in raw.execute(
                f"SELECT id FROM {table.name} WHERE trashed_at < ?", (stamp,)
            ).fetchall()
        ]
        for table in KEPT
    }
    if any(key in needed for keys in old.values() for key in keys):
        return 0
    for table in reversed(KEPT):
        raw.executemany(
            f"DELETE FROM {table.name} WHERE id = ?", [(key,) for key in old[table.name]]
        )
    _drop_scratch(raw)
    return sum(map(len, old.values()))
