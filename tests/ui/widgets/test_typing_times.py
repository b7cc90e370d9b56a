"""A time and a number become what is typed, wherever the click went and however one writes it."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import DateField, NumberField, TimeField
from tests.ui.widgets.pieces import show_active

_LEFT = Qt.MouseButton.LeftButton
_CTRL = Qt.KeyboardModifier.ControlModifier
_FORMATS = ("HH:mm", "h:mm AP")


class Row:
    """A time between two numbers, the first of which has the focus."""

    def __init__(self, qtbot: QtBot, written: str) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        column = QVBoxLayout(self.page)
        self.first, self.time, self.last = NumberField(3), TimeField(time(14, 30)), NumberField(45)
        self.time.setDisplayFormat(written)
        self.last.setSuffix(" min")
        self.last.setRange(0, 720)
        for part in (self.first, self.time, self.last):
            column.addWidget(part)
        self.page.resize(240, 160)
        show_active(qtbot, self.page)
        self.first.setFocus()


def click(box: QAbstractSpinBox, letter: int) -> None:
    """Click before a letter of a box; -1 is the empty room behind the text."""
    line = box.lineEdit()
    text = line.text() if letter < 0 else line.text()[:letter]
    left = line.textMargins().left() + 10 + line.fontMetrics().horizontalAdvance(text)
    x = line.width() - 3 if letter < 0 else left
    QTest.mouseClick(line, _LEFT, pos=QPoint(x, line.height() // 2))


def types(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


@pytest.mark.parametrize("written", _FORMATS)
@pytest.mark.parametrize("typed", ["9", "09", "900", "0900", "9:00", "09:00", "9.00"])
@pytest.mark.parametrize("letter", [0, 2, 4, -1])
def test_all_of_it_selected_becomes_what_is_typed(
    theme: Theme, qtbot: QtBot, written: str, typed: str, letter: int
) -> None:
    row = Row(qtbot, written)
    click(row.time, letter)
    QTest.keyClick(row.time, Qt.Key.Key_A, _CTRL)
    types(typed)
    assert QApplication.focusWidget() is row.time
    assert row.time.value == time(9)


@pytest.mark.parametrize("written", _FORMATS)
@pytest.mark.parametrize("typed", ["0915", "09:15"])
@pytest.mark.parametrize("letter", [0, 1, 3, 4, -1])
def test_a_whole_time_is_taken_wherever_the_click_went(
    theme: Theme, qtbot: QtBot, written: str, typed: str, letter: int
) -> None:
    row = Row(qtbot, written)
    click(row.time, letter)
    types(typed)
    assert QApplication.focusWidget() is row.time
    assert row.time.value == time(9, 15)


def test_a_click_selects_the_part_that_is_typed_anew(theme: Theme, qtbot: QtBot) -> None:
    row = Row(qtbot, "HH:mm")
    click(row.time, 1)
    assert row.time.lineEdit().selectedText() == "14"
    types("09")
    assert row.time.value == time(9, 30)
    assert row.time.lineEdit().selectedText() == "30"
    click(row.time, 3)
    assert row.time.lineEdit().selectedText() == "30"
    types("05")
    assert row.time.value == time(9, 5)
    click(row.time, -1)
    assert row.time.lineEdit().selectedText() == "09:05"


def test_twelve_hours_keep_their_half_or_take_another(theme: Theme, qtbot: QtBot) -> None:
    row = Row(qtbot, "h:mm AP")
    click(row.time, 0)
    types("3:15")
    assert row.time.value == time(15, 15)
    types("a")
    assert row.time.value == time(3, 15)
    click(row.time, -1)
    types("9:00 pm")
    assert row.time.value == time(21)
    assert QApplication.focusWidget() is row.time


def test_no_separator_leaves_and_backspace_takes_back(theme: Theme, qtbot: QtBot) -> None:
    row = Row(qtbot, "HH:mm")
    click(row.time, 4)
    types("::")
    assert QApplication.focusWidget() is row.time
    assert row.time.value == time(14, 30)
    QTest.keyClick(row.time, Qt.Key.Key_A, _CTRL)
    types("16:45")
    QTest.keyClick(row.time, Qt.Key.Key_Backspace)
    types("0")
    assert row.time.value == time(16, 40)
    QTest.keyClick(row.time, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row.last


@pytest.mark.parametrize("letter", [0, 1, 2, 4, -1])
@pytest.mark.parametrize("everything", [True, False])
def test_a_number_becomes_what_is_typed(
    theme: Theme, qtbot: QtBot, letter: int, everything: bool
) -> None:
    row = Row(qtbot, "HH:mm")
    click(row.last, letter)
    if everything:
        QTest.keyClick(row.last, Qt.Key.Key_A, _CTRL)
    types("90")
    assert row.last.value() == 90
    assert QApplication.focusWidget() is row.last


def test_a_separator_stays_within_a_date(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    day, other = DateField(date(2026, 11, 24)), NumberField(3)
    day.setDisplayFormat("dd/MM/yyyy")
    for part in (day, other):
        column.addWidget(part)
    show_active(qtbot, page)
    click(day, 1)
    types("03/12/2027/")
    assert QApplication.focusWidget() is day
    assert day.value == date(2027, 12, 3)
