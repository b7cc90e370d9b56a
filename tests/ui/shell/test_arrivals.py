"""Files that come in by the window: dropped or chosen, recognised, unlocked, refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from interview_coach.app.session import Session
from interview_coach.app.trace import Trace
from interview_coach.exchange import archive, locked
from interview_coach.store.document import everything
from interview_coach.ui.importing.dialog import ImportDialog
from interview_coach.ui.passphrase import PassphraseDialog
from interview_coach.ui.theme import Theme
from tests.stores import NOW, Clock, new_store
from tests.ui.conftest import Memory


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, voice: Memory, tmp_path: Path) -> Iterator[Session]:
    theme = Theme()
    theme.apply(qapp)
    new_store(tmp_path / "data").close()
    opened = Session(tmp_path / "data", theme, Trace(), clock=Clock())
    with qtbot.waitSignal(opened.ready, timeout=20_000):
        opened.show()
    yield opened
    with qtbot.waitSignal(opened.ended):
        opened.window.close()
    opened.window.deleteLater()


@pytest.fixture
def packed(tmp_path: Path) -> bytes:
    store = new_store(tmp_path / "other", sample=True)
    schema, tables = store.ask(everything)
    store.close()
    return archive.pack(schema, tables, NOW, "0.1.0")


def drop(session: Session, *urls: QUrl) -> tuple[bool, bool]:
    """Drop something on the window; whether it was taken on the way in, and at the end."""
    data = QMimeData()
    data.setUrls(list(urls))
    what = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    action = Qt.DropAction.CopyAction
    window = session.window
    enter = QDragEnterEvent(QPointF(300, 300).toPoint(), action, *what)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    dropped = QDropEvent(QPointF(300, 300), action, *what)
    dropped.ignore()
    QApplication.sendEvent(window, dropped)
    return enter.isAccepted(), dropped.isAccepted()


def preview(session: Session, qtbot: QtBot) -> ImportDialog:
    qtbot.waitUntil(lambda: session.menu.arrivals.preview is not None, timeout=20_000)
    dialog = session.menu.arrivals.preview
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.jobs.busy, timeout=20_000)
    return dialog


def test_an_archive_dropped_on_the_window_is_previewed_and_imported(
    session: Session, packed: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mine.zip"
    path.write_bytes(packed)
    assert drop(session, QUrl.fromLocalFile(str(path))) == (True, True)
    dialog = preview(session, qtbot)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert session.desk is not None
    assert len(session.desk.ask(everything)[1]["interview"]) > 20
    # It is said, with its undo.
    qtbot.waitUntil(lambda: "Imported" in session.window.toast.accessibleName())
    qtbot.waitUntil(lambda: session.menu.arrivals.preview is None)
    session.window.undo()
    assert session.desk.ask(everything)[1]["interview"] == []


def test_a_locked_file_asks_until_it_opens(
    session: Session, packed: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mine.zip.age"
    path.write_bytes(locked.lock(packed, "right"))
    session.menu.arrivals.open(path)
    for passphrase, wrong in (("wrong", False), ("right", True)):
        qtbot.waitUntil(
            lambda: any(d.isVisible() for d in session.window.findChildren(PassphraseDialog)),
            timeout=30_000,
        )
        (dialog,) = [d for d in session.window.findChildren(PassphraseDialog) if d.isVisible()]
        assert bool(dialog.first_field.error) is wrong
        qtbot.keyClicks(dialog.first, passphrase)
        qtbot.keyClick(dialog.first, Qt.Key.Key_Return)
        assert not dialog.isVisible()
    assert preview(session, qtbot).plan is not None


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"", "This file is empty"),
        (b"\x89PNG" + bytes(100), "Interview Coach does not know this kind of file"),
        (b'{"format": "interview-coach"', "This file is cut short or damaged"),
    ],
)
def test_what_is_not_understood_is_said_in_one_sentence(
    session: Session, voice: Memory, tmp_path: Path, qtbot: QtBot, data: bytes, title: str
) -> None:
    path = tmp_path / "<b>odd.bin"
    path.write_bytes(data)
    session.menu.arrivals.open(path)
    qtbot.waitUntil(lambda: bool(voice.said), timeout=20_000)
    assert [sentence.title for sentence in voice.said] == [title]
    assert session.menu.arrivals.preview is None


def test_no_address_and_no_bunch_of_files_is_taken(session: Session, tmp_path: Path) -> None:
    for urls in (
        [QUrl("ftp://evil.example/x.zip")],
        [QUrl("smb://server/share/x.zip")],
        [QUrl.fromLocalFile(str(tmp_path / "a")), QUrl.fromLocalFile(str(tmp_path / "b"))],
    ):
        assert drop(session, *urls) == (False, False)
    assert not session.menu.arrivals.jobs.busy


def test_the_menu_and_the_settings_let_a_file_be_chosen(
    session: Session, packed: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mine.zip"
    path.write_bytes(packed)
    session.menu.actions["import"].trigger()
    dialog = session.menu.arrivals.dialog
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    session.window.navigator.open("settings", "", "export")
    page = session.window.page("settings")
    page.export.take_in.click()  # type: ignore[attr-defined]
    dialog = session.menu.arrivals.dialog
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_closing_the_window_lets_go_of_a_preview(
    qtbot: QtBot, session: Session, packed: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "mine.zip"
    path.write_bytes(packed)
    session.menu.arrivals.open(path)
    assert preview(session, qtbot).isVisible()
