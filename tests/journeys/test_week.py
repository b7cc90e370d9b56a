"""A week with five interviews in three zones, over the night when clocks go back."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QLineEdit, QTimeEdit

from interview_coach.domain.interview import InterviewDraft
from interview_coach.store import interview, interviews, today
from tests.journeys.person import CTRL, Key, Person
from tests.stores import Clock

# In 2026 clocks go back in Europe on 25 October and in America on 1 November.
WEEK = (
    ("Halden Bank", datetime(2026, 10, 23, 10, 0), "Europe/London", "2026-10-23T09:00"),
    ("Northwind", datetime(2026, 10, 24, 15, 0), "Europe/Berlin", "2026-10-24T13:00"),
    ("Kestrel Maps", datetime(2026, 10, 26, 9, 30), "Europe/London", "2026-10-26T09:30"),
    ("Beacon Street", datetime(2026, 10, 26, 10, 0), "America/New_York", "2026-10-26T14:00"),
    ("Brightwater", datetime(2026, 10, 27, 15, 0), "Europe/Berlin", "2026-10-27T14:00"),
)
# Those that are typed into the dialog: another day and another zone than it begins with.
TYPED = {"Halden Bank": "europe/london", "Beacon Street": "new york"}


def fill(person: Person, name: str, text: str) -> None:
    """Type into a line and leave it by Tab; names that are offered meanwhile take the key first."""
    line = person.into(name, text, QLineEdit)
    QTest.keyClick(QApplication.activePopupWidget() or line, Key.Key_Tab)
    person.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def set_day(person: Person, day: datetime) -> None:
    """Go to a day near the one that it begins with, by the arrow keys."""
    person.tab_to("Day")
    box = person.focused
    assert isinstance(box, QDateEdit)
    wanted = QDate(day.year, day.month, day.day)
    away = box.date().daysTo(wanted)
    assert abs(away) < 10
    for _ in range(abs(away)):
        person.press(Key.Key_Up if away > 0 else Key.Key_Down)
    assert box.date() == wanted


def set_start(person: Person, start: datetime) -> None:
    """Type hour and minute."""
    person.tab_to("Starts")
    box = person.focused
    assert isinstance(box, QTimeEdit)
    person.type(f"{start:%H%M}")
    assert (box.time().hour(), box.time().minute()) == (start.hour, start.minute)


def set_zone(person: Person, text: str) -> None:
    """Type a zone and leave the box."""
    fill(person, "Time zone", text)


def add_by_dialog(person: Person, company: str, start: datetime, zone: str) -> None:
    """Fill in the dialog as somebody would; it is left open."""
    person.press(Key.Key_N, CTRL)
    person.wait_to_see("New interview")
    fill(person, "Company", company)
    fill(person, "Role", "Data Engineer")
    set_day(person, start)
    set_start(person, start)
    set_zone(person, zone)


def test_five_interviews_in_three_zones(person: Person, clock: Clock) -> None:
    clock.now = datetime(2026, 10, 22, 18, 0, tzinfo=UTC)
    person.start()
    person.click("Not now")
    for company, start, zone, _utc in reversed(WEEK):
        if company in TYPED:
            add_by_dialog(person, company, start, TYPED[company])
            # Beside the zone stands what the own clock will show.
            assert person.sees("for you")
            person.press(Key.Key_Return, CTRL)
            person.qtbot.waitUntil(lambda: person.front is person.window)
            person.wait_to_see(company)
        else:
            person.desk.do(
                interview.add_interview, InterviewDraft(company, "Data Engineer", start, zone)
            )
    listed = person.desk.ask(interviews.interview_list).upcoming
    assert [(row.company, row.start, row.zone) for row in listed] == [x[:3] for x in WEEK]
    begins = [
        f"{person.desk.ask(interviews.interview_head, row.id).start_at:%Y-%m-%dT%H:%M}"
        for row in listed
    ]
    assert begins == [utc for *_, utc in WEEK]
    person.press(Key.Key_1, CTRL)
    person.wait_to_see("Halden Bank")
    person.wait_to_see("for you")
    person.press(Key.Key_2, CTRL)
    for company, *_ in WEEK:
        person.wait_to_see(company)
    # Day by day the next one moves up, whatever the clocks do.
    for company, _start, _zone, utc in WEEK:
        clock.now = datetime.fromisoformat(utc).replace(tzinfo=UTC)
        found = person.desk.ask(today.today, ZoneInfo("Europe/Berlin"))
        assert found.next_up is not None
        assert found.next_up.company == company


def test_a_time_that_comes_twice_is_asked_for_in_the_dialog(person: Person, clock: Clock) -> None:
    clock.now = datetime(2026, 10, 22, 18, 0, tzinfo=UTC)
    person.start()
    person.click("Not now")
    add_by_dialog(person, "Night Shift", datetime(2026, 10, 25, 2, 30), "Europe/Berlin")
    person.wait_to_see("Clocks in Europe/Berlin show 02:30 twice that day. Which one is it?")
    # Nothing is guessed: without an answer it is not saved, and what was typed stays.
    person.press(Key.Key_Return, CTRL)
    assert person.front is not person.window
    assert person.sees("Night Shift")
    assert not person.desk.ask(interviews.interview_list).upcoming
    assert person.focused_name() == "first, before the clocks go back"
    person.click("second, after", QAbstractButton)
    person.press(Key.Key_Return, CTRL)
    person.qtbot.waitUntil(lambda: person.front is person.window)
    (row,) = person.desk.ask(interviews.interview_list).upcoming
    head = person.desk.ask(interviews.interview_head, row.id)
    assert (head.fold, head.start_at) == (1, datetime(2026, 10, 25, 1, 30, tzinfo=UTC))


def test_a_time_that_never_comes_is_named_in_the_dialog(person: Person, clock: Clock) -> None:
    clock.now = datetime(2027, 3, 25, 18, 0, tzinfo=UTC)
    person.start()
    person.click("Not now")
    add_by_dialog(person, "Night Shift", datetime(2027, 3, 28, 2, 30), "Europe/Berlin")
    named = "Clocks in Europe/Berlin jump over 02:30 that day. Choose a time before or after."
    person.wait_to_see(named)
    person.press(Key.Key_Return, CTRL)
    assert person.front is not person.window
    assert person.sees(named)
    assert not person.desk.ask(interviews.interview_list).upcoming
    # Elsewhere it is a time like any other.
    set_zone(person, "new york")
    assert not person.sees("jump over")
    set_zone(person, "europe/berlin")
    person.wait_to_see(named)
    set_start(person, datetime(2027, 3, 28, 3, 30))
    assert not person.sees("jump over")
    person.press(Key.Key_Return, CTRL)
    person.qtbot.waitUntil(lambda: person.front is person.window)
    (row,) = person.desk.ask(interviews.interview_list).upcoming
    head = person.desk.ask(interviews.interview_head, row.id)
    assert head.start_at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
