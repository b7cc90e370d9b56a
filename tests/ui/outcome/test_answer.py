"""The recorded answer: its words, its day, another one, none after all."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import (
    Answer,
    Decision,
)
from interview_coach.ui.desk import Desk
from tests.ui.outcome.acting import Show, after, choose, click, decision, find, texts, told


def test_their_words_are_kept_while_typing_and_when_leaving(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    field = after(panel).answer.words.control
    field.setFocus()
    with qtbot.waitSignal(full_desk.scribbled):
        qtbot.keyClicks(field, "The role was re-scoped")
    kept = full_desk.store.scribbled("outcome:")
    assert list(kept.values()) == ["The role was re-scoped"]
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.words == ""
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.words == "The role was re-scoped"
    assert full_desk.store.scribbled("outcome:") == {}


def test_words_typed_before_a_crash_are_there_again_and_it_says_so(
    show: Show, full_desk: Desk
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    full_desk.store.scribble(f"outcome:{recorded.id}:words", "What I had typed")
    panel = show(key)
    words = after(panel).answer.words
    assert words.read() == "What I had typed"
    note = words.recovery.note
    assert note is not None
    assert note.said.text() == "From before the program stopped. Not saved yet."
    full_desk.flush()
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.words == "What I had typed"


def test_another_decision_keeps_the_day_the_words_and_the_reasons(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    before = told(full_desk, key)
    field = after(panel).answer.words.control
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, " And more.")
    choose(qtbot, after(panel).answer.change.menu(), "They cancelled")
    now = told(full_desk, key)
    assert now.outcome is not None
    assert before.outcome is not None
    assert now.outcome.decision is Decision.CANCELLED
    assert now.outcome.words == before.outcome.words + " And more."
    assert now.outcome.decided_on == before.outcome.decided_on
    assert {r.id for r in now.reasons} == {r.id for r in before.reasons}
    full_desk.undo()
    assert decision(full_desk, key) is Decision.REJECTED


def test_the_day_can_be_changed_but_not_into_the_future(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    card = after(panel).answer
    assert card.day.value == date(2026, 10, 26)
    card.day.setFocus()
    card.day.setCurrentSection(QDateTimeEdit.Section.DaySection)
    qtbot.keyClick(card.day, Qt.Key.Key_Down)
    qtbot.keyClick(card.day, Qt.Key.Key_Tab)
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.decided_on == date(2026, 10, 25)
    card.day_chosen.emit(date(2026, 12, 24))
    assert "That day has not come yet." in texts(card)
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.decided_on == date(2026, 10, 25)


def test_my_answer_to_an_offer(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Hoshi", "final")
    panel = show(key)
    card = after(panel).answer
    assert card.answer.isVisible()
    assert card.answer.value is Answer.OPEN
    click(qtbot, card.answer.choices[1])
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.answer is Answer.ACCEPTED
    panel.show_interview(find(full_desk, "Fieldstone", "panel"))
    assert not after(panel).answer.answer.isVisible()


def test_it_was_not_decided_yet_and_undo_brings_all_of_it_back(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    before = told(full_desk, key)
    click(qtbot, after(panel).answer.take_back)
    assert told(full_desk, key).outcome is None
    assert panel.ask.isVisible()
    assert panel.ask.choices[0].hasFocus()
    full_desk.undo()
    assert told(full_desk, key) == before


def test_after_advancing_it_invites_to_add_the_next_round(
    show: Show, full_desk: Desk, wanted: list[Place], qtbot: QtBot
) -> None:
    key = find(full_desk, "Civic", "phone_screen")
    panel = show(key)
    click(qtbot, panel.ask.choices[0])
    button = after(panel).ahead.button
    assert button.text() == "Add the next round"
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert wanted == [Place("new_interview", told(full_desk, key).opportunity_id)]
    assert not after(panel).reasons.isVisible()
    assert not after(panel).signs.isVisible()


def test_a_round_that_is_there_already_is_opened_instead(
    show: Show, full_desk: Desk, wanted: list[Place], qtbot: QtBot
) -> None:
    panel = show(find(full_desk, "Brightwater", "technical"))
    click(qtbot, after(panel).ahead.button)
    assert wanted == [Place("interview", find(full_desk, "Brightwater", "final"))]
