"""Owns free recall: one word for how it felt, then what they asked, and nothing that prompts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Felt
from interview_coach.domain.review import ReviewForm
from interview_coach.store import review
from interview_coach.ui import spots, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.review.first_note import FirstNote
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.lines import ASKED, Line, Lines
from interview_coach.ui.review.order import tab_as_read
from interview_coach.ui.review.saved import SavedNote
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    Label,
    PrimaryButton,
    Segment,
    Segmented,
    heading,
    small,
)

_WIDEST = 720


class FeltRow(QWidget):
    """Five words of which one is chosen, by click, arrows or a digit; Enter goes on.

    Signals:
        chosen(object): another word (Felt), or none.
        done(): Enter or Down: on to the questions.
    """

    chosen = Signal(object)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = tr("In one word, how did it feel?")
        self.choice = Segmented(
            [Segment(felt, words.word(felt)) for felt in Felt], None, name, optional=True
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addStretch(1)
        self.choice.value_changed.connect(self.chosen)

    def show_felt(self, felt: Felt | None) -> None:
        """Show the word that is stored."""
        if self.choice.value != felt:
            self.choice.set_value(felt)

    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the chosen word, or to the first."""
        chosen = [button for button in self.choice.choices if button.isChecked()]
        first = (chosen or self.choice.choices)[0]
        first.setFocus(reason)
        if reason == Qt.FocusReason.NoFocusReason:
            # It may have had the focus before: what was hidden gives it on as if by Tab.
            first.show_ring(shown=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit for a word; Enter goes on."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            felt = Felt(int(key) - int(Qt.Key.Key_0))
            if self.choice.value != felt:
                self.choice.set_value(felt)
                self.focus_first()
                self.chosen.emit(felt)
        else:
            super().keyPressEvent(event)


class Recall(QWidget):
    """What comes to mind, unprompted.

    Signals:
        finished(): "That is all I remember".
        moved(): a line came or went, or the focus went to another one.
    """

    finished = Signal()
    moved = Signal()

    def __init__(self, desk: Desk, interview: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shape: tuple[str, ...] | None = None
        self.keeping = Keeping(desk, interview, self)
        self.first_note = FirstNote(self.keeping)
        self.felt = FeltRow()
        self.lines = Lines(ASKED, self.keeping, lambda key: Line(ASKED, self.keeping, key))
        self.done = PrimaryButton(tr("That is all I remember"))
        self.note = SavedNote(
            self.keeping, tr("Saved as you type · you can stop here and finish later")
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card()
        outer.addWidget(card, 1)
        middle = QHBoxLayout()
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        middle.addStretch(1)
        middle.addWidget(content, 100)
        middle.addStretch(1)
        card.add_layout(middle, 1)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 16, 0, 8)
        self._column.setSpacing(0)
        self._set_out()
        spots.tag(self.felt, "review.felt")
        spots.tag(self.done, "review.recall_done_at")
        self.felt.chosen.connect(self._felt)
        self.felt.done.connect(self.lines.focus_new)
        self.lines.left_upwards.connect(self.felt.focus_first)
        self.lines.moved.connect(self.moved)
        self.done.clicked.connect(self.finished)

    def show_form(self, form: ReviewForm) -> None:
        """Show what is stored; the first note is one's own, and gives nothing away."""
        self.first_note.show_form(form)
        self.felt.show_felt(form.felt)
        self.lines.show_items(form.asked)
        shape = tuple(question.id for question in form.asked)
        if shape != self._shape:
            self._shape = shape
            tab_as_read(self._column)

    def focus_first(self) -> None:
        """Begin with the word, or with the next question when the word is there or it is begun."""
        if self.felt.choice.value is None and not self.lines.new.text.text:
            # A frame around the first word would look like an answer; the first key shows it.
            self.felt.focus_first(Qt.FocusReason.NoFocusReason)
        else:
            self.lines.focus_new()

    def _set_out(self) -> None:
        hint: Label = small(
            tr(
                "As it comes, in any words. Enter for the next. Ratings and your own points come after."
            )
        )
        column = self._column
        column.addWidget(self.first_note)
        column.addWidget(heading(tr("In one word, how did it feel?")))
        column.addSpacing(12)
        column.addWidget(self.felt)
        column.addSpacing(26)
        column.addWidget(heading(tr("What did they ask?")))
        column.addSpacing(8)
        column.addWidget(hint)
        column.addSpacing(10)
        column.addWidget(self.lines)
        column.addSpacing(26)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.done)
        row.addWidget(self.note)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _felt(self, felt: Felt | None) -> None:
        self._desk.do(review.set_felt, self.keeping.interview, felt)
