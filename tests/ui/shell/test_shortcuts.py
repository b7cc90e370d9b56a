"""The sheet of keys is read by keys too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.shell.shortcuts import Shortcuts
from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import QuietButton, ScrollPage


def test_the_sheet_scrolls_by_keys_and_enter_closes_it(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    actions = [QAction(f"Action {at}", host) for at in range(40)]
    for at, action in enumerate(actions):
        action.setShortcut(f"Ctrl+F{at % 12 + 1}")
    sheet = Shortcuts(actions, host)
    sheet.show()
    close = sheet.findChild(QuietButton)
    page = sheet.findChild(ScrollPage)
    assert isinstance(close, QuietButton)
    assert isinstance(page, ScrollPage)
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    seen = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        QTest.keyClick(close, key)
        seen.append(bar.value())
    assert seen == sorted(set(seen))
    assert bar.value() == bar.maximum()
    QTest.keyClick(close, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(close, Qt.Key.Key_Return)
    assert not sheet.isVisible()
