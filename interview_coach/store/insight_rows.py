"""The rows behind one picture of insights, read table by table, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from interview_coach.domain.courses import Course, End, Held
from interview_coach.domain.expected import Against, AskedHere, against
from interview_coach.domain.insights import Filters, LessonChecked, LessonGiven
from interview_coach.domain.kinds import (
    Answer,
    Certainty,
    Coverage,
    Decision,
    Family,
    Felt,
    InterviewKind,
    LessonState,
    ReasonKind,
    Sign,
)
from interview_coach.domain.lessons import Check
from interview_coach.domain.noes import No, ReasonGiven
from interview_coach.domain.recurring import AskedOnce, CoveredOnce
from interview_coach.domain.search import index_text
from interview_coach.domain.silence import Wait, wait_for
from interview_coach.domain.standing import Settled
from interview_coach.domain.zones import parse_utc, parse_wall
from interview_coach.store.deeds import Reader
from interview_coach.store.stamps import utc_text

Told = Callable[[int, int], None]
Row = tuple[Any, ...]
# Rows between two words about how far it is.
_AT_ONCE = 2000
_STEPS = 12
# What a reason of these kinds says stands in its own words; the others are one and the same each time.
_WORDED = {
    ReasonKind.OWN,
    ReasonKind.WOULD_CHANGE,
    ReasonKind.ANSWER,
    ReasonKind.UNSAID,
}


def unheard(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """An outcome: what, when, and when it was recorded. `interview` is the round that it is about."""

    id: str
    interview: str
    decision: Decision
    day: date
    recorded_at: datetime
    declined: bool


@dataclass
class _Course:
    """One opportunity while its rows are being read."""

    id: str
    archived_on: date | None
    rounds: list[Held] = field(default_factory=list)
    answers: list[_Answer] = field(default_factory=list)
    # Per round the day on which a later one came about.
    followed: dict[str, date] = field(default_factory=dict)

    def whole(self) -> Course:
        """The course as the rule wants it."""
        last = self.answers[-1].decision if self.answers else None
        end = _ENDS.get(last) if last else None
        if end is None and self.archived_on is not None:
            end = End.ARCHIVED
        offered = any(one.decision is Decision.OFFER for one in self.answers)
        return Course(self.id, tuple(self.rounds), end, offered)

    def answer(self, held: Held) -> _Answer | None:
        """The answer that a round brought, if one did."""
        mine = [one for one in self.answers if one.interview == held.id]
        return mine[-1] if mine else None


_ENDS = {
    Decision.REJECTED: End.THEIR_NO,
    Decision.WITHDREW: End.MY_NO,
    Decision.CANCELLED: End.CANCELLED,
}


class Found:
    """What was read, as the rules of the domain want it.

    `courses` are the opportunities by id, with all their rounds that took place; `meant` those
    rounds that the filters mean, in the order of time.
    """

    def __init__(self, r: Reader, filters: Filters, told: Told) -> None:
        self._raw = r.raw
        self._now = r.now
        self._filters = filters
        self._told = told
        self._step = 0
        self._reviews: dict[str, str] = {}
        self.courses = self._read_courses()
        self._read_answers()
        self._read_rounds()
        met = [one for course in self.courses.values() for one in course.rounds]
        met.sort(key=lambda one: (one.day, one.id))
        self.meant = {one.id: one for one in met if self._means(one)}
        if not filters.whole:
            self._leave_out()

    def _rows(self, sql: str, *args: object) -> Iterator[Row]:
        for place, row in enumerate(self._raw.execute(sql, args)):
            if place % _AT_ONCE == 0:
                self._told(self._step, _STEPS)
            yield row
        self._step += 1
        self._told(min(self._step, _STEPS), _STEPS)

    def _means(self, held: Held) -> bool:
        wanted = self._filters
        if wanted.since is not None and held.day < wanted.since:
            return False
        return not wanted.kinds or held.kind in wanted.kinds

    def _leave_out(self) -> None:
        """Leave out the opportunities of which no round is meant."""
        if self._filters.since is None and not self._filters.kinds:
            return
        kept = {one.opportunity_id for one in self.meant.values()}
        self.courses = {key: one for key, one in self.courses.items() if key in kept}

    # --- opportunities, rounds and answers ------------------------------------------------------

    def _read_courses(self) -> dict[str, _Course]:
        company = self._filters.company_id
        rows = self._rows(
            "SELECT o.id, o.archived_at FROM opportunity o JOIN company c ON c.id = o.company_id "
            "WHERE o.trashed_at IS NULL AND c.trashed_at IS NULL AND (?1 = '' OR o.company_id = ?1)",
            company,
        )
        return {key: _Course(key, _day(archived)) for key, archived in rows}

    def _read_answers(self) -> None:
        rows = self._rows(
            # The timeline's entry knows which round an answer is about when it names none.
            "SELECT u.id, u.opportunity_id, coalesce(e.interview_id, ''), u.decision, u.decided_on, "
            "u.created_at, u.answer FROM outcome u JOIN entry e ON e.owner_id = u.id "
            "AND e.kind = 'outcome' ORDER BY u.decided_on, u.created_at, u.id"
        )
        for key, opportunity, interview, decision, day, recorded, answer in rows:
            course = self.courses.get(opportunity)
            if course is not None:
                declined = answer == Answer.DECLINED
                on, at = date.fromisoformat(day), parse_utc(recorded)
                course.answers.append(_Answer(key, interview, Decision(decision), on, at, declined))

    def _read_rounds(self) -> None:
        items = {
            key: (done, planned)
            for key, done, planned in self._rows(
                "SELECT interview_id, sum(done), count(*) FROM prep_item WHERE trashed_at IS NULL "
                "GROUP BY interview_id"
            )
        }
        now = utc_text(self._now)
        rows = self._rows(
            "SELECT i.opportunity_id, i.id, i.kind, i.start, e.state, i.created_at, i.end_at, r.id, "
            "r.felt, r.my_answers, r.forecast, r.sealed_at FROM entry e "
            "CROSS JOIN interview i ON i.id = e.owner_id "
            "LEFT JOIN review r ON r.interview_id = i.id AND r.trashed_at IS NULL "
            "WHERE e.kind = 'interview' AND e.state NOT IN ('called_off', 'not_held') "
            # From the last round to the first, so that each knows the one after it.
            "ORDER BY i.opportunity_id, i.start_at DESC, i.id DESC"
        )
        of, after = "", None
        for opportunity, key, kind, start, state, created, end_at, review, *said in rows:
            course = self.courses.get(opportunity)
            if opportunity != of:
                of, after = opportunity, None
            if course is not None and end_at <= now:
                if review is not None:
                    self._reviews[review] = key
                head = (key, opportunity, InterviewKind(kind), parse_wall(start).date())
                held = _held(head, Settled(state), said, after, items.get(key, (0, 0)))
                answer = course.answer(held)
                if answer is not None and held.went_on is not None:
                    held = replace(held, answered_at=answer.recorded_at)
                course.rounds.insert(0, held)
                if after is not None:
                    course.followed[key] = after.date()
            after = parse_utc(created)

    # --- what hangs on them -----------------------------------------------------------------------

    def noes(self) -> list[No]:
        """The company's noes."""
        return [
            No(one.id, one.interview, one.decision)
            for course in self.courses.values()
            for one in course.answers[-1:]
            if one.decision is Decision.REJECTED
        ]

    def my_noes(self) -> tuple[str, ...]:
        """The rounds after which I said no: withdrew, or declined an offer."""
        return tuple(
            one.interview
            for course in self.courses.values()
            for one in course.answers[-1:]
            if one.decision is Decision.WITHDREW or one.declined
        )

    def waits(self) -> list[Wait]:
        """How long each round's answer took, or has taken so far."""
        today = self._now.date()
        found = []
        for course in self.courses.values():
            for held in course.rounds:
                if held.id in self.meant:
                    answer = course.answer(held)
                    found.append(
                        wait_for(
                            held.day,
                            today,
                            decision=answer.decision if answer else None,
                            decided_on=answer.day if answer else None,
                            followed_on=course.followed.get(held.id),
                            archived_on=course.archived_on,
                        )
                    )
        return found

    def asked(self) -> Iterator[AskedOnce]:
        """Every question asked, by review."""
        rows = self._rows(
            "SELECT review_id, text, rating, coalesce(question_id, '') FROM asked "
            "WHERE trashed_at IS NULL ORDER BY id"
        )
        same = _Same()
        for review, text, rating, question in rows:
            held = self.meant.get(self._reviews.get(review, ""))
            if held is not None:
                yield AskedOnce(same(text), text, held.day, rating, held.id, question)

    def covered(self) -> Iterator[CoveredOnce]:
        """What became of every planned story and point about me."""
        rows = self._rows(
            "SELECT review_id, text, coverage FROM covered WHERE trashed_at IS NULL "
            # What I said about them would be of no use at another company.
            "AND (section = 'story' OR section = 'talking_point' AND about = 'me') ORDER BY id"
        )
        same = _Same()
        for review, text, coverage in rows:
            held = self.meant.get(self._reviews.get(review, ""))
            if held is not None:
                yield CoveredOnce(same(text), text, Coverage(coverage), held.id)

    def reasons(self) -> Iterator[ReasonGiven]:
        """Every reason with a sign, of the answers that are meant."""
        answers = {one.id: one for course in self.courses.values() for one in course.answers}
        rows = self._rows(
            "SELECT outcome_id, family, what, text, sign, certainty FROM reason "
            "WHERE trashed_at IS NULL AND sign <> 'none' ORDER BY id"
        )
        same = _Same()
        for outcome, family, kind, text, sign, certainty in rows:
            answer, what = answers.get(outcome), ReasonKind(kind)
            if answer is not None:
                worded = what in _WORDED
                yield ReasonGiven(
                    outcome,
                    answer.interview,
                    Family(family),
                    what,
                    same(text) if worded else "",
                    text if worded else "",
                    Sign(sign),
                    Certainty(certainty),
                )

    def lessons(self) -> Iterator[LessonGiven]:
        """Every lesson of the interviews that are meant."""
        rows = self._rows(
            "SELECT interview_id, state, if_text <> '' AND then_text <> '' FROM lesson "
            "WHERE trashed_at IS NULL ORDER BY id"
        )
        for interview, state, planned in rows:
            if interview in self.meant:
                yield LessonGiven(LessonState(state), bool(planned), interview)

    def checks(self) -> Iterator[LessonChecked]:
        """What the reviews of the interviews that are meant say of earlier lessons."""
        rows = self._rows(
            "SELECT interview_id, happened, done FROM lesson_check WHERE trashed_at IS NULL ORDER BY id"
        )
        for interview, happened, done in rows:
            if interview in self.meant:
                said = (None if value is None else bool(value) for value in (happened, done))
                yield LessonChecked(Check(*said), interview)

    def against(self) -> Iterator[Against]:
        """What was expected against what was asked, per interview whose review is sealed."""
        live = "trashed_at IS NULL"
        expected: dict[str, list[tuple[str, str | None]]] = {}
        for interview, key, link in self._rows(
            f"SELECT interview_id, id, question_id FROM expected_question WHERE {live} ORDER BY id"
        ):
            expected.setdefault(interview, []).append((key, link))
        planned: dict[str, set[str]] = {}
        for interview, link in self._rows(
            # From the bank, which is small beside all checklists ever.
            "SELECT p.interview_id, p.library_id FROM library_item l "
            "CROSS JOIN prep_item p ON p.library_id = l.id "
            f"WHERE l.kind = 'question' AND p.{live}"
        ):
            planned.setdefault(interview, set()).add(link)
        asked: dict[str, list[AskedHere]] = {}
        for review, key, came, link in self._rows(
            # From the reviews where something was expected: all questions ever are read already.
            "SELECT a.review_id, a.id, a.expected_id, a.question_id FROM "
            f"(SELECT DISTINCT interview_id FROM expected_question WHERE {live}) e "
            "CROSS JOIN review r ON r.interview_id = e.interview_id "
            f"CROSS JOIN asked a ON a.review_id = r.id WHERE a.{live} AND r.{live}"
        ):
            asked.setdefault(self._reviews.get(review, ""), []).append(
                AskedHere(key, "", came, link)
            )
        for interview, there in expected.items():
            held = self.meant.get(interview)
            if held is not None and held.sealed_at is not None:
                here, ready = asked.get(interview, []), planned.get(interview, set())
                yield against(interview, held.kind, there, here, ready)


class _Same:
    """Says which texts are the same but for case, accents and spaces; each is folded once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = index_text(text)
        return found


def _held(
    head: tuple[str, str, InterviewKind, date],
    state: Settled,
    said: list[Any],
    after: datetime | None,
    items: tuple[int, int],
) -> Held:
    """One round; what its review says counts once that is sealed."""
    felt, answers, forecast, sealed = said
    if sealed is None:
        return Held(*head, state, answered_at=after, done=items[0], planned=items[1])
    return Held(
        *head,
        state,
        Felt(felt) if felt else None,
        answers,
        forecast,
        parse_utc(sealed),
        after,
        items[0],
        items[1],
    )


def _day(stamp: str | None) -> date | None:
    return parse_utc(stamp).date() if stamp else None
