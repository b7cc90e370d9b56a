"""Looking into a layout: its parts by index, and nothing that the binding would remember of Qt's own."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interview_coach.ui.widgets import FlowLayout
from interview_coach.ui.widgets.laid_out import laid_out


def test_widgets_and_layouts_stand_at_their_places(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, row = QVBoxLayout(holder), QHBoxLayout()
    first, inside, last = QLabel("a"), QLabel("b"), QLabel("c")
    column.addStretch(1)
    column.addWidget(last)
    column.insertLayout(1, row)
    column.insertWidget(1, first)
    row.addSpacing(4)
    row.addWidget(inside)
    assert laid_out(column) == {1: first, 2: row, 3: last}
    assert laid_out(row) == {1: inside}


def test_other_layouts_are_looked_into_too(qtbot: QtBot) -> None:
    for make in (QGridLayout, FlowLayout):
        holder = QWidget()
        qtbot.addWidget(holder)
        layout: QLayout = make(holder)
        labels = [QLabel(str(n)) for n in range(3)]
        for label in labels:
            layout.addWidget(label)
        assert list(laid_out(layout).values()) == labels


def test_no_item_of_qt_s_own_is_remembered(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for n in range(20):
        column.addWidget(QLabel(str(n)))

    def items() -> int:
        gc.collect()
        return sum(
            isinstance(known, QLayoutItem) and not isinstance(known, QLayout)
            for known in gc.get_objects()
            if type(known).__module__ == "PySide6.QtWidgets"
        )

    before = items()
    assert len(laid_out(column)) == 20
    assert items() == before
