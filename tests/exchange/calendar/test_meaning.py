"""What an event may mean: whom it names, the company, the role, the link in any of its places."""

from __future__ import annotations

import pytest

from interview_coach.domain.kinds import InterviewKind, Mode
from tests.exchange.calendar.files import (
    CALENDLY,
    GOOGLE,
    OUTLOOK,
    ZOOM,
    event_of,
    one_event,
    understood,
)

START = "DTSTART;TZID=Europe/Berlin:20261201T090000"
ACME = "ORGANIZER;CN=Ada Lind:mailto:ada@acme-works.example"


def test_google() -> None:
    found = event_of(GOOGLE)
    said = found.proposal
    assert (said.company, said.company_from) == ("Tidewater Energy", "summary")
    assert (said.title, said.kind) == ("Data Engineer", InterviewKind.TECHNICAL)
    assert (said.mode, said.link) == (Mode.VIDEO, "https://meet.google.com/abc-defg-hij")
    # A name that is only an address is read from it; a room and the candidate sit opposite nobody.
    assert [p.name for p in found.people] == ["Noor Haddad", "Yusuf Demir"]
    assert [p.organiser for p in found.people] == [True, False]
    assert found.others == 1
    assert found.description.startswith("Hi Alex,\nsee you there; bring questions.")
    assert (found.uid, found.invitation.sequence) == ("4k2j5h6g7f8d9s0a@google.com", 1)


def test_outlook() -> None:
    found = event_of(OUTLOOK)
    said = found.proposal
    assert (said.company, said.kind) == ("Brightwater", InterviewKind.FINAL)
    assert said.link == "https://teams.microsoft.com/l/meetup-join/skype"
    assert (said.mode, said.place) == (Mode.VIDEO, "")
    assert [p.name for p in found.people] == ["Fontaine, Léa", "Feldmann, Nora"]


def test_zoom_arranges_and_sits_opposite_nobody() -> None:
    found = event_of(ZOOM)
    assert found.scheduler
    assert found.people == ()
    assert found.proposal.company == "Kestrel Maps"
    assert found.proposal.link == "https://us02web.zoom.us/j/94512345678?pwd=abc"
    assert found.proposal.place == ""


def test_calendly_arranges_and_the_host_is_among_the_attendees() -> None:
    found = event_of(CALENDLY)
    assert found.scheduler
    assert [p.name for p in found.people] == ["Ida"] or [p.name for p in found.people] == ["Ida Sand"]  # fmt: skip
    said = found.proposal
    assert (said.company, said.company_from) == ("Sorrel Foods", "attendees")
    assert (said.mode, said.place, said.link) == (Mode.PHONE, "+49 30 1234567", "")
    assert said.kind is InterviewKind.PHONE_SCREEN


@pytest.mark.parametrize(
    ("summary", "company", "title"),
    [
        ("Interview: Senior Data Engineer at Northwind Robotics", "Northwind Robotics", "Senior Data Engineer"),
        ("Northwind Robotics interview", "Northwind Robotics", ""),
        ("Northwind Robotics - Technical Interview", "Northwind Robotics", ""),
        ("Interview with Northwind Robotics (video)", "Northwind Robotics", ""),
        ("Job interview with Northwind for Data Engineer", "Northwind", "Data Engineer"),
        ("Northwind <> Alex Moreau", "Northwind", ""),
        ("Invitation: Data Engineer @ Northwind | round 2", "Northwind", "Data Engineer"),
        # What names no company is not one; then the organiser's address says something.
        ("Interview", "Acme Works", ""),
        ("Phone interview", "Acme Works", ""),
        ("Final interview", "Acme Works", ""),
        ("Interview with Ada Lind", "Acme Works", ""),
        ("Catch up", "Acme Works", ""),
        ("", "Acme Works", ""),
    ],
)  # fmt: skip
def test_company_and_role_in_a_summary(summary: str, company: str, title: str) -> None:
    said = event_of(one_event(START, ACME, f"SUMMARY:{summary}")).proposal
    assert (said.company, said.title) == (company, title)


def test_without_a_word_about_it_nothing_is_proposed() -> None:
    found = event_of(one_event(START, "SUMMARY:Interview", "ORGANIZER:mailto:kim@gmail.com"))
    assert (found.proposal.company, found.proposal.company_from) == ("", "")
    # Whoever arranged it privately is a person all the same.
    assert [p.name for p in found.people] == ["Kim"]


LINK = "https://meet.example.com/room-1"


