"""Silence: which rounds nothing was heard of for long, and putting all of them aside at once.

"No answer" is derived from the dates and never stored as an outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo

from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.silence import QUIET_AFTER, Silent, quiet
from interview_coach.domain.zones import parse_utc
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.settings import setting
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import Opportunity

SETTING = "quiet_after"
SHORTEST, LONGEST = 7, 365


@question
def quiet_after(r: Reader) -> int:
    """After how many days no answer counts as none: what the person set, else the usual."""
    text = setting(r, SETTING)
    known = text.isascii() and text.isdigit() and SHORTEST <= int(text) <= LONGEST
    return int(text) if known else QUIET_AFTER


@question
def silent(r: Reader, today: date, local: tzinfo) -> tuple[Silent, ...]:
    """The rounds that are without an answer for that long, the longest first.

    Those of which the review is sealed or was never written, each the last of its opportunity.
    """
    threshold = quiet_after(r)
    rows = r.raw.execute(
        "SELECT i.id, i.opportunity_id, c.name, o.title, i.kind, i.end_at, v.promised_on "
        "FROM entry e CROSS JOIN interview i ON i.id = e.owner_id "
        "JOIN opportunity o ON o.id = i.opportunity_id JOIN company c ON c.id = o.company_id "
        "LEFT JOIN review v ON v.interview_id = i.id AND v.trashed_at IS NULL "
        "WHERE e.kind = 'interview' AND e.state IN ('planned', 'sealed') AND e.end_at <= ? "
        "AND o.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM interview n "
        "WHERE n.opportunity_id = i.opportunity_id AND n.start_at > i.start_at "
        "AND n.trashed_at IS NULL) ORDER BY e.end_at, i.id",
        (utc_text(r.now),),
    )
    found = []
    for key, opportunity, company, title, kind, end_at, promised in rows:
        held_on = parse_utc(end_at).astimezone(local).date()
        by = date.fromisoformat(promised) if promised else None
        if quiet(held_on, by, today, threshold):
            days = (today - held_on).days
            found.append(Silent(key, opportunity, company, title, InterviewKind(kind), days, by))
    return tuple(found)


@deed("put_aside_silent")
def put_aside_silent(w: Writer, opportunities: Sequence[str]) -> int:
    """Archive these opportunities in one step, without an outcome; gives how many it archived."""
    done = 0
    for key in opportunities:
        row = w.find(Opportunity, key)
        if row is not None and row.archived_at is None:
            w.change(row, archived_at=w.now)
            done += 1
    w.label(n=done)
    w.at("interviews", "")
    return done
