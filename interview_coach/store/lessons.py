"""Lessons: carried into later preparations, phrased as if-then, checked in reviews, kept or let go."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import select as select_any
from sqlmodel import col, select

from interview_coach.domain.kinds import CARRIED_LIMIT, LessonState
from interview_coach.domain.lessons import RETURNING, Check, CheckedLesson, sound
from interview_coach.domain.prep import CarriedLesson
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import Trouble, require
from interview_coach.store.carrying import carried_to
from interview_coach.store.deeds import Asking, Reader, Writer, deed, question
from interview_coach.store.interviews import live
from interview_coach.store.tables import (
    Company,
    Interview,
    Lesson,
    LessonCheck,
    Opportunity,
    Review,
)

_TRIED = (
    "SELECT c.lesson_id, count(*), coalesce(sum(c.done), 0) FROM lesson_check c "
    "JOIN interview i ON i.id = c.interview_id WHERE c.happened AND c.trashed_at IS NULL "
    "AND i.trashed_at IS NULL AND c.lesson_id IN (SELECT value FROM json_each(?)) GROUP BY 1"
)
_CHECKS = (
    "SELECT c.lesson_id, c.happened, c.done FROM lesson_check c "
    "WHERE c.interview_id = ? AND c.trashed_at IS NULL"
)


def tried(r: Reader, keys: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Per lesson in how many reviews its if had happened, and in how many I had done the then."""
    rows = r.raw.execute(_TRIED, (json.dumps(list(keys)),))
    return {key: (happened, did) for key, happened, did in rows}


@question
def carried(r: Reader, interview: str, limit: int = CARRIED_LIMIT) -> tuple[CarriedLesson, ...]:
    """The lessons beside a preparation: those that return, carried to it or learned from other rounds.

    By the rule of `carry_order`, at most `limit`; after them those closed for this interview, so that
    a tick stays to be seen, and those that its review says something of.
    """
    here = r.one(select(Interview.__table__).where(Interview.id == interview))  # type: ignore[attr-defined]
    if here is None:
        return ()
    chosen = carried_to(r.raw, interview, here.kind.value, here.end_at, here.created_at, limit)
    keys = [one.id for one in chosen]
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
    returning = sorted(r.rows(base.where(col(Lesson.id).in_(keys))), key=lambda row: order[row.id])
    checked = select(LessonCheck.lesson_id).where(
        LessonCheck.interview_id == interview, *live(LessonCheck)
    )
    others = r.rows(
        base.where(
            (col(Lesson.closed_for_id) == interview) | col(Lesson.id).in_(checked),
            col(Lesson.id).not_in(keys),
        ).order_by(col(Lesson.closed_at), col(Lesson.id))
    )
    rows = [*returning, *others]
    counts = tried(r, [row.id for row in rows])
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
            row.topic,
            *counts.get(row.id, (0, 0)),
        )
        for row in rows
    )


@question
def to_check(r: Reader, interview: str) -> tuple[CheckedLesson, ...]:
    """The lessons that a review asks about: those that stood beside the preparation.

    A sealed review has those alone of which it says something, and what was let go before the
    interview is not asked about.
    """
    said = {
        key: Check(_truth(happened), _truth(done))
        for key, happened, done in r.raw.execute(_CHECKS, (interview,))
    }
    review = r.one(select(Review.sealed_at).where(Review.interview_id == interview, *live(Review)))
    sealed = review is not None and review.sealed_at is not None
    return tuple(
        CheckedLesson(
            one.id,
            one.text,
            one.if_text,
            one.then_text,
            one.state,
            one.company,
            one.learned_on,
            said.get(one.id, Check()),
        )
        for one in carried(r, interview)
        if one.id in said or (not sealed and one.state is not LessonState.LET_GO)
    )


def _truth(value: int | None) -> bool | None:
    return None if value is None else bool(value)


@deed("close_lesson")
def close_lesson(
    w: Writer, key: str, state: LessonState, interview: str = "", step: str = "prepare"
) -> None:
    """Say where a lesson stands; `interview` is where that was said, and in which of its steps."""
    row = w.get(Lesson, key)
    closed = state not in RETURNING
    w.change(
        row,
        state=state,
        closed_at=w.now if closed else None,
        closed_for_id=interview or None if closed else None,
    )
    w.label(state=state.value)
    if interview:
        w.at("interview", interview, step)
    else:
        w.at("interview", row.interview_id, "review")


@deed("check_lesson")
def check_lesson(w: Writer, interview: str, key: str, check: Check) -> None:
    """Say in a review whether the if of a lesson happened, and whether I did the then.

    One row per lesson and interview; what is taken back leaves none. Raises `Trouble("sealed")`.
    """
    w.get(Interview, interview)
    row = w.get(Lesson, key)
    if any(one.sealed_at is not None for one in w.all(Review, interview_id=interview)):
        raise Trouble("sealed")
    check = sound(check)
    found = w.all(LessonCheck, lesson_id=row.id, interview_id=interview)
    if check == Check():
        for one in found:
            w.bury(one)
    elif found:
        w.change(found[0], happened=check.happened, done=check.done)
    else:
        w.add(
            LessonCheck,
            lesson_id=row.id,
            interview_id=interview,
            happened=check.happened,
            done=check.done,
        )
    w.at("interview", interview, "review")


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


@deed("set_lesson_topic")
def set_lesson_topic(w: Writer, key: str, topic: str) -> None:
    """Say in a word or two what a lesson is about, or nothing."""
    topic = clean_line(topic)
    require(check_line("topic", topic))
    row = w.get(Lesson, key)
    w.change(row, topic=topic)
    w.at("interview", row.interview_id, "review")


@deed("delete_lesson")
def delete_lesson(w: Writer, key: str) -> None:
    """Put a lesson in the trash."""
    row = w.get(Lesson, key)
    w.at("interview", row.interview_id, "review")
    w.trash(row)
