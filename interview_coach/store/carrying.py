"""Which lessons stand beside a preparation: one rule for Today and for Prepare, in the bare DB-API's SQL."""

from __future__ import annotations

from datetime import datetime, timedelta

from interview_coach.store.stamps import utc_text

# Of how many of the newest open lessons the ones to carry are chosen: all would cost the first paint.
NEWEST = 200
# A lesson may be written before its interview's planned end has come.
_EARLY = timedelta(days=2)

# `outcome_id > ''` says that there is one, in words for which SQLite takes the index on it; the limit
# around it keeps the union from going through all lessons in the order of their keys instead.
CARRIED = f"""
WITH near AS (
    SELECT id FROM (
        SELECT e.owner_id AS id FROM entry e
        WHERE e.kind = 'lesson' AND e.state = 'open' AND e.end_at <= :until
        ORDER BY e.end_at DESC LIMIT {NEWEST}
    )
    UNION
    SELECT id FROM (
        SELECT id FROM lesson WHERE outcome_id > '' AND carried_to_id = :interview LIMIT {NEWEST}
    )
)
SELECT l.id, l.text, l.family FROM near
CROSS JOIN lesson l ON l.id = near.id
JOIN interview i ON i.id = l.interview_id
JOIN opportunity o ON o.id = i.opportunity_id
WHERE l.state = 'open' AND l.interview_id <> :interview
AND l.trashed_at IS NULL AND i.trashed_at IS NULL AND o.trashed_at IS NULL
AND (l.created_at <= :known OR l.carried_to_id = :interview)
ORDER BY l.carried_to_id IS :interview DESC, i.kind = :kind DESC, i.start_at DESC, l.position, l.id
LIMIT :most
"""


def chosen_for(
    interview: str, kind: str, end_at: datetime, created_at: datetime, most: int
) -> dict[str, str | int]:
    """What `CARRIED` is asked with, for one interview.

    It gives open lessons of other interviews as (id, text, family): first those carried to this very
    interview, then those of the same kind, then of the newest interviews, at most `most`. What was
    learned after an interview cannot have been carried to it.
    """
    known = max(end_at, created_at)
    return {
        "interview": interview,
        "kind": kind,
        "known": utc_text(known),
        "until": utc_text(known + _EARLY),
        "most": most,
    }
