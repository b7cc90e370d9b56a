"""The thank-you of an interview: its text and its tick, and the person's own notes to draft it from.

A sealed review does not stand in its way: it is no part of the review.
"""

from __future__ import annotations

from interview_coach.domain.text import check_text, clean_text
from interview_coach.domain.thanks import ThankYou, notes_of
from interview_coach.domain.trouble import Trouble, require
from interview_coach.domain.zones import parse_utc, parse_wall
from interview_coach.store import reviews
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import Interview


@question
def thank_you(r: Reader, interview: str) -> ThankYou:
    """All that the thank-you shows. Raises `Trouble("missing")`."""
    row = r.raw.execute(
        "SELECT c.name, o.title, i.start, i.thanks, i.thanked_at FROM interview i "
        "JOIN opportunity o ON o.id = i.opportunity_id JOIN company c ON c.id = o.company_id "
        "WHERE i.id = ? AND i.trashed_at IS NULL AND o.trashed_at IS NULL",
        (interview,),
    ).fetchone()
    if row is None:
        raise Trouble("missing")
    company, title, start, text, thanked = row
    names = r.raw.execute(
        "SELECT p.name FROM interviewer i JOIN person p ON p.id = i.person_id "
        "WHERE i.interview_id = ? AND i.trashed_at IS NULL AND p.trashed_at IS NULL "
        "ORDER BY i.position, i.id",
        (interview,),
    )
    return ThankYou(
        interview_id=interview,
        company=company,
        title=title,
        day=parse_wall(start).date(),
        names=tuple(name for (name,) in names),
        notes=notes_of(reviews.review_form(r, interview)),
        text=text,
        thanked_at=parse_utc(thanked) if thanked else None,
    )


@question
def interview_to_thank(r: Reader) -> str:
    """The interview that a thank-you is likely for: the latest that has begun; nothing without one."""
    row = r.raw.execute(
        "SELECT i.id FROM interview i JOIN opportunity o ON o.id = i.opportunity_id "
        "WHERE i.start_at <= ? AND i.trashed_at IS NULL AND o.trashed_at IS NULL "
        "AND i.called_off_by IS NULL AND NOT i.not_held ORDER BY i.start_at DESC, i.id DESC LIMIT 1",
        (utc_text(r.now),),
    ).fetchone()
    return "" if row is None else str(row[0])


@deed("write_thanks")
def write_thanks(w: Writer, interview: str, text: str) -> None:
    """Keep the thank-you as it stands."""
    text = clean_text(text)
    require(check_text("thanks", text))
    row = w.get(Interview, interview)
    w.at("interview", interview, "review")
    w.change(row, thanks=text)


@deed("tick_thanks")
def tick_thanks(w: Writer, interview: str, *, sent: bool) -> None:
    """Note that it was sent, by the person, or take that back."""
    row = w.get(Interview, interview)
    w.at("interview", interview, "review")
    w.change(row, thanked_at=(row.thanked_at or w.now) if sent else None)
