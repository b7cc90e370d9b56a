"""Prepared against asked: counts of one interview, both shares over several, and what is offered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.expected import (
    Against,
    AskedBefore,
    AskedHere,
    ExpectedHere,
    Offer,
    Why,
    against,
    by_kind,
    heard_before,
    offers,
    precision,
    proposals,
    recall,
)
from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.proportions import Share

PANEL, CASE = InterviewKind.PANEL, InterviewKind.CASE


@pytest.mark.parametrize(
    ("expected", "asked", "prepared", "counts"),
    [
        ([("a", None)], [("x", "a", None)], (), (1, 1, 1, 1)),
        ([("a", None), ("b", None)], [("x", "a", None), ("y", None, None)], (), (2, 1, 2, 1)),
        ([("a", None)], [("x", "a", None), ("y", "a", None)], (), (1, 1, 2, 2)),
        ([("a", "q")], [("x", None, "q")], (), (1, 0, 1, 1)),
        ([("a", None)], [("x", None, "q")], ("q",), (1, 0, 1, 1)),
        ([], [("x", None, None)], (), (0, 0, 1, 0)),
        # What was expected in another interview, or has been deleted, counts for nothing.
        ([("a", None)], [("x", "gone", None)], (), (1, 0, 1, 0)),
        ([("a", None)], [], (), (1, 0, 0, 0)),
    ],
)
def test_one_interview_is_counted(
    expected: list[tuple[str, str | None]],
    asked: list[tuple[str, str | None, str | None]],
    prepared: tuple[str, ...],
    counts: tuple[int, int, int, int],
) -> None:
    here = [AskedHere(key, key, came, link) for key, came, link in asked]
    found = against("i", PANEL, expected, here, prepared)
    assert (found.expected, found.came, found.asked, found.prepared) == counts
    assert found.missed == counts[0] - counts[1]
    assert found.unprepared == counts[2] - counts[3]


def counted(
    expected: int, came: int, asked: int, prepared: int, kind: InterviewKind = PANEL
) -> Against:
    return Against(f"{expected}{came}{asked}{prepared}", kind, expected, came, asked, prepared)


def test_the_shares_are_pooled_so_that_each_question_counts_once() -> None:
    both = [counted(5, 3, 6, 2), counted(1, 1, 2, 1)]
    assert precision(both) == Share(4, 6)
    assert recall(both) == Share(3, 8)
    assert (precision([]), recall([])) == (Share(0, 0), Share(0, 0))


def test_by_kind_only_where_there_is_more_than_one() -> None:
    first, other = counted(5, 3, 6, 2), counted(1, 1, 2, 1, CASE)
    assert [one.kind for one in by_kind([first])] == [None]
    found = by_kind([first, other])
    assert [one.kind for one in found] == [None, CASE, PANEL]
    assert found[0].precision == Share(4, 6)
    assert found[0].interview_ids == (first.interview_id, other.interview_id)


def test_an_interview_without_expectations_or_without_questions_says_nothing() -> None:
    assert by_kind([counted(0, 0, 6, 0), counted(4, 0, 0, 0)]) == ()


COUNTS = st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(1, 9), st.integers(0, 9)).map(
    lambda n: counted(n[0], min(n[1], n[0]), n[2], min(n[3], n[2]))
)


@given(st.lists(COUNTS, max_size=8))
def test_the_shares_are_the_same_in_any_order_and_never_more_than_all(many: list[Against]) -> None:
    assert precision(many) == precision(many[::-1])
    assert recall(many) == recall(many[::-1])
    assert precision(many).cases == sum(one.expected for one in many)
    for one in by_kind(many):
        assert 0 <= one.precision.hits <= one.precision.cases
        assert 0 <= one.recall.hits <= one.recall.cases


@given(st.lists(COUNTS, min_size=1, max_size=8), COUNTS)
def test_one_more_that_all_came_never_lowers_the_share(many: list[Against], one: Against) -> None:
    before, full = precision(many), counted(one.expected, one.expected, one.asked, one.asked)
    after = precision([*many, full])
    assert after.hits * before.cases >= before.hits * after.cases


# --- what is proposed and offered -------------------------------------------------------------


def test_what_sounds_alike_is_proposed_and_counts_for_nothing() -> None:
    asked = [
        AskedHere("x", "How do you test a pipeline, end to end?"),
        AskedHere("y", "Why us?", "b"),
        AskedHere("z", "Something else entirely", None, "q"),
    ]
    expected = [
        ("a", "How do you test a pipeline?", None),
        ("b", "Why here?", None),
        ("c", "In the bank", "q"),
        ("d", "How do you test a pipeline", None),
    ]
    assert proposals(expected, asked) == (
        ExpectedHere("a", "How do you test a pipeline?", "", "x"),
        ExpectedHere("b", "Why here?", "y"),
        ExpectedHere("c", "In the bank", "", "z"),
        # One that was asked is proposed once.
        ExpectedHere("d", "How do you test a pipeline"),
    )
    counts = against("i", PANEL, [("a", None), ("d", None)], asked[:1])
    assert (counts.came, counts.prepared) == (0, 0)


def test_what_came_unprepared_twice_in_this_kind_is_offered_first() -> None:
    before = [
        AskedBefore("Why us?", "1"),
        AskedBefore("How do you test?", "1"),
        AskedBefore("how do you test", "2"),
        AskedBefore("And your tests?", "3", "q"),
        AskedBefore("How do you test?", "4", "q"),
        AskedBefore("Draw it", "1", prepared=True),
        AskedBefore("Draw it", "2", prepared=True),
        AskedBefore("Draw it", "3"),
        AskedBefore("Pay?", "8", same_kind=False),
        AskedBefore("Pay?", "9", same_kind=False),
    ]
    bank = [("q", "Testing"), ("r", "Pay?"), ("s", "why US")]
    assert offers(before, bank, []) == (
        Offer("How do you test?", Why.UNPREPARED, 4, "q"),
        Offer("Draw it", Why.EARLIER, 3),
        Offer("Why us?", Why.EARLIER, 1),
        Offer("Pay?", Why.BANK, 0, "r"),
    )


def test_what_is_expected_already_is_not_offered() -> None:
    before = [AskedBefore("Why us?", "1"), AskedBefore("How do you test?", "1", "q")]
    there: list[tuple[str, str | None]] = [("why us", None), ("Tests, in my words", "q")]
    assert offers(before, [("q", "Testing")], there) == ()


def test_how_a_question_went_before() -> None:
    before = [
        AskedBefore("Why us?", "1", rating=4),
        AskedBefore("What draws you here?", "2", "q", 2),
        AskedBefore("Why us?", "2"),
    ]
    assert heard_before("why us", "q", before) == (2, 2)
    assert heard_before("why us", None, before) == (2, 4)
    assert heard_before("Pay?", None, before) == (0, None)
