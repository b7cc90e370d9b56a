"""Keys of the timeline at their edges; their order for any time is in tests/store/test_timeline.py."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import EntryKind
from interview_coach.domain.timeline import entry_key, key_at, key_month, key_wall

WALL = datetime(2026, 11, 30, 23, 59, 59)
LARGEST = (1 << 63) - 1


def test_a_key_is_the_same_at_every_rebuild() -> None:
    # Written out: stored keys must not change with the program.
    assert entry_key(WALL, EntryKind.INTERVIEW, "a") == 4300413314306946889


def test_entries_of_one_second_are_told_apart() -> None:
    keys = {
        entry_key(WALL, kind, owner) for kind in EntryKind for owner in ("a", "b", "c", "", "é")
    }
    assert len(keys) == 5 * len(EntryKind)
    assert {key_wall(key) for key in keys} == {WALL}


def test_within_a_second_the_second_is_what_counts() -> None:
    late = WALL.replace(microsecond=999_999)
    assert entry_key(late, EntryKind.LESSON, "a") == entry_key(WALL, EntryKind.LESSON, "a")


@pytest.mark.parametrize("wall", [datetime(1, 1, 1), datetime(1899, 12, 31, 23, 59, 59)])
def test_before_the_first_day_is_the_first_day(wall: datetime) -> None:
    assert key_wall(entry_key(wall, EntryKind.REVIEW, "a")) == datetime(1900, 1, 1)


def test_far_in_the_future_a_key_still_fits() -> None:
    far = entry_key(datetime(9999, 12, 31, 23, 59, 59), EntryKind.REVIEW, "a")
    assert 0 < far <= LARGEST
    assert far > entry_key(datetime(2150, 1, 1), EntryKind.REVIEW, "a")
    assert key_month(far)[0] > 2150


@given(st.dates(date(1900, 1, 1), date(2150, 1, 1)), st.sampled_from(EntryKind), st.text())
def test_a_day_begins_with_its_key(day: date, kind: EntryKind, owner: str) -> None:
    midnight = datetime(day.year, day.month, day.day)
    assert key_at(day) <= entry_key(midnight, kind, owner)
    if day > date(1900, 1, 1):
        assert entry_key(midnight - timedelta(seconds=1), kind, owner) < key_at(day)
    assert key_wall(key_at(day)) == midnight
    assert key_month(key_at(day)) == (day.year, day.month)


@given(st.dates(date(1900, 1, 1), date(2149, 12, 1)))
def test_a_month_is_all_between_two_firsts(day: date) -> None:
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    assert key_month(key_at(following) - 1) == (first.year, first.month)
    assert key_month(key_at(following)) == (following.year, following.month)
