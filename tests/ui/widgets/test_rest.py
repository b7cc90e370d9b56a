"""Buttons, labels, steps, rows, notices and layouts."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from interview_coach.ui import widgets as kit
from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import Week, WeekBox
from tests.ui.widgets.pieces import listen, seen, show_active


def _shown(qtbot: QtBot, widget: QWidget, width: int = 400, height: int = 200) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    show_active(qtbot, widget)


@pytest.mark.parametrize("kind", [kit.PrimaryButton, kit.QuietButton, kit.FlatButton])
def test_a_button_takes_keys_and_keeps_ampersands(
    kind: type[kit.PaintedButton], theme: Theme, qtbot: QtBot
) -> None:
    made = kind("Q & A", "plus")
    _shown(qtbot, made)
    heard = listen(made.clicked)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert len(heard) == 1
    assert made.text() == "Q & A"
    assert seen(made)[:2] == (QAccessible.Role.Button, "Q & A")


def test_an_icon_button_has_a_name_and_a_plain_tooltip(theme: Theme, qtbot: QtBot) -> None:
    made = kit.IconButton("trash-2", "Delete <img src='x'>")
    qtbot.addWidget(made)
    assert seen(made)[1] == "Delete <img src='x'>"
    assert "<img" not in made.toolTip()


def test_labels_are_plain_and_break_long_words(theme: Theme, qtbot: QtBot) -> None:
    text = "<b>https://example.org/" + "a" * 200
    made = kit.body(text)
    qtbot.addWidget(made)
    assert (made.text(), made.textFormat()) == (text, Qt.TextFormat.PlainText)
    assert made.minimumSizeHint().width() < 250
    assert seen(made)[1] == text


def test_a_cut_label_offers_the_whole(theme: Theme, qtbot: QtBot) -> None:
    made = kit.ElidedLabel("A <b>long</b> name that does not fit into eighty pixels")
    _shown(qtbot, made, 80, 30)
    assert "&lt;b&gt;long" in made.toolTip()
    assert seen(made)[1] == made.text()
    made.resize(900, 30)
    assert not made.toolTip()


def test_steps_tell_and_move(theme: Theme, qtbot: QtBot) -> None:
    made = kit.Steps(["Prepare", "Interview", "Review", "Outcome"], 2)
    _shown(qtbot, made, 700)
    heard = listen(made.step_chosen)
    QTest.mouseClick(made.buttons[0], Qt.MouseButton.LeftButton)
    made.buttons[0].setFocus()
    QTest.keyClick(made.buttons[0], Qt.Key.Key_Right)
    qtbot.waitUntil(made.buttons[1].hasFocus)
    QTest.keyClick(made.buttons[1], Qt.Key.Key_Space)
    assert heard == [0, 1]
    assert seen(made.buttons[2])[1:] == ("Review", "Step 3 of 4, current step")
    assert seen(made.buttons[0])[2] == "Step 1 of 4, done"
    assert seen(made.buttons[3])[2] == "Step 4 of 4, to come"
    made.set_state(3, done=[0, 1])
    assert seen(made.buttons[2])[2] == "Step 3 of 4, to come"


def test_a_check_row_is_ticked_by_its_text_and_by_space(theme: Theme, qtbot: QtBot) -> None:
    made = kit.CheckRow("Draw it first", "Brightwater", fades=True)
    _shown(qtbot, made)
    ticked = listen(made.ticked)
    toggled = listen(made.toggled)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(80, 12))
    QTest.keyClick(made.tick, Qt.Key.Key_Space)
    made.set_checked(True)
    assert (ticked, toggled) == ([True, False], [True, False, True])
    assert seen(made.tick) == (QAccessible.Role.CheckBox, "Draw it first", "Brightwater")


def test_a_banner_acts_and_goes(theme: Theme, qtbot: QtBot) -> None:
    made = kit.Banner("The disk is full.", "bad", action="Look", dismissable=True)
    _shown(qtbot, made)
    acted, dismissed = listen(made.acted), listen(made.dismissed)
    buttons = {button.accessibleName() or button.text(): button for button in _buttons(made)}
    buttons["Look"].click()
    buttons["Dismiss"].click()
    assert (acted, dismissed, made.isVisible()) == ([True], [True], False)


def _buttons(widget: QWidget) -> list[kit.PaintedButton]:
    return widget.findChildren(kit.PaintedButton)


def test_a_toast_takes_no_focus_acts_and_goes(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    field = kit.LineText()
    column.addWidget(field)
    _shown(qtbot, host, 600, 300)
    field.setFocus()
    toast = kit.Toast(host)
    toast.show_message("Removed", "Undo", seconds=60)
    acted, closed = listen(toast.acted), listen(toast.closed)
    assert field.hasFocus()
    assert host.rect().contains(toast.geometry())
    QTest.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(toast.action_button.hasFocus)
    QTest.keyClick(toast.action_button, Qt.Key.Key_Space)
    assert (acted, closed, toast.isVisible()) == ([True], [True], False)


def test_a_toast_goes_by_itself_but_waits_for_who_is_at_it(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    field = kit.LineText()
    column.addWidget(field)
    _shown(qtbot, host, 600, 300)
    toast = kit.Toast(host)
    toast.show_message("Removed", "Undo", seconds=60)
    toast.action_button.setFocus()
    qtbot.waitUntil(toast.action_button.hasFocus)
    toast._time_is_up()
    assert toast.isVisible()
    QTest.keyClick(toast.action_button, Qt.Key.Key_Escape)
    assert not toast.isVisible()
    field.setFocus()
    with qtbot.waitSignal(toast.closed):
        toast.show_message("Removed", seconds=0.01)


def test_an_empty_state_acts(theme: Theme, qtbot: QtBot) -> None:
    made = kit.EmptyState("library", "No stories yet", "They go here.", "Add a story")
    _shown(qtbot, made)
    heard = listen(made.acted)
    made.action_button.click()
    assert heard == [True]


def test_columns_stack_in_a_narrow_window(theme: Theme, qtbot: QtBot) -> None:
    page = kit.ScrollPage()
    columns = kit.Columns(300, below=1000)
    columns.main.addWidget(kit.Card("Left"))
    columns.side.addWidget(kit.Card("Right"))
    page.add(columns)
    _shown(qtbot, page, 1200, 600)
    assert not columns.stacked
    page.resize(900, 600)
    qtbot.waitUntil(lambda: columns.stacked)
    page.resize(1200, 600)
    qtbot.waitUntil(lambda: not columns.stacked)
    theme.set_scale(1.5)
    assert columns.stacked


def test_a_page_scrolls_to_what_has_the_focus(theme: Theme, qtbot: QtBot) -> None:
    page = kit.ScrollPage()
    for _ in range(30):
        page.add(kit.LineText())
    last = kit.QuietButton("Last")
    page.add(last)
    _shown(qtbot, page, 400, 300)
    last.setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    top = last.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= page.viewport().height() - last.height()


def test_a_flow_wraps(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    flow = kit.FlowLayout(holder, spacing=6)
    for _ in range(6):
        flow.addWidget(kit.Chip("Research"))
    _shown(qtbot, holder, 900, 60)
    assert flow.heightForWidth(900) < flow.heightForWidth(200)
    flow.clear()
    assert flow.count() == 0


def test_a_flow_leaves_alone_what_is_gone(theme: Theme) -> None:
    # Nothing tells a layout of no widget that one of its own has been deleted.
    holder, flow = QWidget(), kit.FlowLayout(spacing=6)
    stays, goes = QLabel("stays", holder), QLabel("goes", holder)
    items = [QWidgetItem(stays), QWidgetItem(goes)]
    for item in items:
        flow.addItem(item)
    both = flow.sizeHint().width()
    shiboken6.delete(goes)
    assert flow.sizeHint().width() < both
    assert flow.minimumSize().width() <= both
    assert flow.heightForWidth(10) > 0


def test_crumbs_lead_back(theme: Theme, qtbot: QtBot) -> None:
    made = kit.Crumbs(["Interviews", "Northwind Robotics"])
    _shown(qtbot, made)
    heard = listen(made.chosen)
    made.findChildren(kit.LinkButton)[0].click()
    assert heard == [0]


def test_weeks_tell_which_box_and_fold_many(theme: Theme, qtbot: QtBot) -> None:
    made = kit.WeekStrip([Week("7", [WeekBox("no", key=1, full="Lumen: no")]), Week("14")])
    _shown(qtbot, made)
    heard = listen(made.chosen)
    made.boxes[0].click()
    assert heard == [1]
    assert seen(made.boxes[0])[1] == "Lumen: no"
    made.set_weeks([Week("7", [WeekBox("no", key=n) for n in range(9)])])
    assert [box.text() for box in made.boxes] == ["+6", "no", "no", "no"]


def test_weeks_are_painted_before_their_buttons_are_made(theme: Theme, qtbot: QtBot) -> None:
    made = kit.WeekStrip([Week("7", [WeekBox("no", "bad", key=1, full=lambda: "Lumen: no")])])
    made.resize(300, made.sizeHint().height())
    qtbot.addWidget(made)
    picture = made.grab().toImage()
    assert not made.findChildren(kit.PaintedButton)
    ground = theme.colours.ground("bad").lower()
    pixels = {picture.pixelColor(x, 6).name() for x in range(picture.width())}
    assert ground in pixels
    made.show()
    qtbot.waitUntil(lambda: bool(made.findChildren(kit.PaintedButton)))
    assert seen(made.boxes[0])[1] == "Lumen: no"
    assert made.boxes[0].geometry().contains(made.boxes[0].geometry().center())
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(301, made.height())
    assert made.boxes[0].isVisible()


def test_a_label_knows_its_height_after_every_change(theme: Theme, qtbot: QtBot) -> None:
    made = kit.Label("one line", wrap=True)
    _shown(qtbot, made)
    one = made.heightForWidth(200)
    made.setText("many words that need more than one line at this width, however they are set")
    many = made.heightForWidth(200)
    assert many > one
    theme.set_scale(1.5)
    assert made.heightForWidth(200) > many
    theme.set_scale(1.0)
    assert made.heightForWidth(200) == many
    made.setContentsMargins(0, 10, 0, 10)
    assert made.heightForWidth(200) == many + 20


def test_rows_stand_between_lines(theme: Theme, qtbot: QtBot) -> None:
    made = kit.Rows()
    for text in "abc":
        made.add(kit.CheckRow(text))
    _shown(qtbot, made)
    assert len(made.findChildren(kit.Divider)) == 2
    made.clear()
    assert made.rows == []


def test_an_address_that_fits_is_not_broken(theme: Theme, qtbot: QtBot) -> None:
    told = "It should look like https://meet.example.com/abc-def."
    made = kit.Label(told, wrap=True)
    qtbot.addWidget(made)
    assert made.text() == told
    narrow = made.heightForWidth(
        made.fontMetrics().horizontalAdvance("It should look like https://m")
    )
    assert narrow == made.heightForWidth(
        made.fontMetrics().horizontalAdvance("https://meet.example.com/abc-def. ") + 8
    )
