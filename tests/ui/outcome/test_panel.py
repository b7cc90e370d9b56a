"""The panel as a whole: names, scroll, long texts, and what is left when it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import (
    Family,
    ReasonKind,
    Sign,
)
from interview_coach.domain.outcome import ReasonDraft
from interview_coach.store import outcome, review
from interview_coach.store.interview import delete_interview
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.panel import OutcomePanel
from tests.ui.outcome.acting import Show, after, click, find, line, told


def test_scroll_and_focus_survive_a_refresh(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    bar = panel.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    last = after(panel).carry.line
    last.setFocus()
    place = bar.value()
    assert place > 0
    full_desk.do(review.add_remark, key, "A remark")
    panel.refresh()
    assert last.hasFocus()
    assert bar.value() == place


def test_a_deleted_interview_leaves_nothing_and_no_error(show: Show, full_desk: Desk) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    full_desk.do(delete_interview, key)
    assert panel.after is None
    assert panel.ask.isHidden()
    full_desk.undo()
    assert after(panel).isVisible()


def test_every_control_has_a_name(show: Show, full_desk: Desk) -> None:
    for key in (find(full_desk, "Fieldstone", "panel"), find(full_desk, "Brightwater", "final")):
        panel = show(key)
        for widget in panel.findChildren(QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
                continue
            if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
                continue
            said = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert said, widget


def test_long_and_hostile_texts_stay_text(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    bold = "<b>bold</b> & " + "w" * 300
    full_desk.do(
        outcome.weigh_reason,
        recorded.id,
        ReasonDraft(Family.MINE, ReasonKind.OWN, text=bold, sign=Sign.SOME, evidence=bold * 20),
    )
    full_desk.do(outcome.note_words, recorded.id, bold * 50)
    shown = line(panel, ReasonKind.OWN)
    labels = [x for x in shown.findChildren(QLabel) if x.text() == bold]
    assert labels
    assert all(x.textFormat() == Qt.TextFormat.PlainText for x in labels)
    qtbot.waitUntil(lambda: panel.page.content.width() <= panel.page.viewport().width())


def test_the_panel_is_freed(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    panel = show(find(full_desk, "Fieldstone", "panel"))
    watched = len(full_desk._typing)
    assert watched > 5
    card = after(panel)
    with qtbot.waitSignal(card.destroyed):
        panel.show_interview(find(full_desk, "Brightwater", "final"))
    assert len(full_desk._typing) < watched


def test_the_menu_marks_what_stands(show: Show, full_desk: Desk) -> None:
    panel = show(find(full_desk, "Fieldstone", "panel"))
    menu = after(panel).answer.change.menu()
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["Not this time"]


def tab_stops(panel: OutcomePanel, qtbot: QtBot, first: QWidget) -> list[QWidget]:
    """Where Tab stops from a widget on, until it comes round."""
    first.setFocus()
    reached: list[QWidget] = []
    for _ in range(120):
        focused = panel.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    return reached


def test_tab_goes_as_one_reads_also_through_what_opened_later(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    panel = show(find(full_desk, "Brightwater", "final"))
    click(qtbot, panel.ask.choices[2])
    clash = line(panel, ReasonKind.CLASH)
    click(qtbot, clash.sign.choices[1])
    shown = after(panel)
    reached = tab_stops(panel, qtbot, shown.reasons.another_day)
    wanted = [
        shown.reasons.another_day,
        line(panel, ReasonKind.JOB_CHANGED).sign.choices[0],
        clash.sign.choices[1],
        clash.details.evidence.control,
        clash.details.certainty,
        shown.reasons.more,
        shown.answer.day,
        shown.answer.change,
        shown.answer.take_back,
        shown.answer.words.control,
        shown.carry.rows[next(iter(shown.carry.rows))].tick,
        shown.carry.line,
    ]
    assert [w for w in reached if w in wanted] == wanted
