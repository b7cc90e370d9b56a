"""What is read, worded and remarked on once a review is sealed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QPlainTextEdit

from interview_coach.domain.kinds import (
    Coverage,
    Felt,
    LessonState,
    Rating,
    ReviewText,
)
from interview_coach.domain.review import ReviewForm
from interview_coach.domain.trouble import Trouble
from interview_coach.store import lessons, prep, review, reviews
from interview_coach.store.store import Store
from interview_coach.ui.desk import Desk
from interview_coach.ui.offering import VersionsWish, focused_offer
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.sealed import written_text
from interview_coach.ui.widgets import IconButton
from tests.stores import Clock
from tests.ui.review.conftest import (
    Opens,
    add_interview,
    clicks,
    focus,
    presses,
    sealed_of,
    types,
)


def stored(desk: Desk, key: str) -> ReviewForm:
    return desk.ask(reviews.review_form, key)


def shown_texts(panel: ReviewPanel) -> str:
    labels = panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(panel))


@pytest.fixture
def sealed_panel(opens: Opens, desk: Desk, held: str) -> ReviewPanel:
    """The panel of a review that was filled and has just been sealed."""
    desk.do(review.set_felt, held, Felt.GOOD)
    key = desk.do(review.add_asked, held, "How do you test a pipeline?")
    desk.do(review.rate_asked, key, 2)
    desk.do(review.set_next_time, key, "Draw the pyramid")
    desk.do(review.rate_review, held, Rating.MY_ANSWERS, 4)
    desk.do(review.set_forecast, held, 70)
    desk.do(review.write_review, held, ReviewText.WENT_WELL, "The migration <i>story</i>")
    desk.do(review.write_review, held, ReviewText.WOULD_CHANGE, "Team first\nShorter")
    desk.do(review.add_signal, held, "Priya leaned in")
    desk.do(review.set_promised, held, date(2026, 12, 4))
    point = stored(desk, held).planned[0]
    desk.do(review.cover_item, held, point.id, Coverage.LANDED)
    desk.do(review.finish_recall, held)
    desk.do(review.seal_review, held)
    return opens(desk, held)


# --- nothing can be changed -------------------------------------------------------------------


def paths(form: ReviewForm) -> list[tuple[Callable[..., Any], tuple[Any, ...]]]:
    """Every deed that writes in a review, with sound arguments."""
    key, asked, signal = form.interview_id, form.asked[0].id, form.signals[0].id
    return [
        (review.set_felt, (key, Felt.ROUGH)),
        (review.finish_recall, (key,)),
        (review.rate_review, (key, Rating.ENERGY, 1)),
        *((review.write_review, (key, field, "else")) for field in ReviewText),
        (review.set_forecast, (key, 1)),
        (review.set_promised, (key, None)),
        (review.add_asked, (key, "Another")),
        (review.edit_asked, (asked, "Else")),
        (review.rate_asked, (asked, 5)),
        (review.set_next_time, (asked, "Else")),
        (review.delete_asked, (asked,)),
        (review.add_signal, (key, "Another")),
        (review.edit_signal, (signal, "Else")),
        (review.delete_signal, (signal,)),
        (review.cover_item, (key, form.planned[0].id, Coverage.NOT_SAID)),
        (review.cover_item, (key, form.planned[0].id, None)),
        (review.seal_review, (key,)),
    ]


def test_no_deed_changes_a_sealed_review(sealed_panel: ReviewPanel, desk: Desk, held: str) -> None:
    before = stored(desk, held)
    for deed, args in paths(before):
        with pytest.raises(Trouble, match="sealed"):
            desk.do(deed, *args)
    assert stored(desk, held) == before


def test_editing_or_deleting_a_planned_item_does_not_change_what_was_sealed(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    before = stored(desk, held).planned
    desk.do(prep.delete_item, before[0].id)
    assert stored(desk, held).planned == before


def test_a_sealed_review_is_read_and_nothing_in_it_is_a_field(sealed_panel: ReviewPanel) -> None:
    face = sealed_of(sealed_panel)
    texts = shown_texts(sealed_panel)
    for text in (
        "How do you test a pipeline?",
        "Next time: Draw the pyramid",
        "The migration <i>story</i>",
        "Team first\nShorter",
        "Priya leaned in",
        "70%",
        "Good",
        "Fri 4 Dec",
        "Batch to events mirrors what I led",
        "1 landed",
    ):
        assert text in texts
    assert "Sealed Sun 22 Nov, 22:00 · written 25 min after" in texts
    card = face.stamp.parentWidget()
    assert card is not None
    for kind in (QPlainTextEdit, QLineEdit, QAbstractSpinBox):
        assert card.findChildren(kind) == []


def test_what_a_sealed_text_said_before_is_led_to(
    opens: Opens, desk: Desk, held: str, clock: Clock
) -> None:
    desk.do(review.set_felt, held, Felt.GOOD)
    for field, text in (
        (ReviewText.WENT_WELL, "The clinic story"),
        (ReviewText.WENT_WELL, "The drawing"),
        (ReviewText.WOULD_CHANGE, "Team first"),
        (ReviewText.SURPRISES, "A fifth person"),
        (ReviewText.SURPRISES, ""),
    ):
        desk.do(review.write_review, held, field, text)
        clock.forward(minutes=30)
    desk.do(review.seal_review, held)
    panel = opens(desk, held, height=1400)
    face = sealed_of(panel)
    # Only where there is something to see; also where nothing was left standing.
    assert set(face.versions) == {ReviewText.WENT_WELL, ReviewText.SURPRISES}
    assert "Left empty." in shown_texts(panel)
    wishes: list[VersionsWish] = []
    desk.versions_wanted.connect(wishes.append)
    link = face.versions[ReviewText.WENT_WELL]
    assert link.accessibleName() == "Earlier versions: What went well"
    clicks(link)
    # And by the key, which means what has the focus.
    face.versions[ReviewText.SURPRISES].setFocus(Qt.FocusReason.TabFocusReason)
    offer = focused_offer()
    assert offer is not None
    offer.trigger()
    key = stored(desk, held).review_id
    assert [(w.field, w.owner) for w in wishes] == [
        ("review.went_well", key),
        ("review.surprises", key),
    ]


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (None, ""),
        (-5, "begun before the end"),
        (0, "written right after"),
        (25, "written 25 min after"),
        (150, "written 2 h 30 min after"),
        (60 * 24 * 3, "written 3 days after"),
    ],
)
def test_how_long_after(minutes: int | None, text: str) -> None:
    assert written_text(minutes) == text


# --- lessons ----------------------------------------------------------------------------------


def test_lessons_are_phrased_as_if_then(sealed_panel: ReviewPanel, desk: Desk, held: str) -> None:
    rows = list(sealed_of(sealed_panel).lessons.rows.values())
    assert [row.text.text for row in rows] == ["Team first", "Shorter", "Draw the pyramid"]
    types("they ask about the stack")
    presses(Qt.Key.Key_Return)
    assert focus() is rows[0].then_text
    types("I ask about the team first")
    presses(Qt.Key.Key_Return)
    first = stored(desk, held).lessons[0]
    assert (first.text, first.if_text, first.then_text) == (
        "Team first",
        "they ask about the stack",
        "I ask about the team first",
    )
    desk.undo()
    assert rows[0].then_text.text == ""
    assert rows[0].if_text.text == "they ask about the stack"
    desk.undo()
    assert rows[0].if_text.text == ""


def test_both_halves_typed_and_not_left_are_both_kept(
    sealed_panel: ReviewPanel, desk: Desk, held: str, store: Store
) -> None:
    row = next(iter(sealed_of(sealed_panel).lessons.rows.values()))
    # The page is hidden, so nothing refreshes between the two deeds.
    row.if_text.insertPlainText("A")
    row.then_text.insertPlainText("B")
    sealed_panel.hide()
    desk.flush()
    lesson = stored(desk, held).lessons[0]
    assert (lesson.text, lesson.if_text, lesson.then_text) == ("Team first", "A", "B")
    assert store.scribbled() == {}


def test_a_lesson_is_worded_but_never_left_without_words(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    row = next(iter(sealed_of(sealed_panel).lessons.rows.values()))
    row.text.setFocus()
    presses(Qt.Key.Key_End)
    types(", then the stack")
    presses(Qt.Key.Key_Tab)
    assert stored(desk, held).lessons[0].text == "Team first, then the stack"
    row.text.setFocus()
    presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    presses(Qt.Key.Key_Delete)
    presses(Qt.Key.Key_Tab)
    assert stored(desk, held).lessons[0].text == "Team first, then the stack"
    types("x")
    presses(Qt.Key.Key_Tab)
    assert stored(desk, held).lessons[0].if_text == "x"


def test_a_lesson_is_done_or_let_go(sealed_panel: ReviewPanel, desk: Desk, held: str) -> None:
    row = next(iter(sealed_of(sealed_panel).lessons.rows.values()))
    for place, state in (
        (3, LessonState.DONE),
        (4, LessonState.LET_GO),
        (2, LessonState.WORKING),
        (0, LessonState.OPEN),
    ):
        clicks(row.state.choices[place])
        assert stored(desk, held).lessons[0].state is state
    desk.undo()
    assert row.state.value == LessonState.WORKING


def test_a_lesson_gets_a_topic_that_is_completed_from_those_before(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    rows = list(sealed_of(sealed_panel).lessons.rows.values())
    desk.do(lessons.set_lesson_topic, rows[1].key, "testing")
    first = rows[0].topic
    first.setFocus()
    types("EST")
    completer = first.completer()
    assert completer is not None
    assert completer.currentCompletion() == "testing"
    completer.activated.emit("testing")
    first.set_text("testing")
    presses(Qt.Key.Key_Return)
    assert [lesson.topic for lesson in stored(desk, held).lessons] == ["testing", "testing", ""]
    desk.undo()
    assert first.text() == ""


def test_lessons_show_up_in_the_next_preparation(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    types("they ask about the stack")
    presses(Qt.Key.Key_Tab)
    later = add_interview(desk)
    carried = desk.ask(lessons.carried, later)
    assert [lesson.text for lesson in carried] == ["Team first", "Shorter", "Draw the pyramid"]
    assert carried[0].if_text == "they ask about the stack"


# --- remarks ----------------------------------------------------------------------------------


def test_remarks_are_added_dated_and_deleted(
    sealed_panel: ReviewPanel, desk: Desk, held: str, clock: Clock
) -> None:
    card = sealed_of(sealed_panel).remarks
    clock.forward(days=7)
    card.text.setFocus()
    types("They move slower than they thought")
    clicks(card.button)
    remarks = stored(desk, held).remarks
    assert [(r.text, r.made_at) for r in remarks] == [
        ("They move slower than they thought", clock.now)
    ]
    assert card.text.text == ""
    assert "Sun 29 Nov" in shown_texts(sealed_panel)
    desk.undo()
    assert stored(desk, held).remarks == ()
    desk.redo()
    clicks(next(iter(card.rows.values())).findChildren(IconButton)[0])
    assert stored(desk, held).remarks == ()
    assert card.rows == {}
    desk.undo()
    assert [r.text for r in stored(desk, held).remarks] == ["They move slower than they thought"]


def test_ctrl_enter_adds_a_remark_and_an_empty_one_is_refused(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    card = sealed_of(sealed_panel).remarks
    clicks(card.button)
    assert card.error.text == "Please fill this in."
    types("Two lines")
    assert card.error.text == ""
    presses(Qt.Key.Key_Return)
    types("of it")
    presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [r.text for r in stored(desk, held).remarks] == ["Two lines\nof it"]
    assert desk.store.scribbled() == {}


def test_a_remark_begun_waits_for_another_day(
    sealed_panel: ReviewPanel, desk: Desk, held: str, opens: Opens
) -> None:
    card = sealed_of(sealed_panel).remarks
    card.text.setFocus()
    types("Half a thou")
    presses(Qt.Key.Key_Tab)
    desk.flush()
    assert stored(desk, held).remarks == ()
    assert sealed_of(opens(desk, held)).remarks.text.text == "Half a thou"


def test_right_after_sealing_one_begins_with_the_first_lesson_and_later_at_the_top(
    sealed_panel: ReviewPanel, desk: Desk, held: str, opens: Opens, clock: Clock
) -> None:
    first = next(iter(sealed_of(sealed_panel).lessons.rows.values()))
    assert focus() is first.if_text
    narrow = opens(desk, held, width=896, height=480)
    assert focus() is sealed_of(narrow).undo
    assert narrow.page.verticalScrollBar().value() == 0
    clock.forward(minutes=11)
    later = opens(desk, held)
    assert focus() is sealed_of(later)
    presses(Qt.Key.Key_X)
    assert desk.store.scribbled() == {}
