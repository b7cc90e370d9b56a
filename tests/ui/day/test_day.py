"""The day itself: before, now and after; the link, the cues, a line to jot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Cancelled, Section
from interview_coach.store import interview, interviews, prep
from interview_coach.ui.day.cues import cues_of
from interview_coach.ui.day.panel import DayPanel
from interview_coach.ui.desk import Desk
from interview_coach.ui.links import address_of
from interview_coach.ui.widgets import Label
from tests.stores import Clock
from tests.ui.prep.conftest import new_interview, northwind

_LEFT = Qt.MouseButton.LeftButton


class Browser(QObject):
    """Stands where the person's browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_url(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    # The stub asks for bytes, the call takes only text.
    QDesktopServices.setUrlHandler("https", made, "open_url")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("https")


def said(widget: QWidget) -> list[str]:
    return [x.text() for x in widget.findChildren(Label) if x.isVisible()]


def notes(panel: DayPanel) -> str:
    return panel.desk.ask(interviews.interview_head, panel.interview).notes


def test_before_it_counts_down_and_names_the_people(day: DayPanel) -> None:
    texts = said(day)
    assert day.count.text() == "In 1 day 16 h"
    assert "Tue 24 Nov, 14:00 – 14:45" in texts
    assert "Europe/Berlin, your own time" in texts
    assert "Priya Raman" in texts
    assert "Head of data · hiring manager" in texts
    assert day.quiet.text() == "Review now instead"
    assert not day.primary.isVisible()


def test_the_time_stands_in_both_zones(
    full_desk: Desk, open_day: Callable[[Desk, str], DayPanel]
) -> None:
    key = northwind(full_desk)
    draft = full_desk.ask(interviews.interview_draft, key)
    full_desk.do(interview.edit_interview, key, replace(draft, zone="America/New_York"))
    texts = said(open_day(full_desk, key))
    assert "Tue 24 Nov, 14:00 – 14:45 (America/New_York)" in texts
    assert "20:00 for you" in texts


def test_the_link_opens_on_a_click_and_is_copied(
    qtbot: QtBot, day: DayPanel, browser: Browser
) -> None:
    assert browser.opened == []
    qtbot.mouseClick(day.join.copy, _LEFT)
    assert QGuiApplication.clipboard().text() == "https://meet.example.com/northwind-2411"
    assert browser.opened == []
    qtbot.mouseClick(day.join.join, _LEFT)
    assert browser.opened == ["https://meet.example.com/northwind-2411"]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("meet.example.com/a", "https://meet.example.com/a"),
        ("https://meet.example.com/a", "https://meet.example.com/a"),
        ("tel:+49301234", "tel:+49301234"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("smb://host/share", None),
        ("", None),
        ("room 4", None),
    ],
)
def test_only_known_schemes_are_opened(link: str, address: str | None) -> None:
    found = address_of(link)
    assert (found.toString() if found is not None else None) == address


def test_now_it_leads_to_the_review(day: DayPanel, clock: Clock) -> None:
    wanted: list[Place] = []
    day.navigator.wanted.connect(wanted.append)
    clock.forward(days=1, hours=16, minutes=20)  # Tuesday 14:20 in Berlin
    day.tick()
    assert day.count.text() == "Now, 25 min left"
    assert day.primary.isVisible()
    assert day.primary.text() == "It is over: review"
    day.focus_first()
    assert QApplication.focusWidget() is day.notes.jot
    day.primary.click()
    assert (wanted[0].kind, wanted[0].step) == ("interview", "review")


def test_afterwards_it_shows_what_was_planned(
    full_desk: Desk, open_day: Callable[[Desk, str], DayPanel], clock: Clock
) -> None:
    key = northwind(full_desk)
    clock.forward(days=2)
    panel = open_day(full_desk, key)
    assert panel.count.text().startswith("Ended ")
    texts = said(panel)
    assert "What you had planned" in texts
    assert "Team before stack. Draw first." in panel.notes.notes.text
    assert not panel.join.isVisible()
    assert panel.primary.text() == "Open the review"


