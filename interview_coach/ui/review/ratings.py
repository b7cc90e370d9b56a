"""Owns the four ratings and the forecast of the form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Rating
from interview_coach.domain.review import ReviewForm
from interview_coach.store import review
from interview_coach.ui import spots, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import ForecastSlider, Label, LinkButton, RatingDots, small


def rating_of(form: ReviewForm, rating: Rating) -> int | None:
    """One of the four ratings of a form."""
    values = {
        Rating.MY_ANSWERS: form.my_answers,
        Rating.CONNECTION: form.connection,
        Rating.LEARNED: form.learned,
        Rating.ENERGY: form.energy,
    }
    return values[rating]


class Ratings(QWidget):
    """My answers, connection, what I learned, energy: five dots and a word each.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, interview: str, *, read_only: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._interview = interview
        self.dots: dict[Rating, RatingDots] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        said = [words.rated(value) for value in range(1, 6)]
        for place, rating in enumerate(Rating):
            name = words.word(rating)
            dots = RatingDots(None, name, words=said, read_only=read_only)
            label = Label(name, wrap=True)
            label.setBuddy(dots)
            grid.addWidget(label, place, 0)
            grid.addWidget(dots, place, 1, Qt.AlignmentFlag.AlignVCenter)
            self.dots[rating] = dots
            spots.tag(dots, f"review.{rating.value}")
            if not read_only:
                dots.rated.connect(lambda value, rating=rating: self._rated(rating, value))
        grid.setRowStretch(len(Rating), 1)

    def show_form(self, form: ReviewForm) -> None:
        """Show what is stored."""
        for rating, dots in self.dots.items():
            value = rating_of(form, rating)
            if dots.rating != value:
                dots.set_rating(value)

    def _rated(self, rating: Rating, value: int | None) -> None:
        self._desk.do(review.rate_review, self._interview, rating, value)


class Forecast(QWidget):
    """Before hearing back: how likely is a yes? Nothing is suggested.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, interview: str) -> None:
        super().__init__()
        self._desk = desk
        self._interview = interview
        question = tr("Before you hear back: how likely is a yes?")
        self.slider = ForecastSlider(None, question)
        label = Label(question, "label", wrap=True)
        label.setBuddy(self.slider.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._note = small("")
        self.clear = LinkButton(tr("Clear"))
        self.clear.setAccessibleDescription(question)
        # It keeps its room: the question must not break differently once there is a forecast.
        room = self.clear.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(room)
        self.clear.clicked.connect(self._clear)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label, 1)
        top.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.slider)
        column.addWidget(self._note)
        column.addStretch(1)
        spots.tag(self, "review.forecast")
        self.slider.value_changed.connect(self._changed)

    def show_form(self, form: ReviewForm) -> None:
        """Show what is stored; once the answer is known there is nothing to forecast."""
        self.slider.setVisible(not form.answered)
        self._note.setText(
            tr("The answer is known, so there is nothing to forecast any more.")
            if form.answered
            else tr(
                "Fixed when you seal the review, so that a yes or a no does not change it afterwards."
            )
        )
        if self.slider.value != form.forecast:
            self.slider.set_value(form.forecast)
        self.clear.setVisible(form.forecast is not None and not form.answered)

    def _clear(self) -> None:
        # The button goes with the value; the slider has taken the focus by then.
        self.slider.setFocus(Qt.FocusReason.MouseFocusReason)
        self.slider.set_value(None)
        self._changed(None)

    def _changed(self, value: int | None) -> None:
        self._desk.do(review.set_forecast, self._interview, value)
