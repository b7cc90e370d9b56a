"""Questions that one expects, beside the checklist: typed, worded, moved, chosen, offered, kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import InterviewKind, ReviewText
from interview_coach.store import expected, expecting, interview, review
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.expectdialog import ExpectDialog
from interview_coach.ui.prep.expected import ExpectedCard
from interview_coach.ui.widgets import Label
from tests.stores import NOW
from tests.ui.prep.conftest import Bench

ALT = Qt.KeyboardModifier.AltModifier


def card(bench: Bench) -> ExpectedCard:
    return bench.panel.expected


def stored(bench: Bench) -> list[str]:
    found = bench.desk.ask(expecting.expected_questions, bench.key)
    return [one.text for one in found.questions]


def shown(bench: Bench) -> list[str]:
    return [row.shown.text for row in card(bench).rows]


def field(bench: Bench) -> QLineEdit:
    new = card(bench).new
    assert new is not None
    return new.line


def type_in(qtbot: QtBot, bench: Bench, *texts: str) -> None:
    for text in texts:
        qtbot.keyClicks(field(bench), text)
        qtbot.keyClick(field(bench), Qt.Key.Key_Return)


def held(desk: Desk, days_ago: int, *asked: str) -> str:
    """A technical interview in which these were asked."""
    start = (NOW - timedelta(days=days_ago)).replace(tzinfo=None, hour=10)
    draft = InterviewDraft(
        f"Firm {days_ago}", "Analyst", start, "Europe/Berlin", InterviewKind.TECHNICAL
    )
    key = desk.do(interview.add_interview, draft, checklist=False)
    for text in asked:
        desk.do(review.add_asked, key, text)
    return key


def test_enter_adds_a_question_and_waits_for_the_next(qtbot: QtBot, own: Bench) -> None:
    field(own).setFocus()
    type_in(qtbot, own, "Why us?", "Draw it")
    assert shown(own) == stored(own) == ["Why us?", "Draw it"]
    assert (field(own).text(), field(own).hasFocus()) == ("", True)
    own.desk.undo()
    assert shown(own) == ["Why us?"]


def test_several_pasted_lines_are_several_questions(qtbot: QtBot, own: Bench) -> None:
    field(own).setFocus()
    QApplication.clipboard().setText("- Why us?\n2. Draw it\n\n")
    qtbot.keyClick(field(own), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown(own) == ["Why us?", "Draw it"]


def test_a_question_is_worded_anew_in_its_place(qtbot: QtBot, own: Bench) -> None:
    type_in(qtbot, own, "Why us?")
    row = card(own).rows[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, " Really?")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stored(own) == ["Why us? Really?"]
    assert QApplication.focusWidget() is row
    qtbot.keyClick(row, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert stored(own) == ["Why us? Really?"]


def test_a_question_without_words_is_refused_beside_its_field(qtbot: QtBot, own: Bench) -> None:
    type_in(qtbot, own, "Why us?")
    card(own).edit(card(own).rows[0].shown.id)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    said = [x.text() for x in card(own).findChildren(Label) if x.isVisible()]
    assert "Please fill this in." in said
    assert stored(own) == ["Why us?"]


def test_keys_move_and_delete_and_the_focus_stays_near(qtbot: QtBot, own: Bench) -> None:
    type_in(qtbot, own, "one", "two", "three")
    row = card(own).rows[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down, ALT)
    assert stored(own) == ["two", "one", "three"]
    assert row.hasFocus()
    qtbot.keyClick(row, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(row, Qt.Key.Key_Up, ALT)
    assert stored(own) == ["one", "two", "three"]
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert shown(own) == ["two", "three"]
    assert card(own).rows[0].hasFocus()
    own.desk.undo()
    assert shown(own) == ["one", "two", "three"]


def test_what_came_unprepared_before_is_offered_and_taken(qtbot: QtBot, own: Bench) -> None:
    for days in (9, 8):
        held(own.desk, days, "How do you test?")
    (offer,) = card(own).offers
    said = [x.text() for x in offer.findChildren(Label)]
    assert said[:2] == ["How do you test?", "Came unprepared in 2 interviews of this kind"]
    offer.button.click()
    assert shown(own) == ["How do you test?"]
    assert card(own).rows[0].accessibleDescription() == "Asked in 2 interviews before"
    assert card(own).offers == []
    own.desk.undo()
    assert len(card(own).offers) == 1


def test_a_template_offers_it_too_and_adds_both_in_one_step(own: Bench) -> None:
    for days in (9, 8):
        held(own.desk, days, "How do you test?")
    dialog = own.panel.open_template()
    assert dialog is not None
    assert dialog.rows[-1].pick.heading == "Questions to expect"
    before = len(own.found.items)
    for row in (dialog.rows[0], dialog.rows[-1]):
        row.setChecked(True)
    dialog.accept()
    assert (len(own.found.items), stored(own)) == (before + 1, ["How do you test?"])
    own.desk.undo()
    assert (len(own.found.items), stored(own)) == (before, [])


def test_questions_are_chosen_from_earlier_rounds_and_the_library(bench: Bench) -> None:
    dialog = card(bench).open_choice()
    assert isinstance(dialog, ExpectDialog)
    headings = list(dict.fromkeys(row.pick.heading for row in dialog.rows))
    assert headings == ["Asked in interviews of this kind", "From the library"]
    dialog.rows[0].setChecked(True)
    dialog.rows[-1].setChecked(True)
    before = stored(bench)
    dialog.accept()
    assert len(stored(bench)) == len(before) + 2
    bench.desk.undo()
    assert stored(bench) == before


def test_what_a_crash_left_stands_in_the_field_again(
    qtbot: QtBot, own: Bench, open_panel: Callable[[Desk, str], Bench]
) -> None:
    key = own.desk.do(expected.add_expected, own.key, "Why us?")
    own.panel.hide()
    own.desk.store.scribble(f"expected:{own.key}:add", "Half a quest")
    own.desk.store.scribble(f"expected:{own.key}:{key}", "Why us, rea", "Why us?")
    after = open_panel(own.desk, own.key)
    lines = [x.text() for x in card(after).findChildren(QLineEdit) if x.isVisible()]
    assert lines == ["Half a quest", "Why us, rea"]
    assert stored(after) == ["Why us?"]


def test_once_the_review_is_sealed_nothing_can_be_changed(
    qtbot: QtBot, desk: Desk, open_panel: Callable[[Desk, str], Bench]
) -> None:
    key = held(desk, 2, "Draw it")
    desk.do(expected.add_expected, key, "Why us?")
    desk.do(review.write_review, key, ReviewText.WENT_WELL, "All of it")
    desk.do(review.seal_review, key)
    bench = open_panel(desk, key)
    row = card(bench).rows[0]
    row.setFocus()
    for pressed in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(row, pressed)
    assert shown(bench) == stored(bench) == ["Why us?"]
    assert not field(bench).isVisible()
    assert not card(bench).choose.isVisible()


def test_the_menu_says_the_keys(bench: Bench) -> None:
    row = card(bench).rows[0]
    row.open_menu(row.mapToGlobal(row.rect().center()))
    menu = next(m for m in row.findChildren(QMenu) if m.isVisible())
    keys = [action.shortcut().toString() for action in menu.actions()]
    menu.close()
    assert keys == ["F2", "Alt+Up", "Alt+Down", "Del"]
