"""One opportunity as a whole, read: rounds, outcomes and their reasons, lessons, remarks, people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select

from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import (
    Answer,
    Decision,
    Felt,
    InterviewKind,
    LessonFamily,
    LessonState,
    Part,
)
from interview_coach.domain.opportunity import (
    LessonTold,
    OpportunityTold,
    OutcomeTold,
    RemarkTold,
    RoundTold,
)
from interview_coach.domain.outcome import ReasonRow
from interview_coach.domain.zones import parse_utc
from interview_coach.store import interviews
from interview_coach.store.deeds import Reader, question
from interview_coach.store.outcomes import earlier_states
from interview_coach.store.tables import Opportunity, Reason


@question
def opportunity_told(r: Reader, key: str) -> OpportunityTold:
    """All that came of one opportunity. Raises `Trouble("missing")`."""
    r.needed(select(Opportunity.id).where(Opportunity.id == key, *interviews.live(Opportunity)))
    rounds = _rounds(r, key)
    return OpportunityTold(
        rounds=rounds,
        outcomes=_outcomes(r, key, rounds),
        lessons=_lessons(r, key),
        remarks=_remarks(r, key),
        people=_people(r, key),
    )


def _rounds(r: Reader, key: str) -> tuple[RoundTold, ...]:
    names: dict[str, list[str]] = {}
    for held, name in r.raw.execute(
        "SELECT i.id, p.name FROM interview i JOIN interviewer w ON w.interview_id = i.id "
        "JOIN person p ON p.id = w.person_id WHERE i.opportunity_id = ? AND i.trashed_at IS NULL "
        "AND w.trashed_at IS NULL AND p.trashed_at IS NULL ORDER BY w.position, w.id",
        (key,),
    ):
        names.setdefault(held, []).append(name)
    said = {
        held: (Felt(felt) if felt else None, answers, forecast)
        for held, felt, answers, forecast in r.raw.execute(
            "SELECT i.id, v.felt, v.my_answers, v.forecast FROM interview i "
            "JOIN review v ON v.interview_id = i.id WHERE i.opportunity_id = ? "
            "AND i.trashed_at IS NULL AND v.trashed_at IS NULL AND v.sealed_at IS NOT NULL",
            (key,),
        )
    }
    return tuple(
        RoundTold(
            one.id,
            one.kind,
            one.start,
            one.standing,
            tuple(names.get(one.id, ())),
            *said.get(one.id, (None, None, None)),
        )
        for one in interviews.rounds(r, key)
    )


def _outcomes(r: Reader, key: str, rounds: Sequence[RoundTold]) -> tuple[OutcomeTold, ...]:
    kinds = {one.id: one.kind for one in rounds}
    # What names no round shows on the last one.
    last = rounds[-1].id if rounds else ""
    reasons: dict[str, list[ReasonRow]] = {}
    rows = r.rows(
        select(Reason.__table__)  # type: ignore[attr-defined]
        .where(
            col(Reason.outcome_id).in_(_outcome_keys(r, key)),
            *interviews.live(Reason),
        )
        .order_by(col(Reason.position), col(Reason.id))
    )
    before = earlier_states(r, [row.id for row in rows])
    for row in rows:
        reasons.setdefault(row.outcome_id, []).append(
            ReasonRow(
                row.id,
                row.family,
                row.what,
                row.ref,
                row.text,
                row.sign,
                row.certainty,
                row.evidence,
                earlier=before.get(row.id, ()),
            )
        )
    found = []
    for outcome, held, decision, day, answer, words in r.raw.execute(
        "SELECT id, interview_id, decision, decided_on, answer, words FROM outcome "
        "WHERE opportunity_id = ? AND trashed_at IS NULL ORDER BY decided_on, created_at, id",
        (key,),
    ):
        shown = held if held in kinds else last
        found.append(
            OutcomeTold(
                outcome,
                Decision(decision),
                date.fromisoformat(day),
                Answer(answer) if answer else None,
                words,
                shown,
                kinds.get(shown) if held in kinds else None,
                tuple(reasons.get(outcome, ())),
            )
        )
    return tuple(found)


def _outcome_keys(r: Reader, key: str) -> list[str]:
    rows = r.raw.execute(
        "SELECT id FROM outcome WHERE opportunity_id = ? AND trashed_at IS NULL", (key,)
    )
    return [found for (found,) in rows]


def _lessons(r: Reader, key: str) -> tuple[LessonTold, ...]:
    rows = r.raw.execute(
        "SELECT l.id, i.id, i.kind, l.text, l.family, l.state FROM interview i "
        "JOIN lesson l ON l.interview_id = i.id WHERE i.opportunity_id = ? "
        "AND i.trashed_at IS NULL AND l.trashed_at IS NULL "
        "ORDER BY l.family <> 'strength', i.start_at, i.id, l.position, l.id",
        (key,),
    )
    return tuple(
        LessonTold(
            lesson, held, InterviewKind(kind), text, LessonFamily(family), LessonState(state)
        )
        for lesson, held, kind, text, family, state in rows
    )


def _remarks(r: Reader, key: str) -> tuple[RemarkTold, ...]:
    rows = r.raw.execute(
        "SELECT m.id, i.id, i.kind, m.text, m.created_at FROM interview i "
        "JOIN review v ON v.interview_id = i.id JOIN remark m ON m.review_id = v.id "
        "WHERE i.opportunity_id = ? AND i.trashed_at IS NULL AND v.trashed_at IS NULL "
        "AND m.trashed_at IS NULL ORDER BY m.id",
        (key,),
    )
    return tuple(
        RemarkTold(remark, held, InterviewKind(kind), text, parse_utc(made))
        for remark, held, kind, text, made in rows
    )


def _people(r: Reader, key: str) -> tuple[Interviewer, ...]:
    """Whom one met, each once, in the order in which they came; with the part they played last."""
    found: dict[str, Interviewer] = {}
    for person, name, title, part in r.raw.execute(
        "SELECT p.id, p.name, p.title, w.part FROM interview i "
        "JOIN interviewer w ON w.interview_id = i.id JOIN person p ON p.id = w.person_id "
        "WHERE i.opportunity_id = ? AND i.trashed_at IS NULL AND w.trashed_at IS NULL "
        "AND p.trashed_at IS NULL ORDER BY i.start_at, i.id, w.position, w.id",
        (key,),
    ):
        found[person] = Interviewer(name, Part(part) if part else None, title, person)
    return tuple(found.values())
