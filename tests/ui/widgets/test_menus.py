"""Menus for the keyboard and the ear."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui import widgets as kit
from interview_coach.ui.theme import Theme
from tests.ui.widgets.pieces import listen


def test_every_action_gets_a_letter_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    texts = ("Edit", "Next round", "Read && &eject", "Reschedule", "Ed", "E")
    actions = [menu.addAction(text) for text in texts]
    menu.addSeparator()
    kit.give_letters(menu.actions())
    shown = [QKeySequence.mnemonic(a.text()).toString() for a in actions]
    assert shown == ["Alt+D", "Alt+N", "Alt+E", "Alt+R", "", ""]
    before = [a.text() for a in actions]
    kit.give_letters(menu.actions())
    assert [a.text() for a in actions] == before
    assert [a.iconText() for a in actions][:4] == [
        "Edit",
        "Next round",
        "Read & eject",
        "Reschedule",
    ]


def test_a_copy_does_the_same_and_leaves_the_action_its_voice(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    action = QAction("Edit", host)
    action.setShortcut("F2")
    lasting = QMenu("This page", host)
    lasting.addAction(action)
    heard = listen(action.triggered)
    passing = QMenu(host)
    copy = kit.add_copy(passing, action)
    assert (copy.text(), copy.shortcut()) == ("Edit", action.shortcut())
    assert copy.shortcutContext() == Qt.ShortcutContext.WidgetShortcut
    passing.popup(host.mapToGlobal(host.rect().center()))
    assert QAccessible.queryAccessibleInterface(passing).child(0).isValid()
    QTest.keyClick(passing, Qt.Key.Key_Down)
    QTest.keyClick(passing, Qt.Key.Key_Return)
    assert len(heard) == 1
    with qtbot.waitSignal(passing.destroyed):
        passing.deleteLater()
    spoken = QAccessible.queryAccessibleInterface(lasting).child(0)
    assert spoken.isValid()
    assert spoken.text(QAccessible.Text.Name) == "Edit"
