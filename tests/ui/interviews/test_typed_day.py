"""A day can be typed: digits reach the day of the month at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_coach.ui.interviews.form import CalmWheel
from interview_coach.ui.interviews.time_boxes import DayBox


def test_tab_and_type(qtbot: QtBot) -> None:
    box = DayBox(CalmWheel())
    qtbot.addWidget(box)
    box.show_day(date(2026, 10, 23))
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(box, "25")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.day == date(2026, 10, 25)
