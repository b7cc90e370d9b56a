"""What a review asks about the lessons one brought, and about the questions one expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import InterviewKind, LessonState, ReviewText
from interview_coach.domain.lessons import Check
from interview_coach.store import expected, expecting, interview, lessons, review
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.brought import BroughtBlock, BroughtRow
from interview_coach.ui.review.came import AgainstBlock, CameBlock, CameRow
from interview_coach.ui.widgets import Label
from tests.ui.review.conftest import Opens, clicks, focus, form_of, presses, sealed_of


@pytest.fixture
def held(desk: Desk, held: str) -> str:
    """The held interview, with a lesson of an earlier one, two expected questions, and two asked."""
    start = datetime(2026, 11, 22, 20, 50) - timedelta(days=9)
    draft = InterviewDraft("Lumen", "Analyst", start, "Europe/Berlin", InterviewKind.TECHNICAL)
    earlier = desk.do(interview.add_interview, draft, checklist=False)
    desk.do(review.write_review, earlier, ReviewText.WOULD_CHANGE, "Draw first")
    desk.do(review.seal_review, earlier)
    (lesson,) = desk.ask(lessons.carried, held)
    desk.do(lessons.phrase_lesson, lesson.id, lesson.text, "they ask for a design", "I draw")
    for text in ("How do you test a pipeline?", "Why this town?"):
        desk.do(expected.add_expected, held, text)
    for text in ("How do you test a pipeline, end to end?", "Why us?"):
        desk.do(review.add_asked, held, text)
    desk.do(review.finish_recall, held)
    return held


@pytest.fixture
def panel(opens: Opens, desk: Desk, held: str) -> ReviewPanel:
    """Its form."""
    return opens(desk, held, height=1400)


def mounted(panel: ReviewPanel) -> tuple[CameBlock, BroughtBlock]:
    came, brought = form_of(panel).mounted[:2]
    assert isinstance(came, CameBlock)
    assert isinstance(brought, BroughtBlock)
    return came, brought


def lesson_row(panel: ReviewPanel) -> BroughtRow:
    (row,) = mounted(panel)[1].rows.values()
    return row


def rows(panel: ReviewPanel) -> list[CameRow]:
    return list(mounted(panel)[0].rows.values())


def ticked(panel: ReviewPanel) -> list[bool]:
    return [row.checked for row in rows(panel)]


def said(widget: QWidget) -> list[str]:
    return [x.text() for x in widget.findChildren(Label) if x.isVisible()]


def check(desk: Desk, held: str) -> Check:
    return desk.ask(lessons.to_check, held)[0].check


def stands(desk: Desk, held: str) -> LessonState:
    return desk.ask(lessons.to_check, held)[0].state


def entries(row: CameRow) -> dict[str, Callable[[], None]]:
    menu = next(m for m in row.findChildren(QMenu) if m.isVisible())
    found = {a.text(): a.trigger for a in menu.actions() if a.text()}
    # A menu is gone before what was chosen in it is done.
    menu.close()
    return found


def test_a_lesson_is_checked_and_then_it_is_said_where_it_stands(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    row = lesson_row(panel)
    assert any("If they ask for a design, then I draw" in text for text in said(row))
    assert not row.done.isVisible()
    assert not row.state.isVisible()
    clicks(row.happened.choices[0])
    clicks(row.done.choices[0])
    assert check(desk, held) == Check(happened=True, done=True)
    # It is proposed, and not done by itself.
    assert stands(desk, held) is LessonState.OPEN
    assert row.take.text() == "It came up and you did it: working?"
    clicks(row.take)
    assert stands(desk, held) is LessonState.WORKING
    assert row.state.value is LessonState.WORKING
    assert not row.take.isVisible()
    assert focus() in row.state.choices
    desk.undo()
    assert (row.state.value, row.take.isVisible()) == (LessonState.OPEN, True)
    desk.undo()
    assert check(desk, held) == Check(happened=True)


def test_where_it_did_not_come_up_the_lesson_just_stays(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    row = lesson_row(panel)
    clicks(row.happened.choices[0])
    clicks(row.done.choices[1])
    assert row.take.text() == "It came up and you did not do it: not yet?"
    clicks(row.happened.choices[1])
    assert check(desk, held) == Check(happened=False)
    assert not row.take.isVisible()
    assert not row.done.isVisible()
    clicks(row.happened.choices[1])
    assert check(desk, held) == Check()
    assert stands(desk, held) is LessonState.OPEN


def test_the_state_can_be_said_without_the_proposal(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    row = lesson_row(panel)
    clicks(row.happened.choices[1])
    clicks(row.state.choices[3])
    assert stands(desk, held) is LessonState.LET_GO
    # One that was let go here can be seen, and taken back.
    assert lesson_row(panel) is row
    clicks(row.state.choices[0])
    assert stands(desk, held) is LessonState.OPEN


def test_one_answers_by_the_keyboard(panel: ReviewPanel, desk: Desk, held: str) -> None:
    row = lesson_row(panel)
    row.happened.choices[0].setFocus(Qt.FocusReason.TabFocusReason)
    presses(Qt.Key.Key_Space)
    presses(Qt.Key.Key_Tab)
    assert focus() in row.done.choices
    presses(Qt.Key.Key_Space)
    assert check(desk, held) == Check(happened=True, done=True)


def test_a_tick_takes_the_question_that_is_proposed(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    testing, _town = rows(panel)
    block = mounted(panel)[0]
    proposal = "Perhaps as “How do you test a pipeline, end to end?”? Tick it if so."
    assert proposal in said(testing)
    assert not block.summary.isVisible()
    clicks(testing.tick)
    assert "As “How do you test a pipeline, end to end?”" in said(testing)
    expected_sentence = "1 of the 2 you expected came. 1 expected did not come. 1 came unprepared."
    assert block.summary.text() == expected_sentence
    clicks(testing.tick)
    assert not testing.checked
    desk.undo()
    assert testing.checked


def test_what_resembles_nothing_is_chosen_or_added(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    _testing, town = rows(panel)
    clicks(town.tick)
    offered = entries(town)
    assert list(offered) == [
        "How do you test a pipeline, end to end?",
        "Why us?",
        "They asked it, and I had not noted it",
    ]
    offered["Why us?"]()
    assert ticked(panel) == [False, True]
    assert "As “Why us?”" in said(town)
    town.open_menu()
    entries(town)["It did not come"]()
    assert ticked(panel) == [False, False]
    town.open_menu()
    entries(town)["They asked it, and I had not noted it"]()
    assert ticked(panel) == [False, True]
    found = desk.ask(expecting.matching, held)
    assert [one.text for one in found.asked][-1] == "Why this town?"


def test_a_menu_that_is_closed_leaves_no_tick(panel: ReviewPanel) -> None:
    _testing, town = rows(panel)
    clicks(town.tick)
    menu = next(m for m in town.findChildren(QMenu) if m.isVisible())
    menu.close()
    assert not town.checked


def test_the_sealed_review_says_what_came_and_what_became_of_the_lessons(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    clicks(rows(panel)[0].tick)
    clicks(lesson_row(panel).happened.choices[0])
    clicks(lesson_row(panel).done.choices[1])
    desk.do(review.seal_review, held)
    against, brought = sealed_of(panel).mounted[:2]
    assert isinstance(against, AgainstBlock)
    texts = said(against)
    assert "1 of the 2 you expected came. 1 expected did not come. 1 came unprepared." in texts
    assert "Unprepared: Why us?" in texts
    assert texts.count("Came") == texts.count("Did not come") == 1
    assert isinstance(brought, BroughtBlock)
    (row,) = brought.rows.values()
    assert "Came up, you did not do it" in said(row)
    assert not row.happened.isVisible()


def test_without_lessons_or_expectations_there_is_no_block(opens: Opens, desk: Desk) -> None:
    start = datetime(2026, 11, 22, 20, 50)
    draft = InterviewDraft("Harbour", "Analyst", start, "Europe/Berlin", InterviewKind.PANEL)
    key = desk.do(interview.add_interview, draft, checklist=False)
    desk.do(review.finish_recall, key)
    panel = opens(desk, key)
    assert all(block.isHidden() for block in mounted(panel))
    assert {"Expected", "Lessons"}.isdisjoint(part.name for part in form_of(panel).parts())
