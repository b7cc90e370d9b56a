"""Find anything: one line that searches and runs commands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.desk import Desk
from interview_coach.ui.shell.finder import Finder


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_finds_what_was_written_and_opens_it(full_desk: Desk, host: QWidget, qtbot: QtBot) -> None:
    finder = Finder(full_desk, [], host)
    finder.show()
    QTest.keyClicks(finder.field, "warehouse migr")
    assert finder.list.count() > 1
    with qtbot.waitSignal(finder.wanted) as told:
        QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert told.args[0].kind == "interview"
    assert told.args[0].id


def test_runs_the_command_that_is_named(full_desk: Desk, host: QWidget, qtbot: QtBot) -> None:
    ran = []
    first, second = QAction("&Back up now", host), QAction("New &interview…", host)
    first.triggered.connect(lambda: ran.append("backup"))
    second.triggered.connect(lambda: ran.append("new"))
    finder = Finder(full_desk, [first, second], host)
    finder.show()
    QTest.keyClicks(finder.field, "new int")
    # Entries that hold the words come first; the command is the last line.
    QTest.keyClick(finder.field, Qt.Key.Key_PageDown)
    for _ in range(20):
        QTest.keyClick(finder.field, Qt.Key.Key_Down)
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert ran == ["new"]


@pytest.mark.parametrize("query", ["", "'", '"', "*", "NEAR(", "a OR", "\u0000", "面", "-x", "🙂"])
def test_takes_any_input(full_desk: Desk, host: QWidget, query: str) -> None:
    finder = Finder(full_desk, [], host)
    finder.field.setText(query)
    assert finder.list.count() >= 1


def test_says_when_nothing_was_found(full_desk: Desk, host: QWidget, qtbot: QtBot) -> None:
    finder = Finder(full_desk, [], host)
    finder.show()
    QTest.keyClicks(finder.field, "zzzzqqq")
    assert finder.list.item(0).text() == "Nothing found."
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isVisible()
