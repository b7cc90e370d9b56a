"""Tests of the Timeline page by keys alone, and of what opens from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import EntryKind
from interview_coach.domain.standing import Standing
from interview_coach.domain.timeline import Filters, Show
from interview_coach.store import timeline
from interview_coach.ui.desk import Desk
from interview_coach.ui.timeline import feed as feeding
from interview_coach.ui.timeline.page import TimelinePage
from tests.ui.timeline.hands import chosen, press, settled


def test_the_keyboard_alone(page: TimelinePage, qtbot: QtBot, opened: list[Place]) -> None:
    page.open_search()
    press(page, Qt.Key.Key_Down)
    assert page.view.hasFocus()
    first = chosen(page).key
    # Every entry is reached, and no month is.
    seen = [first]
    for _ in range(len(page.model.keys)):
        press(page, Qt.Key.Key_Down)
        if chosen(page).key != seen[-1]:
            seen.append(chosen(page).key)
    assert seen == list(page.model.keys)
    press(page, Qt.Key.Key_Home)
    assert chosen(page).key == first
    press(page, Qt.Key.Key_End)
    assert chosen(page).key == page.model.keys[-1]
    press(page, Qt.Key.Key_PageUp)
    assert first > chosen(page).key > page.model.keys[-1] or chosen(page).key > page.model.keys[-1]
    press(page, Qt.Key.Key_PageDown)
    assert chosen(page).key == page.model.keys[-1]
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert opened[-1] == Place("interview", chosen(page).interview_id or "", "")
    press(page, Qt.Key.Key_Up)
    assert page.search.hasFocus()
    press(page, Qt.Key.Key_Return)
    assert page.view.hasFocus()


def test_letters_typed_in_the_list_are_searched(page: TimelinePage) -> None:
    page.view.setFocus()
    for letter in "pipe":
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, letter)
    assert page.search.text() == "pipe"
    assert page.search.hasFocus()
    assert page.model.query == "pipe"


def test_end_reads_all_first(
    page: TimelinePage, monkeypatch: pytest.MonkeyPatch, full_desk: Desk
) -> None:
    monkeypatch.setattr(feeding, "FIRST", 3)
    page.bar.changed.emit()
    page.view.setFocus()
    press(page, Qt.Key.Key_End)
    assert chosen(page).key == full_desk.ask(timeline.keys, Filters())[-1]


def test_tab_leaves_the_list(page: TimelinePage) -> None:
    page.view.setFocus()
    press(page, Qt.Key.Key_Tab)
    assert not page.view.hasFocus()


def test_a_click_on_a_month_changes_nothing(page: TimelinePage, qtbot: QtBot) -> None:
    before = chosen(page).key
    viewport = page.view.viewport()
    top = QPoint(40, page.view.rowViewportPosition(0) + 10)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=top)
    assert chosen(page).key == before


STEPS = {
    EntryKind.INTERVIEW: "",
    EntryKind.REVIEW: "review",
    EntryKind.LESSON: "review",
    EntryKind.REMARK: "review",
    EntryKind.OUTCOME: "outcome",
}


def test_each_kind_of_entry_opens_its_step(
    page: TimelinePage, qtbot: QtBot, opened: list[Place]
) -> None:
    page.bar.shows.set_value(Show.EVERYTHING)
    page.bar.changed.emit()
    settled(qtbot, page)
    met = set()
    for row in range(page.model.rowCount()):
        if page.model.is_month(row):
            continue
        page.view.choose(row)
        card = chosen(page)
        if card.kind in met:
            continue
        met.add(card.kind)
        page.view.setFocus()
        press(page, Qt.Key.Key_Return)
        if card.interview_id is None:
            assert opened[-1] == Place("opportunity", card.opportunity_id)
        else:
            assert opened[-1] == Place("interview", card.interview_id, STEPS[card.kind])
    # What the library holds stands on no timeline.
    assert met == set(EntryKind) - {EntryKind.LIBRARY}


def test_a_double_click_opens_and_a_click_chooses(
    page: TimelinePage, qtbot: QtBot, opened: list[Place]
) -> None:
    row = page.model.row_of(page.model.keys[1])
    spot = page.view.visualRect(page.model.index(row, 0)).center()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen(page).key == page.model.keys[1]
    assert opened == []
    qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == [Place("interview", chosen(page).interview_id or "", "")]


def test_the_preview_s_buttons(page: TimelinePage, qtbot: QtBot, opened: list[Place]) -> None:
    qtbot.mouseClick(page.preview.open_button, Qt.MouseButton.LeftButton)
    assert opened[-1].id == chosen(page).interview_id
    assert not page.preview.outcome_button.isVisible()
    for row in range(page.model.rowCount()):
        card = None if page.model.is_month(row) else page.model.card(row)
        if card is not None and card.standing is Standing.WAITING:
            page.view.choose(row)
            break
    settled(qtbot, page)
    assert page.preview.outcome_button.isVisible()
    qtbot.mouseClick(page.preview.outcome_button, Qt.MouseButton.LeftButton)
    assert opened[-1] == Place("interview", chosen(page).interview_id or "", "outcome")
