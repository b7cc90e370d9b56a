"""Owns the card that waits for the answer: five big choices, and what is known while waiting."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Decision
from interview_coach.domain.outcome import Debrief
from interview_coach.ui import words
from interview_coach.ui.dates import day_text
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import SPACE, current
from interview_coach.ui.widgets import (
    Card,
    Divider,
    FlowLayout,
    Label,
    LinkButton,
    PaintedButton,
    small,
)

DECISION_ICONS = {
    Decision.ADVANCED: "arrow-right",
    Decision.OFFER: "handshake",
    Decision.REJECTED: "circle-minus",
    Decision.WITHDREW: "log-out",
    Decision.CANCELLED: "calendar-x",
}
_NARROWEST = 140
_GAP = 10


class BigChoice(PaintedButton):
    """One of the five answers.

    Signals: those of QPushButton.
    """

    height_ = 60
    icon_size = 18

    def __init__(self, decision: Decision, parent: QWidget | None = None) -> None:
        self._room = 0
        super().__init__(words.word(decision), DECISION_ICONS[decision], parent)
        self.decision = decision

    @property
    def least(self) -> int:
        """The width that its word needs."""
        return max(super().sizeHint().width(), current().px(_NARROWEST))

    def set_room(self, width: int) -> None:
        """Be this wide, to fill a line with the others."""
        if width != self._room:
            self._room = width
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All alike, as far as their words allow."""
        return QSize(max(self.least, self._room), super().sizeHint().height())


class _Fact(QWidget):
    """A small word with what it says below.

    Signals: none of its own.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._value = Label("", "label", wrap=True)
        self._rest = small()
        column.addWidget(small(name))
        column.addWidget(self._value)
        column.addWidget(self._rest)
        column.addStretch(1)

    def say(self, value: str, rest: str = "") -> None:
        """Say something else; nothing hides it."""
        self._value.setText(value)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.setVisible(bool(value))


class AskCard(Card):
    """What did they say? One click records it.

    Signals:
        answered(Decision): the person clicked an answer.
        review_wanted(): the person would rather review first.
    """

    answered = Signal(object)
    review_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What did they say?"), parent=parent)
        self.setAccessibleName(tr("What did they say?"))
        self._lead = small(tr("One click is enough. Everything else can wait for another day."))
        self.add(self._lead)
        self.body.addSpacing(6)
        self.choices = [BigChoice(decision) for decision in Decision]
        row = FlowLayout(spacing=_GAP, line_spacing=_GAP)
        for choice in self.choices:
            choice.clicked.connect(self._clicked)
            row.addWidget(choice)
        self.add_layout(row)
        self.body.addSpacing(10)
        self.add(Divider())
        self.body.addSpacing(2)
        self._waited = _Fact(tr("Waiting"))
        self._promised = _Fact(tr("What they promised"))
        self._forecast = _Fact(tr("My forecast"))
        facts = QHBoxLayout()
        facts.setSpacing(24)
        for fact in (self._waited, self._promised, self._forecast):
            facts.addWidget(fact, 1)
        self.add_layout(facts)
        self._unsealed = QWidget()
        line = FlowLayout(self._unsealed, spacing=8, line_spacing=4)
        self._review = LinkButton(tr("Review first"))
        self._review.clicked.connect(self.review_wanted)
        self._unsealed_text = small(
            tr("Your review is not sealed yet, and knowing the answer colours what one remembers."),
            wrap=False,
        )
        line.addWidget(self._unsealed_text)
        line.addWidget(self._review)
        self.add(self._unsealed)

    def show_debrief(self, debrief: Debrief, today: date) -> None:
        """Show what is known while waiting."""
        since = debrief.waiting_since
        waited = ""
        if not debrief.held:
            waited = tr("The interview is still to come")
        elif since is not None:
            days = (today - since).days
            waited = tr("Since today") if days < 1 else tr_n("{n} day", "{n} days", days)
        told = since if debrief.held else None
        self._waited.say(waited, tr("since {day}", day=day_text(told, today)) if told else "")
        promised = debrief.promised_on
        by_when = tr("An answer by {day}", day=day_text(promised, today)) if promised else ""
        step = " ".join(debrief.next_step.split())
        self._promised.say(by_when or step or tr("Nothing noted"), step if by_when else "")
        known = debrief.forecast
        self._forecast.say(
            "" if known is None else tr("{n}%", n=known), tr("fixed when you sealed the review")
        )
        self._unsealed.setVisible(debrief.held and debrief.sealed_at is None)

    def event(self, event: QEvent) -> bool:
        """Let the choices fill their lines evenly, in every width and size of text."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._even_out()
        return super().event(event)

    def _even_out(self) -> None:
        room = self.width() - 2 * SPACE.card
        least = max(choice.least for choice in self.choices)
        count = min(max((room + _GAP) // (least + _GAP), 1), len(self.choices))
        for choice in self.choices:
            choice.set_room((room - (count - 1) * _GAP) // count)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, BigChoice):
            self.answered.emit(sender.decision)
