"""The form: ratings, forecast, questions, texts, signals, date, planned points, lessons counted."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Coverage, Rating, ReviewText
from interview_coach.domain.review import ReviewForm
from interview_coach.store import review, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.asked import AskedLine
from interview_coach.ui.review.form import Form
from interview_coach.ui.review.ratings import rating_of
from interview_coach.ui.widgets import RatingDots
from tests.ui.review.conftest import (
    PLANNED,
    Opens,
    add_interview,
    clicks,
    focus,
    form_of,
    pastes,
    presses,
    types,
)


def stored(desk: Desk, key: str) -> ReviewForm:
    return desk.ask(reviews.review_form, key)


def line(panel: ReviewPanel, place: int) -> AskedLine:
    row = form_of(panel).asked.lines.rows[place]
    assert isinstance(row, AskedLine)
    return row


def leads(form: Form) -> bool:
    return form.leads


def below(upper: QWidget, lower: QWidget, panel: ReviewPanel) -> bool:
    corner = QPoint(0, 0)
    return upper.mapTo(panel, corner).y() < lower.mapTo(panel, corner).y()


# --- ratings and forecast ---------------------------------------------------------------------


@pytest.mark.parametrize("rating", list(Rating))
def test_a_rating_is_kept_at_once_and_undone(
    form_panel: ReviewPanel, desk: Desk, held: str, rating: Rating
) -> None:
    dots = form_of(form_panel).ratings.dots[rating]
    dots.setFocus()
    presses(Qt.Key.Key_4)
    assert rating_of(stored(desk, held), rating) == 4
    assert focus() is dots
    assert dots.word() == "Good"
    presses(Qt.Key.Key_Delete)
    assert rating_of(stored(desk, held), rating) is None
    desk.undo()
    desk.undo()
    assert dots.rating is None
    desk.redo()
    assert dots.rating == 4


def test_nothing_is_suggested_as_forecast(form_panel: ReviewPanel, desk: Desk, held: str) -> None:
    forecast = form_of(form_panel).forecast

    def both() -> tuple[int | None, int | None]:
        return forecast.slider.value, stored(desk, held).forecast

    assert both() == (None, None)
    forecast.slider.setFocus()
    presses(Qt.Key.Key_Right)
    shown, kept = both()
    assert shown is not None
    assert shown == kept
    desk.undo()
    assert both() == (None, None)


# --- what they asked --------------------------------------------------------------------------


def test_each_answer_is_rated_in_place(form_panel: ReviewPanel, desk: Desk, held: str) -> None:
    row = line(form_panel, 1)
    assert isinstance(row.dots, RatingDots)
    row.dots.setFocus()
    presses(Qt.Key.Key_2)
    assert [x.rating for x in stored(desk, held).asked] == [None, 2]
    assert line(form_panel, 1) is row
    assert focus() is row.dots
    desk.undo()
    assert row.dots.rating is None


def test_next_time_is_kept_on_leaving_and_enter_goes_to_the_next_question(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    first, second = line(form_panel, 0), line(form_panel, 1)
    assert first.next_time is not None
    first.next_time.setFocus()
    types("Draw it first")
    presses(Qt.Key.Key_Return)
    assert focus() is second.text
    assert [x.next_time for x in stored(desk, held).asked] == ["Draw it first", ""]
    desk.undo()
    assert first.next_time.text == ""


def test_a_question_is_worded_anew_in_place(form_panel: ReviewPanel, desk: Desk, held: str) -> None:
    row = line(form_panel, 0)
    row.text.setFocus()
    presses(Qt.Key.Key_End)
    types(" Honestly?")
    presses(Qt.Key.Key_Tab)
    assert focus() is row.dots
    assert stored(desk, held).asked[0].text == "Why us? Honestly?"
    assert line(form_panel, 0) is row


def test_a_question_loses_its_text_and_its_place(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    row = line(form_panel, 0)
    row.text.setFocus()
    presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    presses(Qt.Key.Key_Delete)
    presses(Qt.Key.Key_Return)
    assert [x.text for x in stored(desk, held).asked] == ["How do you test a pipeline?"]
    desk.undo()
    assert [x.text for x in stored(desk, held).asked] == ["Why us?", "How do you test a pipeline?"]
    assert line(form_panel, 0).text.text == "Why us?"


def test_question_adds_more_until_the_line_is_left_empty(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    block = form_of(form_panel).asked
    assert not block.lines.new.isVisible()
    clicks(block.add)
    for text in ("One more", "And one"):
        types(text)
        presses(Qt.Key.Key_Return)
    assert len(stored(desk, held).asked) == 4
    assert focus() is block.lines.new.text
    presses(Qt.Key.Key_Tab)
    assert not block.lines.new.isVisible()


# --- texts, signals, the next step ------------------------------------------------------------


@pytest.mark.parametrize("field", [f for f in ReviewText if f is not ReviewText.QUICK_NOTE])
def test_a_text_is_kept_on_leaving_and_undone(
    form_panel: ReviewPanel, desk: Desk, held: str, field: ReviewText
) -> None:
    block = form_of(form_panel).prose[field]
    block.text.setFocus()
    types("Talked stack before team.")
    presses(Qt.Key.Key_Tab)
    assert getattr(stored(desk, held), field.value) == "Talked stack before team."
    assert focus() is not block.text
    desk.undo()
    assert block.text.text == ""
    desk.redo()
    assert block.text.text == "Talked stack before team."


def test_typing_goes_on_through_the_refresh_of_its_own_deed(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    text = form_of(form_panel).prose[ReviewText.WENT_WELL].text
    text.setFocus()
    types("The migration ")
    # As when another window is looked at for a moment.
    desk.flush()
    assert stored(desk, held).went_well == "The migration"
    types("story")
    assert text.text == "The migration story"
    desk.flush()
    assert stored(desk, held).went_well == "The migration story"


def test_typing_goes_on_while_something_else_changes(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    text = form_of(form_panel).prose[ReviewText.WENT_WELL].text
    text.setFocus()
    types("The mig")
    desk.do(review.rate_review, held, Rating.ENERGY, 5)
    desk.do(review.add_signal, held, "They laughed")
    types("ration")
    assert text.text == "The migration"
    assert focus() is text


def test_a_huge_paste_into_a_text_is_refused_and_nothing_is_lost(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    block = form_of(form_panel).prose[ReviewText.SURPRISES]
    block.text.setFocus()
    types("Tom left early")
    pastes("x y " * 75_000)
    assert block.text.text == "Tom left early"
    assert "too long" in block.error.text
    presses(Qt.Key.Key_Tab)
    assert stored(desk, held).surprises == "Tom left early"


def test_signals_are_rows_and_enter_adds_the_next(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    lines = form_of(form_panel).signals.lines
    lines.new.text.setFocus()
    for text in ("Priya leaned in", "They asked when I could start"):
        types(text)
        presses(Qt.Key.Key_Return)
    assert [x.text for x in stored(desk, held).signals] == [
        "Priya leaned in",
        "They asked when I could start",
    ]
    presses(Qt.Key.Key_Backspace)
    assert focus() is lines.rows[1].text
    presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    presses(Qt.Key.Key_Delete)
    presses(Qt.Key.Key_Backspace)
    assert [x.text for x in stored(desk, held).signals] == ["Priya leaned in"]
    desk.undo()
    assert len(lines.rows) == 2


def test_the_date_they_promised_can_be_a_usual_one_any_or_none(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    promised = form_of(form_panel).promised
    assert not promised.edit.isVisible()
    wanted = [date(2026, 11, 23), date(2026, 11, 29), date(2026, 12, 6)]
    for (button, _span), day in zip(promised.quick, wanted, strict=True):
        clicks(button)
        assert stored(desk, held).promised_on == day
        assert promised.edit.date() == QDate(day.year, day.month, day.day)
    promised.edit.setFocus()
    presses(Qt.Key.Key_Up)
    assert stored(desk, held).promised_on == date(2026, 12, 7)
    clicks(promised.clear)
    assert stored(desk, held).promised_on is None
    assert not promised.edit.isVisible()
    desk.undo()
    assert promised.edit.isVisible()


def test_another_day_is_typed_and_kept_on_leaving(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    promised = form_of(form_panel).promised
    clicks(promised.other)
    assert focus() is promised.edit
    assert stored(desk, held).promised_on == date(2026, 11, 29)
    promised.edit.setCurrentSection(promised.edit.Section.DaySection)
    promised.edit.setSelectedSection(promised.edit.Section.DaySection)
    types("25")
    before = desk.can().undo
    assert before is not None
    presses(Qt.Key.Key_Tab)
    desk.flush()
    assert stored(desk, held).promised_on == date(2026, 11, 25)
    desk.undo()
    assert stored(desk, held).promised_on == date(2026, 11, 29)


# --- what was planned -------------------------------------------------------------------------


def test_planned_points_are_ticked_counted_and_taken_back(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    card = form_of(form_panel).planned
    rows = list(card.rows.values())
    assert [row.label.text() for row in rows] == [text for _s, _a, text in PLANNED]
    for row, place in ((rows[0], 2), (rows[1], 0), (rows[2], 2)):
        clicks(row.choice.choices[place])
    covered = [item.coverage for item in stored(desk, held).planned]
    assert covered == [Coverage.LANDED, Coverage.NOT_SAID, Coverage.LANDED, None]
    assert card._note.text() == "2 landed · 1 unsaid"
    clicks(rows[0].choice.choices[2])
    assert stored(desk, held).planned[0].coverage is None
    assert card._note.text() == "1 landed · 1 unsaid"
    desk.undo()
    assert rows[0].choice.value == Coverage.LANDED
    assert list(card.rows.values()) == rows


def test_planned_points_are_ticked_by_keyboard(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    row = next(iter(form_of(form_panel).planned.rows.values()))
    row.choice.choices[0].setFocus()
    presses(Qt.Key.Key_Space)
    assert stored(desk, held).planned[0].coverage is Coverage.NOT_SAID
    presses(Qt.Key.Key_Right)
    assert stored(desk, held).planned[0].coverage is Coverage.SAID
    presses(Qt.Key.Key_Delete)
    assert stored(desk, held).planned[0].coverage is None


def test_the_notes_of_the_day_stand_beside_when_there_are_any(opens: Opens, desk: Desk) -> None:
    plain, noted = add_interview(desk), add_interview(desk, notes="Tom asked <b>twice</b>")
    for key in (plain, noted):
        desk.do(review.finish_recall, key)
    assert not form_of(opens(desk, plain)).notes.isVisible()
    card = form_of(opens(desk, noted)).notes
    assert card.isVisible()
    assert card._text.text() == "Tom asked <b>twice</b>"


# --- lessons and the note ---------------------------------------------------------------------


def test_lessons_are_counted_as_one_types(form_panel: ReviewPanel) -> None:
    form = form_of(form_panel)
    assert "is carried to your next interview" in form.seal.says
    form.prose[ReviewText.WOULD_CHANGE].text.setFocus()
    types("Team first")
    assert form.seal.says == "1 lesson will be carried to your next interview"
    presses(Qt.Key.Key_Return)
    types("Shorter answers")
    assert form.seal.says == "2 lessons will be carried to your next interview"
    next_time = line(form_panel, 0).next_time
    assert next_time is not None
    next_time.setFocus()
    types("team first")
    assert form.seal.says == "2 lessons will be carried to your next interview"
    types(", always")
    assert form.seal.says == "3 lessons will be carried to your next interview"


def test_draft_saved_is_said_when_it_is(form_panel: ReviewPanel, qtbot: QtBot, desk: Desk) -> None:
    form = form_of(form_panel)
    assert form.note.text == "Draft saved"
    form.prose[ReviewText.WENT_WELL].text.setFocus()
    types("Well")
    assert form.note.text == "Saving…"
    qtbot.waitUntil(lambda: form.note.text == "Draft saved", timeout=1000)
    assert list(desk.store.scribbled().values()) == ["Well"]


def test_ctrl_z_in_a_field_with_nothing_to_take_back_is_the_windows(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    undo = QAction(form_panel)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(desk.undo)
    form_panel.addAction(undo)
    dots = form_of(form_panel).ratings.dots[Rating.ENERGY]

    def rated() -> int | None:
        return dots.rating

    dots.setFocus()
    presses(Qt.Key.Key_3)
    text = form_of(form_panel).prose[ReviewText.WENT_WELL].text
    text.setFocus()
    types("abc")
    presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text.text == ""
    assert rated() == 3
    other = form_of(form_panel).prose[ReviewText.SURPRISES].text
    other.setFocus()
    presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rated() is None
    assert QApplication.focusWidget() is other


def test_a_usual_form_refreshes_within_a_frame(opens: Opens, desk: Desk, held: str) -> None:
    for n in range(12):
        key = desk.do(review.add_asked, held, f"Question {n}")
        desk.do(review.set_next_time, key, "Shorter")
    desk.do(review.finish_recall, held)
    panel = opens(desk, held)
    spans = []
    for _ in range(9):
        begun = perf_counter()
        panel.refresh()
        spans.append(perf_counter() - begun)
    # A slow machine may be four times slower than a frame; it must not be ten.
    assert sorted(spans)[4] < 0.064
