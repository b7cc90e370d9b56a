"""Tests of Today's rules: what is most worth doing, and which weeks are shown."""

from __future__ import annotations

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain import today
from interview_coach.domain.kinds import Section
from interview_coach.domain.today import WEEKS, Candidate, Why, most_useful, strip_begins

RESEARCH = Candidate("item", "research", "Read their blog", Section.RESEARCH)
LOGISTICS = Candidate("item", "logistics", "Try the link", Section.LOGISTICS)
GAP = Candidate("requirement", "gap", "Streaming at scale")
LESSON = Candidate("lesson", "lesson", "Draw first")
TWICE = Candidate("question", "twice", "Why us?", times=2)
ONCE = Candidate("question", "once", "Where in five years?", times=1)
POINT = Candidate("item", "point", "The clinic", Section.TALKING_POINT)
SAID = Candidate("item", "said", "The clinic", Section.TALKING_POINT, rehearsed=True)
STORY = Candidate("item", "story", "The outage", Section.STORY)
DAYS = timedelta(days=3)

CASES = [
    (timedelta(hours=5), [RESEARCH, GAP, LOGISTICS], ["logistics", "gap", "research"]),
    (timedelta(hours=24), [RESEARCH, GAP, LOGISTICS], ["gap", "research", "logistics"]),
    (DAYS, [LESSON, TWICE, POINT, GAP], ["gap", "lesson", "twice"]),
    (DAYS, [ONCE], []),
    (DAYS, [SAID, STORY], ["story", "said"]),
    (DAYS, [], []),
]


def test_the_examples_in_the_module_are_true() -> None:
    assert doctest.testmod(today).failed == 0


def test_every_row_of_the_docstrings_table_is_a_case_here() -> None:
    rows = [x for x in (most_useful.__doc__ or "").splitlines() if x.strip().startswith("| ")]
    assert len(rows) - 2 == len(CASES)


@pytest.mark.parametrize(("left", "candidates", "wanted"), CASES)
def test_the_table(left: timedelta, candidates: list[Candidate], wanted: list[str]) -> None:
    assert [x.candidate.id for x in most_useful(candidates, left)] == wanted


def test_what_was_said_aloud_is_only_not_done() -> None:
    assert [x.why for x in most_useful([SAID, STORY], DAYS)] == [Why.UNREHEARSED, Why.NOT_DONE]


def test_heavier_then_more_often_asked_then_page_order() -> None:
    light = Candidate("item", "light", "a", Section.RESEARCH, weight=1, position=0)
    late = Candidate("item", "late", "b", Section.RESEARCH, position=5)
    early = Candidate("item", "early", "c", Section.RESEARCH, position=1)
    found = most_useful([light, late, early], DAYS)
    assert [x.candidate.id for x in found] == ["early", "late", "light"]
    thrice = Candidate("question", "thrice", "d", times=3)
    assert [x.candidate.id for x in most_useful([TWICE, thrice], DAYS)] == ["thrice", "twice"]


CANDIDATES = st.builds(
    Candidate,
    what=st.sampled_from(["item", "requirement", "lesson", "question"]),
    id=st.uuids().map(str),
    text=st.text(max_size=5),
    section=st.sampled_from(Section),
    weight=st.integers(1, 3),
    rehearsed=st.booleans(),
    times=st.integers(0, 4),
    position=st.integers(0, 30),
)
LISTS = st.lists(CANDIDATES, max_size=12, unique_by=lambda c: c.id)
SPANS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=30))


@given(LISTS, SPANS, st.integers(0, 6))
def test_it_chooses_from_what_there_is_most_pressing_first(
    candidates: list[Candidate], left: timedelta, count: int
) -> None:
    found = most_useful(candidates, left, count)
    assert len(found) <= count
    assert {x.candidate.id for x in found} <= {c.id for c in candidates}
    assert len({x.candidate.id for x in found}) == len(found)
    assert [x.why for x in found] == sorted(x.why for x in found)


@given(LISTS, SPANS)
def test_the_order_of_asking_does_not_matter(candidates: list[Candidate], left: timedelta) -> None:
    assert most_useful(candidates, left) == most_useful(candidates[::-1], left)


@given(LISTS, SPANS)
def test_fewer_are_the_beginning_of_more(candidates: list[Candidate], left: timedelta) -> None:
    assert most_useful(candidates, left, 2) == most_useful(candidates, left, 5)[:2]


@given(LISTS)
def test_logistics_come_first_on_the_last_day_only(candidates: list[Candidate]) -> None:
    for hours in (23, 24):
        found = most_useful(candidates, timedelta(hours=hours), 20)
        assert any(x.why is Why.LOGISTICS_SOON for x in found) is (
            hours < 24
            and any(c.what == "item" and c.section is Section.LOGISTICS for c in candidates)
        )


@given(LISTS, SPANS)
def test_a_question_asked_once_is_never_among_them(
    candidates: list[Candidate], left: timedelta
) -> None:
    found = most_useful(candidates, left, 20)
    assert all(x.candidate.times >= 2 for x in found if x.candidate.what == "question")


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_the_strip_begins_on_a_monday_and_holds_today(day: date) -> None:
    begin = strip_begins(day)
    assert begin.weekday() == 0
    assert begin <= day < begin + timedelta(weeks=WEEKS)
    assert day - begin >= timedelta(weeks=WEEKS - 2)
