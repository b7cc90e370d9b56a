"""What many interviews show together: felt against turned out, lessons, preparation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from interview_coach.domain.courses import Held
from interview_coach.domain.insights import (
    Counted,
    Filters,
    LessonChecked,
    LessonGiven,
    LessonsCount,
    Prepared,
    felt_turned_out,
    how_prepared,
    lessons_standing,
    lessons_tried,
    prepared_rated,
    to_score,
)
from interview_coach.domain.kinds import Felt, InterviewKind, LessonState
from interview_coach.domain.lessons import Check
from interview_coach.domain.proportions import Share
from interview_coach.domain.standing import Settled

SEALED = datetime(2026, 4, 2, 18, tzinfo=UTC)
HELD = Held(
    "a",
    "job",
    InterviewKind.PANEL,
    date(2026, 4, 2),
    Settled.REJECTED,
    Felt.GOOD,
    4,
    70,
    SEALED,
    SEALED + timedelta(days=3),
    9,
    10,
)


def test_a_forecast_is_scored_once_there_is_an_answer() -> None:
    scored = to_score([HELD, replace(HELD, id="b", state=Settled.OFFER)])
    assert [(one.interview_id, one.said, one.yes) for one in scored] == [
        ("a", 70, False),
        ("b", 70, True),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"state": Settled.SEALED, "answered_at": None},
        {"state": Settled.WITHDREW},
        {"state": Settled.CANCELLED},
        {"forecast": None},
        {"sealed_at": None},
        # Sealed when the answer was known: it may be honest, but it is no forecast.
        {"answered_at": SEALED},
    ],
)
def test_anything_else_is_no_forecast(other: dict[str, object]) -> None:
    assert to_score([replace(HELD, **other)]) == ()  # type: ignore[arg-type]


def test_what_it_felt_like_stands_beside_what_came() -> None:
    found = felt_turned_out(
        [
            HELD,
            replace(HELD, id="b", state=Settled.ADVANCED),
            replace(HELD, id="c", felt=Felt.ROUGH),
            replace(HELD, id="d", felt=None),
            replace(HELD, id="e", state=Settled.SEALED),
        ]
    )
    assert [(one.felt, one.went_on.share, one.went_on.interview_ids) for one in found] == [
        (Felt.ROUGH, Share(0, 1), ("c",)),
        (Felt.GOOD, Share(1, 2), ("a", "b")),
    ]


def test_lessons_are_counted_by_where_they_stand() -> None:
    found = lessons_standing(
        [
            LessonGiven(LessonState.DONE, True, "a"),
            LessonGiven(LessonState.OPEN, False, "a"),
            LessonGiven(LessonState.OPEN, True, "b"),
        ]
    )
    assert found == (
        LessonsCount(LessonState.OPEN, 2, 1, ("a", "b")),
        LessonsCount(LessonState.DONE, 1, 1, ("a",)),
    )


def test_a_check_counts_for_what_it_says_alone() -> None:
    said = (
        (True, True, "a"),
        (True, False, "b"),
        (True, None, "b"),
        (False, None, "c"),
        (None, None, "d"),
    )
    found = lessons_tried(LessonChecked(Check(came, did), held) for came, did, held in said)
    assert found.happened == Counted(Share(3, 4), ("a", "b", "c"))
    assert found.did == Counted(Share(1, 2), ("a", "b"))
    assert lessons_tried([]).did == Counted(Share(0, 0), ())


@pytest.mark.parametrize(
    ("done", "planned", "prepared"),
    [
        (0, 1, Prepared.LITTLE),
        (4, 9, Prepared.LITTLE),
        (1, 2, Prepared.MOST),
        (17, 19, Prepared.MOST),
        (9, 10, Prepared.ALL),
        (3, 3, Prepared.ALL),
    ],
)
def test_how_much_was_prepared(done: int, planned: int, prepared: Prepared) -> None:
    assert how_prepared(done, planned) is prepared


def test_under_five_there_is_no_mean() -> None:
    four = [replace(HELD, id=str(n)) for n in range(4)]
    assert [(one.cases, one.mean) for one in prepared_rated(four)] == [(4, None)]
    five = [*four, replace(HELD, id="x", my_answers=2)]
    assert [(one.cases, one.mean) for one in prepared_rated(five)] == [(5, 3.6)]
    nothing_planned = [replace(HELD, planned=0, done=0), replace(HELD, my_answers=None)]
    assert prepared_rated(nothing_planned) == ()


def test_a_filter_that_leaves_nothing_out_says_so() -> None:
    assert Filters().whole
    assert not Filters(company_id="c").whole
