"""What goes on the brief, and what gives way when there is too much."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.brief import (
    Block,
    Brief,
    Part,
    cut,
    pick,
    shorten,
    shorter_and_shorter,
)
from interview_coach.domain.kinds import About, Section
from interview_coach.domain.prep import Checklist, PrepItem


def item(
    place: int, section: Section, text: str, about: About | None = None, **more: bool
) -> PrepItem:
    return PrepItem(
        str(place), section, about, text, "", "", done=more.get("done", False), position=place,
        own=more.get("own", True),
    )  # fmt: skip


def checklist(*items: PrepItem) -> Checklist:
    return Checklist("i", items, (), ())


POINT = Section.TALKING_POINT


def test_three_points_of_each_kind_in_their_order() -> None:
    them = [item(n, POINT, f"them {n}", About.THEM) for n in range(4)]
    mine = [item(n + 10, POINT, f"me {n}", About.ME) for n in range(5)]
    found = pick(checklist(*mine, *them))
    assert found.them == ("them 0", "them 1", "them 2")
    assert found.me == ("me 0", "me 1", "me 2")


def test_one_s_own_come_first_then_what_is_ticked_of_a_template() -> None:
    found = pick(
        checklist(
            item(0, POINT, "ticked", About.ME, own=False, done=True),
            item(1, POINT, "only offered", About.ME, own=False),
            item(2, POINT, "own", About.ME),
        )
    )
    assert found.me == ("own", "ticked")


def test_stories_and_questions_are_all_there() -> None:
    stories = [item(n, Section.STORY, f"story {n}") for n in range(6)]
    asked = [item(n + 10, Section.QUESTION, f"question {n}") for n in range(6)]
    other = item(30, Section.LOGISTICS, "Charge the laptop")
    found = pick(checklist(*stories, *asked, other))
    assert len(found.stories) == len(found.questions) == 6
    assert "Charge the laptop" not in repr(found)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("How would you test a pipeline?", 16, "How would you…"),
        ("Donaudampfschifffahrt", 8, "Donauda…"),
        ("one, two", 6, "one…"),
    ],
)
def test_a_line_is_cut_between_words(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


@given(st.text(), st.integers(2, 60))
def test_a_cut_line_is_never_too_long(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


BRIEF = Brief(
    "Harbour",
    "Analyst",
    ("when", "where", "Ada", "Björn"),
    (Block(Part.STORIES, "Stories", ("a", "b", "c" * 30)), Block(Part.LESSONS, "Remember", ())),
)


def test_what_gives_way_is_counted() -> None:
    shown, left = cut(BRIEF, 10, 2)
    assert shown.blocks[0].lines == ("a", "b")
    assert (left.lines, left.facts, left.shortened) == ({Part.STORIES: 1}, 2, False)
    shown, left = cut(BRIEF, 10, 9)
    assert shown.blocks[0].lines[2] == "c" * 9 + "…"
    assert (left.lines, left.facts, left.shortened) == ({}, 0, True)
    assert not cut(BRIEF, 100, 9)[1]


def test_it_becomes_shorter_with_each_step() -> None:
    long = replace(
        BRIEF,
        facts=("fact " * 200,) * 50,
        blocks=tuple(Block(part, part.value, ("line " * 100,) * 99) for part in Part),
    )
    sizes = [
        sum(len(line) for block in shown.blocks for line in block.lines)
        for shown, _ in shorter_and_shorter(long)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] <= 5 * 50
