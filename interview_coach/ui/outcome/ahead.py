"""Owns the card after an "advanced": the invitation to add the next round, or the way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.interview import InterviewHead, Round
from interview_coach.ui import words
from interview_coach.ui.dates import day_text, time_text
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, Label, PrimaryButton


def next_round(head: InterviewHead) -> Round | None:
    """The round after this one, if it is there already."""
    at = next((i for i, held in enumerate(head.rounds) if held.id == head.id), None)
    if at is None or at + 1 >= len(head.rounds):
        return None
    return head.rounds[at + 1]


class AheadCard(Card):
    """You go on. When?

    Signals:
        add_wanted(): the person wants to add the next round.
        open_wanted(str): the person wants to see the next round; its id.
    """

    add_wanted = Signal()
    open_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", look="tinted", icon="arrow-right", parent=parent)
        self._next = ""
        self._text = Label("", "body", wrap=True)
        self.add(self._text)
        self.button = PrimaryButton("")
        self.button.clicked.connect(self._clicked)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.add_layout(row)

    def show_head(self, head: InterviewHead) -> None:
        """Show the next round, or invite to add it."""
        found = next_round(head)
        self._next = found.id if found else ""
        if found is None:
            self.set_heading(tr("You go on to the next round"))
            self._text.setText(
                tr(
                    "Once you know when it is, add it. It starts from this one, and nothing is typed twice."
                )
            )
            self.button.setText(tr("Add the next round"))
            return
        self.set_heading(tr("You went on"))
        self._text.setText(
            tr(
                "{kind}: {day}, {time}",
                kind=words.kind_title(found.kind),
                day=day_text(found.start.date()),
                time=time_text(found.start),
            )
        )
        self.button.setText(tr("Open the next round"))

    def _clicked(self) -> None:
        if self._next:
            self.open_wanted.emit(self._next)
        else:
            self.add_wanted.emit()
