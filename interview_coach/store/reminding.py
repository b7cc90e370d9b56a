"""What reminders are about: the interviews of these weeks, in the few facts that a reminder needs."""

from __future__ import annotations

from datetime import date, timedelta

from interview_coach.domain.kinds import Mode
from interview_coach.domain.reminders import Subject
from interview_coach.domain.zones import parse_utc
from interview_coach.store.deeds import Reader, question
from interview_coach.store.stamps import utc_text

# A promised answer is asked about for two weeks, and promises reach some weeks ahead.
_BACK = timedelta(days=60)
_MOST = 300
_SQL = (
    "SELECT i.id, i.start_at, i.end_at, i.mode, r.promised_on, "
    "EXISTS (SELECT 1 FROM prep_item p WHERE p.interview_id = i.id AND p.trashed_at IS NULL), "
    "EXISTS (SELECT 1 FROM prep_item p WHERE p.interview_id = i.id AND p.trashed_at IS NULL "
    "AND NOT p.done), "
    "r.id IS NOT NULL AND NOT (r.felt IS NULL AND r.recall_done_at IS NULL "
    "AND coalesce(r.minutes_after, 0) < 0), "
    "EXISTS (SELECT 1 FROM outcome x WHERE x.opportunity_id = i.opportunity_id "
    "AND x.trashed_at IS NULL AND (x.interview_id IS NULL OR x.interview_id = i.id)), "
    "i.thanked_at IS NOT NULL "
    "FROM interview i JOIN opportunity o ON o.id = i.opportunity_id "
    "LEFT JOIN review r ON r.interview_id = i.id AND r.trashed_at IS NULL "
    "WHERE i.end_at >= ? AND i.trashed_at IS NULL AND o.trashed_at IS NULL "
    "AND i.called_off_by IS NULL AND NOT i.not_held "
    "ORDER BY i.end_at LIMIT ?"
)


@question
def subjects(r: Reader) -> tuple[Subject, ...]:
    """The interviews that reminders can be about, those of the last weeks and those to come."""
    rows = r.raw.execute(_SQL, (utc_text(r.now - _BACK), _MOST)).fetchall()
    return tuple(
        Subject(
            id=key,
            start_at=parse_utc(start),
            end_at=parse_utc(end),
            mode=Mode(mode),
            prepared=bool(planned) and not undone,
            reviewed=bool(reviewed),
            answered=bool(answered),
            promised_on=date.fromisoformat(promised) if promised else None,
            thanked=bool(thanked),
        )
        for key, start, end, mode, promised, planned, undone, reviewed, answered, thanked in rows
    )
