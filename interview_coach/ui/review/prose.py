"""Owns the free texts of the form: what went well, what I would change, their feedback and more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.kinds import ReviewText
from interview_coach.domain.review import ReviewForm
from interview_coach.store import review
from interview_coach.ui import spots, words
from interview_coach.ui.offering import offer_versions
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.paragraph import ErrorLine, Prose
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, small


def text_of(form: ReviewForm, field: ReviewText) -> str:
    """One of the free texts of a form."""
    values = {
        ReviewText.WENT_WELL: form.went_well,
        ReviewText.WOULD_CHANGE: form.would_change,
        ReviewText.SURPRISES: form.surprises,
        ReviewText.NEXT_STEP: form.next_step,
        ReviewText.FEEDBACK: form.feedback,
        ReviewText.QUICK_NOTE: form.quick_note,
    }
    return values[field]


class ProseBlock(QWidget):
    """A label and several lines of text.

    Signals: none of its own.
    """

    def __init__(
        self,
        field: ReviewText,
        keeping: Keeping,
        *,
        min_lines: int = 2,
        write: Callable[..., Any] = review.write_review,
    ) -> None:
        super().__init__()
        self.field = field
        self._name = words.word(field)
        self.label = Label(self._name, "label", wrap=True)
        self.text = Prose("", self._name, min_lines=min_lines)
        self.label.setBuddy(self.text)
        self._review = ""
        offer_versions(keeping.desk, self.text, f"review.{field.value}", lambda: self._review)
        spots.tag(self.text, f"review.{field.value}")
        self.error = ErrorLine(self.text)
        self.why = small(
            tr("It felt very good: that is when looking for what to change teaches the most.")
        )
        self.why.hide()
        self.typing = keeping.keep(
            self.text,
            field.value,
            lambda text: (write, (keeping.interview, field, text)),
            self.error,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.label, self.why, self.text, self.error):
            column.addWidget(widget)
        column.addStretch(1)

    def show_form(self, form: ReviewForm) -> None:
        """Show what is stored."""
        self._review = form.review_id or ""
        self.typing.show(text_of(form, self.field))

    def lead(self, *, leads: bool) -> None:
        """Ask as the form's first question, or as one of its fields."""
        name = tr("What would you change?") if leads else self._name
        self.label.setText(name)
        self.label.set_role("question" if leads else "label")
        self.text.setAccessibleName(name)
        self.why.setVisible(leads)
