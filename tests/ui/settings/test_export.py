"""The export: everything as one document, aside, and stopped at any time."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach import __version__
from interview_coach.app.borders import borders
from interview_coach.domain.forms import Form
from interview_coach.exchange import document
from interview_coach.store.document import everything
from interview_coach.store.outcome import note_words
from interview_coach.store.outcomes import debrief
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Told
from interview_coach.ui.outcome.fields import Kept
from interview_coach.ui.widgets import LongText
from tests.ui.settings.acting import FolderWindow, Show, choose, click, first_closed, said


def test_everything_is_written_where_one_says_and_shown_there(
    show: Show, full_desk: Desk, folder_window: FolderWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(full_desk)
    target = tmp_path / "out" / "mine.json"
    target.parent.mkdir()
    assert any("private text" in text for text in said(page.export))
    page.export.form.setCurrentText("JSON document")
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
    assert folder_window.opened == [target.parent]


def test_the_name_it_suggests_has_the_day(show: Show, desk: Desk, qtbot: QtBot) -> None:
    page = show(desk)
    click(qtbot, page.export.export)
    dialog = page.export.dialog
    assert dialog is not None
    assert [Path(name).name for name in dialog.selectedFiles()] == [
        "interview-coach-2026-11-22.zip"
    ]
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert page.export.dialog is None
    assert page.export.said == ""


def test_it_can_be_cancelled_and_leaves_nothing(
    show: Show, full_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on = threading.Event()

    def slow(*args: Any) -> int:
        told: Told = args[-1]
        told(0, 1)
        assert go_on.wait(20)
        return borders().export(*args)

    page = show(full_desk, replace(borders(), export=slow))
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
    page.export.wanted.emit(tmp_path / "gone" / "x.json", Form.DOCUMENT, "")
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
    page.export.wanted.emit(target, Form.DOCUMENT, "")
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
    page.export.wanted.emit(target, Form.DOCUMENT, "")
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
