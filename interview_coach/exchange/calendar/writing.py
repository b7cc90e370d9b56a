"""Interviews as a calendar file that Thunderbird, Google and Outlook open: published, with alarms.

Each event has a UID of its own, which stays, and a SEQUENCE that grows, so that reading the file again
moves what has moved and strikes what was called off.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vText, vUri

from interview_coach.domain.calendar import Entry, sequence_of
from interview_coach.domain.incoming import Told, unheard
from interview_coach.domain.links import is_link, link_address
from interview_coach.domain.zones import to_utc

DOMAIN = "interview-coach"
_PRODUCT = "-//Interview Coach//Interview Coach//EN"


def uid_of(key: str) -> str:
    """What calendars call an interview, for ever."""
    return f"{key}@{DOMAIN}"


def write_calendar(entries: Sequence[Entry], now: datetime, told: Told = unheard) -> bytes:
    """The file: CRLF, folded at 75 bytes, with the zones that its times are in."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for place, entry in enumerate(entries):
        if place % 50 == 0:
            told(place, len(entries))
        calendar.add_component(_event(entry, now))
    if entries:
        years = sorted(entry.scheduled.start.year for entry in entries)
        calendar.add_missing_timezones(
            first_date=datetime(years[0] - 1, 1, 1, tzinfo=UTC).date(),
            last_date=datetime(years[-1] + 2, 1, 1, tzinfo=UTC).date(),
        )
    told(len(entries), len(entries))
    return bytes(calendar.to_ical())


def _event(entry: Entry, now: datetime) -> Event:
    held = entry.scheduled
    event = Event()
    event.add("uid", uid_of(held.id))
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("created", held.made_at.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", held.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", sequence_of(held))
    event.add("summary", entry.summary)
    begins, ends = _times(entry)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    if entry.description:
        event.add("description", entry.description)
    where = " · ".join(part for part in (held.place, held.link) if part)
    if where:
        event.add("location", where)
    if held.link and is_link(held.link):
        address = vUri(link_address(held.link))
        event.add("url", address)
        event.add("conference", address, parameters={"VALUE": "URI", "FEATURE": "AUDIO,VIDEO"})
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if held.called_off else "OPAQUE")
    event.add("status", "CANCELLED" if held.called_off else "CONFIRMED")
    for minutes in () if held.called_off else entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(minutes=-minutes))
        alarm.add("description", vText(entry.alarm or entry.summary))
        event.add_component(alarm)
    return event


def _times(entry: Entry) -> tuple[datetime, datetime]:
    """Start and end on the interview's own clock; in UTC where that clock shows a time twice."""
    held = entry.scheduled
    begins = to_utc(held.start, held.zone, held.fold)
    ends = begins + timedelta(minutes=held.minutes)
    if held.fold or held.zone == "UTC":
        return begins, ends
    zone = ZoneInfo(held.zone)
    there, until = begins.astimezone(zone), ends.astimezone(zone)
    return (begins, ends) if there.fold or until.fold else (there, until)
