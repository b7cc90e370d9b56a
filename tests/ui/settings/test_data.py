"""The data: where it is, how much, and its backups."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from interview_coach.store import backup
from interview_coach.store.document import everything
from interview_coach.store.interview import delete_interview
from interview_coach.ui.desk import Desk
from tests.ui.conftest import Memory
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


def test_a_backup_is_made_aside_listed_and_told(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    page = show(full_desk)
    assert any("None yet" in text for text in said(page.data))
    with qtbot.waitSignal(page.backed_up):
        click(qtbot, page.data.backup)
        assert not page.data.backup.isEnabled()
        assert page.data.result == "Backing up…"
    made = backup.found(full_desk.store.folder)
    assert len(made) == 1
    assert page.data.result.startswith(f"Backed up: {made[0].path.name}")
    assert page.data.backup.isEnabled()
    qtbot.waitUntil(lambda: "by you" in said(page.data))
    assert not any("None yet" in text for text in said(page.data))


def test_the_last_backup_is_named_and_the_list_is_short(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    folder = full_desk.store.folder
    assert full_desk.store.back_up_if_changed(backup.ON_START) is not None
    for _ in range(6):
        full_desk.store.back_up("before-upgrade")
    page = show(full_desk)
    told = said(page.data)
    assert any(text.startswith("The last one: ") for text in told)
    assert any(text.endswith("2 older ones") for text in told)
    qtbot.waitUntil(lambda: said(page.data).count("before an upgrade") == 5)
    assert len(backup.found(folder)) == 7


def test_a_backup_that_fails_says_so_and_can_be_tried_again(
    show: Show, full_desk: Desk, voice: Memory, qtbot: QtBot
) -> None:
    (full_desk.store.folder / "backups").write_text("in the way", encoding="utf-8")
    page = show(full_desk)
    with qtbot.captureExceptions() as raised:
        click(qtbot, page.data.backup)
        qtbot.waitUntil(lambda: not page.jobs.busy)
    assert page.data.result == "The backup could not be made."
    assert page.data.backup.isEnabled()
    assert voice.said or raised, "it was not swallowed"


def test_the_counts_follow_what_is_done(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    page = show(full_desk)
    held = len(full_desk.ask(everything)[1]["interview"])
    qtbot.waitUntil(lambda: any(f"{held} interviews" in text for text in said(page.data)))
    full_desk.do(delete_interview, first_closed(full_desk))
    full_desk.undo()
    full_desk.redo()
    qtbot.waitUntil(lambda: any(f"{held - 1} interviews" in text for text in said(page.data)))
