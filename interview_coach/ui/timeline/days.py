"""Owns the little dialog that asks for a first and a last day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, PrimaryButton, QuietButton
from interview_coach.ui.widgets.inputs import calm_calendar


class DaysDialog(QDialog):
    """From this day to that day, both included.

    Signals: those of QDialog.
    """

    def __init__(self, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Choose days"))
        self.first = QDateEdit(QDate(first.year, first.month, first.day))
        self.last = QDateEdit(QDate(last.year, last.month, last.day))
        for edit in (self.first, self.last):
            edit.setCalendarPopup(True)
            calm_calendar(edit)
            edit.setMinimumWidth(150)
        self.last_field = Field(tr("To"), self.last)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(tr("From"), self.first))
        row.addWidget(self.last_field)
        self.accept_button = PrimaryButton(tr("Show"))
        self.accept_button.setDefault(True)
        cancel = QuietButton(tr("Cancel"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(16)
        column.addLayout(row)
        column.addLayout(buttons)
        self.accept_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.first.dateChanged.connect(self.last_field.clear_error)
        self.last.dateChanged.connect(self.last_field.clear_error)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        first, last = self.first.date(), self.last.date()
        return (
            date(first.year(), first.month(), first.day()),
            date(last.year(), last.month(), last.day()),
        )

    def accept(self) -> None:
        """Only a span that has days."""
        first, last = self.days
        if last < first:
            self.last_field.show_error(tr("The last day is before the first."))
            self.last.setFocus()
            return
        super().accept()
