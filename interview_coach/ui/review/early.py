"""Owns the card that stands where the review will be, before its time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.review import ReviewForm
from interview_coach.ui import dates
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, EmptyState


class Early(QWidget):
    """A calm card: when the review opens, and a way to write it now.

    Signals:
        wanted(): the person wants to review now.
    """

    wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(look="dashed")
        self._empty = EmptyState("notebook-pen", tr("Review"), primary=False)
        card.add(self._empty, 1)
        column.addWidget(card, 1)
        self._empty.acted.connect(self.wanted)

    def show_form(self, form: ReviewForm) -> None:
        """Say when it opens, or that there was nothing to review."""
        if form.called_off:
            sentence = tr("This interview was cancelled, so there is nothing to review.")
            self._empty.set_texts(tr("Review"), sentence, tr("Review it anyway"))
            return
        if form.not_held:
            sentence = tr("This interview did not happen, so there is nothing to review.")
            self._empty.set_texts(tr("Review"), sentence, tr("Review it anyway"))
            return
        zone = self._desk.local()
        end = form.end_at.astimezone(zone)
        today = self._desk.now().astimezone(zone).date()
        sentence = tr(
            "Opens {day}, {time}, when the interview ends, with your talking points ready to tick.",
            day=dates.day_text(end.date(), today),
            time=dates.time_text(end),
        )
        self._empty.set_texts(tr("Review"), sentence, tr("Review now instead"))

    def focus_first(self) -> None:
        """Go to its button."""
        self._empty.action_button.setFocus()
