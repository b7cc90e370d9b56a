"""Which lessons stand beside a preparation: one rule for Today and for Prepare, in the bare DB-API's SQL."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlcipher3 import dbapi2

from interview_coach.domain.kinds import CARRIED_LIMIT, LessonFamily, LessonState
from interview_coach.domain.lessons import Carryable, carry_order, topics_named
from interview_coach.store.stamps import utc_text

# Of how many of the newest open lessons the ones to carry are chosen: all would cost the first paint.
NEWEST = 200
# A lesson may be written before its interview's planned end has come.
_EARLY = timedelta(days=2)
# As much of a posting as is looked through for a topic: what is asked for stands at its beginning.
_POSTING = 20_000

# `outcome_id > ''` says that there is one, in words for which SQLite takes the index on it; the limit
# around it keeps the union from going through all lessons in the order of their keys instead.
_NEAR = f"""
WITH near AS (
    SELECT id FROM (
        SELECT e.owner_id AS id FROM entry e
        WHERE e.kind = 'lesson' AND e.state = 'open' AND e.end_at <= :until
        ORDER BY e.end_at DESC LIMIT {NEWEST}
    )
    UNION
    SELECT id FROM (
        SELECT e.owner_id AS id FROM entry e
        WHERE e.kind = 'lesson' AND e.state = 'not_yet' AND e.end_at <= :until
        ORDER BY e.end_at DESC LIMIT {NEWEST}
    )
    UNION
    SELECT id FROM (
        SELECT id FROM lesson WHERE outcome_id > '' AND carried_to_id = :interview LIMIT {NEWEST}
    )
)
SELECT l.id, l.text, l.family, l.state, l.carried_to_id IS :interview, i.kind = :kind, l.topic FROM near
CROSS JOIN lesson l ON l.id = near.id
JOIN interview i ON i.id = l.interview_id
JOIN opportunity o ON o.id = i.opportunity_id
WHERE l.state IN ('open', 'not_yet') AND l.interview_id <> :interview
AND l.trashed_at IS NULL AND i.trashed_at IS NULL AND o.trashed_at IS NULL
AND (l.created_at <= :known OR l.carried_to_id = :interview)
ORDER BY i.start_at DESC, l.position, l.id
"""
_ASKED_FOR = f"""
SELECT substr(o.posting_text, 1, {_POSTING}) FROM interview i JOIN opportunity o ON o.id = i.opportunity_id
WHERE i.id = :interview
UNION ALL
SELECT q.text FROM interview i JOIN requirement q ON q.opportunity_id = i.opportunity_id
WHERE i.id = :interview AND q.trashed_at IS NULL
UNION ALL
SELECT text FROM expected_question WHERE interview_id = :interview AND trashed_at IS NULL
"""


def carried_to(
    raw: dbapi2.Connection,
    interview: str,
    kind: str,
    end_at: datetime,
    created_at: datetime,
    most: int = CARRIED_LIMIT,
) -> tuple[Carryable, ...]:
    """The lessons beside one preparation, by the rule of `carry_order`.

    What was learned after an interview cannot have been carried to it.
    """
    known = max(end_at, created_at)
    asked = {
        "interview": interview,
        "kind": kind,
        "known": utc_text(known),
        "until": utc_text(known + _EARLY),
    }
    near = [
        Carryable(
            key, text, LessonFamily(family), LessonState(state), bool(carried), bool(same), topic
        )
        for key, text, family, state, carried, same, topic in raw.execute(_NEAR, asked)
    ]
    topics = {one.topic for one in near if one.topic}
    named: frozenset[str] = frozenset()
    if topics:
        texts = raw.execute(_ASKED_FOR, {"interview": interview})
        named = topics_named(topics, [text for (text,) in texts])
    return carry_order(near, named, most)