@pytest.mark.parametrize(
    "lines",
    [
        [f"LOCATION:{LINK}"],
        [f"LOCATION:Room 4 ({LINK})"],
        [f"DESCRIPTION:See https://acme.example/about\\nJoin: {LINK}."],
        [f"DESCRIPTION:<a href=\"{LINK}\">Join</a>"],
        [f"X-GOOGLE-CONFERENCE:{LINK}"],
        [f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{LINK}"],
        ["CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+4930123456", f"CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Join:{LINK}"],
        [f"URL:{LINK}"],
    ],
)  # fmt: skip
def test_the_link_is_found_in_any_of_its_places(lines: list[str]) -> None:
    assert event_of(one_event(START, *lines)).proposal.link == LINK


@pytest.mark.parametrize(
    "lines",
    [
        ["DESCRIPTION:Read https://acme.example/about first"],
        ["URL:https://calendar.example.com/events/5"],
        ["LOCATION:javascript:alert(1)"],
        ["X-GOOGLE-CONFERENCE:file:///etc/passwd"],
    ],
)
def test_what_leads_to_no_meeting_is_no_link(lines: list[str]) -> None:
    assert event_of(one_event(START, *lines)).proposal.link == ""


@pytest.mark.parametrize(
    ("location", "mode", "place"),
    [
        ("Hauptstraße 5\\, 10115 Berlin", Mode.ON_SITE, "Hauptstraße 5, 10115 Berlin"),
        ("Phone call", Mode.PHONE, "Phone call"),
        ("+1 (212) 555-0101", Mode.PHONE, "+1 (212) 555-0101"),
        ("Zoom", Mode.VIDEO, ""),
        ("Google Meet", Mode.VIDEO, ""),
        ("online", Mode.VIDEO, ""),
        ("", Mode.VIDEO, ""),
    ],
)
def test_how_and_where(location: str, mode: Mode, place: str) -> None:
    said = event_of(one_event(START, f"LOCATION:{location}")).proposal
    assert (said.mode, said.place) == (mode, place)


@pytest.mark.parametrize(
    ("around", "line", "off"),
    [
        ("METHOD:CANCEL\n", "STATUS:CONFIRMED", True),
        ("METHOD:REQUEST\n", "STATUS:CANCELLED", True),
        ("METHOD:REQUEST\n", "STATUS:TENTATIVE", False),
        ("", "SEQUENCE:2", False),
    ],
)
def test_cancelled_by_the_method_or_the_status(around: str, line: str, off: bool) -> None:
    assert event_of(one_event(START, line, around=around)).cancelled == off


def test_of_two_versions_the_later_one_holds() -> None:
    older = one_event(START, "SEQUENCE:3", "SUMMARY:later")
    both = older.replace(
        "END:VCALENDAR",
        f"BEGIN:VEVENT\nUID:a@example.com\n{START}\nSEQUENCE:1\nSUMMARY:earlier\nEND:VEVENT\nEND:VCALENDAR",
    )
    (found,) = understood(both).events
    assert (found.summary, found.invitation.sequence) == ("later", 3)


def test_folded_escaped_and_quoted_text_is_whole() -> None:
    text = one_event(
        START,
        "SUMMARY:Gespräch bei Mül",
        ' lerhaus\\; Runde 2\\, \\"Case\\" \\\\ mehr',
        'DESCRIPTION;ALTREP="data:text/html,a:b;c":First\\nsecond\\Nthird',
    )
    found = event_of(text)
    assert found.summary == 'Gespräch bei Müllerhaus; Runde 2, "Case" \\ mehr'
    assert found.description == "First\nsecond\nthird"


def test_folds_in_the_middle_of_a_character_and_with_a_tab() -> None:
    data = one_event(START, "SUMMARY:Gesprä", "\tch").replace("\n", "\r\n").encode()
    whole = data.replace(b"\xc3\xa4", b"\xc3\r\n \xa4")
    assert event_of(whole).summary == "Gespräch"


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings(coding: str) -> None:
    text = one_event(START, "SUMMARY:Gespräch mit Müller").replace("\n", "\r\n")
    assert event_of(text.encode(coding)).summary == "Gespräch mit Müller"


def test_a_line_break_that_should_have_been_escaped_belongs_to_the_text() -> None:
    found = event_of(one_event(START, "DESCRIPTION:Dear Alex,", "see you on Tuesday", "SUMMARY:x"))
    assert found.description == "Dear Alex,\nsee you on Tuesday"
    assert found.summary == "x"
