"""Hostile and broken calendar files: refused with a code, or read as far as they can be; never a hang."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.domain.calendar import LARGEST_SEQUENCE, CalendarFile, check_invitation
from interview_coach.domain.incoming import Refused, unheard
from interview_coach.exchange import recognise
from interview_coach.exchange.calendar import reading
from tests.exchange.calendar.files import (
    BERLIN,
    CALENDLY,
    GOOGLE,
    NOW,
    OUTLOOK,
    ZOOM,
    event_of,
    one_event,
    understood,
)

START = "DTSTART;TZID=Europe/Berlin:20261201T090000"


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as error:
        recognise.read_bytes(data, "x.ics")
    return error.value.code


def test_the_door_knows_it_by_how_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "invite.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\n" + GOOGLE.encode())
    found = recognise.read(path)
    assert (found.kind, len(found.what.events)) == ("calendar", 1)
    told = recognise.describe(found)
    assert json.loads(json.dumps(told)) == told
    first = told["understood"]["events"][0]
    assert first["proposed"]["company"] == "Tidewater Energy"
    assert first["proposed"]["interviewers"][0]["name"] == "Noor Haddad"
    assert (first["starts_at"], first["to_ask"]) == ("2026-12-01T13:00:00+00:00", None)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "empty"),
        (b"BEGIN:VCALENDAR" + b" " * (5 << 20) + b"x", "too_large"),
    ],
)
def test_what_is_refused_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_five_thousand_events_are_read_and_the_rest_is_counted() -> None:
    event = f"BEGIN:VEVENT\nUID:{{}}\n{START}\nEND:VEVENT\n"
    text = "BEGIN:VCALENDAR\n" + "".join(event.format(n) for n in range(5_020)) + "END:VCALENDAR\n"
    found = understood(text)
    assert (len(found.events), found.cut) == (5_000, 20)


def test_reading_says_how_far_it_is_and_can_be_stopped() -> None:
    event = f"BEGIN:VEVENT\nUID:{{}}\n{START}\nEND:VEVENT\n"
    text = "BEGIN:VCALENDAR\n" + "".join(event.format(n) for n in range(400)) + "END:VCALENDAR\n"
    steps: list[tuple[int, int]] = []

    def told(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reading.read_at(text.encode(), NOW, told)
    assert steps[-1] == (60, 400)


def test_nesting_and_wrong_ends_lead_nobody_astray() -> None:
    deep = "BEGIN:VCALENDAR\n" + "BEGIN:VALARM\n" * 5_000 + "BEGIN:VEVENT\n"
    with pytest.raises(Refused):
        understood(deep)
    odd = (
        f"BEGIN:VCALENDAR\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\n{START}\nEND:VTIMEZONE\nEND:VCALENDAR\n"
    )
    assert event_of(odd).uid == "1"
    # A file that stops in the middle.
    assert event_of(GOOGLE[: GOOGLE.index("STATUS")]).uid == "4k2j5h6g7f8d9s0a@google.com"


def test_endless_lines_and_crowds_are_cut() -> None:
    crowd = [f"ATTENDEE;CN=P{n}:mailto:p{n}@acme.example" for n in range(3_000)]
    found = event_of(one_event(START, "SUMMARY:" + "y" * 500_000, "DESCRIPTION:" + "z" * 2_000_000, *crowd))  # fmt: skip
    assert len(found.summary) <= 400
    assert len(found.description) <= 20_000
    assert len(found.people) == 60
    assert found.others > 0


def test_a_name_that_the_store_would_refuse_is_made_to_fit() -> None:
    found = event_of(one_event("SEQUENCE:99999999999").replace("a@example.com", "u" * 3000))
    assert check_invitation(found.invitation) == []
    assert found.invitation.sequence <= LARGEST_SEQUENCE
    # Two events without a name do not become one.
    text = one_event(START, "SUMMARY:one").replace("UID:a@example.com\n", "")
    other = text.replace("SUMMARY:one", "SUMMARY:two")
    assert event_of(text).uid == event_of(text).uid != event_of(other).uid


PIECES = [
    *GOOGLE.splitlines(), *OUTLOOK.splitlines(), *ZOOM.splitlines(), *CALENDLY.splitlines(),
    *BERLIN.splitlines(), "RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "RECURRENCE-ID:20261201T090000Z", "DURATION:P9999999W", "DTEND:99991231T235959Z", "EXDATE:x,y,,",
    "DTSTART;TZID=Customized Time Zone:20261201T090000", "ATTENDEE;CN=\"a\";CN=b:mailto:", "ORGANIZER:",
]  # fmt: skip
LINES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=60)), max_size=60)


def survives(data: bytes) -> None:
    try:
        found = reading.read_at(data, NOW, unheard)
    except Refused:
        return
    assert isinstance(found, CalendarFile)
    json.dumps(reading.describe(found), ensure_ascii=False).encode("utf-8", "replace")
    for event in found.events:
        assert check_invitation(event.invitation) == []
        assert event.start_at is None or event.start_at.tzinfo is not None
        assert event.minutes is None or 0 < event.minutes <= 1440


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_any_lines_at_all(lines: list[str]) -> None:
    survives(("BEGIN:VCALENDAR\n" + "\r\n".join(lines)).encode("utf-8", "replace"))


@given(st.binary(max_size=400), st.sampled_from([GOOGLE, OUTLOOK, CALENDLY]), st.integers(0, 1500))
@settings(max_examples=150, deadline=None)
def test_any_bytes_anywhere_in_a_sound_file(noise: bytes, text: str, place: int) -> None:
    whole = text.encode()
    survives(whole[:place] + noise + whole[place:])


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_words_of_a_summary(summary: str) -> None:
    escaped = summary.replace("\\", "\\\\").replace("\n", "\\n")
    survives(one_event(START, f"SUMMARY:{escaped}", f"DESCRIPTION:{escaped}").encode("utf-8", "replace"))  # fmt: skip
