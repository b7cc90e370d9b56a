"""Interviews, read: the list by need, the head of a page, drafts to edit, names to complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Integer, cast, exists, func, or_, text, tuple_
from sqlalchemy import select as select_any
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from interview_coach.domain.interview import (
    USUALLY_NEXT,
    InterviewDraft,
    Interviewer,
    InterviewHead,
    InterviewList,
    InterviewRow,
    Known,
    OpportunityRow,
    Round,
    Settled,
    Standing,
    standing,
)
from interview_coach.domain.kinds import Decision, EntryKind, InterviewKind
from interview_coach.domain.zones import is_repeated
from interview_coach.store.begun import begun
from interview_coach.store.deeds import Asking, Found, Reader, question
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import (
    Company,
    Entry,
    Interview,
    Opportunity,
    Outcome,
    Person,
    PrepItem,
    Review,
)
from interview_coach.store.tables import Interviewer as InterviewerRow

CLOSED_SHOWN = 100


def live(*rows: Any) -> list[Any]:
    """The conditions that leave the trash out of each of these tables."""
    return [row.trashed_at.is_(None) for row in rows]


@cache
def _listed() -> Asking:
    # Made once: putting it together costs as much as running it, and what is added makes new ones.
    done = (
        select(func.coalesce(func.sum(cast(col(PrepItem.done), Integer)), 0))
        .where(PrepItem.interview_id == Interview.id, *live(PrepItem))
        .correlate(Interview)
        .scalar_subquery()
    )
    planned = (
        select(func.count())
        .select_from(PrepItem)
        .where(PrepItem.interview_id == Interview.id, *live(PrepItem))
        .correlate(Interview)
        .scalar_subquery()
    )
    later = aliased(Interview)
    followed = (
        exists()
        .where(
            col(later.opportunity_id) == col(Interview.opportunity_id),
            tuple_(col(later.start_at), col(later.id))
            > tuple_(col(Interview.start_at), col(Interview.id)),
            *live(later),
        )
        .correlate(Interview)
    )
    return (
        select_any(
            Interview.__table__,  # type: ignore[attr-defined]
            col(Entry.state),
            followed.label("followed"),
            col(Company.name).label("company"),
            col(Opportunity.title),
            col(Opportunity.archived_at),
            col(Review.id).label("review_id"),
            begun().label("review_started"),
            col(Review.forecast),
            col(Review.my_answers),
            col(Review.promised_on),
            done.label("prepared"),
            planned.label("planned"),
        )
        .select_from(Entry)
        .join(Interview, col(Interview.id) == col(Entry.owner_id))
        .join(Opportunity, col(Opportunity.id) == col(Interview.opportunity_id))
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .outerjoin(
            Review,
            (col(Review.interview_id) == col(Interview.id)) & col(Review.trashed_at).is_(None),
        )
        .where(col(Entry.kind) == EntryKind.INTERVIEW, *live(Interview, Opportunity))
    )


def _row(r: Reader, row: Found) -> InterviewRow:
    return InterviewRow(
        id=row.id,
        opportunity_id=row.opportunity_id,
        company=row.company,
        title=row.title,
        kind=row.kind,
        start=row.start,
        zone=row.zone,
        end_at=row.end_at,
        standing=standing(Settled(row.state), r.now, row.start_at, row.end_at),
        mode=row.mode,
        prepared=int(row.prepared),
        planned=row.planned,
        forecast=row.forecast,
        my_answers=row.my_answers,
        review_started=bool(row.review_started),
        promised_on=row.promised_on,
        called_off_by=row.called_off_by,
        archived=row.archived_at is not None,
        last=not row.followed,
    )


@question
def interview_list(
    r: Reader, query: str = "", closed_limit: int = CLOSED_SHOWN, today: date | None = None
) -> InterviewList:
    """All interviews by what they need from me; of the closed ones the newest `closed_limit`.

    Who promised to tell before `today` comes first of those waited for. With a `query` only those whose own texts hold all its words.
    """
    listed = _listed()
    expression = r.expression(query) if query.strip() else None
    if expression:
        listed = listed.where(col(Entry.key).in_(_matching(expression)))
    now = utc_text(r.now)
    current = listed.where(col(Opportunity.archived_at).is_(None))
    planned = current.where(col(Entry.state) == Settled.PLANNED.value)
    upcoming = planned.where(col(Entry.end_at) > now).order_by(col(Interview.start_at))
    to_review = planned.where(col(Entry.end_at) <= now).order_by(col(Interview.start_at).desc())
    waiting = current.where(col(Entry.state) == Settled.SEALED.value).order_by(
        (col(Review.promised_on) < (today or r.now.date())).is_(True).desc(),
        col(Interview.start_at),
    )
    is_closed = or_(
        col(Entry.state).not_in([Settled.PLANNED.value, Settled.SEALED.value]),
        col(Opportunity.archived_at).is_not(None),
    )
    closed = listed.where(is_closed)
    total = r.needed(select(func.count()).select_from(closed.subquery()))[0]
    newest = closed.order_by(col(Entry.key).desc()).limit(closed_limit)
    return InterviewList(
        upcoming=tuple(_row(r, x) for x in r.rows(upcoming)),
        to_review=tuple(_row(r, x) for x in r.rows(to_review)),
        waiting=tuple(_row(r, x) for x in r.rows(waiting)),
        closed=_with_outcomes(r, [_row(r, x) for x in r.rows(newest)]),
        closed_total=total,
        no_round=_no_round(r, expression),
    )


def _matching(expression: str) -> Any:
    return text("SELECT rowid FROM search WHERE search MATCH :expression").bindparams(
        expression=expression
    )


def _with_outcomes(r: Reader, rows: Sequence[InterviewRow]) -> tuple[InterviewRow, ...]:
    wanted = {row.opportunity_id for row in rows}
    decided = {}
    statement = (
        select(Outcome.__table__)  # type: ignore[attr-defined]
        .where(col(Outcome.opportunity_id).in_(wanted), *live(Outcome))
        .order_by(col(Outcome.decided_on), col(Outcome.created_at))
    )
    for one in r.rows(statement):
        decided[one.interview_id or one.opportunity_id] = one
    found = []
    for row in rows:
        outcome = decided.get(row.id) or decided.get(row.opportunity_id)
        if outcome is not None and outcome.decision.value == row.standing.value:
            found.append(replace(row, decided_on=outcome.decided_on, answer=outcome.answer))
        else:
            found.append(row)
    return tuple(found)


def _no_round(r: Reader, expression: str | None) -> tuple[OpportunityRow, ...]:
    statement: Asking = (
        select_any(
            Opportunity.__table__,  # type: ignore[attr-defined]
            col(Company.name).label("company"),
            col(Entry.state),
        )
        .select_from(Entry)
        .join(Opportunity, col(Opportunity.id) == col(Entry.owner_id))
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(col(Entry.kind) == EntryKind.OPPORTUNITY, *live(Opportunity))
        .order_by(col(Entry.key).desc())
    )
    if expression:
        statement = statement.where(col(Entry.key).in_(_matching(expression)))
    return tuple(
        OpportunityRow(
            row.id,
            row.company,
            row.title,
            row.sent_on,
            row.created_at.date(),
            row.archived_at is not None,
            Decision(row.state) if row.state else None,
        )
        for row in r.rows(statement)
    )


def rounds(r: Reader, opportunity: str) -> tuple[Round, ...]:
    """The rounds of an opportunity, in the order of time."""
    statement = (
        select(Interview.__table__, col(Entry.state))  # type: ignore[attr-defined]
        # Not by its kind too: SQLite would then go through all interviews instead of these.
        .join(Entry, col(Entry.owner_id) == col(Interview.id))
        .where(Interview.opportunity_id == opportunity, *live(Interview))
        .order_by(col(Interview.start_at), col(Interview.id))
    )
    return tuple(
        Round(
            row.id,
            row.kind,
            row.start,
            row.zone,
            standing(Settled(row.state), r.now, row.start_at, row.end_at),
        )
        for row in r.rows(statement)
    )


def last_outcome(r: Reader, opportunity: str, interview: str | None = None) -> Found | None:
    """The outcome that stands on an opportunity, or on one of its rounds."""
    statement = (
        select_any(Outcome.__table__)  # type: ignore[attr-defined]
        .where(col(Outcome.opportunity_id) == opportunity, *live(Outcome))
        .order_by(col(Outcome.decided_on).desc(), col(Outcome.created_at).desc())
    )
    if interview is not None:
        last = r.one(
            select(Interview.id)
            .where(Interview.opportunity_id == opportunity, *live(Interview))
            .order_by(col(Interview.start_at).desc(), col(Interview.id).desc())
        )
        own = col(Outcome.interview_id) == interview
        if last is not None and last[0] == interview:
            own = or_(own, col(Outcome.interview_id).is_(None))
        statement = statement.where(own)
    return r.one(statement)


def interviewers(r: Reader, interview: str) -> tuple[Interviewer, ...]:
    """Who sits opposite in a round."""
    statement = (
        select(Person.id, Person.name, Person.title, InterviewerRow.part)
        .join(Person, col(Person.id) == col(InterviewerRow.person_id))
        .where(InterviewerRow.interview_id == interview, *live(InterviewerRow, Person))
        .order_by(col(InterviewerRow.position))
    )
    return tuple(Interviewer(row.name, row.part, row.title, row.id) for row in r.rows(statement))


@question
def interview_head(r: Reader, key: str) -> InterviewHead:
    """What the head of an interview's page shows. Raises `Trouble("missing")`."""
    row = r.needed(_listed().where(col(Interview.id) == key))
    posting, sealed = r.needed(
        select(Opportunity.posting_text, Review.sealed_at)
        .select_from(Opportunity)
        .outerjoin(Review, col(Review.id) == row.review_id)
        .where(Opportunity.id == row.opportunity_id)
    )
    outcome = last_outcome(r, row.opportunity_id, key)
    return InterviewHead(
        id=row.id,
        opportunity_id=row.opportunity_id,
        company=row.company,
        title=row.title,
        kind=row.kind,
        start=row.start,
        zone=row.zone,
        fold=row.fold,
        minutes=row.minutes,
        start_at=row.start_at,
        end_at=row.end_at,
        mode=row.mode,
        place=row.place,
        link=row.link,
        notes=row.notes,
        standing=standing(Settled(row.state), r.now, row.start_at, row.end_at),
        interviewers=interviewers(r, key),
        posting_text=posting,
        rounds=rounds(r, row.opportunity_id),
        called_off_by=row.called_off_by,
        archived=row.archived_at is not None,
        prepared=int(row.prepared),
        planned=row.planned,
        review_started=bool(row.review_started),
        sealed_at=sealed,
        decision=outcome.decision if outcome else None,
        decided_on=outcome.decided_on if outcome else None,
        answer=outcome.answer if outcome else None,
    )


