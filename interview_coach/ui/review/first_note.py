"""Owns the quick note as the review shows it: on top, with how soon after the interview it was written."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.kinds import ReviewText
from interview_coach.domain.review import ReviewForm, minutes_between
from interview_coach.ui import dates
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.prose import ProseBlock
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, show_when


def noted_text(form: ReviewForm) -> str:
    """How soon after the end the first note was written, or nothing."""
    minutes = None if form.captured_at is None else minutes_between(form.end_at, form.captured_at)
    if minutes is None:
        return ""
    if minutes <= 0:
        return tr("First note right at the end")
    return tr("First note {span} after", span=dates.length_text(minutes))


def completed_text(form: ReviewForm) -> str:
    """How long after the end a sealed review was completed, or nothing."""
    minutes = minutes_between(form.end_at, form.sealed_at)
    if minutes is None or minutes <= 0:
        return ""
    return tr("completed {span} after", span=dates.length_text(minutes))


class FirstNote(QWidget):
    """What was written on the stairs outside, to be gone on from.

    Signals: none of its own.
    """

    when = ""

    def __init__(self, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card = Card(tr("Your first note"), look="tinted")
        card.setAccessibleName(tr("Your first note"))
        self.block = ProseBlock(ReviewText.QUICK_NOTE, keeping, min_lines=1)
        card.add(self.block)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 18)
        column.addWidget(card)
        self.hide()

    def show_form(self, form: ReviewForm) -> None:
        """Show it; without one it is not there."""
        self.block.show_form(form)
        self.when = noted_text(form)
        self.card.set_note(self.when)
        show_when(
            self, bool(form.quick_note) or self.block.typing.dirty or self.block.text.hasFocus()
        )
