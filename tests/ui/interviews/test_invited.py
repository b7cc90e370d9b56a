"""A calendar's event in the window: looked over in the form, moved, called off, chosen from a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.calendar import (
    Attendee,
    CalendarEvent,
    CalendarFile,
    Invitation,
    Proposal,
    ZoneDoubt,
)
from interview_coach.domain.kinds import Cancelled, InterviewKind, Mode
from interview_coach.domain.standing import Standing
from interview_coach.store import interviews, invitation
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.event_list import EventList
from interview_coach.ui.interviews.form import DraftDialog
from interview_coach.ui.interviews.invited import FollowDialog, InvitedDialog, dialog_for
from tests.ui.conftest import Memory

Opener = Callable[[QWidget], QWidget]
EVENT = CalendarEvent(
    Invitation("x@calendar.example.com", "", 1),
    "Technical interview: Data Engineer at Tidewater Energy",
    "See you there",
    "",
    datetime(2026, 12, 1, 14),
    "America/New_York",
    datetime(2026, 12, 1, 19, tzinfo=UTC),
    60,
    people=(Attendee("Noor Haddad", "noor@tidewater.example", organiser=True, theirs=True),),
    proposal=Proposal(
        "Tidewater Energy",
        "summary",
        "Data Engineer",
        InterviewKind.TECHNICAL,
        Mode.VIDEO,
        "https://meet.example.com/a",
    ),
)


@pytest.fixture
def look_over(desk: Desk, opened: Opener) -> Callable[[CalendarEvent], DraftDialog]:
    def shown(event: CalendarEvent) -> DraftDialog:
        dialog = dialog_for(event, desk, None)
        assert dialog is not None
        opened(dialog)
        return dialog

    return shown


def invited(
    look_over: Callable[[CalendarEvent], DraftDialog], event: CalendarEvent
) -> InvitedDialog:
    dialog = look_over(event)
    assert isinstance(dialog, InvitedDialog)
    return dialog


def test_every_guess_stands_in_its_field_and_is_saved_only_on_save(
    desk: Desk, look_over: Callable[[CalendarEvent], DraftDialog]
) -> None:
    dialog = invited(look_over, EVENT)
    draft = dialog.draft()
    assert (draft.company, draft.title, draft.kind) == ("Tidewater Energy", "Data Engineer", InterviewKind.TECHNICAL)  # fmt: skip
    assert (draft.start, draft.zone, draft.minutes) == (EVENT.start, "America/New_York", 60)
    assert [person.name for person in draft.interviewers] == ["Noor Haddad"]
    assert (draft.link, draft.notes) == ("https://meet.example.com/a", "See you there")
    assert "read from the title" in dialog.guessed.accessibleName()
    assert not dialog.asked.isVisible()
    assert desk.ask(interviews.interview_list).upcoming == ()
    dialog.company.set_text("Tidewater")
    dialog.save()
    found = desk.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert (found.company, found.sequence) == ("Tidewater", 1)


def test_esc_lets_go_without_a_question_when_nothing_was_typed(
    desk: Desk, look_over: Callable[[CalendarEvent], DraftDialog], voice: Memory
) -> None:
    dialog = invited(look_over, EVENT)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert voice.said == []
    assert desk.ask(invitation.invited, EVENT.uid) is None


@pytest.mark.parametrize(
    ("changes", "question", "zone"),
    [
        ({"zone": "", "start_at": None, "doubt": ZoneDoubt.UNKNOWN, "zone_name": "Mars"}, "“Mars”", ""),
        ({"zone": "", "start_at": None, "doubt": ZoneDoubt.FLOATING}, "names no time zone", "own"),
        ({"zone": "", "start_at": None, "doubt": ZoneDoubt.NO_TIME}, "all-day", "own"),
        ({"zone": "", "start": None, "start_at": None, "doubt": ZoneDoubt.NO_START}, "names no time", "own"),
    ],
)  # fmt: skip
def test_what_the_file_does_not_say_is_asked(
    desk: Desk,
    look_over: Callable[[CalendarEvent], DraftDialog],
    changes: dict[str, object],
    question: str,
    zone: str,
) -> None:
    dialog = invited(look_over, replace(EVENT, **changes))  # type: ignore[arg-type]
    assert dialog.asked.isVisible()
    assert question in dialog.asked.accessibleName()
    own = str(desk.local())
    assert dialog.draft().zone == (own if zone == "own" else "")


def test_an_unknown_zone_has_to_be_answered(
    desk: Desk, look_over: Callable[[CalendarEvent], DraftDialog]
) -> None:
    unknown = replace(EVENT, zone="", start_at=None, doubt=ZoneDoubt.UNKNOWN, zone_name="Mars")
    dialog = invited(look_over, unknown)
    dialog.save()
    assert dialog.isVisible()
    assert dialog.when.zone_field.error
    dialog.when.zone.set_zone("Europe/Oslo")
    dialog.save()
    found = desk.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert (found.start, found.zone) == (EVENT.start, "Europe/Oslo")


def test_an_instant_without_a_zone_is_shown_by_one_s_own_clock(
    desk: Desk, look_over: Callable[[CalendarEvent], DraftDialog]
) -> None:
    dialog = invited(look_over, replace(EVENT, zone=""))
    draft = dialog.draft()
    assert draft.zone == str(desk.local())
    assert EVENT.start_at is not None
    assert draft.start == EVENT.start_at.astimezone(desk.local()).replace(tzinfo=None)


def test_a_moved_event_moves_its_interview_and_says_so(
    desk: Desk, look_over: Callable[[CalendarEvent], DraftDialog]
) -> None:
    invited(look_over, EVENT).save()
    moved = replace(
        EVENT,
        invitation=replace(EVENT.invitation, sequence=2),
        start=datetime(2026, 12, 2, 10),
        start_at=datetime(2026, 12, 2, 15, tzinfo=UTC),
        minutes=45,
    )
    dialog = look_over(moved)
    assert isinstance(dialog, FollowDialog)
    assert "Wed 2 Dec, 10:00" in dialog.said.accessibleName()
    told: list[str] = []
    desk.changed.connect(lambda changes: told.append(changes.label.code))
    dialog.save()
    found = desk.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert (found.start, found.minutes, found.sequence) == (datetime(2026, 12, 2, 10), 45, 2)
    assert told == ["follow_invitation"]


def test_leaving_it_leaves_it(
    desk: Desk, look_over: Callable[[CalendarEvent], DraftDialog], voice: Memory
) -> None:
    invited(look_over, EVENT).save()
    dialog = look_over(replace(EVENT, minutes=90, invitation=replace(EVENT.invitation, sequence=2)))
    dialog.reject()
    assert voice.said == []
    found = desk.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert (found.minutes, found.sequence) == (60, 1)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Nothing in it is new."),
        ({"invitation": Invitation(EVENT.uid, "", 0), "minutes": 10}, "The file is older than what you have."),
    ],
)  # fmt: skip
def test_what_is_known_or_older_changes_nothing(
    desk: Desk,
    look_over: Callable[[CalendarEvent], DraftDialog],
    voice: Memory,
    changes: dict[str, object],
    words: str,
) -> None:
    invited(look_over, EVENT).save()
    assert dialog_for(replace(EVENT, **changes), desk, None) is None  # type: ignore[arg-type]
    assert [said.text for said in voice.said] == [words]
    assert voice.said[0].title == "You have this interview already: Tidewater Energy"


def test_a_cancelled_event_asks_before_it_calls_off(
    desk: Desk, look_over: Callable[[CalendarEvent], DraftDialog], voice: Memory
) -> None:
    invited(look_over, EVENT).save()
    off = replace(EVENT, cancelled=True, invitation=replace(EVENT.invitation, sequence=2))
    voice.answer = False
    assert dialog_for(off, desk, None) is None
    found = desk.ask(invitation.invited, EVENT.uid)
    assert found is not None
    assert not found.called_off
    voice.answer = True
    dialog_for(off, desk, None)
    head = desk.ask(interviews.interview_head, found.interview_id)
    assert (head.standing, head.called_off_by) == (Standing.CALLED_OFF, Cancelled.THEM)
    dialog_for(off, desk, None)
    assert voice.said[-1].text == "It is called off already."


def test_an_unknown_cancelled_event_is_nothing_to_do(desk: Desk, voice: Memory) -> None:
    assert dialog_for(replace(EVENT, cancelled=True), desk, None) is None
    assert voice.said[0].title == "This event was cancelled"


def test_of_several_events_one_is_chosen(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    past = replace(EVENT, start=datetime(2026, 1, 5, 9), summary="Dentist", zone="Europe/Berlin")
    many = CalendarFile((past, EVENT, replace(EVENT, summary="Lunch", repeats=True)), cut=3)
    listed = EventList(desk, None, many)
    opened(listed)
    lines = [listed.list.item(n).text() for n in range(listed.list.count())]
    assert lines[0].startswith("Tue 1 Dec, 14:00 · Technical interview")
    assert lines[1].endswith("Lunch · repeats")
    assert lines[2].startswith("Mon 5 Jan, 09:00 · Dentist")
    listed.search.setText("dentist")
    assert listed.list.count() == 1
    listed.search.setText("nothing like it")
    assert not listed.take.isEnabled()
    listed.search.setText("")
    with qtbot.waitSignal(listed.chosen) as chosen:
        listed.take.click()
    assert chosen.args == [EVENT]
