"""Calendar files as a format that can be read: invitations of Google, Outlook, Zoom, Calendly, any other.

At most 5 MB and 5,000 events, the near repetitions of a hundred recurring ones. Of each event is kept
what an interview needs; alarms, pictures and whatever else a file brings are passed over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from interview_coach.domain.calendar import CalendarEvent, CalendarFile, Invitation, ZoneDoubt
from interview_coach.domain.incoming import Refused, Told
from interview_coach.domain.zones import to_utc
from interview_coach.exchange.calendar.lines import Component, components, text_of
from interview_coach.exchange.calendar.people import named
from interview_coach.exchange.calendar.proposing import plain_text, propose
from interview_coach.exchange.calendar.times import Moment, length, moment, repetitions
from interview_coach.exchange.calendar.zones import iana_name, own_zones
from interview_coach.exchange.recognise import Head

KIND = "calendar"
LARGEST = 5 * 1024 * 1024
MOST_EVENTS = 5_000
MOST_RECURRING = 100
# Its work is bounded by the limits above; no library sees the file as a whole.
APART = None
_LONGEST_LINE = 400
# Stands where a file names no time; it is never shown.
_NEVER = datetime.fromisoformat("9999-12-31")


def recognises(head: Head) -> bool:
    """Whether it begins a calendar, whatever it is called."""
    return head.text[:200].upper().startswith("BEGIN:VCALENDAR")


def read(data: bytes, _name: str, told: Told) -> CalendarFile:
    """The events of a calendar. Raises `Refused`: empty when there are none."""
    return read_at(data, datetime.now(UTC), told)


def read_at(data: bytes, now: datetime, told: Told) -> CalendarFile:
    """The events of a calendar, its repetitions those that are near `now`."""
    if len(data) > LARGEST:
        raise Refused("too_large", limit=LARGEST)
    told(0, 0)
    calendars, cut = components(text_of(data), MOST_EVENTS)
    if not calendars:
        raise Refused("not_understood")
    reading = _Reading(now, told, sum(len(one.parts) for one in calendars))
    for calendar in calendars:
        reading.calendar(calendar)
    if not reading.events:
        raise Refused("empty")
    first = calendars[0]
    found = sorted(_newest(reading.events), key=_order)
    return CalendarFile(
        tuple(found),
        _line(first.text("X-WR-CALNAME")),
        _line(first.text("METHOD")).upper(),
        cut,
    )


def _order(event: CalendarEvent) -> tuple[datetime, str, str]:
    return event.start or _NEVER, event.uid, event.invitation.occurrence


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_LINE]


def _newest(events: Sequence[CalendarEvent]) -> list[CalendarEvent]:
    """Of several versions of one event the one that was changed last."""
    found: dict[tuple[str, str], CalendarEvent] = {}
    for event in events:
        key = (event.uid, event.invitation.occurrence)
        before = found.get(key)
        if before is None or before.invitation.sequence <= event.invitation.sequence:
            found[key] = event
    return list(found.values())


class _Reading:
    """Reads one file, event by event."""

    def __init__(self, now: datetime, told: Told, total: int) -> None:
        self.events: list[CalendarEvent] = []
        self._now = now
        self._told = told
        self._total = max(total, 1)
        self._done = 0
        self._recurring = 0

    def calendar(self, calendar: Component) -> None:
        """All events of one calendar."""
        own = own_zones(calendar.parts)
        home = iana_name(calendar.text("X-WR-TIMEZONE"))
        if not home and len(own) == 1:
            home = iana_name(next(iter(own)))
        cancelled = calendar.text("METHOD").upper() == "CANCEL"
        events = [part for part in calendar.parts if part.name == "VEVENT"]
        moved = {
            (event.text("UID"), stamp)
            for event in events
            if (stamp := _occurrence(event, own, home))
        }
        for event in events:
            self._done += 1
            if self._done % 20 == 0:
                self._told(self._done, self._total)
            self._event(event, own, home, moved, cancelled=cancelled)

    def _event(
        self,
        event: Component,
        own: Mapping[str, Component],
        home: str,
        moved: set[tuple[str, str]],
        *,
        cancelled: bool,
    ) -> None:
        started = event.first("DTSTART")
        begins = moment(started, own, home) if started is not None else None
        if begins is None:
            self.events.append(
                _Understood(event, None, None, cancelled=cancelled).at(None, "", repeats=False)
            )
            return
        read = _Understood(event, begins, length(event, begins, own, home), cancelled=cancelled)
        own_occurrence = _occurrence(event, own, home)
        repeats = bool(event.text("RRULE")) and not own_occurrence
        if not repeats or self._recurring >= MOST_RECURRING:
            self.events.append(read.at(begins, own_occurrence, repeats=repeats))
            return
        self._recurring += 1
        self._told(self._done, self._total)
        for wall in repetitions(event, begins, own, home, self._now):
            again = _shifted(begins, wall)
            if (read.uid, again.stamp) not in moved:
                self.events.append(read.at(again, again.stamp, repeats=True))


def _occurrence(event: Component, own: Mapping[str, Component], home: str) -> str:
    found = event.first("RECURRENCE-ID")
    meant = moment(found, own, home) if found is not None else None
    return meant.stamp if meant is not None else ""


def _shifted(begins: Moment, wall: datetime) -> Moment:
    """The same clock at another of its times."""
    at: datetime | None = None
    if begins.zone:
        at = to_utc(wall, begins.zone)
    elif begins.at is not None:
        at = begins.at + (wall - begins.wall)
    return Moment(wall, begins.zone, at, begins.doubt, begins.zone_name, begins.utc)


class _Understood:
    """What is the same for all repetitions of an event."""

    def __init__(
        self, event: Component, begins: Moment | None, minutes: int | None, *, cancelled: bool
    ) -> None:
        self._event = event
        self._minutes = minutes
        self._cancelled = cancelled or event.text("STATUS").upper() == "CANCELLED"
        self._summary = _line(event.text("SUMMARY"))
        self._description = plain_text(event.text("DESCRIPTION"))
        self._who = named(event)
        self._proposal = propose(event, self._summary, self._description, self._who)
        self.uid = _line(event.text("UID")) or self._made_name(begins)
        self._sequence = _number(event.text("SEQUENCE"))

    def _made_name(self, begins: Moment | None) -> str:
        """Without a name of its own an event is known by what it says."""
        said = "\n".join([self._summary, self._description, begins.stamp if begins else ""])
        return f"{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:32]}@no-uid"

    def at(self, begins: Moment | None, occurrence: str, *, repeats: bool) -> CalendarEvent:
        """The event at this time."""
        when = begins or Moment(_NEVER, doubt=ZoneDoubt.NO_START)
        return CalendarEvent(
            invitation=Invitation(self.uid, occurrence, self._sequence).cleaned(),
            summary=self._summary,
            description=self._description,
            location=_line(self._event.text("LOCATION")),
            start=when.wall.replace(second=0) if begins is not None else None,
            zone=when.zone,
            start_at=when.at,
            minutes=self._minutes,
            doubt=when.doubt,
            zone_name=_line(when.zone_name),
            cancelled=self._cancelled,
            repeats=repeats,
            people=self._who.people,
            others=self._who.others,
            scheduler=self._who.scheduler,
            proposal=self._proposal,
        )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def describe(what: CalendarFile) -> dict[str, Any]:
    """Each event, field by field; a time whose zone has to be asked for has no instant."""
    return {
        "calendar": what.name,
        "method": what.method,
        "events_beyond_the_limit": what.cut,
        "events": [_described(event) for event in what.events],
    }


def _described(event: CalendarEvent) -> dict[str, Any]:
    ends = None
    if event.start_at is not None and event.minutes is not None:
        ends = (event.start_at + timedelta(minutes=event.minutes)).isoformat()
    return {
        **asdict(event.invitation),
        "summary": event.summary,
        "location": event.location,
        "description": event.description,
        "start": event.start.isoformat(timespec="minutes") if event.start else None,
        "zone": event.zone or None,
        "zone_in_file": event.zone_name or None,
        "starts_at": event.start_at.isoformat() if event.start_at is not None else None,
        "ends_at": ends,
        "minutes": event.minutes,
        "to_ask": event.doubt.value if event.doubt is not None else None,
        "all_day": event.doubt is ZoneDoubt.NO_TIME,
        "cancelled": event.cancelled,
        "repeats": event.repeats,
        "organised_by_a_scheduler": event.scheduler,
        "others_invited": event.others,
        "proposed": {
            **asdict(event.proposal),
            "interviewers": [asdict(person) for person in event.people],
        },
    }
