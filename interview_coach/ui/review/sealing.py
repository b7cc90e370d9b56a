"""Owns the end of the form: how many lessons it teaches, and the seal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.review import lessons_from
from interview_coach.ui import words
from interview_coach.ui.review.paragraph import ErrorLine
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Label, PrimaryButton, set_tooltip


def seal_question() -> Sentence:
    """What sealing means, asked once."""
    return Sentence(
        tr("Seal this review?"),
        tr(
            "It gets a time stamp and stays as it is, so that a yes or a no does not change it"
            " afterwards. What you would change becomes your lessons. You can undo this as your very next step, within ten"
            " minutes; later you can add dated remarks."
        ),
    )


class SealRow(QWidget):
    """The button that finishes the review, and what will be carried on.

    Signals:
        wanted(): the person wants to finish and seal it.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = PrimaryButton(tr("Finish and seal review"), "lock")
        set_tooltip(self.button, words.what_sealing_is())
        self.error = ErrorLine(self.button)
        self._count = Label("", "small", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self._count, 1)
        column.addLayout(row)
        column.addWidget(self.error)
        self.button.clicked.connect(self.wanted)

    @property
    def says(self) -> str:
        """What it says about lessons."""
        return self._count.text()

    def count(self, would_change: str, next_times: list[tuple[str, str]]) -> None:
        """Count the lessons in what stands in the fields."""
        n = len(lessons_from(would_change, next_times))
        text = (
            tr_n(
                "{n} lesson will be carried to your next interview",
                "{n} lessons will be carried to your next interview",
                n,
            )
            if n
            else tr(
                "What you would change, and each “next time”, is carried to your next interview"
            )
        )
        if self._count.text() != text:
            self._count.setText(text)
