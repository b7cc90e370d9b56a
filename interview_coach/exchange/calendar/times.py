"""Owns the times of an event: when it begins, how long it takes, and which of its repetitions are near."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar.prop import vDuration

from interview_coach.domain.calendar import ZoneDoubt
from interview_coach.domain.zones import to_utc, to_wall
from interview_coach.exchange.calendar.lines import Component, Property
from interview_coach.exchange.calendar.rules import parse, times
from interview_coach.exchange.calendar.zones import resolve

MOST_REPETITIONS = 12
_MOMENT = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?", re.IGNORECASE
)
_EARLIEST, _LATEST = 1990, 2100
LONGEST = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as the file has it: what its clock shows, which clock, and the instant if that is known."""

    wall: datetime
    zone: str = ""
    at: datetime | None = None
    doubt: ZoneDoubt | None = None
    zone_name: str = ""
    utc: bool = False

    @property
    def stamp(self) -> str:
        """It as a RECURRENCE-ID would name it."""
        if self.utc and self.at is not None:
            return f"{self.at:%Y%m%dT%H%M%SZ}"
        return f"{self.wall:%Y%m%dT%H%M%S}"


def moment(found: Property, own: Mapping[str, Component], home: str) -> Moment | None:
    """The time that a property gives; None when it gives none. `home` is the file's own IANA zone."""
    match = _MOMENT.fullmatch(found.value.strip())
    if match is None:
        return None
    numbers = [int(piece or 0) for piece in match.groups()[:6]]
    try:
        wall = datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001  a wall clock's
    except ValueError:
        return None
    if not _EARLIEST <= wall.year <= _LATEST:
        return None
    if match.group(4) is None:
        return Moment(wall, doubt=ZoneDoubt.NO_TIME)
    if match.group(7):
        at = wall.replace(tzinfo=UTC)
        return Moment(to_wall(at, home) if home else wall, home, at, utc=True)
    name = found.parameters.get("TZID", "").strip()
    if not name:
        return Moment(wall, doubt=ZoneDoubt.FLOATING)
    known = resolve(name, own, wall)
    if known.name:
        return Moment(wall, known.name, to_utc(wall, known.name), zone_name=name)
    if known.offset is not None:
        at = (wall - known.offset).replace(tzinfo=UTC)
        return Moment(wall, "", at, zone_name=name)
    return Moment(wall, doubt=ZoneDoubt.UNKNOWN, zone_name=name)


def length(event: Component, begins: Moment, own: Mapping[str, Component], home: str) -> int | None:
    """How long it takes in minutes; None when the file does not say, or nothing that could be."""
    span: timedelta | None = None
    ends = event.first("DTEND")
    if ends is not None:
        until = moment(ends, own, home)
        if until is not None:
            exact = begins.at is not None and until.at is not None
            span = until.at - begins.at if exact else until.wall - begins.wall  # type: ignore[operator]
    elif event.first("DURATION") is not None:
        try:
            span = vDuration.from_ical(event.text("DURATION"))  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            span = None
    if span is None or begins.doubt is ZoneDoubt.NO_TIME:
        return None
    minutes = int(span.total_seconds() // 60)
    return minutes if 0 < minutes <= LONGEST else None


def repetitions(
    event: Component, begins: Moment, own: Mapping[str, Component], home: str, now: datetime
) -> list[datetime]:
    """What the file's clock shows at the next repetitions, the first of them not long past.

    Only days, weeks, months and years are followed, a few of them; of anything else the beginning.
    """
    rule = parse(event.text("RRULE"))
    if rule is None:
        return [begins.wall]
    without = {
        found.wall
        for one in event.all("EXDATE")
        for piece in one.value.split(",")
        if (found := moment(Property("EXDATE", one.parameters, piece), own, home)) is not None
    }
    since = (now - timedelta(days=2)).replace(tzinfo=None)
    horizon = (now + timedelta(days=800)).replace(tzinfo=None)
    near: list[datetime] = []
    last = begins.wall
    for wall in times(rule, begins.wall, horizon):
        if wall in without:
            continue
        last = wall
        if wall >= since:
            near.append(wall)
        if len(near) == MOST_REPETITIONS:
            break
    return near or [last]
