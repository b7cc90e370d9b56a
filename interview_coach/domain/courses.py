"""How far opportunities went: rounds that took place, stages, and who ended what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from interview_coach.domain.kinds import Felt, InterviewKind
from interview_coach.domain.proportions import Share
from interview_coach.domain.standing import Settled, furthest


class Stage(StrEnum):
    """How far an opportunity can go, each stage further than the one before."""

    OPPORTUNITY = "opportunity"
    SCREEN = "screen"
    MEETING = "meeting"
    DEPTH = "depth"
    FINAL = "final"
    OFFER = "offer"


STAGES = tuple(Stage)
STAGE_OF = {
    InterviewKind.OTHER: Stage.SCREEN,
    InterviewKind.INFORMAL: Stage.SCREEN,
    InterviewKind.PHONE_SCREEN: Stage.SCREEN,
    InterviewKind.HIRING_MANAGER: Stage.MEETING,
    InterviewKind.BEHAVIOURAL: Stage.MEETING,
    InterviewKind.TECHNICAL: Stage.DEPTH,
    InterviewKind.CASE: Stage.DEPTH,
    InterviewKind.PRESENTATION: Stage.DEPTH,
    InterviewKind.PANEL: Stage.DEPTH,
    InterviewKind.FINAL: Stage.FINAL,
}
# What an answer says about going on from a round; the rest says nothing about it.
_WENT_ON = {Settled.ADVANCED: True, Settled.OFFER: True, Settled.REJECTED: False}


class End(StrEnum):
    """Who ended an opportunity: the company's no and my own are never mixed."""

    THEIR_NO = "their_no"
    MY_NO = "my_no"
    CANCELLED = "cancelled"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Held:
    """One interview that took place, as insights see it.

    `day` by its wall clock. `state` is what is settled about it. Ratings are 1 to 5 and `forecast` 0
    to 100, None where the sealed review has none; `answered_at` is when its answer was known, None
    while it is not. `done` of `planned` prep items.
    """

    id: str
    opportunity_id: str
    kind: InterviewKind
    day: date
    state: Settled
    felt: Felt | None = None
    my_answers: int | None = None
    forecast: int | None = None
    sealed_at: datetime | None = None
    answered_at: datetime | None = None
    done: int = 0
    planned: int = 0

    @property
    def went_on(self) -> bool | None:
        """Whether it went on from here; None while, or where, that is not known."""
        return _WENT_ON.get(self.state)


@dataclass(frozen=True, slots=True)
class Course:
    """One opportunity: the rounds that took place, and how it ended, if it has.

    `offered` says whether an offer came, whatever became of it.
    """

    id: str
    rounds: tuple[Held, ...]
    end: End | None = None
    offered: bool = False

    @property
    def stage(self) -> Stage:
        """The furthest stage, which survives a no."""
        if self.offered:
            return Stage.OFFER
        kind = furthest([held.kind for held in self.rounds])
        return Stage.OPPORTUNITY if kind is None else STAGE_OF[kind]


@dataclass(frozen=True, slots=True)
class Reached:
    """How many opportunities came as far as `stage`, and how many of those ended there.

    `ended` counts, among those that ended there or went further, the ones that ended;
    `interview_ids` are the rounds of all that came so far.
    """

    stage: Stage
    opportunities: int
    ended: Share
    ends: tuple[tuple[End, int], ...]
    interview_ids: tuple[str, ...]


def how_far(courses: Sequence[Course]) -> tuple[Reached, ...]:
    """How many opportunities reached each stage, from all to an offer, with the drop at each.

    A stage that was skipped counts as passed. What is still open at a stage has neither ended there
    nor gone further, and is left out of that stage's share.

    | three opportunities                       | reached, ended of those decided            |
    | ----------------------------------------- | ------------------------------------------ |
    | no at the screen; open at a panel; offer  | 3: 0/3, screen 3: 1/3, meeting 2: 0/2,     |
    |                                           | depth 2: 0/1, final 1: 0/1, offer 1: 0/0   |
    """
    found = []
    place = {stage: number for number, stage in enumerate(STAGES)}
    for stage in STAGES:
        here = [course for course in courses if place[course.stage] >= place[stage]]
        ends = [course.end for course in here if course.stage is stage and course.end]
        if stage is Stage.OFFER:
            ends = []
        further = sum(1 for course in here if course.stage is not stage)
        found.append(
            Reached(
                stage,
                len(here),
                Share(len(ends), len(ends) + further),
                tuple((end, ends.count(end)) for end in End if end in ends),
                tuple(one.id for course in here for one in course.rounds),
            )
        )
    return tuple(found)
