"""Everything in the store as plain values, for the exported document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from interview_coach.store.deeds import Reader, question
from interview_coach.store.long_texts import LONG_TEXTS
from interview_coach.store.opening import SCHEMA
from interview_coach.store.tables import KEPT

Tables = dict[str, list[dict[str, Any]]]
Told = Callable[[int, int], None]


def _unheard(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


@question
def everything(r: Reader, *, trash: bool = False, told: Told = _unheard) -> tuple[int, Tables]:
    """The schema's revision, and every row of every kept table as stored, ordered by key.

    What is in the trash is left out unless asked for, and so is what belongs to it; a row that only
    points there points to nothing instead. So every key that is named is in the document. `told` hears
    how many tables are done, and may raise to give it up.
    """
    found: Tables = {}
    keys: dict[str, set[str]] = {}
    for place, table in enumerate(KEPT):
        told(place, len(KEPT))
        names = [column.name for column in table.columns]
        where = "" if trash else " WHERE trashed_at IS NULL"
        rows = r.raw.execute(f"SELECT {', '.join(names)} FROM {table.name}{where} ORDER BY id")
        points = [
            (key.parent.name, key.column.table.name, bool(key.parent.nullable))
            for key in table.foreign_keys
        ]
        found[table.name] = [
            row
            for row in (dict(zip(names, values, strict=True)) for values in rows)
            if _stands(row, points, keys) and _owned(row, table.name, keys)
        ]
        keys[table.name] = {row["id"] for row in found[table.name]}
    told(len(KEPT), len(KEPT))
    return SCHEMA, found


def _stands(
    row: dict[str, Any], points: list[tuple[str, str, bool]], keys: dict[str, set[str]]
) -> bool:
    """Whether all that a row belongs to is there; it lets go of what is not and need not be."""
    for column, table, optional in points:
        if row[column] is None or row[column] in keys[table]:
            continue
        if not optional:
            return False
        row[column] = None
    return True


def _owned(row: dict[str, Any], table: str, keys: dict[str, set[str]]) -> bool:
    """Whether what a version belongs to is there; every other row says so by its references."""
    return table != "version" or any(row["owner_id"] in keys[owner] for owner in LONG_TEXTS)


@question
def row_counts(r: Reader) -> dict[str, int]:
    """How many rows of each kept table are outside the trash."""
    return {
        table.name: r.raw.execute(
            f"SELECT COUNT(*) FROM {table.name} WHERE trashed_at IS NULL"
        ).fetchone()[0]
        for table in KEPT
    }
