"""The Library page: shelves, search, adding, editing in place, uses, and what is likely there twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import LibraryField, LibraryKind
from interview_coach.domain.library import LibraryDraft, LibraryFilters
from interview_coach.store import libraries, library
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.page import LibraryPage
from interview_coach.ui.library.tabs import Shelf
from interview_coach.ui.widgets import LineText, LongText
from tests.ui.library.conftest import Opener

Key = Qt.Key


def titles(page: LibraryPage) -> list[str]:
    return [page.list.card(key).card.title for key in page.list.keys]


def look_for(page: LibraryPage, text: str) -> None:
    page.search.setText(text)
    page.refresh()


@pytest.mark.parametrize("shelf", list(Shelf))
def test_each_shelf_shows_its_things(page: LibraryPage, shelf: Shelf) -> None:
    page.show_shelf(shelf.value)
    assert page.shelf is shelf
    assert titles(page)
    assert page.list.current == page.list.keys[0]


def test_a_card_says_how_it_did(page: LibraryPage) -> None:
    first = page.list.card(page.list.keys[0]).card
    assert first.title == "The warehouse migration"
    assert first.chip.startswith("landed ")
    assert "spoken" in first.line
    assert "chosen" in page.list.card(page.list.keys[0]).accessibleName()


def test_the_search_looks_into_every_text(page: LibraryPage) -> None:
    look_for(page, "doubled rows")
    assert titles(page) == ["The outage that taught me ownership"]
    look_for(page, "nothing has these")
    assert page.none_found.isVisible()
    page.none_found.acted.emit()
    assert len(titles(page)) > 3


def test_a_tag_narrows(page: LibraryPage) -> None:
    page.tags.set_value("failure")
    page.refresh()
    assert titles(page) == ["The outage that taught me ownership", "The report nobody read"]


def test_something_new_is_added_and_opened(empty_page: LibraryPage, desk: Desk) -> None:
    assert empty_page.nothing.isVisible()
    QTest.mouseClick(empty_page.add_button, Qt.MouseButton.LeftButton)
    adding = empty_page._adding
    assert adding is not None
    QTest.keyClicks(adding.line, "The outage")
    QTest.keyClick(adding.line, Key.Key_Return)
    assert titles(empty_page) == ["The outage"]
    assert empty_page.panes.item.key == empty_page.list.keys[0]
    QTest.keyClicks(adding.line, "half a tho")
    QTest.keyClick(adding.line, Key.Key_Escape)
    empty_page.begin_adding()
    again = empty_page._adding
    assert again is not None
    assert again is not adding
    assert again.line.text() == "half a tho"
    (kept,) = desk.ask(libraries.library, LibraryFilters()).lines
    assert kept.kind is LibraryKind.STORY


def test_a_field_is_saved_on_leaving(page: LibraryPage, full_desk: Desk) -> None:
    key = page.list.current
    box = page.panes.item.fields[LibraryField.TASK]
    assert isinstance(box.line, LongText)
    box.line.setFocus()
    QTest.keyClicks(box.line, "Alone. ")
    page.search.setFocus()
    assert full_desk.ask(libraries.library_item, key).draft.task.startswith("Alone. ")
    full_desk.undo()
    assert not box.line.text.startswith("Alone. ")


def test_a_title_cannot_be_emptied(page: LibraryPage, full_desk: Desk) -> None:
    key = page.list.current
    box = page.panes.item.fields[LibraryField.TEXT]
    assert isinstance(box.line, LineText)
    box.line.setFocus()
    box.line.selectAll()
    QTest.keyClick(box.line, Key.Key_Delete)
    page.search.setFocus()
    assert box.error
    assert full_desk.ask(libraries.library_item, key).draft.text == "The warehouse migration"


def test_a_long_situation_is_hinted_at(page: LibraryPage) -> None:
    heavy = page.list.keys[titles(page).index("The report nobody read")]
    page.list.choose(heavy)
    assert "situation takes longer" in page.panes.item._hint.text()
    unfinished = page.list.keys[titles(page).index("The week I learned streaming by breaking it")]
    page.list.choose(unfinished)
    assert page.panes.item._hint.text() == "Still without: task, result."


def test_a_use_opens_its_interview(page: LibraryPage, opened: list[Place]) -> None:
    rows = page.panes.item._uses.rows
    assert len(rows) > 5
    rows[0].wanted.emit()  # type: ignore[attr-defined]
    assert opened[-1].kind == "interview"


def test_the_keyboard_goes_all_the_way(page: LibraryPage, qtbot: QtBot) -> None:
    page.search.setFocus()
    QTest.keyClick(page.search, Key.Key_Down)
    first, second = page.list.keys[:2]
    assert page.list.card(first).hasFocus()
    QTest.keyClick(page.list.card(first), Key.Key_Down)
    assert page.list.card(second).hasFocus()
    assert page.panes.item.key == second
    QTest.keyClick(page.list.card(second), Key.Key_Return)
    focused = page.focusWidget()
    assert focused is page.panes.item.fields[LibraryField.SITUATION].line
    page.list.card(second).setFocus()
    QTest.keyClick(page.list.card(second), Key.Key_Delete)
    assert second not in page.list.keys
    QTest.keyClick(page.list.card(page.list.current), Key.Key_Home)
    QTest.keyClick(page.list.card(page.list.keys[0]), Key.Key_Up)
    assert page.search.hasFocus()


def test_duplicates_are_merged_only_when_said_so(
    page: LibraryPage, full_desk: Desk, qtbot: QtBot
) -> None:
    dialog = page.open_duplicates()
    qtbot.waitUntil(lambda: bool(dialog.cards))
    before = full_desk.ask(libraries.library, LibraryFilters()).total
    card = next(c for c in dialog.cards if c.found.merge is library.merge_library_items)
    QTest.mouseClick(card.merge, Qt.MouseButton.LeftButton)
    assert full_desk.ask(libraries.library, LibraryFilters()).total == before - 1
    assert not card.merge.isEnabled()
    full_desk.undo()
    assert full_desk.ask(libraries.library, LibraryFilters()).total == before
    dialog.close()


def test_a_place_opens_its_shelf(page: LibraryPage, full_desk: Desk) -> None:
    draft = LibraryDraft(LibraryKind.LOGISTICS, "Charge the laptop")
    key = full_desk.do(library.add_library_item, draft)
    page.show_place(key)
    assert page.shelf is Shelf.REMINDERS
    assert page.list.current == key == page.panes.item.key


def test_what_is_on_the_screen_goes_away_when_it_is_undone(desk: Desk, open_page: Opener) -> None:
    page = open_page(desk)
    desk.do(library.add_library_item, LibraryDraft(LibraryKind.STORY, "One"))
    assert titles(page) == ["One"]
    desk.undo()
    assert page.nothing.isVisible()
