"""The Settings page, with real clicks and keys on a real file."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_coach import __version__
from interview_coach.domain.changes import Place
from interview_coach.domain.trouble import Trouble
from interview_coach.exchange import document
from interview_coach.store import backup, interviews, trash
from interview_coach.store.document import everything
from interview_coach.store.interview import delete_interview
from interview_coach.store.opportunity import delete_opportunity
from interview_coach.store.outcome import delete_outcome, note_words
from interview_coach.store.outcomes import debrief
from interview_coach.store.prep import checklist, delete_item
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Told
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.outcome.fields import Kept
from interview_coach.ui.settings.about import FINDINGS, LICENCES
from interview_coach.ui.settings.exporting import Exporter
from interview_coach.ui.settings.page import SettingsPage
from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import LongText
from tests.stores import Clock
from tests.ui.conftest import Memory

Show = Callable[..., SettingsPage]


@pytest.fixture
def show(navigator: Navigator, theme: Theme, qtbot: QtBot) -> Show:
    def shown(desk: Desk, exporter: Exporter | None = document.export) -> SettingsPage:
        page = SettingsPage(desk, navigator, theme, exporter=exporter)
        qtbot.addWidget(page, before_close_func=lambda p: p.jobs.drain())
        page.resize(1072, 820)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return shown


class FileManager(QObject):
    """Stands where the system's file manager would: remembers which folders were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def show_folder(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def file_manager(qapp: object) -> Iterator[FileManager]:
    manager = FileManager()
    # The stub asks for bytes, the call takes only text.
    QDesktopServices.setUrlHandler("file", manager, "show_folder")  # type: ignore[arg-type]
    yield manager
    QDesktopServices.unsetUrlHandler("file")


