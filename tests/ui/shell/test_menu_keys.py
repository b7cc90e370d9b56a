"""The menu bar's actions have keys, and Shift+F10 opens the menu of what has the focus."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from interview_coach.ui.shell.menu import Menu
from interview_coach.ui.shell.window import MainWindow
from interview_coach.ui.theme import Theme


class Asked(QPushButton):
    """Remembers how its menu was asked for."""

    def __init__(self) -> None:
        super().__init__("a row")
        self.reasons: list[QContextMenuEvent.Reason] = []

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Remember."""
        self.reasons.append(event.reason())


@pytest.fixture
def menu(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Menu:
    window = MainWindow(theme, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    made = Menu(window)
    with qtbot.waitActive(window):
        window.show()
    return made


def test_every_action_of_the_bar_has_a_key_or_a_letter(menu: Menu) -> None:
    for entry in menu.window_.menuBar().actions():
        below = entry.menu()
        assert isinstance(below, QMenu)
        below.aboutToShow.emit()
        letters = [QKeySequence.mnemonic(entry.text()).toString()]
        assert letters[0], entry.text()
        actions = [a for a in below.actions() if not a.isSeparator()]
        assert actions
        for action in actions:
            letter = QKeySequence.mnemonic(action.text()).toString()
            assert letter or action.shortcuts(), action.text()
            letters.append(letter)
        given = [letter for letter in letters[1:] if letter]
        assert len(given) == len(set(given)), f"{entry.text()}: one letter twice in {letters}"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the system does it there")
def test_shift_f10_asks_for_the_menu_of_what_has_the_focus(menu: Menu, qtbot: QtBot) -> None:
    row = Asked()
    menu.window_.stack.addWidget(row)
    menu.window_.stack.setCurrentWidget(row)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_F10)
    assert row.reasons == []
    QTest.keyClick(row, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert row.reasons == [QContextMenuEvent.Reason.Keyboard]
