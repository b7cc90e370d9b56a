"""Wall-clock time and IANA zones: the one place that turns one into the other.

An interview is an agreement about a wall clock somewhere, so that is what is stored. A zone skips
an hour in spring and repeats one in autumn; which of the two is meant is asked, never guessed.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from interview_coach.domain.trouble import Complaint

WALL_FORMAT = "%Y-%m-%dT%H:%M"
_WALL_LENGTH = len("2026-11-24T14:00")


@cache
def zone_names() -> tuple[str, ...]:
    """All IANA zone names a person could mean, sorted; without the legacy ones."""
    legacy = ("Etc/", "SystemV/", "US/", "posix/", "right/")
    names = (n for n in available_timezones() if "/" in n and not n.startswith(legacy))
    return (*sorted(names), "UTC")


def is_zone(name: str) -> bool:
    """Whether `name` is a zone that this computer knows."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _offsets(wall: datetime, zone: ZoneInfo) -> tuple[timedelta, timedelta]:
    first = wall.replace(tzinfo=zone, fold=0).utcoffset()
    second = wall.replace(tzinfo=zone, fold=1).utcoffset()
    return first or timedelta(), second or timedelta()


def is_skipped(wall: datetime, zone: str) -> bool:
    """Whether clocks in `zone` jump over the naive `wall` time."""
    early, late = _offsets(wall, ZoneInfo(zone))
    return early < late


def is_repeated(wall: datetime, zone: str) -> bool:
    """Whether clocks in `zone` show the naive `wall` time twice."""
    early, late = _offsets(wall, ZoneInfo(zone))
    return early > late


def check_wall(
    wall: datetime, zone: str, fold: int | None, field: str = "start"
) -> list[Complaint]:
    """Complain about an unknown zone, a skipped time, or a repeated one without an answer.

    `fold` is None while nobody has said which of two equal times is meant, else 0 or 1.
    """
    if not is_zone(zone):
        return [Complaint("zone", "unknown_zone", {"zone": zone})]
    if is_skipped(wall, zone):
        return [Complaint(field, "skipped_time", {"zone": zone, "time": f"{wall:%H:%M}"})]
    if fold is None and is_repeated(wall, zone):
        return [Complaint(field, "repeated_time", {"zone": zone, "time": f"{wall:%H:%M}"})]
    return []


def to_utc(wall: datetime, zone: str, fold: int = 0) -> datetime:
    """The instant at which clocks in `zone` show the naive `wall` time, aware, in UTC."""
    return wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def to_wall(instant: datetime, zone: str) -> datetime:
    """What a clock in `zone` shows at the aware `instant`, naive."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def parse_wall(text: str) -> datetime:
    """The naive time of a stored wall-clock text; raises ValueError."""
    # Ten times as fast as strptime, which besides takes its time to import.
    parsed = datetime.fromisoformat(text)
    if parsed.tzinfo is not None or len(text) != _WALL_LENGTH:
        raise ValueError(text)
    return parsed


def parse_utc(text: str) -> datetime:
    """The aware instant of a stored ISO text; raises ValueError."""
    parsed = datetime.fromisoformat(text)
    return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
