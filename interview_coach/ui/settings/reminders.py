"""Owns the card of reminders: which are wanted, and when."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from interview_coach.domain.reminders import ReminderChoice, ReminderKind
from interview_coach.ui.reminder_choice import (
    EARLIEST,
    LATEST,
    LONGEST_LEAD,
    keep_choice,
    kept_choice,
)
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, CheckRow, Field, NumberField, small


class RemindersCard(Card):
    """What to be reminded of while the program runs; kept at once.

    Signals:
        changed(): the person chose otherwise; it is kept already.
    """

    changed = Signal()

    def __init__(self, settings: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Reminders"), parent=parent)
        self._settings = settings
        self._choice = ReminderChoice()
        self.add(
            small(
                tr(
                    "While the program runs: in this window, and as your desktop's notifications where it"
                    " takes them. They never say with whom."
                )
            )
        )
        self.days = {
            7: CheckRow(tr("Prepare, a week before")),
            2: CheckRow(tr("Prepare, two days before")),
            1: CheckRow(tr("Prepare, the day before")),
        }
        self.kinds = {
            ReminderKind.LEAVE: CheckRow(tr("Leave, or log in")),
            ReminderKind.REVIEW: CheckRow(tr("Review, when it has ended")),
            ReminderKind.THANKS: CheckRow(tr("Thank-you, the morning after")),
            ReminderKind.ANSWER: CheckRow(tr("A promised answer has passed")),
        }
        for row in (*self.days.values(), *self.kinds.values()):
            row.ticked.connect(self._chose)
            self.add(row)
        minutes = tr(" min")
        self.log_in = NumberField(
            name=tr("Log in before it begins"),
            lowest=1,
            highest=LONGEST_LEAD,
            step=5,
            suffix=minutes,
        )
        self.leave = NumberField(
            name=tr("Leave before it begins, on site"),
            lowest=1,
            highest=LONGEST_LEAD,
            step=5,
            suffix=minutes,
        )
        self.morning = NumberField(
            name=tr("Morning"), lowest=EARLIEST, highest=LATEST, suffix=tr(" o'clock")
        )
        for text, box in (
            (tr("Log in before it begins"), self.log_in),
            (tr("Leave before it begins, on site"), self.leave),
            (tr("What belongs to a day comes at"), self.morning),
        ):
            box.setKeyboardTracking(False)
            box.value_changed.connect(self._chose)
            self.body.addSpacing(8)
            self.add(Field(text, box))
        self.body.setSpacing(2)
        self._show()

    def use(self, settings: QSettings) -> None:
        """Show and change what is kept here."""
        self._settings = settings
        self._show()

    def _show(self) -> None:
        if self._settings is not None:
            self._choice = kept_choice(self._settings)
        choice = self._choice
        for day, row in self.days.items():
            row.set_checked(day in choice.prepare_days and ReminderKind.PREPARE in choice.kinds)
        for kind, row in self.kinds.items():
            row.set_checked(kind in choice.kinds)
        self.log_in.set_value(choice.log_in_minutes)
        self.leave.set_value(choice.leave_minutes)
        self.morning.set_value(choice.morning)

    def _chose(self) -> None:
        days = frozenset(day for day, row in self.days.items() if row.checked)
        kinds = {kind for kind, row in self.kinds.items() if row.checked}
        if days:
            kinds.add(ReminderKind.PREPARE)
        self._choice = replace(
            self._choice,
            kinds=frozenset(kinds),
            prepare_days=days,
            log_in_minutes=self.log_in.value(),
            leave_minutes=self.leave.value(),
            morning=self.morning.value(),
        )
        if self._settings is not None:
            keep_choice(self._settings, self._choice)
        self.changed.emit()
