"""What a form asks while it is filled in: which opportunity a round would join, and what else is then."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select

from interview_coach.domain.interview import LONGEST_MINUTES, Joined
from interview_coach.domain.outcome import ends_it
from interview_coach.domain.text import clean_line
from interview_coach.store.deeds import Reader, question
from interview_coach.store.interviews import live
from interview_coach.store.tables import Company, Interview, Opportunity, Outcome

LONGEST = timedelta(minutes=LONGEST_MINUTES)


@question
def joined(r: Reader, company: str, title: str) -> Joined | None:
    """The open opportunity that a round at `company` for `title` becomes another round of, if any.

    What has been decided for good is not joined: applying again is another opportunity.
    """
    wanted, role = clean_line(company).casefold(), clean_line(title).casefold()
    if not wanted or not role:
        return None
    named = r.rows(select(Company.id, Company.name).where(*live(Company)).order_by(Company.id))
    found = next((row for row in named if row.name.casefold() == wanted), None)
    if found is None:
        return None
    rows = r.rows(
        select(Opportunity.id, Opportunity.title, Opportunity.posting_text)
        .where(
            Opportunity.company_id == found.id,
            col(Opportunity.archived_at).is_(None),
            *live(Opportunity),
        )
        .order_by(Opportunity.id)
    )
    for row in rows:
        if row.title.casefold() == role and not _ended(r, row.id):
            return Joined(row.id, found.name, row.title, row.posting_text)
    return None


def _ended(r: Reader, opportunity: str) -> bool:
    decided = r.rows(
        select(Outcome.decision).where(Outcome.opportunity_id == opportunity, *live(Outcome))
    )
    return any(ends_it(row.decision) for row in decided)


@question
def meanwhile(
    r: Reader, start_at: datetime, end_at: datetime, other_than: str = ""
) -> tuple[str, ...]:
    """The companies of other interviews that take place between two instants, the first one first."""
    rows = r.rows(
        select(Company.name)
        .select_from(Interview)
        .join(Opportunity, col(Opportunity.id) == col(Interview.opportunity_id))
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(
            col(Interview.end_at) > start_at,
            # Along the index on the end: no interview lasts longer than this.
            col(Interview.end_at) < end_at + LONGEST,
            col(Interview.start_at) < end_at,
            col(Interview.called_off_at).is_(None),
            col(Interview.not_held).is_(False),
            col(Interview.id) != other_than,
            col(Opportunity.archived_at).is_(None),
            *live(Interview, Opportunity),
        )
        .order_by(col(Interview.start_at), col(Interview.id))
    )
    return tuple(dict.fromkeys(row.name for row in rows))
