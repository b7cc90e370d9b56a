"""Before the answer: one click, and what is known while waiting."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import (
    Answer,
    Decision,
)
from interview_coach.ui.desk import Desk
from tests.stores import Clock
from tests.ui.outcome.acting import Show, after, click, decision, find, texts, told


@pytest.mark.parametrize("wanted_decision", list(Decision))
def test_one_click_records_the_answer_with_todays_date(
    show: Show, full_desk: Desk, qtbot: QtBot, wanted_decision: Decision
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    choice = next(c for c in panel.ask.choices if c.decision is wanted_decision)
    click(qtbot, choice)
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.decision is wanted_decision
    assert recorded.decided_on == date(2026, 11, 22)
    assert recorded.interview_id == key
    assert recorded.answer is (Answer.OPEN if wanted_decision is Decision.OFFER else None)
    assert panel.ask.isHidden()
    assert after(panel).isVisible()
    assert full_desk.undo().topics
    assert panel.ask.isVisible()
    assert panel.after is None


def test_the_day_is_the_persons_own(
    show: Show, full_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    clock.forward(hours=2.5)  # 00:30 in Berlin, still the 22nd in UTC
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.decided_on == date(2026, 11, 23)


def test_while_waiting_it_says_how_long_what_they_promised_and_my_forecast(
    show: Show, full_desk: Desk
) -> None:
    panel = show(find(full_desk, "Brightwater", "final"))
    said = texts(panel.ask)
    assert "6 days" in said
    assert "since Mon 16 Nov" in said
    assert "An answer by Thu 26 Nov" in said
    assert "60%" in said
    assert "Review first" not in said
    names = [choice.accessibleName() or choice.text() for choice in panel.ask.choices]
    assert names == ["Advanced", "Offer", "Not this time", "I withdrew", "They cancelled"]


def test_without_a_sealed_review_there_is_no_forecast_and_a_way_to_the_review(
    show: Show, full_desk: Desk, wanted: list[Place], qtbot: QtBot
) -> None:
    key = find(full_desk, "Halden", "panel")
    panel = show(key)
    assert not [text for text in texts(panel.ask) if "%" in text]
    click(qtbot, panel.ask._review)
    assert wanted == [Place("interview", key, "review")]


def test_an_answer_can_come_before_the_interview(show: Show, full_desk: Desk) -> None:
    panel = show(find(full_desk, "Northwind", "technical"))
    assert "The interview is still to come" in texts(panel.ask)
    assert not [text for text in texts(panel.ask) if text.startswith("since")]
    assert panel.ask.choices[4].isVisible()


def test_the_five_answers_fill_their_line_and_are_reached_by_keys(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    choices = panel.ask.choices
    qtbot.waitUntil(lambda: len({choice.y() for choice in choices}) == 1)
    assert choices[-1].geometry().right() > panel.ask.width() - 30
    panel.focus_first()
    assert choices[0].hasFocus()
    qtbot.keyClick(choices[0], Qt.Key.Key_Tab)
    qtbot.keyClick(choices[1], Qt.Key.Key_Tab)
    assert choices[2].hasFocus()
    qtbot.keyClick(choices[2], Qt.Key.Key_Space)
    assert decision(full_desk, key) is Decision.REJECTED
