"""Forecasts against what came: how far a person's feeling can be trusted, in counts and intervals.

A forecast is scored once its round has an answer: went on or an offer is a yes, rejected a no;
withdrawn, cancelled and unanswered are not scored (PRODUCT, forecast).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from interview_coach.domain.kinds import Decision
from interview_coach.domain.proportions import Share

# The five bands of a forecast: below 20, below 40 … up to 100.
BAND = 20
BANDS = 5


@dataclass(frozen=True, slots=True)
class Scored:
    """A sealed forecast and its answer.

    `said` 0 to 100 (percent), `yes` whether it went on, `sealed_at` and `answered_at` aware
    instants, `interview_id` whose it is.
    """

    interview_id: str
    said: int
    yes: bool
    sealed_at: datetime
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Band:
    """Forecasts that said much the same: what was said on average (0 to 100), and what came."""

    said: float
    share: Share
    interview_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a Brier score: `reliability - resolution + uncertainty`, each 0 or more."""

    reliability: float
    resolution: float
    uncertainty: float

    @property
    def score(self) -> float:
        """The Brier score they add up to."""
        return self.reliability - self.resolution + self.uncertainty


@dataclass(frozen=True, slots=True)
class AgainstBase:
    """My forecasts against always saying my own base rate so far, over the same `cases`.

    Brier scores, 0 (sure and right) to 1 (sure and wrong).
    """

    cases: int
    mine: float
    base: float


def scores(decision: Decision | None) -> bool | None:
    """Whether an answer is a yes for a forecast; None when it is not scored.

    advanced, offer -> yes; rejected -> no; withdrew, cancelled, none yet -> not scored.
    """
    if decision in {Decision.ADVANCED, Decision.OFFER}:
        return True
    return False if decision is Decision.REJECTED else None


def bands(scored: Iterable[Scored]) -> tuple[Band, ...]:
    """The forecasts by bands of twenty percent, from low to high; bands without any are left out."""
    within: dict[int, list[Scored]] = defaultdict(list)
    for one in scored:
        within[min(one.said // BAND, BANDS - 1)].append(one)
    made = []
    for _, group in sorted(within.items()):
        ordered = sorted(group, key=lambda one: (one.sealed_at, one.interview_id))
        said = math.fsum(one.said for one in ordered) / len(ordered)
        share = Share(sum(one.yes for one in ordered), len(ordered))
        made.append(Band(said, share, tuple(one.interview_id for one in ordered)))
    return tuple(made)


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    """The mean squared distance between forecast (0 to 1) and answer (0 or 1).

    Brier 1950, doi 10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2, in its form for two outcomes:
    0 is sure and right, 1 sure and wrong, 0.25 always saying one half. Raises ValueError without a case.
    """
    if not pairs:
        raise ValueError("a Brier score needs at least one forecast")
    return math.fsum((said - yes) ** 2 for said, yes in pairs) / len(pairs)


def decompose(pairs: Sequence[tuple[float, bool]]) -> Parts:
    """Split a Brier score over the distinct forecasts that were made.

    With n forecasts, n_k of them saying f_k of which the share o_k came true, and o overall:
    reliability Σ n_k (f_k - o_k)² / n, resolution Σ n_k (o_k - o)² / n, uncertainty o (1 - o).
    Murphy 1973, doi 10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2. Raises ValueError without a case.
    """
    if not pairs:
        raise ValueError("a Brier score needs at least one forecast")
    groups: dict[float, list[bool]] = defaultdict(list)
    for said, yes in pairs:
        groups[said].append(yes)
    cases = len(pairs)
    overall = sum(yes for _, yes in pairs) / cases
    reliability = resolution = 0.0
    for said, answers in sorted(groups.items()):
        came = sum(answers) / len(answers)
        reliability += len(answers) * (said - came) ** 2 / cases
        resolution += len(answers) * (came - overall) ** 2 / cases
    return Parts(reliability, resolution, overall * (1 - overall))


def against_base(scored: Iterable[Scored]) -> AgainstBase | None:
    """My forecasts against the base rate of my earlier interviews only; None without a case.

    For each forecast the base rate is the share of yes among the answers that were known when it
    was sealed: nothing that came later, and nobody else's. Forecasts made before the first answer
    have no base rate and are left out of both scores. Ties of time are not "earlier".
    """
    ordered = sorted(scored, key=lambda one: (one.sealed_at, one.interview_id))
    answers = sorted((one.answered_at, one.yes) for one in ordered)
    known = hits = 0
    mine, base = [], []
    for one in ordered:
        while known < len(answers) and answers[known][0] < one.sealed_at:
            hits += answers[known][1]
            known += 1
        if known:
            mine.append((one.said / 100, one.yes))
            base.append((hits / known, one.yes))
    return AgainstBase(len(mine), brier(mine), brier(base)) if mine else None


def leaning(scored: Sequence[Scored]) -> str:
    """The code of the sentence about the whole: how what was said compares with what came.

    "too_few" under five cases; "optimistic" or "pessimistic" when the mean forecast lies outside
    the Wilson interval of what came; "perhaps_optimistic" or "perhaps_pessimistic" when it lies
    within but more than ten points from it; "close" otherwise.
    """
    share = Share(sum(one.yes for one in scored), len(scored))
    rate, interval = share.rate, share.interval
    if rate is None or interval is None:
        return "too_few"
    said = math.fsum(one.said for one in scored) / (100 * len(scored))
    if said > interval[1]:
        return "optimistic"
    if said < interval[0]:
        return "pessimistic"
    if abs(said - rate) <= 0.1:
        return "close"
    return "perhaps_optimistic" if said > rate else "perhaps_pessimistic"
