"""The cards of backups and of the check: the list, the look inside, the second place, what is in order."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.store import backup, interview, opportunity, second_place
from interview_coach.store.opening import connect
from interview_coach.ui.desk import Desk
from interview_coach.ui.settings.backups import SHOWN
from interview_coach.ui.settings.inside import InsideDialog
from interview_coach.ui.settings.page import SettingsPage
from tests.stores import Clock
from tests.ui.conftest import Memory
from tests.ui.settings.acting import Show, click, first_closed, said


def look(page: SettingsPage, qtbot: QtBot, place: int = 0) -> InsideDialog:
    """Look inside one of the list, as a person does."""
    page.backups.rows[place].look.click()
    dialog = page.caring.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.jobs.busy)
    return dialog


def gone(page: SettingsPage, qtbot: QtBot) -> None:
    """The dialog has been freed."""
    qtbot.waitUntil(lambda: page.caring.dialog is None)


def leave(page: SettingsPage, dialog: InsideDialog, qtbot: QtBot) -> None:
    dialog.reject()
    gone(page, qtbot)


def test_a_backup_is_made_aside_listed_and_told(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    page = show(full_desk)
    assert any("None yet" in text for text in said(page.backups))
    with qtbot.waitSignal(page.backed_up):
        click(qtbot, page.backups.backup)
        assert not page.backups.backup.isEnabled()
        assert page.backups.result == "Backing up…"
    made = backup.found(full_desk.store.folder)
    assert len(made) == 1
    assert page.backups.result.startswith(f"Backed up: {made[0].path.name}")
    assert page.backups.backup.isEnabled()
    held = f"{made[0].counts['interview']} interviews"
    qtbot.waitUntil(lambda: any(held in text for text in said(page.backups)))
    told = said(page.backups)
    assert any(text.startswith("by you · ") for text in told)
    assert not any("None yet" in text for text in told)


def test_the_list_is_short_until_all_is_asked_for(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    for _ in range(SHOWN + 2):
        full_desk.store.back_up("before-upgrade")
    page = show(full_desk)
    assert len(page.backups.rows) == SHOWN
    assert page.backups.more.text() == "Show 2 older ones"
    row = page.backups.rows[0]
    page.tick()
    assert page.backups.rows[0] is row, "nothing is made anew under the fingers"
    click(qtbot, page.backups.more)
    assert len(page.backups.rows) == SHOWN + 2
    assert page.backups.rows[SHOWN].look.hasFocus()
    assert not page.backups.more.isVisible()


def test_a_backup_that_fails_says_so_and_can_be_tried_again(
    show: Show, full_desk: Desk, voice: Memory, qtbot: QtBot
) -> None:
    (full_desk.store.folder / "backups").write_text("in the way", encoding="utf-8")
    page = show(full_desk)
    with qtbot.captureExceptions() as raised:
        click(qtbot, page.backups.backup)
        qtbot.waitUntil(lambda: not page.jobs.busy)
    assert page.backups.result == "The backup could not be made."
    assert page.backups.backup.isEnabled()
    assert voice.said or raised, "it was not swallowed"


def test_a_look_inside_says_what_a_restore_would_do(
    show: Show, full_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    full_desk.store.back_up()
    page = show(full_desk)
    dialog = look(page, qtbot)
    assert dialog.said == "Nothing has changed since: a restore would change nothing."
    leave(page, dialog, qtbot)
    clock.forward(hours=1)
    full_desk.do(interview.delete_interview, first_closed(full_desk))
    full_desk.do(opportunity.add_opportunity, OpportunityDraft("Later", "Tester"))
    dialog = look(page, qtbot)
    assert "Would come back: 1 interview" in dialog.said.replace("\u00a0", " ")
    assert "Would go: 1 opportunity" in dialog.said.replace("\u00a0", " ")
    qtbot.waitUntil(lambda: {"WOULD COME BACK", "Later"} <= set(said(dialog)))
    leave(page, dialog, qtbot)


def test_a_restore_asks_first_and_is_handed_on(
    show: Show, full_desk: Desk, voice: Memory, qtbot: QtBot
) -> None:
    made = full_desk.store.back_up()
    page = show(full_desk)
    wanted: list[Path] = []
    page.restore_wanted.connect(wanted.append)
    dialog = look(page, qtbot)
    voice.answer = False
    dialog.restore.click()
    assert dialog.isVisible()
    assert wanted == []
    voice.answer = True
    dialog.restore.click()
    gone(page, qtbot)
    assert wanted == [made]
    assert "backed up before" in voice.said[-1].text


def test_a_damaged_backup_cannot_be_restored_and_says_why(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    made = full_desk.store.back_up()
    content = bytearray(made.read_bytes())
    content[5000] ^= 1
    made.write_bytes(content)
    page = show(full_desk)
    dialog = look(page, qtbot)
    qtbot.waitUntil(lambda: dialog.said.startswith("This backup is damaged."))
    assert not dialog.restore.isEnabled()
    leave(page, dialog, qtbot)


def test_a_backup_that_lies_elsewhere_can_be_opened(
    show: Show, full_desk: Desk, voice: Memory, tmp_path: Path, qtbot: QtBot
) -> None:
    elsewhere = full_desk.store.back_up().rename(tmp_path / "from-a-stick.db")
    page = show(full_desk)
    click(qtbot, page.backups.file)
    files = page.backups.dialog
    assert isinstance(files, QFileDialog)
    files.setDirectory(str(elsewhere.parent))
    files.selectFile(elsewhere.name)
    files.accept()
    qtbot.waitUntil(lambda: page.backups.dialog is None)
    dialog = page.caring.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.restore.isEnabled)
    leave(page, dialog, qtbot)
    page.caring.look_at_file(tmp_path / "none.db")
    assert voice.said[-1].title == "The backup is not there any more"


def test_escape_leaves_a_look_inside_that_is_still_looking(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    full_desk.store.back_up()
    page = show(full_desk)
    page.backups.rows[0].look.click()
    dialog = page.caring.dialog
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    gone(page, qtbot)


# --- the second place -----------------------------------------------------------------------------


def test_a_second_place_gets_each_backup_and_its_absence_is_said(
    show: Show, full_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    full_desk.store.back_up()
    page = show(full_desk)
    second = page.backups.second
    click(qtbot, second.choose)
    files = second.dialog
    assert isinstance(files, QFileDialog)
    files.setDirectory(str(stick))
    files.selectFile(str(stick))
    files.accept()
    qtbot.waitUntil(lambda: second.dialog is None)
    qtbot.waitUntil(lambda: any("There. The last copy" in text for text in said(second)))
    assert str(stick) in said(second)
    place = second_place.second_place(full_desk.store.folder)
    assert place is not None
    (copy,) = backup.found_in(place.own)
    assert backup.is_whole(copy)
    stick.rename(tmp_path / "unplugged")
    page.tick()
    assert any("Not there just now" in text for text in said(second))
    click(qtbot, second.drop)
    assert second_place.second_place(full_desk.store.folder) is None
    assert page.window().focusWidget() is second.choose
    assert not second.drop.isVisible()


def test_a_place_where_nothing_can_be_written_says_so(
    show: Show, full_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(full_desk)
    page.caring.choose_place(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: any("Nothing could be copied there" in t for t in said(page.backups)))
    assert second_place.second_place(full_desk.store.folder) is None


# --- the check ------------------------------------------------------------------------------------


def test_a_check_says_that_all_is_well(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    page = show(full_desk)
    click(qtbot, page.check.check)
    qtbot.waitUntil(lambda: page.check.said.startswith("Everything is in order: "))
    assert page.check.check.isEnabled()
    assert page.check.check.hasFocus()
    assert not page.check.mend.isVisible()


def test_a_stray_entry_is_found_and_mended(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    raw = connect(full_desk.store.path)
    raw.execute("UPDATE entry SET digest = 'other' WHERE key = (SELECT max(key) FROM entry)")
    raw.close()
    page = show(full_desk)
    click(qtbot, page.check.check)
    qtbot.waitUntil(page.check.mend.isVisible)
    assert "1 event of the timeline is not as it should be." in page.check.said
    click(qtbot, page.check.mend)
    qtbot.waitUntil(lambda: page.check.said.startswith("Everything is in order: "))


def test_a_check_can_be_cancelled(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    page = show(full_desk)
    page.check.check.click()
    page.check.stop.click()
    qtbot.waitUntil(page.check.check.isEnabled)
    assert page.check.said == "Cancelled." or page.check.said.startswith("Everything")
    place = full_desk.store.folder / backup.FOLDER
    assert not place.exists() or not [p for p in place.iterdir() if p.suffix == backup.HALF]
