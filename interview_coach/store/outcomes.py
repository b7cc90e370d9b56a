"""Outcomes, read: the debrief of one interview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func
from sqlmodel import col, select

from interview_coach.domain.interview import Settled
from interview_coach.domain.kinds import (
    Coverage,
    EntryKind,
    Family,
    LessonFamily,
    ReasonKind,
)
from interview_coach.domain.lessons import RETURNING
from interview_coach.domain.outcome import (
    NOT_MINE_USUAL,
    CarryChoice,
    Debrief,
    NextInterview,
    OwnWording,
    ReasonRow,
    ReasonThen,
    Recorded,
    knew_before,
)
from interview_coach.domain.review import LOW_RATING, ReviewForm, lessons_from
from interview_coach.domain.search import index_text
from interview_coach.domain.text import clean_text
from interview_coach.domain.zones import to_wall
from interview_coach.store.deeds import Found, Reader, question
from interview_coach.store.interviews import last_outcome, live
from interview_coach.store.reviews import review_form
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import (
    Company,
    Entry,
    Interview,
    Lesson,
    Opportunity,
    Reason,
    ReasonChange,
    Review,
)

# How many earlier reasons in one's own words are offered, of how many of the newest.
OWN_OFFERED = 12
_OWN_SEEN = 400

_ANSWERED = tuple(s.value for s in (Settled.ADVANCED, Settled.OFFER, Settled.REJECTED))
_WENT_ON = tuple(s.value for s in (Settled.ADVANCED, Settled.OFFER))


@question
def debrief(r: Reader, interview: str) -> Debrief:
    """All that the Outcome step shows. Raises `Trouble("missing")`."""
    held = r.needed(select(Interview.__table__).where(Interview.id == interview, *live(Interview)))  # type: ignore[attr-defined]
    form = review_form(r, interview)
    sealed = form if form.sealed_at is not None else None
    recorded = _recorded(last_outcome(r, held.opportunity_id, interview))
    answered_at = recorded.recorded_at if recorded else None
    before = sealed if knew_before(form.sealed_at, answered_at) else None
    alike, went_on = _felt_alike(r, interview, before)
    return Debrief(
        interview_id=interview,
        outcome=recorded,
        reasons=_reasons(r, recorded, sealed),
        sealed_at=before.sealed_at if before else None,
        felt=before.felt.value if before and before.felt else None,
        my_answers=before.my_answers if before else None,
        connection=before.connection if before else None,
        forecast=before.forecast if before else None,
        felt_alike=alike,
        went_on=went_on,
        choices=_choices(r, interview, sealed),
        next_interview=_next(r, interview),
        waiting_since=to_wall(held.end_at, held.zone).date(),
        promised_on=form.promised_on,
        opportunity_id=held.opportunity_id,
        held=held.end_at <= r.now,
        next_step=form.next_step,
    )


@question
def debrief_without_round(r: Reader, opportunity: str) -> Debrief | None:
    """What shows of an answer that came before any round; None without one, or where a round shows it."""
    held = r.one(
        select(Interview.id).where(Interview.opportunity_id == opportunity, *live(Interview))
    )
    recorded = _recorded(last_outcome(r, opportunity)) if held is None else None
    if recorded is None:
        return None
    reasons = _reasons(r, recorded, None)
    return Debrief("", recorded, reasons, opportunity_id=opportunity, held=False)


def _recorded(found: Found | None) -> Recorded | None:
    if found is None:
        return None
    return Recorded(
        found.id,
        found.decision,
        found.decided_on,
        found.answer,
        found.words,
        found.interview_id,
        found.created_at,
    )


def _felt_alike(r: Reader, interview: str, form: ReviewForm | None) -> tuple[int, int]:
    """How many other sealed interviews felt this good and were answered, and how many went on."""
    if form is None or form.felt is None:
        return 0, 0
    counted = (
        select(func.count(), func.count().filter(col(Entry.state).in_(_WENT_ON)))
        .select_from(Review)
        .join(Entry, (col(Entry.owner_id) == col(Review.interview_id)))
        .where(
            Entry.kind == EntryKind.INTERVIEW,
            Review.felt == form.felt,
            Review.interview_id != interview,
            col(Review.sealed_at).is_not(None),
            col(Entry.state).in_(_ANSWERED),
            *live(Review),
        )
    )
    total, on = r.needed(counted)
    return int(total), int(on)


def _reasons(r: Reader, outcome: Recorded | None, form: ReviewForm | None) -> tuple[ReasonRow, ...]:
    """The lines of the debrief: what the person said, and the places where they may say something.

    Nothing is filled in: what has no row stands at "no sign" and "I guess".
    """
    if outcome is None:
        return ()
    rows = r.rows(
        select(Reason.__table__)  # type: ignore[attr-defined]
        .where(Reason.outcome_id == outcome.id, *live(Reason))
        .order_by(col(Reason.position), col(Reason.id))
    )
    said = {(x.family, x.what, x.ref, x.text if _worded(x.what) else ""): x for x in rows}
    before = earlier_states(r, [x.id for x in rows])
    found: list[ReasonRow] = []

    def line(offered: ReasonRow) -> None:
        wording = offered.text if _worded(offered.what) else ""
        row = said.pop((offered.family, offered.what, offered.ref, wording), None)
        found.append(_with(offered, row, before) if row is not None else offered)

    for kind in NOT_MINE_USUAL:
        line(ReasonRow("", Family.NOT_MINE, kind, "", ""))
    if form is not None:
        for offered in _from_review(form):
            line(offered)
    found += [
        _with(ReasonRow("", x.family, x.what, x.ref, x.text), x, before)
        for x in rows
        if any(x is left for left in said.values())
    ]
    return tuple(sorted(found, key=lambda x: x.family is Family.MINE))


def _worded(what: ReasonKind) -> bool:
    return what in {ReasonKind.OWN, ReasonKind.WOULD_CHANGE}


def earlier_states(r: Reader, reasons: Sequence[str]) -> dict[str, tuple[ReasonThen, ...]]:
    """How these reasons stood before, by their keys, the oldest first."""
    rows = r.rows(
        select(ReasonChange.__table__)  # type: ignore[attr-defined]
        .where(col(ReasonChange.reason_id).in_(reasons), *live(ReasonChange))
        .order_by(col(ReasonChange.created_at), col(ReasonChange.id))
    )
    found: dict[str, tuple[ReasonThen, ...]] = {}
    for x in rows:
        then = ReasonThen(x.id, x.created_at, x.sign, x.certainty, x.evidence, x.because)
        found[x.reason_id] = (*found.get(x.reason_id, ()), then)
    return found


@question
def own_wordings(r: Reader) -> tuple[OwnWording, ...]:
    """Reasons that the person has put in their own words, to be chosen again: the newest first."""
    rows = r.rows(
        select(Reason.family, Reason.text)
        .where(Reason.what == ReasonKind.OWN, *live(Reason))
        .order_by(col(Reason.id).desc())
        .limit(_OWN_SEEN)
    )
    found: dict[tuple[Family, str], OwnWording] = {}
    for row in rows:
        found.setdefault((row.family, index_text(row.text)), OwnWording(row.family, row.text))
    return tuple(found.values())[:OWN_OFFERED]


def _with(
    offered: ReasonRow, row: Row[Any], before: Mapping[str, tuple[ReasonThen, ...]]
) -> ReasonRow:
    return ReasonRow(
        row.id,
        offered.family,
        offered.what,
        offered.ref,
        offered.text or row.text,
        row.sign,
        row.certainty,
        row.evidence,
        offered.note,
        offered.rating,
        before.get(row.id, ()),
    )


def _from_review(form: ReviewForm) -> list[ReasonRow]:
    """What the sealed review offers as mine: low answers, points not said, what I would change."""
    mine = Family.MINE
    found = [
        ReasonRow("", mine, ReasonKind.ANSWER, a.id, a.text, note="rated", rating=a.rating)
        for a in form.asked
        if a.rating is not None and a.rating <= LOW_RATING
    ]
    found += [
        ReasonRow("", mine, ReasonKind.UNSAID, p.id, p.text, note="unsaid")
        for p in form.planned
        # A template's line that nobody touched was on offer, and is not held against anyone.
        if p.coverage is Coverage.NOT_SAID and p.mine
    ]
    found += [
        ReasonRow("", mine, ReasonKind.WOULD_CHANGE, "", text, note="own_note")
        for _source, _asked, text in lessons_from(form.would_change, [])
    ]
    return found


def _choices(r: Reader, interview: str, form: ReviewForm | None) -> tuple[CarryChoice, ...]:
    """What can be carried on, in the person's own words: what is carried first, strengths first."""
    lessons = r.rows(
        select(Lesson.__table__)  # type: ignore[attr-defined]
        .where(Lesson.interview_id == interview, *live(Lesson))
        .order_by(col(Lesson.position))
    )
    known = {x.text.casefold(): x for x in lessons}
    found: dict[str, CarryChoice] = {}

    def offer(text: str, family: LessonFamily, source: str) -> None:
        row = known.get(text.casefold())
        # A lesson that returns stands beside the next preparation, whoever taught it.
        carried = row is not None and row.state in RETURNING
        target = (row.carried_to_id or "") if row is not None else ""
        if text:
            choice = CarryChoice(text.casefold(), text, family, source, carried, target)
            found.setdefault(choice.key, choice)

    if form is not None:
        for planned in form.planned:
            if planned.coverage is Coverage.LANDED:
                offer(planned.text, LessonFamily.STRENGTH, "landed")
        for text in (t.strip().removeprefix("- ") for t in clean_text(form.went_well).split("\n")):
            offer(" ".join(text.split())[:500], LessonFamily.STRENGTH, "went_well")
    for row in lessons:
        offer(row.text, row.family, row.source)
    return tuple(
        sorted(found.values(), key=lambda c: (not c.carried, c.family is LessonFamily.CHANGE))
    )


def _next(r: Reader, interview: str) -> NextInterview | None:
    row = r.one(
        select(Interview.id, Interview.kind, col(Company.name).label("company"))
        .select_from(Entry)
        .join(Interview, col(Interview.id) == col(Entry.owner_id))
        .join(Opportunity, col(Opportunity.id) == col(Interview.opportunity_id))
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(
            Entry.kind == EntryKind.INTERVIEW,
            Entry.state == Settled.PLANNED.value,
            Entry.end_at > utc_text(r.now),
            Interview.id != interview,
            col(Opportunity.archived_at).is_(None),
            *live(Interview, Opportunity),
        )
        .order_by(col(Interview.start_at))
    )
    return NextInterview(row.id, row.company, row.kind) if row else None
