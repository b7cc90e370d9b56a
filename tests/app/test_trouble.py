"""Trouble at the start and a restore from the window: every step is a button that works."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from interview_coach.app.main import Program
from interview_coach.app.session import Session
from interview_coach.app.trace import Trace
from interview_coach.app.trouble import ReportDialog, Step, TroubleDialog, steps_for
from interview_coach.app.working import WorkDialog
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, interviews, opportunity
from interview_coach.store.opening import FILE_NAME
from interview_coach.ui import words
from interview_coach.ui.jobs import Told
from interview_coach.ui.theme import Theme
from tests.store.processes import holding
from tests.stores import Clock, new_store
from tests.ui.conftest import Memory

CODES = (
    *("newer", "damaged", "half_migrated", "not_a_store", "read_only", "no_space", "gone", "lost"),
    *("busy", "in_use", "held", "no_locks", "link", "owner", "not_allowed", "broken_migration", "disk_error"),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store, a backup of it, and something done since."""
    store = new_store(tmp_path / "data", sample=True)
    store.back_up()
    store.do(opportunity.add_opportunity, OpportunityDraft("Later", "Tester"))
    store.close()
    return tmp_path / "data"


def dialog_on(qtbot: QtBot, folder: Path, code: str, **args: object) -> TroubleDialog:
    dialog = TroubleDialog(Trouble(code, **args), folder, Clock())
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


@pytest.mark.parametrize("code", CODES)
def test_each_trouble_has_its_sentence_and_a_way_out(
    theme: Theme, folder: Path, qtbot: QtBot, code: str
) -> None:
    dialog = dialog_on(qtbot, folder, code, target="/elsewhere/interview-coach.db")
    sentence = words.trouble(Trouble(code, target="/elsewhere/interview-coach.db"))
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert sentence.title in texts
    assert sentence.text in [text.replace("\u200b", "") for text in texts]
    assert Step.QUIT in dialog.buttons
    assert len(dialog.buttons) >= 2
    assert all(button.text() for button in dialog.buttons.values())
    dialog.reject()
    assert dialog.choice.step is Step.QUIT


def test_what_is_offered_fits_what_is_there(folder: Path, tmp_path: Path) -> None:
    assert steps_for(Trouble("damaged"), folder)[:2] == (Step.RESTORE, Step.RESCUE)
    bare = tmp_path / "bare"
    bare.mkdir()
    assert Step.RESTORE not in steps_for(Trouble("damaged"), bare)
    assert steps_for(Trouble("link"), folder)[0] is Step.FOLLOW
    assert Step.ANEW in steps_for(Trouble("lost"), folder)
    assert Step.SHOW not in steps_for(Trouble("gone"), tmp_path / "none")


@pytest.mark.parametrize(
    ("code", "step"), [("busy", Step.AGAIN), ("lost", Step.ANEW), ("damaged", Step.RESCUE)]
)
def test_a_step_is_chosen_by_its_button(
    theme: Theme, folder: Path, voice: Memory, qtbot: QtBot, code: str, step: Step
) -> None:
    dialog = dialog_on(qtbot, folder, code)
    voice.answer = False
    if step is not Step.AGAIN:
        dialog.buttons[step].click()
        assert dialog.isVisible(), "it asks first"
        voice.answer = True
    dialog.buttons[step].click()
    assert dialog.choice.step is step
    assert not dialog.isVisible()


def test_a_link_is_followed_to_the_folder_of_the_file(
    theme: Theme, folder: Path, qtbot: QtBot
) -> None:
    dialog = dialog_on(qtbot, folder, "link", target="/elsewhere/interview-coach.db")
    dialog.buttons[Step.FOLLOW].click()
    assert dialog.choice.path == Path("/elsewhere")


def test_another_folder_can_be_chosen(theme: Theme, folder: Path, qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, folder, "newer")
    dialog.buttons[Step.OTHER].click()
    files = dialog.files
    assert isinstance(files, QFileDialog)
    files.setDirectory(str(folder.parent))
    files.selectFile(str(folder.parent))
    files.accept()
    assert dialog.choice.step is Step.OTHER
    assert dialog.choice.path == folder.parent


def test_the_last_backup_that_is_whole_is_looked_into_before_it_is_restored(
    theme: Theme, folder: Path, voice: Memory, qtbot: QtBot
) -> None:
    store = new_store(folder)
    spoiled = store.back_up()
    store.close()
    content = bytearray(spoiled.read_bytes())
    content[5000] ^= 1
    spoiled.write_bytes(content)
    dialog = dialog_on(qtbot, folder, "damaged")
    dialog.buttons[Step.RESTORE].click()
    inside = dialog.inside
    assert inside is not None
    qtbot.waitUntil(inside.restore.isEnabled)
    inside.restore.click()
    assert dialog.choice.step is Step.RESTORE
    assert dialog.choice.path != spoiled
    assert len(voice.said) == 1


# --- the program ----------------------------------------------------------------------------------


def program_on(theme: Theme) -> Program:
    program = Program(Trace())
    program.theme = theme
    return program


def ready(session: Session, qtbot: QtBot) -> Session:
    qtbot.waitUntil(lambda: session.desk is not None, timeout=20_000)
    return session


def companies(session: Session) -> tuple[str, ...]:
    assert session.desk is not None
    return tuple(session.desk.ask(interviews.known_names).companies)


