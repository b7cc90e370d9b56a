"""Interviews, written: added, edited, moved, called off, deleted."""

from __future__ import annotations

from datetime import datetime

from interview_coach.domain.interview import (
    InterviewDraft,
    check_interview,
    check_times,
    ends_at,
)
from interview_coach.domain.kinds import Cancelled
from interview_coach.domain.text import check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint, require
from interview_coach.domain.zones import to_utc
from interview_coach.store import fitting, prep, templates
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.names import company_id, set_interviewers
from interview_coach.store.tables import Company, Interview, Opportunity


def _times(draft: InterviewDraft) -> dict[str, object]:
    fold = draft.fold or 0
    return {
        "start": draft.start,
        "zone": draft.zone,
        "fold": fold,
        "minutes": draft.minutes,
        "start_at": to_utc(draft.start, draft.zone, fold),
        "end_at": ends_at(draft.start, draft.zone, fold, draft.minutes),
    }


def _opportunity(w: Writer, draft: InterviewDraft) -> Opportunity:
    """The opportunity a round belongs to: the named one, else an open one of that name, else new.

    What has been decided for good is not joined silently: applying again is another opportunity.
    """
    if draft.opportunity_id:
        return w.get(Opportunity, draft.opportunity_id)
    known = fitting.joined(w.reader, draft.company, draft.title)
    if known is not None:
        return w.get(Opportunity, known.opportunity_id)
    return w.add(Opportunity, company_id=company_id(w, draft.company), title=draft.title)


@deed("add_interview")
def add_interview(w: Writer, draft: InterviewDraft, *, checklist: bool = True) -> str:
    """A new round, with the checklist of its kind's template; gives its key."""
    draft = draft.cleaned()
    require(check_interview(draft))
    opportunity = _opportunity(w, draft)
    if draft.posting_text and draft.posting_text != opportunity.posting_text:
        w.change(opportunity, posting_text=draft.posting_text)
    row = w.add(
        Interview,
        opportunity_id=opportunity.id,
        kind=draft.kind,
        mode=draft.mode,
        place=draft.place,
        link=draft.link,
        notes=draft.notes,
        **_times(draft),
    )
    set_interviewers(w, row, opportunity.company_id, draft.interviewers)
    if checklist:
        parts = [p.part for p in draft.interviewers if p.part is not None]
        usual = templates.usual(w.reader, draft.kind)
        prep.add_from_template(w, row.id, usual.for_parts(parts))
    w.label(company=draft.company)
    w.at("interview", row.id)
    return row.id


@deed("edit_interview")
def edit_interview(w: Writer, key: str, draft: InterviewDraft) -> None:
    """Change a round; company and title are changed for all rounds of its opportunity."""
    draft = draft.cleaned()
    require(check_interview(draft))
    row = w.get(Interview, key)
    opportunity = w.get(Opportunity, row.opportunity_id)
    before = opportunity.company_id
    company = w.get(Company, before)
    if company.name.casefold() != draft.company.casefold():
        w.change(opportunity, company_id=company_id(w, draft.company))
    else:
        w.change(company, name=draft.company)
    w.change(opportunity, title=draft.title, posting_text=draft.posting_text)
    w.change(
        row,
        kind=draft.kind,
        mode=draft.mode,
        place=draft.place,
        link=draft.link,
        notes=draft.notes,
        **_times(draft),
    )
    set_interviewers(w, row, opportunity.company_id, draft.interviewers, before)
    w.label(company=draft.company)
    w.at("interview", key)


@deed("reschedule_interview")
def reschedule_interview(
    w: Writer, key: str, start: datetime, zone: str, fold: int | None, minutes: int
) -> None:
    """Move a round to another time. A round that had been called off is on again."""
    require(check_times(start, zone, fold, minutes))
    row = w.get(Interview, key)
    side = fold or 0
    w.change(
        row,
        start=start,
        zone=zone,
        fold=side,
        minutes=minutes,
        start_at=to_utc(start, zone, side),
        end_at=ends_at(start, zone, side, minutes),
        called_off_by=None,
        called_off_at=None,
        not_held=False,
    )
    _named(w, row)


@deed("call_off_interview")
def call_off_interview(w: Writer, key: str, by: Cancelled) -> None:
    """Note that a round will not take place, and who called it off."""
    row = w.get(Interview, key)
    w.change(row, called_off_by=by, called_off_at=w.now)
    _named(w, row)


@deed("restore_interview")
def restore_interview(w: Writer, key: str) -> None:
    """The round takes place after all, or did."""
    row = w.get(Interview, key)
    w.change(row, called_off_by=None, called_off_at=None, not_held=False)
    _named(w, row)


@deed("mark_not_held")
def mark_not_held(w: Writer, key: str) -> None:
    """Note that a round did not happen although its time has passed."""
    row = w.get(Interview, key)
    w.change(row, not_held=True)
    _named(w, row)


@deed("delete_interview")
def delete_interview(w: Writer, key: str) -> None:
    """Put a round with its preparation, review and lessons in the trash."""
    row = w.get(Interview, key)
    _named(w, row)
    w.trash(row)


@deed("set_interview_notes")
def set_interview_notes(w: Writer, key: str, notes: str) -> None:
    """Replace the notes of a round."""
    notes = clean_text(notes)
    require(check_text("notes", notes))
    row = w.get(Interview, key)
    w.change(row, notes=notes)
    _named(w, row, "interview")


@deed("jot")
def jot(w: Writer, key: str, line: str) -> None:
    """Add one line to the notes of a round."""
    line = clean_line(line)
    require([Complaint("jot", "missing")] if not line else check_text("jot", line))
    row = w.get(Interview, key)
    w.change(row, notes=f"{row.notes}\n{line}" if row.notes else line)
    _named(w, row, "interview")


def _named(w: Writer, row: Interview, step: str = "") -> None:
    opportunity = w.get(Opportunity, row.opportunity_id)
    w.label(company=w.get(Company, opportunity.company_id).name)
    w.at("interview", row.id, step)
