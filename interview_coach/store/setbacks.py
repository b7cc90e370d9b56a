"""Whether the reminder stands before an interview, through the bare DB-API: Today's first paint asks."""

from __future__ import annotations

from datetime import datetime

from sqlcipher3 import dbapi2

from interview_coach.domain.afterwards import Wish, remind_before, wish_of
from interview_coach.domain.zones import parse_utc

SETBACKS = "setbacks_reminder"


def reminded(raw: dbapi2.Connection, interview: str, now: datetime) -> bool:
    """Whether to remind before this interview; one look at the setting, for whom never wished for it."""
    row = raw.execute("SELECT value FROM setting WHERE name = ?", (SETBACKS,)).fetchone()
    wish = wish_of(row[0] if row else "")
    if wish is not Wish.YES:
        return False
    held = raw.execute(
        "SELECT end_at FROM interview WHERE id = ? AND trashed_at IS NULL", (interview,)
    ).fetchone()
    if held is None:
        return False
    refused = raw.execute(
        # Along the timeline, which meets the newest first without reading all.
        "SELECT u.created_at FROM entry e CROSS JOIN outcome u ON u.id = e.owner_id "
        "WHERE e.kind = 'outcome' AND u.decision = 'rejected' AND u.trashed_at IS NULL "
        "ORDER BY e.key DESC LIMIT 1"
    ).fetchone()
    before = raw.execute(
        "SELECT i.end_at FROM interview i CROSS JOIN entry e ON e.owner_id = i.id "
        "AND e.kind = 'interview' WHERE i.end_at < ? AND i.trashed_at IS NULL "
        "AND e.state NOT IN ('called_off', 'not_held') ORDER BY i.end_at DESC LIMIT 1",
        (held[0],),
    ).fetchone()
    return remind_before(
        wish,
        parse_utc(refused[0]) if refused else None,
        parse_utc(before[0]) if before else None,
        parse_utc(held[0]),
        now,
    )
