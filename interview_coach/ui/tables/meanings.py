"""Owns what only the person knows of a table: which number is the day, and what its states mean."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from interview_coach.domain.table import Choices, Fate, Table, asked, states_of
from interview_coach.domain.table_days import DayOrder
from interview_coach.ui import words_table
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import ChoiceField, Label, Option, Segment, Segmented, muted

_MOST_STATES = 60


class Meanings(QWidget):
    """The questions of a table.

    Signals:
        order_chosen(DayOrder): which number is the day.
        state_chosen(str, Fate): what a state means.
    """

    order_chosen = Signal(object)
    state_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states: dict[str, ChoiceField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._order_line = QWidget()
        order = QVBoxLayout(self._order_line)
        order.setContentsMargins(0, 0, 0, 0)
        order.setSpacing(6)
        order.addWidget(muted(tr("A day such as 03/04 can be read in two ways. How is it meant?")))
        self.order = Segmented(
            [
                Segment(DayOrder.DAY_FIRST, tr("03/04 is 3 April")),
                Segment(DayOrder.MONTH_FIRST, tr("03/04 is 4 March")),
            ],
            None,
            tr("Which number is the day"),
        )
        self.order.value_changed.connect(self.order_chosen)
        order.addWidget(self.order)
        column.addWidget(self._order_line)
        self._said = muted(tr("What do these mean? Those that are not known are left to you."))
        column.addWidget(self._said)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._holder)
        self._shown: tuple[str, ...] = ()

    def show_questions(self, table: Table, known: Choices) -> None:
        """Show what is asked, and what has been answered."""
        open_order = asked(table, Choices(known.parts)).order
        self._order_line.setVisible(open_order)
        if known.order is not None:
            self.order.set_value(known.order)
        states = states_of(table, known)[:_MOST_STATES]
        if states != self._shown:
            self._make(states)
        for state, choice in self.states.items():
            choice.set_value(known.states.get(state))
        self._said.setVisible(bool(states))
        self.setVisible(open_order or bool(states))

    def _make(self, states: tuple[str, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.states = {}
        self._shown = states
        options = [Option(fate, words_table.fate(fate)) for fate in Fate]
        for line, state in enumerate(states):
            label = Label(state[:80], "label")
            choice = ChoiceField(options, None, tr("What “{state}” means", state=state))
            choice.setPlaceholderText(tr("Choose…"))
            label.setBuddy(choice)
            choice.value_changed.connect(partial(self._chosen, state))
            self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(choice, line, 1)
            self.states[state] = choice

    def _chosen(self, state: str, fate: object) -> None:
        self.state_chosen.emit(state, fate)