def test_called_off_it_says_so(day: DayPanel) -> None:
    day.desk.do(interview.call_off_interview, day.interview, Cancelled.THEM)
    assert day.count.text() == "Cancelled by them"
    assert not day.join.isVisible()
    assert not day.primary.isVisible()


def test_the_cues_are_points_stories_questions_and_open_lessons(
    qtbot: QtBot, day: DayPanel
) -> None:
    found = day.desk.ask(prep.checklist, day.interview)
    cues = day.cues.cues
    assert cues is not None
    assert len(cues.say) == 12
    assert cues.ask[0].text == "What would make the first six months a clear success?"
    assert len(cues.remember) == 5
    qtbot.mouseClick(day.cues.which.choices[1], _LEFT)
    shown = day.cues.cues
    assert shown is not None
    assert not any(c.done for c in shown.say)
    assert cues_of(found, only_open=True) == shown


def test_a_templates_advice_is_left_out_of_the_cues(desk: Desk) -> None:
    found = desk.ask(prep.checklist, new_interview(desk, checklist=True))
    points = [i for i in found.items if i.section is Section.TALKING_POINT]
    assert any(i.details for i in points)
    assert all(cue.second == "" for cue in cues_of(found).say)


def test_a_jotted_line_joins_the_notes(qtbot: QtBot, day: DayPanel) -> None:
    jot = day.notes.jot
    jot.setFocus()
    qtbot.keyClicks(jot, "asked about on call")
    qtbot.keyClick(jot, Qt.Key.Key_Return)
    assert notes(day) == "Team before stack. Draw first.\nasked about on call"
    assert day.notes.notes.text == notes(day)
    assert jot.text() == ""
    assert jot.hasFocus()
    qtbot.keyClick(jot, Qt.Key.Key_Return)
    assert notes(day).count("\n") == 1
    day.desk.undo()
    assert day.notes.notes.text == "Team before stack. Draw first."


def test_a_half_jotted_line_waits_when_one_looks_away(qtbot: QtBot, day: DayPanel) -> None:
    jot = day.notes.jot
    jot.setFocus()
    qtbot.keyClicks(jot, "asked ab")
    day.notes.notes.setFocus()
    assert notes(day) == "Team before stack. Draw first."
    assert jot.text() == "asked ab"
    assert day.desk.store.scribbled("day:") == {f"day:{day.interview}:jot": "asked ab"}


def test_notes_are_kept_on_leaving_and_while_jotting(qtbot: QtBot, day: DayPanel) -> None:
    field = day.notes.notes
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, " Calm.")
    day.notes.jot.setFocus()
    assert notes(day) == "Team before stack. Draw first. Calm."
    qtbot.keyClicks(day.notes.jot, "one")
    qtbot.keyClick(day.notes.jot, Qt.Key.Key_Return)
    assert notes(day).endswith("Calm.\none")


def test_half_typed_words_come_back_after_a_crash(
    full_desk: Desk, open_day: Callable[[Desk, str], DayPanel]
) -> None:
    key = northwind(full_desk)
    full_desk.store.scribble(f"day:{key}:jot", "asked ab")
    full_desk.store.scribble(f"day:{key}:notes", "Team before stack. And")
    panel = open_day(full_desk, key)
    assert panel.notes.jot.text() == "asked ab"
    assert panel.notes.notes.text == "Team before stack. And"
    assert said(panel).count("From before the program stopped. Not saved yet.") == 2


def test_another_interview_has_its_own_notes(day: DayPanel) -> None:
    key = new_interview(day.desk)
    day.notes.notes.setFocus()
    day.notes.notes.insertPlainText("More. ")
    first = day.interview
    day.show_interview(key)
    assert day.notes.notes.text == ""
    kept = day.desk.ask(interviews.interview_head, first).notes
    assert kept.startswith("More. ")
    assert day.desk.ask(interviews.interview_head, key).notes == ""
