"""Reviews: the lessons they teach, what is worth a seal, and what the form leads with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import Coverage, Felt, InterviewKind, Section
from interview_coach.domain.review import (
    AskedQuestion,
    Planned,
    ReviewForm,
    Signal,
    if_then,
    leads_with_change,
    lessons_from,
    made_mine,
    worth_sealing,
)
from interview_coach.domain.text import LINE_LIMIT, check_line, clean_line

EMPTY = ReviewForm(
    interview_id="i",
    kind=InterviewKind.PANEL,
    end_at=datetime(2026, 11, 24, 14, 0, tzinfo=UTC),
    review_id=None,
    felt=None,
    recall_done=False,
    asked=(),
    signals=(),
    planned=(),
)
POINT = Planned("p", Section.TALKING_POINT, None, "The load time", None)


def texts(would_change: str, *next_times: str) -> list[str]:
    asked = [(f"q{n}", text) for n, text in enumerate(next_times)]
    return [text for _, _, text in lessons_from(would_change, asked)]


@pytest.mark.parametrize(
    ("would_change", "next_times", "wanted"),
    [
        ("", (), []),
        (" \n\n\t\n", ("", "  "), []),
        ("Team first\n\nShorter", ("Draw it",), ["Team first", "Shorter", "Draw it"]),
        ("- Team first\n* Shorter\n• Slower", (), ["Team first", "Shorter", "Slower"]),
        ("-5 degrees is not a bullet", (), ["-5 degrees is not a bullet"]),
        ("- \n*\n•", (), []),
        ("Slow down\r\nslow DOWN\rSlow  down", ("SLOW DOWN",), ["Slow down"]),
        ("", ("Straße", "STRASSE"), ["Straße"]),
        ("one\u2028two", (), ["one", "two"]),
    ],
)
def test_what_a_review_teaches(
    would_change: str, next_times: tuple[str, ...], wanted: list[str]
) -> None:
    assert texts(would_change, *next_times) == wanted


def test_a_lesson_knows_the_question_that_taught_it() -> None:
    found = lessons_from("Slow down", [("q1", ""), ("q2", "Draw it"), ("q3", "slow down")])
    assert found == [("would_change", "", "Slow down"), ("next_time", "q2", "Draw it")]


@given(st.text(), st.lists(st.tuples(st.text(max_size=3), st.text()), max_size=6))
def test_every_lesson_can_be_stored(would_change: str, next_times: list[tuple[str, str]]) -> None:
    found = lessons_from(would_change, next_times)
    lessons = [text for _, _, text in found]
    assert all(lessons)
    assert len({text.casefold() for text in lessons}) == len(lessons)
    assert all(check_line("text", text, needed=True) == [] for text in lessons)
    assert all(text == clean_line(text) for text in lessons)
    ids = {asked for asked, _ in next_times}
    for source, asked, _ in found:
        assert (source == "would_change" and asked == "") or (
            source == "next_time" and asked in ids
        )
    # What would be changed comes before what would be said next time.
    sources = [source for source, _, _ in found]
    assert sources == sorted(sources, reverse=True)


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), max_size=8))
def test_no_line_gets_lost(lines: list[str]) -> None:
    found = {text.casefold() for text in texts("\n".join(lines))}
    assert found == {clean_line(line).casefold() for line in lines}


def test_a_line_longer_than_a_lesson_is_cut() -> None:
    (found,) = texts("x" * (LINE_LIMIT + 7))
    assert found == "x" * LINE_LIMIT


SAID: list[dict[str, Any]] = [
    {"felt": Felt.ROUGH},
    {"asked": (AskedQuestion("q", "Why?", None, "", 0),)},
    {"signals": (Signal("s", "They smiled", 0),)},
    {"planned": (replace(POINT, coverage=Coverage.NOT_SAID),)},
    {"planned": (POINT, replace(POINT, coverage=Coverage.LANDED))},
    *({name: 1} for name in ("my_answers", "connection", "learned", "energy")),
    *({name: "x"} for name in ("went_well", "would_change", "surprises", "next_step", "feedback")),
    {"quick_note": "x"},
    {"promised_on": date(2026, 12, 1)},
    {"forecast": 0},
    {"forecast": 100},
]
NOT_SAID: list[dict[str, Any]] = [
    {},
    {"planned": (POINT,)},
    {"recall_done": True},
    {"review_id": "r"},
    {"notes": "written on the day"},
    {"minutes_after": 12},
]


@pytest.mark.parametrize("said", SAID, ids=str)
def test_anything_said_is_worth_sealing(said: dict[str, Any]) -> None:
    assert worth_sealing(replace(EMPTY, **said))


@pytest.mark.parametrize("said", NOT_SAID, ids=str)
def test_nothing_said_is_not(said: dict[str, Any]) -> None:
    assert not worth_sealing(replace(EMPTY, **said))


@pytest.mark.parametrize("felt", [None, *Felt])
def test_the_form_leads_with_change_after_a_very_good_one_only(felt: Felt | None) -> None:
    assert leads_with_change(felt) is (felt == 5)


@pytest.mark.parametrize(
    ("if_text", "then_text", "whole"),
    [
        ("they ask for pay", "I name a range", True),
        ("they ask for pay", "", False),
        ("", "I name a range", False),
        ("", "", False),
        (" \n", "I name a range", False),
        ("they ask for pay", "\x00\t", False),
    ],
)
def test_a_plan_has_both_halves(if_text: str, then_text: str, whole: bool) -> None:
    assert if_then(if_text, then_text) is whole


@given(st.text(), st.text())
def test_halves_are_judged_as_they_are_stored(one: str, other: str) -> None:
    assert if_then(one, other) is if_then(clean_line(one), clean_line(other))
    assert if_then(one, other) is if_then(other, one)


@pytest.mark.parametrize(
    ("from_template", "touched", "mine"),
    [
        (False, "", True),
        (True, "", False),
        (True, "reworded", True),
        (True, "done", True),
        (True, "rehearsed", True),
    ],
)
def test_only_what_one_made_ones_own_says_something_when_unsaid(
    from_template: bool, touched: str, mine: bool
) -> None:
    names = ("reworded", "done", "rehearsed")
    said = {name: name == touched for name in names}
    assert made_mine(from_template=from_template, **said) is mine
