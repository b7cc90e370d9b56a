"""Which backups to keep: hourly for a day, daily for two weeks, weekly for two months, then monthly.

The clock of a computer can be wrong for a while. So which one was made last is told by their order,
never by their stamps, and those stamped later than now are thinned among themselves: whether the
clock was ahead then or is behind now, none of the other ones goes for it.
"""

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


def thinned(stamps: Sequence[datetime], now: datetime) -> tuple[int, ...]:
    """The places of those to let go, of stamps in the order in which the backups were made.

    The last made of each slot stays, and the last made of all.

    cases: two within one hour today -> the older goes; 10 days old, two on one day -> the older
    goes; 30 days old, Monday and Friday of one week -> Monday goes; 100 days old, one each month
    -> none goes; the clock set back by ten minutes between two -> both stay until it has caught up,
    then the one made first goes; the clock back in 2000 -> what was made before is thinned as before.
    """
    newest_ahead = max((s for s in stamps if s > now), default=now)
    kept: dict[Hashable, int] = {}
    for place, stamp in enumerate(stamps):
        ahead = stamp > now
        kept[ahead, _slot(stamp, (newest_ahead if ahead else now) - stamp)] = place
    staying = {*kept.values(), len(stamps) - 1}
    return tuple(place for place in range(len(stamps)) if place not in staying)
