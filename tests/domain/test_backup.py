"""Thinning backups, whatever their times; the table of what goes is in tests/store/test_backup.py."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.backup import HOURLY, WEEKLY, thinned

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
STAMPS = st.lists(
    st.one_of(
        st.timedeltas(timedelta(hours=-2), timedelta(days=2)),
        st.timedeltas(timedelta(days=-40), timedelta(days=900)),
    ).map(lambda age: NOW - age),
    max_size=40,
    unique=True,
)


def left(stamps: list[datetime], now: datetime) -> list[datetime]:
    gone = set(thinned(stamps, now))
    return [s for place, s in enumerate(stamps) if place not in gone]


@given(STAMPS)
def test_only_what_was_there_goes_and_never_the_last_made(stamps: list[datetime]) -> None:
    gone = thinned(stamps, NOW)
    assert list(gone) == sorted(set(gone))
    assert all(0 <= place < len(stamps) - 1 for place in gone)


@given(STAMPS.map(sorted))
def test_what_stayed_stays(stamps: list[datetime]) -> None:
    kept = left(stamps, NOW)
    assert thinned(kept, NOW) == ()


@given(STAMPS)
def test_one_made_later_stays_nearby_for_each_that_goes(stamps: list[datetime]) -> None:
    """Whatever the clock did: near each that goes, one that was made after it stays."""
    gone = thinned(stamps, NOW)
    latest = max(stamps, default=NOW)
    for place in gone:
        stamp = stamps[place]
        age = (latest if stamp > NOW else NOW) - stamp
        reach = timedelta(hours=1) if age < HOURLY else timedelta(days=7 if age < WEEKLY else 31)
        later = [s for p, s in enumerate(stamps) if p > place and p not in gone]
        assert any(abs(s - stamp) < reach for s in later), stamp


@given(STAMPS, st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)))
def test_no_clock_makes_a_month_disappear(stamps: list[datetime], clock: datetime) -> None:
    kept = left(stamps, clock.replace(tzinfo=UTC))
    assert {(s.year, s.month) for s in kept} == {(s.year, s.month) for s in stamps}


@given(st.lists(st.integers(0, 60 * 24 * 400), min_size=1, max_size=60, unique=True))
def test_thinning_as_time_goes_by_keeps_one_of_each_month(minutes: list[int]) -> None:
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    made = [begin + timedelta(minutes=m) for m in sorted(minutes)]
    kept: list[datetime] = []
    for stamp in made:
        kept = left([*kept, stamp], stamp)
    assert kept[-1] == made[-1]
    assert {(s.year, s.month) for s in kept} == {(s.year, s.month) for s in made}
