"""Tests of the Today page: what it says, and what becomes of it as time passes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import ReviewText
from interview_coach.domain.today import Today
from interview_coach.store import interview, opportunity, review
from interview_coach.store.interviews import interview_head
from interview_coach.ui.desk import Desk
from interview_coach.ui.theme import Theme
from interview_coach.ui.today import said
from interview_coach.ui.today.page import TodayPage
from tests.stores import NOW, Clock
from tests.ui.today.conftest import BERLIN, Opener
from tests.ui.today.hands import click, planned, texts


def test_the_sample_as_in_the_picture(page: TodayPage) -> None:
    found = texts(page)
    for text in (
        "Sunday, 22 November",
        "in 1 day 16 h",
        "Northwind Robotics",
        "Senior Data Engineer · Technical interview",
        "Tue 24 Nov, 14:00 – 14:45 (Europe/Berlin)",
        "Worth doing next",
        "Waiting to hear",
        "Carry this in",
        "Your last twelve weeks",
        "You said 60% · 6\N{NO-BREAK SPACE}days",
        "They promised Thu 19 Nov, now past",
    ):
        assert text in found
    assert any(text.startswith("“The warehouse migration” landed in ") for text in found)
    assert len([row for row in page.next_card.rows if row.isVisible()]) == 3


def test_each_of_the_three_says_why(page: TodayPage, full_desk: Desk) -> None:
    found = texts(page.next_card)
    for useful in page.next_card.useful:
        assert said.useful(useful) in found
    assert "Requirement without evidence" in found


def test_first_day(desk: Desk, open_page: Opener, opened: list[Place], qtbot: QtBot) -> None:
    page = open_page(desk)
    assert page.first_day.isVisible()
    assert not page.next_card.isVisible()
    assert not page.weeks_card.isVisible()
    page.focus_first()
    assert page.first_day.interview_button.hasFocus()
    QTest.keyClick(page.first_day.interview_button, Qt.Key.Key_Space)
    click(qtbot, page.first_day.job_button)
    assert opened == [Place("new_interview"), Place("new_opportunity")]
    desk.do(opportunity.add_opportunity, OpportunityDraft("Aurelia", "Engineer"))
    assert not page.first_day.isVisible()
    assert "No interview planned" in texts(page)


def test_local_time_when_it_differs(desk: Desk, open_page: Opener) -> None:
    planned(desk, datetime(2026, 11, 24, 9, 0), "America/New_York")
    page = open_page(desk)
    wanted = "Tue 24 Nov, 09:00 – 09:45 (America/New_York) · 15:00 for you"
    assert wanted in texts(page)


def test_a_clock_change_moves_the_hours_left(desk: Desk, open_page: Opener, clock: Clock) -> None:
    # Clocks in Berlin go forward on 28 March 2027 at 2:00.
    clock.now = datetime(2027, 3, 27, 20, 0, tzinfo=UTC)
    planned(desk, datetime(2027, 3, 28, 9, 0))
    page = open_page(desk)
    assert page.next_card.countdown.text() == "in 11 h"


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        (Today(NOW), "Nothing is waiting for you."),
        (Today(NOW, this_week=1), "One interview in the next seven days."),
        (
            Today(NOW, this_week=2, to_review_total=1),
            "2 interviews in the next seven days, one review waiting.",
        ),
        (Today(NOW, awaited_total=3), "3 answers awaited."),
        (Today(NOW, to_review_total=2, awaited_total=3), "2 reviews waiting."),
    ],
)
def test_the_sentence_below_the_date(qapp: QObject, shown: Today, wanted: str) -> None:
    assert said.summary(shown) == wanted


def test_one_review_is_told_in_full_and_several_in_lines(
    desk: Desk, open_page: Opener, clock: Clock, opened: list[Place], qtbot: QtBot
) -> None:
    first = planned(desk, datetime(2026, 11, 21, 10, 0))
    page = open_page(desk)
    found = texts(page.review_card)
    assert "yesterday" in found
    assert any(text.startswith("Memory of the questions") for text in found)
    (row,) = page.review_card.rows
    assert row.button.text() == "Start review"
    click(qtbot, row.button)
    assert opened[-1] == Place("interview", first, "review")
    desk.do(review.add_asked, first, "Why us?")
    assert row.button.text() == "Continue review"
    for day in (18, 19, 20):
        planned(desk, datetime(2026, 11, day, 10, 0), company=f"Company {day}")
    rows = [row for row in page.review_card.rows if row.isVisible()]
    assert [row.button.text() for row in rows] == ["Continue", "Review", "Review"]
    assert page.review_card.all_button.text() == "All 4"
    click(qtbot, page.review_card.all_button)
    assert opened[-1] == Place("interviews")
    click(qtbot, rows[1].button)
    assert opened[-1].step == "review"


def test_what_they_promised(
    desk: Desk, open_page: Opener, qtbot: QtBot, opened: list[Place]
) -> None:
    key = planned(desk, datetime(2026, 11, 20, 10, 0))
    desk.do(review.add_asked, key, "Why us?")
    desk.do(review.set_promised, key, date(2026, 11, 27))
    desk.do(review.seal_review, key)
    page = open_page(desk)
    found = texts(page.waiting_card)
    assert "2\N{NO-BREAK SPACE}days" in found
    assert "They promised Fri 27 Nov" in found
    click(qtbot, page.waiting_card.rows[0].button)
    assert opened == [Place("interview", key, "outcome")]


def test_words_of_the_last_review_are_quoted_and_cut(desk: Desk, open_page: Opener) -> None:
    key = planned(desk, datetime(2026, 11, 20, 10, 0))
    desk.do(review.write_review, key, ReviewText.WENT_WELL, "<b>Drew</b> first. " + "More. " * 80)
    desk.do(review.seal_review, key)
    page = open_page(desk)
    (quote,) = [text for text in texts(page.carry_card) if text.startswith("“")]
    assert quote.startswith("“<b>Drew</b> first. More.")
    assert quote.endswith(" …”")
    assert len(quote) < 240


def test_it_counts_down(desk: Desk, open_page: Opener, clock: Clock, opened: list[Place]) -> None:
    key = planned(desk, datetime(2026, 11, 22, 23, 0))
    page = open_page(desk)
    chip = page.next_card.countdown
    assert chip.text() == "in 1 h"
    clock.forward(minutes=21)
    page.tick()
    assert chip.text() == "in 39 min"
    clock.forward(minutes=40)
    page.tick()
    assert chip.text() == "now · 44 min left"
    page.next_card.prepare_button.click()
    assert opened == [Place("interview", key, "interview")]
    clock.forward(minutes=45)
    page.tick()
    # It is over: the page has moved on by itself.
    assert not page.next_card.countdown.isVisible()
    assert page.review_card.isVisible()


def test_midnight_begins_a_new_day(page: TodayPage, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 22, 22, 59, tzinfo=UTC)
    page.tick()
    assert "Sunday, 22 November" in texts(page)
    clock.forward(minutes=2)
    page.tick()
    assert "Monday, 23 November" in texts(page)


def test_a_hidden_page_is_fresh_when_it_is_seen(page: TodayPage, full_desk: Desk) -> None:
    page.hide()
    planned(full_desk, datetime(2026, 11, 23, 8, 0), company="Zebra")
    page.show()
    assert "Zebra" in texts(page)


def test_rescheduling_is_seen_at_once(desk: Desk, open_page: Opener) -> None:
    key = planned(desk, datetime(2026, 11, 24, 10, 0))
    page = open_page(desk)
    start = datetime(2026, 11, 25, 10, 0)
    desk.do(interview.reschedule_interview, key, start, "Europe/Berlin", None, 45)
    assert page.next_card.countdown.text() == "in 2 days"
    head = desk.ask(interview_head, key)
    assert head.start_at - NOW == timedelta(days=2, hours=12)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [896, 1072, 1700])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_page(
    full_desk: Desk, open_page: Opener, theme: Theme, mode: str, width: int, scale: float
) -> None:
    theme.set_mode("dark" if mode == "dark" else "light")
    theme.set_scale(scale)
    page = open_page(full_desk, width=width)
    for child in page.findChildren(QWidget):
        if child.isVisible() and child.window() is page:
            right = child.mapTo(page, child.rect().topRight()).x()
            assert right <= page.width(), child


def test_user_text_is_never_read_as_html(desk: Desk, open_page: Opener) -> None:
    planned(desk, datetime(2026, 11, 24, 10, 0), company="<img src='x'> & Söhne 🎉 مقابلة")
    page = open_page(desk)
    assert "<img src='x'> & Söhne 🎉 مقابلة" in texts(page)
    formats = {label.textFormat() for label in page.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_what_now_is_without_a_desk(
    qtbot: QtBot, theme: Theme, open_page: Opener, desk: Desk
) -> None:
    page = open_page(desk, attach=False)
    page.refresh()
    page.tick()
    page.show_today(Today(NOW, any_opportunity=True), BERLIN)
    assert "No interview planned" in texts(page)
