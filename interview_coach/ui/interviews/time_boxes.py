"""Owns the boxes for a day and for a time of day: Tab leaves them, and typing begins where it counts."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QObject, QSignalBlocker, Qt, QTime
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QDateTimeEdit, QWidget

from interview_coach.ui.widgets.inputs import calm_calendar
from interview_coach.ui.widgets.time_typing import ClickSelects, TypedTimeEdit, WithinDate

_ARRIVING = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
_DAYS = {QDateTimeEdit.Section.DaySection, QDateTimeEdit.Section.NoSection}


class DayBox(WithinDate, QDateEdit):
    """A day, with a calendar to choose from. Arrows left and right move between its parts.

    Signals: those of QDateEdit.
    """

    def __init__(self, calm: QObject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        calm_calendar(self)
        # Without the weekday, over which no digit can be typed; it is said beside the box.
        self.setDisplayFormat("d MMM yyyy")
        self.installEventFilter(calm)
        ClickSelects(self)

    @property
    def day(self) -> date:
        """The day that it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day without a signal."""
        blocker = QSignalBlocker(self)
        self.setDate(QDate(day.year, day.month, day.day))
        blocker.unblock()

    def stepBy(self, steps: int) -> None:
        """Arrows go on from day to day: Qt's own stop at the ends of the week."""
        if self.currentSection() in _DAYS:
            self.setDate(self.date().addDays(steps))
            self.setSelectedSection(self.currentSection())
        else:
            super().stepBy(steps)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Days go on for ever both ways."""
        if self.currentSection() in _DAYS:
            return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | (
                QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
            )
        return super().stepEnabled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing changes the day of the month first."""
        super().focusInEvent(event)
        if event.reason() in _ARRIVING:
            self.setSelectedSection(QDateTimeEdit.Section.DaySection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A separator goes on within the day."""
        self._typing = True
        super().keyPressEvent(event)
        self._typing = False

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes on, and not through day, month and year."""
        return self.stays(self, forwards=forwards)


class TimeBox(TypedTimeEdit):
    """A time of day as the locale writes it; its hour and minute are typed one after the other.

    Signals: those of QTimeEdit.
    """

    def __init__(self, calm: QObject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.installEventFilter(calm)

    def show_time(self, moment: datetime) -> None:
        """Show a time without a signal."""
        blocker = QSignalBlocker(self)
        self.setTime(QTime(moment.hour, moment.minute))
        blocker.unblock()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing begins with the hour."""
        super().focusInEvent(event)
        if event.reason() in _ARRIVING:
            self.setSelectedSection(QDateTimeEdit.Section.HourSection)
