"""Shares of few cases: how far luck alone could move them. Every rate is shown with one of these.

Counts come before rates: under `ENOUGH` cases there is no point and no interval, only counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

# Under five cases a share says nothing but the counts it is made of (PRODUCT, Insights).
ENOUGH = 5
CONFIDENCE = 0.95
# Two-sided 95 % of the normal distribution.
_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many: `hits` of `cases`, with 0 <= hits <= cases."""

    hits: int
    cases: int

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.cases:
            raise ValueError("a share needs 0 <= hits <= cases")

    @property
    def enough(self) -> bool:
        """Whether there are cases enough for a point and an interval."""
        return self.cases >= ENOUGH

    @property
    def rate(self) -> float | None:
        """The share between 0 and 1; None while there are too few cases to tell."""
        return self.hits / self.cases if self.enough else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The Wilson interval between 0 and 1; None while there are too few cases to tell."""
        return wilson(self.hits, self.cases) if self.enough else None


def z_of(confidence: float) -> float:
    """How many standard deviations around the mean hold that share of a normal distribution."""
    if confidence == CONFIDENCE:
        return _Z95
    # Not at the start: it brings fractions and decimals, and Today's first paint waits here.
    from statistics import NormalDist

    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(hits: int, cases: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The score interval of a proportion, as fractions (low, high).

    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). Wilson 1927, doi 10.1080/01621459.1927.10502953;
    recommended for small n by Brown, Cai and DasGupta 2001, doi 10.1214/ss/1009213286. Raises
    ValueError without a case.

    | hits | cases | low    | high   |
    | ---- | ----- | ------ | ------ |
    | 0    | 12    | 0      | 0.2425 |
    | 5    | 11    | 0.2127 | 0.7199 |
    | 6    | 12    | 0.2538 | 0.7462 |
    | 10   | 10    | 0.7225 | 1      |
    """
    _check(hits, cases)
    z = z_of(confidence)
    share, weight = hits / cases, z * z / cases
    middle = share + weight / 2
    half = z * math.sqrt(share * (1 - share) / cases + weight / (4 * cases))
    low = 0.0 if hits == 0 else max(0.0, (middle - half) / (1 + weight))
    high = 1.0 if hits == cases else min(1.0, (middle + half) / (1 + weight))
    return low, high


def exact(hits: int, cases: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact interval of a proportion, as fractions (low, high).

    Its ends are the rates at which so many hits, or so few, would come with probability
    (1 - confidence) / 2. Clopper and Pearson 1934, doi 10.1093/biomet/26.4.404. Raises ValueError
    without a case.

    | hits | cases | low    | high   |
    | ---- | ----- | ------ | ------ |
    | 0    | 12    | 0      | 0.2646 |
    | 1    | 10    | 0.0025 | 0.4450 |
    | 6    | 12    | 0.2109 | 0.7891 |
    """
    _check(hits, cases)
    tail = (1 - confidence) / 2
    low = 0.0 if hits == 0 else _root(lambda p: at_most(hits - 1, cases, p) - (1 - tail))
    high = 1.0 if hits == cases else _root(lambda p: at_most(hits, cases, p) - tail)
    return low, high


def at_most(hits: int, cases: int, rate: float) -> float:
    """The probability of `hits` or fewer among `cases`, each with probability `rate`."""
    if rate <= 0:
        return 1.0
    if rate >= 1:
        return 1.0 if hits >= cases else 0.0
    ln, ln_not = math.log(rate), math.log1p(-rate)
    ways = math.lgamma(cases + 1)
    return math.fsum(
        math.exp(
            ways - math.lgamma(k + 1) - math.lgamma(cases - k + 1) + k * ln + (cases - k) * ln_not
        )
        for k in range(hits + 1)
    )


def _check(hits: int, cases: int) -> None:
    if cases < 1 or not 0 <= hits <= cases:
        raise ValueError("a share needs 0 <= hits <= cases, and at least one case")


def _root(falling: Callable[[float], float]) -> float:
    """Where a function that falls from 0 to 1 crosses zero, to the last bits that matter."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2
