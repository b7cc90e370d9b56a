"""Wall-clock time and IANA zones: the one place that turns one into the other.

An interview is an agreement about a wall clock somewhere, so that is what is stored. A zone skips
an hour in spring and repeats one in autumn; which of the two is meant is asked, never guessed.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
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


# Names that were given up, or that some systems leave out; the place itself has not moved.
_RENAMED = {
    "Europe/Kiev": "Europe/Kyiv",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "Atlantic/Faeroe": "Atlantic/Faroe",
    "Pacific/Enderbury": "Pacific/Kanton",
    "US/Alaska": "America/Anchorage",
    "US/Arizona": "America/Phoenix",
    "US/Central": "America/Chicago",
    "US/Eastern": "America/New_York",
    "US/Hawaii": "Pacific/Honolulu",
    "US/Mountain": "America/Denver",
    "US/Pacific": "America/Los_Angeles",
    "GB": "Europe/London",
}


def one_name(name: str) -> str:
    """A zone by the name it has today."""
    return _RENAMED.get(name, name)


def same_zone(one: str, other: str) -> bool:
    """Whether two names mean one zone, be it that one of them was given up."""
    return one_name(one) == one_name(other)


def is_zone(name: str) -> bool:
    """Whether `name` is a zone that this computer knows, under the name it has today or had once."""
    return _known(name) is not None


@lru_cache(maxsize=1024)
def _known(name: str) -> ZoneInfo | None:
    for tried in (name, one_name(name), *(old for old, new in _RENAMED.items() if new == name)):
        try:
            return ZoneInfo(tried)
        except (KeyError, ValueError, OSError):
            continue
    return None


def zone_of(name: str) -> ZoneInfo:
    """The zone of a stored name.

    One that this computer does not know, as its list is older than the name, is read as UTC: what is
    stored stays as it is, and is right again with a newer list.
    """
    return _known(name) or ZoneInfo("UTC")


def _offsets(wall: datetime, zone: ZoneInfo) -> tuple[timedelta, timedelta]:
    first = wall.replace(tzinfo=zone, fold=0).utcoffset()
    second = wall.replace(tzinfo=zone, fold=1).utcoffset()
    return first or timedelta(), second or timedelta()


def is_skipped(wall: datetime, zone: str) -> bool:
    """Whether clocks in `zone` jump over the naive `wall` time."""
    early, late = _offsets(wall, zone_of(zone))
    return early < late


def is_repeated(wall: datetime, zone: str) -> bool:
    """Whether clocks in `zone` show the naive `wall` time twice."""
    early, late = _offsets(wall, zone_of(zone))
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
    return wall.replace(tzinfo=zone_of(zone), fold=fold).astimezone(UTC)


def to_wall(instant: datetime, zone: str) -> datetime:
    """What a clock in `zone` shows at the aware `instant`, naive."""
    return instant.astimezone(zone_of(zone)).replace(tzinfo=None, fold=0)


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
