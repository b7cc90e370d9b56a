"""Insights: what many interviews show together, each with its counts and what luck alone could do.

Nothing here scores the person, compares them with others, or says how likely the next offer is.
Every mark names the interviews behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean

from interview_coach.domain.calibration import AgainstBase, Band, Parts, Scored
from interview_coach.domain.courses import Held, Reached
from interview_coach.domain.expected import AgainstOf
from interview_coach.domain.kinds import Felt, InterviewKind, LessonState
from interview_coach.domain.lessons import Check
from interview_coach.domain.noes import Noes
from interview_coach.domain.proportions import ENOUGH, Share
from interview_coach.domain.recurring import AskedAgain, Lands
from interview_coach.domain.silence import Step, UsualWait
from interview_coach.domain.standing import Standing

# Shares of a checklist that was done: under half, up to nine tenths, nearly all.
MOST, NEARLY_ALL = 0.5, 0.9


class Prepared(StrEnum):
    """How much of the checklist was done when the interview began."""

    LITTLE = "little"
    MOST = "most"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which interviews are meant: held on `since` or later, of these kinds, at this company."""

    since: date | None = None
    kinds: frozenset[InterviewKind] = frozenset()
    company_id: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self == Filters()


@dataclass(frozen=True, slots=True)
class Counted:
    """A share, and the interviews that it counts."""

    share: Share
    interview_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeltTurnedOut:
    """How many of the interviews that felt so went on."""

    felt: Felt
    went_on: Counted


@dataclass(frozen=True, slots=True)
class LessonGiven:
    """A lesson as insights see it: where it stands, whether as an if-then plan, where it came from."""

    state: LessonState
    if_then: bool
    interview_id: str


@dataclass(frozen=True, slots=True)
class LessonsCount:
    """How many lessons stand where, and how many of those are if-then plans."""

    state: LessonState
    times: int
    if_then: int
    interview_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LessonChecked:
    """One check of a lesson, and the interview whose review says it."""

    check: Check
    interview_id: str


@dataclass(frozen=True, slots=True)
class LessonsTried:
    """What checks say: how often the if of a lesson happened, and how often I did the then where it did."""

    happened: Counted
    did: Counted


@dataclass(frozen=True, slots=True)
class PreparedRated:
    """How I rated my answers where so much was prepared: an association, not a cause.

    `mean` of the ratings 1 to 5, None under five cases.
    """

    prepared: Prepared
    cases: int
    mean: float | None
    interview_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Forecast against outcome. `parts` and `base` are None while there are too few cases."""

    scored: int = 0
    bands: tuple[Band, ...] = ()
    leaning: str = "too_few"
    brier: float | None = None
    parts: Parts | None = None
    base: AgainstBase | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """One interview behind a mark, as a list shows it; `day` by its wall clock."""

    id: str
    company: str
    title: str
    kind: InterviewKind
    day: date
    standing: Standing


@dataclass(frozen=True, slots=True)
class Insights:
    """All that the page shows."""

    interviews: int
    reviewed: int
    forecasts: Forecasts
    felt: tuple[FeltTurnedOut, ...]
    reached: tuple[Reached, ...]
    asked: tuple[AskedAgain, ...]
    lands: tuple[Lands, ...]
    noes: Noes
    my_noes: tuple[str, ...]
    lessons: tuple[LessonsCount, ...]
    tried: LessonsTried
    against: tuple[AgainstOf, ...]
    prepared: tuple[PreparedRated, ...]
    wait: UsualWait
    wait_curve: tuple[Step, ...]


def to_score(held: Iterable[Held]) -> tuple[Scored, ...]:
    """The sealed forecasts that have an answer, and had none when they were sealed."""
    return tuple(
        Scored(one.id, one.forecast, one.went_on, one.sealed_at, one.answered_at)
        for one in held
        if one.forecast is not None
        and one.went_on is not None
        and one.sealed_at is not None
        and one.answered_at is not None
        and one.sealed_at < one.answered_at
    )


def felt_turned_out(held: Iterable[Held]) -> tuple[FeltTurnedOut, ...]:
    """What it felt like against what came, from rough to very good; words never used are left out."""
    by_word: dict[Felt, list[Held]] = defaultdict(list)
    for one in held:
        if one.felt is not None and one.went_on is not None:
            by_word[one.felt].append(one)
    return tuple(
        FeltTurnedOut(
            felt,
            Counted(
                Share(sum(bool(one.went_on) for one in group), len(group)),
                tuple(one.id for one in group),
            ),
        )
        for felt, group in sorted(by_word.items())
    )


def lessons_standing(lessons: Iterable[LessonGiven]) -> tuple[LessonsCount, ...]:
    """How many lessons stand where; states that no lesson has are left out."""
    groups: dict[LessonState, list[LessonGiven]] = defaultdict(list)
    for one in lessons:
        groups[one.state].append(one)
    return tuple(
        LessonsCount(
            state,
            len(groups[state]),
            sum(one.if_then for one in groups[state]),
            tuple(dict.fromkeys(one.interview_id for one in groups[state])),
        )
        for state in LessonState
        if groups.get(state)
    )


def lessons_tried(checks: Iterable[LessonChecked]) -> LessonsTried:
    """What the checks of lessons say together; each check is one case, also several of one interview.

    A check that says nothing of the if is no case of the first share, and one that says nothing of the
    then none of the second, which counts only where the if happened.
    """
    given = [one for one in checks if one.check.happened is not None]
    came = [one for one in given if one.check.happened]
    told = [one for one in came if one.check.done is not None]
    return LessonsTried(
        Counted(Share(len(came), len(given)), _of(given)),
        Counted(Share(sum(bool(one.check.done) for one in told), len(told)), _of(told)),
    )


def _of(checks: Iterable[LessonChecked]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.interview_id for one in checks))


def prepared_rated(held: Iterable[Held]) -> tuple[PreparedRated, ...]:
    """My ratings of my answers by how much was prepared; an association, and said as one."""
    groups: dict[Prepared, list[Held]] = defaultdict(list)
    for one in held:
        if one.my_answers is not None and one.planned:
            groups[how_prepared(one.done, one.planned)].append(one)
    return tuple(
        PreparedRated(
            prepared,
            len(group),
            fmean(float(one.my_answers or 0) for one in group) if len(group) >= ENOUGH else None,
            tuple(one.id for one in group),
        )
        for prepared in Prepared
        if (group := groups.get(prepared))
    )


def how_prepared(done: int, planned: int) -> Prepared:
    """How much of a checklist was done.

    Under half -> little; under nine tenths -> most; else all. `planned` is 1 or more.
    """
    share = done / planned
    if share < MOST:
        return Prepared.LITTLE
    return Prepared.MOST if share < NEARLY_ALL else Prepared.ALL
