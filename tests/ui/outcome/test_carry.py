"""What is carried into the next interview: ticked by the person, in their own words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import (
    Cancelled,
    LessonFamily,
    ReasonKind,
    Sign,
)
from interview_coach.domain.prep import CarriedLesson
from interview_coach.store import interviews, lessons
from interview_coach.store.document import everything
from interview_coach.store.interview import call_off_interview
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.panel import OutcomePanel
from interview_coach.ui.widgets import CheckRow
from tests.ui.outcome.acting import Show, after, click, find, line, rows, sign_of, told


def carry_rows(panel: OutcomePanel) -> dict[str, CheckRow]:
    return {row.tick.accessibleName(): row for row in after(panel).carry.rows.values()}


def tick(qtbot: QtBot, panel: OutcomePanel, text: str) -> None:
    """Tick a choice by its key, or take the tick away."""
    box = carry_rows(panel)[text].tick
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def waiting(desk: Desk, key: str) -> list[CarriedLesson]:
    return list(desk.ask(lessons.carried, key, limit=50))


def shown_order(panel: OutcomePanel) -> list[str]:
    """The texts as they stand under each other."""
    card = after(panel).carry
    placed = sorted(card.rows.values(), key=lambda row: row.mapTo(card, row.rect().topLeft()).y())
    return [row.tick.accessibleName() for row in placed]


def test_only_what_waits_for_the_next_preparation_already_is_ticked(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    target = find(full_desk, "Northwind", "technical")
    beside = {lesson.text for lesson in waiting(full_desk, target)}
    offered = told(full_desk, key).choices
    assert {c.text for c in offered if c.carried} == {c.text for c in offered} & beside
    ticked = {text for text, row in carry_rows(panel).items() if row.checked}
    assert ticked == {c.text for c in offered if c.carried}
    for carried in (True, False):
        families = [c.family for c in offered if c.carried is carried]
        order = [LessonFamily.STRENGTH, LessonFamily.CHANGE]
        assert families == sorted(families, key=order.index), "strengths first"


def test_what_is_ticked_is_carried_into_the_next_interview(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    card = after(panel).carry
    offered = told(full_desk, key).choices
    before = [c.text for c in offered if c.carried]
    picked = [c.text for c in offered if not c.carried][:2]
    assert len(picked) == 2
    for text in picked:
        tick(qtbot, panel, text)
    n = len(before) + 2
    assert card.button.text() == f"Carry {n} to Northwind Robotics, technical"
    click(qtbot, card.button)
    target = find(full_desk, "Northwind", "technical")
    assert {*before, *picked} <= {x.text for x in waiting(full_desk, target)}
    assert card.button.text() == f"{n} carried"
    assert not card.button.isEnabled()
    now = told(full_desk, key).choices
    assert {c.text for c in now if c.carried} == {*before, *picked}
    assert {c.target for c in now if c.carried} == {target}
    qtbot.waitUntil(lambda: shown_order(panel) == [c.text for c in now])
    full_desk.undo()
    assert [c.text for c in told(full_desk, key).choices if c.carried] == before
    assert not carry_rows(panel)[picked[0]].checked


def test_what_is_carried_can_be_let_go_again(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    offered = told(full_desk, key).choices
    strength = next(c for c in offered if not c.carried and c.family is LessonFamily.STRENGTH)
    tick(qtbot, panel, strength.text)
    click(qtbot, after(panel).carry.button)
    for text in [c.text for c in told(full_desk, key).choices if c.carried]:
        tick(qtbot, panel, text)
    assert after(panel).carry.button.text() == "Carry nothing"
    click(qtbot, after(panel).carry.button)
    now = told(full_desk, key).choices
    assert [c for c in now if c.carried] == []
    assert {c.text for c in now} == {c.text for c in offered}, "all is on offer as before"
    target = find(full_desk, "Northwind", "technical")
    assert not {c.text for c in now} & {x.text for x in waiting(full_desk, target)}


def test_without_a_next_interview_it_waits_for_one(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    for row in full_desk.ask(interviews.interview_list).upcoming:
        full_desk.do(call_off_interview, row.id, Cancelled.THEM)
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    offered = told(full_desk, key).choices
    text = next(c.text for c in offered if not c.carried)
    n = len([c for c in offered if c.carried])
    card = after(panel).carry
    assert card.button.text() == f"{n} carried"
    tick(qtbot, panel, text)
    assert card.button.text() == f"Carry {n + 1} into your next interview"
    click(qtbot, card.button)
    assert carry_rows(panel)[text].checked
    assert card.button.text() == f"{n + 1} carried"


def test_one_more_in_my_own_words_is_carried_at_once(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    card = after(panel).carry
    card.line.setFocus()
    qtbot.keyClicks(card.line, "Bring the diagram")
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    assert card.line.text() == ""
    assert card.line.hasFocus()
    assert carry_rows(panel)["Bring the diagram"].checked
    target = find(full_desk, "Northwind", "technical")
    assert "Bring the diagram" in {x.text for x in waiting(full_desk, target)}
    qtbot.keyClicks(card.line, "And another")
    qtbot.keyClick(card.line, Qt.Key.Key_Tab)
    assert "And another" in carry_rows(panel)
    assert card.line.text() == ""


def test_every_sentence_to_carry_is_one_the_person_wrote(full_desk: Desk) -> None:
    tables = full_desk.ask(everything)[1]
    written = [
        " ".join(str(value).split()).casefold()
        for name in ("prep_item", "covered", "review", "asked", "lesson")
        for row in tables[name]
        for value in row.values()
    ]
    for row in rows(full_desk):
        for choice in told(full_desk, row.id).choices:
            text = " ".join(choice.text.split()).casefold()
            assert any(text in own for own in written), choice.text


def test_ticks_that_wait_for_the_button_survive_changes_and_looking_elsewhere(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    before = [c for c in told(full_desk, key).choices if c.carried]
    text = next(c.text for c in told(full_desk, key).choices if not c.carried)
    tick(qtbot, panel, text)
    click(qtbot, sign_of(line(panel, ReasonKind.CLASH), Sign.SOME))
    assert carry_rows(panel)[text].checked
    panel.show_interview(find(full_desk, "Fieldstone", "panel"))
    panel.show_interview(key)
    assert carry_rows(panel)[text].checked
    assert [c for c in told(full_desk, key).choices if c.carried] == before
