"""Owns what a file's name of a time zone means.

An IANA name is taken as it is. Any other, Windows' above all, is first asked of the file's own VTIMEZONE,
then of the CLDR's map of Windows names (as the icalendar package ships it). Where neither knows, the
person is asked: nothing becomes UTC silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from interview_coach.domain.zones import is_zone
from interview_coach.exchange.calendar.lines import Component
from interview_coach.exchange.calendar.rules import parse, times

# The CLDR keeps the first name that a place had; people know the one of today.
_RENAMED = {
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Europe/Kiev": "Europe/Kyiv",
}
_WINDOWS = {name.casefold(): _RENAMED.get(zone, zone) for name, zone in WINDOWS_TO_OLSON.items()}
_UTC = frozenset({"utc", "gmt", "z", "etc/utc", "etc/gmt", "tzone://microsoft/utc", "zulu", "uct"})
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?")
_WALL = re.compile(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})")
_LONGEST_NAME = 200
# Rules of zones go back to 1601; a clock is where it is by the change of this or the last year.
_YEARS_BACK = 2


@dataclass(frozen=True, slots=True)
class Change:
    """When clocks change, and how far from UTC they are then."""

    begins: datetime
    rule: str
    offset: timedelta


@dataclass(frozen=True, slots=True)
class Zone:
    """What is known of a zone: its IANA name, or only how far from UTC its clock is; or neither."""

    name: str = ""
    offset: timedelta | None = None


def own_zones(parts: Sequence[Component]) -> dict[str, Component]:
    """The file's own zones, by their names."""
    return {part.text("TZID"): part for part in parts if part.name == "VTIMEZONE"}


def iana_name(name: str) -> str:
    """The IANA name in a file's name of a zone, which may have a path before it; or nothing.

    >>> iana_name("/example.org/20260101_1/Europe/Berlin"), iana_name("W. Europe Standard Time")
    ('Europe/Berlin', '')
    """
    plain = name.strip().strip('"')
    if plain.casefold() in _UTC:
        return "UTC"
    if len(plain) > _LONGEST_NAME:
        return ""
    pieces = plain.strip("/").split("/")
    for count in (3, 2):
        if len(pieces) >= count:
            candidate = "/".join(pieces[-count:])
            if is_zone(candidate):
                return candidate
    # Of the names of one word just those that say a place, or a clock that never changes.
    return plain if len(pieces) == 1 and plain.isalpha() and is_zone(plain) else ""


def resolve(name: str, own: Mapping[str, Component], wall: datetime) -> Zone:
    """What clocks a file means by the name of a zone, at this time of theirs."""
    known = iana_name(name)
    if known:
        return Zone(known)
    described = own.get(name)
    if described is not None:
        placed = iana_name(described.text("X-LIC-LOCATION"))
        if placed:
            return Zone(placed)
    windows = _WINDOWS.get(name.strip().strip('"').casefold(), "")
    offset = offset_at(described, wall) if described is not None else None
    if offset is None:
        return Zone(windows)
    if windows and wall.replace(tzinfo=ZoneInfo(windows)).utcoffset() == offset:
        return Zone(windows)
    # The file says how its clock goes: that holds, whatever others mean by the same name.
    return Zone("", offset)


def offset_at(described: Component, wall: datetime) -> timedelta | None:
    """How far from UTC a VTIMEZONE's clock is when it shows this; None when its rules cannot be read."""
    latest: tuple[datetime, timedelta] | None = None
    earliest: tuple[datetime, timedelta] | None = None
    for part in described.parts:
        change = _change(part)
        if change is None:
            return None
        begun = _last_begun(change, wall)
        if begun is not None and (latest is None or begun > latest[0]):
            latest = (begun, change.offset)
        before = _offset(part.text("TZOFFSETFROM"))
        if before is not None and (earliest is None or change.begins < earliest[0]):
            earliest = (change.begins, before)
    chosen = latest or earliest
    return chosen[1] if chosen is not None else None


def _change(part: Component) -> Change | None:
    found = _WALL.fullmatch(part.text("DTSTART"))
    offset = _offset(part.text("TZOFFSETTO"))
    if found is None or offset is None:
        return None
    try:
        begins = datetime(*(int(piece) for piece in found.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None
    return Change(begins, part.text("RRULE"), offset)


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    sign = -1 if found.group(1) == "-" else 1
    hours, minutes, seconds = (int(piece or 0) for piece in found.groups()[1:])
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return sign * span if span < timedelta(days=1) else None


def _last_begun(change: Change, wall: datetime) -> datetime | None:
    """The last time before `wall` at which this change came into force."""
    if change.begins > wall:
        return None
    if not change.rule:
        return change.begins
    rule = parse(change.rule)
    if rule is None:
        return change.begins
    begins = change.begins
    if rule.frequency == "YEARLY" and rule.interval == 1:
        year = max(begins.year, wall.year - _YEARS_BACK)
        if rule.until is not None:
            year = min(year, max(begins.year, rule.until.year - 1))
        try:
            # The day of the month is the rule's matter: what stands there need not be in this year.
            begins = begins.replace(year=year)
        except ValueError:
            begins = begins.replace(year=year, day=28)
    elif wall - begins > timedelta(days=366 * _YEARS_BACK):
        return change.begins
    found = None
    for time in times(rule, begins, wall):
        # The first is only where the search begins, unless zones began there.
        if begins == change.begins or rule.on(time.date(), begins.date()):
            found = time
    return found or change.begins
