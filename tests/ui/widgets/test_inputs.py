"""Lists, dates, times and numbers: what they tell and what they hold still against."""

from __future__ import annotations

from datetime import date, time
from itertools import pairwise

from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.theme import LIGHT, Theme
from interview_coach.ui.widgets import (
    Calendar,
    ChoiceField,
    DateField,
    Field,
    NumberField,
    Option,
    TimeField,
)
from tests.ui.widgets.pieces import listen, seen, show_active


def test_a_choice_tells_only_the_person(theme: Theme, qtbot: QtBot) -> None:
    made = ChoiceField([Option("phone", "Phone screen"), ("final", "Final")], "phone", "Kind")
    qtbot.addWidget(made)
    show_active(qtbot, made)
    heard = listen(made.value_changed)
    made.set_value("final")
    made.set_value("unknown")
    assert (made.value, made.currentIndex(), heard) == (None, -1, [])
    made.set_value("phone")
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert (made.value, heard) == ("final", ["final"])
    role, _, description = seen(made)
    assert (role, description) == (QAccessible.Role.ComboBox, "Kind")


def test_a_time_tells_only_the_person(theme: Theme, qtbot: QtBot) -> None:
    made = TimeField(time(14), "Starts")
    qtbot.addWidget(made)
    show_active(qtbot, made)
    heard = listen(made.value_changed)
    made.set_value(time(15, 30))
    QTest.keyClick(made, Qt.Key.Key_Up)
    assert heard == [time(16, 30)]
    assert made.value == time(16, 30)


def test_a_number_tells_only_the_person(theme: Theme, qtbot: QtBot) -> None:
    made = NumberField(45, "Minutes", step=15)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    heard = listen(made.value_changed)
    made.set_value(30)
    QTest.keyClick(made, Qt.Key.Key_Up)
    assert (heard, made.value()) == ([45], 45)


def test_a_date_can_be_none_where_it_may(theme: Theme, qtbot: QtBot) -> None:
    made = DateField(None, "They promised", optional=True)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    heard = listen(made.value_changed)
    assert made.text() == "No date"
    QTest.keyClick(made, Qt.Key.Key_Up)
    today = QDate.currentDate()
    assert heard == [date(today.year(), today.month(), today.day())]
    made.set_value(date(2026, 12, 4))
    assert made.value == date(2026, 12, 4)
    assert "12" in made.text()
    QTest.keyClick(made, Qt.Key.Key_Delete)
    QTest.keyClick(made, Qt.Key.Key_Delete)
    assert heard[1:] == [None]
    assert made.text() == "No date"


def test_a_date_that_has_to_be_is_never_none(theme: Theme, qtbot: QtBot) -> None:
    made = DateField(None, "Date")
    qtbot.addWidget(made)
    made.clear_value()
    assert made.value is not None


def test_weekends_are_not_red(theme: Theme, qtbot: QtBot) -> None:
    made = Calendar()
    qtbot.addWidget(made)
    sunday = made.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
    assert sunday.name().upper() == LIGHT.ink


def test_the_wheel_changes_none_of_them(theme: Theme, qtbot: QtBot) -> None:
    fields: list[QWidget] = [
        ChoiceField([(1, "a"), (2, "b")], 1),
        NumberField(3),
        TimeField(time(9)),
        DateField(date(2026, 11, 24)),
    ]
    for field in fields:
        qtbot.addWidget(field)
        middle = QPointF(field.rect().center())
        event = QWheelEvent(
            middle,
            field.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
        assert not event.isAccepted()


def test_in_a_field_they_take_its_name(theme: Theme, qtbot: QtBot) -> None:
    made = Field("Minutes", NumberField(45))
    qtbot.addWidget(made)
    assert seen(made.control)[1] == "Minutes"


def test_tab_leaves_dates_and_times_at_once(theme: Theme, qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    column = QVBoxLayout(row)
    parts: list[QWidget] = [DateField(date(2026, 11, 24)), TimeField(time(9)), NumberField(3)]
    for part in parts:
        column.addWidget(part)
    show_active(qtbot, row)
    parts[0].setFocus()
    for here, there in pairwise(parts):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is there
    for here, there in pairwise(reversed(parts)):
        QTest.keyClick(here, Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is there
