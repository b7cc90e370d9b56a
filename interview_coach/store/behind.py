"""Which interviews the search index is behind with.

To index a text costs several times the commit it is for. So a deed that changes only words marks
the interview, in its own transaction, and the index catches up in an idle moment, before the next
search, and on closing. The marks lie in `scratch`, where a kill leaves them and a backup has them.
"""

from __future__ import annotations

from sqlcipher3 import dbapi2

from interview_coach.store.undo import RowChange

PREFIX = "index:"
# Columns that are looked for in the words of an interview, and say nothing else about an entry.
WORDS = {
    "prep_item": frozenset(["text", "details", "source"]),
    "review": frozenset(["went_well", "would_change", "surprises", "next_step"]),
    "asked": frozenset(["text", "next_time"]),
    "interview": frozenset(["notes"]),
}
_INTERVIEW = {"prep_item": "interview_id", "review": "interview_id", "interview": "id"}
_MARK = (
    "INSERT INTO scratch(field, text, saved_at) VALUES (?, '', strftime('%Y-%m-%dT%H:%M:%fZ')) "
    "ON CONFLICT(field) DO NOTHING"
)
_MARKED = f"FROM scratch WHERE field >= '{PREFIX}' AND field < '{PREFIX[:-1]};'"
# Of scratch, what a person typed.
TYPED = f"NOT (field >= '{PREFIX}' AND field < '{PREFIX[:-1]};')"


def left_for_later(raw: dbapi2.Connection, row: RowChange) -> bool:
    """Mark the interview of a row of which only words changed; False for any other change."""
    words = WORDS.get(row.table)
    if words is None:
        return False
    before, after = row.before, row.after
    if before is None or after is None:
        return False
    changed = {name for name, value in after.items() if before[name] != value}
    if not changed <= words | {"changed_at"}:
        return False
    if row.table == "asked":
        found = raw.execute(
            "SELECT interview_id FROM review WHERE id = ?", (after["review_id"],)
        ).fetchone()
        interview = found[0]
    else:
        interview = after[_INTERVIEW[row.table]]
    raw.execute(_MARK, (f"{PREFIX}{interview}",))
    return True


def anything(raw: dbapi2.Connection) -> bool:
    """Whether the index is behind."""
    return raw.execute(f"SELECT 1 {_MARKED} LIMIT 1").fetchone() is not None


def interviews(raw: dbapi2.Connection) -> list[str]:
    """The interviews it is behind with."""
    rows = raw.execute(f"SELECT field {_MARKED} ORDER BY field")
    return [str(field)[len(PREFIX) :] for (field,) in rows]


def forget(raw: dbapi2.Connection) -> None:
    """It has caught up."""
    raw.execute(f"DELETE {_MARKED}")
