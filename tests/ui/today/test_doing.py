"""Tests of what is done from the Today page: ticks, and the ways on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import LessonState, Section
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.today import Why
from interview_coach.store import lessons, opportunity, prep
from interview_coach.ui.desk import Desk
from interview_coach.ui.today import page as today_page
from interview_coach.ui.today import said
from interview_coach.ui.today.page import TodayPage
from tests.ui.today.conftest import Opener
from tests.ui.today.hands import click, planned, texts


@pytest.fixture
def settle_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was ticked is not shown for a moment longer."""
    monkeypatch.setattr(today_page, "SETTLE_MS", 0)


def test_ticking_an_item_ticks_it(
    desk: Desk, open_page: Opener, qtbot: QtBot, settle_at_once: None
) -> None:
    key = planned(desk, datetime(2026, 11, 24, 10, 0))
    item = desk.do(prep.add_item, key, PrepDraft(Section.RESEARCH, "Read their blog"))
    page = open_page(desk)
    row = page.next_card.rows[0]
    assert row.isVisible()
    QTest.keyClick(row.tick, Qt.Key.Key_Space)
    (found,) = desk.ask(prep.checklist, key).items
    assert (found.id, found.done) == (item, True)
    qtbot.waitUntil(lambda: not row.isVisible())
    assert "1 of 1 prepared" in texts(page)
    desk.undo()
    assert row.isVisible()


def test_a_tick_can_be_taken_back_while_it_is_shown(
    desk: Desk, open_page: Opener, qtbot: QtBot
) -> None:
    key = planned(desk, datetime(2026, 11, 24, 10, 0))
    desk.do(prep.add_item, key, PrepDraft(Section.RESEARCH, "Read their blog"))
    page = open_page(desk)
    row = page.next_card.rows[0]
    click(qtbot, row.tick)
    assert row.isVisible()
    assert row.checked
    assert "1 of 1 prepared" in texts(page)
    click(qtbot, row.tick)
    assert "0 of 1 prepared" in texts(page)
    assert not desk.ask(prep.checklist, key).items[0].done


def test_said_out_loud_is_rehearsed_and_prepared_in_one_step(
    desk: Desk, open_page: Opener, qtbot: QtBot
) -> None:
    key = planned(desk, datetime(2026, 11, 24, 10, 0))
    desk.do(prep.add_item, key, PrepDraft(Section.STORY, "The outage"))
    page = open_page(desk)
    assert "Say “The outage” out loud once" in texts(page)
    click(qtbot, page.next_card.rows[0].tick)
    (item,) = desk.ask(prep.checklist, key).items
    assert (item.done, item.rehearsals) == (True, 1)
    desk.undo()
    (item,) = desk.ask(prep.checklist, key).items
    assert (item.done, item.rehearsals) == (False, 0)


def test_ticking_a_lesson_closes_it_for_this_interview(
    page: TodayPage, full_desk: Desk, qtbot: QtBot
) -> None:
    useful = page.next_card.useful
    place = next(n for n, x in enumerate(useful) if x.why is Why.LESSON_OPEN)
    click(qtbot, page.next_card.rows[place].tick)
    assert page.next_card.shown is not None
    carried = full_desk.ask(lessons.carried, page.next_card.shown.id)
    states = {lesson.id: lesson.state for lesson in carried}
    assert states[useful[place].candidate.id] is LessonState.DONE


def test_a_requirement_is_answered_in_the_preparation(
    page: TodayPage, qtbot: QtBot, opened: list[Place], full_desk: Desk
) -> None:
    useful = page.next_card.useful
    place = next(n for n, x in enumerate(useful) if x.why is Why.REQUIREMENT_GAP)
    before = full_desk.can()
    click(qtbot, page.next_card.rows[place].tick)
    assert page.next_card.shown is not None
    assert opened == [Place("interview", page.next_card.shown.id, "prepare")]
    assert not page.next_card.rows[place].checked
    assert full_desk.can() == before


def test_a_tick_before_the_store_is_ready_is_not_lost(
    desk: Desk, open_page: Opener, qtbot: QtBot
) -> None:
    key = planned(desk, datetime(2026, 11, 24, 10, 0))
    desk.do(prep.add_item, key, PrepDraft(Section.RESEARCH, "Read their blog"))
    page = open_page(desk, attach=False)
    click(qtbot, page.next_card.rows[0].tick)
    assert not desk.ask(prep.checklist, key).items[0].done
    page.attach(desk)
    assert desk.ask(prep.checklist, key).items[0].done


def test_the_focus_stays_where_it_was(page: TodayPage, full_desk: Desk) -> None:
    row = page.next_card.rows[1]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    full_desk.do(opportunity.add_opportunity, OpportunityDraft("Zebra", "Keeper"))
    assert row.tick.hasFocus()


def test_ways_on(page: TodayPage, qtbot: QtBot, opened: list[Place]) -> None:
    card = page.next_card
    assert card.shown is not None
    page.focus_first()
    assert card.prepare_button.hasFocus()
    QTest.keyClick(card.prepare_button, Qt.Key.Key_Space)
    click(qtbot, card.short_button)
    click(qtbot, page.new_button)
    key = card.shown.id
    assert opened == [
        Place("interview", key, "prepare"),
        Place("interview", key, "short"),
        Place("new_interview"),
    ]
    with qtbot.waitSignal(page.find_wanted):
        click(qtbot, page.find_button)
    with qtbot.waitSignal(page.find_wanted):
        assert page.open_search()
    box = page.weeks_card.strip.boxes[0]
    click(qtbot, box)
    assert opened[-1].kind == "interview"


class Browser(QObject):
    """Opens nothing, and remembers what."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Remember an address."""
        self.urls.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Stands in for the person's browser, outside of the program."""
    made = Browser()
    for scheme in ("https", "http", "file", "javascript"):
        QDesktopServices.setUrlHandler(scheme, made, "open")  # type: ignore[arg-type]
    yield made
    for scheme in ("https", "http", "file", "javascript"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_join_opens_sound_links_only(
    desk: Desk, open_page: Opener, qtbot: QtBot, browser: Browser
) -> None:
    planned(desk, datetime(2026, 11, 24, 10, 0), link="meet.example.com/a")
    page = open_page(desk)
    click(qtbot, page.next_card.join_line.join_button)
    assert browser.urls == ["https://meet.example.com/a"]


@pytest.mark.parametrize(
    ("link", "sound"),
    [
        ("https://meet.example.com/a?b=c", True),
        ("meet.example.com/a", True),
        ("HTTPS://meet.example.com", True),
        ("zoommtg://zoom.us/join?confno=1", True),
        ("tel:+4930123", True),
        ("", False),
        ("room 4", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("smb://server/share", False),
    ],
)
def test_which_links_are_sound(link: str, sound: bool) -> None:
    assert said.sound_link(link) is sound


def test_on_site_shows_the_place_and_no_join(desk: Desk, open_page: Opener) -> None:
    planned(desk, datetime(2026, 11, 24, 10, 0), place="Room 4, Torstraße 1")
    page = open_page(desk)
    assert "Room 4, Torstraße 1" in texts(page)
    assert not page.next_card.join_line.join_button.isVisible()
