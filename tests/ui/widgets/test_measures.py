"""Dots, forecast, ring, bar and the three parts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import Bar, ForecastSlider, RatingDots, Ring, ThreeParts
from tests.ui.widgets.pieces import listen, seen, show_active

_WORDS = ("Hard", "Uneven", "Fair", "Good", "Great")


def _dots(qtbot: QtBot, rating: int | None = None, *, read_only: bool = False) -> RatingDots:
    made = RatingDots(rating, "My answers", words=_WORDS, read_only=read_only)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def test_digits_arrows_and_delete_rate(theme: Theme, qtbot: QtBot) -> None:
    made = _dots(qtbot)
    heard = listen(made.rated)
    for key in (
        Qt.Key.Key_4,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_0,
    ):
        QTest.keyClick(made, key)
    assert heard == [4, 5, 4, None, 1, None]
    assert made.rating is None


def test_a_click_rates_and_the_same_click_takes_it_back(theme: Theme, qtbot: QtBot) -> None:
    made = _dots(qtbot)
    heard = listen(made.rated)
    third = QPoint(4 + 2 * 18 + 5, made.height() // 2)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=third)
    assert made.word() == "Fair"
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=third)
    assert heard == [3, None]


def test_from_right_to_left_the_first_dot_is_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    made = _dots(qtbot)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    heard = listen(made.rated)
    first = QPoint(made.width() - 8, made.height() // 2)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=first)
    QTest.keyClick(made, Qt.Key.Key_Left)
    assert heard == [1, 2]


def test_a_rating_that_is_read_takes_nothing(theme: Theme, qtbot: QtBot) -> None:
    made = _dots(qtbot, 4, read_only=True)
    heard = listen(made.rated)
    QTest.keyClick(made, Qt.Key.Key_1)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert (heard, made.rating, made.focusPolicy()) == ([], 4, Qt.FocusPolicy.NoFocus)


def test_dots_speak(theme: Theme, qtbot: QtBot) -> None:
    made = _dots(qtbot, 4)
    assert seen(made) == (QAccessible.Role.Slider, "My answers", "4 of 5, Good")
    made.set_rating(None)
    assert seen(made)[2] == "Not rated"


def _roll(widget: QWidget) -> bool:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_wheel_changes_no_answer(theme: Theme, qtbot: QtBot) -> None:
    dots = _dots(qtbot, 2)
    forecast = ForecastSlider(40)
    qtbot.addWidget(forecast)
    assert not _roll(dots)
    assert not _roll(forecast.slider)
    assert (dots.rating, forecast.value) == (2, 40)


def _forecast(qtbot: QtBot, value: int | None = None) -> ForecastSlider:
    made = ForecastSlider(value, "How likely is a yes?")
    qtbot.addWidget(made)
    made.resize(300, 40)
    show_active(qtbot, made)
    return made


def test_a_forecast_is_not_set_until_it_is_touched(theme: Theme, qtbot: QtBot) -> None:
    made = _forecast(qtbot)
    heard = listen(made.value_changed)
    assert (made.value, seen(made.slider)[2]) == (None, "Not set")
    QTest.keyClick(made.slider, Qt.Key.Key_Right)
    assert (heard, seen(made.slider)[2]) == ([55], "55%")
    QTest.keyClick(made.slider, Qt.Key.Key_Home)
    QTest.keyClick(made.slider, Qt.Key.Key_Delete)
    assert (heard, made.value) == ([55, 0, None], None)


def test_the_middle_can_be_chosen_too(theme: Theme, qtbot: QtBot) -> None:
    made = _forecast(qtbot)
    heard = listen(made.value_changed)
    QTest.mouseClick(made.slider, Qt.MouseButton.LeftButton, pos=made.slider.rect().center())
    assert (heard, made.value) == ([50], 50)
    made.set_value(None)
    QTest.keyClick(made.slider, Qt.Key.Key_Space)
    assert heard == [50, 50]


def test_ring_and_bar_are_progress_bars(theme: Theme, qtbot: QtBot) -> None:
    ring, bar = Ring(140, "Prepared"), Bar(18, 28, "Done")
    qtbot.addWidget(ring)
    qtbot.addWidget(bar)
    assert ring.value() == 100
    assert seen(ring)[:2] == (QAccessible.Role.ProgressBar, "Prepared")
    assert (bar.value(), bar.maximum()) == (18, 28)
    bar.set_share(0, 0)
    assert (bar.value(), bar.maximum()) == (0, 1)


@pytest.mark.parametrize("shares", [(0.5, 0.25, 0.25), (0, 1, 0), (0.98, 0.01, 0.01), (0, 0, 0)])
def test_three_parts_fill_the_bar_and_hold_their_words(
    shares: tuple[float, float, float], theme: Theme, qtbot: QtBot
) -> None:
    made = ThreeParts(shares, ("More not yours", "Can’t know", "Yours"))
    qtbot.addWidget(made)
    widths = made.widths(400.0)
    if any(shares):
        assert sum(widths) == pytest.approx(400.0)
    for share, width in zip(shares, widths, strict=True):
        assert (width > 30) == (share > 0)


def test_three_parts_say_words_and_no_number(theme: Theme, qtbot: QtBot) -> None:
    made = ThreeParts((0.7, 0.3, 0), ("More not yours", "Can’t know", "Yours"))
    qtbot.addWidget(made)
    assert seen(made)[1] == "More not yours, Can’t know"
