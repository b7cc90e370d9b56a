"""After a no: the ten minutes, and when the reminder stands before an interview."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from interview_coach.domain.afterwards import Afterwards, Wish, minutes_left, remind_before, wish_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("passed", "left"), [(0, 10), (1, 10), (60, 9), (61, 9), (599, 1), (600, 0), (9999, 0)]
)
def test_begun_minutes_count_whole(passed: int, left: int) -> None:
    assert minutes_left(NOW, NOW + timedelta(seconds=passed)) == left


@pytest.mark.parametrize(
    ("wish", "refused", "last_end", "end", "shown"),
    [
        (Wish.YES, NOW - HOUR, NOW - 2 * HOUR, NOW + HOUR, True),
        (Wish.YES, NOW - HOUR, None, NOW + HOUR, True),
        (Wish.UNASKED, NOW - HOUR, None, NOW + HOUR, False),
        (Wish.NO, NOW - HOUR, None, NOW + HOUR, False),
        (Wish.YES, None, None, NOW + HOUR, False),
        (Wish.YES, NOW - 2 * HOUR, NOW - HOUR, NOW + HOUR, False),
        (Wish.YES, NOW - 2 * HOUR, None, NOW - HOUR, False),
    ],
)
def test_once_after_a_no_and_only_if_wished_for(
    wish: Wish, refused: datetime | None, last_end: datetime | None, end: datetime, *, shown: bool
) -> None:
    assert remind_before(wish, refused, last_end, end, NOW) is shown


def test_no_thanks_is_for_good() -> None:
    assert Afterwards().offered
    assert not Afterwards(writing=Wish.NO).offered
    assert wish_of("something of another version") is Wish.UNASKED
