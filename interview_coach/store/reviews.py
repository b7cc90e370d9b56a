"""Reviews, read: the form of one interview."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from interview_coach.domain.kinds import About, LibraryKind, Section
from interview_coach.domain.review import (
    SEAL_UNDO,
    AskedQuestion,
    Lesson,
    Planned,
    Remark,
    ReviewForm,
    Signal,
    StoryChoice,
    made_mine,
)
from interview_coach.store import templates
from interview_coach.store.deeds import Found, Reader, question
from interview_coach.store.interviews import last_outcome, live
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import Covered, Interview, PrepItem, Review
from interview_coach.store.tables import Lesson as LessonRow
from interview_coach.store.tables import Remark as RemarkRow
from interview_coach.store.tables import Signal as SignalRow

_RECENT = timedelta(days=7)
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
        asked=_asked(r, review.id),
        signals=tuple(Signal(s.id, s.text, s.position, s.meaning, s.confidence) for s in signals),
        planned=planned,
        my_answers=review.my_answers,
        connection=review.connection,
        learned=review.learned,
        energy=review.energy,
        went_well=review.went_well,
        would_change=review.would_change,
        surprises=review.surprises,
        next_step=review.next_step,
        feedback=review.feedback,
        quick_note=review.quick_note,
        captured_at=review.captured_at,
        promised_on=review.promised_on,
        forecast=review.forecast,
        minutes_after=review.minutes_after,
        sealed_at=sealed,
        remarks=tuple(Remark(x.id, x.text, x.created_at) for x in remarks),
        lessons=_lessons(r, interview),
        seal_undoable_until=sealed + SEAL_UNDO if sealed else None,
        **around,
    )


def _asked(r: Reader, review: str) -> tuple[AskedQuestion, ...]:
    rows = r.raw.execute(
        "SELECT a.id, a.text, a.rating, a.next_time, a.position, q.id, coalesce(q.text, ''), "
        "s.id, coalesce(s.text, '') FROM asked a "
        "LEFT JOIN library_item q ON q.id = a.question_id AND q.trashed_at IS NULL "
        "LEFT JOIN library_item s ON s.id = a.story_id AND s.trashed_at IS NULL "
        "WHERE a.review_id = ? AND a.trashed_at IS NULL ORDER BY a.position, a.id",
        (review,),
    )
    return tuple(AskedQuestion(*row) for row in rows)


@question
def stories_to_tell(r: Reader, interview: str) -> tuple[StoryChoice, ...]:
    """The library's stories, those planned for this interview first, then by their names."""
    rows = r.raw.execute(
        "SELECT l.id, l.text, EXISTS (SELECT 1 FROM prep_item p WHERE p.interview_id = ? "
        "AND p.library_id = l.id AND p.trashed_at IS NULL) AS planned FROM library_item l "
        "WHERE l.kind = ? AND l.trashed_at IS NULL ORDER BY planned DESC, l.text, l.id",
        (interview, LibraryKind.STORY.value),
    )
    return tuple(StoryChoice(key, text, bool(planned)) for key, text, planned in rows)


@question
def review_to_capture(r: Reader) -> str:
    """The interview that a quick note is likely about: the latest begun one that is not sealed.

    Nothing when there is none, or when the last was more than a week ago.
    """
    row = r.raw.execute(
        "SELECT i.id FROM interview i JOIN opportunity o ON o.id = i.opportunity_id "
        "LEFT JOIN review v ON v.interview_id = i.id AND v.trashed_at IS NULL "
        "WHERE i.start_at <= ? AND i.start_at > ? AND i.trashed_at IS NULL "
        "AND o.trashed_at IS NULL AND i.called_off_by IS NULL AND NOT i.not_held "
        "AND v.sealed_at IS NULL ORDER BY i.start_at DESC, i.id DESC LIMIT 1",
        (utc_text(r.now), utc_text(r.now - _RECENT)),
    ).fetchone()
    return "" if row is None else str(row[0])


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
