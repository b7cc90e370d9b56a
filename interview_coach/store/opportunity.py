"""Opportunities: added, edited, archived, deleted."""

from __future__ import annotations

from dataclasses import asdict

from sqlmodel import col, select

from interview_coach.domain.interview import OpportunityDraft, OpportunityHead, check_opportunity
from interview_coach.domain.kinds import Strength
from interview_coach.domain.posting import same_address
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import require
from interview_coach.store import interviews
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.names import company_id
from interview_coach.store.tables import Company, Opportunity, Requirement
from interview_coach.store.whereabouts import place_of


@deed("add_opportunity")
def add_opportunity(w: Writer, draft: OpportunityDraft) -> str:
    """A new opportunity without a round yet; gives its key."""
    draft = draft.cleaned()
    require(check_opportunity(draft))
    row = w.add(Opportunity, company_id=company_id(w, draft.company), **_values(draft))
    w.label(title=draft.title)
    w.at("opportunity", row.id)
    return row.id


@deed("edit_opportunity")
def edit_opportunity(w: Writer, key: str, draft: OpportunityDraft) -> None:
    """Change an opportunity."""
    draft = draft.cleaned()
    require(check_opportunity(draft))
    row = w.get(Opportunity, key)
    company = company_id(w, draft.company)
    if company == row.company_id:
        # The same company in other letters: that is how it is written from now on.
        w.change(w.get(Company, company), name=draft.company)
    w.change(row, company_id=company, **_values(draft))
    w.label(title=draft.title)
    w.at("opportunity", key)


def _values(draft: OpportunityDraft) -> dict[str, object]:
    values = asdict(draft)
    del values["company"]
    return {**values, "posting_key": same_address(draft.posting_url)}


@deed("archive_opportunity")
def archive_opportunity(w: Writer, key: str) -> None:
    """Put an opportunity aside with all its rounds: nothing of it asks for anything any more."""
    row = w.get(Opportunity, key)
    w.change(row, archived_at=w.now)
    w.label(title=row.title)
    w.at("opportunity", key)


@deed("unarchive_opportunity")
def unarchive_opportunity(w: Writer, key: str) -> None:
    """Take an opportunity back from the archive."""
    row = w.get(Opportunity, key)
    w.change(row, archived_at=None)
    w.label(title=row.title)
    w.at("opportunity", key)


@deed("delete_opportunity")
def delete_opportunity(w: Writer, key: str) -> None:
    """Put an opportunity with all its rounds and what belongs to them in the trash."""
    row = w.get(Opportunity, key)
    w.label(title=row.title)
    w.at("opportunity", key)
    w.trash(row)


@deed("add_requirement")
def add_requirement(
    w: Writer, opportunity: str, text: str, evidence: str = "", strength: Strength = Strength.GAP
) -> str:
    """Note something the posting asks for; gives its key."""
    text, evidence = clean_line(text), clean_line(evidence)
    require([*check_line("text", text, needed=True), *check_line("evidence", evidence)])
    w.get(Opportunity, opportunity)
    position = w.next_position(Requirement, opportunity_id=opportunity)
    row = w.add(
        Requirement,
        opportunity_id=opportunity,
        text=text,
        evidence=evidence,
        strength=strength,
        position=position,
    )
    w.label(text=text)
    w.place = place_of(w.raw, "requirement", row.id)
    return row.id


@deed("edit_requirement")
def edit_requirement(w: Writer, key: str, text: str, evidence: str, strength: Strength) -> None:
    """Change what is asked for, or what answers it."""
    text, evidence = clean_line(text), clean_line(evidence)
    require([*check_line("text", text, needed=True), *check_line("evidence", evidence)])
    row = w.get(Requirement, key)
    w.change(row, text=text, evidence=evidence, strength=strength)
    w.label(text=text)
    w.place = place_of(w.raw, "requirement", row.id)


@deed("delete_requirement")
def delete_requirement(w: Writer, key: str) -> None:
    """Put a requirement in the trash."""
    row = w.get(Requirement, key)
    w.label(text=row.text)
    w.place = place_of(w.raw, "requirement", row.id)
    w.trash(row)


@question
def opportunity_head(r: Reader, key: str) -> OpportunityHead:
    """One opportunity with its rounds. Raises `Trouble("missing")`."""
    row = r.needed(
        select(Opportunity.__table__, Company.name)  # type: ignore[attr-defined]
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(Opportunity.id == key, Opportunity.trashed_at.is_(None))  # type: ignore[union-attr]
    )
    outcome = interviews.last_outcome(r, key)
    return OpportunityHead(
        id=row.id,
        company=row.name,
        title=row.title,
        draft=OpportunityDraft(
            company=row.name,
            title=row.title,
            posting_text=row.posting_text,
            posting_url=row.posting_url,
            found_at=row.found_at,
            place=row.place,
            pay=row.pay,
            sent=row.sent,
            sent_on=row.sent_on,
            posted_on=row.posted_on,
            closes_on=row.closes_on,
            notes=row.notes,
        ),
        rounds=interviews.rounds(r, key),
        archived=row.archived_at is not None,
        created_at=row.created_at,
        decision=outcome.decision if outcome else None,
        decided_on=outcome.decided_on if outcome else None,
        outcome_id=outcome.id if outcome else "",
    )
