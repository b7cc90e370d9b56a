"""Postings taken in: an opportunity with what it asks for, made or brought up to date in one deed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Strength
from interview_coach.domain.outcome import ends_it
from interview_coach.domain.posting import Alike, Because, merged, same_address
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import require
from interview_coach.store import opportunity
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.interviews import live
from interview_coach.store.tables import Company, Opportunity, Outcome, Requirement
from interview_coach.store.whereabouts import where_prepared

ALIKE_SHOWN = 5


@question
def alike(r: Reader, url: str, company: str, title: str) -> tuple[Alike, ...]:
    """The opportunities that a posting may be about: those of its address, then those of its name."""
    found: dict[str, Alike] = {}
    key = same_address(url)
    if key:
        found |= _found(r, Because.ADDRESS, Opportunity.posting_key == key)
    wanted, role = clean_line(company).casefold(), clean_line(title).casefold()
    if wanted and role:
        named = r.rows(select(Company.id, Company.name).where(*live(Company)).order_by(Company.id))
        same = [row.id for row in named if row.name.casefold() == wanted]
        for one in _found(r, Because.NAME, col(Opportunity.company_id).in_(same)).values():
            if one.title.casefold() == role:
                found.setdefault(one.id, one)
    return tuple(found.values())[:ALIKE_SHOWN]


def _found(r: Reader, because: Because, condition: object) -> dict[str, Alike]:
    rows = r.rows(
        select(Opportunity.id, Opportunity.title, Opportunity.archived_at, Company.name)
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(condition, *live(Opportunity))  # type: ignore[arg-type]
        .order_by(col(Opportunity.id).desc())
    )
    return {
        row.id: Alike(
            row.id,
            row.name,
            row.title,
            because,
            archived=row.archived_at is not None,
            decided=_decided(r, row.id),
        )
        for row in rows
    }


def _decided(r: Reader, key: str) -> bool:
    rows = r.rows(select(Outcome.decision).where(Outcome.opportunity_id == key, *live(Outcome)))
    return any(ends_it(row.decision) for row in rows)


@deed("take_posting")
def take_posting(
    w: Writer, draft: OpportunityDraft, asks: Sequence[str] = (), into: str = ""
) -> str:
    """A posting becomes an opportunity, or brings the one named by `into` up to date; gives its key.

    What it asks for is added, but for what is noted there already.
    """
    if into:
        known = opportunity.opportunity_head(w.reader, into).draft
        opportunity.edit_opportunity(w, into, merged(known, draft.cleaned()))
    else:
        into = opportunity.add_opportunity(w, draft)
    _ask(w, into, asks)
    return into


@deed("add_requirements")
def add_requirements(w: Writer, key: str, asks: Sequence[str]) -> int:
    """Note several things that the posting asks for, none answered yet; gives how many were new."""
    w.get(Opportunity, key)
    count = _ask(w, key, asks)
    w.label(count=count)
    w.place = where_prepared(w.raw, key)
    return count


def _ask(w: Writer, key: str, asks: Sequence[str]) -> int:
    known = {row.text.casefold() for row in w.all(Requirement, opportunity_id=key)}
    position = w.next_position(Requirement, opportunity_id=key)
    rows: list[dict[str, object]] = []
    for text in dict.fromkeys(clean_line(one) for one in asks):
        require(check_line("asks", text))
        if text and text.casefold() not in known:
            known.add(text.casefold())
            rows.append(
                {
                    "opportunity_id": key,
                    "text": text,
                    "strength": Strength.GAP,
                    "position": position + len(rows),
                }
            )
    w.add_all(Requirement, rows)
    return len(rows)
