"""Owns a day that may not be known: a tick that says whether, and the day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from interview_coach.ui.interviews.time_boxes import DayBox


class MaybeDay(QWidget):
    """A day, or none.

    Signals:
        edited(): the person ticked it or chose another day.
    """

    edited = Signal()

    def __init__(self, label: str, name: str, calm: QObject, usual: date) -> None:
        super().__init__()
        self._usual = usual
        self.known = QCheckBox(label)
        self.box = DayBox(calm)
        self.box.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.known)
        column.addWidget(self.box)
        self.known.toggled.connect(self._toggled)
        self.box.dateChanged.connect(self._chosen)

    @property
    def day(self) -> date | None:
        """The day, or None while it is not known."""
        return self.box.day if self.known.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show it without a signal."""
        blocker = QSignalBlocker(self.known)
        self.known.setChecked(day is not None)
        blocker.unblock()
        self.box.setEnabled(day is not None)
        self.box.show_day(day or self._usual)

    def _toggled(self, checked: bool) -> None:
        self.box.setEnabled(checked)
        self.edited.emit()

    def _chosen(self) -> None:
        self.edited.emit()
