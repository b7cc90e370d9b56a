"""Segments, filter chips and the chip with a menu: keys, clicks, and what is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import DropChip, FilterChips, FilterOption, Segment, Segmented
from tests.ui.widgets.pieces import listen, seen, show_active

_SIGNS = [Segment("none", "No sign"), Segment("some", "Some"), Segment("clear", "Clear", "good")]


def _segmented(qtbot: QtBot, *, optional: bool = False, value: object = None) -> Segmented:
    made = Segmented(_SIGNS, value, "Sign", optional=optional)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def test_a_click_chooses_once(theme: Theme, qtbot: QtBot) -> None:
    made = _segmented(qtbot)
    heard = listen(made.value_changed)
    QTest.mouseClick(made.choices[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(made.choices[1], Qt.MouseButton.LeftButton)
    assert (heard, made.value) == (["some"], "some")


def test_arrows_choose(theme: Theme, qtbot: QtBot) -> None:
    made = _segmented(qtbot, value="none")
    heard = listen(made.value_changed)
    made.choices[0].setFocus()
    QTest.keyClick(made.choices[0], Qt.Key.Key_Right)
    QTest.keyClick(made.choices[1], Qt.Key.Key_Right)
    assert (heard, made.value) == (["some", "clear"], "clear")


def test_setting_a_value_says_nothing(theme: Theme, qtbot: QtBot) -> None:
    made = _segmented(qtbot)
    heard = listen(made.value_changed)
    made.set_value("clear")
    assert made.choices[2].isChecked()
    made.set_value(None)
    assert not any(choice.isChecked() for choice in made.choices)
    assert (heard, made.value) == ([], None)


def test_an_optional_choice_can_be_given_up(theme: Theme, qtbot: QtBot) -> None:
    made = _segmented(qtbot, optional=True, value="some")
    heard = listen(made.value_changed)
    QTest.mouseClick(made.choices[1], Qt.MouseButton.LeftButton)
    assert (heard, made.value) == ([None], None)
    QTest.mouseClick(made.choices[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(made.choices[0], Qt.Key.Key_Delete)
    QTest.keyClick(made.choices[0], Qt.Key.Key_Space)
    QTest.keyClick(made.choices[0], Qt.Key.Key_Space)
    assert heard == [None, "none", None, "none", None]
    assert not made.choices[0].isChecked()


def test_a_choice_that_is_not_optional_stays(theme: Theme, qtbot: QtBot) -> None:
    made = _segmented(qtbot, value="some")
    heard = listen(made.value_changed)
    QTest.keyClick(made.choices[1], Qt.Key.Key_Delete)
    assert (heard, made.value) == ([], "some")


def test_segments_are_radio_buttons_to_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    made = _segmented(qtbot, value="some")
    role, name, description = seen(made.choices[1])
    assert (role, name, description) == (QAccessible.Role.RadioButton, "Some", "Sign")
    face = QAccessible.queryAccessibleInterface(made.choices[1])
    assert face.state().checked


def _filters() -> list[FilterOption]:
    return [
        FilterOption("all", "All"),
        FilterOption("research", "Research", "6/8"),
        FilterOption("a&b", "Q & A", "1/2"),
    ]


def test_filter_chips_keep_their_choice_over_new_counts(theme: Theme, qtbot: QtBot) -> None:
    made = FilterChips(_filters(), "research", "Sections")
    qtbot.addWidget(made)
    show_active(qtbot, made)
    heard = listen(made.value_changed)
    made.set_options([*_filters()[:1], FilterOption("research", "Research", "7/8")])
    assert [choice.plain for choice in made.choices] == ["All", "Research 7/8"]
    assert (made.value, heard) == ("research", [])
    made.set_options(_filters()[:1])
    assert made.value == "all"


def test_filter_chips_take_clicks_and_arrows(theme: Theme, qtbot: QtBot) -> None:
    made = FilterChips(_filters(), None, "Sections")
    qtbot.addWidget(made)
    made.resize(500, 40)
    show_active(qtbot, made)
    heard = listen(made.value_changed)
    QTest.mouseClick(made.choices[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(made.choices[2], Qt.Key.Key_Left)
    assert heard == ["a&b", "research"]
    assert seen(made.choices[2])[1] == "Q & A 1/2"


def test_a_drop_chip_tells_what_was_chosen(theme: Theme, qtbot: QtBot) -> None:
    made = DropChip([(None, "All companies"), (7, "Salt & Sons")], "building-2", "Company")
    qtbot.addWidget(made)
    heard = listen(made.value_changed)
    actions = made.menu().actions()
    actions[1].trigger()
    actions[1].trigger()
    assert (heard, made.value, made.text()) == ([7], 7, "Salt & Sons")
    role, name, _ = seen(made)
    assert (role, name) == (QAccessible.Role.ButtonMenu, "Company: Salt & Sons")
    made.set_options([(None, "All companies")])
    assert (made.value, heard) == (None, [7])
