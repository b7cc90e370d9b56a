"""The shelf of lessons: narrowed by where they stand, searched, phrased, and followed to where they were checked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import LessonState
from interview_coach.domain.lessons import LessonSheet
from interview_coach.store import lesson_list, lessons
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.lesson_pane import LessonPane
from interview_coach.ui.library.page import LibraryPage
from interview_coach.ui.widgets import Label

Key = Qt.Key
TESTS = "Prepare one concrete example, contract tests first"


def shelf(page: LibraryPage) -> LessonPane:
    page.show_place("lessons")
    return page.panes.lesson


def choose(page: LibraryPage, text: str) -> str:
    titles = [page.list.card(key).card.title for key in page.list.keys]
    key = page.list.keys[titles.index(text)]
    page.list.choose(key)
    return key


def sheet(desk: Desk, key: str) -> LessonSheet:
    return desk.ask(lesson_list.lesson_sheet, key)


def said(widget: QWidget) -> list[str]:
    return [x.text() for x in widget.findChildren(Label) if x.isVisible()]


def test_all_but_those_let_go_stand_there_and_each_state_by_itself(
    page: LibraryPage, full_desk: Desk
) -> None:
    shelf(page)
    every = full_desk.ask(lesson_list.all_lessons)
    gone = full_desk.ask(lesson_list.all_lessons, "", (LessonState.LET_GO,))
    assert gone.total > 0
    assert page.search._found == f"{every.total - gone.total} found"
    for state in LessonState:
        page.states.set_value(state.value)
        page.states.value_changed.emit(state.value)
        counted = full_desk.ask(lesson_list.all_lessons, "", (state,))
        assert page.search._found == f"{counted.total} found"
    page.states.show_all()
    page.refresh()
    assert page.search._found == f"{every.total} found"


def test_a_card_says_where_it_stands_and_how_it_went(page: LibraryPage) -> None:
    shelf(page)
    card = page.list.card(choose(page, TESTS)).card
    assert card.chip == "Not yet"
    assert card.line.startswith("testing · came up 2 times, done 1 · Brightwater, 31 Oct · If they")


def test_a_topic_finds_its_lessons(page: LibraryPage) -> None:
    shelf(page)
    page.search.setText("testing")
    page.refresh()
    assert TESTS in [page.list.card(key).card.title for key in page.list.keys]
    page.search.setText("zzz")
    page.refresh()
    assert page.none_found.isVisible()


def test_a_plan_is_phrased_on_the_sheet(page: LibraryPage, full_desk: Desk) -> None:
    pane = shelf(page)
    key = choose(page, TESTS)
    page.panes.focus_first(page.shelf)
    line = pane.lines["if"]
    assert line.hasFocus()
    line.selectAll()
    QTest.keyClicks(line, "they ask how I test")
    QTest.keyClick(line, Key.Key_Return)
    one = sheet(full_desk, key).lesson
    assert (one.text, one.if_text) == (TESTS, "they ask how I test")
    assert one.then_text.startswith("I tell of the contract test")
    pane.topic.setFocus()
    pane.topic.selectAll()
    QTest.keyClicks(pane.topic, "quality")
    pane.lines["text"].setFocus()
    assert sheet(full_desk, key).lesson.topic == "quality"
    pane.lines["text"].selectAll()
    QTest.keyClick(pane.lines["text"], Key.Key_Delete)
    page.search.setFocus()
    assert "Please fill this in." in said(pane)
    assert sheet(full_desk, key).lesson.text == TESTS


def test_where_it_stands_is_said_there_and_taken_back(page: LibraryPage, full_desk: Desk) -> None:
    pane = shelf(page)
    key = choose(page, TESTS)
    QTest.mouseClick(pane.state.choices[4], Qt.MouseButton.LeftButton)
    assert sheet(full_desk, key).lesson.state is LessonState.LET_GO
    assert key not in page.list.keys
    full_desk.undo()
    assert key in page.list.keys


def test_it_leads_to_where_it_was_learned_and_looked_for(
    page: LibraryPage, opened: list[Place], full_desk: Desk
) -> None:
    pane = shelf(page)
    key = choose(page, TESTS)
    found = sheet(full_desk, key)
    rows = [*pane.taught.rows, *pane.checks.rows]
    for row in rows:
        row.wanted.emit()  # type: ignore[attr-defined]
    wanted = [found.lesson.interview_id, *(check.interview_id for check in found.checks)]
    assert [place.id for place in opened] == wanted
    notes = [row.note.text() for row in pane.checks.rows]  # type: ignore[attr-defined]
    assert notes == ["Came up, you did not do it", "Came up, you did it"]


def test_lessons_are_not_added_by_hand_and_their_shelf_says_why(
    page: LibraryPage, empty_page: LibraryPage
) -> None:
    shelf(empty_page)
    assert empty_page.nothing.isVisible()
    assert not empty_page.nothing.action_button.isVisible()
    shelf(page)
    assert not page.add_button.isVisible()
    page.begin_adding()
    assert page._adding is None


def test_a_deleted_lesson_goes_and_comes_back(page: LibraryPage, full_desk: Desk) -> None:
    shelf(page)
    key = choose(page, TESTS)
    page.list.card(key).setFocus()
    QTest.keyClick(page.list.card(key), Key.Key_Delete)
    assert key not in page.list.keys
    full_desk.undo()
    assert key in page.list.keys


def test_one_lesson_is_shown_wherever_it_stands(page: LibraryPage, full_desk: Desk) -> None:
    (gone,) = full_desk.ask(lesson_list.all_lessons, "", (LessonState.LET_GO,)).lessons
    page.show_place(gone.id)
    assert page.list.current == gone.id == page.panes.lesson.key
    assert page.place().id == gone.id


def test_what_a_crash_left_stands_in_its_field(page: LibraryPage, full_desk: Desk) -> None:
    shelf(page)
    key = next(k for k in page.list.keys if k != page.list.current)
    stored = sheet(full_desk, key).lesson
    full_desk.store.scribble(f"lesson:{key}:then", "half a th", stored.then_text)
    page.list.choose(key)
    pane = page.panes.lesson
    assert pane.lines["then"].text() == "half a th"
    assert "From before the program stopped. Not saved yet." in said(pane)
    full_desk.do(lessons.close_lesson, key, LessonState.WORKING)
    assert pane.lines["then"].text() == "half a th"
