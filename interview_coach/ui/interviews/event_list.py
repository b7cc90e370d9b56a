"""Owns the list of a calendar file's events, of which one is chosen."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from interview_coach.domain.calendar import CalendarEvent, CalendarFile
from interview_coach.ui import words_calendar
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Field, LineText, PrimaryButton, QuietButton, heading, small


class EventList(QDialog):
    """The events of a file, those to come first.

    Signals:
        chosen(CalendarEvent): the person chose one; the dialog is closed.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None, found: CalendarFile) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Events of a calendar"))
        self.setModal(True)
        self._local = desk.local()
        self._today = desk.now().astimezone(self._local).date()
        self._events = self._ordered(found, desk.now().astimezone(self._local))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Events"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search = LineText(placeholder=tr("Search the events"))
        self.take = PrimaryButton(tr("Look it over"))
        self.cancel = QuietButton(tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading(tr("Which of them is the interview?")))
        text = tr_n("{n} event in this file.", "{n} events in this file.", len(self._events))
        if found.cut:
            more = tr_n(
                "{n} more is beyond the limit.", "{n} more are beyond the limit.", found.cut
            )
            text = f"{text} {more}"
        column.addWidget(small(text))
        column.addWidget(Field(tr("Search"), self.search))
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column.addLayout(foot)
        self.search.textChanged.connect(self._fill)
        self.list.itemActivated.connect(self._take)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self._fill()
        self.resize(620, 520)
        self.list.setFocus()

    def _ordered(self, found: CalendarFile, now: datetime) -> list[CalendarEvent]:
        here = now.replace(tzinfo=None)
        ahead = [e for e in found.events if e.start is None or e.start >= here]
        past = [e for e in found.events if e.start is not None and e.start < here]
        return [*ahead, *reversed(past)]

    def _fill(self) -> None:
        wanted = self.search.text().casefold().split()
        self.list.clear()
        for place, event in enumerate(self._events):
            line = words_calendar.event_line(event, self._local, self._today)
            if all(word in line.casefold() for word in wanted):
                item = QListWidgetItem(line)
                item.setData(Qt.ItemDataRole.UserRole, place)
                self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.take.setEnabled(bool(self.list.count()))

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(self._events[item.data(Qt.ItemDataRole.UserRole)])
