"""Silence: how long answers took, and when no answer has become one. From my own data alone.

A process that is still open is not left out, which would make waits look short: it is censored,
known only to have lasted so long.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from interview_coach.domain.kinds import Decision, InterviewKind
from interview_coach.domain.proportions import CONFIDENCE, ENOUGH, z_of

# Days after which no answer counts as none, until the person sets their own threshold.
QUIET_AFTER = 30


@dataclass(frozen=True, slots=True)
class Wait:
    """Days from an interview to its answer, or, with `answered` false, to today without one."""

    days: int
    answered: bool


@dataclass(frozen=True, slots=True)
class Silent:
    """A round that nothing has been heard of for long. `days` since it was held."""

    interview_id: str
    opportunity_id: str
    company: str
    title: str
    kind: InterviewKind
    days: int
    promised_on: date | None


@dataclass(frozen=True, slots=True)
class Step:
    """From `days` on, `share` of the waits were still going on, between `low` and `high`.

    `at_risk` were still waiting just before, and `answers` came on that very day.
    """

    days: int
    share: float
    low: float
    high: float
    at_risk: int
    answers: int


@dataclass(frozen=True, slots=True)
class UsualWait:
    """My own usual wait in days: the median with its interval, None where the data do not reach it.

    `waits` in all, `answered` of them over. `longest` is the longest wait seen: a median that is
    not reached is "more than" that. With fewer than five answers there are counts only.
    """

    waits: int
    answered: int
    median: int | None = None
    low: int | None = None
    high: int | None = None
    longest: int = 0

    @property
    def enough(self) -> bool:
        """Whether there are answers enough for more than counts."""
        return self.answered >= ENOUGH


_ANSWERS = {Decision.ADVANCED, Decision.OFFER, Decision.REJECTED}


def wait_for(
    held_on: date,
    today: date,
    *,
    decision: Decision | None = None,
    decided_on: date | None = None,
    followed_on: date | None = None,
    archived_on: date | None = None,
) -> Wait:
    """How long the answer to one round took, or has taken so far.

    they decided (went on, an offer, a no)       -> answered, to that day
    I withdrew, or it was cancelled              -> not answered, to that day
    the next round came about                    -> answered, to that day
    put into the archive                         -> not answered, to that day
    otherwise                                    -> not answered, to today
    """
    if decision is not None and decided_on is not None:
        return Wait(max(0, (decided_on - held_on).days), decision in _ANSWERS)
    if followed_on is not None:
        return Wait(max(0, (followed_on - held_on).days), answered=True)
    return Wait(max(0, ((archived_on or today) - held_on).days), answered=False)


def curve(waits: Iterable[Wait], confidence: float = CONFIDENCE) -> tuple[Step, ...]:
    """How many were still waiting after so many days: the product-limit estimate.

    S(t) = ∏ (1 - d/n) over the days t on which answers came, with d answers among the n still
    waiting (Kaplan and Meier 1958, doi 10.1080/01621459.1958.10501452). On one day answers come
    before censorings. The interval is Greenwood's variance on the scale log(-log S), which stays
    between 0 and 1 (Kalbfleisch and Prentice 1980). Negative days count as 0.
    """
    ordered = sorted((max(0, wait.days), not wait.answered) for wait in waits)
    z = z_of(confidence)
    left, share, variance = len(ordered), 1.0, 0.0
    steps = []
    for day, group in groupby(ordered, key=lambda pair: pair[0]):
        on_day = list(group)
        answers = sum(1 for _, censored in on_day if not censored)
        if answers:
            share *= 1 - answers / left
            if answers < left:
                variance += answers / (left * (left - answers))
            low, high = _between(share, variance, z)
            steps.append(Step(day, share, low, high, left, answers))
        left -= len(on_day)
    return tuple(steps)


def _between(share: float, variance: float, z: float) -> tuple[float, float]:
    if share <= 0:
        return 0.0, 0.0
    spread = z * math.sqrt(variance) / math.log(share)
    # The larger the power, the smaller the share: the sign of `spread` does not matter.
    one, other = share ** math.exp(spread), share ** math.exp(-spread)
    return min(one, other), max(one, other)


def usual_wait(waits: Sequence[Wait]) -> UsualWait:
    """The median wait with its interval (Brookmeyer and Crowley 1982, doi 10.2307/2530286).

    The median is the first day from which at most half were still waiting; its interval goes from
    the first day on which the curve's lower bound is at most one half to the first on which the upper one is.

    | waits                                   | median | low  | high |
    | --------------------------------------- | ------ | ---- | ---- |
    | none                                    | None   | None | None |
    | 4 answers                               | None   | None | None |
    | 6-MP arm of Freireich et al. 1963       | 23     | 13   | None |
    | 5 answers of 3, 9 open after 10         | None   | None | None |
    """
    answered = sum(1 for wait in waits if wait.answered)
    longest = max((max(0, wait.days) for wait in waits), default=0)
    if answered < ENOUGH:
        return UsualWait(len(waits), answered, longest=longest)
    steps = curve(waits)

    def reached(shares: Iterable[tuple[int, float]]) -> int | None:
        return next((day for day, share in shares if share <= 0.5), None)

    return UsualWait(
        len(waits),
        answered,
        reached((step.days, step.share) for step in steps),
        reached((step.days, step.low) for step in steps),
        reached((step.days, step.high) for step in steps),
        longest,
    )


def quiet(
    waiting_since: date, promised_on: date | None, today: date, threshold: int = QUIET_AFTER
) -> bool:
    """Whether "no answer" is what stands now: derived from the dates, never stored.

    The days count from the later of the interview and the date they promised.

    | interview | promised | today  | threshold | quiet |
    | --------- | -------- | ------ | --------- | ----- |
    | 1 Oct     | none     | 30 Oct | 30        | no    |
    | 1 Oct     | none     | 31 Oct | 30        | yes   |
    | 1 Oct     | 20 Oct   | 31 Oct | 30        | no    |
    | 1 Oct     | 20 Oct   | 19 Nov | 30        | yes   |
    """
    since = max(waiting_since, promised_on) if promised_on else waiting_since
    return (today - since).days >= threshold
