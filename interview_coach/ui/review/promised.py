"""Owns the date they promised: none, one of the usual ones, or any."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.review import ReviewForm
from interview_coach.store import review
from interview_coach.ui import spots
from interview_coach.ui.desk import Typing
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import FlowLayout, IconButton, Label, LinkButton
from interview_coach.ui.widgets.inputs import calm_calendar

_FIRST_GUESS = timedelta(days=7)


class _DayEdit(QDateEdit):
    """A date edit that leaves the wheel to the page, and knows whether its digits are being typed.

    Signals: those of QDateEdit.
    """

    by_digit = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note that a digit is half a date, where an arrow or the calendar gives a whole one."""
        erases = event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
        self.by_digit = erases or event.text().isalnum()
        super().keyPressEvent(event)
        self.by_digit = False

    def event(self, event: QEvent) -> bool:
        """Scrolling past must not change a date."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().event(event)


class Promised(QWidget):
    """The day by which they promised an answer, which can be none.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping, promise: Callable[..., Any] = review.set_promised) -> None:
        super().__init__()
        self._keeping = keeping
        self._promise = promise
        self._showing = False
        name = tr("The date they promised")
        self.edit = _DayEdit()
        self.edit.setAccessibleName(name)
        self.edit.setCalendarPopup(True)
        calm_calendar(self.edit)
        # Without the weekday: arrows stick at its ends. It stands beside.
        self.edit.setDisplayFormat("d MMM yyyy")
        self.edit.setMinimumDate(QDate(2000, 1, 1))
        label = Label(name, "label", wrap=True)
        label.setBuddy(self.edit)
        self._weekday = Label("", "small", "muted")
        self._weekday.setContentsMargins(8, 0, 4, 0)
        self.clear = IconButton("x", tr("No date"))
        self.other = LinkButton(tr("Another day"))
        self.quick = [
            (LinkButton(tr("Tomorrow")), timedelta(days=1)),
            (LinkButton(tr("In a week")), timedelta(weeks=1)),
            (LinkButton(tr("In two weeks")), timedelta(weeks=2)),
        ]
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.edit)
        row.addWidget(self._weekday)
        row.addWidget(self.clear)
        row.addStretch(1)
        choices = QWidget()
        flow = FlowLayout(choices, spacing=14, line_spacing=2)
        for button, _span in self.quick:
            flow.addWidget(button)
        flow.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self._row)
        column.addWidget(choices)
        column.addStretch(1)
        self._row.hide()
        self.typing = Typing(
            keeping.desk,
            self,
            f"review:{keeping.interview}:promised",
            self._read,
            self._write,
            self._commit,
        )
        keeping.include(self.typing, self.edit)
        Recovery(self.typing, self._row)
        spots.tag(self, "review.promised_on")
        self.edit.dateChanged.connect(self._changed)
        self.edit.editingFinished.connect(self.typing.finish)
        self.clear.clicked.connect(self._cleared)
        self.other.clicked.connect(self._another)
        for button, span in self.quick:
            button.clicked.connect(lambda _checked=False, span=span: self._in(span))

    def show_form(self, form: ReviewForm) -> None:
        """Show what is stored."""
        self.typing.show(form.promised_on.isoformat() if form.promised_on else "")

    def _read(self) -> str:
        day = self.edit.date()
        shown = not self._row.isHidden()
        return date(day.year(), day.month(), day.day()).isoformat() if shown else ""

    def _write(self, stored: str) -> None:
        day = date.fromisoformat(stored) if stored else None
        self._row.setVisible(day is not None)
        self.other.setVisible(day is None)
        if day is not None:
            self._showing = True
            self.edit.setDate(QDate(day.year, day.month, day.day))
            self._weekday.setText(QLocale().toString(self.edit.date(), "dddd"))
            self._showing = False

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        day = date.fromisoformat(text) if text else None
        return self._promise, (self._keeping.interview, day)

    def _set(self, day: date | None) -> None:
        self._keeping.drop(self.typing)
        self._keeping.desk.do(self._promise, self._keeping.interview, day)

    def _today(self) -> date:
        desk = self._keeping.desk
        return desk.now().astimezone(desk.local()).date()

    def _another(self) -> None:
        self._set(self._today() + _FIRST_GUESS)
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _cleared(self) -> None:
        self._set(None)
        self.quick[0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _in(self, span: timedelta) -> None:
        self._set(self._today() + span)

    def _changed(self) -> None:
        self._weekday.setText(QLocale().toString(self.edit.date(), "dddd"))
        if self._showing:
            return
        self._keeping.typed(self.typing.field)
        self.typing.edited()
        if not self.edit.by_digit:
            self.typing.finish()