def click(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible(), widget
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def said(root: QWidget) -> list[str]:
    labels = [x for x in root.findChildren(QLabel) if x.isVisibleTo(root)]
    return [x.text().replace("\u00a0", " ") for x in labels if x.text()]


def is_dark(theme: Theme) -> bool:
    return theme.colours.dark


def first_closed(desk: Desk) -> str:
    return desk.ask(interviews.interview_list).closed[0].id


# --- appearance -------------------------------------------------------------------------------------


def test_colours_change_at_once_and_the_shell_hears_of_it(
    show: Show, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    page = show(desk)
    card = page.appearance
    assert card.mode.value == "light"
    with qtbot.waitSignal(page.appearance_changed):
        click(qtbot, card.mode.choices[2])
    assert is_dark(theme)
    with qtbot.waitSignal(page.appearance_changed):
        qtbot.keyClick(card.mode.choices[2], Qt.Key.Key_Left)
    assert not is_dark(theme)
    assert theme.mode == "light"


def test_text_size_goes_from_90_to_150_percent(
    show: Show, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    page = show(desk)
    size = page.appearance.scale
    assert size.value() == 100
    size.setFocus()
    with qtbot.waitSignal(page.appearance_changed):
        qtbot.keyClick(size, Qt.Key.Key_Up)
    assert theme.scale == pytest.approx(1.1)
    for _ in range(9):
        qtbot.keyClick(size, Qt.Key.Key_Up)
    assert theme.scale == pytest.approx(1.5)
    for _ in range(9):
        qtbot.keyClick(size, Qt.Key.Key_Down)
    assert theme.scale == pytest.approx(0.9)
    size.selectAll()
    qtbot.keyClicks(size, "125")
    assert theme.scale == pytest.approx(0.9), "a half-typed number is no size"
    qtbot.keyClick(size, Qt.Key.Key_Return)
    assert theme.scale == pytest.approx(1.25)


def test_a_look_that_was_changed_elsewhere_is_shown(show: Show, desk: Desk, theme: Theme) -> None:
    page = show(desk)
    theme.set_mode("dark")
    theme.set_scale(1.2)
    assert page.appearance.mode.value == "dark"
    assert page.appearance.scale.value() == 120


# --- the data ---------------------------------------------------------------------------------------


def test_it_says_where_the_file_is_and_how_much_is_in_it(show: Show, full_desk: Desk) -> None:
    page = show(full_desk)
    told = said(page.data)
    assert str(full_desk.store.path) in told
    tables = full_desk.ask(everything)[1]
    counted = next(text for text in told if "opportunities" in text)
    assert f"{len(tables['opportunity'])} opportunities" in counted
    assert f"{len(tables['interview'])} interviews" in counted
    assert f"{len(tables['review'])} reviews" in counted
    assert counted.split(" · ")[0].endswith("MB")


def test_the_folder_is_opened_and_the_path_copied(
    show: Show, desk: Desk, file_manager: FileManager, qtbot: QtBot
) -> None:
    page = show(desk)
    click(qtbot, page.data.open)
    assert file_manager.opened == [desk.store.folder]
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


def test_the_last_daily_backup_is_named_and_the_list_is_short(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    folder = full_desk.store.folder
    assert full_desk.store.daily_backup() is not None
    for _ in range(6):
        full_desk.store.back_up("before-upgrade")
    page = show(full_desk)
    told = said(page.data)
    assert any(text.startswith("The last daily one: ") for text in told)
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


# --- the export -------------------------------------------------------------------------------------


def choose(page: SettingsPage, qtbot: QtBot, path: Path) -> None:
    """Press the button and answer the file dialog as a person does."""
    click(qtbot, page.export.export)
    dialog = page.export.dialog
    assert isinstance(dialog, QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()


def test_everything_is_written_where_one_says_and_shown_there(
    show: Show, full_desk: Desk, file_manager: FileManager, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(full_desk)
    target = tmp_path / "out" / "mine.json"
    target.parent.mkdir()
    assert any("private text" in text for text in said(page.export))
    choose(page, qtbot, target)
    qtbot.waitUntil(lambda: "is written" in page.export.said)
    found = document.read(target)
    schema, tables = full_desk.ask(everything)
    assert (found.schema, found.tables, found.program) == (schema, tables, __version__)
    assert found.written_at == full_desk.now()
    assert page.export.said.startswith("mine.json is written, ")
    assert not page.export.bar.isVisible()
    assert page.focusWidget() is page.export.show_it
    qtbot.keyClick(page.export.show_it, Qt.Key.Key_Space)
    assert file_manager.opened == [target.parent]


def test_the_name_it_suggests_has_the_day(show: Show, desk: Desk, qtbot: QtBot) -> None:
    page = show(desk)
    click(qtbot, page.export.export)
    dialog = page.export.dialog
    assert dialog is not None
    assert [Path(name).name for name in dialog.selectedFiles()] == [
        "interview-coach-2026-11-22.json"
    ]
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert page.export.dialog is None
    assert page.export.said == ""


def test_it_can_be_cancelled_and_leaves_nothing(
    show: Show, full_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on = threading.Event()

    def slow(
        path: Path,
        schema: int,
        tables: dict[str, list[dict[str, Any]]],
        written_at: datetime,
        program: str,
        told: Told,
    ) -> int:
        told(0, 1)
        assert go_on.wait(20)
        return document.export(path, schema, tables, written_at, program, told)

    page = show(full_desk, slow)
    out = tmp_path / "out"
    out.mkdir()
    choose(page, qtbot, out / "x.json")
    qtbot.waitUntil(lambda: page.export.bar.value() > 0)
    assert page.focusWidget() is page.export.cancel
    assert not page.export.export.isEnabled()
    qtbot.keyClick(page.export.cancel, Qt.Key.Key_Space)
    go_on.set()
    qtbot.waitUntil(lambda: page.export.said == "Cancelled. Nothing was left behind.")
    assert list(out.iterdir()) == []
    assert page.export.export.isEnabled()
    assert page.focusWidget() is page.export.export


def test_known_trouble_is_said_beside_the_button(
    show: Show, full_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(full_desk)
    page.export.wanted.emit(tmp_path / "gone" / "x.json")
    qtbot.waitUntil(lambda: "That folder is not there any more" in page.export.said)
    assert page.export.export.isEnabled()
    assert not page.export.show_it.isVisible()


def test_what_is_being_typed_is_part_of_everything(
    show: Show, full_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(full_desk)
    recorded = full_desk.ask(debrief, first_closed(full_desk)).outcome
    assert recorded is not None
    kept = Kept(
        full_desk, LongText(name="words"), "test", lambda text: (note_words, (recorded.id, text))
    )
    qtbot.addWidget(kept)
    qtbot.keyClicks(kept.control, "Typed a second ago")
    target = tmp_path / "x.json"
    page.export.wanted.emit(target)
    qtbot.waitUntil(lambda: "is written" in page.export.said)
    words = [row["words"] for row in document.read(target).tables["outcome"]]
    assert any(str(text).endswith("Typed a second ago") for text in words)


def test_without_an_exporter_there_is_nothing_to_export(show: Show, desk: Desk) -> None:
    assert not show(desk, None).export.isVisible()


def test_the_document_that_is_written_is_the_one_described(
    show: Show, full_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(full_desk)
    target = tmp_path / "x.json"
    page.export.wanted.emit(target)
    qtbot.waitUntil(lambda: "is written" in page.export.said)
    found = json.loads(target.read_text(encoding="utf-8"))
    assert list(found) == [
        "format",
        "version",
        "schema",
        "written_at",
        "program",
        "counts",
        "tables",
        "checksum",
    ]


# --- the trash --------------------------------------------------------------------------------------


def test_what_was_deleted_together_comes_back_together(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    page = show(full_desk)
    assert said(page.trash)[1] == "Nothing is in the trash."
    assert not page.trash.empty.isVisible()
    before = full_desk.ask(everything)[1]
    upcoming = full_desk.ask(interviews.interview_list).upcoming[0]
    item = full_desk.ask(checklist, upcoming.id).items[0]
    full_desk.do(delete_item, item.id)
    full_desk.do(delete_opportunity, upcoming.opportunity_id)
    told = said(page.trash)
    assert upcoming.title in told
    assert item.text in told
    assert any(
        text.startswith(f"Opportunity · {upcoming.company} · deleted today · with ")
        for text in told
    )
    assert f"Checklist item · {upcoming.company} · deleted today" in told
    newest = next(iter(page.trash.rows.values()))
    newest.restore.setFocus()
    qtbot.keyClick(newest.restore, Qt.Key.Key_Space)
    assert len(page.trash.rows) == 1, "only that batch came back"
    assert page.trash.empty.hasFocus()
    click(qtbot, next(iter(page.trash.rows.values())).restore)
    assert page.trash.rows == {}
    now = full_desk.ask(everything)[1]
    assert {k: [r["id"] for r in v] for k, v in now.items()} == {
        k: [r["id"] for r in v] for k, v in before.items()
    }
    full_desk.undo()
    assert len(page.trash.rows) == 1, "bringing back can be undone"


def test_every_sort_of_deletion_has_a_name_and_no_code(show: Show, full_desk: Desk) -> None:
    closed = full_desk.ask(interviews.interview_list).closed
    decided = full_desk.ask(debrief, closed[0].id).outcome
    assert decided is not None
    full_desk.do(delete_outcome, decided.id)
    full_desk.do(delete_interview, closed[1].id)
    page = show(full_desk)
    told = said(page.trash)
    assert any(text.startswith("Outcome · ") for text in told)
    assert any(text.startswith("Interview · ") for text in told)
    batches = full_desk.ask(trash.trash_batches)
    assert all(batch.company for batch in batches)
    assert not [text for text in told if "_" in text or "-7" in text]


def test_emptying_asks_first_and_is_final(
    show: Show, full_desk: Desk, voice: Memory, qtbot: QtBot
) -> None:
    full_desk.do(delete_interview, first_closed(full_desk))
    page = show(full_desk)
    voice.answer = False
    click(qtbot, page.trash.empty)
    assert voice.said[-1].title == "Empty the trash?"
    assert "for good" in voice.said[-1].text
    assert len(page.trash.rows) == 1
    voice.answer = True
    click(qtbot, page.trash.empty)
    assert page.trash.rows == {}
    assert full_desk.ask(trash.trash_batches) == ()
    assert full_desk.can().undo is None
    with pytest.raises(Trouble):
        full_desk.undo()
    assert page.data.open.hasFocus()


# --- about ------------------------------------------------------------------------------------------


def test_about_names_version_findings_and_licences(show: Show, desk: Desk) -> None:
    told = said(show(desk).about)
    assert f"Interview Coach {__version__}" in told
    for text, source in (*FINDINGS, *LICENCES):
        assert text in told
        assert source in told
    assert any("doi 10." in text for text in told)


# --- the page as a whole ------------------------------------------------------------------------------


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
        page.data.backup,
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
    full_desk.store.daily_backup()
    page = show(full_desk)
    made = backup.found(full_desk.store.folder)[0].made_at
    clock.now = made
    page.tick()
    assert "The last daily one: just now" in said(page.data)
    clock.forward(hours=3)
    page.tick()
    assert "The last daily one: 3 h ago" in said(page.data)
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

    page = SettingsPage(full_desk, navigator, theme, exporter=endless)
    qtbot.addWidget(page)
    page.export.wanted.emit(tmp_path / "x.json")
    assert begun.wait(20)
    assert page.jobs.drain()
    assert left == [True]
