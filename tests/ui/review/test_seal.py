"""The seal: asked once, undone only as the very next step, and what is read and added afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QPlainTextEdit

from interview_coach.domain.kinds import (
    Coverage,
    Decision,
    Felt,
    LessonState,
    Rating,
    ReviewText,
)
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.review import ReviewForm
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interviews, lessons, outcome, prep, review, reviews
from interview_coach.store.store import Store
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.form import Form
from interview_coach.ui.review.sealed import Sealed, written_text
from interview_coach.ui.widgets import IconButton
from tests.stores import Clock
from tests.ui.conftest import Memory
from tests.ui.review.conftest import (
    Opens,
    add_interview,
    clicks,
    focus,
    form_of,
    pastes,
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


# --- sealing ----------------------------------------------------------------------------------


def test_it_asks_once_and_seals(
    form_panel: ReviewPanel, desk: Desk, held: str, voice: Memory, clock: Clock
) -> None:
    clock.forward(minutes=3)
    clicks(form_of(form_panel).seal.button)
    assert len(voice.said) == 1
    assert "ten minutes" in voice.said[0].text
    assert stored(desk, held).sealed_at == clock.now
    assert isinstance(form_panel.face, Sealed)


def test_not_yet_leaves_everything_as_it_is(
    form_panel: ReviewPanel, desk: Desk, held: str, voice: Memory
) -> None:
    voice.answer = False
    clicks(form_of(form_panel).seal.button)
    assert stored(desk, held).sealed_at is None
    assert focus() is form_of(form_panel).seal.button


def test_nothing_to_seal_is_said_beside_the_button_and_not_asked(
    opens: Opens, desk: Desk, held: str, voice: Memory
) -> None:
    desk.do(review.finish_recall, held)
    panel = opens(desk, held)
    form = form_of(panel)
    clicks(form.seal.button)
    assert "nothing to seal" in form.seal.error.text
    assert form.seal.error.isVisible()
    assert voice.said == []
    with pytest.raises(Invalid):
        desk.do(review.seal_review, held)
    form.prose[ReviewText.SURPRISES].text.setFocus()
    types("One thing")
    assert form.seal.error.text == ""
    clicks(form.seal.button)
    assert isinstance(panel.face, Sealed)


def test_sealing_while_a_field_is_being_typed_seals_the_typing_too(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    form = form_of(form_panel)
    text = form.prose[ReviewText.WOULD_CHANGE].text
    text.setFocus()
    types("Team first")
    # By a shortcut or a screen reader: the field has the focus still.
    form.seal.button.click()
    after = stored(desk, held)
    assert after.sealed_at is not None
    assert after.would_change == "Team first"
    assert [lesson.text for lesson in after.lessons] == ["Team first"]
    assert desk.store.scribbled() == {}


def test_a_field_that_is_refused_stops_the_sealing(
    form_panel: ReviewPanel, desk: Desk, held: str, voice: Memory
) -> None:
    form = form_of(form_panel)
    clicks(form.asked.add)
    pastes("word " * 120)
    clicks(form.seal.button)
    assert stored(desk, held).sealed_at is None
    assert voice.said == []
    assert focus() is form.asked.lines.new.text
    assert "500" in form.asked.lines.new.error.text


def test_from_the_first_word_to_the_seal_by_keyboard_alone(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    def tab_to(wanted: Callable[[], bool]) -> None:
        for _ in range(60):
            if wanted():
                return
            presses(Qt.Key.Key_Tab)
        pytest.fail("Tab does not get there")

    presses(Qt.Key.Key_4)
    presses(Qt.Key.Key_Return)
    for text in ("Why us?", "How do you test a pipeline?"):
        types(text)
        presses(Qt.Key.Key_Return)
    presses(Qt.Key.Key_Tab)
    presses(Qt.Key.Key_Space)
    form = form_of(panel)
    for rating in ("4", "4", "3", "5"):
        types(rating)
        presses(Qt.Key.Key_Tab)
    presses(Qt.Key.Key_Right)
    tab_to(lambda: focus().accessibleName() == "My answer to question 1")
    types("4")
    presses(Qt.Key.Key_Tab)
    types("Draw it first")
    tab_to(lambda: focus() is form.prose[ReviewText.WENT_WELL].text)
    types("The migration story")
    presses(Qt.Key.Key_Tab)
    types("Team first")
    tab_to(lambda: focus() is form.promised.quick[1][0])
    presses(Qt.Key.Key_Space)
    tab_to(lambda: focus() in next(iter(form.planned.rows.values())).choice.choices)
    presses(Qt.Key.Key_Space)
    tab_to(lambda: focus() is form.seal.button)
    presses(Qt.Key.Key_Space)
    after = stored(desk, held)
    assert after.sealed_at is not None
    assert after.felt is Felt.GOOD
    assert [a.text for a in after.asked] == ["Why us?", "How do you test a pipeline?"]
    assert (after.asked[0].rating, after.asked[0].next_time) == (4, "Draw it first")
    assert (after.my_answers, after.connection, after.learned, after.energy) == (4, 4, 3, 5)
    assert after.forecast is not None
    assert after.went_well == "The migration story"
    assert after.promised_on == date(2026, 11, 29)
    assert after.planned[0].coverage is Coverage.NOT_SAID
    assert [lesson.text for lesson in after.lessons] == ["Team first", "Draw it first"]


# --- undoing it -------------------------------------------------------------------------------


def test_it_can_be_undone_within_ten_minutes(
    sealed_panel: ReviewPanel, desk: Desk, held: str, clock: Clock
) -> None:
    face = sealed_of(sealed_panel)
    assert face.undo.isVisible()
    assert face.left.text() == "10 minutes left"
    clock.forward(minutes=9, seconds=30)
    sealed_panel.tick()
    assert face.left.text() == "1 minute left"
    clicks(face.undo)
    assert isinstance(sealed_panel.face, Form)
    after = stored(desk, held)
    assert after.sealed_at is None
    assert after.lessons == ()
    assert after.would_change == "Team first\nShorter"


def test_not_after_ten_minutes(
    sealed_panel: ReviewPanel, desk: Desk, held: str, clock: Clock
) -> None:
    face = sealed_of(sealed_panel)
    clock.forward(minutes=10)
    clicks(face.undo)
    assert stored(desk, held).sealed_at is not None
    sealed_panel.tick()
    assert not face.undo.isVisible()
    with pytest.raises(Trouble, match="nothing_to_undo"):
        desk.undo()


def test_the_button_goes_by_itself_when_its_time_is_up(
    sealed_panel: ReviewPanel, clock: Clock
) -> None:
    face = sealed_of(sealed_panel)
    assert face._over.isActive()
    assert face._over.interval() <= 600_001
    clock.forward(minutes=10)
    face._over.timeout.emit()
    assert not face.undo.isVisible()
    assert not face.left.isVisible()


def test_not_after_another_deed(sealed_panel: ReviewPanel, desk: Desk, held: str) -> None:
    face = sealed_of(sealed_panel)
    other = add_interview(desk)
    assert not face.undo.isVisible()
    # Not even once that deed, and everything before it, has been undone.
    while desk.can().undo is not None:
        desk.undo()
    assert not face.undo.isVisible()
    assert stored(desk, held).sealed_at is not None
    with pytest.raises(Trouble, match="missing"):
        desk.ask(interviews.interview_head, other)


def test_another_interviews_seal_offers_no_undo_here(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    other = add_interview(desk)
    desk.do(review.set_felt, other, Felt.ROUGH)
    desk.do(review.seal_review, other)
    assert not sealed_of(sealed_panel).undo.isVisible()
    sealed_panel.show_interview(other)
    assert sealed_of(sealed_panel).undo.isVisible()
    sealed_panel.show_interview(held)
    assert not sealed_of(sealed_panel).undo.isVisible()


def test_typing_a_remark_does_not_make_it_final_until_it_is_added(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    face = sealed_of(sealed_panel)
    face.remarks.text.setFocus()
    types("They wrote")
    clicks(face.undo)
    assert stored(desk, held).sealed_at is None
    assert list(desk.store.scribbled().values()) == ["They wrote"]


def test_wording_a_lesson_makes_the_seal_final(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    face = sealed_of(sealed_panel)
    assert focus() is next(iter(face.lessons.rows.values())).if_text
    types("they ask why")
    face.undo.click()
    assert stored(desk, held).sealed_at is not None
    assert stored(desk, held).lessons[0].if_text == "they ask why"
    assert not face.undo.isVisible()


def test_an_outcome_makes_it_final_even_when_the_outcome_is_undone(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    face = sealed_of(sealed_panel)
    head = desk.ask(interviews.interview_head, held)
    draft = OutcomeDraft(Decision.REJECTED, date(2026, 11, 22), interview_id=held)
    desk.do(outcome.record_outcome, head.opportunity_id, draft)
    assert not face.undo.isVisible()
    desk.undo()
    assert not face.undo.isVisible()
    assert desk.can().undo is None
    with pytest.raises(Trouble, match="nothing_to_undo"):
        desk.undo()
    assert stored(desk, held).sealed_at is not None


def test_undone_and_redone_it_is_the_same_seal(
    sealed_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    before = stored(desk, held)
    desk.undo()
    assert not form_of(sealed_panel).leads
    desk.redo()
    assert stored(desk, held) == before
    assert sealed_of(sealed_panel).undo.isVisible()


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
    for place, state in ((1, LessonState.DONE), (2, LessonState.LET_GO), (0, LessonState.OPEN)):
        clicks(row.state.choices[place])
        assert stored(desk, held).lessons[0].state is state
    desk.undo()
    assert row.state.value == LessonState.LET_GO


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
