"""The seal: asked once, undone only as the very next step, and what is read and added afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from interview_coach.domain.kinds import (
    Coverage,
    Decision,
    Felt,
    Rating,
    ReviewText,
)
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.review import ReviewForm
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interviews, outcome, review, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.form import Form
from interview_coach.ui.review.sealed import Sealed
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
