"""One opportunity as a whole: its rounds, what was decided and why, what was learned, who was met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import (
    Answer,
    Decision,
    Felt,
    InterviewKind,
    LessonFamily,
    LessonState,
    Sign,
)
from interview_coach.domain.outcome import ReasonRow, ThreeParts, weigh
from interview_coach.domain.standing import Standing, furthest

# Rounds that have not taken place, or not yet.
NOT_HELD = frozenset(
    {Standing.UPCOMING, Standing.UNDER_WAY, Standing.CALLED_OFF, Standing.NOT_HELD}
)
_WENT_ON = {Standing.ADVANCED: True, Standing.OFFER: True, Standing.REJECTED: False}


@dataclass(frozen=True, slots=True)
class RoundTold:
    """One round: with whom, how it felt, what was forecast, and where it stands.

    What the review says shows once it is sealed.
    """

    id: str
    kind: InterviewKind
    start: datetime
    standing: Standing
    people: tuple[str, ...] = ()
    felt: Felt | None = None
    my_answers: int | None = None
    forecast: int | None = None

    @property
    def went_on(self) -> bool | None:
        """Whether it went on from here; None where that is not known."""
        return _WENT_ON.get(self.standing)


@dataclass(frozen=True, slots=True)
class OutcomeTold:
    """What was decided, after which round, and what the person says of the reasons.

    `interview_id` is the round on whose page it can be edited, "" where there is none.
    """

    id: str
    decision: Decision
    decided_on: date
    answer: Answer | None
    words: str
    interview_id: str
    kind: InterviewKind | None
    reasons: tuple[ReasonRow, ...] = ()

    @property
    def signed(self) -> tuple[ReasonRow, ...]:
        """The reasons that there is a sign for."""
        return tuple(one for one in self.reasons if one.sign is not Sign.NONE)

    @property
    def unsigned(self) -> tuple[ReasonRow, ...]:
        """The reasons that were looked at and have no sign."""
        return tuple(one for one in self.reasons if one.sign is Sign.NONE)

    @property
    def parts(self) -> ThreeParts:
        """How the signs weigh out."""
        return weigh((one.family, one.sign, one.certainty) for one in self.reasons)


@dataclass(frozen=True, slots=True)
class LessonTold:
    """What a round taught, as it stands now."""

    id: str
    interview_id: str
    kind: InterviewKind
    text: str
    family: LessonFamily
    state: LessonState


@dataclass(frozen=True, slots=True)
class RemarkTold:
    """A remark on one of the rounds."""

    id: str
    interview_id: str
    kind: InterviewKind
    text: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class OpportunityTold:
    """All that came of one opportunity; rounds and outcomes in the order of time, strengths first."""

    rounds: tuple[RoundTold, ...] = ()
    outcomes: tuple[OutcomeTold, ...] = ()
    lessons: tuple[LessonTold, ...] = ()
    remarks: tuple[RemarkTold, ...] = ()
    people: tuple[Interviewer, ...] = ()

    @property
    def stage(self) -> InterviewKind | None:
        """The furthest round that took place, which survives the outcome."""
        return furthest([one.kind for one in self.rounds if one.standing not in NOT_HELD])

    @property
    def offered(self) -> bool:
        """Whether an offer came, whatever became of it."""
        return any(one.decision is Decision.OFFER for one in self.outcomes)

    @property
    def refusal(self) -> OutcomeTold | None:
        """The company's no, if that is how it stands."""
        last = self.outcomes[-1] if self.outcomes else None
        return last if last is not None and last.decision is Decision.REJECTED else None


def brief_for(rounds: Iterable[RoundTold]) -> str:
    """The round that a brief is printed for: the next to come, else the last; "" without any."""
    known = list(rounds)
    coming = [one.id for one in known if one.standing in {Standing.UPCOMING, Standing.UNDER_WAY}]
    return coming[0] if coming else known[-1].id if known else ""
