"""Drafts of interviews: every complaint about them, and which links a click may open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.interview import (
    LINK_SCHEMES,
    LONGEST_MINUTES,
    InterviewDraft,
    Interviewer,
    OpportunityDraft,
    check_interview,
    check_opportunity,
    check_times,
    ends_at,
    is_link,
    link_address,
)
from interview_coach.domain.text import LINE_LIMIT, TEXT_LIMIT

START = datetime(2026, 11, 24, 14, 0)
SOUND = InterviewDraft("Halden Bank", "Analytics Lead", START, "Europe/Berlin")
LONG = "x" * (LINE_LIMIT + 1)
ENDLESS = "x" * (TEXT_LIMIT + 1)


def wrong(draft: InterviewDraft) -> list[tuple[str, str]]:
    return [(c.field, c.code) for c in check_interview(draft.cleaned())]


@pytest.mark.parametrize(
    ("changed", "complaints"),
    [
        ({}, []),
        ({"company": ""}, [("company", "missing")]),
        ({"company": " \n\x00"}, [("company", "missing")]),
        ({"company": LONG}, [("company", "too_long")]),
        ({"title": "\t"}, [("title", "missing")]),
        ({"title": LONG}, [("title", "too_long")]),
        ({"minutes": 0}, [("minutes", "ends_before_start")]),
        ({"minutes": -5}, [("minutes", "ends_before_start")]),
        ({"minutes": 1}, []),
        ({"minutes": LONGEST_MINUTES}, []),
        ({"minutes": LONGEST_MINUTES + 1}, [("minutes", "too_many_minutes")]),
        ({"start": datetime(1989, 12, 31, 23, 59)}, [("start", "odd_year")]),
        ({"start": datetime(1990, 1, 1)}, []),
        ({"start": datetime(2100, 12, 31, 23, 59)}, []),
        ({"start": datetime(2101, 1, 1)}, [("start", "odd_year")]),
        # The edges of what a date can be lie outside what a zone can turn.
        ({"start": datetime(1, 1, 1)}, [("start", "odd_year")]),
        ({"start": datetime(9999, 12, 31, 23, 59, 59)}, [("start", "odd_year")]),
        ({"zone": "Atlantis"}, [("zone", "unknown_zone")]),
        ({"zone": ""}, [("zone", "unknown_zone")]),
        ({"start": datetime(2027, 3, 28, 2, 30)}, [("start", "skipped_time")]),
        ({"start": datetime(2027, 3, 28, 2, 30), "fold": 1}, [("start", "skipped_time")]),
        ({"start": datetime(2026, 10, 25, 2, 30)}, [("start", "repeated_time")]),
        ({"start": datetime(2026, 10, 25, 2, 30), "fold": 0}, []),
        ({"start": datetime(2026, 10, 25, 2, 30), "fold": 1}, []),
        ({"place": LONG}, [("place", "too_long")]),
        ({"link": "room 4"}, [("link", "not_a_link")]),
        ({"link": "  "}, []),
        ({"link": "https://example.com/" + LONG}, [("link", "too_long")]),
        ({"posting_text": ENDLESS}, [("posting_text", "too_long")]),
        ({"notes": ENDLESS}, [("notes", "too_long")]),
        ({"interviewers": (Interviewer("Ada"), Interviewer("Bo"))}, []),
        (
            {"interviewers": (Interviewer("Ada"), Interviewer(" ADA "))},
            [("interviewers", "named_twice")],
        ),
        ({"interviewers": (Interviewer(""), Interviewer(" "))}, []),
        ({"interviewers": (Interviewer(LONG),)}, [("interviewers", "too_long")]),
        (
            {"company": "", "title": "", "minutes": 0, "zone": "?", "link": "no link"},
            [
                ("company", "missing"),
                ("title", "missing"),
                ("minutes", "ends_before_start"),
                ("zone", "unknown_zone"),
                ("link", "not_a_link"),
            ],
        ),
    ],
)
def test_what_is_wrong_with_an_interview(
    changed: dict[str, Any], complaints: list[tuple[str, str]]
) -> None:
    assert wrong(replace(SOUND, **changed)) == complaints


def test_a_complaint_carries_what_its_sentence_needs() -> None:
    def args(**changed: Any) -> list[dict[str, object]]:
        return [dict(c.args) for c in check_interview(replace(SOUND, **changed))]

    assert args(minutes=5000) == [{"limit": LONGEST_MINUTES}]
    assert args(start=datetime(1812, 6, 1)) == [{"year": 1812}]
    assert args(zone="Atlantis") == [{"zone": "Atlantis"}]
    assert args(place=LONG) == [{"limit": LINE_LIMIT}]
    assert args(interviewers=(Interviewer("Ada"), Interviewer("ada"))) == [{"name": "ada"}]
    assert args(start=datetime(2027, 3, 28, 2, 30)) == [{"zone": "Europe/Berlin", "time": "02:30"}]


def test_each_interviewer_named_again_is_named() -> None:
    crowd = tuple(Interviewer(name) for name in ("Ada", "Bo", "ada", "ADA"))
    found = [c.args["name"] for c in check_interview(replace(SOUND, interviewers=crowd))]
    assert found == ["ada", "ADA"]


def test_empty_rows_of_people_are_dropped() -> None:
    crowd = (Interviewer(" Ada \n Byron "), Interviewer(""), Interviewer("\x00", title="Boss"))
    assert replace(SOUND, interviewers=crowd).cleaned().interviewers == (Interviewer("Ada Byron"),)


@given(st.text(), st.text(), st.text(), st.text(), st.text(max_size=5), st.integers(-10, 2000))
def test_any_draft_is_judged(
    company: str, title: str, link: str, notes: str, zone: str, minutes: int
) -> None:
    draft = InterviewDraft(
        company, title, START, zone, minutes=minutes, link=link, notes=notes
    ).cleaned()
    assert draft.cleaned() == draft
    fields = {c.field for c in check_interview(draft)}
    assert ("company" in fields) is (draft.company == "")
    assert ("title" in fields) is (draft.title == "")
    assert ("minutes" in fields) is (not 0 < minutes <= LONGEST_MINUTES)
    assert ("link" in fields) is (draft.link != "" and not is_link(draft.link))


@given(st.datetimes(), st.integers(), st.sampled_from([None, 0, 1]))
def test_any_time_is_judged(start: datetime, minutes: int, fold: int | None) -> None:
    codes = {c.code for c in check_times(start, "America/New_York", fold, minutes)}
    if not codes:
        end = ends_at(start, "America/New_York", fold or 0, minutes)
        assert end > ends_at(start, "America/New_York", fold or 0, 0)


def test_an_interview_over_the_change_of_clocks_is_as_long_as_it_is() -> None:
    # 23:30 to 03:30 on the wall is five hours on the night when the clocks go back.
    end = ends_at(datetime(2026, 10, 24, 23, 30), "Europe/Berlin", 0, 300)
    assert end == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changed", "complaints"),
    [
        ({}, []),
        ({"company": ""}, [("company", "missing")]),
        ({"title": ""}, [("title", "missing")]),
        ({"posting_text": ENDLESS}, [("posting_text", "too_long")]),
        ({"found_at": LONG}, [("found_at", "too_long")]),
        ({"pay": LONG}, [("pay", "too_long")]),
        ({"sent": LONG}, [("sent", "too_long")]),
        ({"notes": ENDLESS}, [("notes", "too_long")]),
        ({"posting_url": "jobs.example.com/7"}, []),
        ({"posting_url": "on the board"}, [("posting_url", "not_a_link")]),
    ],
)
def test_what_is_wrong_with_an_opportunity(
    changed: dict[str, Any], complaints: list[tuple[str, str]]
) -> None:
    draft = replace(OpportunityDraft("Halden Bank", "Lead"), **changed).cleaned()
    assert [(c.field, c.code) for c in check_opportunity(draft)] == complaints


@pytest.mark.parametrize(
    "text",
    [
        "https://meet.example.com/a",
        "HTTPS://MEET.EXAMPLE.COM/a",
        "http://localhost",
        "http://localhost:8080/a",
        "localhost",
        "meet.example.com/a",
        "example.com",
        "example.com/a:b",
        "https://user@example.com/a",
        "https://münchen.example/straße",
        "https://192.168.0.7/a",
        "https://[2001:db8::1.2.3.4]/a",
        "https://example.com/?q=%20&r=1#part",
        "mailto:ada@example.com",
        "tel:+49301234567",
        "sip:room@example.com",
        "zoommtg://zoom.us/join?confno=1",
        "msteams:/l/meetup-join/19",
        "callto:ada",
    ],
)
def test_links(text: str) -> None:
    assert is_link(text)
    assert is_link(link_address(text))
    assert urlsplit(link_address(text)).scheme in LINK_SCHEMES


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "room 4",
        "room4",
        "https://",
        "https:///etc/passwd",
        "https://.",
        "http://...",
        "https://nodots/a",
        "https://exa mple.com",
        "https://example.com/a b",
        "https://example.com\nhttps://other.example",
        "https://example.com\t",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "file://server/share.exe",
        "smb://server/share",
        "ftp://example.com/a",
        "vbscript:msgbox",
        "ms-settings:privacy",
        "ms-msdt:/id",
        "search-ms:query=a",
        "about:blank",
        "qrc:/a",
        "C:\\Windows\\System32\\calc.exe",
        "c:/windows/calc.exe",
        "\\\\server\\share",
        "//server",
        "/etc/passwd",
        "~/notes",
        "mailto:",
        "tel:",
        ":",
        "::",
        "://",
        ":example.com",
        "https://[::1",
        "https://[bad]/",
        "-",
        "--option",
    ],
)
def test_what_no_click_may_open(text: str) -> None:
    assert not is_link(text)


@given(st.text())
def test_no_text_breaks_the_question_for_a_link(text: str) -> None:
    if is_link(text):
        address = link_address(text)
        assert not any(c.isspace() for c in address)
        assert urlsplit(address).scheme in LINK_SCHEMES
        assert is_link(address)
        assert link_address(address) == address


@given(
    st.sampled_from(["javascript", "data", "file", "smb", "vbscript", "ms-msdt", "ftp", "blob"]),
    st.sampled_from([":", "://", ":/", ":\\\\"]),
    st.text(st.characters(codec="ascii", min_codepoint=33)),
)
def test_no_other_scheme_is_opened(scheme: str, colon: str, rest: str) -> None:
    assert not is_link(scheme + colon + rest)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.com", "https://example.com"),
        ("example.com", "https://example.com"),
        ("example.com/a:b", "https://example.com/a:b"),
        ("tel:112", "tel:112"),
        ("localhost", "https://localhost"),
    ],
)
def test_the_address_of_a_link(text: str, address: str) -> None:
    assert link_address(text) == address
