"""Lessons that return: which stand beside a preparation, and what a check proposes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import CARRIED_LIMIT, LessonFamily, LessonState
from interview_coach.domain.lessons import (
    RETURNING,
    Carryable,
    Check,
    appears,
    carry_order,
    proposed,
    sound,
    topics_named,
)
from interview_coach.domain.search import index_text

YES, NO = True, False


def lesson(
    name: str,
    topic: str = "",
    *,
    same: bool = False,
    carried: bool = False,
    state: LessonState = LessonState.OPEN,
) -> Carryable:
    return Carryable(name, name, LessonFamily.CHANGE, state, carried, same, topic)


OTHER, NEWER = lesson("other"), lesson("newer")
SAME, OLDER = lesson("same", same=True), lesson("older", same=True)
TESTS, DRAW = lesson("tests", "testing"), lesson("draw", "design")


@pytest.mark.parametrize(
    ("newest_first", "shown"),
    [
        ([OTHER, SAME, OLDER], ["same", "older"]),
        ([OTHER, TESTS], ["tests", "other"]),
        ([SAME, lesson("same, tests", "testing", same=True)], ["same, tests", "same"]),
        ([TESTS, SAME], ["same", "tests"]),
        ([SAME, lesson("mine", carried=True)], ["mine", "same"]),
        ([NEWER, DRAW, OTHER], ["newer", "draw"]),
        ([lesson(s.value, state=s) for s in LessonState], ["open", "not_yet"]),
        ([], []),
    ],
)
def test_which_lessons_stand_beside_a_preparation(
    newest_first: list[Carryable], shown: list[str]
) -> None:
    assert [one.id for one in carry_order(newest_first, {"testing"}, 2)] == shown


def test_no_more_than_can_be_minded() -> None:
    many = [lesson(str(n)) for n in range(9)]
    assert [one.id for one in carry_order(many)] == ["0", "1", "2", "3", "4"]
    assert CARRIED_LIMIT == 5


TOPICS = st.sampled_from(["", "testing", "design", "pay"])
LESSONS = st.lists(
    st.builds(
        lesson,
        st.integers(0, 999).map(str),
        TOPICS,
        same=st.booleans(),
        carried=st.booleans(),
        state=st.sampled_from(LessonState),
    ),
    unique_by=lambda one: one.id,
)


@given(LESSONS, st.sets(TOPICS.filter(bool)), st.integers(0, 12))
def test_no_lesson_left_out_would_have_come_before_one_shown(
    newest_first: list[Carryable], named: set[str], limit: int
) -> None:
    shown = carry_order(newest_first, named, limit)
    returning = [one for one in newest_first if one.state in RETURNING]
    assert len(shown) == min(limit, len(returning))

    def rank(one: Carryable) -> tuple[bool, bool, bool, int]:
        return (not one.carried, not one.same_kind, one.topic not in named, returning.index(one))

    assert [*shown] == sorted(returning, key=rank)[:limit]


@pytest.mark.parametrize(
    ("topic", "text", "there"),
    [
        ("test", "We test, and Testing is fun", YES),
        ("testing", "we test", NO),
        ("go", "a good team", NO),
        ("Go", "we write go", YES),
        ("system design", "design of distributed systems", YES),
        ("system design", "design of a page", NO),
        ("café", "at the CAFE", YES),
        ("", "anything", NO),
        ("--", "a -- b", NO),
    ],
)
def test_whether_a_text_speaks_of_a_topic(topic: str, text: str, there: bool) -> None:
    assert appears(topic, index_text(text)) is there


def test_the_topics_that_any_of_the_texts_names() -> None:
    texts = ["Streaming at scale", "They test their pipelines"]
    assert topics_named(["test", "pay", "streaming", ""], texts) == {"test", "streaming"}
    assert topics_named(["test"], []) == frozenset()


@pytest.mark.parametrize(
    ("happened", "done", "state"),
    [
        (YES, YES, LessonState.WORKING),
        (YES, NO, LessonState.NOT_YET),
        (YES, None, None),
        (NO, None, None),
        (NO, YES, None),
        (None, None, None),
    ],
)
def test_what_a_check_proposes(
    happened: bool | None,
    done: bool | None,
    state: LessonState | None,
) -> None:
    assert proposed(Check(happened, done)) is state
    assert proposed(sound(Check(happened, done))) is state


def test_what_i_did_says_nothing_where_it_did_not_come_up() -> None:
    assert sound(Check(NO, YES)) == Check(NO, None)
    assert sound(Check(None, NO)) == Check()
    assert sound(Check(YES, NO)) == Check(YES, NO)
