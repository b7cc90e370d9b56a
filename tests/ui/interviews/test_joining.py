"""What the dialog says while one types: which job it joins, what else is then, and the key that saves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_coach.store import interview, interviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from tests.ui.interviews.conftest import Opener, a_draft, fill, put_when


def test_a_known_job_is_named_and_its_posting_is_there(
    desk: Desk, opened: Opener, qtbot: QtBot
) -> None:
    desk.do(interview.add_interview, a_draft(posting_text="We build robots."))
    dialog = InterviewDialog(desk)
    opened(dialog)
    fill(dialog)
    QTest.keyClick(dialog.role, Qt.Key.Key_Tab)
    help_text = dialog.role.accessibleDescription()
    assert "This becomes another round of Engineer at Acme." in help_text
    assert dialog.posting.text == "We build robots."
    dialog.role.setFocus()
    QTest.keyClicks(dialog.role, " II")
    QTest.keyClick(dialog.role, Qt.Key.Key_Tab)
    assert "another round" not in dialog.role.accessibleDescription()
    assert dialog.posting.text == ""


def test_a_posting_that_was_typed_stays(desk: Desk, opened: Opener) -> None:
    desk.do(interview.add_interview, a_draft(posting_text="We build robots."))
    dialog = InterviewDialog(desk)
    opened(dialog)
    QTest.keyClicks(dialog.posting, "Mine")
    fill(dialog)
    QTest.keyClick(dialog.role, Qt.Key.Key_Tab)
    assert dialog.posting.text == "Mine"


def test_another_interview_then_and_a_long_one_are_asked_about(desk: Desk, opened: Opener) -> None:
    desk.do(interview.add_interview, a_draft("Harbour Press"))
    dialog = InterviewDialog(desk)
    opened(dialog)
    put_when(dialog, (2026, 11, 25), (14, 30))
    assert "You already have Harbour Press then." in dialog.when.day.accessibleDescription()
    put_when(dialog, (2026, 11, 25), (15, 0))
    assert "Harbour" not in dialog.when.day.accessibleDescription()
    dialog.when.length.setValue(405)
    assert "6 h 45 min: is that right?" in dialog.when.length.accessibleDescription()


@pytest.mark.parametrize("name", ["kind", "zone", "day", "start", "length", "company", "notes"])
def test_ctrl_enter_saves_from_every_field(
    name: str, desk: Desk, dialog: InterviewDialog, qtbot: QtBot
) -> None:
    fill(dialog)
    field = getattr(dialog.when, name, None) or getattr(dialog, name)
    field.setFocus()
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = desk.ask(interviews.interview_list)
    assert len([*found.upcoming, *found.to_review]) == 1, "once"
