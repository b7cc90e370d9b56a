"""Appearance: colours and text size, changed at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.ui.desk import Desk
from interview_coach.ui.theme import Theme
from tests.ui.settings.acting import Show, click, is_dark


def test_colours_change_at_once_and_the_shell_hears_of_it(
    show: Show, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    page = show(desk)
    card = page.appearance
    assert card.mode.value == "light"
    with qtbot.waitSignal(page.appearance_changed):
        click(qtbot, card.mode.choices[2])
    assert is_dark(theme)
    with qtbot.waitSignal(page.appearance_changed):
        qtbot.keyClick(card.mode.choices[2], Qt.Key.Key_Left)
    assert not is_dark(theme)
    assert theme.mode == "light"


def test_text_size_goes_from_90_to_150_percent(
    show: Show, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    page = show(desk)
    size = page.appearance.scale
    assert size.value() == 100
    size.setFocus()
    with qtbot.waitSignal(page.appearance_changed):
        qtbot.keyClick(size, Qt.Key.Key_Up)
    assert theme.scale == pytest.approx(1.1)
    for _ in range(9):
        qtbot.keyClick(size, Qt.Key.Key_Up)
    assert theme.scale == pytest.approx(1.5)
    for _ in range(9):
        qtbot.keyClick(size, Qt.Key.Key_Down)
    assert theme.scale == pytest.approx(0.9)
    size.selectAll()
    qtbot.keyClicks(size, "125")
    assert theme.scale == pytest.approx(0.9), "a half-typed number is no size"
    qtbot.keyClick(size, Qt.Key.Key_Return)
    assert theme.scale == pytest.approx(1.25)


def test_a_look_that_was_changed_elsewhere_is_shown(show: Show, desk: Desk, theme: Theme) -> None:
    page = show(desk)
    theme.set_mode("dark")
    theme.set_scale(1.2)
    assert page.appearance.mode.value == "dark"
    assert page.appearance.scale.value() == 120
