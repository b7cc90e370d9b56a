"""What is wrong in the interview dialog is named beside its field, and how its times behave."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import Interviewer
from interview_coach.store import interviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from tests.ui.interviews.conftest import fill, only, put_when

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


# --- what is wrong ----------------------------------------------------------------------------------


def test_each_fault_stands_beside_its_field_and_the_first_gets_the_focus(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    QTest.keyClicks(dialog.link, "room 4")
    dialog.notes.setFocus()
    QTest.keyClick(dialog.notes, Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog.fields["title"].error == "Please fill this in."
    assert dialog.fields["link"].error.startswith("That is not a link.")
    assert dialog.fields["company"].error == ""
    assert QApplication.focusWidget() is dialog.role
    assert (dialog.company.text(), dialog.link.text()) == ("Acme", "room 4")
    assert not desk.ask(interviews.interview_list).upcoming
    assert "Please fill this in." in dialog.role.accessibleDescription()


def test_typing_takes_a_complaint_away(qtbot: QtBot, dialog: InterviewDialog) -> None:
    dialog.save()
    assert dialog.fields["company"].error
    QTest.keyClicks(dialog.company, "A")
    assert not dialog.fields["company"].error
    assert dialog.fields["title"].error


def test_an_end_before_the_start_is_named_and_not_mended(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    fill(dialog)
    dialog.when.start.setTime(QTime(14, 0))
    dialog.when.end.setTime(QTime(13, 30))
    dialog.when.end.editingFinished.emit()
    assert dialog.when.end_field.error == "The end is before the start."
    dialog.save()
    assert dialog.isVisible()
    assert dialog.when.end_field.error == "The end is before the start."
    assert dialog.when.end.time() == QTime(13, 30)
    assert dialog.when.start.time() == QTime(14, 0)
    dialog.when.end.setTime(QTime(14, 30))
    assert not dialog.when.end_field.error
    dialog.save()
    assert desk.ask(interviews.interview_draft, only(desk)).minutes == 30


def test_a_start_moved_before_a_wrong_end_makes_it_right(dialog: InterviewDialog) -> None:
    dialog.when.start.setTime(QTime(14, 0))
    dialog.when.end.setTime(QTime(13, 0))
    dialog.when.start.setTime(QTime(12, 0))
    assert dialog.when.minutes == 60
    assert dialog.when.end.time() == QTime(13, 0)


def test_a_skipped_time_is_named(qtbot: QtBot, desk: Desk, dialog: InterviewDialog) -> None:
    fill(dialog)
    put_when(dialog, (2027, 3, 28), (2, 30))
    assert "jump over 02:30" in dialog.when.start_field.error
    dialog.save()
    assert dialog.isVisible()
    assert "jump over 02:30" in dialog.when.start_field.error
    assert QApplication.focusWidget() is dialog.when.start
    dialog.when.start.setTime(QTime(3, 30))
    assert not dialog.when.start_field.error
    dialog.save()
    assert only(desk)


@pytest.mark.parametrize(("choice", "hour"), [(0, 0), (1, 1)])
def test_a_repeated_time_must_be_answered(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, choice: int, hour: int
) -> None:
    fill(dialog)
    assert not dialog.when.which_field.isVisible()
    put_when(dialog, (2027, 10, 31), (2, 30))
    assert dialog.when.which_field.isVisible()
    assert dialog.when.fold is None
    dialog.save()
    assert "twice that day" in dialog.when.which_field.error
    assert QApplication.focusWidget() is dialog.when.which.choices[0]
    QTest.mouseClick(dialog.when.which.choices[choice], Qt.MouseButton.LeftButton)
    assert not dialog.when.which_field.error
    dialog.save()
    head = desk.ask(interviews.interview_head, only(desk))
    assert head.fold == choice
    assert head.start_at == datetime(2027, 10, 31, hour, 30, tzinfo=UTC)


def test_another_time_forgets_the_answer(dialog: InterviewDialog) -> None:
    put_when(dialog, (2027, 10, 31), (2, 30))
    dialog.when.which.choices[1].click()
    assert dialog.draft().fold == 1
    dialog.when.start.setTime(QTime(2, 45))
    assert dialog.draft().fold is None
    dialog.when.start.setTime(QTime(4, 0))
    assert not dialog.when.which_field.isVisible()


def test_a_zone_that_is_none_is_named(qtbot: QtBot, dialog: InterviewDialog) -> None:
    fill(dialog)
    dialog.when.zone.setEditText("Atlantis")
    dialog.save()
    assert "Atlantis" in dialog.when.zone_field.error
    assert dialog.when.zone.currentText() == "Atlantis"


def test_somebody_named_twice_is_told(qtbot: QtBot, dialog: InterviewDialog) -> None:
    fill(dialog)
    dialog.people.show_people([Interviewer("Ann"), Interviewer("ann")])
    dialog.save()
    assert dialog.fields["interviewers"].error == "ann is named twice."


def test_an_odd_year_stands_beside_the_day(qtbot: QtBot, dialog: InterviewDialog) -> None:
    fill(dialog)
    put_when(dialog, (1926, 11, 24), (10, 0))
    dialog.save()
    assert "1926" in dialog.when.day_field.error


def test_a_paste_that_would_freeze_is_refused_beside_the_field(dialog: InterviewDialog) -> None:
    mime = QMimeData()
    mime.setText("x" * 300_000)
    dialog.posting.set_text("before")
    dialog.posting.insertFromMimeData(mime)
    assert dialog.fields["posting_text"].error
    assert dialog.posting.text == "before"


# --- time and zone ----------------------------------------------------------------------------------


def test_moving_the_start_keeps_the_length(dialog: InterviewDialog) -> None:
    dialog.when.length.setValue(90)
    dialog.when.start.setTime(QTime(9, 15))
    assert dialog.when.end.time() == QTime(10, 45)
    assert dialog.when.minutes == 90
    dialog.when.end.setTime(QTime(10, 0))
    assert dialog.when.length.value() == 45


def test_over_midnight_the_next_day_is_said(dialog: InterviewDialog) -> None:
    dialog.when.start.setTime(QTime(23, 30))
    dialog.when.length.setValue(60)
    assert dialog.when.end.time() == QTime(0, 30)
    assert "the next day" in dialog.when.end.accessibleDescription()
    dialog.when.end.setTime(QTime(0, 45))
    assert dialog.when.minutes == 75


def test_another_zone_shows_the_time_for_me(qtbot: QtBot, dialog: InterviewDialog) -> None:
    line = dialog.when.zone.lineEdit()
    assert line is not None
    dialog.when.zone.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(dialog.when.zone, "new york")
    completer = dialog.when.zone.completer()
    assert completer is not None
    popup = completer.popup()
    assert isinstance(popup, QAbstractItemView)
    assert popup.isVisible()
    assert popup.model().rowCount() == 1
    QTest.keyClick(popup, Key.Key_Tab)
    assert dialog.when.zone.zone == "America/New_York"
    assert dialog.when.zone.currentText() == "America/New York"
    assert (
        "16:00 for you" in line.accessibleDescription() + dialog.when.zone.accessibleDescription()
    )


def test_my_own_zone_stands_first(dialog: InterviewDialog) -> None:
    assert dialog.when.zone.itemText(0) == "Europe/Berlin"


def test_the_label_of_the_place_follows_how(dialog: InterviewDialog) -> None:
    from PySide6.QtWidgets import QLabel

    def labels() -> list[str]:
        fields = (dialog.fields["link"], dialog.fields["place"])
        return [field.findChildren(QLabel)[0].text() for field in fields]

    video = labels()
    dialog.mode.choices[2].click()
    assert video != labels()
    assert labels()[1] == "Address"
