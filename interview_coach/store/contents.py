"""What is in a store, without reading all of it: how many rows of each kind, and whether it changed.

Works on a bare connection and on every schema there ever was: a table holds what the person wrote
when its rows know when they were changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlcipher3 import dbapi2

from interview_coach.store import behind

Raw = dbapi2.Connection


def kept_tables(raw: Raw) -> tuple[str, ...]:
    """The tables of the person's own rows, by name."""
    found = raw.execute(
        "SELECT name FROM sqlite_master AS made WHERE type = 'table' AND EXISTS "
        "(SELECT 1 FROM pragma_table_info(made.name) WHERE name = 'changed_at') ORDER BY name"
    )
    return tuple(name for (name,) in found.fetchall())


def counts(raw: Raw) -> dict[str, int]:
    """How many rows of each kept table are outside the trash."""
    return {
        table: raw.execute(f"SELECT count(*) FROM {table} WHERE trashed_at IS NULL").fetchone()[0]
        for table in kept_tables(raw)
    }


def state(raw: Raw) -> str:
    """A digest that changes with every deed, undo, setting and scratch; equal means nothing changed.

    It rests on the rows' change times, and not on the order of these times: a clock that was set back
    changes it as well.
    """
    seen = hashlib.sha256()

    def note(rows: Iterable[object]) -> None:
        for row in rows:
            seen.update(repr(row).encode("utf-8", "surrogatepass"))

    note(raw.execute("PRAGMA user_version"))
    for table in kept_tables(raw):
        note([table])
        note(
            raw.execute(
                "SELECT count(*), count(trashed_at), "
                "sum(CAST(round(unixepoch(changed_at, 'subsec') * 1000) AS INTEGER)) "
                f"FROM {table}"
            )
        )
    # That the index is behind is nobody's typing.
    for table, which in (("setting", "true"), ("scratch", behind.TYPED)):
        note([table])
        note(raw.execute(f"SELECT * FROM {table} WHERE {which} ORDER BY 1"))
    return seen.hexdigest()