@question
def interview_draft(r: Reader, key: str) -> InterviewDraft:
    """A round as a draft to edit. Raises `Trouble("missing")`."""
    head = interview_head(r, key)
    return InterviewDraft(
        company=head.company,
        title=head.title,
        start=head.start,
        zone=head.zone,
        kind=head.kind,
        minutes=head.minutes,
        fold=head.fold if is_repeated(head.start, head.zone) else None,
        mode=head.mode,
        place=head.place,
        link=head.link,
        interviewers=head.interviewers,
        posting_text=head.posting_text,
        notes=head.notes,
        opportunity_id=head.opportunity_id,
    )


@question
def next_round_draft(r: Reader, opportunity: str) -> InterviewDraft | None:
    """A draft that starts from the last round of an opportunity, a week later; None without one."""
    row = r.one(
        select(Interview.id)
        .where(Interview.opportunity_id == opportunity, *live(Interview))
        .order_by(col(Interview.start_at).desc(), col(Interview.id).desc())
    )
    if row is None:
        return None
    last = interview_draft(r, row[0])
    today = r.now.replace(tzinfo=None)
    start = max(last.start, today.replace(hour=last.start.hour, minute=last.start.minute))
    kind = USUALLY_NEXT.get(last.kind, InterviewKind.FINAL)
    return replace(
        last,
        start=(start + timedelta(days=7)).replace(second=0, microsecond=0),
        fold=None,
        kind=kind,
        notes="",
        interviewers=(),
    )


