"""Interviews as a calendar file: what others require of one, and what happens when they read it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from interview_coach.domain.calendar import Entry, Scheduled, sequence_of
from interview_coach.domain.kinds import InterviewKind, Mode
from interview_coach.exchange.calendar.writing import uid_of, write_calendar
from tests.exchange.calendar.files import NOW, understood

HELD = Scheduled(
    "019a-one", "Nørdlys & Sons; Ltd", "Writer, senior", InterviewKind.TECHNICAL,
    datetime(2026, 12, 1, 9, 30), "Europe/Berlin", 0, 45, Mode.VIDEO, "", "https://meet.example.com/a?b=1,2;c",
    ("Ada", "Björn"), called_off=False, made_at=NOW - timedelta(days=2), changed_at=NOW - timedelta(days=1),
)  # fmt: skip


def entry(held: Scheduled) -> Entry:
    return Entry(
        held, f"Interview: {held.title} at {held.company}", "With Ada\nJoin: x" * 20, "Soon"
    )


def written(*held: Scheduled) -> bytes:
    return write_calendar([entry(one) for one in held], NOW)


def read(data: bytes) -> Any:
    """It as another program's library reads it."""
    return Calendar.from_ical(data)


def events(data: bytes) -> list[Any]:
    return list(read(data).walk("VEVENT"))


def test_it_is_a_published_calendar_that_others_can_read() -> None:
    data = written(HELD)
    calendar = read(data)
    assert (calendar["VERSION"], calendar["METHOD"], calendar["CALSCALE"]) == ("2.0", "PUBLISH", "GREGORIAN")  # fmt: skip
    assert "Interview Coach" in calendar["PRODID"]
    (event,) = events(data)
    for needed in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"):
        assert needed in event
    assert event["UID"] == uid_of(HELD.id)
    assert str(event["SUMMARY"]) == "Interview: Writer, senior at Nørdlys & Sons; Ltd"
    assert event["DTSTART"].dt == datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=45)
    assert event["STATUS"] == "CONFIRMED"


def test_its_lines_are_as_the_standard_wants_them() -> None:
    data = written(HELD)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    # No letter is torn in two by a fold.
    for line in data.split(b"\r\n"):
        line.decode()


def test_it_brings_its_zone_along_with_the_changes_of_these_years() -> None:
    zones = list(read(written(HELD)).walk("VTIMEZONE"))
    assert [str(zone["TZID"]) for zone in zones] == ["Europe/Berlin"]
    parts = {part.name for part in zones[0].subcomponents}
    assert parts == {"STANDARD", "DAYLIGHT"}
    offsets = {part["TZOFFSETTO"].td for part in zones[0].subcomponents}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}


def test_several_alarms_ring_and_none_of_what_is_called_off() -> None:
    (event,) = events(written(HELD))
    triggers = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert triggers == [timedelta(days=-1), timedelta(hours=-1), timedelta(minutes=-10)]
    assert {str(alarm["ACTION"]) for alarm in event.walk("VALARM")} == {"DISPLAY"}
    (event,) = events(written(replace(HELD, called_off=True)))
    assert (str(event["STATUS"]), event.walk("VALARM")) == ("CANCELLED", [])


def test_a_change_is_newer_than_what_was_before_and_keeps_its_name() -> None:
    moved = replace(HELD, start=datetime(2026, 12, 2, 9), changed_at=NOW)
    (before,), (after,) = events(written(HELD)), events(written(moved))
    assert before["UID"] == after["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert sequence_of(replace(HELD, changed_at=HELD.made_at - timedelta(days=1))) == 0


@pytest.mark.parametrize(
    ("start", "zone", "fold", "at"),
    [
        # Shown twice by this clock: only UTC can say which.
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", 1, datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", 0, datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2026, 7, 1, 9), "UTC", 0, datetime(2026, 7, 1, 9, tzinfo=UTC)),
        (datetime(2026, 7, 1, 9), "Asia/Kolkata", 0, datetime(2026, 7, 1, 3, 30, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_the_instant_is_right_in_every_zone(
    start: datetime, zone: str, fold: int, at: datetime
) -> None:
    held = replace(HELD, start=start, zone=zone, fold=fold)
    data = written(held)
    (event,) = events(data)
    assert event["DTSTART"].dt.astimezone(UTC) == at
    (again,) = understood(data).events
    assert again.start_at == at


def test_what_was_written_is_understood_again_field_by_field() -> None:
    later = replace(HELD, id="019a-two", start=datetime(2026, 12, 3, 15), zone="America/New_York")
    data = written(HELD, later, replace(HELD, id="019a-three", called_off=True))
    found = {event.uid: event for event in understood(data).events}
    assert len(found) == 3
    one = found[uid_of("019a-one")]
    assert (one.start, one.zone, one.minutes) == (HELD.start, "Europe/Berlin", 45)
    assert one.proposal.link == HELD.link
    assert (one.proposal.company, one.proposal.title) == ("Nørdlys & Sons; Ltd", "Writer, senior")
    assert found[uid_of("019a-two")].zone == "America/New_York"
    assert found[uid_of("019a-three")].cancelled


def test_none_is_a_calendar_too_and_writing_can_be_stopped() -> None:
    assert read(written()).walk("VEVENT") == []

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_calendar([entry(HELD)], NOW, stop)
