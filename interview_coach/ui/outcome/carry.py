"""Owns the card of what to carry into the next interview: the person's own words, ticked where carried."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.domain.kinds import LessonFamily
from interview_coach.domain.outcome import CarryChoice, Debrief
from interview_coach.domain.text import clean_line
from interview_coach.store import outcome
from interview_coach.ui import spots, words, words_outcome
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.fields import Kept
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Card, CheckRow, LineText, PrimaryButton, small

OWN_SOURCE = "debrief"


class CarryCard(Card):
    """What can be carried on, strengths first, and a line to add to it.

    Signals:
        carried(list, list): the choices to carry, and the texts to carry no longer.
    """

    carried = Signal(list, list)

    def __init__(
        self,
        desk: Desk,
        interview: str,
        outcome_id: str,
        picked: dict[str, bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Carry into your next one"), look="tinted", icon="sparkles", parent=parent
        )
        spots.tag(self, "lesson")
        self._interview = interview
        self._outcome = outcome_id
        self._debrief: Debrief | None = None
        self._choices: dict[str, CarryChoice] = {}
        # What the person ticked and has not carried yet; what is stored needs no memory here.
        self._picked = picked
        self.rows: dict[str, CheckRow] = {}
        self._none = small(
            tr(
                "Points that landed, what went well and your lessons stand here once a review is sealed."
            )
        )
        self.add(self._none)
        self._carried = small(tr("Carried"))
        self._others = small(tr("Tick what else to carry"))
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for heading, column in zip((self._carried, self._others), self._columns, strict=True):
            column.setSpacing(0)
            self.add(heading)
            self.add_layout(column)
        line = LineText(
            name=tr("Something else to carry, in my own words"),
            placeholder=tr("One more, in your own words"),
        )
        self.line = line
        self.own = Kept(desk, line, f"outcome:{outcome_id}:carry", self._commit)
        line.submitted.connect(self._submitted)
        line.left.connect(self._emptied)
        self.add(self.own)
        self.button = PrimaryButton("")
        self.button.clicked.connect(self._carry)
        # A long company's name is cut, and the card keeps its width.
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(row)
        self._said = small()
        column.addWidget(self._said)
        self.add_layout(column)
        self.own.show_stored("")

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        ticks = [self.rows[key].tick for key in self._choices]
        return [*ticks, self.line, self.button]

    def show_debrief(self, debrief: Debrief) -> None:
        """Show what can be carried; ticks that wait for the button stay."""
        self._debrief = debrief
        self._choices = {choice.key: choice for choice in debrief.choices}
        for key, on in list(self._picked.items()):
            if key not in self._choices or self._choices[key].carried is on:
                del self._picked[key]
        for key in [key for key in self.rows if key not in self._choices]:
            row = self.rows.pop(key)
            row.hide()
            row.deleteLater()
        filled = [0, 0]
        for key, choice in self._choices.items():
            row = self.rows.get(key) or self._row(choice)
            self.rows[key] = row
            ticked = self._picked.get(key, choice.carried)
            if row.checked is not ticked:
                row.set_checked(ticked)
            row.set_detail(words_outcome.carry_source(choice.source))
            # By what is stored: a tick alone moves nothing.
            side = 0 if choice.carried else 1
            column = self._columns[side]
            if column.indexOf(row) != filled[side]:
                for other in self._columns:
                    other.removeWidget(row)
                column.insertWidget(filled[side], row)
                row.show()
            filled[side] += 1
        self._carried.setVisible(filled[0] > 0)
        self._others.setVisible(all(filled))
        self._none.setVisible(not self._choices)
        self._name_button()

    def _row(self, choice: CarryChoice) -> CheckRow:
        row = CheckRow(choice.text)
        row.ticked.connect(self._tick)
        return row

    def _tick(self, on: bool) -> None:
        sender = self.sender()
        key = next((key for key, row in self.rows.items() if row is sender), None)
        if key is None:
            return
        if self._choices[key].carried is on:
            self._picked.pop(key, None)
        else:
            self._picked[key] = on
        self._name_button()

    def _ticked(self) -> list[CarryChoice]:
        return [c for c in self._choices.values() if self._picked.get(c.key, c.carried)]

    def _name_button(self) -> None:
        debrief = self._debrief
        if debrief is None:
            return
        ahead = debrief.next_interview
        chosen = self._ticked()
        target = ahead.id if ahead else ""
        settled = not self._picked and all(choice.target in {"", target} for choice in chosen)
        where = (
            tr("{company}, {kind}", company=ahead.company, kind=words.kind_word(ahead.kind))
            if ahead
            else ""
        )
        self.button.setEnabled(not settled)
        n = len(chosen)
        if settled and not chosen:
            self.button.setText(tr("Carry into your next interview"))
        elif settled:
            self.button.setText(tr_n("{n} carried", "{n} carried", n))
        elif not chosen:
            self.button.setText(tr("Carry nothing"))
        elif ahead:
            self.button.setText(tr("Carry {n} to {where}", n=n, where=where))
        else:
            self.button.setText(tr("Carry {n} into your next interview", n=n))
        if settled and chosen:
            self._say_where(where)
        else:
            self._said.setText(tr("Tick what you want to have beside your next preparation."))
            # It stays while one ticks: the card keeps its height.
            self._said.setVisible(bool(self._choices))

    def _say_where(self, where: str) -> None:
        waiting = (
            tr("Waiting beside your preparation for {where}.", where=where)
            if where
            else tr("Waiting for your next interview.")
        )
        self._said.setText(waiting)
        self._said.setVisible(True)

    def _carry(self) -> None:
        chosen = [(c.text, c.family, c.source) for c in self._ticked()]
        dropped = [self._choices[key].text for key, on in self._picked.items() if not on]
        self._picked.clear()
        self.carried.emit(chosen, dropped)

    # --- one more, in one's own words -----------------------------------------------------------

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
        if not clean_line(text):
            return None
        ahead = self._debrief.next_interview if self._debrief else None
        choice = (text, LessonFamily.CHANGE, OWN_SOURCE)
        return outcome.carry_on, (
            self._outcome,
            self._interview,
            [choice],
            ahead.id if ahead else "",
        )

    def _submitted(self) -> None:
        if self.own.typing.finish():
            self.line.set_text("")

    def _emptied(self) -> None:
        # `left` reached the typing first: what it kept is a row now, and the line waits for another.
        if not self.own.typing.dirty:
            self.line.set_text("")
