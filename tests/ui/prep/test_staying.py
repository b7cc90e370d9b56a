"""What is typed into stays in sight, and what is opened in a place stays in that place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.stores import Clock
from tests.ui.prep.conftest import Bench
from tests.ui.prep.test_typing import adders, editors

_SIZES = [(1072, 690), (1158, 640), (896, 510)]


def top_in(bench: Bench, widget: QWidget) -> int:
    """Where a widget's top stands in what is seen of the page."""
    return widget.mapTo(bench.panel.scroll_page.viewport(), QPoint(0, 0)).y()


@pytest.mark.parametrize("size", _SIZES)
def test_the_line_stays_in_sight_while_points_are_added(
    qtbot: QtBot, bench: Bench, size: tuple[int, int]
) -> None:
    bench.panel.resize(*size)
    qtbot.keyClick(bench.focus("Their move from nightly"), Qt.Key.Key_N)
    adder = adders(bench)[0]
    for n in range(12):
        line = QApplication.focusWidget()
        assert line is adder.line
        qtbot.keyClicks(line, f"point {n}")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        # The page has grown for good only after the next round of events.
        qtbot.wait(5)
        room = bench.panel.scroll_page.viewport().height()
        assert top_in(bench, adder) >= 0
        assert top_in(bench, adder) + adder.height() + 12 <= room
    bench.panel.resize(896, 460)
    qtbot.wait(20)
    room = bench.panel.scroll_page.viewport().height()
    assert 0 <= top_in(bench, adder) <= room - adder.height()


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_an_editor_opens_and_closes_where_the_row_was(
    qtbot: QtBot, bench: Bench, size: tuple[int, int], share: float
) -> None:
    bench.panel.resize(*size)
    bar = bench.panel.scroll_page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    room = bench.panel.scroll_page.viewport().height()
    tops = {row: top_in(bench, row) for row in bench.panel.items.rows}
    row = min(tops, key=lambda one: abs(tops[one] - room * share))
    before = tops[row]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(120, 12))
    qtbot.keyClick(row, Qt.Key.Key_F2)
    qtbot.wait(5)
    editor = editors(bench)[0]
    opened = top_in(bench, editor)
    if before + editor.height() + 12 <= room:
        assert opened == before
    else:
        assert opened == max(room - editor.height() - 12, 0)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.wait(5)
    assert QApplication.focusWidget() is row
    assert top_in(bench, row) == opened


def test_what_has_ended_leaves_no_thirty_minutes(qtbot: QtBot, bench: Bench, clock: Clock) -> None:
    header = bench.panel.header
    qtbot.keyClick(bench.focus("Their move from nightly"), Qt.Key.Key_T)
    assert header.short.isVisible()
    assert header.short.isChecked()
    clock.forward(days=3)
    bench.panel.tick()
    assert not header.short.isVisible()
    assert header.chips.isVisible()
    qtbot.keyClick(bench.focus("Their move from nightly"), Qt.Key.Key_T)
    bench.panel.set_short(True)
    assert header.chips.isVisible()
    assert len(bench.panel.items.rows) == 28
