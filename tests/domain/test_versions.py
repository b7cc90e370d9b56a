"""Thinning earlier versions, and what differs between two texts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.versions import (
    MOST_WORDS,
    WEEKLY,
    Mark,
    Stamp,
    differences,
    thinned,
)

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
# (what it shows, (minutes ago, length) of each, which of them go)
DAY, WEEK = 60 * 24, 60 * 24 * 7
TABLE = [
    ("one alone", [(3, 10)], ""),
    ("two sittings of one hour", [(40, 10), (20, 12)], ""),
    ("five minutes of typing that grew: first and longest", [(4, 10), (3, 12), (2, 14)], "b"),
    ("emptied by accident: the longest stays", [(4, 10), (3, 900), (2, 5), (1, 7)], "cd"),
    ("first and longest are one", [(4, 900), (3, 10), (2, 11)], "bc"),
    ("of equal length the first stays", [(4, 10), (3, 10)], "b"),
    ("an hour of yesterday evening", [(120, 10), (110, 11), (100, 12)], "b"),
    ("two hours of one day", [(5 * 60, 10), (3 * 60, 11)], ""),
    ("a day of last week", [(3 * DAY + 300, 10), (3 * DAY + 200, 5), (3 * DAY + 100, 6)], "bc"),
    ("two days of last week", [(4 * DAY, 10), (3 * DAY, 9)], ""),
    ("Monday and Wednesday, two months ago", [(69 * DAY, 10), (67 * DAY, 9)], "b"),
    ("two weeks, two months ago", [(62 * DAY, 10), (62 * DAY - WEEK, 9)], ""),
    ("one month, two years ago", [(731 * DAY, 10), (725 * DAY, 9)], "b"),
    ("two months, two years ago", [(731 * DAY, 10), (700 * DAY, 9)], ""),
    ("the clock was set back", [(-3 * DAY, 10), (-2 * DAY, 9), (1, 8)], ""),
]


@pytest.mark.parametrize(("name", "versions", "gone"), TABLE, ids=[row[0] for row in TABLE])
def test_what_goes(name: str, versions: list[tuple[int, int]], gone: str) -> None:
    stamps = [
        Stamp(chr(ord("a") + place), NOW - timedelta(minutes=ago), length)
        for place, (ago, length) in enumerate(versions)
    ]
    assert "".join(thinned(stamps, NOW)) == gone, name


STAMPS = st.lists(
    st.tuples(
        st.one_of(
            st.timedeltas(timedelta(hours=-2), timedelta(days=2)),
            st.timedeltas(timedelta(days=-40), timedelta(days=900)),
        ),
        st.integers(1, 5),
    ),
    max_size=40,
).map(lambda many: [Stamp(f"{n:03}", NOW - age, length) for n, (age, length) in enumerate(many)])


@given(STAMPS)
def test_what_stayed_stays_and_the_oldest_and_the_longest_are_among_it(stamps: list[Stamp]) -> None:
    gone = set(thinned(stamps, NOW))
    kept = [s for s in stamps if s.id not in gone]
    assert thinned(kept, NOW) == ()
    if stamps:
        assert min(s.until for s in kept) == min(s.until for s in stamps)
        assert max(s.length for s in kept) == max(s.length for s in stamps)


@given(STAMPS)
def test_a_neighbour_stays_for_each_that_goes(stamps: list[Stamp]) -> None:
    gone = set(thinned(stamps, NOW))
    for stamp in (s for s in stamps if s.id in gone):
        reach = timedelta(days=31 if NOW - stamp.until >= WEEKLY else 7)
        assert any(
            abs(s.until - stamp.until) < reach and s.length >= stamp.length
            for s in stamps
            if s.id not in gone
        )


@given(st.text(), st.text())
def test_the_pieces_make_both_texts(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(p.text for p in pieces if p.mark is not Mark.NEW) == before
    assert "".join(p.text for p in pieces if p.mark is not Mark.GONE) == after
    assert all(p.text for p in pieces)


@given(st.lists(st.sampled_from(["one", "two ", " ", "\n", "ÿ", "é", "面", "!", "🧭"])))
def test_a_text_does_not_differ_from_itself(words: list[str]) -> None:
    text = "".join(words)
    assert all(p.mark is Mark.SAME for p in differences(text, text))


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("", "new", "+new"),
        ("old", "", "-old"),
        ("the clinic story", "the clinic stories", "=the clinic |-story|+stories"),
        ("a red bus", "two blue cars", "-a red bus|+two blue cars"),
        ("first\nsecond", "first\nthird\nsecond", "=first\n|+third\n|=second"),
        ("Draw first.", "Draw first, then talk.", "=Draw first|+, then talk|=."),
    ],
)
def test_differences_read_word_by_word(before: str, after: str, wanted: str) -> None:
    signs = {Mark.SAME: "=", Mark.GONE: "-", Mark.NEW: "+"}
    found = "|".join(signs[p.mark] + p.text for p in differences(before, after))
    assert found == wanted


def test_a_very_long_text_is_compared_line_by_line() -> None:
    lines = [f"line {n} of many words\n" for n in range(MOST_WORDS)]
    before, after = "".join(lines), "".join([*lines[:50], "one more word\n", *lines[50:]])
    assert [p.text for p in differences(before, after) if p.mark is Mark.NEW] == ["one more word\n"]
