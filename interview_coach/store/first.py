"""Today's few rows through the bare DB-API, so that the first paint needs no SQLAlchemy."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlcipher3 import dbapi2

from interview_coach.domain import search
from interview_coach.domain.kinds import (
    Decision,
    InterviewKind,
    LessonFamily,
    Mode,
    Section,
)
from interview_coach.domain.silence import UsualWait, usual_wait, wait_for
from interview_coach.domain.standing import Settled, Standing, standing
from interview_coach.domain.today import (
    WEEKS,
    Awaited,
    Candidate,
    Landed,
    NextUp,
    Today,
    ToReview,
    WeekMark,
    most_useful,
    strip_begins,
)
from interview_coach.domain.zones import parse_utc, parse_wall
from interview_coach.store.carrying import carried_to
from interview_coach.store.setbacks import reminded
from interview_coach.store.stamps import utc_text

SHOWN = 3
# Of how many of the newest rounds the usual wait is made.
_WAITS = 80
_ASKED_SEEN = 300
# Beyond this many it does not matter how many there are; counting all would cost the first paint.
COUNTED = 100

_HEAD = (
    "SELECT i.id, c.name, o.title, i.kind, i.start, i.zone, i.start_at, i.end_at, i.mode, i.link, "
    "i.place, i.opportunity_id FROM entry e JOIN interview i ON i.id = e.owner_id "
    "JOIN opportunity o ON o.id = i.opportunity_id JOIN company c ON c.id = o.company_id "
    "WHERE e.kind = 'interview' AND o.archived_at IS NULL AND i.trashed_at IS NULL "
)


def today(raw: dbapi2.Connection, now: datetime, local: Any = UTC) -> Today:
    """All that Today shows at `now`. `local` is the tzinfo whose days and weeks are meant."""
    stamp = utc_text(now)
    here = now.astimezone(local)
    since = strip_begins(here.date())
    row = raw.execute(
        _HEAD + "AND e.state = 'planned' AND e.end_at > ? ORDER BY e.end_at LIMIT 1", (stamp,)
    ).fetchone()
    this_week = _count(
        raw,
        "FROM entry e JOIN opportunity o ON o.id = e.opportunity_id WHERE e.kind = 'interview' "
        "AND e.state = 'planned' AND e.end_at > ? AND e.end_at < ? AND o.archived_at IS NULL",
        stamp,
        utc_text(now + timedelta(days=7)),
    )
    reviews, reviews_total = _to_review(raw, stamp)
    awaited, awaited_total = _awaited(raw, here.date(), local)
    weeks = _weeks(raw, now, since)
    held = [w for w in weeks if w.standing not in _NOT_YET]
    return Today(
        now=now,
        next_up=_next_up(raw, row, now) if row else None,
        this_week=this_week,
        to_review=reviews,
        to_review_total=reviews_total,
        awaited=awaited,
        awaited_total=awaited_total,
        usual_wait=_usual_wait(raw, stamp, here.date()),
        landed=_landed(raw),
        went_well=_went_well(raw),
        weeks=weeks,
        weeks_held=len(held),
        weeks_reviewed=_reviewed(raw, since),
        weeks_offers=sum(w.standing is Standing.OFFER for w in weeks),
        any_interview=_exists(raw, "interview"),
        any_opportunity=_exists(raw, "opportunity"),
    )


_NOT_YET = {Standing.UPCOMING, Standing.UNDER_WAY, Standing.CALLED_OFF, Standing.NOT_HELD}


def _exists(raw: dbapi2.Connection, table: str) -> bool:
    return (
        raw.execute(f"SELECT 1 FROM {table} WHERE trashed_at IS NULL LIMIT 1").fetchone()
        is not None
    )


def _count(raw: dbapi2.Connection, rest: str, *args: object) -> int:
    return int(raw.execute(f"SELECT count(*) {rest}", args).fetchone()[0])


def _next_up(raw: dbapi2.Connection, row: tuple[Any, ...], now: datetime) -> NextUp:
    key, company, title, kind, start, zone, start_at, end_at, mode, link, place, opportunity = row
    items = raw.execute(
        "SELECT id, section, text, done, weight, rehearsals, position FROM prep_item "
        "WHERE interview_id = ? AND trashed_at IS NULL",
        (key,),
    ).fetchall()
    candidates = [
        Candidate("item", i, text, Section(section), weight, rehearsals > 0, 0, position)
        for i, section, text, done, weight, rehearsals, position in items
        if not done
    ]
    candidates += [
        Candidate("requirement", i, text, position=position)
        for i, text, position in raw.execute(
            "SELECT id, text, position FROM requirement WHERE opportunity_id = ? "
            "AND strength = 'gap' AND trashed_at IS NULL",
            (opportunity,),
        )
    ]
    begins, ends = parse_utc(start_at), parse_utc(end_at)
    # Its end is still to come, so nothing is known too late for it.
    carried = carried_to(raw, key, kind, ends, now)
    # The same five as beside the preparation, and of those what can be done.
    candidates += [
        Candidate("lesson", one.id, one.text, position=position)
        for position, one in enumerate(carried)
        if one.family is LessonFamily.CHANGE
    ]
    expected = raw.execute(
        "SELECT text, coalesce(question_id, '') FROM expected_question "
        "WHERE interview_id = ? AND trashed_at IS NULL",
        (key,),
    ).fetchall()
    prepared = [text for _i, _s, text, *_ in items] + [text for text, _ in expected]
    candidates += _asked_again(raw, prepared, {link for _, link in expected if link})
    people = raw.execute(
        "SELECT p.name, p.title FROM interviewer i JOIN person p ON p.id = i.person_id "
        "WHERE i.interview_id = ? AND i.trashed_at IS NULL ORDER BY i.position",
        (key,),
    ).fetchall()
    return NextUp(
        id=key,
        company=company,
        title=title,
        kind=InterviewKind(kind),
        start=parse_wall(start),
        zone=zone,
        start_at=begins,
        end_at=ends,
        mode=Mode(mode),
        link=link,
        place=place,
        people=tuple(f"{name} ({title})" if title else name for name, title in people),
        prepared=sum(i[3] for i in items),
        planned=len(items),
        rehearsed=sum(i[5] > 0 for i in items),
        useful=most_useful(candidates, begins - now),
        setbacks=reminded(raw, key, now),
    )


def _asked_again(
    raw: dbapi2.Connection, prepared: list[str], expected: set[str]
) -> list[Candidate]:
    """Questions asked twice or more that no item on the checklist mentions and nobody expects here.

    `expected` are questions of the bank: what is linked to one of them is expected in other words too.
    """
    times: dict[str, tuple[str, str, int]] = {}
    known_links: set[str] = set()
    rows = raw.execute(
        "SELECT a.id, a.text, coalesce(a.question_id, '') FROM asked a WHERE a.trashed_at IS NULL "
        f"ORDER BY a.id DESC LIMIT {_ASKED_SEEN}"
    )
    for key, text, link in rows:
        plain = search.index_text(text)
        first, wording, count = times.get(plain, (key, text, 0))
        times[plain] = (first, wording, count + 1)
        if link in expected:
            known_links.add(plain)
    known = [search.index_text(text) for text in prepared]
    return [
        Candidate("question", key, text, times=count)
        for plain, (key, text, count) in times.items()
        if count > 1 and plain and plain not in known_links and not any(plain in k for k in known)
    ]


def _to_review(raw: dbapi2.Connection, stamp: str) -> tuple[tuple[ToReview, ...], int]:
    where = "AND e.state = 'planned' AND e.end_at <= ? "
    rows = raw.execute(_HEAD + where + f"ORDER BY e.end_at DESC LIMIT {SHOWN}", (stamp,)).fetchall()
    total = len(rows)
    if total == SHOWN:
        total = _count(raw, f"FROM ({_HEAD} {where} LIMIT {COUNTED})", stamp)
    found = []
    for row in rows:
        started = raw.execute(
            # What the cue card noted during the interview is no review begun yet.
            "SELECT 1 FROM review WHERE interview_id = ? AND trashed_at IS NULL AND NOT "
            "(felt IS NULL AND recall_done_at IS NULL AND coalesce(minutes_after, 0) < 0)",
            (row[0],),
        ).fetchone()
        found.append(
            ToReview(
                row[0],
                row[1],
                row[2],
                InterviewKind(row[3]),
                parse_utc(row[7]),
                started is not None,
            )
        )
    return tuple(found), total


def _awaited(raw: dbapi2.Connection, here: date, local: Any) -> tuple[tuple[Awaited, ...], int]:
    """Those waited for: where a promised day has passed first, then the longest waiting."""
    late = raw.execute(
        # From those who wait, the longest first, to their reviews: all reviews ever would be many.
        _HEAD.replace(
            "FROM entry e JOIN interview i ON i.id = e.owner_id ",
            "FROM entry e CROSS JOIN review r ON r.interview_id = e.owner_id "
            "CROSS JOIN interview i ON i.id = e.owner_id ",
        )
        + "AND e.state = 'sealed' AND r.trashed_at IS NULL AND r.promised_on < ? "
        f"ORDER BY e.end_at LIMIT {SHOWN}",
        (here.isoformat(),),
    ).fetchall()
    longest = raw.execute(
        _HEAD + f"AND e.state = 'sealed' ORDER BY e.end_at LIMIT {2 * SHOWN + 1}"
    ).fetchall()
    first = {row[0] for row in late}
    rows = [*late, *(row for row in longest if row[0] not in first)]
    total = len(rows)
    if total > SHOWN:
        total = _count(raw, f"FROM ({_HEAD} AND e.state = 'sealed' LIMIT {COUNTED})")
    found = []
    for row in rows[:SHOWN]:
        forecast, promised = raw.execute(
            "SELECT forecast, promised_on FROM review WHERE interview_id = ? AND trashed_at IS NULL",
            (row[0],),
        ).fetchone()
        found.append(
            Awaited(
                row[0],
                row[1],
                InterviewKind(row[3]),
                forecast,
                (here - parse_utc(row[7]).astimezone(local).date()).days,
                date.fromisoformat(promised) if promised else None,
            )
        )
    return tuple(found), total


def _usual_wait(raw: dbapi2.Connection, stamp: str, here: date) -> UsualWait:
    """My own usual wait, over the newest rounds; those without an answer yet are not left out."""
    rows = raw.execute(
        "SELECT i.start, o.archived_at, "
        "(SELECT x.owner_id FROM entry x WHERE x.opportunity_id = e.opportunity_id "
        " AND x.kind = 'outcome' AND x.interview_id = e.owner_id ORDER BY x.key DESC LIMIT 1), "
        "(SELECT min(n.created_at) FROM interview n WHERE n.opportunity_id = i.opportunity_id "
        " AND n.start_at > i.start_at AND n.trashed_at IS NULL) "
        "FROM entry e CROSS JOIN interview i ON i.id = e.owner_id "
        "CROSS JOIN opportunity o ON o.id = i.opportunity_id WHERE e.kind = 'interview' "
        f"AND e.state NOT IN ('called_off', 'not_held') AND e.end_at <= ? ORDER BY e.key DESC LIMIT {_WAITS}",
        (stamp,),
    ).fetchall()
    waits = []
    for start, archived, outcome, followed in rows:
        decision, day = _decided(raw, outcome) if outcome else (None, None)
        waits.append(
            wait_for(
                parse_wall(start).date(),
                here,
                decision=decision,
                decided_on=day,
                followed_on=parse_utc(followed).date() if followed else None,
                archived_on=parse_utc(archived).date() if archived else None,
            )
        )
    return usual_wait(waits)


def _decided(raw: dbapi2.Connection, outcome: str) -> tuple[Decision, date]:
    decision, day = raw.execute(
        "SELECT decision, decided_on FROM outcome WHERE id = ?", (outcome,)
    ).fetchone()
    return Decision(decision), date.fromisoformat(day)


def _landed(raw: dbapi2.Connection) -> tuple[Landed, ...]:
    """What landed most often among the newest planned stories and points about me."""
    counts: dict[str, tuple[str, int, int]] = {}
    rows = raw.execute(
        "SELECT text, coverage FROM covered WHERE trashed_at IS NULL "
        # What I said about them would be of no use at another company.
        "AND (section = 'story' OR section = 'talking_point' AND about = 'me') ORDER BY id DESC LIMIT 400"
    )
    for text, coverage in rows:
        plain = search.index_text(text)
        wording, landed, planned = counts.get(plain, (text, 0, 0))
        counts[plain] = (wording, landed + (coverage == "landed"), planned + 1)
    best = sorted(counts.values(), key=lambda c: (-c[1], c[2]))
    return tuple(Landed(*c) for c in best[:2] if c[1] > 0)


def _went_well(raw: dbapi2.Connection) -> str:
    row = raw.execute(
        "SELECT r.went_well FROM entry e CROSS JOIN review r ON r.id = e.owner_id "
        "WHERE e.kind = 'review' AND r.went_well <> '' AND r.trashed_at IS NULL "
        "ORDER BY e.key DESC LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else ""


def _weeks(raw: dbapi2.Connection, now: datetime, since: date) -> tuple[WeekMark, ...]:
    until = since + timedelta(weeks=WEEKS)
    rows = raw.execute(
        "SELECT i.id, i.start, i.start_at, i.end_at, e.state, c.name FROM interview i "
        "CROSS JOIN entry e ON e.owner_id = i.id AND e.kind = 'interview' "
        "JOIN opportunity o ON o.id = i.opportunity_id JOIN company c ON c.id = o.company_id "
        "WHERE i.end_at >= ? AND i.end_at < ? AND i.start >= ? AND i.start < ? "
        "AND i.trashed_at IS NULL ORDER BY i.start",
        # The index is on the end, which may lie a day off the wall clock's.
        (
            (since - timedelta(days=2)).isoformat(),
            (until + timedelta(days=2)).isoformat(),
            since.isoformat(),
            until.isoformat(),
        ),
    )
    return tuple(
        WeekMark(
            key,
            parse_wall(start).date(),
            standing(Settled(state), now, parse_utc(start_at), parse_utc(end_at)),
            company,
        )
        for key, start, start_at, end_at, state, company in rows
    )


def _reviewed(raw: dbapi2.Connection, since: date) -> int:
    return _count(
        raw,
        "FROM review r JOIN interview i ON i.id = r.interview_id WHERE r.sealed_at IS NOT NULL "
        "AND r.trashed_at IS NULL AND i.trashed_at IS NULL AND i.end_at >= ? AND i.start >= ?",
        (since - timedelta(days=2)).isoformat(),
        since.isoformat(),
    )
