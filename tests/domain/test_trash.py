"""How long something stays in the trash, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from interview_coach.domain.trash import KEPT_FOR, days_left, expired

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "left"),
    [
        (timedelta(0), 30),
        (timedelta(hours=1), 30),
        (timedelta(days=1), 29),
        (timedelta(days=29), 1),
        (timedelta(days=29, hours=23), 1),
        (KEPT_FOR, 0),
        (timedelta(days=300), 0),
        (timedelta(days=-1), 30),
    ],
)
def test_days_left(ago: timedelta, left: int) -> None:
    assert days_left(NOW - ago, NOW) == left
    assert (NOW - ago < expired(NOW)) <= (left == 0)