def test_a_restore_closes_the_window_and_opens_it_on_the_backup(
    theme: Theme, folder: Path, voice: Memory, qtbot: QtBot
) -> None:
    (made,) = backup.found(folder)
    program = program_on(theme)
    session = ready(program.open(folder), qtbot)
    assert "Later" in companies(session)
    session.restore_wanted.emit(made.path)
    (again,) = program.sessions
    assert again is not session
    assert "Later" not in companies(ready(again, qtbot))
    assert backup.found(folder)[0].why == backup.BEFORE_RESTORE
    assert voice.said == []
    again.window.close()
    assert program.sessions == []


def test_a_backup_that_cannot_be_restored_leaves_everything_as_it_was(
    theme: Theme, folder: Path, voice: Memory, qtbot: QtBot
) -> None:
    program = program_on(theme)
    session = ready(program.open(folder), qtbot)
    session.restore_wanted.emit(folder / "none.db")
    (again,) = program.sessions
    assert "Later" in companies(ready(again, qtbot))
    assert voice.said[-1].title == "The backup is not there any more"
    again.window.close()


def answer(qapp: QApplication, *presses: str) -> None:
    """Press buttons of the dialogs that come up, one after another."""
    waiting = list(presses)
    timer = QTimer(qapp)

    def press() -> None:
        dialog = qapp.activeModalWidget()
        if not waiting or not isinstance(dialog, QDialog):
            return
        for button in dialog.findChildren(QPushButton):
            plain = button.text().replace("&", "")
            if plain == waiting[0] and button.isEnabled() and button.isVisible():
                waiting.pop(0)
                button.click()
                break
        if not waiting:
            timer.stop()
            timer.deleteLater()

    timer.setInterval(20)
    timer.timeout.connect(press)
    timer.start()


def damage(folder: Path) -> bytes:
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[100:600] = b"\xff" * 500
    (folder / FILE_NAME).write_bytes(content)
    return bytes(content)


def test_a_damaged_store_is_restored_from_the_dialog_at_the_start(
    theme: Theme, folder: Path, voice: Memory, qapp: QApplication, qtbot: QtBot
) -> None:
    broken = damage(folder)
    program = program_on(theme)
    answer(qapp, "Restore the last backup…", "Restore this backup…")
    session = program._opened(folder)
    assert session is not None
    assert "Northwind Robotics" in companies(ready(session, qtbot))
    (kept,) = folder.glob("interview-coach-kept-*.db")
    assert kept.read_bytes() == broken
    session.window.close()


def test_what_can_be_read_is_read_from_the_dialog_at_the_start(
    theme: Theme, folder: Path, voice: Memory, qapp: QApplication, qtbot: QtBot
) -> None:
    broken = damage(folder)
    program = program_on(theme)
    answer(qapp, "Read what can be read…", "Open it")
    session = program._opened(folder)
    assert session is not None
    assert "Later" in companies(ready(session, qtbot)), "the rows are all there still"
    (kept,) = folder.glob("interview-coach-kept-*.db")
    assert kept.read_bytes() == broken
    session.window.close()


def test_who_quits_at_the_start_leaves_the_folder_as_it_was(
    theme: Theme, folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    broken = damage(folder)
    program = program_on(theme)
    answer(qapp, "Quit")
    assert program._opened(folder) is None
    assert (folder / FILE_NAME).read_bytes() == broken


def test_damage_that_is_met_while_the_window_is_open_leads_to_the_same_dialog(
    theme: Theme, folder: Path, voice: Memory, qapp: QApplication, qtbot: QtBot
) -> None:
    program = program_on(theme)
    session = ready(program.open(folder), qtbot)
    answer(qapp, "Read what can be read…", "Open it")
    session.trouble_wanted.emit(Trouble("damaged"))
    (again,) = program.sessions
    assert "Later" in companies(ready(again, qtbot))
    again.window.close()


def test_a_folder_that_held_data_and_is_not_there_is_gone_not_begun_anew(
    theme: Theme, folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    program = program_on(theme)
    session = ready(program.open(folder), qtbot)
    session.window.close()
    away = folder.rename(folder.with_name("unplugged"))
    with pytest.raises(Trouble) as trouble:
        program.open(folder)
    assert trouble.value.code == "gone"
    assert not folder.exists()
    away.rename(folder)
    session = ready(program.open(folder), qtbot)
    assert "Later" in companies(session)
    session.window.close()


def test_a_command_at_work_is_no_window_to_raise(
    theme: Theme, folder: Path, qapp: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    program = program_on(theme)
    with holding(folder):
        answer(qapp, "Quit")
        assert program._opened(folder) is None
    assert "at work with this data elsewhere" in capsys.readouterr().err


# --- long work between two windows ----------------------------------------------------------------


def test_escape_stops_the_work_and_waits_for_it(theme: Theme, qtbot: QtBot) -> None:
    def endless(told: Told) -> None:
        while True:
            told(0, 1)

    dialog = WorkDialog("At work…", endless)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.result_ is None
    assert dialog.error is None


def test_the_report_can_be_copied(theme: Theme, folder: Path, qtbot: QtBot) -> None:
    from interview_coach.domain.salvage import Salvaged, TableRead
    from interview_coach.store.salvage import Rescued

    report = Salvaged({"interview": TableRead(3, 1, 0, 4)}, 2, {"company": 1}, 1)
    dialog = ReportDialog(Rescued(report, folder / "kept.db"))
    qtbot.addWidget(dialog)
    text = dialog.text.toPlainText()
    assert "Interview: 3 read, 4 in the last backup, 1 with a value that had to be replaced" in text
    assert "Company: 1 was lost and has a stand-in" in text
    assert "2 rows could not be read at all" in text
