"""Where an interview stands: the tables of the docstrings, for every combination."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import Decision, InterviewKind
from interview_coach.domain.standing import (
    Need,
    Settled,
    Standing,
    furthest,
    need,
    settled,
    standing,
)

START = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
END = START + timedelta(minutes=45)
TICK = timedelta(microseconds=1)
BOTH = (False, True)


@pytest.mark.parametrize("decision", [None, *Decision])
def test_what_is_settled(decision: Decision | None) -> None:
    for sealed, called_off, not_held, superseded in product(BOTH, repeat=4):
        found = settled(
            sealed=sealed,
            called_off=called_off,
            not_held=not_held,
            decision=decision,
            superseded=superseded,
        )
        if called_off:
            wanted = "called_off"
        elif not_held:
            wanted = "not_held"
        elif decision is not None:
            wanted = decision.value
        elif not sealed:
            wanted = "planned"
        elif superseded:
            wanted = "advanced"
        else:
            wanted = "sealed"
        assert found.value == wanted, (sealed, called_off, not_held, superseded)


def test_a_plain_round_is_planned() -> None:
    assert settled(sealed=False) is Settled.PLANNED
    assert settled(sealed=True) is Settled.SEALED


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (START - timedelta(days=400), Standing.UPCOMING),
        (START - TICK, Standing.UPCOMING),
        (START, Standing.UNDER_WAY),
        (END - TICK, Standing.UNDER_WAY),
        (END, Standing.TO_REVIEW),
        (END + timedelta(days=400), Standing.TO_REVIEW),
    ],
)
def test_the_clock_decides_only_what_is_planned(now: datetime, wanted: Standing) -> None:
    assert standing(Settled.PLANNED, now, START, END) is wanted
    assert standing(Settled.SEALED, now, START, END) is Standing.WAITING
    for state in set(Settled) - {Settled.PLANNED, Settled.SEALED}:
        assert standing(state, now, START, END).value == state.value


def test_an_interview_without_length_is_never_under_way() -> None:
    assert standing(Settled.PLANNED, START - TICK, START, START) is Standing.UPCOMING
    assert standing(Settled.PLANNED, START, START, START) is Standing.TO_REVIEW


def test_every_standing_belongs_to_one_group() -> None:
    groups = {
        Standing.UPCOMING: Need.UPCOMING,
        Standing.UNDER_WAY: Need.UPCOMING,
        Standing.TO_REVIEW: Need.TO_REVIEW,
        Standing.WAITING: Need.WAITING,
        Standing.ADVANCED: Need.CLOSED,
        Standing.OFFER: Need.CLOSED,
        Standing.REJECTED: Need.CLOSED,
        Standing.WITHDREW: Need.CLOSED,
        Standing.CANCELLED: Need.CLOSED,
        Standing.CALLED_OFF: Need.CLOSED,
        Standing.NOT_HELD: Need.CLOSED,
    }
    assert {where: need(where) for where in Standing} == groups


def test_the_furthest_stage() -> None:
    assert furthest([]) is None
    assert furthest([InterviewKind.PHONE_SCREEN, InterviewKind.INFORMAL]) is (
        InterviewKind.PHONE_SCREEN
    )
    assert furthest([InterviewKind.FINAL, InterviewKind.PHONE_SCREEN]) is InterviewKind.FINAL
    assert furthest([InterviewKind.OTHER, InterviewKind.TECHNICAL]) is InterviewKind.TECHNICAL
    # Every kind has a place in the order.
    assert furthest(list(InterviewKind)) is InterviewKind.FINAL


@given(
    st.lists(st.sampled_from(InterviewKind), min_size=1),
    st.lists(st.sampled_from(InterviewKind), min_size=1),
)
def test_another_round_never_sets_one_back(
    rounds: list[InterviewKind], more: list[InterviewKind]
) -> None:
    before, after = furthest(rounds), furthest([*rounds, *more])
    assert before in rounds
    assert after in {before, furthest(more)}
    assert furthest([*rounds, *more]) is furthest([*more, *rounds])
