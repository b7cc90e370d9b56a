"""Owns what Today says to someone who has nothing in it yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    FlowLayout,
    IconLabel,
    Label,
    PrimaryButton,
    QuietButton,
)


class FirstDay(Card):
    """A warm word and two ways on.

    Signals:
        interview_wanted(): put in an interview.
        job_wanted(): put in a job without an interview yet.
    """

    interview_wanted = Signal()
    job_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(tr("Beginning"))
        column = QVBoxLayout()
        column.setContentsMargins(24, 40, 24, 40)
        column.setSpacing(8)
        title = Label(tr("Is there an interview coming up?"), "name", wrap=True)
        text = tr(
            "Put it in, and its checklist is ready. Afterwards, write down what they asked while "
            "it is fresh. Whatever the answer is, what was good goes with you into the next one."
        )
        sentence = Label(text, "body", "muted", wrap=True)
        sentence.setMaximumWidth(560)
        self.interview_button = PrimaryButton(tr("New interview"), "plus")
        self.job_button = QuietButton(tr("Add a job without an interview yet"), "briefcase")
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=12, line_spacing=8)
        flow.addWidget(self.interview_button)
        flow.addWidget(self.job_button)
        note = Label(tr("Everything stays on this computer."), "small", "muted", wrap=True)
        column.addStretch(1)
        column.addWidget(IconLabel("sprout", "accent", 28), 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(4)
        column.addWidget(title)
        # In a row, which knows that the sentence is never wider: a column would take it for one line
        # in a wide window, and give it too little height.
        row = QHBoxLayout()
        row.addWidget(sentence, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(buttons)
        column.addSpacing(12)
        column.addWidget(note)
        column.addStretch(2)
        self.add_layout(column, 1)
        self.interview_button.clicked.connect(self.interview_wanted)
        self.job_button.clicked.connect(self.job_wanted)
