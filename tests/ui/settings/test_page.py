"""The page as a whole: its keys, its clock, its end."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.app.borders import borders
from interview_coach.domain.changes import Place
from interview_coach.domain.forms import Form
from interview_coach.store import backup
from interview_coach.store.interview import delete_interview
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Told
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.settings.page import SettingsPage
from interview_coach.ui.theme import Theme
from tests.stores import Clock
from tests.ui.settings.acting import Show, first_closed, said


def test_the_page_says_what_and_where_it_is(show: Show, desk: Desk) -> None:
    page = show(desk)
    assert page.title() == "Settings"
    assert page.place() == Place("settings")
    page.focus_first()
    assert page.data.open.hasFocus()


def test_tab_leads_through_every_control_without_a_trap(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    full_desk.do(delete_interview, first_closed(full_desk))
    page = show(full_desk)
    page.focus_first()
    reached: list[QWidget] = []
    for _ in range(60):
        focused = page.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [
        page.data.open,
        page.data.copy,
        page.backups.backup,
        page.export.export,
        page.trash.empty,
        page.appearance.scale,
    ]
    assert [w for w in wanted if w not in reached] == []
    names = [w.accessibleName() or getattr(w, "text", lambda: "")() for w in reached]
    assert all(names)


def test_ages_move_with_the_minutes_and_a_long_path_wraps(
    show: Show, full_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    full_desk.store.back_up_if_changed(backup.ON_START)
    page = show(full_desk)
    made = backup.found(full_desk.store.folder)[0].made_at
    clock.now = made
    page.tick()
    assert "The last one: just now" in said(page.backups)
    clock.forward(hours=3)
    page.tick()
    assert "The last one: 3 h ago" in said(page.backups)
    page.data.path.setText("/" + "very-long-folder-name" * 20 + "/interview-coach.db")
    page.resize(500, 600)
    qtbot.waitUntil(lambda: page.sheet.content.width() <= page.sheet.viewport().width())


def test_closing_waits_for_work_that_runs(
    full_desk: Desk, navigator: Navigator, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    begun = threading.Event()
    left: list[bool] = []

    def endless(*args: Any) -> int:
        told: Told = args[-1]
        begun.set()
        try:
            while True:
                told(0, 1)
        finally:
            left.append(True)

    page = SettingsPage(full_desk, navigator, theme, borders=replace(borders(), export=endless))
    qtbot.addWidget(page)
    page.export.wanted.emit(tmp_path / "x.json", Form.DOCUMENT, "")
    assert begun.wait(20)
    assert page.jobs.drain()
    assert left == [True]
