"""How far opportunities went: stages, the drop at each, and who ended what."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.courses import STAGE_OF, STAGES, Course, End, Held, Stage, how_far
from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.proportions import Share
from interview_coach.domain.standing import Settled


def course(
    name: str, *kinds: InterviewKind, end: End | None = None, offered: bool = False
) -> Course:
    rounds = tuple(
        Held(f"{name}{place}", name, kind, date(2026, 3, 1 + place), Settled.SEALED)
        for place, kind in enumerate(kinds)
    )
    return Course(name, rounds, end, offered)


COURSES = st.lists(
    st.builds(
        lambda kinds, end, offered: course("x", *kinds, end=end, offered=offered),
        st.lists(st.sampled_from(InterviewKind), max_size=4),
        st.sampled_from([None, *End]),
        st.booleans(),
    ),
    max_size=30,
)


def test_every_kind_of_interview_has_a_stage() -> None:
    assert set(STAGE_OF) == set(InterviewKind)
    assert set(STAGE_OF.values()) == set(STAGES) - {Stage.OPPORTUNITY, Stage.OFFER}


def test_the_table_of_the_rule() -> None:
    found = how_far(
        [
            course("a", InterviewKind.PHONE_SCREEN, end=End.THEIR_NO),
            course("b", InterviewKind.PHONE_SCREEN, InterviewKind.PANEL),
            course("c", InterviewKind.TECHNICAL, InterviewKind.FINAL, offered=True),
        ]
    )
    assert [(one.stage, one.opportunities, one.ended) for one in found] == [
        (Stage.OPPORTUNITY, 3, Share(0, 3)),
        (Stage.SCREEN, 3, Share(1, 3)),
        (Stage.MEETING, 2, Share(0, 2)),
        (Stage.DEPTH, 2, Share(0, 1)),
        (Stage.FINAL, 1, Share(0, 1)),
        (Stage.OFFER, 1, Share(0, 0)),
    ]
    assert found[1].ends == ((End.THEIR_NO, 1),)
    assert found[3].interview_ids == ("b0", "b1", "c0", "c1")


@pytest.mark.parametrize("end", End)
def test_the_furthest_stage_survives_the_end(end: End) -> None:
    gone = course("a", InterviewKind.FINAL, InterviewKind.PHONE_SCREEN, end=end)
    assert gone.stage is Stage.FINAL
    assert course("b", end=end).stage is Stage.OPPORTUNITY


def test_an_offer_that_was_declined_was_an_offer_all_the_same() -> None:
    reached = how_far([course("a", InterviewKind.FINAL, end=End.MY_NO, offered=True)])
    assert [one.opportunities for one in reached] == [1] * len(STAGES)
    assert all(not one.ends for one in reached)


@given(COURSES)
def test_never_more_reach_a_later_stage(courses: list[Course]) -> None:
    reached = [one.opportunities for one in how_far(courses)]
    assert reached == sorted(reached, reverse=True)
    assert reached[0] == len(courses)


@given(COURSES)
def test_every_end_but_that_of_an_offer_is_counted_once(courses: list[Course]) -> None:
    ended = sum(count for one in how_far(courses) for _, count in one.ends)
    assert ended == sum(1 for one in courses if one.end and not one.offered)
    assert all(one.ended.hits == sum(count for _, count in one.ends) for one in how_far(courses))
