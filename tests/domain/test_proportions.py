"""Shares of few cases, against published values and by properties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.proportions import Share, at_most, exact, wilson


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    cases = draw(st.integers(1, 120))
    return draw(st.integers(0, cases)), cases


@pytest.mark.parametrize(
    ("hits", "cases", "low", "high"),
    [
        (0, 12, 0.0, 0.264648),  # "no success in 12 tries is consistent with up to 26.5 %"
        (1, 10, 0.002529, 0.445016),
        (6, 12, 0.210945, 0.789055),
        (10, 10, 0.691503, 1.0),
        # Newcombe 1998, Table I: the four examples of method 5.
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0.0, 0.1684),
        (1, 29, 0.0009, 0.1776),
    ],
)
def test_the_exact_interval(hits: int, cases: int, low: float, high: float) -> None:
    assert exact(hits, cases) == pytest.approx((low, high), abs=6e-5)


@pytest.mark.parametrize(
    ("hits", "cases", "low", "high"),
    [
        (0, 12, 0.0, 0.242494),
        (5, 11, 0.212713, 0.719908),
        (6, 12, 0.253782, 0.746218),
        (10, 10, 0.722467, 1.0),
        # Newcombe 1998, Table I: the four examples of method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_wilson_interval(hits: int, cases: int, low: float, high: float) -> None:
    assert wilson(hits, cases) == pytest.approx((low, high), abs=6e-5)


@pytest.mark.parametrize("interval", [wilson, exact])
@pytest.mark.parametrize(("hits", "cases"), [(0, 0), (-1, 3), (4, 3)])
def test_no_interval_of_what_is_no_share(interval: object, hits: int, cases: int) -> None:
    assert callable(interval)
    with pytest.raises(ValueError, match="share"):
        interval(hits, cases)


@given(shares())
def test_an_interval_holds_its_share_and_lies_between_nothing_and_all(
    share: tuple[int, int],
) -> None:
    hits, cases = share
    for low, high in (wilson(hits, cases), exact(hits, cases)):
        assert 0 <= low <= hits / cases <= high <= 1


@given(shares(), st.integers(2, 6))
def test_an_interval_shrinks_with_more_of_the_same(share: tuple[int, int], times: int) -> None:
    hits, cases = share
    for interval in (wilson, exact):
        few, many = interval(hits, cases), interval(hits * times, cases * times)
        assert many[1] - many[0] < few[1] - few[0]


@given(shares())
def test_an_interval_is_the_same_seen_from_the_other_side(share: tuple[int, int]) -> None:
    hits, cases = share
    for interval in (wilson, exact):
        low, high = interval(hits, cases)
        assert interval(cases - hits, cases) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(shares())
def test_the_ends_of_the_exact_interval_are_where_the_tails_are(share: tuple[int, int]) -> None:
    hits, cases = share
    low, high = exact(hits, cases)
    if hits < cases:
        assert at_most(hits, cases, high) == pytest.approx(0.025, abs=1e-6)
    if hits:
        assert 1 - at_most(hits - 1, cases, low) == pytest.approx(0.025, abs=1e-6)


@given(st.integers(1, 200), st.floats(0, 1))
def test_some_number_of_hits_comes_for_sure(cases: int, rate: float) -> None:
    assert math.isclose(at_most(cases, cases, rate), 1, abs_tol=1e-9)


@pytest.mark.parametrize("cases", range(5))
def test_under_five_cases_there_are_counts_only(cases: int) -> None:
    share = Share(0, cases)
    assert (share.rate, share.interval) == (None, None)


def test_from_five_on_there_is_a_rate_with_its_interval() -> None:
    share = Share(5, 11)
    assert share.rate == pytest.approx(5 / 11)
    assert share.interval == wilson(5, 11)


def test_more_hits_than_cases_are_no_share() -> None:
    with pytest.raises(ValueError, match="hits"):
        Share(3, 2)
