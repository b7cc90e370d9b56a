"""Owns the card of the recorded answer: what was decided, when, their words, and my answer to an offer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from interview_coach.domain.kinds import Answer, Decision
from interview_coach.domain.outcome import Recorded
from interview_coach.store import outcome
from interview_coach.ui import spots, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.asking import DECISION_ICONS
from interview_coach.ui.outcome.fields import Kept
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    DateField,
    Field,
    FlowLayout,
    IconLabel,
    Label,
    LinkButton,
    LongText,
    QuietButton,
    Segment,
    Segmented,
    small,
)


class AnswerCard(Card):
    """The answer, with everything about it that can be changed.

    Signals:
        decision_chosen(Decision): the person says that it was another answer.
        day_chosen(date): the person says that it came on another day.
        answer_chosen(Answer): my answer to an offer.
        taken_back(): it was not decided yet.
    """

    decision_chosen = Signal(object)
    day_chosen = Signal(object)
    answer_chosen = Signal(object)
    taken_back = Signal()

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.key = key
        spots.tag(self, key, "outcome")
        self._icon = IconLabel("circle-minus", "muted", 18)
        self._decision = Label("", "heading")
        self.day = DateField(name=tr("Day of the answer"))
        self.day.setKeyboardTracking(False)
        self.day.setDisplayFormat("d MMM yyyy")
        self.change = QuietButton(tr("Change"))
        self.change.setAccessibleName(tr("Change the answer"))
        self._menu = QMenu(self.change)
        self._actions = QActionGroup(self._menu)
        for decision in Decision:
            action = self._menu.addAction(words.word(decision))
            action.setCheckable(True)
            action.setData(decision)
            self._actions.addAction(action)
        self.change.setMenu(self._menu)
        self.take_back = LinkButton(tr("It was not decided yet"))
        line = FlowLayout(spacing=10, line_spacing=8)
        for widget in (self._icon, self._decision, self.day, self.change, self.take_back):
            line.addWidget(widget)
        self.add_layout(line)
        self._wrong = small(ink="bad")
        self._wrong.hide()
        self.add(self._wrong)
        self.answer = Segmented(
            [Segment(value, words.word(value)) for value in Answer], name=tr("My answer")
        )
        self._offer = Field(tr("My answer"), self.answer)
        self.add(self._offer)
        text = LongText(
            name=tr("Their words"),
            placeholder=tr("What did they say? Paste their words."),
            min_lines=1,
        )
        self.words = Kept(
            desk, text, f"outcome:{key}:words", lambda said: (outcome.note_words, (key, said))
        )
        spots.tag(self.words, "outcome.words")
        self.add(self.words)
        self._actions.triggered.connect(self._decided)
        self.day.value_changed.connect(self._dated)
        self.take_back.clicked.connect(self.taken_back)
        self.answer.value_changed.connect(self.answer_chosen)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        offer = self.answer.choices
        return [self.day, self.change, self.take_back, *offer, self.words.control]

    def show_recorded(self, recorded: Recorded) -> None:
        """Show the answer as it is stored."""
        self._icon.set_icon(DECISION_ICONS[recorded.decision])
        self._decision.setText(words.word(recorded.decision))
        if self.day.value != recorded.decided_on:
            self.day.set_value(recorded.decided_on)
        for action in self._actions.actions():
            action.setChecked(action.data() == recorded.decision)
        self._offer.setVisible(recorded.decision is Decision.OFFER)
        if self.answer.value != recorded.answer:
            self.answer.set_value(recorded.answer)
        self.words.show_stored(recorded.words)
        self.complain("")

    def complain(self, text: str) -> None:
        """Say what is wrong with the day."""
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
        self.day.setAccessibleDescription(text)

    def _decided(self, action: QAction) -> None:
        self.decision_chosen.emit(Decision(action.data()))

    def _dated(self, day: date | None) -> None:
        if day is not None:
            self.day_chosen.emit(day)
