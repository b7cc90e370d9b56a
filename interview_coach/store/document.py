"""Everything in the store as plain values, for the exported document."""

from __future__ import annotations

from typing import Any

from interview_coach.store.deeds import Reader, question
from interview_coach.store.opening import SCHEMA
from interview_coach.store.tables import KEPT

Tables = dict[str, list[dict[str, Any]]]


@question
def everything(r: Reader, *, trash: bool = False) -> tuple[int, Tables]:
    """The schema's revision, and every row of every kept table as stored, ordered by key.

    What is in the trash is left out unless asked for.
    """
    found: Tables = {}
    for table in KEPT:
        names = [column.name for column in table.columns]
        where = "" if trash else " WHERE trashed_at IS NULL"
        rows = r.raw.execute(f"SELECT {', '.join(names)} FROM {table.name}{where} ORDER BY id")
        found[table.name] = [dict(zip(names, row, strict=True)) for row in rows]
    return SCHEMA, found
