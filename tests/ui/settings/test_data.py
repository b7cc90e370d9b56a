"""The data: where it is, how much, and its backups."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from interview_coach.store.document import everything
from interview_coach.store.interview import delete_interview
from interview_coach.ui.desk import Desk
from tests.ui.settings.acting import FolderWindow, Show, click, first_closed, said


def test_it_says_where_the_file_is_and_how_much_is_in_it(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    page = show(full_desk)
    qtbot.waitUntil(lambda: any("opportunities" in text for text in said(page.data)))
    told = said(page.data)
    assert str(full_desk.store.path) in told
    tables = full_desk.ask(everything)[1]
    counted = next(text for text in told if "opportunities" in text)
    assert f"{len(tables['opportunity'])} opportunities" in counted
    assert f"{len(tables['interview'])} interviews" in counted
    assert f"{len(tables['review'])} reviews" in counted
    assert counted.split(" · ")[0].endswith("MB")


def test_the_folder_is_opened_and_the_path_copied(
    show: Show, desk: Desk, folder_window: FolderWindow, qtbot: QtBot
) -> None:
    page = show(desk)
    click(qtbot, page.data.open)
    assert folder_window.opened == [desk.store.folder]
    page.data.copy.setFocus()
    qtbot.keyClick(page.data.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == str(desk.store.path)
    assert "Copied" in said(page.data)


def test_the_counts_follow_what_is_done(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    page = show(full_desk)
    held = len(full_desk.ask(everything)[1]["interview"])
    qtbot.waitUntil(lambda: any(f"{held} interviews" in text for text in said(page.data)))
    full_desk.do(delete_interview, first_closed(full_desk))
    full_desk.undo()
    full_desk.redo()
    qtbot.waitUntil(lambda: any(f"{held - 1} interviews" in text for text in said(page.data)))
