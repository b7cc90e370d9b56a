"""Owns the small cards beside the reasons: what the signs say, and what was known before the answer."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.kinds import Felt, Rating
from interview_coach.domain.outcome import Debrief, verdict, weigh
from interview_coach.ui import words, words_outcome
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Card, Label, RatingDots, ThreeParts, small


class SignsCard(Card):
    """Three lengths and a sentence: a weighing, never a number.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the signs say"), parent=parent)
        self.parts = ThreeParts()
        self.add(self.parts)
        self._sentence = Label("", "body", wrap=True)
        self.add(self._sentence)
        self.add(
            small(
                tr(
                    "A weighing of the signs you gave, not a measurement. It moves as you edit them."
                )
            )
        )

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_debrief(self, debrief: Debrief) -> None:
        """Weigh what the person said."""
        parts = weigh((r.family, r.sign, r.certainty) for r in debrief.reasons)
        code = verdict(parts)
        shares = (parts.not_yours, parts.cant_know, parts.yours)
        self.parts.set_parts(shares, words_outcome.part_words(code))
        self._sentence.setText(words.verdict(code))


class _Known(QWidget):
    """A name, and what was fixed under it.

    Signals: none of its own.
    """

    def __init__(self, name: str, value: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Label(name, "body", wrap=True), 1)
        row.addWidget(value)


class KnewCard(Card):
    """What the sealed review held before the answer came.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What you knew before the answer"), parent=parent)
        self._answers = RatingDots(name=words.word(Rating.MY_ANSWERS), read_only=True)
        self._connection = RatingDots(name=words.word(Rating.CONNECTION), read_only=True)
        self._forecast = Label("", "number")
        self._rows = (
            _Known(tr("Your answers"), self._answers),
            _Known(tr("Connection with them"), self._connection),
            _Known(tr("You gave a yes"), self._forecast),
        )
        for row in self._rows:
            self.add(row)
        self._alike = small()
        self._unsealed = small(
            tr(
                "You did not seal a review of this interview before the answer, so nothing is fixed here."
            )
        )
        self._empty = small(tr("Your sealed review holds no ratings and no forecast."))
        for label in (self._alike, self._unsealed, self._empty):
            self.add(label)

    def show_debrief(self, debrief: Debrief) -> None:
        """Show what the sealed review says, or that there is none."""
        known = (debrief.my_answers, debrief.connection, debrief.forecast)
        sealed = debrief.sealed_at is not None
        for row, value in zip(self._rows, known, strict=True):
            row.setVisible(sealed and value is not None)
        self._answers.set_rating(debrief.my_answers)
        self._connection.set_rating(debrief.connection)
        if debrief.forecast is not None:
            self._forecast.setText(tr("{n}%", n=debrief.forecast))
        alike = self._alike_text(debrief)
        self._alike.setText(alike)
        self._alike.setVisible(bool(alike))
        self._unsealed.setVisible(not sealed)
        self._empty.setVisible(sealed and not alike and all(v is None for v in known))

    @staticmethod
    def _alike_text(debrief: Debrief) -> str:
        if debrief.sealed_at is None or debrief.felt_alike < 1:
            return ""
        if (debrief.felt or 0) < Felt.GOOD:
            return tr_n(
                "Of your {n} other interview that felt like this, {on} went on.",
                "Of your {n} other interviews that felt like this, {on} went on.",
                debrief.felt_alike,
                on=debrief.went_on,
            )
        return tr_n(
            "Of your {n} other interview that felt this good, {on} went on."
            " A great interview is not a promise.",
            "Of your {n} other interviews that felt this good, {on} went on."
            " A great interview is not a promise.",
            debrief.felt_alike,
            on=debrief.went_on,
        )
