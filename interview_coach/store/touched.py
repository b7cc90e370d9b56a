"""What a change was about, told by the rows that it changed, so that a screen can point there."""

from __future__ import annotations

from collections.abc import Iterable

from interview_coach.domain.changes import Touched
from interview_coach.store.undo import Image, RowChange

# Enough to find something to point at; a deletion may take thousands of rows with it.
_MOST = 200
# Rows that stand for another one on the screen: a tick is shown with the item that it ticks.
_SHOWN_AS = {"covered": ("prep_item", "prep_item_id"), "interviewer": ("interview", "interview_id")}
_UNSEEN = {"version", "invitation", "setting"}
_SAID_BY_OTHERS = {"changed_at", "trash_batch", "position"}


def touched(rows: Iterable[RowChange]) -> tuple[Touched, ...]:
    """The rows of a change as a screen knows them, in the order in which they changed first."""
    found: dict[tuple[str, str], Touched] = {}
    for row in rows:
        if row.table in _UNSEEN:
            continue
        if len(found) >= _MOST:
            break
        one = _one(row)
        known = found.get((one.table, one.key))
        columns = one.columns if known is None else (*known.columns, *one.columns)
        found[one.table, one.key] = Touched(
            one.table, one.key, tuple(dict.fromkeys(columns)), one.there
        )
    return tuple(found.values())


def _one(row: RowChange) -> Touched:
    before, after = row.before, row.after
    image = after or before or {}
    if row.table in _SHOWN_AS:
        table, column = _SHOWN_AS[row.table]
        # What the change took away is shown, too: as a tick that is missing.
        return Touched(table, str(image.get(column) or row.key), (row.table,))
    return Touched(row.table, row.key, _differing(before, after), _is_there(after))


def _differing(before: Image | None, after: Image | None) -> tuple[str, ...]:
    if before is None or after is None:
        return ()
    return tuple(
        column
        for column, value in after.items()
        if before[column] != value and column not in _SAID_BY_OTHERS
    )


def _is_there(after: Image | None) -> bool:
    return after is not None and after["trashed_at"] is None
