"""Nothing typed in the interview dialog is lost, and nothing of it is kept for the wrong one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import Part
from interview_coach.store import interview
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.dialogs import open_dialog
from interview_coach.ui.interviews.form import DraftDialog
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from interview_coach.ui.navigator import Navigator
from tests.ui.conftest import Memory
from tests.ui.interviews.conftest import Opener, a_draft, fill, scratch

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


# --- nothing typed is lost --------------------------------------------------------------------------


def test_typing_is_kept_within_a_second_and_restored(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, opened: Opener
) -> None:
    with qtbot.waitSignal(desk.scribbled, timeout=1000):
        QTest.keyClicks(dialog.company, "Acme")
    QTest.keyClicks(dialog.notes, "half a sen")
    dialog.people.show_people([Interviewer("Ann", Part.PEER), Interviewer("Bob")])
    dialog.when.zone.set_zone("Asia/Tokyo")
    dialog.when.start.setTime(QTime(9, 5))
    desk.scribble_all()
    # A crash: nobody asks, nothing is closed in order.
    again = InterviewDialog(desk)
    opened(again)
    assert again.restored.isVisible()
    assert again.company.text() == "Acme"
    assert again.notes.text == "half a sen"
    assert [(p.name, p.part) for p in again.people.people] == [("Ann", Part.PEER), ("Bob", None)]
    assert (again.when.zone.zone, again.when.start.time()) == ("Asia/Tokyo", QTime(9, 5))
    assert again.touched


def test_start_afresh_lets_it_go(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, opened: Opener
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    desk.scribble_all()
    again = InterviewDialog(desk)
    opened(again)
    again.restored.acted.emit()
    assert again.company.text() == ""
    assert not again.restored.isVisible()
    assert not again.touched
    assert scratch(desk) is None


def test_a_wrong_end_is_restored_as_it_was(
    desk: Desk, dialog: InterviewDialog, opened: Opener
) -> None:
    dialog.when.start.setTime(QTime(14, 0))
    dialog.when.end.setTime(QTime(13, 0))
    desk.scribble_all()
    again = InterviewDialog(desk)
    opened(again)
    assert (again.when.start.time(), again.when.end.time()) == (QTime(14, 0), QTime(13, 0))
    assert again.when.minutes == -60


@pytest.mark.parametrize("rubbish", ["", "{", "[1]", '{"when": 3, "people": [[1]], "mode": "x"}'])
def test_scratch_that_cannot_be_read_does_no_harm(desk: Desk, opened: Opener, rubbish: str) -> None:
    desk.store.scribble("dialog:interview:new", rubbish)
    dialog = InterviewDialog(desk)
    opened(dialog)
    assert not dialog.restored.isVisible()
    assert dialog.draft().minutes == 45


def test_saving_wipes_the_scratch_with_the_deed(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    fill(dialog)
    desk.scribble_all()
    assert scratch(desk) is not None
    dialog.save()
    assert scratch(desk) is None


def test_a_refused_save_keeps_the_scratch(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    desk.scribble_all()
    dialog.save()
    kept = scratch(desk)
    assert kept is not None
    assert kept["company"] == "Acme"


def test_closing_the_program_keeps_it_too(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    desk.flush()
    kept = scratch(desk)
    assert kept is not None
    assert kept["company"] == "Acme"


def test_esc_asks_when_something_was_typed(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, voice: Memory
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    desk.scribble_all()
    voice.answer = False
    QTest.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.company.text() == "Acme"
    assert scratch(desk) is not None
    voice.answer = True
    QTest.keyClick(dialog, Key.Key_Escape)
    assert len(voice.said) == 2
    assert scratch(desk) is None


def test_esc_asks_nothing_when_nothing_was_typed(
    qtbot: QtBot, dialog: InterviewDialog, voice: Memory
) -> None:
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Key.Key_Escape)
    assert not voice.said


def test_each_interview_has_its_own_scratch(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    key = desk.do(interview.add_interview, a_draft())
    dialog = InterviewDialog(desk, None, None, key)
    opened(dialog)
    QTest.keyClicks(dialog.notes, "later")
    desk.scribble_all()
    assert scratch(desk) is None
    assert scratch(desk, f"dialog:interview:{key}") is not None


def test_a_closed_dialog_is_freed(qtbot: QtBot, desk: Desk, navigator: Navigator) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert open_dialog(Place("new_interview"), desk, navigator, window)
    (dialog,) = window.findChildren(InterviewDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(DraftDialog))
    desk.flush()
