"""The day is changed by arrows, over the ends of weeks and months."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit
from pytestqt.qtbot import QtBot

from interview_coach.ui.interviews.form import CalmWheel
from interview_coach.ui.interviews.time_boxes import DayBox
from interview_coach.ui.theme import Theme


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> DayBox:
    made = DayBox(CalmWheel())
    qtbot.addWidget(made)
    made.show_day(date(2026, 11, 3))
    made.show()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    return made


def test_arrows_go_on_over_the_ends_of_weeks_and_months(box: DayBox) -> None:
    for _ in range(4):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.day == date(2026, 10, 30)
    for _ in range(10):
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.day == date(2026, 11, 9)
    assert box.currentSection() == QDateTimeEdit.Section.DaySection


def test_arrows_in_the_weekday_and_in_the_month(box: DayBox) -> None:
    box.lineEdit().setCursorPosition(0)
    for _ in range(3):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.day == date(2026, 10, 31)
    box.setSelectedSection(QDateTimeEdit.Section.MonthSection)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.day == date(2026, 11, 30)
