"""Looks a store over: pages, references, search index. Quick enough to be done before every backup.

The thorough check, which also rebuilds the entries and reads every row, is `examining`.
"""

from __future__ import annotations

from sqlcipher3 import dbapi2

from interview_coach.domain.trouble import Trouble

Raw = dbapi2.Connection
ENOUGH = 100


def pages(raw: Raw) -> tuple[str, ...]:
    """What SQLite finds wrong with the file; nothing when it is sound."""
    found = raw.execute(f"PRAGMA integrity_check({ENOUGH})").fetchall()
    return tuple(str(line) for (line,) in found if line != "ok")


def references(raw: Raw) -> tuple[tuple[str, int], ...]:
    """How many rows of each table belong to something that is not there."""
    found: dict[str, int] = {}
    for table, *_rest in raw.execute("PRAGMA foreign_key_check"):
        found[str(table)] = found.get(str(table), 0) + 1
    return tuple(sorted(found.items()))


def index_is_sound(raw: Raw) -> bool:
    """Whether the search index says what the texts say. Needs a connection that may write."""
    try:
        raw.execute("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")
    except dbapi2.DatabaseError as error:
        if "malformed" in str(error) or "no such table" in str(error):
            return False
        raise
    return True


def require_sound(raw: Raw) -> None:
    """Raise `Trouble("damaged")` when anything is wrong with the store of `raw`."""
    try:
        sound = not pages(raw) and not references(raw) and index_is_sound(raw)
    except dbapi2.DatabaseError as error:
        if not any(sign in str(error) for sign in ("malformed", "not a database")):
            raise
        raise Trouble("damaged") from error
    if not sound:
        raise Trouble("damaged")
