"""Keeps a long text as it was when a deed changes it, in the deed's own transaction.

So undoing the deed takes the version back with it, and redoing it brings both again. What is old is
thinned at the same moment, field by field.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlcipher3 import dbapi2

from interview_coach.domain.versions import Stamp, thinned
from interview_coach.domain.zones import parse_utc
from interview_coach.store.long_texts import LONG_TEXTS
from interview_coach.store.stamps import new_key, utc_text
from interview_coach.store.undo import RowChange

_INSERT = (
    "INSERT INTO version(id, created_at, changed_at, owner_id, field, text) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)


def keep(raw: dbapi2.Connection, rows: Iterable[RowChange], now: datetime) -> int:
    """Keep each long text that these changes replaced; gives how many."""
    changed = _replaced(rows)
    for (owner, field), text in changed.items():
        note(raw, owner, field, text, now)
    return len(changed)


def note(raw: dbapi2.Connection, owner: str, field: str, text: str, now: datetime) -> None:
    """Keep a text of a field as one that stood until now, and thin what is older."""
    stamp = utc_text(now)
    raw.execute(_INSERT, (new_key(), stamp, stamp, owner, field, text))
    found = raw.execute(
        "SELECT id, created_at, length(text) FROM version "
        "WHERE owner_id = ? AND field = ? AND trashed_at IS NULL",
        (owner, field),
    ).fetchall()
    gone = thinned([Stamp(key, parse_utc(at), length) for key, at, length in found], now)
    raw.executemany("DELETE FROM version WHERE id = ?", [(key,) for key in gone])


def _replaced(rows: Iterable[RowChange]) -> dict[tuple[str, str], str]:
    """The long texts that stood before these changes and do not stand after them, by owner and field."""
    first: dict[tuple[str, str], str] = {}
    last: dict[tuple[str, str], str] = {}
    for row in rows:
        columns = LONG_TEXTS.get(row.table)
        if columns is None or row.after_json is None:
            continue
        before, after = row.before or {}, row.after or {}
        for column in columns:
            at = (row.key, f"{row.table}.{column}")
            first.setdefault(at, before.get(column, ""))
            last[at] = after[column]
    return {at: text for at, text in first.items() if text.strip() and text != last[at]}
