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


@given(STAMPS)
def test_only_what_was_there_goes_and_never_the_newest(stamps: list[datetime]) -> None:
    gone = thinned(stamps, NOW)
    assert set(gone) <= set(stamps)
    assert len(set(gone)) == len(gone)
    # They go in the order in which they were given.
    assert list(gone) == [s for s in stamps if s in gone]
    if stamps:
        assert max(stamps) not in gone


@given(STAMPS)
def test_what_stayed_stays(stamps: list[datetime]) -> None:
    gone = thinned(stamps, NOW)
    assert thinned([s for s in stamps if s not in gone], NOW) == ()


@given(STAMPS, st.randoms())
def test_the_order_of_the_files_says_nothing(stamps: list[datetime], chance: object) -> None:
    shuffled = sorted(stamps, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert set(thinned(shuffled, NOW)) == set(thinned(stamps, NOW))


@given(STAMPS)
def test_a_younger_neighbour_stays_for_each_that_goes(stamps: list[datetime]) -> None:
    gone = thinned(stamps, NOW)
    kept = [s for s in stamps if s not in gone]
    for stamp in gone:
        age = NOW - stamp
        reach = timedelta(hours=1) if age < HOURLY else timedelta(days=7 if age < WEEKLY else 31)
        assert any(stamp < other < stamp + reach for other in kept), stamp


@given(st.lists(st.integers(0, 60 * 24 * 400), min_size=1, max_size=60, unique=True))
def test_thinning_as_time_goes_by_keeps_one_of_each_month(minutes: list[int]) -> None:
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    made = [begin + timedelta(minutes=m) for m in sorted(minutes)]
    kept: list[datetime] = []
    for stamp in made:
        kept.append(stamp)
        gone = thinned(kept, stamp)
        kept = [s for s in kept if s not in gone]
    assert kept[-1] == made[-1]
    assert {(s.year, s.month) for s in kept} == {(s.year, s.month) for s in made}
