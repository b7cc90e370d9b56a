"""Calendar files and the window: dropped, chosen, refused; one interview or all of them saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog

from interview_coach.store import invitation
from interview_coach.ui.interviews.event_list import EventList
from interview_coach.ui.interviews.invited import InvitedDialog
from interview_coach.ui.shell.calendars import Calendars
from tests.exchange.calendar.files import GOOGLE, ZOOM
from tests.journeys.person import Person
from tests.stores import new_store
from tests.ui.conftest import Memory

COPY = Qt.DropAction.CopyAction


@pytest.fixture
def calendars(person: Person, tmp_path: Path) -> Calendars:
    new_store(tmp_path / "data", person.clock, sample=True).close()
    person.start()
    assert person.session is not None
    return person.session.menu.calendars


def shown(kind: type[QDialog]) -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def drop(person: Person, *paths: Path) -> bool:
    """Drop files on the window; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(50, 50), COPY, data, left, none)
    QApplication.sendEvent(person.window, enters)
    drops = QDropEvent(QPointF(50, 50), COPY, data, left, none)
    QApplication.sendEvent(person.window, drops)
    return drops.isAccepted()


def saved(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    return path


def test_a_dropped_invitation_is_looked_over_and_then_an_interview(
    calendars: Calendars,
    person: Person,
    tmp_path: Path,
) -> None:
    assert drop(person, saved(tmp_path, "invite.ics", GOOGLE))
    person.qtbot.waitUntil(lambda: bool(shown(InvitedDialog)))
    (dialog,) = shown(InvitedDialog)
    assert isinstance(dialog, InvitedDialog)
    dialog.save()
    found = person.desk.ask(invitation.invited, "4k2j5h6g7f8d9s0a@google.com")
    assert found is not None
    assert found.company == "Tidewater Energy"
    assert person.window.here.id == found.interview_id
    # The same file once more: nothing new, and it says so.
    assert drop(person, saved(tmp_path, "invite.ics", GOOGLE))


def test_of_several_events_one_is_chosen_first(
    calendars: Calendars,
    person: Person,
    tmp_path: Path,
) -> None:
    both = GOOGLE.replace("END:VCALENDAR\n", "") + ZOOM[ZOOM.index("BEGIN:VEVENT") :]
    assert drop(person, saved(tmp_path, "both.ics", both))
    person.qtbot.waitUntil(lambda: bool(shown(EventList)))
    (listed,) = shown(EventList)
    assert isinstance(listed, EventList)
    listed.take.click()
    person.qtbot.waitUntil(lambda: bool(shown(InvitedDialog)))
    shown(InvitedDialog)[0].reject()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "This file is empty"),
        ("", "This file is empty"),
        ("BEGIN:VCALENDAR\n" + "X" * (5 << 20), "This file is too large"),
    ],
)
def test_what_cannot_be_read_is_said(
    calendars: Calendars,
    person: Person,
    voice: Memory,
    tmp_path: Path,
    text: str,
    words: str,
) -> None:
    assert drop(person, saved(tmp_path, "odd.ics", text))
    person.qtbot.waitUntil(lambda: bool(voice.said))
    assert words in f"{voice.said[0].title} {voice.said[0].text}"


def test_only_one_calendar_file_is_taken(
    calendars: Calendars,
    person: Person,
    tmp_path: Path,
) -> None:
    one, two = saved(tmp_path, "a.ics", GOOGLE), saved(tmp_path, "b.ics", ZOOM)
    assert not drop(person, one, two)
    assert shown(QDialog) == []


def test_one_interview_or_all_are_saved(
    calendars: Calendars,
    person: Person,
    tmp_path: Path,
) -> None:
    ready = person.window.today.next_card.shown
    assert ready is not None
    person.window.navigator.open("save_calendar", ready.id)
    assert calendars.dialog is not None
    calendars.dialog.fileSelected.emit(str(tmp_path / "one.ics"))
    calendars.dialog.reject()
    person.qtbot.waitUntil((tmp_path / "one.ics").exists)
    person.wait_to_see("one.ics is written: 1 interview.")
    one = Calendar.from_ical((tmp_path / "one.ics").read_bytes())
    (event,) = one.walk("VEVENT")
    assert str(event["SUMMARY"]) == "Interview: Senior Data Engineer at Northwind Robotics"
    assert "Team before stack" not in str(one.to_ical())
    calendars.write(tmp_path / "all.ics")
    person.qtbot.waitUntil((tmp_path / "all.ics").exists)
    every = Calendar.from_ical((tmp_path / "all.ics").read_bytes())
    assert len(every.walk("VEVENT")) == len(person.desk.ask(invitation.scheduled))


def test_what_cannot_be_written_is_said(
    calendars: Calendars,
    person: Person,
    voice: Memory,
    tmp_path: Path,
) -> None:
    calendars.write(tmp_path / "nowhere" / "all.ics")
    person.qtbot.waitUntil(lambda: bool(voice.said))
    assert voice.said[0].title
