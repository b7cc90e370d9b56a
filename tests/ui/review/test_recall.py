"""Free recall: before its time, one word, questions as fast as one types, and nothing that prompts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Cancelled, Felt
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interview, review, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.early import Early
from interview_coach.ui.review.form import Form
from interview_coach.ui.review.recall import Recall
from tests.stores import Clock
from tests.ui.review.conftest import (
    LATER,
    PLANNED,
    Opens,
    add_interview,
    clicks,
    focus,
    form_of,
    presses,
    recall_of,
    types,
)


def asked(desk: Desk, key: str) -> list[str]:
    return [x.text for x in desk.ask(reviews.review_form, key).asked]


def shown_texts(panel: ReviewPanel) -> str:
    labels = panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(panel))


# --- before its time --------------------------------------------------------------------------


def test_before_the_end_a_calm_card_says_when_it_opens(opens: Opens, desk: Desk) -> None:
    panel = opens(desk, add_interview(desk, LATER))
    assert isinstance(panel.face, Early)
    assert "Tue 24 Nov" in shown_texts(panel)
    assert "when the interview ends" in shown_texts(panel)


def test_review_now_instead_begins_at_once(opens: Opens, desk: Desk) -> None:
    key = add_interview(desk, LATER)
    panel = opens(desk, key)
    presses(Qt.Key.Key_Space)
    assert isinstance(panel.face, Recall)
    presses(Qt.Key.Key_4)
    form = desk.ask(reviews.review_form, key)
    assert form.felt is Felt.GOOD
    assert form.minutes_after is not None
    assert form.minutes_after < 0


def test_it_opens_by_itself_when_the_end_passes(opens: Opens, desk: Desk, clock: Clock) -> None:
    panel = opens(desk, add_interview(desk, LATER))
    clock.now = LATER.astimezone(clock.now.tzinfo)
    clock.forward(minutes=44)
    panel.tick()
    assert isinstance(panel.face, Early)
    clock.forward(minutes=61)
    panel.tick()
    assert isinstance(panel.face, Recall)


def test_an_interview_called_off_has_nothing_to_review(opens: Opens, desk: Desk, held: str) -> None:
    desk.do(interview.call_off_interview, held, Cancelled.THEM)
    panel = opens(desk, held)
    assert isinstance(panel.face, Early)
    assert "was cancelled" in shown_texts(panel)
    presses(Qt.Key.Key_Space)
    assert isinstance(panel.face, Recall)


def test_a_deleted_interview_shows_nothing_and_raises_nothing(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    desk.do(interview.delete_interview, held)
    assert panel.face is None
    desk.undo()
    assert isinstance(panel.face, Recall)


# --- the word ---------------------------------------------------------------------------------


@pytest.mark.parametrize("felt", list(Felt))
def test_a_digit_chooses_the_word(panel: ReviewPanel, desk: Desk, held: str, felt: Felt) -> None:
    presses(Qt.Key(Qt.Key.Key_0 + int(felt)))
    assert desk.ask(reviews.review_form, held).felt is felt
    assert recall_of(panel).felt.choice.value == felt


def test_arrows_choose_the_word_and_enter_goes_on(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    presses(Qt.Key.Key_2)
    presses(Qt.Key.Key_Right)
    assert desk.ask(reviews.review_form, held).felt is Felt.ALL_RIGHT
    presses(Qt.Key.Key_Return)
    assert focus() is recall_of(panel).lines.new.text


def test_a_click_chooses_and_a_second_one_takes_back(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    very_good = recall_of(panel).felt.choice.choices[4]
    clicks(very_good)
    assert desk.ask(reviews.review_form, held).felt is Felt.VERY_GOOD
    clicks(very_good)
    assert desk.ask(reviews.review_form, held).felt is None
    desk.undo()
    assert recall_of(panel).felt.choice.value == Felt.VERY_GOOD


def test_the_minutes_since_the_end_are_recorded_with_the_first_word(
    panel: ReviewPanel, desk: Desk, held: str, clock: Clock
) -> None:
    clock.forward(minutes=7)
    presses(Qt.Key.Key_4)
    clock.forward(hours=3)
    presses(Qt.Key.Key_Return)
    types("Why us?")
    presses(Qt.Key.Key_Return)
    assert desk.ask(reviews.review_form, held).minutes_after == 32


# --- the questions ----------------------------------------------------------------------------


def test_twelve_questions_as_fast_as_one_can_type(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    new = recall.lines.new.text
    wanted = [f"Question number {n}, and why?" for n in range(1, 13)]
    for text in wanted:
        types(text)
        presses(Qt.Key.Key_Return)
        assert focus() is new
    assert asked(desk, held) == wanted
    assert [row.text.text for row in recall.lines.rows] == wanted
    assert new.text == ""


def test_what_is_being_typed_stays_in_sight(
    panel: ReviewPanel, qtbot: QtBot, desk: Desk, held: str
) -> None:
    recall_of(panel).lines.focus_new()
    for n in range(20):
        types(f"Question {n}")
        presses(Qt.Key.Key_Return)
    viewport = panel.page.viewport()

    def in_sight() -> bool:
        place = focus().mapTo(viewport, focus().rect().bottomLeft())
        return 0 < place.y() < viewport.height()

    qtbot.waitUntil(lambda: panel.page.verticalScrollBar().value() > 0)
    qtbot.waitUntil(in_sight)


def test_leaving_a_line_keeps_it(panel: ReviewPanel, desk: Desk, held: str) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    types("Why us?")
    assert asked(desk, held) == []
    recall.done.setFocus()
    assert asked(desk, held) == ["Why us?"]
    assert recall.lines.new.text.text == ""


def test_backspace_on_an_empty_line_goes_to_the_one_before(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    types("Why us?")
    presses(Qt.Key.Key_Return)
    presses(Qt.Key.Key_Backspace)
    assert focus() is recall.lines.rows[0].text
    types(" Why now?")
    presses(Qt.Key.Key_Return)
    assert asked(desk, held) == ["Why us? Why now?"]
    assert focus() is recall.lines.new.text


def test_up_and_down_go_through_the_lines_to_the_word(panel: ReviewPanel) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    for text in ("One", "Two"):
        types(text)
        presses(Qt.Key.Key_Return)
    first, second = recall.lines.rows
    presses(Qt.Key.Key_Up)
    assert focus() is second.text
    presses(Qt.Key.Key_Up)
    assert focus() is first.text
    presses(Qt.Key.Key_Down)
    presses(Qt.Key.Key_Down)
    assert focus() is recall.lines.new.text
    for _ in range(3):
        presses(Qt.Key.Key_Up)
    assert focus() is recall.felt.choice.choices[0]


def test_taking_all_text_away_deletes_the_question_and_undo_brings_it_back(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    for text in ("One", "Two", "Three"):
        types(text)
        presses(Qt.Key.Key_Return)
    presses(Qt.Key.Key_Up)
    presses(Qt.Key.Key_Up)
    for _ in "Two":
        presses(Qt.Key.Key_Backspace)
    presses(Qt.Key.Key_Backspace)
    assert asked(desk, held) == ["One", "Three"]
    assert focus() is recall.lines.rows[0].text
    desk.undo()
    assert asked(desk, held) == ["One", "Two", "Three"]
    assert [row.text.text for row in recall.lines.rows] == ["One", "Two", "Three"]


def test_enter_on_a_line_emptied_deletes_it_and_goes_on(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    for text in ("One", "Two"):
        types(text)
        presses(Qt.Key.Key_Return)
    presses(Qt.Key.Key_Up)
    presses(Qt.Key.Key_Up)
    presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    presses(Qt.Key.Key_Delete)
    presses(Qt.Key.Key_Return)
    assert asked(desk, held) == ["Two"]
    assert focus() is recall.lines.rows[0].text


def test_each_question_is_one_step_to_undo_and_redo(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall_of(panel).lines.focus_new()
    for text in ("One", "Two"):
        types(text)
        presses(Qt.Key.Key_Return)
    desk.undo()
    assert asked(desk, held) == ["One"]
    desk.undo()
    assert asked(desk, held) == []
    assert recall_of(panel).lines.rows == []
    desk.redo()
    desk.redo()
    assert asked(desk, held) == ["One", "Two"]
    assert focus() is recall_of(panel).lines.new.text


def test_undo_leaves_what_is_being_typed_alone(panel: ReviewPanel, desk: Desk, held: str) -> None:
    recall_of(panel).lines.focus_new()
    types("Half a ques")
    desk.undo()
    assert asked(desk, held) == []
    presses(Qt.Key.Key_Return)
    assert asked(desk, held) == ["Half a ques"]


def test_redo_does_not_bury_what_is_being_typed(panel: ReviewPanel, desk: Desk, held: str) -> None:
    recall_of(panel).lines.focus_new()
    types("One")
    presses(Qt.Key.Key_Return)
    desk.undo()
    types("Two")
    with pytest.raises(Trouble, match="nothing_to_undo"):
        desk.redo()
    assert asked(desk, held) == ["Two"]


# --- the end of it ----------------------------------------------------------------------------


def test_nothing_that_prompts_shows_before_the_end_of_recall(opens: Opens, desk: Desk) -> None:
    key = add_interview(desk, notes="Tom asked about schema drift")
    panel = opens(desk, key)
    desk.do(review.add_asked, key, "Why us?")
    assert panel.findChildren(QSlider) == []
    texts = shown_texts(panel)
    for _section, _about, text in PLANNED:
        assert text not in texts
    assert "schema drift" not in texts
    assert "Next time" not in texts


def test_that_is_all_i_remember_shows_the_prompts_and_can_be_undone(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    recall_of(panel).lines.focus_new()
    types("Why us?")
    presses(Qt.Key.Key_Tab)
    assert focus() is recall_of(panel).done
    presses(Qt.Key.Key_Space)
    form = form_of(panel)
    assert asked(desk, held) == ["Why us?"]
    texts = shown_texts(panel)
    for _section, _about, text in PLANNED:
        assert text in texts
    assert form.isAncestorOf(focus())
    desk.undo()
    assert isinstance(panel.face, Recall)


def test_i_remember_more_goes_back_and_adds(form_panel: ReviewPanel, desk: Desk, held: str) -> None:
    clicks(form_of(form_panel).back)
    recall = recall_of(form_panel)
    assert focus() is recall.lines.new.text
    types("And one more")
    clicks(recall.done)
    assert isinstance(form_panel.face, Form)
    assert asked(desk, held) == ["Why us?", "How do you test a pipeline?", "And one more"]


def test_the_note_tells_the_truth(panel: ReviewPanel, qtbot: QtBot, desk: Desk) -> None:
    recall = recall_of(panel)
    assert "Saved as you type" in recall.note.text
    recall.lines.focus_new()
    types("Why")
    assert recall.note.text == "Saving…"
    assert desk.store.scribbled() == {}
    qtbot.waitUntil(lambda: "Saved as you type" in recall.note.text, timeout=1000)
    assert list(desk.store.scribbled().values()) == ["Why"]
    types(" us?")
    assert recall.note.text == "Saving…"
    presses(Qt.Key.Key_Return)
    assert "Saved as you type" in recall.note.text
    assert desk.store.scribbled() == {}


def test_a_note_about_what_takes_too_long(panel: ReviewPanel, desk: Desk) -> None:
    recall = recall_of(panel)
    recall.lines.focus_new()
    types("Why")
    recall.note._late.timeout.emit()
    assert recall.note.text == "Not saved yet"
    desk.scribble_all()
    assert "Saved as you type" in recall.note.text


def test_another_interview_shows_its_own_lines(panel: ReviewPanel, desk: Desk, held: str) -> None:
    other = add_interview(desk)
    recall_of(panel).lines.focus_new()
    types("For the first")
    panel.show_interview(other)
    assert asked(desk, held) == ["For the first"]
    assert recall_of(panel).lines.rows == []
    assert recall_of(panel).lines.new.text.text == ""
    panel.show_interview(held)
    assert [row.text.text for row in recall_of(panel).lines.rows] == ["For the first"]
