"""Waits for an answer: the product-limit curve against textbook tables, and when silence is one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import Decision
from interview_coach.domain.silence import UsualWait, Wait, curve, quiet, usual_wait, wait_for


def waits(answered: str, open_ones: str = "") -> list[Wait]:
    return [Wait(int(day), True) for day in answered.split()] + [
        Wait(int(day), False) for day in open_ones.split()
    ]


# The 6-MP arm of Freireich et al. 1963, Blood 21(6): in Kalbfleisch and Prentice's and in most
# other textbooks the first example of the estimate.
SIX_MP = waits("6 6 6 7 10 13 16 22 23", "6 9 10 11 17 19 20 25 32 32 34 35")
PLACEBO = waits("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23")

SOME = st.lists(st.builds(Wait, st.integers(0, 200), st.booleans()), max_size=60)


def test_the_curve_of_the_textbook() -> None:
    found = [(s.days, round(s.share, 3), s.at_risk, s.answers) for s in curve(SIX_MP)]
    assert found == [
        (6, 0.857, 21, 3),
        (7, 0.807, 17, 1),
        (10, 0.753, 15, 1),
        (13, 0.690, 12, 1),
        (16, 0.627, 11, 1),
        (22, 0.538, 7, 1),
        (23, 0.448, 6, 1),
    ]


def test_the_interval_of_the_curve() -> None:
    found = [(round(s.low, 3), round(s.high, 3)) for s in curve(SIX_MP)]
    assert found == [
        (0.620, 0.952),
        (0.563, 0.923),
        (0.503, 0.889),
        (0.432, 0.849),
        (0.368, 0.805),
        (0.268, 0.747),
        (0.188, 0.680),
    ]


def test_the_median_of_the_textbook_with_its_interval() -> None:
    assert usual_wait(SIX_MP) == UsualWait(21, 9, 23, 13, None, 35)
    found = usual_wait(PLACEBO)
    assert (found.median, found.low, found.high) == (8, 4, 11)


def test_without_open_ones_the_curve_is_the_plain_share() -> None:
    shares = {step.days: step.share for step in curve(PLACEBO)}
    for day, share in shares.items():
        assert share == pytest.approx(sum(w.days > day for w in PLACEBO) / len(PLACEBO))


def test_leaving_open_ones_out_would_make_waits_look_short() -> None:
    answered = [wait for wait in SIX_MP if wait.answered]
    short, whole = usual_wait(answered).median, usual_wait(SIX_MP).median
    assert short is not None
    assert whole is not None
    assert short < whole


@pytest.mark.parametrize("few", ["", "3", "3 4 5 6"])
def test_under_five_answers_there_are_counts_only(few: str) -> None:
    found = usual_wait(waits(few, "40 50 60"))
    assert (found.median, found.low, found.high, found.enough) == (None, None, None, False)
    assert found.waits == len(few.split()) + 3


def test_a_median_that_is_not_reached_is_more_than_the_longest() -> None:
    found = usual_wait(waits("3 3 3 3 3", "10 10 10 10 10 10 10 10 10"))
    assert (found.median, found.longest, found.enough) == (None, 10, True)


@given(SOME)
def test_the_curve_falls_and_its_interval_holds_it(found: list[Wait]) -> None:
    last = 1.0
    for step in curve(found):
        assert 0 <= step.low <= step.share + 1e-12
        assert step.share <= step.high + 1e-12 <= 1 + 1e-9
        assert step.share < last
        last = step.share


@given(SOME, st.randoms())
def test_the_order_of_waits_does_not_matter(found: list[Wait], chance: object) -> None:
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert curve(mixed) == curve(found)
    assert usual_wait(mixed) == usual_wait(found)


@given(SOME)
def test_the_median_lies_within_its_interval(found: list[Wait]) -> None:
    wait = usual_wait(found)
    if wait.median is not None:
        assert wait.low is not None
        assert wait.low <= wait.median
        assert wait.high is None or wait.median <= wait.high
        assert wait.median <= wait.longest


@pytest.mark.parametrize(
    ("promised", "today", "is_quiet"),
    [
        (None, date(2026, 10, 30), False),
        (None, date(2026, 10, 31), True),
        (date(2026, 10, 20), date(2026, 10, 31), False),
        (date(2026, 10, 20), date(2026, 11, 19), True),
        (date(2026, 9, 1), date(2026, 10, 31), True),
    ],
)
def test_silence_counts_from_the_later_of_interview_and_promise(
    promised: date | None, today: date, is_quiet: bool
) -> None:
    assert quiet(date(2026, 10, 1), promised, today) is is_quiet


HELD, DECIDED, FOLLOWED, ARCHIVED, TODAY = (date(2026, 10, n) for n in (1, 5, 7, 9, 11))


@pytest.mark.parametrize(
    ("decision", "followed", "archived", "wait"),
    [
        (Decision.REJECTED, None, None, Wait(4, True)),
        (Decision.OFFER, FOLLOWED, ARCHIVED, Wait(4, True)),
        (Decision.ADVANCED, FOLLOWED, None, Wait(4, True)),
        (Decision.WITHDREW, None, None, Wait(4, False)),
        (Decision.CANCELLED, None, None, Wait(4, False)),
        (None, FOLLOWED, ARCHIVED, Wait(6, True)),
        (None, None, ARCHIVED, Wait(8, False)),
        (None, None, None, Wait(10, False)),
    ],
)
def test_how_long_one_answer_took(
    decision: Decision | None, followed: date | None, archived: date | None, wait: Wait
) -> None:
    decided_on = DECIDED if decision else None
    found = wait_for(
        HELD,
        TODAY,
        decision=decision,
        decided_on=decided_on,
        followed_on=followed,
        archived_on=archived,
    )
    assert found == wait


def test_an_answer_before_the_interview_took_no_time() -> None:
    early = wait_for(DECIDED, TODAY, decision=Decision.OFFER, decided_on=HELD)
    assert early == Wait(0, True)
