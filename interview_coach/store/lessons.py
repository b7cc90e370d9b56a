"""Lessons: carried into later preparations, phrased as if-then, ticked as done or let go."""

from __future__ import annotations

from sqlalchemy import select as select_any
from sqlmodel import col, select

from interview_coach.domain.kinds import CARRIED_LIMIT, LessonState
from interview_coach.domain.prep import CarriedLesson
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import require
from interview_coach.store.carrying import CARRIED, chosen_for
from interview_coach.store.deeds import Asking, Reader, Writer, deed, question
from interview_coach.store.interviews import live
from interview_coach.store.tables import Company, Interview, Lesson, Opportunity


@question
def carried(r: Reader, interview: str, limit: int = CARRIED_LIMIT) -> tuple[CarriedLesson, ...]:
    """The lessons beside a preparation: open ones carried to it or learned from other rounds before.

    First those carried to this very interview, then the same kind, then newest, at most `limit`
    open ones; after them those closed for this interview, so that a tick stays to be seen.
    """
    here = r.one(select(Interview.__table__).where(Interview.id == interview))  # type: ignore[attr-defined]
    if here is None:
        return ()
    asked = chosen_for(interview, here.kind.value, here.end_at, here.created_at, limit)
    keys = [row[0] for row in r.raw.execute(CARRIED, asked)]
    base: Asking = (
        select_any(
            Lesson.__table__,  # type: ignore[attr-defined]
            col(Interview.kind),
            col(Company.name).label("company"),
        )
        .select_from(Lesson)
        .join(Interview, col(Interview.id) == col(Lesson.interview_id))
        .join(Opportunity, col(Opportunity.id) == col(Interview.opportunity_id))
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(col(Lesson.interview_id) != interview, *live(Lesson, Interview, Opportunity))
    )
    order = {key: place for place, key in enumerate(keys)}
    still_open = sorted(r.rows(base.where(col(Lesson.id).in_(keys))), key=lambda row: order[row.id])
    closed = r.rows(
        base.where(col(Lesson.closed_for_id) == interview).order_by(col(Lesson.closed_at))
    )
    return tuple(
        CarriedLesson(
            row.id,
            row.text,
            row.family,
            row.state,
            row.company,
            row.kind,
            row.created_at,
            row.if_text,
            row.then_text,
        )
        for row in [*still_open, *closed]
    )


@deed("close_lesson")
def close_lesson(w: Writer, key: str, state: LessonState, interview: str = "") -> None:
    """Tick a lesson as done, let it go, or open it again; `interview` is where that was said."""
    row = w.get(Lesson, key)
    closed = state is not LessonState.OPEN
    w.change(
        row,
        state=state,
        closed_at=w.now if closed else None,
        closed_for_id=interview or None if closed else None,
    )
    w.label(state=state.value)
    if interview:
        w.at("interview", interview, "prepare")
    else:
        w.at("interview", row.interview_id, "review")


@deed("phrase_lesson")
def phrase_lesson(w: Writer, key: str, text: str, if_text: str = "", then_text: str = "") -> None:
    """Word a lesson, best as an if-then plan."""
    text, if_text, then_text = clean_line(text), clean_line(if_text), clean_line(then_text)
    require(
        [
            *check_line("text", text, needed=True),
            *check_line("if_text", if_text),
            *check_line("then_text", then_text),
        ]
    )
    row = w.get(Lesson, key)
    w.change(row, text=text, if_text=if_text, then_text=then_text)
    w.at("interview", row.interview_id, "review")


@deed("delete_lesson")
def delete_lesson(w: Writer, key: str) -> None:
    """Put a lesson in the trash."""
    row = w.get(Lesson, key)
    w.at("interview", row.interview_id, "review")
    w.trash(row)
