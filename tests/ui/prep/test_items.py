"""The rows of a checklist, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import About, Section
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import prep
from interview_coach.ui.prep.row import second_line
from tests.ui.prep.conftest import Bench

_LEFT = Qt.MouseButton.LeftButton
_ALT = Qt.KeyboardModifier.AltModifier


def test_a_row_is_a_check_box_that_says_what_it_is(bench: Bench) -> None:
    row = bench.row("Their move from nightly")
    seen = QAccessible.queryAccessibleInterface(row)
    assert seen is not None
    assert seen.role() == QAccessible.Role.CheckBox
    assert seen.text(QAccessible.Text.Name) == row.item.text
    assert seen.text(QAccessible.Text.Description) == (
        "Same reason too: mornings without numbers · Source: their engineering blog"
        " · said out loud twice"
    )
    assert seen.state().checked


def test_space_ticks_and_nothing_else_moves(qtbot: QtBot, bench: Bench) -> None:
    row = bench.focus("Solve two design")
    bar = bench.panel.scroll_page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(120)
    before = bench.panel.items.rows
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert bench.row("Solve two design").item.done
    assert QApplication.focusWidget() is row
    assert bar.value() == 120
    assert [id(r) for r in bench.panel.items.rows] == [id(r) for r in before]
    assert bench.panel.header.chips.choices[1].plain == "Research 7/8"
    bench.desk.undo()
    assert not row.isChecked()
    assert bench.panel.header.chips.choices[1].plain == "Research 6/8"


def test_a_click_on_the_box_ticks_and_one_on_the_text_does_not(qtbot: QtBot, bench: Bench) -> None:
    row = bench.row("Solve two design")
    qtbot.mouseClick(row, _LEFT, pos=QPoint(120, 18))
    assert not row.item.done
    assert QApplication.focusWidget() is row
    qtbot.mouseClick(row, _LEFT, pos=QPoint(22, 18))
    assert row.item.done


def test_arrow_keys_move_between_all_rows(qtbot: QtBot, bench: Bench) -> None:
    rows = bench.panel.items.rows
    bench.panel.focus_first()
    assert QApplication.focusWidget() is rows[0]
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[8]  # past the end of Research
    qtbot.keyClick(rows[8], Qt.Key.Key_Up)
    qtbot.keyClick(rows[7], Qt.Key.Key_End)
    assert QApplication.focusWidget() is rows[-1]
    qtbot.keyClick(rows[-1], Qt.Key.Key_Home)
    assert QApplication.focusWidget() is rows[0]


def test_tab_stops_once_for_all_rows(qtbot: QtBot, bench: Bench) -> None:
    row = bench.focus("Who you will meet")
    qtbot.keyClick(row, Qt.Key.Key_Tab)
    away = QApplication.focusWidget()
    assert away is not None
    assert away not in bench.panel.items.rows
    qtbot.keyClick(away, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is row


def test_delete_goes_to_the_next_row_and_undo_brings_it_back_in_its_place(
    qtbot: QtBot, bench: Bench
) -> None:
    before = bench.texts(Section.RESEARCH)
    row = bench.focus("Who you will meet")
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert bench.texts(Section.RESEARCH) == [t for t in before if t != "Who you will meet"]
    assert QApplication.focusWidget() is bench.row("Find out the format")
    bench.desk.undo()
    assert [r.item.text for r in bench.panel.items.rows][: len(before)] == before
    assert not bench.row("Who you will meet").isHidden()


def test_deleting_the_last_row_goes_to_the_one_before(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("of me"), Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is own.row("of them")


def test_r_counts_what_is_said_out_loud_for_points_and_stories_only(
    qtbot: QtBot, own: Bench
) -> None:
    row = own.focus("of me")
    assert second_line(row.item) == ""
    qtbot.keyClick(row, Qt.Key.Key_R)
    qtbot.keyClick(row, Qt.Key.Key_R)
    assert row.accessibleDescription() == "Said out loud twice"
    qtbot.keyClick(own.focus("first"), Qt.Key.Key_R)
    assert own.row("first").item.rehearsals == 0


def test_alt_and_arrows_move_a_row_and_keep_the_focus(qtbot: QtBot, own: Bench) -> None:
    row = own.focus("first")
    qtbot.keyClick(row, Qt.Key.Key_Down, _ALT)
    qtbot.keyClick(row, Qt.Key.Key_Down, _ALT)
    assert own.texts(Section.RESEARCH) == ["second", "third", "first"]
    assert QApplication.focusWidget() is row
    qtbot.keyClick(row, Qt.Key.Key_Down, _ALT)  # the section ends here
    assert own.texts(Section.RESEARCH) == ["second", "third", "first"]
    qtbot.keyClick(row, Qt.Key.Key_Up, _ALT)
    assert own.texts(Section.RESEARCH) == ["second", "first", "third"]
    assert [r.item.text for r in own.panel.items.rows][:3] == ["second", "first", "third"]


def test_alt_and_arrows_cross_the_halves_of_the_points(qtbot: QtBot, own: Bench) -> None:
    row = own.focus("of them")
    qtbot.keyClick(row, Qt.Key.Key_Down, _ALT)
    assert own.texts(Section.TALKING_POINT, About.ME) == ["of them", "of me"]
    assert own.texts(Section.TALKING_POINT, About.THEM) == []
    qtbot.keyClick(row, Qt.Key.Key_Up, _ALT)
    assert own.texts(Section.TALKING_POINT, About.THEM) == ["of them"]
    assert QApplication.focusWidget() is row


def test_the_menu_does_all_of_it(qtbot: QtBot, own: Bench) -> None:
    def menu_of(text: str) -> dict[str, QAction]:
        row = own.focus(text)
        row.menu_wanted.emit(row, row.mapToGlobal(QPoint(30, 20)))
        menu = own.panel.items.findChildren(QMenu)
        top = [m for m in menu if m.isVisible()][-1]
        found = {a.text(): a for a in top.actions() if a.text()}
        for below in top.findChildren(QMenu):
            found |= {a.text(): a for a in below.actions()}
        top.close()
        return found

    menu_of("first")["Done"].trigger()
    assert own.row("first").item.done
    menu_of("first")["Move down"].trigger()
    assert own.texts(Section.RESEARCH) == ["second", "first", "third"]
    menu_of("first")["Stories"].trigger()
    assert own.texts(Section.STORY) == ["first"]
    menu_of("first")["Said out loud"].trigger()
    assert own.row("first").item.rehearsals == 1
    menu_of("first")["Delete"].trigger()
    assert own.texts(Section.STORY) == []
    assert "Said out loud" not in menu_of("second")


def test_the_filter_shows_one_section(qtbot: QtBot, bench: Bench) -> None:
    chips = bench.panel.header.chips.choices
    qtbot.mouseClick(chips[2], _LEFT)
    assert {r.item.section for r in bench.panel.items.rows} == {Section.TALKING_POINT}
    assert len(bench.panel.items.rows) == 7
    qtbot.keyClick(chips[2], Qt.Key.Key_Left)
    assert {r.item.section for r in bench.panel.items.rows} == {Section.RESEARCH}
    qtbot.mouseClick(chips[0], _LEFT)
    assert len(bench.panel.items.rows) == 28


def test_two_hundred_rows_are_kept_when_one_of_them_changes(qtbot: QtBot, own: Bench) -> None:
    for n in range(200):
        own.desk.do(prep.add_item, own.key, PrepDraft(Section.STORY, f"story {n}"))
    rows = {r.item.id: r for r in own.panel.items.rows}
    assert len(rows) == 205
    qtbot.keyClick(own.focus("story 150"), Qt.Key.Key_Space)
    qtbot.keyClick(own.row("story 150"), Qt.Key.Key_Up, _ALT)
    after = own.panel.items.rows
    assert all(rows[r.item.id] is r for r in after)
    assert [r.item.text for r in after][154:156] == ["story 150", "story 149"]


def test_another_interview_shows_its_own_rows(bench: Bench) -> None:
    other = next(i for i in bench.desk.ask(prep.earlier_points, bench.key) if i.text)
    assert other.text
    from tests.ui.prep.conftest import new_interview

    key = new_interview(bench.desk)
    bench.desk.do(prep.add_item, key, PrepDraft(Section.QUESTION, "Why now?"))
    bench.panel.header.chips.choices[1].click()
    bench.panel.show_interview(key)
    assert [r.item.text for r in bench.panel.items.rows] == ["Why now?"]
    assert bench.panel.header.chips.value is None
