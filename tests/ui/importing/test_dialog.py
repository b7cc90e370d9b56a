"""The preview of an import: what would come, where it differs, one step, and nothing before it is asked for."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from interview_coach.domain.document import Document
from interview_coach.domain.incoming import Understood
from interview_coach.store import backup
from interview_coach.store.document import everything
from interview_coach.store.opening import SCHEMA
from interview_coach.store.store import Store
from interview_coach.ui.desk import Desk
from interview_coach.ui.importing.dialog import ImportDialog
from tests.store.recipes.documents import Tables
from tests.stores import NOW
from tests.ui.conftest import Memory

HOSTILE = "<img src='file:///etc/passwd'><b>bold</b> & \u202egnp.exe 🧭"


def tables_of(store: Store) -> Tables:
    return copy.deepcopy(store.ask(everything)[1])


def show(desk: Desk, tables: Tables, qtbot: QtBot, name: str = "mine.zip") -> ImportDialog:
    document = Document(1, SCHEMA, NOW, "0.1.0", tables)
    dialog = ImportDialog(desk, Understood("archive", name, document), None)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def planned(desk: Desk, tables: Tables, qtbot: QtBot) -> ImportDialog:
    dialog = show(desk, tables, qtbot)
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.jobs.busy)
    return dialog


def said(dialog: ImportDialog) -> str:
    labels = [x for x in dialog.findChildren(QLabel) if x.isVisibleTo(dialog)]
    return "\n".join(x.text().replace("\u00a0", " ") for x in labels)


def changed(tables: Tables) -> tuple[dict[str, Any], dict[str, Any]]:
    one, other = tables["company"][0], tables["prep_item"][0]
    one["notes"] = "Theirs"
    other["done"] = 1 - other["done"]
    return one, other


def test_everything_comes_in_as_one_step_that_can_be_undone(
    full_desk: Desk, desk: Desk, qtbot: QtBot
) -> None:
    tables = tables_of(full_desk.store)
    dialog = planned(desk, tables, qtbot)
    assert "Interviews: " in "\n".join(dialog.lines)
    assert "new" in said(dialog)
    assert desk.store.ask(everything)[1] != tables
    heard: list[object] = []
    desk.changed.connect(heard.append)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(heard))
    assert desk.store.ask(everything)[1] == tables
    assert [made.why for made in backup.found(desk.store.folder)] == ["before-import"]
    desk.undo()
    assert sum(len(rows) for rows in desk.store.ask(everything)[1].values()) == 0


def test_what_is_here_already_leaves_nothing_to_do(full_desk: Desk, qtbot: QtBot) -> None:
    dialog = planned(full_desk, tables_of(full_desk.store), qtbot)
    assert dialog.said == "Everything in this file is here already."
    assert not dialog.take.isEnabled()
    assert dialog.cancel.text() == "Close"
    assert not dialog.conflicts.isVisible()


def test_conflicts_are_side_by_side_and_mine_is_kept(full_desk: Desk, qtbot: QtBot) -> None:
    tables = tables_of(full_desk.store)
    mine = copy.deepcopy(tables)
    one, other = changed(tables)
    dialog = planned(full_desk, tables, qtbot)
    assert len(dialog.conflicts.rows) == 2
    wanted = {"Mine", "Theirs", "Done", "yes", "no"}
    qtbot.waitUntil(lambda: wanted <= set(said(dialog).split("\n")))
    assert dialog.said == "Nothing new, and yours is kept everywhere."
    assert not dialog.take.isEnabled()
    row = next(r for r in dialog.conflicts.rows if r.conflict.id == one["id"])
    qtbot.mouseClick(row.choice.choices[1], Qt.MouseButton.LeftButton)
    assert dialog.said == "1 is replaced."
    assert dialog.conflicts.said == "1 of 2 taken from the file"
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    after = {name: {r["id"]: r for r in rows} for name, rows in tables_of(full_desk.store).items()}
    assert after["company"][one["id"]]["notes"] == "Theirs"
    old = next(r for r in mine["prep_item"] if r["id"] == other["id"])
    assert after["prep_item"][other["id"]]["done"] == old["done"]


def test_all_can_be_decided_at_once(full_desk: Desk, qtbot: QtBot) -> None:
    tables = tables_of(full_desk.store)
    for row in tables["prep_item"]:
        row["text"] = f"{row['text']} there"
    dialog = planned(full_desk, tables, qtbot)
    total = len(tables["prep_item"])
    assert 0 < len(dialog.conflicts.rows) < total
    qtbot.mouseClick(dialog.conflicts.take_all, Qt.MouseButton.LeftButton)
    assert len(dialog.conflicts.theirs) == total
    assert all(row.choice.value == "theirs" for row in dialog.conflicts.rows)
    before = len(dialog.conflicts.rows)
    qtbot.mouseClick(dialog.conflicts.more, Qt.MouseButton.LeftButton)
    assert len(dialog.conflicts.rows) > before
    assert dialog.conflicts.rows[-1].choice.value == "theirs"
    qtbot.mouseClick(dialog.conflicts.keep_all, Qt.MouseButton.LeftButton)
    assert dialog.conflicts.theirs == set()


def test_esc_changes_nothing_and_stops_what_is_under_way(full_desk: Desk, qtbot: QtBot) -> None:
    tables = tables_of(full_desk.store)
    before = copy.deepcopy(tables)
    changed(tables)
    dialog = show(full_desk, tables, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert tables_of(full_desk.store) == before
    assert backup.found(full_desk.store.folder) == ()


def test_a_file_that_does_not_fit_is_said_and_closed(
    full_desk: Desk, voice: Memory, qtbot: QtBot
) -> None:
    tables = tables_of(full_desk.store)
    tables["company"][0]["name"] = 5
    dialog = show(full_desk, tables, qtbot)
    qtbot.waitUntil(lambda: bool(voice.said))
    assert voice.said[0].title == "This file holds something that Interview Coach never writes"
    qtbot.waitUntil(lambda: not dialog.isVisible())


@pytest.mark.parametrize("text", [HOSTILE, "x" * 400, "\u0627\u0644\u0639" * 60])
def test_what_others_wrote_is_shown_as_it_was_typed(
    full_desk: Desk, qtbot: QtBot, text: str
) -> None:
    tables = tables_of(full_desk.store)
    tables["company"][0]["name"] = text
    dialog = planned(full_desk, tables, qtbot)
    labels = [x for x in dialog.findChildren(QLabel) if x.text() == text]
    assert labels
    assert all(x.textFormat() is Qt.TextFormat.PlainText for x in labels)


def test_the_name_of_the_file_is_shown_as_it_is(full_desk: Desk, qtbot: QtBot) -> None:
    dialog = show(full_desk, tables_of(full_desk.store), qtbot, "<h1>big</h1>.zip")
    assert "<h1>big</h1>.zip" in said(dialog)
