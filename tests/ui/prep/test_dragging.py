"""Rows dragged with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import About, Section
from interview_coach.ui.prep.dragging import _Ghost, _Mark
from interview_coach.ui.prep.head import EmptyLine, GroupHead
from tests.ui.prep.conftest import Bench, drag


def test_a_row_goes_where_it_is_dropped(own: Bench) -> None:
    drag(own.row("third"), own.row("first"))
    assert own.texts(Section.RESEARCH) == ["third", "first", "second"]
    drag(own.row("third"), own.row("second"), below=True)
    assert own.texts(Section.RESEARCH) == ["first", "second", "third"]
    own.desk.undo()
    assert [r.item.text for r in own.panel.items.rows][:3] == ["third", "first", "second"]


def test_a_row_goes_into_the_other_half_and_into_other_sections(own: Bench) -> None:
    drag(own.row("of them"), own.row("of me"), below=True)
    assert own.texts(Section.TALKING_POINT, About.ME) == ["of me", "of them"]
    drag(own.row("first"), own.row("of me"))
    assert own.texts(Section.TALKING_POINT, About.ME) == ["first", "of me", "of them"]
    assert own.texts(Section.RESEARCH) == ["second", "third"]


def test_a_row_goes_into_an_empty_section(own: Bench) -> None:
    empty = next(
        e
        for e in own.panel.items.findChildren(EmptyLine)
        if e.isVisible() and e.group.section is Section.QUESTION
    )
    drag(own.row("second"), empty)
    assert own.texts(Section.QUESTION) == ["second"]


def test_above_everything_is_the_first_place(own: Bench) -> None:
    head = own.panel.items.findChildren(GroupHead)[0]
    drag(own.row("third"), head)
    assert own.texts(Section.RESEARCH) == ["third", "first", "second"]


def test_a_line_shows_where_it_would_land_and_esc_gives_it_up(qtbot: QtBot, own: Bench) -> None:
    row = own.focus("third")
    drag(row, own.row("first"), drop=False)
    mark = own.panel.items.findChild(_Mark)
    assert mark is not None
    assert mark.isVisible()
    assert abs(mark.geometry().center().y() - own.row("first").y()) <= 2
    assert own.panel.items.findChild(_Ghost) is not None
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    assert not mark.isVisible()
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(20, -80))
    assert own.texts(Section.RESEARCH) == ["first", "second", "third"]


def test_dropped_where_it_was_nothing_is_done(own: Bench) -> None:
    before = own.desk.can().undo
    drag(own.row("second"), own.row("first"), below=True)
    assert own.desk.can().undo == before
    drag(own.row("second"), own.row("third"))
    assert own.desk.can().undo == before


def test_a_trembling_click_is_no_drag(qtbot: QtBot, own: Bench) -> None:
    row = own.row("second")
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(120, 12))
    qtbot.mouseMove(row, QPoint(122, 13))
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(122, 13))
    assert own.panel.items.findChild(_Ghost) is None
    assert QApplication.focusWidget() is row


def test_the_list_scrolls_while_a_row_is_held_at_its_edge(qtbot: QtBot, bench: Bench) -> None:
    bar = bench.panel.scroll_page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    row = bench.row("What they make")
    drag(row, bench.row("Solve two"), drop=False)
    page = bench.panel.scroll_page
    edge = row.mapFromGlobal(page.mapToGlobal(QPoint(200, page.height() - 4)))
    from PySide6.QtCore import QEvent

    from tests.ui.prep.conftest import mouse

    mouse(row, QEvent.Type.MouseMove, edge)
    qtbot.waitUntil(lambda: bar.value() > 60)
    mouse(row, QEvent.Type.MouseButtonRelease, edge)
    assert bench.row("What they make") is row
    assert bench.texts(Section.RESEARCH)[0] != "What they make, and who pays for it"
