"""Which backups to keep: hourly for a day, daily for two weeks, weekly for two months, then monthly."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta

HOURLY = timedelta(days=1)
DAILY = timedelta(days=14)
WEEKLY = timedelta(days=60)


def _slot(stamp: datetime, age: timedelta) -> Hashable:
    if age < HOURLY:
        return ("hour", stamp.year, stamp.month, stamp.day, stamp.hour)
    if age < DAILY:
        return ("day", stamp.year, stamp.month, stamp.day)
    if age < WEEKLY:
        return ("week", *stamp.isocalendar()[:2])
    return ("month", stamp.year, stamp.month)


def thinned(stamps: Sequence[datetime], now: datetime) -> tuple[datetime, ...]:
    """The stamps to let go: all but the newest of each slot. The newest of all always stays.

    cases: two within one hour today -> the older goes; 10 days old, two on one day -> the older
    goes; 30 days old, Monday and Friday of one week -> Monday goes; 100 days old, one each month
    -> none goes; a stamp in the future -> counts as of this hour.
    """
    kept: dict[Hashable, datetime] = {}
    for stamp in sorted(stamps):
        kept[_slot(stamp, now - stamp)] = stamp
    staying = set(kept.values()) | ({max(stamps)} if stamps else set())
    return tuple(s for s in stamps if s not in staying)
