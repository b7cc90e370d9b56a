"""Typing a passphrase: twice alike, shown when asked for, and kept nowhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.passphrase import PassphraseDialog
from interview_coach.ui.theme import Theme


@pytest.fixture
def host(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def show(host: QWidget, qtbot: QtBot, *, new: bool, wrong: bool = False) -> PassphraseDialog:
    dialog = PassphraseDialog("mine.zip.age", host, new=new, wrong=wrong)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def said(dialog: PassphraseDialog) -> str:
    return "\n".join(x.text() for x in dialog.findChildren(QLabel) if x.isVisibleTo(dialog))


def test_a_new_one_is_typed_twice_alike_and_the_loss_is_named(host: QWidget, qtbot: QtBot) -> None:
    dialog = show(host, qtbot, new=True)
    assert "nobody can recover it" in said(dialog)
    given: list[str] = []
    dialog.given.connect(given.append)
    qtbot.keyClick(dialog.first, Qt.Key.Key_Return)
    assert dialog.first_field.error == "Please fill this in."
    qtbot.keyClicks(dialog.first, "four plain words")
    qtbot.keyClicks(dialog.again, "four plain word")
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    assert dialog.again_field.error == "This is not the same as above."
    qtbot.keyClicks(dialog.again, "s")
    assert not dialog.again_field.error
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    assert given == ["four plain words"]
    assert (dialog.first.text(), dialog.again.text()) == ("", "")


def test_it_is_hidden_until_one_wants_to_see_it(host: QWidget, qtbot: QtBot) -> None:
    dialog = show(host, qtbot, new=True)
    assert dialog.first.echoMode() is QLineEdit.EchoMode.Password
    dialog.show_it.click()
    assert {line.echoMode() for line in (dialog.first, dialog.again)} == {QLineEdit.EchoMode.Normal}
    dialog.show_it.click()
    assert dialog.again.echoMode() is QLineEdit.EchoMode.Password


def test_to_open_a_file_it_is_typed_once(host: QWidget, qtbot: QtBot) -> None:
    dialog = show(host, qtbot, new=False, wrong=True)
    assert "mine.zip.age" in said(dialog)
    assert dialog.first_field.error.startswith("That was not it.")
    assert not dialog.again_field.isVisible()
    with qtbot.waitSignal(dialog.given) as given:
        qtbot.keyClicks(dialog.first, "x")
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert given.args == ["x"]


def test_esc_gives_none(host: QWidget, qtbot: QtBot) -> None:
    dialog = show(host, qtbot, new=False)
    given: list[str] = []
    dialog.given.connect(given.append)
    qtbot.keyClicks(dialog.first, "x")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert given == []
