"""A week with five interviews in three zones, over the night when clocks go back."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.trouble import Invalid
from interview_coach.store import interview, interviews, today
from tests.journeys.person import Person
from tests.stores import Clock

# In 2026 clocks go back in Europe on 25 October and in America on 1 November.
WEEK = (
    ("Halden Bank", datetime(2026, 10, 23, 10, 0), "Europe/London", "2026-10-23T09:00"),
    ("Northwind", datetime(2026, 10, 24, 15, 0), "Europe/Berlin", "2026-10-24T13:00"),
    ("Kestrel Maps", datetime(2026, 10, 26, 9, 30), "Europe/London", "2026-10-26T09:30"),
    ("Beacon Street", datetime(2026, 10, 26, 10, 0), "America/New_York", "2026-10-26T14:00"),
    ("Brightwater", datetime(2026, 10, 27, 15, 0), "Europe/Berlin", "2026-10-27T14:00"),
)


def test_five_interviews_in_three_zones(person: Person, clock: Clock) -> None:
    clock.now = datetime(2026, 10, 22, 18, 0, tzinfo=UTC)
    person.start()
    person.click("Not now")
    for company, start, zone, _utc in reversed(WEEK):
        person.desk.do(
            interview.add_interview, InterviewDraft(company, "Data Engineer", start, zone)
        )
    listed = person.desk.ask(interviews.interview_list).upcoming
    assert [row.company for row in listed] == [company for company, *_ in WEEK]
    begins = [
        f"{person.desk.ask(interviews.interview_head, row.id).start_at:%Y-%m-%dT%H:%M}"
        for row in listed
    ]
    assert begins == [utc for *_, utc in WEEK]
    person.window.navigator.open("today")
    person.wait_to_see("Halden Bank")
    person.wait_to_see("for you")
    person.window.navigator.open("interviews")
    for company, *_ in WEEK:
        person.wait_to_see(company)
    # Day by day the next one moves up, whatever the clocks do.
    for company, _start, _zone, utc in WEEK:
        clock.now = datetime.fromisoformat(utc).replace(tzinfo=UTC)
        found = person.desk.ask(today.today, ZoneInfo("Europe/Berlin"))
        assert found.next_up is not None
        assert found.next_up.company == company


def test_a_time_that_comes_twice_is_asked_for(person: Person, clock: Clock) -> None:
    clock.now = datetime(2026, 10, 22, 18, 0, tzinfo=UTC)
    person.start()
    person.click("Not now")
    twice = InterviewDraft("Night Shift", "Nurse", datetime(2026, 10, 25, 2, 30), "Europe/Berlin")
    with pytest.raises(Invalid) as refused:
        person.desk.do(interview.add_interview, twice)
    assert [c.code for c in refused.value.complaints] == ["repeated_time"]
    skipped = InterviewDraft("Night Shift", "Nurse", datetime(2027, 3, 28, 2, 30), "Europe/Berlin")
    with pytest.raises(Invalid) as refused:
        person.desk.do(interview.add_interview, skipped)
    assert [c.code for c in refused.value.complaints] == ["skipped_time"]
    assert not person.desk.ask(interviews.interview_list).upcoming
