"""What the review does not say: no judgement before one is chosen, no zero where nothing was rated."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import Felt, Rating
from interview_coach.domain.review import ReviewForm
from interview_coach.store import interview, review, reviews
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.ratings import Forecast
from interview_coach.ui.review.sealed import Sealed
from interview_coach.ui.review.sealing import seal_question
from interview_coach.ui.theme import LIGHT
from interview_coach.ui.widgets import IconLabel, RatingDots
from tests.stores import NOW
from tests.ui.review.conftest import Opens, clicks, focus, form_of, presses, recall_of


def form_in(desk: Desk, key: str) -> ReviewForm:
    return desk.ask(reviews.review_form, key)


def test_nothing_looks_chosen_until_a_key_or_a_click_chooses(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    choices = recall_of(panel).felt.choice.choices
    assert focus() is choices[0]
    assert not any(choice.shows_ring() for choice in choices)
    # What had the focus before and was hidden gives it on as if by Tab.
    recall_of(panel).done.setFocus()
    choices[0].setFocus(Qt.FocusReason.TabFocusReason)
    panel.focus_first()
    assert not any(choice.shows_ring() for choice in choices)
    assert form_in(desk, held).felt is None
    presses(Qt.Key.Key_Right)
    assert form_in(desk, held).felt is Felt(2)
    assert choices[1].isChecked()
    assert choices[1].shows_ring()
    presses(Qt.Key.Key_Left)
    assert form_in(desk, held).felt is Felt(1)


def test_a_digit_chooses_before_anything_was_chosen(
    panel: ReviewPanel, desk: Desk, held: str
) -> None:
    presses(Qt.Key.Key_5)
    assert form_in(desk, held).felt is Felt.VERY_GOOD
    assert recall_of(panel).felt.choice.choices[4].isChecked()


def test_a_note_of_what_is_saved_shows_no_cloud(panel: ReviewPanel) -> None:
    note = recall_of(panel).note
    picture = note.findChild(IconLabel)
    assert picture is not None
    assert picture.name == "check"


def test_what_was_not_rated_says_so_and_shows_no_dots(opens: Opens, desk: Desk, held: str) -> None:
    desk.do(review.finish_recall, held)
    desk.do(review.rate_review, held, Rating.MY_ANSWERS, 1)
    desk.do(review.seal_review, held)
    face = opens(desk, held).face
    assert isinstance(face, Sealed)
    dots = face.findChildren(RatingDots)
    rated = [one for one in dots if one.rating is not None]
    blank = [one for one in dots if one.rating is None]
    assert (len(rated), len(blank)) == (1, 3)
    for one in blank:
        image = one.grab().toImage()
        inks = {image.pixelColor(x, y).name() for x in range(5) for y in range(image.height())}
        assert LIGHT.accent.lower() not in inks
        assert one.accessibleDescription() == "Not rated"
        # The words start at once: no ring of an empty dot stands there.
        assert one.width() > one.fontMetrics().horizontalAdvance("Not")


def test_the_seal_names_its_zone_where_the_interview_has_another(opens: Opens, desk: Desk) -> None:
    start = NOW.replace(tzinfo=None, hour=14, minute=0)
    draft = InterviewDraft("Harbour", "Analyst", start, "America/New_York", minutes=45)
    key = desk.do(interview.add_interview, draft, checklist=False)
    desk.do(review.finish_recall, key)
    desk.do(review.rate_review, key, Rating.ENERGY, 4)
    desk.do(review.seal_review, key)
    face = opens(desk, key).face
    assert isinstance(face, Sealed)
    assert "Sealed Sun 22 Nov, 22:00 (Europe/Berlin)" in face.stamp.text()


def test_a_forecast_can_be_cleared(panel: ReviewPanel, desk: Desk, held: str) -> None:
    desk.do(review.finish_recall, held)
    panel.refresh()
    forecast = form_of(panel).findChild(Forecast)
    assert forecast is not None
    assert not forecast.clear.isVisible()
    forecast.slider.slider.setFocus()
    presses(Qt.Key.Key_Right)
    assert form_in(desk, held).forecast == 55
    assert forecast.clear.isVisible()
    clicks(forecast.clear)
    assert form_in(desk, held).forecast is None
    assert not forecast.clear.isVisible()
    assert focus() is forecast.slider.slider
    assert "Not set" in [label.text() for label in forecast.findChildren(QLabel)]


def test_the_words_judge_no_person() -> None:
    assert [words.rated(n) for n in range(1, 6)] == ["Hard", "Uneven", "Fair", "Good", "Great"]
    assert words.rehearsed(0) == ""
    assert "a yes or a no does not change it afterwards" in seal_question().text
