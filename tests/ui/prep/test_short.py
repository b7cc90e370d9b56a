"""Short on time: what matters if thirty minutes are left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Section
from interview_coach.domain.prep import PrepDraft, fitting, short_on_time
from interview_coach.store import prep
from interview_coach.ui.widgets import Label
from tests.ui.prep.conftest import Bench

_ALT = Qt.KeyboardModifier.AltModifier


def said(widget: QWidget) -> list[str]:
    return [x.text() for x in widget.findChildren(Label) if x.isVisible()]


def test_t_shows_what_matters_in_order_with_minutes(qtbot: QtBot, bench: Bench) -> None:
    wanted = short_on_time(bench.found.items)
    qtbot.keyClick(bench.focus("Who you"), Qt.Key.Key_T)
    shown = bench.panel.items.rows
    assert [r.item.id for r in shown] == [i.id for i in wanted]
    assert len(wanted) == 10
    first = fitting(wanted)
    minutes = sum(i.minutes for i in wanted[:first])
    assert minutes <= 30
    text = (
        f"What matters most, in this order. The first {first} take {minutes} min together, "
        "the others if there is time."
    )
    assert text in said(bench.panel)
    assert QApplication.focusWidget() in shown
    assert bench.panel.header.chips.isHidden()


def test_ticked_ones_stay_until_it_is_left(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.set_short(on=True)
    rows = bench.panel.items.rows
    for row in rows[:2]:
        row.setFocus()
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert bench.panel.items.rows == rows
    assert any(text.endswith(" 2 done.") for text in said(bench.panel))
    bench.panel.header.short.click()
    assert len(bench.panel.items.rows) == 28
    bench.panel.header.short.click()
    assert rows[0] not in bench.panel.items.rows


def test_the_order_is_not_for_changing_there(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.set_short(on=True)
    before = bench.desk.can().undo
    row = bench.panel.items.rows[1]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Up, _ALT)
    assert bench.desk.can().undo == before


def test_what_is_deleted_meanwhile_goes_and_may_come_back(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.set_short(on=True)
    rows = bench.panel.items.rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Delete)
    assert len(bench.panel.items.rows) == len(rows) - 1
    assert QApplication.focusWidget() is rows[1]
    bench.desk.undo()
    assert [r.item.text for r in bench.panel.items.rows] == [r.item.text for r in rows]


def test_adding_leaves_it(qtbot: QtBot, own: Bench) -> None:
    own.panel.set_short(on=True)
    qtbot.keyClick(own.panel.items.rows[0], Qt.Key.Key_N)
    assert not own.panel.header.short.isChecked()
    assert len(own.panel.items.rows) == 5


def test_when_all_is_done_it_says_so(own: Bench) -> None:
    for item in own.found.items:
        own.desk.do(prep.tick_item, item.id, done=True)
    own.panel.set_short(on=True)
    said_now = said(own.panel)
    assert any(text.startswith("All of your list is done.") for text in said_now)
    own.desk.do(prep.add_item, own.key, PrepDraft(Section.STORY, "new"))
    assert own.panel.items.rows == []
