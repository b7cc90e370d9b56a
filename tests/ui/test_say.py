"""The boxes themselves: everywhere else in the tests a voice that remembers stands in for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.say import Boxes, Sentence
from interview_coach.ui.theme import Theme

SENTENCE = Sentence("Seal <b>this</b> review?", "It stays as it is.", "what a report would hold")


@pytest.fixture
def parent(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def answer(key: Qt.Key) -> list[QMessageBox]:
    """Press a key in the box that opens next; the box, once it is there."""
    seen: list[QMessageBox] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box)
        assert box.windowTitle()
        assert box.textFormat() == Qt.TextFormat.PlainText
        QTest.keyClick(box, key)

    QTimer.singleShot(50, press)
    return seen


@pytest.mark.parametrize(
    ("key", "danger", "yes"),
    [
        (Qt.Key.Key_Return, False, True),
        (Qt.Key.Key_Return, True, False),
        (Qt.Key.Key_Escape, False, False),
        (Qt.Key.Key_Escape, True, False),
    ],
)
def test_a_question_is_answered_by_keys_and_its_box_goes(
    parent: QWidget, qtbot: QtBot, key: Qt.Key, danger: bool, yes: bool
) -> None:
    seen = answer(key)
    assert Boxes().ask(parent, SENTENCE, "Seal", "Not yet", danger=danger) is yes
    with qtbot.waitSignal(seen[0].destroyed, timeout=1000):
        pass
    assert not parent.findChildren(QMessageBox)


def test_telling_ends_with_a_key(parent: QWidget, qtbot: QtBot) -> None:
    for speak in (Boxes().inform, Boxes().warn):
        seen = answer(Qt.Key.Key_Return)
        speak(parent, SENTENCE)
        with qtbot.waitSignal(seen[0].destroyed, timeout=1000):
            pass
