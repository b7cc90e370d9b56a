"""Pasting into free recall: several lines at once, and what is too much."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from interview_coach.store import review, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.recall import Recall
from tests.ui.review.conftest import (
    clicks,
    focus,
    pastes,
    presses,
    recall_of,
    types,
)


def asked(desk: Desk, key: str) -> list[str]:
    return [x.text for x in desk.ask(reviews.review_form, key).asked]


def shown_texts(panel: ReviewPanel) -> str:
    labels = panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(panel))


# --- pasting ----------------------------------------------------------------------------------


def test_several_pasted_lines_become_several_questions_in_one_step(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    pastes("One\r\nTwo\n\n  Three  \nFour\nFive\n")
    assert asked(desk, held) == ["One", "Two", "Three", "Four", "Five"]
    assert recall.lines.new.text.text == ""
    assert focus() is recall.lines.new.text
    assert desk.store.scribbled() == {}
    desk.undo()
    assert asked(desk, held) == []


def test_lines_pasted_into_typing_join_what_stands_around_them(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall_of(panel).lines.focus_new()
    pastes("Before 😀 after")
    for _ in " after":
        presses(Qt.Key.Key_Left)
    pastes(" one\nlast")
    assert asked(desk, held) == ["Before 😀 one", "last after"]


def test_lines_pasted_into_a_question_keep_it_and_add_the_rest(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    desk.do(review.add_asked, held, "One")
    desk.do(review.add_asked, held, "Two")
    recall = recall_of(panel)
    recall.lines.rows[0].text.setFocus()
    presses(Qt.Key.Key_End)
    pastes(" and a half\nThree")
    assert asked(desk, held) == ["One and a half", "Two", "Three"]


def test_one_pasted_line_is_only_typed(panel: ReviewPanel, desk: Desk, held: str) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    pastes("Tell me about yourself\n")
    assert recall.lines.new.text.text == "Tell me about yourself"
    assert asked(desk, held) == []


@pytest.mark.parametrize(
    "huge", ["x" * 300_000, "a line\n" * 43_000], ids=["one long line", "many lines"]
)
def test_a_huge_paste_is_refused_gently_and_nothing_is_lost(
    panel: ReviewPanel, desk: Desk, held: str, huge: str
) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    types("Why us?")
    pastes(huge)
    assert recall.lines.new.text.text == "Why us?"
    assert "too long" in recall.lines.new.error.text
    types("!")
    assert recall.lines.new.error.text == ""
    presses(Qt.Key.Key_Return)
    assert asked(desk, held) == ["Why us?!"]


def test_more_lines_than_anyone_asks_are_refused(panel: ReviewPanel, desk: Desk, held: str) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    pastes("a line\n" * 201)
    assert "201" not in recall.lines.new.error.text
    assert "More than 200 lines" in recall.lines.new.error.text
    assert asked(desk, held) == []


def test_a_pasted_line_that_is_too_long_refuses_all_of_them(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    types("Mine")
    pastes("\nOne\n" + "long " * 150)
    assert asked(desk, held) == []
    assert recall.lines.new.text.text == "Mine"
    assert "500" in recall.lines.new.error.text


def test_a_line_that_is_too_long_stays_with_what_is_wrong(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    pastes("word " * 120)
    presses(Qt.Key.Key_Return)
    assert "500" in recall.lines.new.error.text
    assert "word word" in recall.lines.new.text.text
    assert focus() is recall.lines.new.text
    clicks(recall.done)
    assert isinstance(panel.face, Recall)
    assert focus() is recall.lines.new.text
