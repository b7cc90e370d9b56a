"""Reviews, read: the form of one interview."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from interview_coach.domain.kinds import About, Section
from interview_coach.domain.review import (
    SEAL_UNDO,
    AskedQuestion,
    Lesson,
    Planned,
    Remark,
    ReviewForm,
    Signal,
    made_mine,
)
from interview_coach.store import templates
from interview_coach.store.deeds import Found, Reader, question
from interview_coach.store.interviews import last_outcome, live
from interview_coach.store.tables import Asked, Covered, Interview, PrepItem, Review
from interview_coach.store.tables import Lesson as LessonRow
from interview_coach.store.tables import Remark as RemarkRow
from interview_coach.store.tables import Signal as SignalRow

_SPOKEN = (Section.TALKING_POINT, Section.STORY, Section.QUESTION)


@question
def review_form(r: Reader, interview: str) -> ReviewForm:
    """All that the Review step shows. Raises `Trouble("missing")`."""
    held = r.needed(select(Interview.__table__).where(Interview.id == interview, *live(Interview)))  # type: ignore[attr-defined]
    review = r.one(
        select(Review.__table__).where(Review.interview_id == interview, *live(Review))  # type: ignore[attr-defined]
    )
    around: dict[str, Any] = {
        "notes": held.notes,
        "called_off": held.called_off_by is not None,
        "not_held": held.not_held,
        "answered": last_outcome(r, held.opportunity_id, interview) is not None,
    }
    if review is None:
        return ReviewForm(
            interview,
            held.kind,
            held.end_at,
            review_id=None,
            felt=None,
            recall_done=False,
            asked=(),
            signals=(),
            planned=_planned(r, interview, None),
            **around,
        )
    asked = r.rows(
        select(Asked.__table__)  # type: ignore[attr-defined]
        .where(Asked.review_id == review.id, *live(Asked))
        .order_by(col(Asked.position), col(Asked.id))
    )
    signals = r.rows(
        select(SignalRow.__table__)  # type: ignore[attr-defined]
        .where(SignalRow.review_id == review.id, *live(SignalRow))
        .order_by(col(SignalRow.position), col(SignalRow.id))
    )
    remarks = r.rows(
        select(RemarkRow.__table__)  # type: ignore[attr-defined]
        .where(RemarkRow.review_id == review.id, *live(RemarkRow))
        # By key: a clock that was set back would put a later one first.
        .order_by(col(RemarkRow.id))
    )
    sealed = review.sealed_at
    planned = _planned(r, interview, review.id) if sealed is None else _as_sealed(r, review.id)
    return ReviewForm(
        interview_id=interview,
        kind=held.kind,
        end_at=held.end_at,
        review_id=review.id,
        felt=review.felt,
        recall_done=review.recall_done_at is not None,
        asked=tuple(AskedQuestion(a.id, a.text, a.rating, a.next_time, a.position) for a in asked),
        signals=tuple(Signal(s.id, s.text, s.position) for s in signals),
        planned=planned,
        my_answers=review.my_answers,
        connection=review.connection,
        learned=review.learned,
        energy=review.energy,
        went_well=review.went_well,
        would_change=review.would_change,
        surprises=review.surprises,
        next_step=review.next_step,
        promised_on=review.promised_on,
        forecast=review.forecast,
        minutes_after=review.minutes_after,
        sealed_at=sealed,
        remarks=tuple(Remark(x.id, x.text, x.created_at) for x in remarks),
        lessons=_lessons(r, interview),
        seal_undoable_until=sealed + SEAL_UNDO if sealed else None,
        **around,
    )


def _planned(r: Reader, interview: str, review: str | None) -> tuple[Planned, ...]:
    order = {section: place for place, section in enumerate(Section)}
    rows = r.rows(
        select(PrepItem.__table__, col(Covered.coverage))  # type: ignore[attr-defined]
        .select_from(PrepItem)
        .outerjoin(
            Covered,
            (col(Covered.prep_item_id) == col(PrepItem.id))
            & (col(Covered.review_id) == review)
            & col(Covered.trashed_at).is_(None),
        )
        .where(
            PrepItem.interview_id == interview,
            col(PrepItem.section).in_(_SPOKEN),
            *live(PrepItem),
        )
        .order_by(col(PrepItem.position), col(PrepItem.id))
    )
    found = [
        Planned(x.id, x.section, x.about, x.text, x.coverage, mine=_mine(x, x.text)) for x in rows
    ]
    return tuple(sorted(found, key=lambda p: (order[p.section], p.about is About.ME)))


def _as_sealed(r: Reader, review: str) -> tuple[Planned, ...]:
    order = {section: place for place, section in enumerate(Section)}
    rows = r.rows(
        select(
            Covered.__table__,  # type: ignore[attr-defined]
            col(PrepItem.template_key),
            col(PrepItem.done),
            col(PrepItem.rehearsals),
        )
        .select_from(Covered)
        # From the trash as well: what was planned was planned.
        .outerjoin(PrepItem, col(PrepItem.id) == col(Covered.prep_item_id))
        .where(Covered.review_id == review, *live(Covered))
        .order_by(col(Covered.position), col(Covered.id))
    )
    found = [
        Planned(
            x.prep_item_id or x.id, x.section, x.about, x.text, x.coverage, mine=_mine(x, x.text)
        )
        for x in rows
    ]
    return tuple(sorted(found, key=lambda p: (order[p.section], p.about is About.ME)))


def _mine(row: Found, text: str) -> bool:
    return row.template_key is not None and made_mine(
        from_template=bool(row.template_key),
        reworded=text != templates.wording(row.template_key),
        done=row.done,
        rehearsed=row.rehearsals > 0,
    )


def _lessons(r: Reader, interview: str) -> tuple[Lesson, ...]:
    rows = r.rows(
        select(LessonRow.__table__)  # type: ignore[attr-defined]
        .where(LessonRow.interview_id == interview, *live(LessonRow))
        .order_by(col(LessonRow.position), col(LessonRow.id))
    )
    return tuple(
        Lesson(
            x.id,
            x.text,
            x.if_text,
            x.then_text,
            x.family,
            x.state,
            x.source,
            x.created_at,
            x.topic,
        )
        for x in rows
    )
