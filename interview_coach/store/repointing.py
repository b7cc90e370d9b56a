"""Merging rows that stand for the same thing: whatever pointed to the others points to the one kept."""

from __future__ import annotations

import json
from collections.abc import Sequence

from interview_coach.store import tables
from interview_coach.store.deeds import Writer
from interview_coach.store.stamps import utc_text


def repoint(w: Writer, table: str, keep: str, others: Sequence[str]) -> None:
    """Let every reference to one of `others` point to `keep`, in the trash as well.

    The references are read from the tables themselves, so that what a later feature links is kept too.
    """
    stamp, listed = utc_text(w.now), json.dumps(list(others))
    for child in tables.KEPT:
        for reference in child.foreign_keys:
            if reference.column.table.name == table:
                column = reference.parent.name
                w.raw.execute(
                    f"UPDATE {child.name} SET {column} = ?, changed_at = ? "
                    f"WHERE {column} IN (SELECT value FROM json_each(?))",
                    (keep, stamp, listed),
                )
    w.forget()
