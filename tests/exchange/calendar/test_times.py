"""When an event is: by IANA and Windows names, by the file's own zone, floating, all day, repeated."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from interview_coach.domain.calendar import ZoneDoubt
from tests.exchange.calendar.files import BERLIN, NOW, OUTLOOK, event_of, one_event, understood

NINE = datetime(2026, 12, 1, 9)


@pytest.mark.parametrize(
    ("line", "zone", "at"),
    [
        ("DTSTART;TZID=Europe/Berlin:20261201T090000", "Europe/Berlin", 8),
        ("DTSTART;TZID=/example.org/20260101_1/America/New_York:20261201T090000", "America/New_York", 14),
        ("DTSTART;TZID=Tokyo Standard Time:20261201T090000", "Asia/Tokyo", 0),
        ("DTSTART;TZID=tokyo standard time:20261201T090000", "Asia/Tokyo", 0),
        ('DTSTART;TZID="India Standard Time":20261201T090000', "Asia/Kolkata", 3.5),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20261201T090000", "UTC", 9),
        ("DTSTART;TZID=America/Argentina/Buenos_Aires:20261201T090000", "America/Argentina/Buenos_Aires", 12),
    ],
)  # fmt: skip
def test_a_zone_that_is_known(line: str, zone: str, at: float) -> None:
    found = event_of(one_event(line))
    assert (found.start, found.zone, found.doubt) == (NINE, zone, None)
    hours = int(at)
    assert found.start_at == datetime(2026, 12, 1, hours, round((at - hours) * 60), tzinfo=UTC)


@pytest.mark.parametrize(
    "name",
    [
        "Customized Time Zone", "Mars/Olympus", "X" * 5000, "../../etc/passwd", "", "Foo Standard Time",
        "(UTC+01:00) Amsterdam, Berlin",
    ],
)  # fmt: skip
def test_a_zone_that_nobody_knows_is_asked_for_and_never_utc(name: str) -> None:
    found = event_of(one_event(f'DTSTART;TZID="{name}":20261201T090000'))
    assert (found.start, found.zone, found.start_at) == (NINE, "", None)
    assert found.doubt is (ZoneDoubt.UNKNOWN if name else ZoneDoubt.FLOATING)


def test_floating_and_all_day_are_asked_for() -> None:
    floating = event_of(one_event("DTSTART:20261201T090000"))
    assert (floating.start, floating.start_at, floating.doubt) == (NINE, None, ZoneDoubt.FLOATING)
    whole = event_of(one_event("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"))
    assert (whole.start, whole.minutes, whole.doubt) == (
        datetime(2026, 12, 1), None, ZoneDoubt.NO_TIME,
    )  # fmt: skip


@pytest.mark.parametrize("line", ["DTSTART:rubbish", "DTSTART:20261341T990000", "DTSTART:00010101T000000", "SUMMARY:x"])  # fmt: skip
def test_an_event_without_a_time_is_there_all_the_same(line: str) -> None:
    found = event_of(one_event(line))
    assert (found.start, found.doubt) == (None, ZoneDoubt.NO_START)


@pytest.mark.parametrize(
    ("day", "hour"), [("20260115", 9), ("20260715", 8), ("20261025", 9), ("20260329", 8)]
)
def test_a_windows_zone_is_what_the_file_says_it_is(day: str, hour: int) -> None:
    zone = BERLIN.format(name="W. Europe Standard Time")
    found = event_of(one_event(f"DTSTART;TZID=W. Europe Standard Time:{day}T100000", before=zone))
    assert found.zone == "Europe/Berlin"
    assert found.start_at is not None
    assert found.start_at.hour == hour


def test_the_file_s_own_zone_wins_over_what_others_mean_by_its_name() -> None:
    # Somebody's "Eastern Standard Time" that goes like Berlin's clock.
    zone = BERLIN.format(name="Eastern Standard Time")
    found = event_of(one_event("DTSTART;TZID=Eastern Standard Time:20261201T090000", before=zone))
    assert (found.zone, found.doubt) == ("", None)
    assert found.start_at == datetime(2026, 12, 1, 8, tzinfo=UTC)
    custom = BERLIN.format(name="Customized Time Zone")
    found = event_of(one_event("DTSTART;TZID=Customized Time Zone:20260701T090000", before=custom))
    assert found.start_at == datetime(2026, 7, 1, 7, tzinfo=UTC)


def test_a_zone_without_rules_and_one_that_names_its_place() -> None:
    fixed = (
        "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    found = event_of(one_event("DTSTART;TZID=Ours:20261201T090000", before=fixed))
    assert found.start_at == datetime(2026, 12, 1, 3, 30, tzinfo=UTC)
    placed = fixed.replace("TZID:Ours", "TZID:Ours\nX-LIC-LOCATION:Europe/Oslo")
    found = event_of(one_event("DTSTART;TZID=Ours:20261201T090000", before=placed))
    assert found.zone == "Europe/Oslo"


def test_a_zone_whose_rules_cannot_be_read_is_no_zone() -> None:
    broken = BERLIN.format(name="Ours").replace("+0100", "soon")
    found = event_of(one_event("DTSTART;TZID=Ours:20261201T090000", before=broken))
    assert (found.start_at, found.doubt) == (None, ZoneDoubt.UNKNOWN)
    # A Windows name has the map of the CLDR left.
    broken = BERLIN.format(name="Tokyo Standard Time").replace("+0100", "soon")
    found = event_of(one_event("DTSTART;TZID=Tokyo Standard Time:20261201T090000", before=broken))
    assert found.zone == "Asia/Tokyo"


def test_an_instant_is_shown_by_the_file_s_own_clock_where_it_has_one() -> None:
    found = event_of(one_event("DTSTART:20261201T080000Z", around="X-WR-TIMEZONE:Europe/Berlin\n"))
    assert (found.start, found.zone) == (NINE, "Europe/Berlin")
    found = event_of(one_event("DTSTART:20261201T080000Z"))
    assert (found.zone, found.doubt) == ("", None)
    assert found.start_at == datetime(2026, 12, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (["DTEND;TZID=Europe/Berlin:20261201T094500"], 45),
        (["DTEND:20261201T090000Z"], 60),
        (["DURATION:PT1H30M"], 90),
        (["DURATION:P1D"], 1440),
        (["DURATION:nonsense"], None),
        (["DURATION:-PT1H"], None),
        (["DTEND;TZID=Europe/Berlin:20261201T080000"], None),
        (["DTEND;TZID=Europe/Berlin:20271201T080000"], None),
        ([], None),
    ],
)
def test_how_long_it_takes(lines: list[str], minutes: int | None) -> None:
    found = event_of(one_event("DTSTART;TZID=Europe/Berlin:20261201T090000", *lines))
    assert found.minutes == minutes


def test_the_near_repetitions_of_what_repeats() -> None:
    weekly = one_event(
        "DTSTART;TZID=Europe/Berlin:20260302T100000",
        "DTEND;TZID=Europe/Berlin:20260302T104500",
        "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261215T000000Z",
        "EXDATE;TZID=Europe/Berlin:20261130T100000",
    )
    found = understood(weekly).events
    assert [e.start for e in found] == [datetime(2026, 11, 23, 10), datetime(2026, 12, 7, 10), datetime(2026, 12, 14, 10)]  # fmt: skip
    assert {e.uid for e in found} == {"a@example.com"}
    assert found[0].invitation.occurrence == "20261123T100000"
    assert all(e.repeats and e.minutes == 45 for e in found)
    # The clock is followed over the change to winter time, not the distance from UTC.
    assert found[0].start_at == datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_one_of_them_that_moved_stands_where_it_moved_to() -> None:
    text = one_event("DTSTART:20261123T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3").replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\nUID:a@example.com\nRECURRENCE-ID:20261130T090000Z\n"
        "DTSTART:20261201T150000Z\nSEQUENCE:2\nEND:VEVENT\nEND:VCALENDAR",
    )
    found = understood(text).events
    assert [e.start for e in found] == [
        datetime(2026, 11, 23, 9), datetime(2026, 12, 1, 15), datetime(2026, 12, 7, 9),
    ]  # fmt: skip
    assert found[1].invitation.occurrence == "20261130T090000Z"
    assert found[1].invitation.sequence == 2


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYMONTH=13", "FREQ=WEEKLY;COUNT=999999999", "nonsense",
        "FREQ=DAILY;UNTIL=99999999", "FREQ=YEARLY;BYDAY=54MO", "FREQ=DAILY;BYSETPOS=1",
    ],
)  # fmt: skip
def test_a_rule_that_would_never_end_ends(rule: str) -> None:
    found = understood(one_event("DTSTART:19900101T090000Z", f"RRULE:{rule}")).events
    assert 1 <= len(found) <= 12


def test_what_is_over_for_long_is_its_last_time() -> None:
    found = event_of(one_event("DTSTART:20200101T090000Z", "RRULE:FREQ=DAILY;COUNT=3"))
    assert found.start == datetime(2020, 1, 3, 9)
    assert found.start < NOW.replace(tzinfo=None)


def test_outlook_s_invitation_as_a_whole() -> None:
    found = event_of(OUTLOOK)
    assert (found.start, found.zone, found.minutes) == (datetime(2026, 12, 2, 10), "Europe/Berlin", 90)  # fmt: skip
    assert found.zone_name == "W. Europe Standard Time"
