"""Tests of the Timeline page: what it shows, how it is searched and narrowed."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.standing import Standing
from interview_coach.domain.timeline import Filters, Show
from interview_coach.store import timeline
from interview_coach.ui.desk import Desk
from interview_coach.ui.timeline import feed as feeding
from interview_coach.ui.timeline.page import TimelinePage
from tests.ui.timeline.hands import add, chosen, companies, settled, trigger


def test_all_interviews_by_month_newest_first(page: TimelinePage, full_desk: Desk) -> None:
    assert page.model.is_month(0)
    assert list(page.model.keys) == list(full_desk.ask(timeline.keys, Filters()))
    assert chosen(page).key == page.model.keys[0]
    assert page.preview.shown is not None
    assert page.preview.shown.card.key == page.model.keys[0]


def test_the_model_is_sound(page: TimelinePage, qtbot: QtBot) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(page.model, mode)
    page.search.setText("pipe")
    settled(qtbot, page)
    page.search.clear()
    settled(qtbot, page)
    assert tester.model() is page.model


def test_nothing_at_all_leads_to_a_new_interview(
    empty_page: TimelinePage, opened: list[Place], qtbot: QtBot
) -> None:
    assert empty_page.nothing.isVisible()
    assert not empty_page.view.isVisible()
    qtbot.mouseClick(empty_page.nothing.action_button, Qt.MouseButton.LeftButton)
    assert opened == [Place("new_interview")]


def test_the_first_entry_appears_at_once(empty_page: TimelinePage, desk: Desk) -> None:
    add(desk, "Aurelia", datetime(2026, 11, 24, 9, 0))
    assert empty_page.view.isVisible()
    assert companies(empty_page) == ["Aurelia"]
    assert chosen(empty_page).company == "Aurelia"


@pytest.mark.parametrize("show", Show)
def test_show_chips(page: TimelinePage, qtbot: QtBot, full_desk: Desk, show: Show) -> None:
    chip = next(c for c, s in zip(page.bar.shows.choices, Show, strict=True) if s is show)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert list(page.model.keys) == list(full_desk.ask(timeline.keys, Filters(show=show)))


def test_search_as_you_type_paints_at_each_key(page: TimelinePage, qtbot: QtBot) -> None:
    assert page.open_search()
    for length, key in enumerate("pipeline", 1):
        QTest.keyClicks(page.search, key)
        # Without going back to the event loop: what was asked for is there.
        wanted = page.desk.ask(timeline.keys, Filters(query="pipeline"[:length]), limit=60)
        if length > 1:
            assert list(page.model.keys[:60]) == list(wanted)
    settled(qtbot, page)
    assert page.search.accessibleDescription() == f"{len(page.model.keys)} found"
    assert chosen(page).marks


def test_one_letter_is_too_few(page: TimelinePage, qtbot: QtBot) -> None:
    before = list(page.model.keys)
    QTest.keyClicks(page.search, "p")
    settled(qtbot, page)
    assert list(page.model.keys) == before
    assert page.search.accessibleDescription() == "Two letters at least"


def test_esc_clears(page: TimelinePage, qtbot: QtBot) -> None:
    before = list(page.model.keys)
    QTest.keyClicks(page.search, "pipe")
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    settled(qtbot, page)
    assert page.search.text() == ""
    assert list(page.model.keys) == before
    QTest.keyClicks(page.search, "pipe")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_an_old_answer_never_overwrites_a_new_one(
    page: TimelinePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeding, "FIRST", 3)
    monkeypatch.setattr(feeding, "SLICE", 2)
    page.search.setText("the")
    assert not page.feed.complete
    page.search.setText("pipeline")
    settled(qtbot, page)
    wanted = page.desk.ask(timeline.keys, Filters(query="pipeline"))
    assert list(page.model.keys) == list(wanted)


def test_the_rest_comes_in_slices_and_keeps_choice_and_place(
    page: TimelinePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, full_desk: Desk
) -> None:
    monkeypatch.setattr(feeding, "FIRST", 3)
    monkeypatch.setattr(feeding, "SLICE", 2)
    page.bar.changed.emit()
    assert len(page.model.keys) == 3
    page.view.choose(page.model.row_of(page.model.keys[2]))
    key = chosen(page).key
    settled(qtbot, page)
    assert list(page.model.keys) == list(full_desk.ask(timeline.keys, Filters()))
    assert chosen(page).key == key


def test_nothing_found_and_back(page: TimelinePage, qtbot: QtBot) -> None:
    page.bar.drops[3].value_changed.emit(None)
    QTest.keyClicks(page.search, "zzzz")
    assert page.none_found.isVisible()
    assert not page.view.isVisible()
    qtbot.mouseClick(page.none_found.action_button, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert page.view.isVisible()
    assert page.search.text() == ""
    assert page.view.hasFocus()


def test_company_kind_and_outcome(page: TimelinePage, qtbot: QtBot) -> None:
    trigger(page, 0, "Northwind Robotics")
    settled(qtbot, page)
    assert set(companies(page)) == {"Northwind Robotics"}
    trigger(page, 0, "All companies")
    trigger(page, 1, "Technical")
    trigger(page, 3, "Not this time")
    settled(qtbot, page)
    cards = [page.model.card(page.model.row_of(key)) for key in page.model.keys]
    assert {(c.interview_kind, c.standing) for c in cards if c} == {
        (InterviewKind.TECHNICAL, Standing.REJECTED)
    }
    assert page.bar.narrowed


@pytest.mark.parametrize("text", ["This month", "Last 3 months", "This year"])
def test_spans_of_time(page: TimelinePage, qtbot: QtBot, text: str) -> None:
    trigger(page, 2, text)
    settled(qtbot, page)
    filters = page.bar.filters("")
    assert filters.since is not None
    assert filters.until is not None
    walls = [page.model.card(page.model.row_of(k)) for k in page.model.keys]
    assert walls
    assert all(c and filters.since <= c.wall.date() <= filters.until for c in walls)


def test_own_days_are_asked_for(page: TimelinePage, qtbot: QtBot) -> None:
    from interview_coach.ui.timeline.days import DaysDialog

    trigger(page, 2, "Choose days…")
    dialog = page.bar.findChild(DaysDialog)
    assert dialog is not None
    dialog.first.setDate(dialog.first.date().addYears(2))
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.last_field.error
    dialog.first.setDate(dialog.last.date().addDays(-7))
    assert not dialog.last_field.error
    days = dialog.days
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    filters = page.bar.filters("")
    assert (filters.since, filters.until) == days
    assert "–" in page.bar.drops[2].text()
    trigger(page, 2, "Choose days…")
    second = next(d for d in page.bar.findChildren(DaysDialog) if d.isVisible())
    assert second.days == days
    second.reject()
    assert page.bar.filters("").since == days[0]
