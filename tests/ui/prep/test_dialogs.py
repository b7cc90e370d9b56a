"""Adding from a template, and copying from an earlier interview."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import InterviewKind, Section
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.pick import PickDialog
from interview_coach.ui.widgets import EmptyState, Label
from tests.ui.prep.conftest import Bench, new_interview

_LEFT = Qt.MouseButton.LeftButton


def shown(dialog: PickDialog) -> list[str]:
    return [row.pick.text for row in dialog.rows if not row.isHidden()]


def test_an_empty_checklist_offers_the_template(
    qtbot: QtBot, desk: Desk, open_panel: Callable[[Desk, str], Bench]
) -> None:
    bench = open_panel(desk, new_interview(desk))
    empty = bench.panel.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    bench.panel.focus_first()
    assert empty.action_button.hasFocus()
    qtbot.keyClick(empty.action_button, Qt.Key.Key_Space)
    dialog = bench.panel.findChild(PickDialog)
    assert dialog is not None
    assert not dialog.add_button.isEnabled()
    qtbot.mouseClick(dialog.rows[0], _LEFT, pos=QPoint(80, 10))
    qtbot.keyClick(dialog.rows[2], Qt.Key.Key_Space)
    assert dialog.add_button.text() == "Add 2 lines"
    wanted = [dialog.rows[0].pick.text, dialog.rows[2].pick.text]
    dialog.add_button.click()
    assert sorted(i.text for i in bench.found.items) == sorted(wanted)
    assert not empty.isVisible()
    bench.desk.undo()
    assert bench.found.items == ()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_only_what_is_missing_is_offered_of_any_kind(
    qtbot: QtBot, desk: Desk, open_panel: Callable[[Desk, str], Bench]
) -> None:
    bench = open_panel(desk, new_interview(desk, checklist=True))
    dialog = bench.panel.open_template()
    assert dialog is not None
    assert dialog.rows == []
    texts = [x.text() for x in dialog.findChildren(Label) if x.isVisible()]
    assert "All lines of this template are on your list already." in texts
    dialog.kind.setCurrentIndex(list(InterviewKind).index(InterviewKind.CASE))
    assert len(dialog.rows) > 5
    before = len(bench.found.items)
    dialog._all.click()
    assert len(dialog.chosen) == len(dialog.rows)
    offered = len(dialog.rows)
    dialog.add_button.click()
    assert len(bench.found.items) == before + offered


def test_earlier_points_are_found_and_copied(qtbot: QtBot, bench: Bench) -> None:
    dialog = bench.panel.open_earlier()
    everything = len(shown(dialog))
    assert everything > 20
    qtbot.waitUntil(dialog.search.hasFocus)
    qtbot.keyClicks(dialog.search, "brightwater")
    found = shown(dialog)
    assert 0 < len(found) < everything
    row = next(r for r in dialog.rows if not r.isHidden())
    assert row.pick.heading.startswith("Brightwater")
    qtbot.keyClick(row, Qt.Key.Key_Space)
    dialog.add_button.click()
    copied = [i for i in bench.found.items if i.text == row.pick.text]
    assert len(copied) >= 1
    assert not copied[-1].done
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_what_landed_is_named(bench: Bench) -> None:
    dialog = bench.panel.open_earlier()
    landed = [r for r in dialog.rows if "landed" in r.pick.second]
    assert landed
    assert all(r.pick.second.split(" · ")[0] for r in landed)
    dialog.reject()
    assert {i.section for i in bench.found.items} == set(Section)


def test_a_search_without_a_match_says_so(qtbot: QtBot, bench: Bench) -> None:
    dialog = bench.panel.open_earlier()
    qtbot.keyClicks(dialog.search, "zzzz")
    assert shown(dialog) == []
    texts = [x.text() for x in dialog.findChildren(Label) if x.isVisible()]
    assert "Nothing here has these words." in texts
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert shown(dialog)
    dialog.reject()
