"""Owns the card that sets after how many days no answer counts as none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.silence import QUIET_AFTER
from interview_coach.store.silence import LONGEST, SHORTEST
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, Field, NumberField, small


class WaitingCard(Card):
    """How long to wait.

    Signals:
        changed(int): the person set another number of days.
    """

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Waiting to hear"), parent=parent)
        name = tr("No answer counts as none after")
        self.days = NumberField(
            QUIET_AFTER, name, lowest=SHORTEST, highest=LONGEST, step=1, suffix=tr(" days")
        )
        # Half-typed numbers are no number of days.
        self.days.setKeyboardTracking(False)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.days)
        row.addStretch(1)
        line.setFocusProxy(self.days)
        self.add(Field(name, line))
        self.add(
            small(
                tr(
                    "Counted from the interview, or from the day they promised. Interviews then offers to"
                    " put aside what went quiet; no outcome is written."
                )
            )
        )
        self.days.value_changed.connect(self._chosen)

    def show_days(self, days: int) -> None:
        """Show what is set."""
        if self.days.value() != days:
            self.days.set_value(days)

    def _chosen(self, days: object) -> None:
        if isinstance(days, int):
            self.changed.emit(days)
