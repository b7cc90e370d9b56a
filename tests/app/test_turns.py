"""What comes after the first paint comes piece by piece, and no key is lost to it."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from interview_coach.app.main import Frames
from interview_coach.app.session import Session
from interview_coach.app.trace import Trace
from interview_coach.app.turns import Turns
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from interview_coach.ui.shell.bar import bar_of
from interview_coach.ui.theme import Theme
from tests.stores import Clock, new_store


def test_other_events_come_between_two_things(qtbot: QtBot) -> None:
    seen: list[str] = []

    def one() -> None:
        seen.append("one")
        QTimer.singleShot(0, turns, lambda: seen.append("event"))

    turns = Turns([one, lambda: seen.append("two"), lambda: seen.append("three")])
    turns.start()
    assert seen == []
    qtbot.waitUntil(lambda: "three" in seen)
    assert [word for word in seen if word != "event"] == ["one", "two", "three"]
    assert "event" in seen


def test_the_first_frozen_frame_counts_as_any_other(qtbot: QtBot) -> None:
    frames = Frames()
    frames.start()
    over = perf_counter() + 0.06
    while perf_counter() < over:
        pass
    qtbot.waitUntil(lambda: frames.longest_ms() > 0)
    assert frames.longest_ms() >= 60


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_a_key_and_a_press_wait_for_what_is_left(way: str, qtbot: QtBot) -> None:
    widget = QPushButton("a button")
    qtbot.addWidget(widget)
    seen: list[int] = []
    turns = Turns([lambda: seen.append(1), lambda: seen.append(2)])
    turns.start()
    if way == "key":
        QTest.keyClick(widget, Qt.Key.Key_A)
    else:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert seen == [1, 2]


def test_what_is_left_of_a_closed_window_is_left(qtbot: QtBot) -> None:
    widget = QPushButton("a button")
    qtbot.addWidget(widget)
    seen: list[int] = []
    turns = Turns([lambda: seen.append(1)])
    turns.start()
    turns.stop()
    QTest.keyClick(widget, Qt.Key.Key_A)
    later: list[int] = []
    QTimer.singleShot(0, widget, lambda: QTimer.singleShot(0, widget, lambda: later.append(1)))
    qtbot.waitUntil(lambda: bool(later))
    assert seen == []


def test_a_shortcut_right_after_the_first_paint_is_heard(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    new_store(tmp_path / "data", sample=True).close()
    session = Session(tmp_path / "data", theme, Trace(), clock=Clock())
    window = session.window
    found: list[int] = []

    def press() -> None:
        found.append(len(bar_of(window)["file"].actions()))
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    session.show()
    window.painted.connect(press)
    with qtbot.waitSignal(session.ready, timeout=20_000):
        pass
    assert found == [0], "the key was to come before the menus"
    assert window.findChildren(InterviewDialog), "Ctrl+N was lost"
    with qtbot.waitSignal(session.ended):
        window.close()
    window.deleteLater()
