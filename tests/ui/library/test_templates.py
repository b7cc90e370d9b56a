"""Templates on the Library page: the built-in ones stay, one's own are edited line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from interview_coach.domain.incoming import Refused
from interview_coach.domain.kinds import InterviewKind, Part, Section
from interview_coach.exchange import template as files
from interview_coach.store import templates
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.line_dialog import LineDialog
from interview_coach.ui.library.page import LibraryPage
from interview_coach.ui.library.template_pane import BUILT_IN, LineRow

LEFT = Qt.MouseButton.LeftButton
KIND = InterviewKind.PHONE_SCREEN


@pytest.fixture
def shelf(empty_page: LibraryPage) -> LibraryPage:
    empty_page.show_shelf("templates")
    return empty_page


def line_dialog(page: LibraryPage) -> LineDialog:
    found = page.findChildren(LineDialog)
    assert found
    return found[-1]


def test_the_built_in_ones_are_there_and_read_only(shelf: LibraryPage) -> None:
    assert len(shelf.list.keys) == len(InterviewKind)
    assert all(key.startswith(BUILT_IN) for key in shelf.list.keys)
    assert "delete" not in shelf.panes.template.buttons
    shelf.delete(shelf.list.keys[0])
    assert len(shelf.list.keys) == len(InterviewKind)


def test_editing_a_built_in_makes_a_copy_that_is_in_use(shelf: LibraryPage, desk: Desk) -> None:
    shelf.list.choose(f"{BUILT_IN}{KIND.value}")
    QTest.mouseClick(shelf.panes.template.buttons["edit"], LEFT)
    (own,) = desk.ask(templates.own_templates)
    assert own.usual
    assert shelf.list.current == own.id
    assert shelf.list.card(own.id).card.chip == "mine, in use"
    shelf.panes.template.usual.ticked.emit(False)
    assert desk.ask(templates.usual, KIND).id == ""
    QTest.mouseClick(shelf.panes.template.buttons["delete"], LEFT)
    assert desk.ask(templates.own_templates) == ()


def test_a_line_is_added_and_edited(shelf: LibraryPage, desk: Desk, qtbot: QtBot) -> None:
    QTest.mouseClick(shelf.add_button, LEFT)
    (own,) = desk.ask(templates.own_templates)
    QTest.mouseClick(shelf.panes.template.buttons["add"], LEFT)
    dialog = line_dialog(shelf)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert dialog._text_field.error
    QTest.keyClicks(dialog.text, "Ask who decides")
    dialog.group.set_value(4)
    dialog.parts[Part.RECRUITER].tick.setChecked(True)
    QTest.mouseClick(dialog.save_button, LEFT)
    (line,) = desk.ask(templates.template, own.id).items
    assert (line.draft.section, line.draft.text) == (Section.QUESTION, "Ask who decides")
    assert line.parts == frozenset({Part.RECRUITER})
    pane = shelf.panes.template
    qtbot.waitUntil(lambda: any(r.isVisible() for r in pane.findChildren(LineRow)))
    row = next(r for r in pane.findChildren(LineRow) if r.isVisible())
    row.delete_wanted.emit()
    assert desk.ask(templates.template, own.id).items == ()


def test_esc_loses_nothing_of_a_line(shelf: LibraryPage) -> None:
    QTest.mouseClick(shelf.add_button, LEFT)
    QTest.mouseClick(shelf.panes.template.buttons["add"], LEFT)
    QTest.keyClicks(line_dialog(shelf).text, "half a tho")
    QTest.keyClick(line_dialog(shelf), Qt.Key.Key_Escape)
    QTest.mouseClick(shelf.panes.template.buttons["add"], LEFT)
    assert line_dialog(shelf).text.text() == "half a tho"
    line_dialog(shelf).close()


def test_a_template_goes_out_and_comes_in(
    shelf: LibraryPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    shelf.list.choose(f"{BUILT_IN}{KIND.value}")
    QTest.mouseClick(shelf.panes.template.buttons["export"], LEFT)
    QTest.mouseClick(shelf.panes.template.buttons["import"], LEFT)
    (own,) = desk.ask(templates.own_templates)
    builtin = templates.for_kind(KIND)
    assert [i.draft.text for i in own.items] == [i.draft.text for i in builtin.items]
    assert [i.parts for i in own.items] == [i.parts for i in builtin.items]
    path.write_text("{}", encoding="utf-8")
    QTest.mouseClick(shelf.panes.template.buttons["import"], LEFT)
    assert "no template" in shelf.panes.template._note.text()
    assert len(desk.ask(templates.own_templates)) == 1


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        files.decode(data)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "nothing"},
        {"name": ""},
        {"items": 3},
        {"items": [3]},
        {"items": [{"section": "story", "text": ""}]},
        {"items": [{"section": "story", "text": "a", "minutes": "x"}]},
        {"items": [{"section": "story", "text": "a", "parts": ["nobody"]}]},
        {"items": [{"section": "story", "text": "a"}] * 1000},
        {"version": 99},
        {"format": "other"},
    ],
)
def test_a_file_that_is_not_sound_is_refused(change: dict[str, object]) -> None:
    import json

    sound = {"format": files.FORMAT, "version": 1, "name": "A", "kind": "panel", "items": []}
    assert files.decode(json.dumps(sound).encode()).name == "A"
    with pytest.raises(Refused):
        files.decode(json.dumps({**sound, **change}).encode())