@question
def known_names(r: Reader) -> Known:
    """What completion draws from: companies, and for each its titles and people."""
    companies = r.rows(
        select(Company.id, Company.name).where(*live(Company)).order_by(Company.name)
    )
    names = {row.id: row.name for row in companies}
    titles: dict[str, list[str]] = {}
    for row in r.rows(
        select(Opportunity.company_id, Opportunity.title).where(*live(Opportunity)).distinct()
    ):
        titles.setdefault(names.get(row.company_id, ""), []).append(row.title)
    people: dict[str, list[Interviewer]] = {}
    for row in r.rows(
        select(Person.id, Person.company_id, Person.name, Person.title)
        .where(*live(Person))
        .order_by(Person.name)
    ):
        person = Interviewer(row.name, None, row.title, row.id)
        people.setdefault(names.get(row.company_id, ""), []).append(person)
    return Known(
        tuple(dict.fromkeys(names.values())),
        {name: tuple(found) for name, found in titles.items()},
        {name: tuple(found) for name, found in people.items()},
    )


@question
def stage(r: Reader, opportunity: str) -> tuple[InterviewKind, ...]:
    """The kinds of the rounds held on an opportunity: its stage derives from them."""
    held = {Standing.UPCOMING, Standing.UNDER_WAY, Standing.CALLED_OFF, Standing.NOT_HELD}
    return tuple(x.kind for x in rounds(r, opportunity) if x.standing not in held)
