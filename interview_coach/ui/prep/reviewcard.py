"""Owns the card that says when the review opens, and opens it before its time on request."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.interview import InterviewHead, Standing
from interview_coach.ui import dates
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, FlatButton, Label, small


class ReviewCard(Card):
    """The review, waiting for its time.

    Signals:
        wanted(): the person wants to go to the review.
    """

    wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(look="dashed", parent=parent)
        self._desk = desk
        self._title = Label(tr("Review"), "heading", wrap=True)
        self._text = small()
        self._go = FlatButton(tr("Review now instead"))
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._go, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add(inner)
        self._go.clicked.connect(self.wanted)
        self.setAccessibleName(tr("Review"))

    @property
    def button(self) -> FlatButton:
        """The button that opens the review."""
        return self._go

    def show_head(self, head: InterviewHead) -> None:
        """Say how the review stands."""
        text, act = self._words(head)
        self._text.setText(text)
        self._go.setText(act)

    def _words(self, head: InterviewHead) -> tuple[str, str]:
        now, local = self._desk.now(), self._desk.local()
        if head.sealed_at is not None:
            day = dates.short_day(head.sealed_at.astimezone(local).date())
            return tr("Sealed on {day}.", day=day), tr("Read it")
        if head.standing in {Standing.CALLED_OFF, Standing.NOT_HELD}:
            return tr("There is nothing to review: it did not take place."), tr("Review anyway")
        if now >= head.end_at:
            if head.review_started:
                return tr("You have begun. It is there as you left it."), tr(
                    "Go on with the review"
                )
            return (
                tr("The interview is over. Memory of the questions fades fast."),
                tr("Start the review"),
            )
        opens = dates.opens_text(head.end_at.astimezone(local), now.astimezone(local).date())
        return (
            tr(
                "Opens {when}, when the interview ends, with your talking points ready to tick.",
                when=opens,
            ),
            tr("Review now instead"),
        )
